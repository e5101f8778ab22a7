#include "tests/support/test_program.h"
#include "tests/workflow/window_driver.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/epoch_chart.h"

#include <QElapsedTimer>
#include <QMessageBox>
#include <QStatusBar>
#include <QTableView>
#include <QTimer>

namespace training_tests {

using namespace bridgescope;
using bridgescope::test::WindowDriver;

/// Training as a person does it: set up, watch, steer, reuse, delete.
class Training : public QObject {
    Q_OBJECT
private slots:
    void trainWatchQueueAndCancel();
    void pauseStepResumeExtend();
    void twoSettingsGiveTwoResults();
    void wrongFieldsAreSaidInPlace();
    void runsAreLookedAtRenamedAndDeleted();
    void theSplitIsAskedAbout();
    void oneBatchIsSaid();
    void aStoppedRunIsExtended();
    void aDivergedRunSaysSoOnce();
    void aCancelledRunWithoutAnEpochIsSaid();
    void closeDuringTraining_data();
    void closeDuringTraining();

private:
    static constexpr int trainingTab = 3, runsTab = 4;
    /// The form set to a small net with so many epochs.
    static void setNet(const WindowDriver& user, const QString& epochs)
    {
        QVERIFY(user.press("Net"));
        WindowDriver::type(line(user, "hidden"), "8");
        WindowDriver::type(line(user, "epochs"), epochs);
    }
    static QLineEdit* line(const WindowDriver& user, const char* key)
    {
        return user.window->findChild<QLineEdit*>(key);
    }
    static QTableView* table(const WindowDriver& user, const char* name) { return user.named<QTableView>(name); }
    static void clickRow(QTableView* view, int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers,
                          view->visualRect(view->model()->index(row, 0)).center());
    }
    static const MappingEntry& newest(const WindowDriver& user) { return user.window->workspace().mappings().back(); }
    static bool opened(const WindowDriver& user, int tab)
    {
        if (!user.openAndTrain(user.csv("words", 200, 5), user.csv("pictures", 200, 6))) return false;
        user.showTab(tab);
        return true;
    }
    static const EpochChart* chart(const WindowDriver& user, const QString& name)
    {
        for (const auto* view : user.window->findChildren<ChartView*>())
            if (view->isVisible() && view->chart() && view->chart()->name() == name)
                return dynamic_cast<const EpochChart*>(view->chart().get());
        return nullptr;
    }
};

void Training::trainWatchQueueAndCancel()
{
    const WindowDriver user;
    QVERIFY(opened(user, trainingTab));
    const int looked = user.window->hub().state().mapping;
    setNet(user, "1000000");
    QVERIFY(user.press("Train"));
    const int first = newest(user).id;
    QCOMPARE(newest(user).options.hidden, std::vector<Index>{8});
    QTRY_VERIFY(chart(user, "Loss") && chart(user, "Loss")->data().series.back().values.size() > 5);
    const std::size_t seen = chart(user, "Loss")->data().series.back().values.size();
    QTRY_VERIFY(chart(user, "Loss")->data().series.back().values.size() > seen); // epochs go on arriving
    QVERIFY(chart(user, "Held-out overlap")->data().current > 0);
    QVERIFY(user.says("for looking only"));
    QVERIFY(user.press("Train")); // while one runs, the next is queued
    const int second = newest(user).id;
    QCOMPARE(newest(user).state, MappingEntry::State::Queued);
    QVERIFY(user.press("Cancel"));
    QTRY_COMPARE(user.window->workspace().mapping(first)->state, MappingEntry::State::Done);
    QVERIFY(user.window->workspace().mapping(first)->model);
    QTRY_COMPARE(user.window->workspace().mapping(second)->state, MappingEntry::State::Running);
    QTRY_VERIFY(user.says("cut after epoch") || newest(user).history.size() > 2);
    QCOMPARE(user.window->hub().state().mapping, looked); // nothing of this changes what is looked at
    user.window->workspace().remove(second);
    QVERIFY(user.settled());
}

void Training::pauseStepResumeExtend()
{
    const WindowDriver user;
    QVERIFY(opened(user, trainingTab));
    setNet(user, "100000");
    QVERIFY(user.press("Train"));
    const int id = newest(user).id;
    const auto run = [&]() -> const MappingEntry& { return *user.window->workspace().mapping(id); };
    QTRY_VERIFY(run().history.size() > 2);
    QVERIFY(user.press("Pause"));
    QTRY_VERIFY(user.button("Resume"));
    const Index at = run().session->epochsDone();
    QVERIFY(user.press("Step"));
    QTRY_COMPARE(run().session->epochsDone(), at + 1);
    QTRY_VERIFY(user.button("Resume") && user.button("Resume")->isEnabled());
    auto* rate = user.named<QLineEdit>("Learning rate from here on");
    QVERIFY(rate);
    WindowDriver::type(rate, "0");
    QVERIFY(user.banner().contains("“Learning rate”") && !user.banner().contains("--"));
    for (const char* goesOn : {"Resume", "Step", "Batch"}) { // refused in place: nothing goes on at the old rate
        QVERIFY(user.press(goesOn));
        QCOMPARE(run().state, MappingEntry::State::Paused);
        QCOMPARE(run().session->epochsDone(), at + 1);
        QVERIFY(user.banner().contains("“Learning rate”"));
    }
    // A second click where the banner was closed is none on what would end the run.
    QTRY_VERIFY(user.button("Close"));
    const QPoint closing = user.button("Close")->mapTo(user.window.get(), user.button("Close")->rect().center());
    QVERIFY(user.press("Close"));
    QVERIFY(user.banner().isEmpty());
    QApplication::processEvents(); // the layout
    QVERIFY(user.button("Cancel") && user.window->childAt(closing) != user.button("Cancel"));
    QVERIFY(!user.button("Cancel")->rect().contains(user.button("Cancel")->mapFrom(user.window.get(), closing)));
    WindowDriver::type(rate, "0.0005");
    QVERIFY(user.banner().isEmpty());
    QCOMPARE(run().session->options().learningRate, 0.0005);
    QVERIFY(user.press("Resume"));
    QTRY_VERIFY(user.button("Pause"));
    QVERIFY(user.press("Cancel"));
    QTRY_COMPARE(run().state, MappingEntry::State::Done);
    const std::size_t done = run().history.size();
    auto* epochs = user.named<QSpinBox>("Epochs in all");
    QVERIFY(epochs);
    epochs->setValue(static_cast<int>(done) + 3);
    QVERIFY(user.press("Extend to"));
    QTRY_COMPARE(run().history.size(), done + 3);
    QTRY_COMPARE(run().state, MappingEntry::State::Done);
    QVERIFY(user.settled());
}

/// Options reach the run: nothing of the form is for show.
void Training::twoSettingsGiveTwoResults()
{
    const WindowDriver user;
    QVERIFY(opened(user, trainingTab));
    setNet(user, "3");
    QVERIFY(user.press("Train"));
    const int plain = newest(user).id;
    WindowDriver::type(line(user, "structure"), "5");
    QVERIFY(user.press("Train"));
    const int remedied = newest(user).id;
    auto* direction = user.named<QComboBox>("Direction");
    QTest::keyClick(direction, Qt::Key_Down);
    QVERIFY(user.press("Train"));
    const int back = newest(user).id;
    QTRY_COMPARE(user.window->workspace().mapping(back)->state, MappingEntry::State::Done);
    const auto& space = user.window->workspace();
    QVERIFY(space.mapping(plain)->history.back().loss != space.mapping(remedied)->history.back().loss);
    QVERIFY(!space.mapping(back)->forward);
    QCOMPARE(space.mapping(back)->predictions.dimension(), 5);
    // the settings of the first again
    auto* runs = table(user, "Runs");
    QVERIFY(runs);
    for (int row = 0; row < runs->model()->rowCount(); ++row)
        if (runs->model()->index(row, 1).data().toString() == space.mapping(plain)->name) clickRow(runs, row);
    QVERIFY(user.press("Duplicate settings"));
    QCOMPARE(line(user, "structure")->text(), QString("0"));
    QCOMPARE(direction->currentIndex(), 0);
    QVERIFY(user.press("Train"));
    const int again = newest(user).id;
    QTRY_COMPARE(space.mapping(again)->state, MappingEntry::State::Done);
    QCOMPARE(space.mapping(again)->history.back().loss, space.mapping(plain)->history.back().loss);
    QVERIFY(user.settled());
}

void Training::wrongFieldsAreSaidInPlace()
{
    const WindowDriver user;
    QVERIFY(opened(user, trainingTab));
    setNet(user, "0");
    const std::size_t before = user.window->workspace().mappings().size();
    QVERIFY(user.press("Train"));
    QCOMPARE(user.window->workspace().mappings().size(), before);
    QVERIFY(user.says("“Epochs” 0 is not possible"));
    QVERIFY(user.banner().isEmpty());
    WindowDriver::type(line(user, "epochs"), "2");
    QVERIFY(user.press("Train"));
    QTRY_COMPARE(newest(user).history.size(), std::size_t(2));
    QVERIFY(user.settled());
}

void Training::runsAreLookedAtRenamedAndDeleted()
{
    const WindowDriver user;
    QVERIFY(opened(user, trainingTab));
    setNet(user, "2");
    QVERIFY(user.press("Train"));
    QTRY_VERIFY(newest(user).report);
    const int ridge = user.window->workspace().mappings().front().id, net = newest(user).id;
    QTest::keyClick(user.window.get(), Qt::Key_5, Qt::ControlModifier);
    auto* runs = table(user, "All runs");
    QVERIFY(runs);
    clickRow(runs, 1);
    QCOMPARE(user.window->hub().state().mapping, ridge); // selecting is not looking at
    QTest::keyClick(runs, Qt::Key_Return);
    QCOMPARE(user.window->hub().state().mapping, net);
    QTest::keyClick(user.window.get(), Qt::Key_Z, Qt::ControlModifier); // a step like any other
    QCOMPARE(user.window->hub().state().mapping, ridge);
    QVERIFY(user.press("Look at"));
    QCOMPARE(user.window->hub().state().mapping, net);
    QTest::keyClick(runs, Qt::Key_F2);
    auto* editor = runs->findChild<QLineEdit*>();
    if (!editor) {
        QVERIFY(user.press("Rename"));
        editor = runs->findChild<QLineEdit*>();
    }
    QVERIFY(editor);
    QTest::keyClicks(editor, "Mine");
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(user.window->workspace().mapping(net)->name, QString("Mine"));
    clickRow(runs, 1);
    QTest::keyClick(runs, Qt::Key_Delete); // the one looked at
    QVERIFY(!user.window->workspace().mapping(net));
    QCOMPARE(user.window->hub().state().mapping, ridge);
    QVERIFY(user.settled());
    QCOMPARE(user.window->hub().measured()->mapping, ridge);
    QTest::keyClick(runs, Qt::Key_Delete); // nothing is selected
    clickRow(runs, 0);
    QTest::keyClick(runs, Qt::Key_Delete);
    QVERIFY(user.window->workspace().mappings().empty());
    QTRY_VERIFY(user.button("Train ridge"));
}

void Training::theSplitIsAskedAbout()
{
    const WindowDriver user;
    QVERIFY(opened(user, trainingTab));
    auto* share = user.named<QSpinBox>("Share held out");
    share->setValue(40);
    QVERIFY(user.press("Train"));
    QVERIFY(user.banner().contains("another split"));
    QVERIFY(user.press("Keep the split"));
    QCOMPARE(share->value(), 20);
    QCOMPARE(user.window->workspace().mappings().size(), std::size_t(1));
    share->setValue(40);
    QVERIFY(user.press("Train"));
    QVERIFY(user.press("Split and train all"));
    QTRY_COMPARE(user.window->workspace().mappings().size(), std::size_t(2));
    QTRY_VERIFY(newest(user).report);
    QVERIFY(user.settled());
    QCOMPARE(user.window->hub().measured()->n(), 80);
}

void Training::oneBatchIsSaid()
{
    const WindowDriver user;
    QVERIFY(opened(user, trainingTab)); // 160 training items
    setNet(user, "1000000");
    WindowDriver::type(line(user, "batch"), "40");
    QVERIFY(user.press("Train"));
    QTRY_VERIFY(newest(user).history.size() > 1);
    QVERIFY(user.press("Pause"));
    QTRY_VERIFY(user.button("Batch"));
    QVERIFY(user.press("Step")); // to the end of an epoch, wherever it was stopped
    QTRY_VERIFY(user.button("Step")->isEnabled());
    QVERIFY(!user.says("then batch"));
    const Index done = newest(user).session->epochsDone();
    for (int batch = 1; batch <= 3; ++batch) {
        QVERIFY(user.press("Batch"));
        QTRY_VERIFY(user.says(QString("then batch <b>%1</b> of 4").arg(batch)));
        QCOMPARE(newest(user).session->epochsDone(), done);
    }
    QVERIFY(user.press("Batch"));
    QTRY_COMPARE(newest(user).session->epochsDone(), done + 1);
    QTRY_VERIFY(!user.says("then batch"));
    user.window->workspace().remove(newest(user).id);
    QVERIFY(user.settled());
}

void Training::aStoppedRunIsExtended()
{
    const WindowDriver user;
    QVERIFY(opened(user, trainingTab));
    setNet(user, "3000");
    WindowDriver::type(line(user, "learning-rate"), "0.05");
    auto* stopping = user.window->findChild<QComboBox*>("early-stopping");
    stopping->setCurrentIndex(stopping->findData("validation-loss"));
    emit stopping->activated(stopping->currentIndex());
    WindowDriver::type(line(user, "patience"), "3");
    QVERIFY(user.press("Train"));
    QTRY_VERIFY(newest(user).report);
    QVERIFY(newest(user).history.size() < 3000);
    const auto stopped = static_cast<int>(newest(user).history.size());
    QVERIFY(user.says(QString("stopped early after epoch %1: no better for 3").arg(stopped)));
    QVERIFY(user.says(QString("best: epoch %1").arg(stopped - 3)));
    QCOMPARE(chart(user, "Held-out overlap")->data().kept, stopped - 3);
    QCOMPARE(chart(user, "Loss")->data().kept, stopped - 3);
    auto* epochs = user.named<QSpinBox>("Epochs in all");
    QVERIFY(epochs);
    QCOMPARE(epochs->value(), 3000); // what was asked for
    QVERIFY(user.press("Extend to"));
    QTRY_COMPARE(newest(user).state, MappingEntry::State::Done);
    QVERIFY(static_cast<int>(newest(user).history.size()) >= stopped + 3);
    QVERIFY(user.settled());
}

void Training::aDivergedRunSaysSoOnce()
{
    const WindowDriver user;
    QVERIFY(opened(user, trainingTab));
    setNet(user, "1000000");
    QVERIFY(user.press("Train"));
    QTRY_VERIFY(newest(user).history.size() > 1);
    QVERIFY(user.press("Pause"));
    QTRY_VERIFY(user.button("Resume"));
    QVERIFY(user.press("Step")); // all of the next epoch's batches go wrong
    QTRY_VERIFY(user.button("Step")->isEnabled());
    WindowDriver::type(user.named<QLineEdit>("Learning rate from here on"), "1000");
    QVERIFY(user.press("Resume"));
    QTRY_COMPARE(newest(user).state, MappingEntry::State::Failed);
    int banners = 0;
    for (const auto* banner : user.window->findChildren<Banner*>())
        banners += banner->isVisible();
    QCOMPARE(banners, 1);
    QVERIFY(user.banner().contains("diverged in epoch") && user.banner().contains("“Learning rate”"));
    QVERIFY(!user.banner().contains("--"));
    const auto good = newest(user).session->epochsDone();
    QVERIFY(user.press(QString("Keep the weights of epoch %1").arg(good)));
    QTRY_COMPARE(newest(user).state, MappingEntry::State::Done);
    auto* rate = user.named<QLineEdit>("Learning rate from here on");
    QVERIFY(rate);
    QCOMPARE(rate->text(), QString("100")); // a tenth of what was too much
    WindowDriver::type(rate, "0.0001");
    user.named<QSpinBox>("Epochs in all")->setValue(static_cast<int>(good) + 4);
    QVERIFY(user.press("Extend to"));
    QTRY_COMPARE(newest(user).history.size(), static_cast<std::size_t>(good + 4));
    QTRY_COMPARE(newest(user).state, MappingEntry::State::Done);
    QVERIFY(user.settled());
}

void Training::aCancelledRunWithoutAnEpochIsSaid()
{
    const WindowDriver user;
    QVERIFY(opened(user, trainingTab));
    setNet(user, "10");
    QVERIFY(user.press("Train"));
    const QString name = newest(user).name;
    user.window->workspace().cancelTraining(newest(user).id); // before anything of it has come
    QVERIFY(user.window->statusBar()->currentMessage().startsWith(name + " was cancelled before its first epoch"));
    QVERIFY(user.settled());
}

void Training::closeDuringTraining_data()
{
    QTest::addColumn<QStringList>("presses");
    QTest::newRow("running") << QStringList{};
    QTest::newRow("paused") << QStringList{"Pause", "+Resume"};
    QTest::newRow("step of an epoch") << QStringList{"Pause", "+Resume", "Step"};
    QTest::newRow("step of a batch") << QStringList{"Pause", "+Resume", "Batch"};
    QTest::newRow("resumed") << QStringList{"Pause", "+Resume", "Resume"};
    QTest::newRow("cancel") << QStringList{"Cancel"};
    QTest::newRow("pause under way") << QStringList{"Pause"};
    QTest::newRow("extension") << QStringList{"Cancel", "+Extend to", "Extend to"};
    QTest::newRow("extension under way") << QStringList{"Cancel", "+Extend to", "Extend to", "+Pause"};
    QTest::newRow("queued") << QStringList{"Train"};
    QTest::newRow("queued behind a paused one") << QStringList{"Pause", "+Resume", "Train"};
}

/// Buttons are pressed one after the other; "+" waits for one to appear.
void Training::closeDuringTraining()
{
    QFETCH(QStringList, presses);
    WindowDriver user;
    QVERIFY(opened(user, trainingTab));
    setNet(user, "1000000");
    QVERIFY(user.press("Train"));
    QTRY_VERIFY(newest(user).history.size() > 1);
    for (const QString& says : presses)
        if (says.startsWith('+'))
            QTRY_VERIFY(user.button(says.mid(1)));
        else
            QVERIFY2(user.press(says), qPrintable(says));
    bool asked = false;
    QTimer::singleShot(0, [&asked] {
        if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget()))
            for (auto* button : box->buttons())
                if (button->text().remove('&') == "Discard") return asked = true, button->click();
    });
    QElapsedTimer since;
    since.start();
    QVERIFY(user.window->close());
    QVERIFY(asked);
    user.window.reset(); // waits for the thread that trains
    QVERIFY(since.elapsed() < 5000);
}

BRIDGESCOPE_TEST(Training)

} // namespace training_tests

#include "training.moc"
