#include "ui/figures/figure_export.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "ui/figures/figure_style.h"

#include <QBuffer>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <cmath>

namespace bridgescope {
namespace {

constexpr double pointsPerMm = 72 / 25.4;

/// Sizes in points; the painter of every format is set up so that one unit is one point.
struct FigurePage {
    double width = 0, height = 0;
    QRectF chart, caption;
};

QStringList captionLines(const QString& caption, double width, const ChartStyle& style)
{
    QStringList lines;
    QString line;
    for (const QString& word : caption.split(' ', Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + ' ' + word;
        if (!line.isEmpty() && style.width(longer, TextSize::Caption) > width) {
            lines << line;
            line = word;
        } else {
            line = longer;
        }
    }
    if (!line.isEmpty()) lines << line;
    return lines;
}

FigurePage layOutFigure(const Chart& chart, const FigureOptions& options, const ChartStyle& style)
{
    FigurePage page;
    page.width = options.widthMm * pointsPerMm;
    const double margin = 0.5 * options.fontPt, lineHeight = style.lineHeight(TextSize::Caption);
    const double inner = page.width - 2 * margin;
    const auto lines = captionLines(options.caption, inner, style).size();
    const double below = lines ? 0.5 * options.fontPt + static_cast<double>(lines) * lineHeight : 0;
    double height = chart.preferredHeight(inner, style);
    if (options.heightMm > 0) height = options.heightMm * pointsPerMm - 2 * margin - below;
    page.chart = QRectF(margin, margin, inner, height);
    page.caption = QRectF(margin, margin + height + (lines ? 0.5 * options.fontPt : 0), inner,
                          static_cast<double>(lines) * lineHeight);
    page.height = options.heightMm > 0 ? options.heightMm * pointsPerMm : 2 * margin + height + below;
    return page;
}

void paintFigure(QPainter& painter, const Chart& chart, const FigureOptions& options, const FigurePage& page,
                 const ChartStyle& style)
{
    painter.setFont(style.text(TextSize::Body)); // before anything else: SVG writes the font with every group
    painter.fillRect(QRectF(0, 0, page.width, page.height), Qt::white);
    chart.paint(painter, page.chart, style);
    painter.setFont(style.text(TextSize::Caption));
    painter.setPen(style.colors.ink2);
    const double h = style.lineHeight(TextSize::Caption);
    QRectF row(page.caption.left(), page.caption.top(), page.caption.width(), h);
    for (const QString& line : captionLines(options.caption, page.caption.width(), style)) {
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, line);
        row.translate(0, h);
    }
}

QString titleOf(const Chart& chart, const FigureOptions& options)
{
    return options.title.isEmpty() ? chart.name() : options.title;
}

/// Qt writes the size rounded to whole pixels: the root element says it exactly instead. Signs that no XML may hold are
/// left out.
QByteArray mendedSvg(QByteArray svg, const FigurePage& page, const FigureOptions& options)
{
    svg.removeIf([](char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r'; });
    const auto mm = [](double points) { return QByteArray::number(std::round(points / pointsPerMm * 1000) / 1000); };
    const qsizetype root = svg.indexOf("<svg"), end = svg.indexOf('>', root);
    QString head = QString::fromUtf8(svg.mid(root, end - root));
    head.replace(QRegularExpression(QStringLiteral("width=\"[^\"]*\"")),
                 QStringLiteral("width=\"%1mm\"").arg(options.widthMm));
    head.replace(QRegularExpression(QStringLiteral("height=\"[^\"]*\"")),
                 QStringLiteral("height=\"%1mm\"").arg(mm(page.height).constData()));
    return svg.left(root) + head.toUtf8() + svg.mid(end);
}

} // namespace

QByteArray figureSvg(const Chart& chart, const FigureOptions& options)
{
    options.validate();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(72);
    generator.setTitle(titleOf(chart, options).toHtmlEscaped()); // Qt writes both as they are
    generator.setDescription(chart.description().toHtmlEscaped());
    const ChartStyle style = figureStyle(options, &generator);
    const FigurePage page = layOutFigure(chart, options, style);
    generator.setSize(QSizeF(page.width, page.height).toSize());
    generator.setViewBox(QRectF(0, 0, page.width, page.height));
    QPainter painter(&generator);
    paintFigure(painter, chart, options, page, style);
    painter.end();
    return mendedSvg(bytes, page, options);
}

QByteArray figurePdf(const Chart& chart, const FigureOptions& options)
{
    options.validate();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(72);
        writer.setTitle(titleOf(chart, options));
        writer.setCreator(QStringLiteral("Bridgescope"));
        const ChartStyle style = figureStyle(options, &writer);
        const FigurePage page = layOutFigure(chart, options, style);
        writer.setPageSize(QPageSize(QSizeF(page.width, page.height), QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins({});
        QPainter painter(&writer);
        paintFigure(painter, chart, options, page, style);
    }
    // no date in a file whose bytes are to depend on its content alone
    QByteArray::size_type at = 0;
    for (const char* key :
         {"/CreationDate (D:", "/ModDate (D:", "<xmp:CreateDate>", "<xmp:ModifyDate>", "<xmp:MetadataDate>"}) {
        at = 0;
        while ((at = bytes.indexOf(key, at)) >= 0) {
            at += static_cast<qsizetype>(qstrlen(key));
            for (qsizetype i = at; i < bytes.size() && bytes[i] != ')' && bytes[i] != '<'; ++i)
                if (bytes[i] >= '0' && bytes[i] <= '9') bytes[i] = '0';
        }
    }
    return bytes;
}

QByteArray figurePng(const Chart& chart, const FigureOptions& options)
{
    options.validate();
    QImage probe(1, 1, QImage::Format_RGB32);
    const int dotsPerMeter = qRound(72 / 0.0254);
    probe.setDotsPerMeterX(dotsPerMeter);
    probe.setDotsPerMeterY(dotsPerMeter);
    const ChartStyle style = figureStyle(options, &probe);
    const FigurePage page = layOutFigure(chart, options, style);
    const double scale = options.dpi / 72.0;
    QImage image(qRound(page.width * scale), qRound(page.height * scale), QImage::Format_RGB32);
    if (image.isNull())
        throw Error(ErrorKind::Usage, "the picture would be too large", "choose a lower --dpi or --width");
    image.setDotsPerMeterX(dotsPerMeter); // while it is painted: fonts are in points of 1/72 inch
    image.setDotsPerMeterY(dotsPerMeter);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintFigure(painter, chart, options, page, style);
    painter.end();
    image.setDotsPerMeterX(qRound(options.dpi / 0.0254));
    image.setDotsPerMeterY(qRound(options.dpi / 0.0254));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

void exportFigure(const Chart& chart, const QString& file, const FigureOptions& options)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    QByteArray bytes;
    if (ending == "svg")
        bytes = figureSvg(chart, options);
    else if (ending == "pdf")
        bytes = figurePdf(chart, options);
    else if (ending == "png")
        bytes = figurePng(chart, options);
    else
        throw Error(ErrorKind::Usage, "a figure cannot be written as \"." + ending.toStdString() + "\"",
                    "end its name in .svg, .pdf or .png")
            .inFile(file.toStdString());
    writeFile(file.toStdString(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

QByteArray figureCsv(const Chart& chart, const QString& caption)
{
    const auto quoted = [](const QString& cell) {
        static const QRegularExpression special(QStringLiteral("[\",\r\n]"));
        if (!cell.contains(special)) return cell;
        return QStringLiteral("\"") + QString(cell).replace('"', QStringLiteral("\"\"")) + QStringLiteral("\"");
    };
    const auto line = [&](const QStringList& cells) {
        QStringList out;
        for (const QString& cell : cells)
            out << quoted(cell);
        return (out.join(',') + '\n').toUtf8();
    };
    const ChartTable table = chart.table();
    QByteArray csv;
    if (!caption.isEmpty()) csv += "# " + caption.toUtf8() + '\n';
    csv += line(table.header);
    for (const QStringList& row : table.rows)
        csv += line(row);
    return csv;
}

} // namespace bridgescope
