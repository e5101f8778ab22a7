// The real window, in milliseconds: from nothing to the sample's first chart, a ridge, and what follows a hand with
// N items while each view is in front. Medians; every figure counts until the views are painted.
//
//   QT_QPA_PLATFORM=offscreen benchmark_window [N 20000]
#include "ui/charts/chart_view.h"
#include "ui/main_window/main_window.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace bridgescope;

namespace {

double elapsed(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Everything posted is done and every widget in sight painted.
void settle(MainWindow& window)
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    window.repaint();
}

template<class Ready> void wait(MainWindow& window, Ready ready)
{
    if (!QTest::qWaitFor(ready, 600'000)) std::printf("NOT REACHED within ten minutes: the next figure is void\n");
    settle(window);
}

template<class Step> double medianOf(MainWindow& window, int steps, Step step)
{
    std::vector<double> times;
    for (int i = 0; i < steps; ++i) {
        QElapsedTimer timer;
        timer.start();
        step(i);
        settle(window);
        times.push_back(elapsed(timer));
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void ofTheSample(Theme& theme)
{
    QElapsedTimer timer;
    timer.start();
    MainWindow window(theme);
    window.resize(1440, 900);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window)) return;
    settle(window);
    std::printf("window on the screen               %9.1f ms\n", elapsed(timer));
    timer.restart();
    window.workspace().openSample(false);
    wait(window, [&] { return window.hub().atK() != nullptr; });
    std::printf("sample opened to its first charts  %9.1f ms\n", elapsed(timer));
    wait(window, [&] { return window.jobs().isIdle(); });
    timer.restart();
    window.workspace().train({}, true);
    wait(window, [&] { return window.hub().atK() && window.hub().atK()->hasMapping; });
    std::printf("ridge trained and in every view    %9.1f ms\n", elapsed(timer));
    wait(window, [&] { return window.jobs().isIdle(); });
    const double drag = medianOf(window, 99, [&](int i) { window.hub().setK(i + 2); });
    std::printf("one step of K from 1 to 100        %9.1f ms\n", drag);
}

void drag(MainWindow& window, Index n, const char* view)
{
    window.showView(view);
    wait(window, [&] { return window.jobs().isIdle(); });
    SelectionHub& hub = window.hub();
    const double k = medianOf(window, 60, [&](int i) {
        const MeasuredAtKPtr before = hub.atK();
        hub.setK(5 + i);
        // above 10,000 items the numbers come from a job: a redraw is one that shows them
        const auto shown = [&] { return hub.atK() && hub.atK() != before && hub.atK()->report.xy.k == hub.state().k; };
        while (!shown()) // QTest's waiting sleeps for 10 ms at a time
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    });
    const double brush = medianOf(window, 40, [&](int i) {
        std::set<int> items;
        for (int j = 0; j < static_cast<int>(n) / 40; ++j)
            items.insert(static_cast<int>((static_cast<Index>(i) * 37 + j * 3) % n));
        hub.setSelection(std::move(items));
    });
    hub.setSelection({});
    const double focus =
        medianOf(window, 40, [&](int i) { hub.setFocus(static_cast<int>((static_cast<Index>(i) * 7919) % n)); });
    std::printf("  %-12s K %7.1f   brush %7.1f   focus %7.1f ms\n", view, k, brush, focus);
    std::fflush(stdout);
}

void ofMany(Theme& theme, Index n)
{
    MainWindow window(theme);
    window.resize(1440, 900);
    window.show();
    SyntheticOptions synthetic;
    synthetic.items = n;
    QElapsedTimer timer;
    timer.start();
    window.openSynthetic(synthetic, false);
    wait(window, [&] { return window.hub().measured() != nullptr; });
    window.workspace().train({}, true);
    wait(window, [&] { return window.hub().atK() && window.hub().atK()->hasMapping && window.jobs().isIdle(); });
    window.hub().setScope(ItemScope::AllPaired);
    wait(window, [&] { return window.hub().atK() && window.hub().measured()->n() == n && window.jobs().isIdle(); });
    std::printf("N %lld, all paired in scope, after %.1f s\n", static_cast<long long>(n), elapsed(timer) / 1000);
    for (const char* view : {"overview", "neighbors", "maps", "training", "runs"})
        drag(window, n, view);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.filePath("settings"));
    Theme theme(app);
    ofTheSample(theme);
    ofMany(theme, argc > 1 ? std::atoll(argv[1]) : 20000);
    return 0;
}
