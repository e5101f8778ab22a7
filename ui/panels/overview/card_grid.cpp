#include "ui/panels/overview/card_grid.h"

#include "ui/widgets/scaled.h"
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
    keepScaled(*this, [this](double) { arrange(); });
}

int CardGrid::columnsFor(int width, int cards, double scale)
{
    const int least = static_cast<int>(leastWidth * scale);
    return std::clamp((width + between) / (least + between), 1, std::clamp(cards - 1, 1, 3));
}

std::vector<CardGrid::Place> CardGrid::placesOf(int cards, int columns)
{
    std::vector<Place> places;
    for (int i = 0; i < cards; ++i)
        places.push_back({i / columns, i % columns, 1});
    if (places.empty()) return places;
    Place& wide = places.back();
    if (wide.column > 0 && wide.column == columns - 1) {
        places[places.size() - 2].span = 2;
        wide = {wide.row + 1, 0, 1};
    }
    wide.span = columns - wide.column;
    return places;
}

void CardGrid::setCards(const QList<QWidget*>& cards)
{
    if (cards == m_cards) return;
    for (QWidget* card : m_cards)
        m_grid->removeWidget(card);
    m_cards = cards;
    m_columns = 0;
    for (QWidget* child : findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        child->setVisible(cards.contains(child));
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
    const auto places = placesOf(static_cast<int>(m_cards.size()), columns);
    for (int i = 0; i < m_cards.size(); ++i) {
        const Place& place = places[static_cast<std::size_t>(i)];
        m_grid->addWidget(m_cards[i], place.row, place.column, 1, place.span);
        m_grid->setRowStretch(place.row, 1);
    }
    for (int r = places.empty() ? 0 : places.back().row + 1; r < m_grid->rowCount(); ++r)
        m_grid->setRowStretch(r, 0);
}

} // namespace bridgescope
