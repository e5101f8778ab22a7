#include "ui/panels/training/why_strip.h"
#include "tests/support/test_program.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

namespace why_strip_tests {

using namespace bridgescope;

namespace {

WhyGroups groupsOf(const std::array<int, 3>& counts)
{
    WhyGroups groups;
    int pair = 100;
    for (std::size_t group = 0; group < 3; ++group) {
        groups.places[group] = counts[group];
        for (int i = 0; i < counts[group]; ++i, ++pair)
            groups.tiles[group].push_back({pair, -1, QString("item %1").arg(pair), 1, i % 2 == 0, i % 3 == 0});
    }
    return groups;
}

} // namespace

class WhyStripTest : public QObject {
    Q_OBJECT
private slots:
    void tilesFitAndDoNotTouch_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<bool>("pictures");
        for (const double width : {320., 700., 1100.})
            for (const bool pictures : {true, false})
                QTest::addRow("%g %d", width, pictures) << width << pictures;
    }
    void tilesFitAndDoNotTouch()
    {
        QFETCH(double, width);
        QFETCH(bool, pictures);
        using Counts = std::array<int, 3>;
        for (const Counts& counts : {Counts{10, 0, 0}, Counts{6, 4, 4}, Counts{0, 10, 10}, Counts{90, 10, 10}}) {
            const WhyLayout layout = layOutWhy(counts, width, pictures, 1);
            std::array<int, 3> shown{};
            std::vector<QRectF> rects;
            for (const auto& tile : layout.tiles) {
                ++shown[static_cast<std::size_t>(tile.group)];
                rects.push_back(tile.rect);
            }
            for (std::size_t group = 0; group < 3; ++group) {
                QCOMPARE(shown[group] + layout.hidden[group], counts[group]);
                QVERIFY(counts[group] == 0 || layout.hidden[group] < counts[group]); // something of each
                if (layout.hidden[group] > 0) rects.push_back(layout.more[group]);
            }
            for (std::size_t a = 0; a < rects.size(); ++a) {
                QVERIFY(rects[a].left() >= 0 && rects[a].right() <= width);
                for (std::size_t b = a + 1; b < rects.size(); ++b)
                    QVERIFY(!rects[a].intersects(rects[b]));
            }
        }
    }
    void allAreShownWhereThereIsRoom()
    {
        QCOMPARE(layOutWhy({6, 4, 4}, 800, true, 1).tiles.size(), std::size_t(14));
        QCOMPARE(layOutWhy({6, 4, 4}, 800, false, 1).tiles.size(), std::size_t(14));
        const WhyLayout tight = layOutWhy({30, 3, 3}, 500, true, 1); // few ones are not cut for many
        QCOMPARE(tight.hidden[1] + tight.hidden[2], 0);
        QVERIFY(tight.hidden[0] > 0);
    }
    void pointedAtAndChosen()
    {
        WhyStrip strip;
        strip.resize(800, 68);
        strip.show(groupsOf({2, 1, 1}));
        strip.setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(&strip));
        QSignalSpy hovered(&strip, &WhyStrip::itemHovered), chosen(&strip, &WhyStrip::itemChosen),
            opened(&strip, &WhyStrip::itemOpened);
        const WhyLayout where = strip.placed();
        QTest::mouseMove(&strip, where.tiles[2].rect.center().toPoint());
        QCOMPARE(hovered.last()[0].toInt(), 102);
        QTest::mouseMove(&strip, {799, 67});
        QCOMPARE(hovered.last()[0].toInt(), -1);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, where.tiles[3].rect.center().toPoint());
        QCOMPARE(chosen.last()[0].toInt(), 103);
        strip.show(groupsOf({0, 0, 5})); // as the first click changes it
        QTest::mouseDClick(&strip, Qt::LeftButton, {}, where.tiles[3].rect.center().toPoint());
        QCOMPARE(opened.size(), 1);
    }
    void readOutInWords()
    {
        WhyStrip strip;
        strip.show(groupsOf({1, 2, 0}));
        QCOMPARE(QAccessible::queryAccessibleInterface(&strip)->text(QAccessible::Value),
                 QString("Kept 1: item 100; Gained 2: item 101, item 102; Lost 0: "));
    }
    void drawnWithAndWithoutPictures()
    {
        WhyStrip strip;
        strip.resize(800, 68);
        WhyGroups groups = groupsOf({3, 3, 3});
        strip.show(groups);
        const QImage labels = strip.grab().toImage();
        auto atlas = std::make_shared<PictureAtlas>();
        atlas->image = QImage(64, 64, QImage::Format_RGB32);
        atlas->image.fill(Qt::red);
        groups.pictures = atlas;
        groups.tiles[0][0].picture = 0;
        groups.tiles[0][0].lists = 12;
        strip.show(groups);
        const QImage pictures = strip.grab().toImage();
        QVERIFY(labels != pictures);
        const QPointF at = strip.placed().tiles[0].rect.center();
        QCOMPARE(pictures.pixelColor(at.toPoint() * pictures.devicePixelRatio()), QColor(Qt::red));
    }
};

BRIDGESCOPE_TEST(WhyStripTest)

} // namespace why_strip_tests

#include "why_strip.moc"
