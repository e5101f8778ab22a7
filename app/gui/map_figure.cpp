#include "app/gui/map_figure.h"

#include "core/base/error.h"
#include "ui/models/convention.h"

#include <QObject>
#include <algorithm>

namespace bridgescope {

MapChartData mapFigure(const PairedSet& pairs, const MeasuredFold& fold, const std::string& item, Metric metric,
                       Index k)
{
    const auto labelOf = [&pairs](Index pair) { return pairs.labels[static_cast<std::size_t>(pair)]; };
    int focus = -1;
    if (!item.empty()) {
        const auto found =
            std::find_if(fold.items.begin(), fold.items.end(), [&](Index pair) { return labelOf(pair) == item; });
        if (found == fold.items.end())
            throw Error(ErrorKind::Input, "no item of the map is labelled \"" + item + "\"",
                        "name a held-out item; labels are compared letter for letter");
        focus = static_cast<int>(found - fold.items.begin());
    }
    const QString x = QString::fromStdString(pairs.nameX);
    MapChartData data =
        mapChartOf(fold, makeFoldMaps(fold, metric, k, 0),
                   {x, QObject::tr("Mapped %1").arg(x.toLower()), QString::fromStdString(pairs.nameY)}, focus, k);
    const MetadataColumn* category = categoryColumn(pairs.metadata);
    for (const Index pair : fold.items) {
        data.labels << QString::fromStdString(labelOf(pair));
        if (category) data.categories << QString::fromStdString(category->values[static_cast<std::size_t>(pair)]);
    }
    data.classes = category ? classesOf(data.categories, lightTokens()) : oneClass(fold.items.size(), lightTokens());
    return data;
}

} // namespace bridgescope
