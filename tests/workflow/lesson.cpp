#include "tests/support/test_program.h"
#include "tests/workflow/window_driver.h"
#include "ui/charts/chart_view.h"
#include "ui/lessons/predict_page.h"
#include "ui/panels/overview/overview_panel.h"

#include <QDir>
#include <QDockWidget>

namespace lesson_tests {

using namespace bridgescope;
using bridgescope::test::WindowDriver;

/// A class makes a pair, predicts, reveals, looks, and takes every chart home.
class Lesson : public QObject {
    Q_OBJECT
private slots:
    void predictThenReveal();
    void independentSetsLieAtChance();
    void allChartsAreExported();
};

namespace {

SyntheticOptions small(SyntheticKind kind)
{
    SyntheticOptions options;
    options.kind = kind;
    options.items = 300;
    options.dimension = 8;
    return options;
}

} // namespace

void Lesson::predictThenReveal()
{
    const WindowDriver user;
    user.window->openSynthetic(small(SyntheticKind::Rotation), true);
    QVERIFY(QTest::qWaitFor([&] { return user.button("Reveal") && user.button("Reveal")->isEnabled(); }, 20'000));
    QVERIFY(!user.window->findChild<OverviewPanel*>()->isVisible());
    QVERIFY(!user.window->findChild<QDockWidget*>("workspace-dock")->isVisible());
    QVERIFY(user.settled());
    auto* page = user.window->findChild<PredictPage*>();
    QVERIFY(page->isVisible() && !page->data().truth);
    QVERIFY(user.press("Reveal"));
    QCOMPARE((*page->data().truth)[2], 1.0); // a rotation keeps every list
    QVERIFY((*page->data().truth)[1] > 0.9);
    QVERIFY(user.press("Look at the views"));
    QVERIFY(user.window->findChild<OverviewPanel*>()->isVisible());
}

void Lesson::independentSetsLieAtChance()
{
    const WindowDriver user;
    user.window->openSynthetic(small(SyntheticKind::Independent), false);
    QVERIFY(QTest::qWaitFor([&] { return user.window->hub().atK() && user.window->hub().atK()->hasMapping; }, 20'000));
    QVERIFY(user.window->findChild<OverviewPanel*>()->isVisible());
    QVERIFY(user.settled());
    const MappingReport& report = user.window->hub().atK()->report;
    QVERIFY(std::abs(report.xy.mean - report.xy.chance) < 0.08);
    QVERIFY(report.xf.mean > report.yf.mean + 0.1); // the paper's warning
}

void Lesson::allChartsAreExported()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 80, 5), user.csv("pictures", 80, 6)));
    user.window->showView("maps");
    const auto mapsAreThere = [&] {
        const auto open = user.window->openCharts();
        return std::any_of(open.begin(), open.end(), [](const auto& o) { return o.chart->helpTopic() == "maps"; });
    };
    QTRY_VERIFY(mapsAreThere());
    const auto charts = user.window->openCharts();
    QVERIFY(charts.size() >= 6); // line, bars, curve, difference, loyalty, maps
    const QString folder = user.folder.filePath("figures");
    user.window->exportCharts(folder, {});
    QCOMPARE(QDir(folder).entryList({"*.svg"}).size(), qsizetype(charts.size()));
    QCOMPARE(QDir(folder).entryList({"*.csv"}).size(), qsizetype(charts.size()));
    QCOMPARE(user.banner(), QString());
    user.window->exportCharts("/proc/none", {});
    QVERIFY(user.banner().contains("/proc/none"));
}

BRIDGESCOPE_TEST(Lesson)

} // namespace lesson_tests

#include "lesson.moc"
