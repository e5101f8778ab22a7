#pragma once
#include "ui/charts/chart.h"

#include <QByteArray>

namespace bridgescope {

enum class FigurePalette { OkabeIto, Grey };

/// How a figure is printed.
struct FigureOptions {
    double widthMm = 84; ///< 84: one column, 174: two
    double heightMm = 0; ///< 0: as the chart likes it
    double fontPt = 8;   ///< of every text, as printed
    FigurePalette palette = FigurePalette::OkabeIto;
    int dpi = 300;   ///< of PNG
    QString caption; ///< the convention line; empty: none
    QString title;   ///< of the document; empty: the chart's name

    /// Throws Error(Usage) naming the option, its value and what is allowed.
    void validate() const;
};
/// "okabe-ito" or "grey"; throws Error(Usage) naming the choices.
FigurePalette figurePaletteFromId(const QString& id);

/// The chart on white, without hover, handles or selection; text as text, everything vector. Bytes depend on chart and
/// options only.
QByteArray figureSvg(const Chart& chart, const FigureOptions& options);
QByteArray figurePdf(const Chart& chart, const FigureOptions& options);
QByteArray figurePng(const Chart& chart, const FigureOptions& options);
/// By the file's ending: .svg, .pdf, .png. Written as a whole or not at all.
/// Throws Error(Usage) for another ending, Error(Io) where it cannot be written.
void exportFigure(const Chart& chart, const QString& file, const FigureOptions& options);
/// The numbers behind it, RFC 4180, UTF-8, with the caption as a first line "# ..." where there is one.
QByteArray figureCsv(const Chart& chart, const QString& caption = {});

} // namespace bridgescope
