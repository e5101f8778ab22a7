#include "ui/models/table_text.h"

namespace bridgescope {
namespace {

QString cellText(QString cell, TableFormat format)
{
    if (format == TableFormat::Csv) {
        if (!cell.contains(',') && !cell.contains('"') && !cell.contains('\n') && !cell.contains('\r')) return cell;
        return '"' + cell.replace('"', QStringLiteral("\"\"")) + '"';
    }
    for (const char blank : {'\t', '\n', '\r'})
        cell.replace(blank, ' ');
    return format == TableFormat::Markdown ? cell.replace('|', QStringLiteral("\\|")) : cell;
}

QString line(const QStringList& cells, TableFormat format)
{
    QStringList texts;
    for (const QString& cell : cells)
        texts << cellText(cell, format);
    if (format == TableFormat::Markdown) return "| " + texts.join(" | ") + " |\n";
    return texts.join(format == TableFormat::Csv ? ',' : '\t') + '\n';
}

} // namespace

QString tableText(const QStringList& header, const QList<QStringList>& rows, TableFormat format, int firstNumber)
{
    QString text = line(header, format);
    if (format == TableFormat::Markdown) {
        for (qsizetype c = 0; c < header.size(); ++c)
            text += c >= firstNumber ? "| ---: " : "| --- ";
        text += "|\n";
    }
    for (const QStringList& row : rows)
        text += line(row, format);
    return text;
}

} // namespace bridgescope
