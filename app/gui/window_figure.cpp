#include "app/gui/window_figure.h"

#include "core/base/error.h"
#include "core/dataset/reader.h"
#include "ui/main_window/main_window.h"
#include "ui/panels/experiments/experiments_panel.h"
#include "ui/panels/experiments/untrained_page.h"
#include "ui/panels/runs/runs_panel.h"
#include "ui/panels/start/start_page.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEventLoop>
#include <QTableView>
#include <QTimer>

namespace bridgescope {
namespace {

/// Runs the window until no job is left and everything is drawn; a problem on the way is an Error.
void settle(MainWindow& window, QString& problem)
{
    QEventLoop loop;
    QTimer poll;
    int quiet = 0;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        quiet = window.jobs().isIdle() ? quiet + 1 : 0;
        if (quiet > 15 || !problem.isEmpty()) loop.quit();
    });
    poll.start(20);
    loop.exec();
    if (!problem.isEmpty()) throw Error(ErrorKind::Input, problem.toStdString());
}

/// A map that learns nothing beside the one asked for, and both picked.
void pickTwoRuns(MainWindow& window)
{
    TrainingOptions untrained;
    untrained.map = "random";
    window.workspace().train(untrained, true);
    if (auto* runs = window.findChild<RunsPanel*>()) runs->table().selectAll();
}

QSize sizeOf(const std::string& text)
{
    const QStringList parts = QString::fromStdString(text).split('x');
    if (parts.size() == 2 && parts[0].toInt() >= 400 && parts[1].toInt() >= 300)
        return {parts[0].toInt(), parts[1].toInt()};
    throw Error(ErrorKind::Usage, "--size " + text + " is not a size", "write it as 1440x900");
}

void fillStartPage(MainWindow& window, const WindowFigure& figure)
{
    previewFile(figure.files[0], figure.reading.forX()); // refuses what could not be opened from there
    previewFile(figure.files[1], figure.reading.forY());
    window.startPage().fillSlots(QString::fromStdString(figure.files[0]), QString::fromStdString(figure.files[1]));
}

std::unique_ptr<OpenPair> readPair(const WindowFigure& figure)
{
    EmbeddingSet x = readEmbeddingSet(figure.files[0], figure.reading.forX()),
                 y = readEmbeddingSet(figure.files[1], figure.reading.forY());
    requireFinite(x);
    requireFinite(y);
    PairedSet pairs = pairSets(x, y, figure.pairing);
    auto pair = makeOpenPair(std::move(x), std::move(y), std::move(pairs), figure.split);
    if (figure.kGiven) requireHeldOut(pair->split, figure.measure);
    pair->readX = figure.reading.forX();
    pair->readY = figure.reading.forY();
    pair->pairing = figure.pairing;
    return pair;
}

} // namespace

int drawWindow(QApplication& app, const WindowFigure& figure, const std::string& out)
{
    // Its own settings: what a person remembered does not show in a figure.
    QApplication::setOrganizationName("Bridgescope-figure");
    Theme theme(app);
    theme.setChoice(figure.theme == "dark" ? Theme::Choice::Dark : Theme::Choice::Light);
    MainWindow window(theme);
    window.setProperty("closes-silently", true);
    QString problem;
    QObject::connect(&window.workspace(), &Workspace::problem, &window, [&](const QString& text) { problem = text; });
    window.resize(sizeOf(figure.size));
    window.show();
    if (figure.sample)
        window.workspace().openSample(false);
    else if (figure.files.size() == 2 && figure.view == "start")
        fillStartPage(window, figure);
    else if (figure.files.size() == 2)
        window.workspace().open(readPair(figure));
    else if (figure.view != "start")
        throw Error(ErrorKind::Usage, "two sets are needed", "name X and Y, or give --sample");
    settle(window, problem);
    if (window.workspace().pair()) {
        if (figure.sample) window.workspace().setSplit(figure.split);
        if (figure.sample && figure.kGiven) requireHeldOut(window.workspace().pair()->split, figure.measure);
        window.hub().setMetric(figure.measure.metric);
        window.hub().setSelfRule(figure.measure.overlap.self);
        window.workspace().train(figure.training, true);
        settle(window, problem);
        window.hub().setK(figure.measure.overlap.k);
        if (!figure.item.empty()) {
            const auto& labels = window.workspace().pairsOf(true)->labels;
            const auto found = std::find(labels.begin(), labels.end(), figure.item);
            if (found == labels.end())
                throw Error(ErrorKind::Input, "no item is labelled \"" + figure.item + "\"",
                            "labels are compared letter for letter");
            window.hub().setFocus(static_cast<int>(found - labels.begin()));
        }
        const bool untrained = figure.view == "experiment2";
        window.showView(untrained ? "experiments" : QString::fromStdString(figure.view));
        if (!figure.grid.empty()) window.experiments().openSpec(QString::fromStdString(figure.grid));
        if (figure.view == "experiments") window.experiments().run();
        window.experiments().showUntrained(untrained);
        if (untrained) window.experiments().untrained().run();
        if (figure.view == "runs") pickTwoRuns(window);
        settle(window, problem);
    }
    window.setPresenting(figure.presenter);
    window.showNormal(); // not as large as the screen that is not there
    window.resize(sizeOf(figure.size));
    settle(window, problem);
    if (QWidget* focused = window.focusWidget()) focused->clearFocus(); // a cursor that blinks would be there or not
    if (!window.grab().save(QString::fromStdString(out)))
        throw Error(ErrorKind::Io, "cannot be written", "choose a .png file in a folder you may write to").inFile(out);
    return 0;
}

} // namespace bridgescope
