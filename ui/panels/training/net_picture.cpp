#include "ui/panels/training/net_picture.h"

#include "ui/models/option_words.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

constexpr double layerThickness = 14;

QString sizeText(Index size)
{
    return number(static_cast<qint64>(size));
}

/// What a closed form does on the way, in a few words.
QString betweenOf(const TrainingOptions& options, Index from, Index to)
{
    const QString by = NetPicture::tr("%1 × %2").arg(sizeText(to), sizeText(from));
    if (options.map == "identity") return NetPicture::tr("unchanged");
    if (options.map == "retrieval") return NetPicture::tr("y of the nearest training item");
    if (options.map == "random") return NetPicture::tr("random matrix, %1").arg(by);
    if (options.map == "procrustes") return NetPicture::tr("rotation, %1").arg(by);
    if (options.map == "cca" || options.map == "pls") {
        const QString through = options.components ? sizeText(*options.components) : NetPicture::tr("its");
        return NetPicture::tr("one matrix, %1, by %2 components").arg(by, through);
    }
    return NetPicture::tr("one matrix, %1").arg(by);
}

} // namespace

NetSketch sketchOf(const TrainingOptions& options, Index from, Index to)
{
    NetSketch sketch;
    const bool net = options.map == "net";
    sketch.sizes.push_back(from);
    if (net) {
        sketch.sizes.insert(sketch.sizes.end(), options.hidden.begin(), options.hidden.end());
        for (std::size_t i = 0; i < options.hidden.size(); ++i)
            sketch.functions << choiceLabel("activation", options.activation);
    }
    sketch.sizes.push_back(to);
    if (sketch.functions.isEmpty()) sketch.between = betweenOf(options, from, to);
    sketch.hasWeights = options.map != "identity" && options.map != "retrieval";
    return sketch;
}

QString inWords(const NetSketch& sketch)
{
    if (sketch.sizes.empty()) return {};
    QStringList parts{NetPicture::tr("%1 in").arg(sizeText(sketch.sizes.front()))};
    for (qsizetype i = 0; i < sketch.functions.size(); ++i)
        parts << QStringLiteral("%1 %2").arg(sizeText(sketch.sizes[static_cast<std::size_t>(i) + 1]),
                                             sketch.functions[i]);
    if (!sketch.between.isEmpty()) parts << sketch.between;
    parts << NetPicture::tr("%1 out").arg(sizeText(sketch.sizes.back()));
    return parts.join(QStringLiteral(", "));
}

std::vector<QRectF> layOutLayers(const std::vector<Index>& sizes, const QRectF& rect, double thickness)
{
    std::vector<QRectF> layers;
    const Index largest = sizes.empty() ? 1 : std::max<Index>(1, *std::max_element(sizes.begin(), sizes.end()));
    const double most = std::log2(1. + static_cast<double>(largest));
    const double pitch = sizes.size() > 1 ? (rect.width() - thickness) / static_cast<double>(sizes.size() - 1) : 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const double height = rect.height() * std::log2(1. + static_cast<double>(std::max<Index>(0, sizes[i]))) / most;
        layers.emplace_back(rect.left() + pitch * static_cast<double>(i), rect.center().y() - height / 2, thickness,
                            height);
    }
    return layers;
}

bool isLabelled(std::size_t layer, std::size_t layers, double pitch, double widest)
{
    if (layer == 0 || layer + 1 >= layers) return true;
    const auto step = static_cast<std::size_t>(std::max(1.0, std::ceil(widest / std::max(1.0, pitch))));
    return layer % step == 0 && layer + step < layers;
}

NetPicture::NetPicture(QWidget* parent) : QWidget(parent)
{
    describeAs(*this, QAccessible::Graphic);
    setAccessibleName(tr("Picture of the mapping"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NetPicture::show(NetSketch sketch)
{
    if (sketch == m_sketch) return;
    m_sketch = std::move(sketch);
    setAccessibleValue(*this, inWords(m_sketch));
    setToolTip(inWords(m_sketch));
    update();
}

QSize NetPicture::sizeHint() const
{
    return {260, qRound(72 * textScale(font()))};
}

/// Functions above, sizes below: of many or of long ones every 2nd, 3rd, ..., so that none runs into the next.
void NetPicture::paintLabels(QPainter& painter, const std::vector<QRectF>& layers) const
{
    const Tokens& t = tokensOf(palette());
    const double s = textScale(font()), line = 14 * s;
    QStringList above{spaceLetter(Space::X)}, below;
    above << m_sketch.functions << spaceLetter(Space::F);
    for (const Index size : m_sketch.sizes)
        below << sizeText(size);
    const double pitch = layers.size() > 1 ? layers[1].left() - layers[0].left() : width();
    const auto paint = [&](const QStringList& labels, double top, bool numbers) {
        const auto widthOf = [&](const QString& label) {
            return numbers ? numberWidth(painter.font(), label)
                           : QFontMetricsF(painter.font(), painter.device()).horizontalAdvance(label);
        };
        double widest = 0;
        for (const QString& label : labels)
            widest = std::max(widest, widthOf(label) + 4 * s);
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const QString label = labels.value(static_cast<qsizetype>(i));
            if (!isLabelled(i, layers.size(), pitch, widest)) continue;
            const double wide = widthOf(label) + 2;
            const double left = std::clamp(layers[i].center().x() - wide / 2, 0.0, std::max(0.0, width() - wide));
            painter.setPen(i == 0 ? t.x.text : i + 1 == layers.size() ? t.f.text : t.ink2);
            const QRectF room(left, top, wide, line);
            if (numbers)
                drawNumber(painter, room, Qt::AlignCenter, label);
            else
                painter.drawText(room, Qt::AlignCenter | Qt::TextSingleLine, label);
        }
    };
    paint(above, 0, false);
    paint(below, height() - line, true);
}

void NetPicture::paintEvent(QPaintEvent*)
{
    if (m_sketch.sizes.empty()) return;
    const Tokens& t = tokensOf(palette());
    const double s = textScale(font()), line = 14 * s;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(font(), TextSize::Caption));
    // room at both ends for a label that is wider than its layer
    const QRectF room = QRectF(rect()).adjusted(14 * s, line + 2 * s, -14 * s, -line - 2 * s);
    const double thickness =
        std::min(layerThickness * s, 0.6 * room.width() / static_cast<double>(m_sketch.sizes.size()));
    const auto layers = layOutLayers(m_sketch.sizes, room, thickness);
    for (std::size_t i = 0; m_sketch.hasWeights && i + 1 < layers.size(); ++i) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(blend(t.neutral, t.base, 0.22));
        painter.drawPolygon(QPolygonF(
            {layers[i].topRight(), layers[i + 1].topLeft(), layers[i + 1].bottomLeft(), layers[i].bottomRight()}));
    }
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const bool first = i == 0, last = i + 1 == layers.size();
        const SpaceColors& space = first ? t.x : t.f;
        painter.setPen(QPen(first || last ? space.thin : t.neutral, 1));
        painter.setBrush(first || last ? space.tint : t.alt);
        painter.drawRoundedRect(layers[i].adjusted(.5, .5, -.5, -.5), 3 * s, 3 * s);
    }
    paintLabels(painter, layers);
    if (m_sketch.between.isEmpty()) return;
    painter.setPen(t.ink2);
    drawElided(painter, room.adjusted(22 * s, 0, -22 * s, 0), Qt::AlignCenter, m_sketch.between);
}

} // namespace bridgescope
