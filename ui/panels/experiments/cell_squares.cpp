#include "ui/panels/experiments/cell_squares.h"

#include "ui/widgets/text.h"
#include "ui/widgets/tokens.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace bridgescope {
namespace {

constexpr int step = 12, side = 9;
constexpr std::size_t mostShown = 600; ///< beyond, squares would fill the page; the count above says it all

} // namespace

CellSquares::CellSquares(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Cells of the grid"));
}

void CellSquares::setStates(std::vector<CellState> states, std::vector<QString> names)
{
    m_states = std::move(states);
    m_names = std::move(names);
    if (m_states.size() > mostShown) m_states.resize(mostShown);
    updateGeometry();
    update();
}

int CellSquares::columnsIn(int width) const
{
    return std::max(1, static_cast<int>(width / (step * textScale(font()))));
}

int CellSquares::heightForWidth(int width) const
{
    const int columns = columnsIn(width), n = static_cast<int>(m_states.size());
    return qRound((n + columns - 1) / columns * step * textScale(font()));
}

QSize CellSquares::sizeHint() const
{
    return {200, heightForWidth(std::max(width(), 200))};
}

QRectF CellSquares::squareAt(std::size_t index) const
{
    const double scale = textScale(font());
    const int columns = columnsIn(width()), i = static_cast<int>(index);
    return {(i % columns) * step * scale, (i / columns) * step * scale, side * scale, side * scale};
}

void CellSquares::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokensOf(palette());
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        const QRectF square = squareAt(i).adjusted(.5, .5, -.5, -.5);
        const CellState state = m_states[i];
        painter.setPen(QPen(state == CellState::Waiting  ? t.line
                            : state == CellState::Failed ? t.warningText
                                                         : t.accent,
                            1));
        painter.setBrush(state == CellState::Done ? t.accent : state == CellState::Failed ? t.warningGround : t.base);
        painter.drawRoundedRect(square, 1.5, 1.5);
        if (state == CellState::Running) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.accent);
            painter.drawEllipse(square.center(), 1.8, 1.8);
        } else if (state == CellState::Failed) {
            painter.drawLine(square.topLeft(), square.bottomRight());
            painter.drawLine(square.topRight(), square.bottomLeft());
        }
    }
}

bool CellSquares::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (std::size_t i = 0; i < m_states.size() && i < m_names.size(); ++i)
            if (squareAt(i).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), m_names[i], this);
                return true;
            }
        QToolTip::hideText();
    }
    return QWidget::event(event);
}

} // namespace bridgescope
