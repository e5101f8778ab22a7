#include "ui/panels/training/why_strip.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace bridgescope {
namespace {

constexpr int lostGroup = 2;

/// "gained; among the nearest in Y" for a tool tip and a screen reader.
QString inWords(int group, const WhyTile& tile)
{
    const QString where = tile.inX && tile.inY ? WhyStrip::tr("a neighbor in X and in Y")
                          : tile.inX           ? WhyStrip::tr("a neighbor in X, not in Y")
                          : tile.inY           ? WhyStrip::tr("a neighbor in Y, not in X")
                                               : WhyStrip::tr("a neighbor in neither X nor Y");
    const QString text = WhyStrip::tr("%1: %2, %3").arg(tile.label, whyGroupName(group).toLower(), where);
    return tile.lists > 1 ? WhyStrip::tr("%1, in %2 lists").arg(text, number(tile.lists)) : text;
}

} // namespace

QString whyGroupName(int group)
{
    return group == 0 ? WhyStrip::tr("Kept") : group == 1 ? WhyStrip::tr("Gained") : WhyStrip::tr("Lost");
}

WhyStrip::WhyStrip(QWidget* parent) : QWidget(parent)
{
    describeAs(*this, QAccessible::Graphic);
    setAccessibleName(tr("Neighbors kept, gained and lost"));
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WhyStrip::show(WhyGroups groups)
{
    m_groups = std::move(groups);
    QStringList words;
    for (int group = 0; group < 3; ++group) {
        QStringList labels;
        for (const WhyTile& tile : m_groups.tiles[static_cast<std::size_t>(group)])
            labels << tile.label;
        words << tr("%1 %2: %3")
                     .arg(whyGroupName(group), number(m_groups.places[static_cast<std::size_t>(group)]),
                          labels.mid(0, 20).join(QStringLiteral(", ")));
    }
    setAccessibleValue(*this, words.join(QStringLiteral("; ")));
    update();
}

void WhyStrip::setHovered(int pair)
{
    if (m_hovered == pair) return;
    m_hovered = pair;
    update();
}

QSize WhyStrip::sizeHint() const
{
    return {600, qRound(68 * textScale(font()))};
}

WhyLayout WhyStrip::placed() const
{
    std::array<int, 3> counts{};
    for (std::size_t group = 0; group < 3; ++group)
        counts[group] = static_cast<int>(m_groups.tiles[group].size());
    return layOutWhy(counts, width(), m_groups.pictures != nullptr, textScale(font()));
}

const WhyTile* WhyStrip::tileAt(QPointF at) const
{
    for (const WhyLayout::Tile& tile : placed().tiles)
        if (tile.rect.contains(at))
            return &m_groups.tiles[static_cast<std::size_t>(tile.group)][static_cast<std::size_t>(tile.index)];
    return nullptr;
}

void WhyStrip::paintTile(QPainter& painter, const QRectF& rect, int group, const WhyTile& tile) const
{
    const Tokens& t = tokensOf(palette());
    const double s = textScale(font());
    const bool pictures = m_groups.pictures != nullptr;
    const QRectF body = pictures ? QRectF(rect.topLeft(), QSizeF(rect.width(), rect.width())) : rect;
    const bool lit = tile.pair == m_hovered;
    painter.setPen(QPen(lit ? t.ink : t.line2, lit ? 1.5 : 1));
    painter.setBrush(t.alt);
    painter.drawRoundedRect(body.adjusted(.5, .5, -.5, -.5), 4 * s, 4 * s);
    painter.setOpacity(group == lostGroup ? 0.45 : 1);
    if (pictures && tile.picture >= 0) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const double inset = 3 * s;
        painter.drawImage(body.adjusted(inset, inset, -inset, -inset), m_groups.pictures->image,
                          m_groups.pictures->tileRect(tile.picture));
    } else if (!pictures) {
        painter.setPen(t.ink);
        painter.setFont(textFont(font(), TextSize::Caption));
        drawElided(painter, body.adjusted(26 * s, 0, -4 * s, 0), Qt::AlignLeft | Qt::AlignVCenter, tile.label);
    }
    painter.setOpacity(1);
    const QPointF x = pictures ? QPointF(rect.center().x() - 6 * s, rect.bottom() - 5 * s)
                               : QPointF(rect.left() + 8 * s, rect.center().y());
    const auto mark = [&](Space space, QPointF at, bool in) {
        if (in)
            paintSpaceMark(painter, space, at, 7 * s, t);
        else
            paintHollowMark(painter, markOf(space), at, 7 * s, t.ghost, t.base);
    };
    mark(Space::X, x, tile.inX);
    mark(Space::Y, x + QPointF(pictures ? 12 * s : 11 * s, 0), tile.inY);
    if (tile.lists < 2) return;
    const QString times = QStringLiteral("×%1").arg(tile.lists);
    painter.setFont(textFont(font(), TextSize::Caption, true));
    const double wide = painter.fontMetrics().horizontalAdvance(times) + 6 * s;
    const QRectF corner(body.right() - wide, body.top(), wide, 14 * s);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.bar);
    painter.drawRoundedRect(corner, 3 * s, 3 * s);
    painter.setPen(t.ink2);
    painter.drawText(corner, Qt::AlignCenter, times);
}

void WhyStrip::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const WhyLayout where = placed();
    for (std::size_t group = 0; group < 3; ++group) {
        const QRectF& header = where.headers[group];
        painter.setPen(t.ink);
        painter.setFont(textFont(font(), TextSize::Body, true));
        const QString name = whyGroupName(static_cast<int>(group));
        painter.drawText(header, Qt::AlignLeft | Qt::AlignVCenter, name);
        const double after = painter.fontMetrics().horizontalAdvance(name + ' ');
        painter.setPen(t.ink2);
        painter.setFont(textFont(font(), TextSize::Body));
        painter.drawText(header.adjusted(after, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         number(m_groups.places[group]));
        if (where.hidden[group] == 0) continue;
        painter.setPen(t.ink3);
        painter.drawText(where.more[group], Qt::AlignCenter, QStringLiteral("+%1").arg(where.hidden[group]));
    }
    for (const WhyLayout::Tile& tile : where.tiles)
        paintTile(painter, tile.rect, tile.group,
                  m_groups.tiles[static_cast<std::size_t>(tile.group)][static_cast<std::size_t>(tile.index)]);
}

void WhyStrip::mouseMoveEvent(QMouseEvent* event)
{
    const WhyTile* tile = tileAt(event->position());
    setCursor(tile ? Qt::PointingHandCursor : Qt::ArrowCursor);
    emit itemHovered(tile ? tile->pair : -1);
}

void WhyStrip::mousePressEvent(QMouseEvent* event)
{
    const WhyTile* tile = event->button() == Qt::LeftButton ? tileAt(event->position()) : nullptr;
    m_pressed = tile ? tile->pair : -1;
    if (tile) emit itemChosen(m_pressed);
}

void WhyStrip::mouseDoubleClickEvent(QMouseEvent*)
{
    if (m_pressed >= 0) emit itemOpened(m_pressed);
}

void WhyStrip::leaveEvent(QEvent*)
{
    emit itemHovered(-1);
}

bool WhyStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (const WhyLayout::Tile& tile : placed().tiles)
        if (tile.rect.contains(help->pos())) {
            const auto& all = m_groups.tiles[static_cast<std::size_t>(tile.group)];
            QToolTip::showText(help->globalPos(), inWords(tile.group, all[static_cast<std::size_t>(tile.index)]), this);
            return true;
        }
    QToolTip::hideText();
    return true;
}

} // namespace bridgescope
