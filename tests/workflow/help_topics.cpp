#include "tests/support/test_program.h"
#include "tests/workflow/window_driver.h"

#include "ui/charts/chart_view.h"
#include "ui/help/help_texts.h"
#include "ui/widgets/help_request.h"

#include <QTabWidget>

namespace help_topics_tests {

using namespace bridgescope;

/// Every chart a person meets in the window explains itself, and every view beside it.
class HelpTopics : public QObject {
    Q_OBJECT
private slots:
    void everyChartOnTheScreenHasItsText()
    {
        QSet<QString> topics;
        for (const HelpText& text : readHelpTexts())
            topics.insert(text.topic);
        test::WindowDriver user;
        QVERIFY(user.openAndTrain(user.csv("words", 120, 5), user.csv("pictures", 120, 6)));
        TrainingOptions net;
        net.map = "net";
        net.hidden = {8};
        net.epochs = 4;
        user.window->workspace().train(net, true);
        QVERIFY(user.settled());
        auto* tabs = user.window->findChild<QTabWidget*>();
        QSet<QString> views, seen;
        for (int tab = 0; tab < tabs->count(); ++tab) {
            user.showTab(tab);
            QVERIFY(user.settled());
            const QString ofView = helpTopicOf(tabs->widget(tab));
            QVERIFY2(topics.contains(ofView), qPrintable(tabs->tabText(tab)));
            views.insert(ofView);
            for (auto* view : tabs->widget(tab)->findChildren<ChartView*>()) {
                if (!view->chart()) continue;
                const QString topic = view->chart()->helpTopic();
                QVERIFY2(topics.contains(topic), qPrintable(view->chart()->name() + ": " + topic));
                seen.insert(topic);
            }
        }
        QCOMPARE(views.size(), tabs->count()); // no view borrows another's text
        for (const char* topic : {"bars", "curve", "loyalty", "difference", "hubs", "epoch-loss", "epoch-overlaps",
                                  "diagnostics", "number-line"})
            QVERIFY2(seen.contains(topic), topic);
    }
};

BRIDGESCOPE_TEST(HelpTopics)

} // namespace help_topics_tests

#include "help_topics.moc"
