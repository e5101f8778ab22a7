#include "core/dataset/sample.h"
#include "ui/main_window/main_window.h"
#include "ui/panels/start/start_page.h"

#include <QPainter>
#include <QPixmap>

namespace bridgescope {
namespace {

constexpr int shown = 12, gap = 16;

/// Some items far apart in the sample's order, so that every category is seen, in a row at twice the size shown.
QImage pictureRow(const Sample& sample)
{
    const QImage atlas(QString::fromStdString(sample.atlasFile));
    const auto n = static_cast<int>(sample.x.size());
    QImage row(shown * sample.tile + (shown - 1) * gap, sample.tile, QImage::Format_ARGB32_Premultiplied);
    row.fill(Qt::transparent);
    QPainter painter(&row);
    for (int i = 0; i < shown; ++i) {
        const int item = (2 * i + 1) * n / (2 * shown);
        painter.drawImage(QPoint(i * (sample.tile + gap), 0), atlas,
                          QRect(item % sample.atlasColumns * sample.tile, item / sample.atlasColumns * sample.tile,
                                sample.tile, sample.tile));
    }
    return row;
}

} // namespace

void MainWindow::showSamplePictures()
{
    m_jobs->run<QImage>(
        "start page", tr("Reading the sample's pictures"),
        [](const Context& context) { return pictureRow(loadSample("emoji", context)); },
        [this](const QImage& row) { m_start->setSamplePictures(QPixmap::fromImage(row)); },
        [](const Error&) {}); // where it is not installed the button will say so
}

} // namespace bridgescope
