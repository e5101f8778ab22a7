#include "core/experiment/methods.h"

#include "core/experiment/sentence_parts.h"
#include "core/experiment/table_text.h"
#include "core/training/option_fields.h"

#include <algorithm>

namespace bridgescope {
namespace {

std::string lossInWords(const TrainingOptions& t)
{
    std::string text = t.loss == "mse"          ? "squared error"
                       : t.loss == "cosine"     ? "cosine loss"
                       : t.loss == "max-margin" ? "max-margin loss (margin " + numberText(t.margin) + ")"
                       : t.loss == "infonce"
                           ? "InfoNCE loss (temperature " + numberText(t.temperature.value_or(.07)) + ")"
                           : "neighbor loss (temperature " + numberText(t.temperature.value_or(.1)) + ")";
    if (t.structure > 0)
        text += " plus " + numberText(t.structure) + " times a pairwise-similarity term" +
                (t.structureTarget == 1 ? "" : " (target " + numberText(t.structureTarget) + " of Y's similarities)");
    if (t.adversarial > 0)
        text += " plus " + numberText(t.adversarial) + " times an adversarial term (discriminator of " +
                grouped(t.discriminatorHidden) + " hidden units, rate " + numberText(t.discriminatorRate) + ")";
    return text;
}

/// As papers write them.
std::string nameInWords(const std::string& id)
{
    static const std::pair<const char*, const char*> names[] = {
        {"relu", "ReLU"}, {"gelu", "GELU"},       {"adam", "Adam"},     {"adamw", "AdamW"},
        {"sgd", "SGD"},   {"rmsprop", "RMSProp"}, {"glorot", "Glorot"}, {"identity", "linear"}};
    for (const auto& [key, name] : names)
        if (id == key) return name;
    return id;
}

std::string netInWords(const TrainingOptions& t)
{
    std::string text;
    if (t.hidden.empty())
        text = "a linear map trained by gradient";
    else if (t.hidden.size() == 1)
        text = "a net with one hidden layer of " + grouped(t.hidden[0]) + " " + nameInWords(t.activation) + " units";
    else
        text = "a net with hidden layers of " + listed(t.hidden, [](Index h) { return grouped(h); }) + " " +
               nameInWords(t.activation) + " units";
    text += ", " + lossInWords(t) + ", " + nameInWords(t.init) + " initialization, " + nameInWords(t.optimizer) +
            (t.optimizer == "sgd" ? " (momentum " + numberText(t.momentum) + ")" : "") + " with a rate of " +
            numberText(t.learningRate) + (t.schedule == "constant" ? "" : " (" + t.schedule + " schedule)") +
            ", batches of " + grouped(t.batch) + ", " + grouped(t.epochs) + " epochs";
    if (t.dropout > 0) text += ", dropout " + numberText(t.dropout);
    if (t.weightDecay > 0) text += ", weight decay " + numberText(t.weightDecay);
    if (t.clip > 0) text += ", gradients clipped at " + numberText(t.clip);
    if (t.earlyStopping != "none")
        text += ", stopped early by the " +
                std::string(t.earlyStopping == "validation-loss" ? "loss" : "neighbor overlap") +
                " on a tenth of the training items (patience " + std::to_string(t.patience) +
                "), the weights of its best epoch kept";
    return text;
}

std::string ridgeInWords(const TrainingOptions& t)
{
    if (t.ridge && *t.ridge == 0) return "least squares";
    return "ridge regression with " + (t.ridge
                                           ? "a penalty of " + numberText(*t.ridge) + " times the mean variance of X"
                                           : std::string("its penalty chosen by leave-one-out on the training items"));
}

std::string splitInWords(const GridSpec& spec)
{
    const SplitOptions& split = spec.split;
    const std::string seeds = (spec.seeds.size() > 1 ? "seeds " : "seed ") +
                              listed(spec.seeds, [](std::uint64_t s) { return std::to_string(s); });
    std::string text;
    if (split.foldsFile)
        text = "in cross-validation over given folds";
    else if (split.folds > 0)
        text = "in cross-validation over " + std::to_string(split.folds) + " random folds (" + seeds +
               "): it was fitted on all folds but one and evaluated on the items of that one";
    else if (split.testFile)
        text = "on all items but a given held-out list, on which it was evaluated";
    else
        text = "on " + percent(1 - split.testShare) + " of the items, drawn at random (" + seeds +
               "), and evaluated on the rest";
    if (split.group) text += ", items of one " + *split.group + " being kept together";
    return text;
}

std::string dataInWords(const GridSpec& spec, const std::vector<const GridRow*>& known)
{
    std::string text;
    for (std::size_t d = 0; d < spec.data.size(); ++d) {
        const GridData& data = spec.data[d];
        text += (text.empty() ? "" : "; ") + data.name + (data.feature.empty() ? "" : " (" + data.feature + ")");
        const auto row = std::find_if(known.begin(), known.end(),
                                      [&](const GridRow* r) { return r && r->failed.empty() && r->dataIndex == d; });
        if (row == known.end()) continue;
        const bool forward = (*row)->direction == "xy";
        const Index dX = forward ? (*row)->dX : (*row)->dY, dY = forward ? (*row)->dY : (*row)->dX;
        text += ", N = " + grouped((*row)->n) + " pairs" +
                ((*row)->folds.size() > 1 ? " (" + foldSizes(**row) + " held out per fold)" : "") + ", " + data.nameX +
                " of " + grouped(dX) + " and " + data.nameY + " of " + grouped(dY) + " dimensions";
    }
    return text;
}

std::string measureInWords(const GridSpec& spec)
{
    std::string text = "the K nearest other items (the item itself left out, ties to the earlier item)";
    if (spec.selves.size() > 1)
        text = "the K nearest items under two conventions, the item itself left out or counted as its own first "
               "neighbor (ties to the earlier item),";
    else if (spec.selves[0] == SelfRule::Included)
        text = "the K nearest items, the item itself counted as its own first neighbor (ties to the earlier item)";
    const auto metric = [](Metric m) {
        return std::string(m == Metric::Cosine ? "cosine similarity" : "Euclidean distance");
    };
    return text + " by " + listed(spec.metrics, metric) +
           ", K = " + listed(spec.ks, [](Index k) { return std::to_string(k); });
}

std::string testsInWords(const GridSpec& spec, const std::vector<const GridRow*>& known, Index tests)
{
    std::string text =
        "X,f(X) and Y,f(X) were compared by a two-sided z test of the mean difference per item with a "
        "network-robust standard error (Kojevnikov, Marmer & Song 2021), p < .05 after Holm's (1979) correction over ";
    text += tests == 1 ? "the one test of the table" : "the " + grouped(tests) + " tests of the table";
    const Index baseTests = baseTestsOf(known);
    if (!spec.table.base.empty())
        text += "; the overlaps X,f(X) and Y,f(X) and their difference D were compared with those of " +
                spec.table.base +
                " over the same held-out items by the same test of the difference per item, p < .05 after Holm's "
                "correction over " +
                (baseTests == 0 ? std::string("all such tests") : "the " + grouped(baseTests) + " such tests");
    return text;
}

} // namespace

std::string mapInWords(const TrainingOptions& t)
{
    std::string text;
    if (t.map == "net")
        text = netInWords(t);
    else if (t.map == "ridge")
        text = ridgeInWords(t);
    else if (t.map == "procrustes")
        text = std::string("orthogonal Procrustes analysis (the rotation or reflection that carries X nearest to Y") +
               (t.noCentre ? ", without centering" : ", both centered") + (t.scaling ? ", and one scale factor)" : ")");
    else if (t.map == "cca")
        text = "prediction by canonical correlation analysis with " +
               (t.components ? grouped(*t.components) : std::string("all")) +
               " components, covariances regularized by " + numberText(t.ridge.value_or(.001)) +
               " times their mean variance";
    else if (t.map == "pls")
        text =
            "partial least squares regression with " +
            (t.components ? grouped(*t.components) + " components"
                          : std::string("the number of components chosen by cross-validation on the training items"));
    else if (t.map == "retrieval")
        text = "the target of the nearest training item";
    else if (t.map == "random")
        text = "an untrained random linear map";
    else
        text = "the identity";
    if (!t.preprocessX.empty()) text += ", X preprocessed by " + t.preprocessX;
    if (!t.preprocessY.empty()) text += ", Y preprocessed by " + t.preprocessY;
    return text;
}

std::string methodsText(const GridSpec& spec, const std::vector<const GridRow*>& known, Index tests)
{
    std::string text = "Each mapping f from X to Y was fitted " + splitInWords(spec) +
                       ". Data: " + dataInWords(spec, known) + ". Mappings: ";
    for (std::size_t m = 0; m < spec.maps.size(); ++m)
        text += (m > 0 ? "; " : "") + spec.maps[m].name + ", " + mapInWords(spec.maps[m].training);
    text += ". We report the mean nearest neighbor overlap mNNO (Collell & Moens 2018), the share of " +
            measureInWords(spec) +
            ", that two spaces have in common, neighbors being sought among the held-out items alone";
    if (spec.split.folds > 0 || spec.split.foldsFile)
        text += "; values are means over folds ± standard deviation (n − 1)";
    if (hasColumn(spec, "_cal"))
        text += ". Calibrated overlaps are (observed − τ)/(1 − τ), τ the 95 % point of " + grouped(spec.permutations) +
                " permutations of the correspondence (Gröger, Wen & Brbić 2026)";
    if (hasColumn(spec, "p_at_1"))
        text +=
            ". P@1 is the share of held-out items whose own target is the nearest of all held-out targets to f(x) by "
            "cosine similarity";
    text += ". " + testsInWords(spec, known, tests) + ".";
    if (const std::string caveat = caveatOf(spec); !caveat.empty()) text += " " + caveat;
    text += " Computed with Bridgescope " BRIDGESCOPE_VERSION ".\n";
    return text;
}

} // namespace bridgescope
