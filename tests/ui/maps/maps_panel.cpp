#include "ui/panels/maps/maps_panel.h"
#include "core/projection/pca.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_measured.h"
#include "ui/jobs/job_runner.h"
#include "ui/widgets/card.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

namespace maps_panel_tests {

using namespace bridgescope;

class MapsPanelTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void alignedMapsKeepTheDistancesOfTheirOwn();
    void shownCountsNeighborsOfTheMap();
    void clickAndHoverAreShared();
    void lassoAndBoxSelect();
    void panAndZoomAreShared();
    void everyItemIsInSight();
    void everyColoringGroupsEveryItem();
    void rareCategoriesAreOther();
    void withoutMappingOffersRidge();
    void cancelledIsSaidAndAskedAgain();
    void picturesAreThoseDrawnAnew();

private:
    void show(const test::SyntheticOptions& options = {});
    int pairOf(int local) const { return static_cast<int>(m_measured->fold->items[static_cast<std::size_t>(local)]); }
    SelectionHub* m_hub = nullptr;
    JobRunner* m_jobs = nullptr;
    MapsPanel* m_panel = nullptr;
    MeasuredPtr m_measured;
};

void MapsPanelTest::init()
{
    m_hub = new SelectionHub;
    m_jobs = new JobRunner;
    m_panel = new MapsPanel(*m_hub, *m_jobs);
    m_panel->resize(1200, 700);
}

void MapsPanelTest::cleanup()
{
    m_jobs->shutdown();
    delete m_panel;
    delete m_jobs;
    delete m_hub;
}

void MapsPanelTest::show(const test::SyntheticOptions& options)
{
    m_panel->show();
    m_measured = test::syntheticMeasured(options);
    test::showIn(*m_hub, m_measured, 5);
    m_hub->setFocus(pairOf(3));
    QTRY_VERIFY(m_panel->layouts());
    QApplication::processEvents(); // cards take their sizes once their titles are known
}

void MapsPanelTest::alignedMapsKeepTheDistancesOfTheirOwn()
{
    show();
    // Turning, mirroring, one scale and a shift: ratios of distances stay those of the map by itself.
    const Matrix alone = pcaMap(m_measured->fold->y);
    const Matrix& shown = m_panel->layouts()->map(Space::Y).points;
    const auto distance = [](const Matrix& map, Index a, Index b) {
        return std::hypot(map(0, a) - map(0, b), map(1, a) - map(1, b));
    };
    const double scale = distance(shown, 0, 1) / distance(alone, 0, 1);
    for (Index i = 2; i < alone.columns(); ++i)
        QVERIFY(std::abs(distance(shown, 0, i) - scale * distance(alone, 0, i)) < 1e-3 * scale);
}

void MapsPanelTest::shownCountsNeighborsOfTheMap()
{
    show();
    const MapLayouts& layouts = *m_panel->layouts();
    const auto& points = layouts.map(Space::X).points;
    for (const int item : {0, 7, 19}) {
        // slow reference: sort all others by their distance in the plane
        std::vector<std::pair<double, int>> near;
        for (int other = 0; other < static_cast<int>(points.columns()); ++other)
            if (other != item)
                near.push_back(
                    {std::hypot(points(0, item) - points(0, other), points(1, item) - points(1, other)), other});
        std::sort(near.begin(), near.end());
        int expected = 0;
        for (const std::int32_t neighbor : m_measured->fold->listsX.neighbors(item).first(5))
            expected +=
                std::any_of(near.begin(), near.begin() + 5, [&](const auto& n) { return n.second == neighbor; });
        QCOMPARE(layouts.shown(Space::X, item, 5), expected);
    }
    QVERIFY(m_panel->header(Space::X).contains(QString("%1 of 5").arg(layouts.shown(Space::X, 3, 5))));
    QCOMPARE(layouts.shown(Space::X, 0, 29), 29); // every other item is a neighbor
}

void MapsPanelTest::clickAndHoverAreShared()
{
    show();
    MapView& view = m_panel->view(Space::Y);
    const QPointF at = view.position(8);
    const int there = view.itemAt(at);
    QVERIFY(there >= 0);
    QTest::mouseMove(&view, at.toPoint());
    QTRY_COMPARE(m_hub->hovered(), pairOf(view.itemAt(at.toPoint())));
    QTest::mouseClick(&view, Qt::LeftButton, {}, at.toPoint());
    QCOMPARE(m_hub->state().focus, pairOf(view.itemAt(at.toPoint())));
    const QSignalSpy opened(m_hub, &SelectionHub::viewRequested);
    QTest::mouseDClick(&view, Qt::LeftButton, {}, at.toPoint());
    QCOMPARE(opened.size(), 1);
}

void MapsPanelTest::lassoAndBoxSelect()
{
    show();
    MapView& view = m_panel->view(Space::X);
    QTest::keyClick(m_panel, Qt::Key_B);
    const auto drag = [&view](const QList<QPoint>& way, Qt::KeyboardModifiers modifiers) {
        QTest::mousePress(&view, Qt::LeftButton, modifiers, way.first());
        for (const QPoint& point : way)
            QTest::mouseMove(&view, point);
        QTest::mouseRelease(&view, Qt::LeftButton, modifiers, way.last());
    };
    const QPoint end(view.width() - 1, view.height() - 1);
    drag({{1, 1}, {view.width() / 2, view.height() - 1}}, {}); // QTest takes {0, 0} as the middle
    const std::set<int> left = m_hub->state().selection;
    QVERIFY2(!left.empty(), "nothing selected");
    QVERIFY(left.size() < std::size_t(m_measured->n()));
    for (int i = 0; i < m_measured->n(); ++i)
        QCOMPARE(left.count(pairOf(i)) > 0, view.position(i).x() < view.width() / 2);
    QTest::keyClick(m_panel, Qt::Key_L);
    drag({{view.width() / 2, 0}, {end.x(), 0}, end, {view.width() / 2, end.y()}}, Qt::ShiftModifier);
    QCOMPARE(m_hub->state().selection.size(), std::size_t(m_measured->n()));
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(m_hub->state().selection.empty());
    m_hub->undoStack()->undo();
    QCOMPARE(m_hub->state().selection.size(), std::size_t(m_measured->n()));
}

void MapsPanelTest::panAndZoomAreShared()
{
    show();
    MapView& view = m_panel->view(Space::X);
    const MapTransform before = view.transform();
    const QPointF there = view.position(4);
    QWheelEvent wheel(there, view.mapToGlobal(there), {}, {0, 120}, {}, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&view, &wheel);
    QVERIFY(view.transform().scale > before.scale);
    QVERIFY((view.position(4) - there).manhattanLength() < 1e-6); // what is under the pointer stays
    QCOMPARE(m_panel->view(Space::Y).transform(), view.transform());
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(m_panel->view(Space::F).transform(), view.transform());
    for (auto* button : m_panel->findChildren<QPushButton*>())
        if (button->text() == "Fit") QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(view.transform(), before);
}

void MapsPanelTest::everyItemIsInSight()
{
    for (const QSize size : {QSize(1200, 700), QSize(900, 520), QSize(1700, 420)}) {
        m_panel->resize(size);
        show();
        QApplication::processEvents();
        for (const Space space : {Space::X, Space::F, Space::Y}) {
            const MapView& view = m_panel->view(space);
            for (int i = 0; i < static_cast<int>(m_measured->n()); ++i)
                QVERIFY(QRectF(view.rect()).contains(view.position(i)));
            const MapTransform transform = view.transform(); // the largest map fills the room it has
            double filled = 0;
            for (const Space each : {Space::X, Space::F, Space::Y}) {
                const QRectF bounds = m_panel->view(each).bounds();
                filled = std::max({filled, bounds.width() * transform.scale / view.width(),
                                   bounds.height() * transform.scale / view.height()});
            }
            QVERIFY2(filled > 0.6, qPrintable(QString::number(filled)));
        }
    }
}

void MapsPanelTest::everyColoringGroupsEveryItem()
{
    show();
    const ItemColumnsPtr columns = makeItemColumns(*m_hub->atK());
    for (int row = 0; row < m_panel->colorBox().count(); ++row) {
        m_panel->colorBox().setCurrentIndex(row);
        const auto kind = static_cast<MapColor>(m_panel->colorBox().currentData().toInt());
        const MapColoring coloring = colorItems(*columns, kind, *m_panel->layouts(), Space::F, lightTokens());
        QCOMPARE(coloring.kind, kind);
        QCOMPARE(coloring.classOf.size(), std::size_t(m_measured->n()));
        std::vector<int> counts(coloring.classes.size());
        for (const auto of : coloring.classOf)
            ++counts.at(of);
        for (std::size_t c = 0; c < counts.size(); ++c)
            QCOMPARE(coloring.classes[c].count, counts[c]);
    }
}

void MapsPanelTest::rareCategoriesAreOther()
{
    show();
    auto pairs = std::make_shared<PairedSet>(*m_measured->pairs);
    for (std::size_t i = 0; i < pairs->metadata.columns[0].values.size(); ++i)
        pairs->metadata.columns[0].values[i] = "c" + std::to_string(i % 24);
    auto measured = std::make_shared<Measured>(*m_measured);
    measured->pairs = pairs;
    const ItemColumnsPtr columns = makeItemColumns(*test::measuredAt(measured, 5));
    const MapColoring coloring = colorItems(*columns, MapColor::Category, *m_panel->layouts(), Space::X, lightTokens());
    QCOMPARE(coloring.classes.size(), std::size_t(10));
    QCOMPARE(coloring.classes.back().name, QString("other"));
    QVERIFY(coloring.classes.back().count > 0);
}

void MapsPanelTest::withoutMappingOffersRidge()
{
    test::SyntheticOptions options;
    options.mapping = false;
    show(options);
    QVERIFY(!m_panel->view(Space::F).isVisible());
    QVERIFY(m_panel->view(Space::X).isVisible());
    QVERIFY2(m_panel->convention().endsWith("; Y turned onto X, links are true neighbors"),
             qPrintable(m_panel->convention()));
    int cards = 0; // the empty place is a card like the two beside it
    for (const auto* card : m_panel->findChildren<Card*>())
        cards += card->isVisible() && card->findChild<EmptyPlace*>() && card->title() == "Mapped words";
    QCOMPARE(cards, 1);
    const QSignalSpy wanted(m_panel, &MapsPanel::trainRidgeRequested);
    for (auto* button : m_panel->findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == "Train ridge") QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void MapsPanelTest::cancelledIsSaidAndAskedAgain()
{
    m_panel->show();
    test::showIn(*m_hub, test::syntheticMeasured({}), 5);
    m_jobs->cancel("maps"); // before the window's thread could take the maps
    const auto said = [&] {
        for (const QLabel* label : m_panel->findChildren<QLabel*>())
            if (label->text().startsWith("Cancelled")) return true;
        return false;
    };
    QVERIFY(said());
    QVERIFY(!m_panel->layouts());
    m_panel->hide();
    m_panel->show();
    QTRY_VERIFY(m_panel->layouts());
    QVERIFY(!said());
}

/// What is kept from one picture to the next must not show in it: every state looks as in a panel opened in it.
void MapsPanelTest::picturesAreThoseDrawnAnew()
{
    show();
    const auto& box = m_panel->colorBox();
    QList<QImage> seen;
    const auto compare = [&](const char* after) {
        JobRunner jobs;
        MapsPanel fresh(*m_hub, jobs);
        fresh.resize(m_panel->size());
        fresh.show();
        QTRY_VERIFY(fresh.layouts());
        fresh.colorBox().setCurrentIndex(box.currentIndex());
        QApplication::processEvents();
        for (const Space space : {Space::X, Space::F, Space::Y}) {
            const QImage now = m_panel->view(space).grab().toImage();
            QTRY_COMPARE(fresh.view(space).size(), m_panel->view(space).size());
            QVERIFY2(now == fresh.view(space).grab().toImage(), after);
            if (space == Space::F) {
                QVERIFY2(!seen.contains(now), after); // the step is to be seen
                seen << now;
            }
        }
        jobs.shutdown();
    };
    compare("opened");
    m_hub->setSelection({pairOf(1), pairOf(4), pairOf(9)});
    compare("selected");
    m_panel->colorBox().setCurrentIndex(1);
    compare("colored by overlap");
    m_hub->setK(9);
    m_hub->publishAtK(test::measuredAt(m_measured, 9));
    compare("another K");
    m_panel->hide();
    m_hub->setK(12);
    m_hub->publishAtK(test::measuredAt(m_measured, 12));
    m_hub->setFocus(pairOf(7));
    m_panel->show();
    compare("another K and focus while out of sight");
    m_hub->setSelection({});
    compare("nothing selected");
    m_hub->setHovered(pairOf(2));
    compare("hovered");
}

BRIDGESCOPE_TEST(MapsPanelTest)

} // namespace maps_panel_tests

#include "maps_panel.moc"
