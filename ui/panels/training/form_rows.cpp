#include "ui/panels/training/form_rows.h"

#include "core/training/training_options.h"

#include <QCoreApplication>
#include <set>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::MappingForm", text);
}

std::vector<FormSection> designed()
{
    return {{tr("Data"), {{{}, {"preprocess-x"}}, {{}, {"preprocess-y"}}}},
            {tr("Map"),
             {{{}, {"ridge"}},
              {{}, {"components"}},
              {{}, {"scaling"}},
              {{}, {"no-centre"}},
              {{}, {"hidden"}},
              {{}, {"activation"}},
              {{}, {"init"}},
              {{}, {"dropout"}}}},
            {tr("Loss"),
             {{{}, {"loss"}},
              {{}, {"margin"}},
              {{}, {"temperature"}},
              {{}, {"structure"}},
              {{}, {"structure-target"}},
              {{}, {"adversarial"}},
              {tr("Its units, rate"), {"discriminator-hidden", "discriminator-rate"}}}},
            {tr("Optimizer"),
             {{tr("Method, rate"), {"optimizer", "learning-rate"}},
              {{}, {"momentum"}},
              {{}, {"schedule"}},
              {tr("Batch, epochs"), {"batch", "epochs"}},
              {tr("Decay, clip"), {"weight-decay", "clip"}}}},
            {tr("Stopping"), {{{}, {"early-stopping"}}, {{}, {"patience"}}}}};
}

} // namespace

std::vector<FormSection> formSections()
{
    std::vector<FormSection> sections = designed();
    std::set<std::string> placed{"map"};
    for (const FormSection& section : sections)
        for (const FormRow& row : section.rows)
            placed.insert(row.keys.begin(), row.keys.end());
    FormSection rest{tr("More"), {}};
    for (const OptionInfo& info : trainingOptionTable())
        if (!placed.contains(info.key)) rest.rows.push_back({{}, {info.key}});
    if (!rest.rows.empty()) sections.push_back(std::move(rest));
    return sections;
}

} // namespace bridgescope
