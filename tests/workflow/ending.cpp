#include "core/base/sha256.h"
#include "core/mapping/model.h"
#include "tests/support/test_program.h"
#include "tests/workflow/window_driver.h"

#include <QMessageBox>
#include <QTimer>

namespace ending_tests {

using namespace bridgescope;
using bridgescope::test::WindowDriver;

/// Closing at every moment: while files are read, while a net is trained, with mappings that are not saved.
class Ending : public QObject {
    Q_OBJECT
private slots:
    void whileFilesAreRead();
    void whileANetIsTrained();
    void aTrainingIsNotDroppedUnasked();
    void unsavedMappingsAreAskedAboutOnce();
    void cancelledTrainingKeepsTheRest();
    void wrongOrder();

private:
    static TrainingOptions endlessNet()
    {
        TrainingOptions options;
        options.map = "net";
        options.epochs = 1'000'000;
        return options;
    }
    /// Presses the button of the question that the next close asks.
    static void answer(const QString& text, int& asked)
    {
        QTimer::singleShot(0, [text, &asked] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (!box) return;
            ++asked;
            for (auto* button : box->buttons())
                if (button->text().remove('&') == text) return button->click();
            box->reject();
        });
    }
};

void Ending::whileFilesAreRead()
{
    const WindowDriver user;
    user.drop({user.csv("words", 20'000, 5), user.csv("pictures", 20'000, 6)});
    QVERIFY(user.window->close());
    QVERIFY(!user.window->workspace().pair());
}

void Ending::whileANetIsTrained()
{
    WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 200, 5), user.csv("pictures", 200, 6)));
    const int net = user.window->workspace().train(endlessNet(), true);
    QTRY_VERIFY(user.window->workspace().mapping(net)->history.size() > 1);
    int asked = 0;
    answer("Discard", asked);
    QVERIFY(user.window->close());
    QCOMPARE(asked, 1);
    user.window.reset(); // waits for the thread that trains
}

/// With nothing else to save.
void Ending::aTrainingIsNotDroppedUnasked()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 200, 5), user.csv("pictures", 200, 6)));
    Workspace& workspace = user.window->workspace();
    workspace.saveMapping(user.window->hub().state().mapping, user.folder.filePath("ridge.safetensors"));
    const int net = workspace.train(endlessNet(), true);
    QTRY_VERIFY(workspace.mapping(net)->history.size() > 1);
    int asked = 0;
    QTimer::singleShot(0, [&asked] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!box) return;
        asked += box->text().contains("not trained to its end") && box->informativeText().contains("cancel");
        asked += box->buttons().size() == 2 ? 1 : 0; // no model to save
        box->reject();
    });
    QVERIFY(!user.window->close());
    QCOMPARE(asked, 2);
    const std::size_t then = workspace.mapping(net)->history.size();
    QTRY_VERIFY(workspace.mapping(net)->history.size() > then); // it went on
    answer("Discard", asked);
    QVERIFY(user.window->close());
    QCOMPARE(asked, 3);
}

void Ending::unsavedMappingsAreAskedAboutOnce()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 60, 5), user.csv("pictures", 60, 6)));
    int asked = 0;
    answer("Cancel", asked);
    QVERIFY(!user.window->close());
    QVERIFY(user.window->isVisible());
    QCOMPARE(asked, 1);
    const OpenPair* before = user.window->workspace().pair();
    answer("Cancel", asked);
    user.window->openSample(); // would take the place of the pair and of what was trained on it
    QCOMPARE(asked, 2);
    QVERIFY(user.settled());
    QCOMPARE(user.window->workspace().pair(), before);
    const int id = user.window->hub().state().mapping;
    user.window->workspace().saveMapping(id, user.folder.filePath("ridge.safetensors"));
    const Model saved = loadModel(user.folder.filePath("ridge.safetensors").toStdString());
    const OpenPair& pair = *user.window->workspace().pair();
    const auto& inputs = saved.provenance.at("inputs");
    QCOMPARE(inputs.at("x").at("sha256").get<std::string>(), sha256OfFile(pair.x.file));
    QCOMPARE(inputs.at("y").at("sha256").get<std::string>(), sha256OfFile(pair.y.file));
    QCOMPARE(saved.provenance.at("split").get<std::string>(), pair.split.description);
    user.window->workspace().openMapping(user.folder.filePath("ridge.safetensors"));
    QTRY_VERIFY(user.window->workspace().mappings().back().opened);
    user.showTab(3); // Training
    QTRY_VERIFY(user.says("It was opened from a file") && user.says("Opened"));
    QVERIFY(user.window->close());
}

void Ending::cancelledTrainingKeepsTheRest()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 200, 5), user.csv("pictures", 200, 6)));
    const double overlap = user.window->hub().atK()->report.xf.mean;
    const int net = user.window->workspace().train(endlessNet(), true);
    QTRY_VERIFY(user.window->workspace().mapping(net)->history.size() > 1);
    // The status bar shows the newest job; lists still being tested against chance come first.
    QTRY_VERIFY(user.window->jobs().newest() && user.window->jobs().newest()->kind == "train");
    auto* cancel = user.named<QAbstractButton>("Cancel the job");
    QVERIFY(cancel);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(user.settled());
    QCOMPARE(user.window->workspace().mapping(net)->state, MappingEntry::State::Done); // cut, not lost
    QCOMPARE(user.window->hub().atK()->report.xf.mean, overlap);
}

void Ending::wrongOrder()
{
    const WindowDriver user; // keys and calls before anything is open
    for (const auto& [key, modifier] : {std::pair{Qt::Key_R, Qt::ControlModifier},
                                        {Qt::Key_1, Qt::ControlModifier},
                                        {Qt::Key_2, Qt::ControlModifier},
                                        {Qt::Key_PageDown, Qt::ControlModifier},
                                        {Qt::Key_Up, Qt::ControlModifier},
                                        {Qt::Key_Z, Qt::ControlModifier},
                                        {Qt::Key_F, Qt::ControlModifier},
                                        {Qt::Key_S, Qt::ControlModifier},
                                        {Qt::Key_N, Qt::ControlModifier}})
        QTest::keyClick(user.window.get(), key, modifier);
    QVERIFY(user.window->workspace().mappings().empty());
    QVERIFY(user.button("Open the sample"));
    QVERIFY(user.window->close());
}

BRIDGESCOPE_TEST(Ending)

} // namespace ending_tests

#include "ending.moc"
