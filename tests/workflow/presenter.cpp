#include "tests/support/test_program.h"
#include "tests/workflow/window_driver.h"
#include "ui/charts/chart_view.h"

#include <QHeaderView>
#include <QTableView>

namespace presenter_tests {

using namespace bridgescope;
using bridgescope::test::WindowDriver;

/// Presented on a projector of 1440 x 900, up to 200 %: nothing is cut that was whole at the desk.
class Presenter : public QObject {
    Q_OBJECT
private slots:
    void nothingIsCut_data();
    void nothingIsCut();
    void theBarKeepsTheSelection();
    void aLongLabelShowsItsBeginning();
};

void Presenter::nothingIsCut_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("150 %") << 1.5;
    QTest::newRow("200 %") << 2.0;
}

void Presenter::nothingIsCut()
{
    QFETCH(double, scale);
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 120, 5), user.csv("pictures", 120, 6)));
    QSettings().setValue("window/presenter-scale", scale);
    QTest::keyClick(user.window.get(), Qt::Key_F11);
    user.window->setWindowState(Qt::WindowNoState); // the offscreen screen is smaller than a projector
    user.window->resize(1440, 900);
    QCOMPARE(user.theme->scale(), scale);
    for (const char* view : {"overview", "training", "runs"}) {
        user.window->showView(view);
        QVERIFY(user.settled());
        QCoreApplication::processEvents();
        const auto where = [&](const QString& what) {
            return qPrintable(QStringLiteral("%1, %2: %3").arg(view).arg(scale).arg(what));
        };
        for (auto* chart : user.window->findChildren<ChartView*>()) {
            if (!chart->isVisible() || !chart->chart()) continue;
            QVERIFY2(chart->height() >= chart->minimumSizeHint().height(), where(chart->chart()->name()));
        }
        for (auto* button : user.window->findChildren<QPushButton*>())
            if (button->isVisible() && !button->text().isEmpty())
                QVERIFY2(button->width() >= button->minimumSizeHint().width(), where(button->text()));
        for (auto* table : user.window->findChildren<QTableView*>()) {
            if (!table->isVisible() || !table->model()) continue;
            const QHeaderView* header = table->horizontalHeader();
            for (int column = 0; column < header->count(); ++column) {
                const int text = QFontMetrics(header->font())
                                     .horizontalAdvance(table->model()->headerData(column, Qt::Horizontal).toString());
                if (!header->isSectionHidden(column) && header->sectionResizeMode(column) != QHeaderView::Stretch)
                    QVERIFY2(header->sectionSize(column) >= text,
                             where(table->model()->headerData(column, Qt::Horizontal).toString()));
            }
        }
    }
}

void Presenter::theBarKeepsTheSelection()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 120, 5), user.csv("pictures", 120, 6)));
    QSettings().setValue("window/presenter-scale", 2.0);
    QTest::keyClick(user.window.get(), Qt::Key_F11);
    user.window->setWindowState(Qt::WindowNoState);
    user.window->resize(1440, 900);
    user.window->hub().setSelection({1, 2, 3});
    QCoreApplication::processEvents();
    auto* chip = user.named<QAbstractButton>("3 selected");
    QVERIFY(chip);
    QVERIFY(chip->mapTo(user.window.get(), QPoint(chip->width(), 0)).x() <= 1440);
    const QComboBox* mapping = user.window->bar().mappingBox();
    QVERIFY(mapping->isVisible() && mapping->width() > 200);
    QTest::mouseClick(chip, Qt::LeftButton);
    QVERIFY(user.window->hub().state().selection.empty());
}

void Presenter::aLongLabelShowsItsBeginning()
{
    const WindowDriver user;
    const auto file = [&](const char* name, int seed) {
        QByteArray text = "label,a,b,c\n";
        for (int i = 0; i < 40; ++i) {
            text += QByteArray::number(i) + QByteArray(150, 'w');
            for (int d = 1; d <= 3; ++d)
                text += ',' + QByteArray::number(((i + 3) * (d + seed) * 7919) % 101);
            text += '\n';
        }
        return user.text(name, text);
    };
    QVERIFY(user.openAndTrain(file("long_x.csv", 1), file("long_y.csv", 4)));
    QTest::keyClick(user.window.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QVERIFY(user.window->bar().search()->text().size() > 100);
    QCOMPARE(user.window->bar().search()->cursorPosition(), 0);
}

BRIDGESCOPE_TEST(Presenter)

} // namespace presenter_tests

#include "presenter.moc"
