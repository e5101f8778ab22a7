#include "ui/models/selection_export.h"

#include "ui/models/table_text.h"

namespace bridgescope {

QByteArray selectionLabels(const PairedSet& pairs, const std::set<int>& items)
{
    QByteArray text;
    for (const int item : items)
        text += QByteArray::fromStdString(pairs.labels[static_cast<std::size_t>(item)]) + '\n';
    return text;
}

QByteArray selectionCsv(const MeasuredAtK& atK, const std::set<int>& items)
{
    const Measured& m = *atK.measured;
    const PairedSet& pairs = *m.pairs;
    QStringList header{"label", "row_x", "row_y"};
    for (const MetadataColumn& column : pairs.metadata.columns)
        header << QString::fromStdString(column.name);
    if (atK.hasMapping)
        header << "x_fx"
               << "y_fx";
    header << "x_y";
    QList<QStringList> rows;
    for (const int item : items) {
        const auto pair = static_cast<std::size_t>(item);
        QStringList row{QString::fromStdString(pairs.labels[pair]), QString::number(pairs.rowsX[pair].value + 1),
                        QString::number(pairs.rowsY[pair].value + 1)};
        for (const MetadataColumn& column : pairs.metadata.columns)
            row << QString::fromStdString(column.values[pair]);
        const int local = m.localOf(item);
        const auto add = [&](const Overlap& overlap) {
            row << (local < 0 ? QString() : QString::number(overlap.perItem[static_cast<std::size_t>(local)]));
        };
        if (atK.hasMapping) {
            add(atK.report.xf);
            add(atK.report.yf);
        }
        add(atK.report.xy);
        rows.append(row);
    }
    return tableText(header, rows, TableFormat::Csv).toUtf8();
}

} // namespace bridgescope
