#include "ui/panels/experiments/spec_texts.h"

#include <QCoreApplication>
#include <QDir>

namespace bridgescope {

nlohmann::ordered_json withFolder(nlohmann::ordered_json entry, const QString& folder)
{
    for (const char* key : {"x", "y", "labels", "labels-x", "labels-y", "metadata", "items", "pairs"})
        if (entry.contains(key) && entry[key].is_string())
            entry[key] =
                QDir::cleanPath(QDir(folder).absoluteFilePath(QString::fromStdString(entry[key]))).toStdString();
    return entry;
}

QString mapDetail(const nlohmann::ordered_json& map)
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

} // namespace bridgescope
