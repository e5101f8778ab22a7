#pragma once
#include <QWidget>

class QGridLayout;

namespace bridgescope {

/// Cards side by side: 3, 2 or 1 columns (four cards: two by two), each at least 360 wide; rows share the height there
/// is and scroll below their least.
class CardGrid : public QWidget {
    Q_OBJECT
public:
    explicit CardGrid(QWidget* parent = nullptr);
    void setCards(const QList<QWidget*>& cards);
    int columns() const { return m_columns; }
    /// How many columns fit a width at a text scale: plain, for tests.
    static int columnsFor(int width, int cards, double scale);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    QGridLayout* m_grid;
    QList<QWidget*> m_cards;
    int m_columns = 0;
};

} // namespace bridgescope
