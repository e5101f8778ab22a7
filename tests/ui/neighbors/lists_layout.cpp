#include "ui/panels/neighbors/lists_layout.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace lists_layout_tests {

using namespace bridgescope;

class ListsLayoutTest : public QObject {
    Q_OBJECT
private slots:
    void cardsFillTheWidthUpTo440();
    void cellsStandSideBySide_data();
    void cellsStandSideBySide();
    void everyRowIsHit();
    void scrollBringsRowsIntoSight();
    void linksEndAtTheEdgeOfWhatShows();

private:
    static ListsShape shape(double width, double height, int rows);
};

ListsShape ListsLayoutTest::shape(double width, double height, int rows)
{
    ListsShape s;
    s.size = {width, height};
    s.counts = {rows, rows, rows};
    s.pictures = true;
    return s;
}

void ListsLayoutTest::cardsFillTheWidthUpTo440()
{
    const ListsLayout normal(shape(1168, 400, 10));
    QCOMPARE(normal.card(Space::X).left(), 0.0);
    QVERIFY(std::abs(normal.card(Space::Y).right() - 1168) <= 1);
    QVERIFY(normal.gutter(0).width() >= 69);
    const ListsLayout wide(shape(1900, 400, 10));
    for (const Space space : {Space::X, Space::F, Space::Y})
        QCOMPARE(wide.card(space).width(), 440.0);
    QVERIFY(std::abs(wide.gutter(0).width() - wide.gutter(1).width()) <= 1);
}

void ListsLayoutTest::cellsStandSideBySide_data()
{
    QTest::addColumn<double>("width");
    QTest::addColumn<bool>("compact");
    QTest::addColumn<bool>("pictures");
    QTest::newRow("1440") << 1168.0 << false << true;
    QTest::newRow("1280") << 1040.0 << true << true;
    QTest::newRow("no pictures") << 1040.0 << true << false;
    QTest::newRow("narrow: no pictures") << 760.0 << true << false;
}

void ListsLayoutTest::cellsStandSideBySide()
{
    QFETCH(double, width);
    QFETCH(bool, compact);
    QFETCH(bool, pictures);
    ListsShape s = shape(width, 500, 10);
    s.compact = compact;
    s.pictures = true;
    if (width > 800) s.pictures = pictures; // a narrow card leaves them out by itself
    const ListsLayout layout(s);
    const QRectF row = layout.row(Space::F, 3);
    const RowCells c = layout.cells(row);
    QVERIFY(row.left() < c.rank.left() && c.rank.right() <= c.label.left());
    if (pictures) QVERIFY(c.rank.right() <= c.picture.left() && c.picture.right() <= c.label.left());
    QCOMPARE(c.picture.isEmpty(), !pictures);
    QVERIFY(c.label.right() <= c.value.left());
    QVERIFY(c.value.right() <= c.first.left() && c.first.right() <= c.second.left() && c.second.right() < row.right());
    QVERIFY(c.bar.top() > c.label.center().y() && c.bar.bottom() < row.bottom());
    QVERIFY(c.label.width() > 30);
}

void ListsLayoutTest::everyRowIsHit()
{
    ListsShape s = shape(1168, 300, 30);
    s.scroll = 120;
    const ListsLayout layout(s);
    for (const Space space : {Space::X, Space::F, Space::Y})
        for (int i = 0; i < 30; ++i) {
            const QPointF middle = layout.row(space, i).center();
            const auto hit = layout.hit(middle);
            QCOMPARE(hit.has_value(), layout.rowsArea(space).contains(middle));
            if (hit) QVERIFY(hit->space == space && hit->row == i);
        }
    QVERIFY(!layout.hit(layout.gutter(0).center()));
    QVERIFY(!layout.hit(layout.cardHeader(Space::X).center()));
}

void ListsLayoutTest::scrollBringsRowsIntoSight()
{
    ListsShape s = shape(1168, 300, 30);
    for (const double start : {0.0, 300.0, 1e6}) {
        s.scroll = start;
        for (const int row : {0, 7, 29}) {
            ListsShape moved = s;
            moved.scroll = ListsLayout(s).scrollTo(row);
            const ListsLayout layout(moved);
            QVERIFY(moved.scroll >= 0 && moved.scroll <= layout.maximumScroll());
            QVERIFY(layout.row(Space::X, row).top() >= layout.rowsArea(Space::X).top() - 1);
            QVERIFY(layout.row(Space::X, row).bottom() <= layout.rowsArea(Space::X).bottom() + 1);
        }
    }
    QCOMPARE(ListsLayout(shape(1168, ListsLayout::heightFor(10, false, 1), 10)).maximumScroll(), 0.0);
    QCOMPARE(ListsLayout(shape(1168, 2000, 10)).maximumScroll(), 0.0);
}

void ListsLayoutTest::linksEndAtTheEdgeOfWhatShows()
{
    ListsShape s = shape(1168, 300, 40);
    s.scroll = 340; // ten rows up
    const ListsLayout layout(s);
    const LinkPlace place = layout.place({0, 2, 12, 0, false});
    QCOMPARE(place.hiddenLeft, -1);
    QCOMPARE(place.hiddenRight, 0);
    QCOMPARE(place.from.y(), layout.rowsArea(Space::X).top());
    QCOMPARE(place.to.y(), layout.row(Space::F, 12).center().y());
    QVERIFY(place.from.x() > layout.card(Space::X).right() && place.to.x() < layout.card(Space::F).left());
    QCOMPARE(layout.place({1, 12, 39, 0, false}).hiddenRight, 1);
}

BRIDGESCOPE_TEST(ListsLayoutTest)

} // namespace lists_layout_tests

#include "lists_layout.moc"
