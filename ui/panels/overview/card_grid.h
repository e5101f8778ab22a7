#pragma once
#include <QWidget>

#include <vector>

class QGridLayout;

namespace bridgescope {

/// Cards side by side: 3, 2 or 1 columns, each at least 360 wide; rows share the height there is and scroll below their
/// least. The last card is a wide one: two columns at least where there are as many, with the rest of its row.
class CardGrid : public QWidget {
    Q_OBJECT
public:
    explicit CardGrid(QWidget* parent = nullptr);
    /// Every other child is hidden.
    void setCards(const QList<QWidget*>& cards);
    int columns() const { return m_columns; }
    /// How many columns fit a width at a text scale, for so many cards: plain, for tests.
    static int columnsFor(int width, int cards, double scale);
    struct Place {
        int row, column, span;
        friend bool operator==(const Place&, const Place&) = default;
    };
    /// No place is left free: the card before a wide one that begins a row takes the rest of its own.
    static std::vector<Place> placesOf(int cards, int columns);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    QGridLayout* m_grid;
    QList<QWidget*> m_cards;
    int m_columns = 0;
};

} // namespace bridgescope
