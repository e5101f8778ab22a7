#include "ui/figures/batch_export.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>

namespace bridgescope {
QString fileNameOf(const QString& title)
{
    static const QRegularExpression marks(QStringLiteral("\\p{M}")), others(QStringLiteral("[^a-z0-9]+"));
    QString name = title.normalized(QString::NormalizationForm_KD).remove(marks).toLower();
    name.replace(QChar(0xDF), QStringLiteral("ss")).replace(others, QStringLiteral("-"));
    while (name.startsWith('-'))
        name.remove(0, 1);
    name.truncate(80);
    while (name.endsWith('-'))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("chart") : name;
}

QStringList exportCharts(const std::vector<OpenChart>& charts, const QString& folder, const BatchOptions& options)
{
    const QDir place(folder);
    if (!place.mkpath(QStringLiteral(".")))
        throw Error(ErrorKind::Io, "cannot be made", "choose a folder you may write to").inFile(folder.toStdString());
    QSet<QString> taken;
    QStringList written;
    for (const OpenChart& open : charts) {
        const QString base = fileNameOf(open.title.isEmpty() ? open.chart->name() : open.title);
        QString name = base;
        for (int i = 2; taken.contains(name); ++i)
            name = QStringLiteral("%1-%2").arg(base).arg(i);
        taken.insert(name);
        FigureOptions figure = options.figure;
        if (options.caption) figure.caption = open.convention;
        figure.title = open.title;
        written << place.filePath(name + '.' + options.ending);
        exportFigure(*open.chart, written.back(), figure);
        if (!options.numbers) continue;
        written << place.filePath(name + QStringLiteral(".csv"));
        writeFile(written.back().toStdString(), figureCsv(*open.chart, open.convention).toStdString());
    }
    return written;
}

} // namespace bridgescope
