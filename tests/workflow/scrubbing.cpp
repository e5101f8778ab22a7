#include "tests/support/test_program.h"
#include "tests/workflow/window_driver.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/epoch_chart.h"
#include "ui/panels/maps/maps_panel.h"
#include "ui/panels/training/epoch_scrubber.h"
#include "ui/panels/training/training_panel.h"
#include "ui/panels/training/why_card.h"
#include "ui/panels/training/why_strip.h"

#include <QTableView>

#include <set>

namespace scrubbing_tests {

using namespace bridgescope;
using bridgescope::test::WindowDriver;

/// A net trained on the sample, and its epochs gone through as a person does.
class Scrubbing : public QObject {
    Q_OBJECT
private slots:
    void theOtherViewsFollow();
    void aRunThatGoesOnIsFollowed();
    void theSelectionInPlaceOfTheFocus();
    void earlyStoppingIsLookedAtWhereItStopped();

private:
    static constexpr int mapsTab = 2, trainingTab = 3;
    /// The sample open, a small net trained for so many epochs and looked at, the Training page on the screen.
    static bool trained(const WindowDriver& user, const char* epochs)
    {
        user.window->workspace().openSample(false);
        if (!QTest::qWaitFor([&] { return user.window->workspace().pair() && user.window->hub().measured(); }, 20'000))
            return false;
        user.showTab(trainingTab);
        if (!user.press("Net")) return false;
        WindowDriver::type(user.window->findChild<QLineEdit*>("hidden"), "16");
        WindowDriver::type(user.window->findChild<QLineEdit*>("epochs"), epochs);
        return user.press("Train") &&
               QTest::qWaitFor([&] { return user.window->workspace().mappings().back().history.size() > 2; }, 20'000);
    }
    static EpochScrubber* scrubber(const WindowDriver& user) { return user.named<EpochScrubber>("Epoch"); }
    static WhyStrip* strip(const WindowDriver& user) { return user.window->findChild<WhyStrip*>(); }
    static const WhyHistory* history(const WindowDriver& user) { return user.window->findChild<WhyCard*>()->history(); }
    static std::multiset<int> markedEpochs(const WindowDriver& user)
    {
        std::multiset<int> marked;
        for (const auto* view : user.window->findChildren<ChartView*>())
            if (const auto* chart = dynamic_cast<const EpochChart*>(view->chart().get()); chart && view->isVisible())
                marked.insert(chart->data().current);
        return marked;
    }
    static std::set<int> pairsOf(const WhyGroups& groups, std::initializer_list<std::size_t> of)
    {
        std::set<int> pairs;
        for (const std::size_t group : of)
            for (const WhyTile& tile : groups.tiles[group])
                pairs.insert(tile.pair);
        return pairs;
    }
};

void Scrubbing::theOtherViewsFollow()
{
    const WindowDriver user;
    QVERIFY(trained(user, "8"));
    QVERIFY(user.settled());
    QTRY_VERIFY(scrubber(user) && scrubber(user)->data().epochs.size() == 8);
    SelectionHub& hub = user.window->hub();
    QTest::keyClick(scrubber(user), Qt::Key_Home);
    QCOMPARE(hub.state().epoch, 1);
    QTest::keyClick(scrubber(user), Qt::Key_Right);
    QCOMPARE(hub.state().epoch, 2);
    QVERIFY(user.settled());
    QCOMPARE(hub.measured()->epoch, 2);
    // the strip's kept and gained neighbors are the list that every view now has of the focus item
    const Measured& measured = *hub.measured();
    const int local = measured.localOf(hub.state().focus);
    std::set<int> list;
    for (const std::int32_t neighbor : measured.fold->listsF.neighbors(local).first(10))
        list.insert(static_cast<int>(measured.fold->items[static_cast<std::size_t>(neighbor)]));
    QCOMPARE(pairsOf(strip(user)->groups(), {0, 1}), list);
    QVERIFY(user.says("epoch 1 → epoch 2"));
    QTRY_COMPARE(markedEpochs(user), (std::multiset<int>{2, 2})); // in the curves of loss and overlap
    // the map of f(X) is of that epoch too
    user.showTab(mapsTab);
    auto* maps = user.window->findChild<MapsPanel*>();
    QTRY_VERIFY(maps->layouts() && maps->layouts()->measured == hub.measured());
    QVERIFY(maps->convention().contains("f after epoch 2"));
    user.showTab(trainingTab);
    QTest::keyClick(user.window.get(), Qt::Key_Z, Qt::ControlModifier); // a step like any other
    QCOMPARE(hub.state().epoch, 0);
    QVERIFY(scrubber(user)->atRest());
    QTest::keyClick(user.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(hub.state().epoch, 2);
    QCOMPARE(scrubber(user)->epoch(), 2);
    QVERIFY(user.press("Epoch 2")); // the tool bar says it too, and goes back
    QCOMPARE(hub.state().epoch, 0);
    QVERIFY(scrubber(user)->atRest());
    QTest::keyClick(scrubber(user), Qt::Key_Left);
    QCOMPARE(hub.state().epoch, 7);
    QTest::keyClick(scrubber(user), Qt::Key_End);
    QCOMPARE(hub.state().epoch, 0);
    QVERIFY(user.settled());
    QCOMPARE(hub.measured()->epoch, 0);
    QTRY_COMPARE(markedEpochs(user), (std::multiset<int>{0, 0}));
}

void Scrubbing::aRunThatGoesOnIsFollowed()
{
    const WindowDriver user;
    QVERIFY(trained(user, "100000"));
    QTRY_VERIFY(history(user) && history(user)->count() > 3);
    const Index seen = scrubber(user)->epoch();
    QTRY_VERIFY(scrubber(user)->epoch() > seen); // at the end it goes with the run
    QTest::keyClick(scrubber(user), Qt::Key_Home);
    QCOMPARE(scrubber(user)->epoch(), 1);
    const std::size_t known = history(user)->count();
    QTRY_VERIFY(history(user)->count() > known || history(user)->request.epochs.back().epoch > 200);
    QCOMPARE(scrubber(user)->epoch(), 1); // and elsewhere it stays
    // The other views can look at it before it has a model: as it was after an epoch.
    SelectionHub& hub = user.window->hub();
    QCOMPARE(hub.state().mapping, -1);
    auto* runs = user.window->findChild<TrainingPanel*>()->findChild<QTableView*>();
    emit runs->activated(runs->model()->index(0, 0));
    const int id = user.window->workspace().mappings().front().id;
    QCOMPARE(hub.state().mapping, id);
    QVERIFY(hub.state().epoch > 1);
    QTRY_VERIFY(hub.measured()->mapping == id && hub.measured()->epoch > 0);
    QTest::keyClick(scrubber(user), Qt::Key_Home);
    QCOMPARE(hub.state().epoch, 1);
    QTRY_VERIFY(hub.measured()->mapping == id && hub.measured()->epoch == 1);
    QVERIFY(!user.window->workspace().mapping(id)->model);
    QVERIFY(user.press("Cancel"));
    QVERIFY(user.settled());
    QVERIFY(user.window->workspace().mapping(id)->model);
    QCOMPARE(scrubber(user)->data().last, static_cast<Index>(user.window->workspace().mapping(id)->history.size()));
    QTest::keyClick(scrubber(user), Qt::Key_End);
    QCOMPARE(hub.state().epoch, 0);
    QTRY_COMPARE(hub.measured()->epoch, 0);
}

void Scrubbing::theSelectionInPlaceOfTheFocus()
{
    const WindowDriver user;
    QVERIFY(trained(user, "4"));
    QVERIFY(user.settled());
    SelectionHub& hub = user.window->hub();
    QTRY_VERIFY(history(user) && history(user)->count() == 4);
    const std::vector<Index>& heldOut = hub.measured()->fold->items;
    hub.setSelection({int(heldOut[3]), int(heldOut[8]), int(heldOut[11])});
    QVERIFY(user.press("Selection, 3"));
    QTRY_COMPARE(history(user)->request.rows.size(), std::size_t(3));
    const auto& places = strip(user)->groups().places;
    QCOMPARE(places[0] + places[1], 30);
    hub.setSelection({}); // the focus again
    QTRY_COMPARE(history(user)->request.rows.size(), std::size_t(1));
    // a neighbor that is clicked becomes the focus, and the strip is of that one
    const WhyTile tile = strip(user)->groups().tiles[0].front();
    QTest::mouseClick(strip(user), Qt::LeftButton, {}, strip(user)->placed().tiles.front().rect.center().toPoint());
    QCOMPARE(hub.state().focus, tile.pair);
    QTRY_VERIFY(user.says(QString("Why: %1").arg(tile.label)));
    // an item that is not held out has no predictions to compare
    const Index training = user.window->workspace().pair()->split.folds.front().training.front();
    hub.setFocus(static_cast<int>(training));
    QTRY_VERIFY(user.says("is not held out"));
    QVERIFY(user.settled());
}

void Scrubbing::earlyStoppingIsLookedAtWhereItStopped()
{
    const WindowDriver user;
    user.window->workspace().openSample(false);
    QTRY_VERIFY_WITH_TIMEOUT(user.window->workspace().pair() && user.window->hub().measured(), 20'000);
    user.showTab(trainingTab);
    TrainingOptions options;
    for (const auto& [key, value] : {std::pair("map", "net"),
                                     {"hidden", "16"},
                                     {"epochs", "400"},
                                     {"early-stopping", "validation-overlap"},
                                     {"patience", "3"},
                                     {"learning-rate", "0.01"}})
        setOption(options, key, value);
    const int id = user.window->workspace().train(options, true);
    QTRY_VERIFY_WITH_TIMEOUT(user.window->workspace().mapping(id)->model, 20'000);
    QVERIFY(user.settled());
    const MappingEntry& run = *user.window->workspace().mapping(id);
    const Index best = run.bestEpoch(), last = static_cast<Index>(run.history.size());
    QVERIFY(best > 1 && best < last);
    QTRY_VERIFY(history(user) && history(user)->request.epochs.back().epoch == last);
    SelectionHub& hub = user.window->hub();
    QCOMPARE(hub.state().mapping, id);
    QCOMPARE(hub.state().epoch, 0);
    QCOMPARE(scrubber(user)->epoch(), best);
    const auto listOfFocus = [&] {
        const Measured& measured = *hub.measured();
        std::set<int> list;
        for (const std::int32_t neighbor :
             measured.fold->listsF.neighbors(measured.localOf(hub.state().focus)).first(10))
            list.insert(static_cast<int>(measured.fold->items[static_cast<std::size_t>(neighbor)]));
        return list;
    };
    QCOMPARE(pairsOf(strip(user)->groups(), {0, 1}), listOfFocus());
    QTest::keyClick(scrubber(user), Qt::Key_End); // the last epoch is one like any other
    QCOMPARE(scrubber(user)->epoch(), last);
    QCOMPARE(hub.state().epoch, last);
    QVERIFY(user.settled());
    QCOMPARE(hub.measured()->epoch, last);
    QCOMPARE(pairsOf(strip(user)->groups(), {0, 1}), listOfFocus());
    QVERIFY(user.press(QString("Epoch %1").arg(last)));
    QCOMPARE(scrubber(user)->epoch(), best);
    QTest::keyClick(scrubber(user), Qt::Key_Left);
    QVERIFY(hub.state().epoch > 0 && hub.state().epoch < best);
    QTest::keyClick(scrubber(user), Qt::Key_Right); // the kept one chosen is the mapping as it is
    QCOMPARE(scrubber(user)->epoch(), best);
    QCOMPARE(hub.state().epoch, 0);
}

BRIDGESCOPE_TEST(Scrubbing)

} // namespace scrubbing_tests

#include "scrubbing.moc"
