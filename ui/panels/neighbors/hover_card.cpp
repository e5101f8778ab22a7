#include "ui/panels/neighbors/hover_card.h"

#include "ui/widgets/text.h"

#include <QBuffer>
#include <QCoreApplication>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::HoverCard", text);
}

constexpr int longestLabel = 80;

QString pictureOf(const Measured& m, int local)
{
    if (!m.pictures) return {};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    m.pictures->image.copy(m.pictures->tileRect(m.pictureRow(local))).save(&buffer, "PNG");
    return QStringLiteral("<td><img width=\"48\" height=\"48\" src=\"data:image/png;base64,%1\"></td>")
        .arg(QString::fromLatin1(bytes.toBase64()));
}

const ListEntry* entryOf(const NeighborLists& lists, int local)
{
    for (const auto& list : lists.lists)
        for (const ListEntry& entry : list)
            if (entry.local == local) return &entry;
    return nullptr;
}

} // namespace

QString hoverCard(const NeighborLists& lists, const ItemColumns& columns, int local)
{
    const Measured& m = *lists.measured;
    const auto at = ItemColumns::index(local);
    QString label = m.label(local);
    if (label.size() > longestLabel) label = label.left(longestLabel - 1) + QChar(0x2026);
    QStringList rows{QStringLiteral("<b>%1</b>").arg(label.toHtmlEscaped())};
    if (const QString category = columns.categoryOf(local); !category.isEmpty())
        rows << category.left(longestLabel).toHtmlEscaped();
    const QString k = number(static_cast<qint64>(columns.k));
    QStringList overlaps;
    if (columns.hasMapping) {
        overlaps << tr("X, f(X) %1").arg(number(columns.xf[at])) << tr("Y, f(X) %1").arg(number(columns.yf[at]));
    }
    overlaps << tr("X, Y %1").arg(number(columns.xy[at]));
    rows << tr("its own neighbors: %1, of %2").arg(overlaps.join(QStringLiteral("; ")), k);
    if (const ListEntry* entry = entryOf(lists, local)) {
        QStringList ranks;
        for (const Space space : {Space::X, Space::F, Space::Y})
            if (const int rank = entry->ranks[static_cast<std::size_t>(space)]; rank > 0)
                ranks << tr("%1 in %2").arg(number(rank), spaceLetter(space));
        if (!ranks.isEmpty()) rows << tr("rank %1").arg(ranks.join(QStringLiteral(", ")));
        if (lists.hasMapping) rows << regionName(entry->region);
        if (entry->hub) rows << tr("a hub: in the lists of %1 items").arg(number(columns.hubs()[at]));
    }
    return QStringLiteral("<table><tr>%1<td style=\"padding-left:6px\">%2</td></tr></table>")
        .arg(pictureOf(m, local), rows.join(QStringLiteral("<br>")));
}

} // namespace bridgescope
