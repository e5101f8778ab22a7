#include "ui/panels/experiments/table_view.h"
#include "tests/support/test_program.h"

#include "core/experiment/paper_figures.h"
#include "ui/panels/experiments/methods_card.h"
#include "ui/panels/experiments/paper_rows.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace table_view_tests {

using namespace bridgescope;

namespace {

/// The mock-up's table: features x (X,f(X); Y,f(X); D) and the paper's four columns, one data set.
PrintedTable sampleTable(int features)
{
    PrintedTable table;
    table.heads = {"Data", "Direction", "Map"};
    for (int f = 0; f < features; ++f)
        for (const char* name : {"X,f(X)", "Y,f(X)", "D"})
            table.columns.push_back({std::string("Features ") + static_cast<char>('A' + f), name, false});
    for (const char* feature : {"ResNet", "VGG-128"})
        for (const char* name : {"X,f(X)", "Y,f(X)"})
            table.columns.push_back({std::string("Paper, ") + feature, name, true});
    for (int r = 0; r < 4; ++r) {
        PrintedTable::Row row;
        row.heads = {r == 0 ? "IAPR TC-12" : "", r % 2 == 0 ? "I → T" : "", r % 2 == 0 ? "lin" : "nn"};
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const bool spread = !table.columns[c].paper && table.columns[c].name != "D";
            PrintedTable::Entry entry{"0.393*", spread ? "0.008" : "", "", false, {}, -1};
            if (!table.columns[c].paper) entry.cell = r * 100 + static_cast<int>(c);
            row.entries.push_back(entry);
        }
        row.begins = r == 0;
        table.rows.push_back(row);
    }
    return table;
}

} // namespace

class TableViewTest : public QObject {
    Q_OBJECT
private slots:
    void twoFeaturesAndThePaperFitTheWindow()
    {
        // 1,440 less dock 264, margins 24, form 272, gap 12, the card's lines 2
        const TableGeometry least(sampleTable(2), 0, 1);
        QVERIFY2(least.width <= 866, qPrintable(QString::number(least.width)));
        const TableGeometry there(sampleTable(2), 866, 1);
        QCOMPARE(there.width, 866.);
        QVERIFY(there.columns.back().left + there.columns.back().width <= 866);
    }
    void headAndHeadColumnsStayInSight()
    {
        auto* view = new TableView;
        view->setTinted(false);
        view->setTable(sampleTable(3));
        std::unique_ptr<QWidget> page(view->scrolled(*new QLabel("what it means")));
        page->resize(500, 230);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        auto* scroll = page->findChild<QScrollArea*>();
        QVERIFY(scroll->viewport()->height() >= 24 + 26 + 5 * 24);
        QVERIFY(scroll->cornerWidget()); // nothing of the style's shines through
        const auto heads = [&] {
            QApplication::processEvents();
            const TableGeometry geometry(view->table(), view->width(), 1);
            return scroll->viewport()->grab(QRect(0, 0, int(geometry.headsEnd) - 2, 150)).toImage();
        };
        const QImage before = heads();
        scroll->horizontalScrollBar()->setValue(200);
        QVERIFY(view->x() == -200);
        QCOMPARE(heads(), before);
        // what lies under them cannot be clicked; what is beside them can
        QSignalSpy activated(view, &TableView::cellActivated);
        const TableGeometry geometry(view->table(), view->width(), 1);
        const int y = qRound(geometry.lines[1].top + 8);
        QTest::mouseClick(view, Qt::LeftButton, {}, {200 + 30, y});
        QCOMPARE(activated.size(), 0);
        QTest::mouseClick(view, Qt::LeftButton, {}, {200 + qRound(geometry.headsEnd) + 5, y});
        QCOMPARE(activated.size(), 1);
    }
    void absentDataAreThePapersFigures()
    {
        PrintedTable table = emptyTable();
        const auto absent = addAbsentData(table, {"Wikipedia"}, "no vectors opened");
        QCOMPARE(table.columns.size(), std::size_t(7));
        QCOMPARE(table.rows.size(), std::size_t(4));
        QCOMPARE(absent.front().row, 0);
        QCOMPARE(table.rows[0].note, std::string("no vectors opened"));
        // Table 1 of the paper: T -> I, nn: .521*, .156 with ResNet, .511*, .151 with VGG-128
        const auto& row = table.rows[3];
        QCOMPARE(row.heads[2], std::string("nn"));
        const char* printed[] = {"0.521*", "0.156", "0.511*", "0.151"};
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(row.entries[3 + i].value, std::string(printed[i]));
        TableView view;
        view.setTable(table, absent);
        view.resize(900, 300);
        view.show();
        QSignalSpy asked(&view, &TableView::vectorsRequested);
        auto* button = view.findChild<QPushButton*>();
        QVERIFY(button && button->isVisible());
        const TableGeometry geometry(table, 900, 1);
        QVERIFY(button->y() > geometry.lines[1].top - 1);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.value(0).value(0).toString(), QString("Wikipedia"));
        view.setTable(sampleTable(1));
        QVERIFY(!button->isVisible());
    }
    void longSentencesScroll()
    {
        MethodsCard card;
        card.resize(600, 200);
        card.show();
        card.setText("Short.", true);
        QApplication::processEvents();
        const int low = card.sizeHint().height();
        card.setText(QString("A sentence that goes on. ").repeated(200), true);
        QApplication::processEvents();
        QVERIFY(card.sizeHint().height() > low);
        QVERIFY2(card.sizeHint().height() <= 110, qPrintable(QString::number(card.sizeHint().height())));
    }
};

BRIDGESCOPE_TEST(TableViewTest)

} // namespace table_view_tests

#include "table_view.moc"
