#include "ui/panels/overview/card_grid.h"

#include "ui/widgets/text.h"

#include <QGridLayout>

#include <algorithm>

namespace bridgescope {
namespace {

constexpr int leastWidth = 360, between = 12;

}

CardGrid::CardGrid(QWidget* parent) : QWidget(parent)
{
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(between);
}

int CardGrid::columnsFor(int width, int cards, double scale)
{
    const int least = static_cast<int>(leastWidth * scale);
    return std::clamp((width + between) / (least + between), 1, std::max(1, cards == 4 ? 2 : std::min(3, cards)));
}

void CardGrid::setCards(const QList<QWidget*>& cards)
{
    if (cards == m_cards) return;
    for (QWidget* card : m_cards)
        m_grid->removeWidget(card);
    m_cards = cards;
    m_columns = 0;
    arrange();
}

void CardGrid::resizeEvent(QResizeEvent*)
{
    arrange();
}

void CardGrid::arrange()
{
    const int columns = columnsFor(width(), static_cast<int>(m_cards.size()), textScale(font()));
    if (columns == m_columns) return;
    m_columns = columns;
    for (QWidget* card : m_cards)
        m_grid->removeWidget(card);
    for (int c = 0; c < 3; ++c)
        m_grid->setColumnStretch(c, c < columns ? 1 : 0);
    for (int i = 0; i < m_cards.size(); ++i) {
        m_grid->addWidget(m_cards[i], i / columns, i % columns);
        m_grid->setRowStretch(i / columns, 1);
        m_cards[i]->show();
    }
    for (int r = static_cast<int>((m_cards.size() + columns - 1) / columns); r < m_grid->rowCount(); ++r)
        m_grid->setRowStretch(r, 0);
}

} // namespace bridgescope
