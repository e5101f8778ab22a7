#include "core/experiment/methods.h"

#include "core/experiment/printed_table.h"
#include "core/training/option_fields.h"

#include <algorithm>
#include <set>

namespace bridgescope {
namespace {

std::string percent(double share)
{
    return numberText(share * 100) + " %";
}

template<class Values, class Text> std::string listed(const Values& values, Text text)
{
    std::string list;
    for (std::size_t i = 0; i < values.size(); ++i)
        list += (i == 0 ? "" : i + 1 == values.size() ? " and " : ", ") + text(values[i]);
    return list;
}

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
        text += ", N = " + grouped((*row)->n) + " pairs, " + data.nameX + " of " + grouped(dX) + " and " + data.nameY +
                " of " + grouped(dY) + " dimensions";
    }
    return text;
}

std::string measureInWords(const GridSpec& spec)
{
    std::string text = "the K nearest other items (the item itself left out, ties to the earlier item)";
    if (spec.selves.size() > 1)
        text = "the K nearest items, with the item itself left out and, apart from that, counted as its own first "
               "neighbor";
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
        "network-robust standard error (Kojevnikov, Marmer & Song 2021), p < .05 after Holm's correction over ";
    text += tests == 1 ? "the one test of the table" : "the " + grouped(tests) + " tests of the table";
    const auto withBase = std::count_if(known.begin(), known.end(), [](const GridRow* r) { return r && r->base; });
    const Index baseTests = 2 * static_cast<Index>(withBase); // of X,f(X) and of Y,f(X)
    if (!spec.table.base.empty())
        text += "; maps were compared with " + spec.table.base +
                " over the same held-out items by the same test of the difference per item, the items related in X (or "
                "Y) and in both f(X), p < .05 after Holm's correction over " +
                (baseTests == 0 ? std::string("all such tests") : "the " + grouped(baseTests) + " such tests");
    return text;
}

} // namespace

std::string mapInWords(const TrainingOptions& t)
{
    std::string text;
    if (t.map == "net")
        text = netInWords(t);
    else if (t.map == "ridge" && t.ridge && *t.ridge == 0)
        text = "least squares";
    else if (t.map == "ridge")
        text = "ridge regression with " +
               (t.ridge ? "a penalty of " + numberText(*t.ridge) + " times the mean variance of X"
                        : std::string("its penalty chosen by leave-one-out on the training items"));
    else if (t.map == "retrieval")
        text = "the target of the nearest training item";
    else if (t.map == "random")
        text = "an untrained random linear map";
    else if (t.map == "identity")
        text = "the identity";
    else
        return t.describe(); // names its preprocessing itself
    if (!t.preprocessX.empty()) text += ", X preprocessed by " + t.preprocessX;
    if (!t.preprocessY.empty()) text += ", Y by " + t.preprocessY;
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
    text += ". " + testsInWords(spec, known, tests) + ". Computed with Bridgescope " BRIDGESCOPE_VERSION ".\n";
    return text;
}

std::string tableCaption(const GridSpec& spec, const std::vector<const GridRow*>& known, Index tests)
{
    const auto metric = [](Metric m) { return std::string(metricId(m)); };
    const auto self = [](SelfRule s) { return std::string(selfRuleId(s)); };
    std::string text = "mNNO at K = " + listed(spec.ks, [](Index k) { return std::to_string(k); }) + ", " +
                       listed(spec.metrics, metric) + ", self " + listed(spec.selves, self);
    std::set<std::string> splits;
    std::set<std::pair<std::string, Index>> told; // features of one data set mostly have the same items
    std::vector<std::string> sizes, chances;
    std::size_t last = spec.data.size();
    for (const GridRow* row : known) {
        if (!row || !row->failed.empty()) continue;
        splits.insert(row->split);
        if (row->dataIndex == last) continue;
        last = row->dataIndex;
        if (!told.emplace(row->data, row->held).second) continue;
        sizes.push_back(grouped(row->held));
        chances.push_back(printedNumber(row->chance, 3));
    }
    if (splits.size() == 1) text += "; " + *splits.begin();
    const bool folds = spec.split.folds > 0 || spec.split.foldsFile;
    if (folds) text += "; mean over folds ± standard deviation";
    const auto same = [](const std::string& s) { return s; };
    if (!sizes.empty()) text += "; held-out N = " + listed(sizes, same) + ", chance " + listed(chances, same);
    text +=
        ". * X,f(X) and Y,f(X) differ, p < .05 after Holm over " + grouped(tests) + (tests == 1 ? " test" : " tests");
    if (!spec.table.base.empty()) text += "; † differs from " + spec.table.base + ", p < .05 after Holm";
    text += ".";
    const auto has = [&](const char* end) {
        return std::any_of(spec.table.columns.begin(), spec.table.columns.end(),
                           [&](const std::string& id) { return id.ends_with(end); });
    };
    if (has("_change")) text += " Δ: change against " + spec.table.base + " over the same held-out items.";
    if (has("_interval") || has("_change")) text += " Brackets: 95 % intervals, network-robust.";
    if (has("_included")) text += " Self incl.: each item counted as its own first neighbor.";
    std::set<std::string> reasons;
    for (const GridRow* row : known)
        if (row && !row->failed.empty() && reasons.insert(row->data + row->failed).second)
            text += " Failed, " + row->data + ": " + row->failed + ".";
    if (spec.table.paper)
        text += " Grey: as printed by Collell & Moens (2018), whose training data, splits and vectors differ.";
    return text;
}

} // namespace bridgescope
