#include "core/experiment/bibtex.h"
#include "core/experiment/methods.h"

#include <algorithm>

namespace bridgescope {
namespace {

struct Source {
    const char* key;
    bool (*used)(const GridSpec& spec);
};

bool anyMap(const GridSpec& spec, const std::string& map)
{
    return std::any_of(spec.maps.begin(), spec.maps.end(), [&](const GridMap& m) { return m.training.map == map; });
}

/// Of the nets of the grid.
template<class Test> bool anyNet(const GridSpec& spec, Test test)
{
    return std::any_of(spec.maps.begin(), spec.maps.end(),
                       [&](const GridMap& m) { return m.training.map == "net" && test(m.training); });
}

const Source sources[] = {
    {"collell2018bridge", [](const GridSpec&) { return true; }},
    {"kojevnikov2021network", [](const GridSpec&) { return true; }},
    {"holm1979simple", [](const GridSpec&) { return true; }},
    {"groger2026calibrated",
     [](const GridSpec& spec) {
         return std::any_of(spec.table.columns.begin(), spec.table.columns.end(),
                            [](const std::string& id) { return id.ends_with("_cal"); });
     }},
    {"hoerl1970ridge", [](const GridSpec& spec) { return anyMap(spec, "ridge"); }},
    {"schonemann1966procrustes", [](const GridSpec& spec) { return anyMap(spec, "procrustes"); }},
    {"hotelling1936relations", [](const GridSpec& spec) { return anyMap(spec, "cca"); }},
    {"wold2001pls", [](const GridSpec& spec) { return anyMap(spec, "pls"); }},
    {"glorot2010understanding",
     [](const GridSpec& spec) { return anyNet(spec, [](const TrainingOptions& t) { return t.init == "glorot"; }); }},
    {"kingma2015adam",
     [](const GridSpec& spec) { return anyNet(spec, [](const TrainingOptions& t) { return t.optimizer == "adam"; }); }},
    {"loshchilov2019decoupled",
     [](const GridSpec& spec) {
         return anyNet(spec, [](const TrainingOptions& t) { return t.optimizer == "adamw"; });
     }},
    {"oord2018representation",
     [](const GridSpec& spec) { return anyNet(spec, [](const TrainingOptions& t) { return t.loss == "infonce"; }); }},
    {"srivastava2014dropout",
     [](const GridSpec& spec) { return anyNet(spec, [](const TrainingOptions& t) { return t.dropout > 0; }); }},
    {"goodfellow2014generative",
     [](const GridSpec& spec) { return anyNet(spec, [](const TrainingOptions& t) { return t.adversarial > 0; }); }},
};

} // namespace

std::string bibliography(const GridSpec& spec)
{
    std::vector<std::string_view> keys;
    for (const Source& source : sources)
        if (source.used(spec)) keys.emplace_back(source.key);
    return bibtexOf(keys);
}

} // namespace bridgescope
