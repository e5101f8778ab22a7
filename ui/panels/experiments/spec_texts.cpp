#include "ui/panels/experiments/spec_texts.h"

#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* fileKeys[] = {"x",          "y",          "labels", "labels-x", "labels-y", "metadata",
                                    "metadata-x", "metadata-y", "items",  "items-x",  "items-y",  "pairs"};

std::string absolute(const std::string& file)
{
    return QFileInfo(QString::fromStdString(file)).absoluteFilePath().toStdString();
}

std::string delimiterText(char sign)
{
    return sign == '\t'  ? "tab"
           : sign == ',' ? "comma"
           : sign == ';' ? "semicolon"
           : sign == ' ' ? "blank"
                         : std::string(1, sign);
}

Json readingOf(const ReadOptions& read)
{
    Json json = Json::object();
    if (read.labelsFile) json["labels"] = absolute(*read.labelsFile);
    if (read.metadataFile) json["metadata"] = absolute(*read.metadataFile);
    if (read.itemsFile) json["items"] = absolute(*read.itemsFile);
    if (!read.where.empty()) json["where"] = read.where;
    if (read.format) json["format"] = *read.format;
    if (read.delimiter) json["delimiter"] = delimiterText(*read.delimiter);
    if (read.header) json["header"] = *read.header;
    if (read.labelColumn) json["label-column"] = *read.labelColumn;
    return json;
}

void putPairing(const PairOptions& pairing, const std::string& by, Json& entry)
{
    if (pairing.by == PairBy::Label) entry["by"] = "label";
    if (pairing.by == PairBy::Row || (pairing.by == PairBy::Automatic && by == "row")) entry["by"] = "row";
    if (pairing.pairsFile) entry["pairs"] = absolute(*pairing.pairsFile);
    if (pairing.normalizeLabels) entry["normalize-labels"] = true;
    if (pairing.repeats == RepeatPolicy::Refuse) return;
    entry["repeats"] = pairing.repeats == RepeatPolicy::Order   ? "order"
                       : pairing.repeats == RepeatPolicy::First ? "first"
                                                                : "drop";
}

} // namespace

Json withFolder(Json entry, const QString& folder)
{
    for (const char* key : fileKeys)
        if (entry.contains(key) && entry[key].is_string())
            entry[key] =
                QDir::cleanPath(QDir(folder).absoluteFilePath(QString::fromStdString(entry[key]))).toStdString();
    return entry;
}

QString mapDetail(const Json& map)
{
    const std::string kind = map.value("map", "");
    for (const auto& [key, value] : map.items())
        if (value.is_array() && !value.empty() && (key != "hidden" || value[0].is_array()))
            return QCoreApplication::translate("GridForm", "%1 of %2")
                .arg(value.size())
                .arg(QString::fromStdString(key));
    if (kind != "net") return QString::fromStdString(kind);
    const auto hidden = map.find("hidden");
    if (hidden == map.end() || !hidden->is_array() || hidden->empty()) return "net";
    return QStringLiteral("net %1×%2").arg(hidden->size()).arg(hidden->at(0).dump().c_str());
}

Json entryOfPair(const OpenPair& pair)
{
    if (pair.x.file.empty() || pair.y.file.empty()) return {};
    const bool sample = QString::fromStdString(pair.x.file).contains("/samples/");
    Json entry;
    entry["name"] = sample ? "Emoji" : pair.x.name + ", " + pair.y.name;
    if (sample) {
        entry["feature"] = pair.detailY.toStdString();
        entry["sample"] = "emoji";
    } else {
        entry["x"] = absolute(pair.x.file);
        entry["y"] = absolute(pair.y.file);
        const Json x = readingOf(pair.readX), y = readingOf(pair.readY);
        for (const Json* side : {&x, &y})
            for (const auto& [key, value] : side->items()) {
                const bool both = x.contains(key) && y.contains(key) && x[key] == y[key];
                entry[both ? key : key + (side == &x ? "-x" : "-y")] = value;
            }
        putPairing(pair.pairing, pair.forward->report.by, entry);
    }
    entry["x-name"] = pair.x.name;
    entry["y-name"] = pair.y.name;
    return entry;
}

bool sameInputs(const Json& a, const Json& b)
{
    const auto inputs = [](const Json& entry) {
        nlohmann::json kept = nlohmann::json::parse(entry.dump()); // keys in one order
        for (const char* key : {"name", "feature", "x-name", "y-name", "paper"})
            kept.erase(key);
        if (kept.value("by", "") == "row") kept.erase("by"); // where it is not said, that is how such files pair
        for (const char* key : fileKeys)
            if (kept.contains(key) && kept[key].is_string()) {
                const QFileInfo file(QString::fromStdString(kept[key]));
                kept[key] = (file.exists() ? file.canonicalFilePath() : file.absoluteFilePath()).toStdString();
            }
        return kept;
    };
    return inputs(a) == inputs(b);
}

} // namespace bridgescope
