#include "ui/figures/figure_dialog.h"
#include "core/base/error.h"
#include "tests/support/test_program.h"
#include "ui/charts/bar_chart.h"
#include "ui/figures/batch_export.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace figure_dialog_tests {

using namespace bridgescope;

class FigureDialogTest : public QObject {
    Q_OBJECT
private slots:
    void choicesBecomeTheFigure();
    void previewIsTrueSize();
    void savesFigureAndNumbers();
    void menuCopiesAndShowsNumbers();

private:
    static std::shared_ptr<const Chart> bars()
    {
        BarData data;
        data.k = 10;
        data.rows = {{1, "Ridge", true, {.49, .45, .53}, {.2, .16, .24}, .29}};
        return std::make_shared<BarChart>(data);
    }
};

void FigureDialogTest::choicesBecomeTheFigure()
{
    FigureDialog dialog(bars(), "K = 10");
    QCOMPARE(dialog.options().widthMm, 84.);
    QCOMPARE(dialog.options().caption, QString("K = 10"));
    auto* columns = dialog.findChildren<QComboBox*>()[0];
    QTest::keyClick(columns, Qt::Key_Down);
    QCOMPARE(dialog.options().widthMm, 174.);
    dialog.findChildren<QDoubleSpinBox*>()[0]->setValue(120);
    QCOMPARE(columns->currentIndex(), 2);
    QTest::keyClick(dialog.findChildren<QComboBox*>()[1], Qt::Key_Down);
    QCOMPARE(dialog.options().palette, FigurePalette::Grey);
}

void FigureDialogTest::previewIsTrueSize()
{
    const FigureDialog dialog(bars(), {});
    for (const auto* label : dialog.findChildren<QLabel*>())
        if (!label->pixmap().isNull()) {
            const double inches = label->pixmap().deviceIndependentSize().width() / dialog.logicalDpiX();
            QVERIFY(std::abs(inches * 25.4 - 84) < 0.5);
            return;
        }
    QFAIL("no preview");
}

void FigureDialogTest::savesFigureAndNumbers()
{
    const QTemporaryDir folder;
    const FigureDialog dialog(bars(), "K = 10");
    dialog.save(folder.filePath("bars.svg"));
    QFile svg(folder.filePath("bars.svg")), csv(folder.filePath("bars.csv"));
    QVERIFY(svg.open(QIODevice::ReadOnly) && csv.open(QIODevice::ReadOnly));
    QCOMPARE(svg.readAll(), figureSvg(*bars(), dialog.options()));
    const QByteArray numbers = csv.readAll();
    QVERIFY(numbers.startsWith("# K = 10"));
    QVERIFY(numbers.contains("0.49"));
    QVERIFY_EXCEPTION_THROWN(dialog.save("/no/such/folder/bars.svg"), Error);
    QCOMPARE(dialog.proposedFile(), fileNameOf(bars()->name()) + ".svg");
    QVERIFY(dialog.proposedFile() != "chart.svg");
}

void FigureDialogTest::menuCopiesAndShowsNumbers()
{
    QWidget parent;
    QMenu menu;
    std::shared_ptr<const Chart> chart;
    addChartActions(
        menu, &parent, [&] { return chart; }, [] { return QString("K = 10"); });
    QCOMPARE(menu.actions().size(), 5); // export, copy, numbers, a line, what is this
    for (QAction* action : menu.actions())
        action->trigger(); // nothing to show yet: nothing happens
    chart = bars();
    menu.actions()[1]->trigger();
    QVERIFY(QApplication::clipboard()->mimeData()->hasImage());
    QVERIFY(QApplication::clipboard()->mimeData()->data("image/svg+xml").contains("<svg"));
    QString cell;
    QTimer::singleShot(0, &parent, [&] {
        auto* dialog = QApplication::activeModalWidget();
        const auto* table = dialog ? dialog->findChild<QTableWidget*>() : nullptr;
        if (table) cell = table->item(0, 0)->text();
        if (dialog) dialog->close();
    });
    menu.actions()[2]->trigger();
    QCOMPARE(cell, QString("Ridge"));
}

BRIDGESCOPE_TEST(FigureDialogTest)

} // namespace figure_dialog_tests

#include "figure_dialog.moc"
