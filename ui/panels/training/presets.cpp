#include "ui/panels/training/presets.h"

#include "ui/panels/training/mapping_form.h"

#include <algorithm>

namespace bridgescope {

std::vector<Preset> trainingPresets()
{
    TrainingOptions lin, nn;
    lin.ridge = 0.001;
    nn.map = "net";
    const auto net = [&](auto&& change) {
        TrainingOptions options = nn;
        change(options);
        return options;
    };
    return {
        {MappingForm::tr("Default"), MappingForm::tr("Ridge, its penalty by leave-one-out"), {}},
        {MappingForm::tr("Paper: lin"), MappingForm::tr("The paper's linear map: ridge with a penalty of 0.001"), lin},
        {MappingForm::tr("Paper: nn"),
         MappingForm::tr("The paper's net: one hidden layer, squared error, 50 epochs of Adam"), nn},
        {MappingForm::tr("Early stopping"),
         MappingForm::tr("A net that stops where the overlap with Y of a tenth of the training items was best"),
         net([](TrainingOptions& o) { o.earlyStopping = "validation-overlap", o.epochs = 200; })},
        {MappingForm::tr("Structure"), MappingForm::tr("Pairwise similarities of Y in the loss: λ = 10"),
         net([](TrainingOptions& o) { o.structure = 10; })},
        {MappingForm::tr("Adversary"), MappingForm::tr("A discriminator that tells Y from f(X): μ = 1"),
         net([](TrainingOptions& o) { o.adversarial = 1; })},
        {MappingForm::tr("InfoNCE"), MappingForm::tr("Which of a batch's y is x's own: good for retrieval"),
         net([](TrainingOptions& o) { o.loss = "infonce"; })},
        {MappingForm::tr("Max-margin"), MappingForm::tr("x's own y nearer than any other of the batch"),
         net([](TrainingOptions& o) { o.loss = "max-margin"; })},
        {MappingForm::tr("Neighbor loss"), MappingForm::tr("Y's neighbors within a batch as what f(X) is to have"),
         net([](TrainingOptions& o) { o.loss = "neighbor"; })},
    };
}

int presetOf(const std::vector<Preset>& presets, const TrainingOptions& options)
{
    const auto settings = [](const TrainingOptions& of) {
        auto json = of.toJson();
        json.erase("seed");
        return json;
    };
    const auto found = std::ranges::find_if(
        presets, [&, own = settings(options)](const Preset& preset) { return settings(preset.options) == own; });
    return found == presets.end() ? -1 : static_cast<int>(found - presets.begin());
}

} // namespace bridgescope
