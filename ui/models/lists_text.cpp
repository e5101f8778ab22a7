#include "ui/models/lists_text.h"

namespace bridgescope {

QString listsText(const NeighborLists& lists, TableFormat format)
{
    const bool cosine = lists.measured->metric == Metric::Cosine;
    QStringList header{"space", "rank", "neighbor", cosine ? "cosine" : "distance"};
    for (const Space space : {Space::X, Space::F, Space::Y})
        if (space != Space::F || lists.hasMapping) header << "rank in " + spaceLetter(space);
    if (lists.hasMapping) header << "region";
    QList<QStringList> rows;
    for (const Space space : {Space::X, Space::F, Space::Y})
        for (const ListEntry& entry : lists.list(space)) {
            QStringList row{spaceLetter(space), QString::number(entry.rank), lists.measured->label(entry.local),
                            QString::number(entry.value, 'f', 4)};
            for (const Space other : {Space::X, Space::F, Space::Y}) {
                if (other == Space::F && !lists.hasMapping) continue;
                const int rank = entry.ranks[static_cast<std::size_t>(other)];
                row << (rank > 0 ? QString::number(rank) : QString());
            }
            if (lists.hasMapping) row << regionName(entry.region);
            rows.append(row);
        }
    return tableText(header, rows, format, 3);
}

} // namespace bridgescope
