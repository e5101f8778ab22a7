#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_pair.h"
#include "ui/panels/workspace/mapping_row.h"
#include "ui/panels/workspace/workspace_panel.h"
#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QTest>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

namespace dock_tests {

using namespace bridgescope;

/// The dock "Workspace" shows what is shared: whose letters the sets have, what the mappings come to at the K of now.
class Dock : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void lettersFollowTheDirection();
    void numbersFollowK();
    void colorsFollowTheTheme();
    void bothSpacesAreMarked();
    void theCrossCancels();
    void deleteCancels();
    void namesKeepHalfOfTheWidth();

private:
    int train(const TrainingOptions& options, bool forward);
    int trainForLong();
    QTreeWidgetItem* row(const QString& text) const;
    QRect cellOf(QTreeWidgetItem* item, int column) const;
    int pixels(const QImage& image, const QColor& color) const;
    SelectionHub* m_hub = nullptr;
    JobRunner* m_jobs = nullptr;
    Workspace* m_workspace = nullptr;
    WorkspacePanel* m_panel = nullptr;
    QTreeWidget* m_tree = nullptr;
};

void Dock::init()
{
    m_hub = new SelectionHub;
    m_jobs = new JobRunner;
    m_workspace = new Workspace(*m_hub, *m_jobs);
    m_panel = new WorkspacePanel(*m_workspace, *m_hub);
    m_panel->setPalette(paletteOf(lightTokens()));
    m_panel->resize(240, 600);
    m_panel->show();
    m_tree = m_panel->findChild<QTreeWidget*>();
    m_workspace->open(test::syntheticPair(100));
}

void Dock::cleanup()
{
    m_jobs->shutdown();
    delete m_panel;
    delete m_workspace;
    delete m_jobs;
    delete m_hub;
}

int Dock::train(const TrainingOptions& options, bool forward)
{
    const int id = m_workspace->train(options, forward);
    for (int i = 0; i < 500 && (!m_workspace->mapping(id)->report || !m_jobs->isIdle()); ++i)
        QTest::qWait(10);
    return id;
}

int Dock::trainForLong()
{
    TrainingOptions options;
    options.map = "net";
    options.hidden = {4};
    options.epochs = 1'000'000;
    const int id = m_workspace->train(options, true);
    for (int i = 0; i < 500 && m_workspace->mapping(id)->history.size() < 2; ++i)
        QTest::qWait(10);
    return id;
}

QTreeWidgetItem* Dock::row(const QString& text) const
{
    for (QTreeWidgetItemIterator item(m_tree); *item; ++item)
        if ((*item)->text(0) == text) return *item;
    return nullptr;
}

QRect Dock::cellOf(QTreeWidgetItem* item, int column) const
{
    const QRect rect = m_tree->visualItemRect(item);
    return {m_tree->columnViewportPosition(column), rect.top(), m_tree->columnWidth(column), rect.height()};
}

int Dock::pixels(const QImage& image, const QColor& color) const
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            found += image.pixelColor(x, y) == color;
    return found;
}

void Dock::lettersFollowTheDirection()
{
    const int forward = train({}, true), backward = train({}, false);
    const auto letter = [&](const char* set) { return row(set)->data(0, Qt::AccessibleTextRole).toString(); };
    m_hub->setMapping(forward);
    QCOMPARE(letter("Words"), QString("X, Words"));
    QCOMPARE(letter("Pictures"), QString("Y, Pictures"));
    m_hub->setMapping(backward);
    QCOMPARE(letter("Words"), QString("Y, Words"));
    QCOMPARE(letter("Pictures"), QString("X, Pictures"));
    // and the badge drawn is that of the letter
    const auto shade = [&](const char* set) { return row(set)->icon(0).pixmap(24, 20).toImage(); };
    QVERIFY(pixels(shade("Words"), lightTokens().y.tint) > 20);
    QVERIFY(pixels(shade("Pictures"), lightTokens().x.tint) > 20);
    m_hub->undoStack()->undo();
    QCOMPARE(letter("Words"), QString("X, Words"));
}

void Dock::numbersFollowK()
{
    const int id = train({}, true);
    QString before;
    for (const Index k : {3, 7, 1}) {
        m_hub->setK(k);
        const MappingReport& report = *m_workspace->mapping(id)->report;
        const auto at = [&](const Overlap& overlap) {
            return QString::number(overlap.byK[static_cast<std::size_t>(k - 1)], 'f', 2);
        };
        QCOMPARE(row("Ridge")->text(1), at(report.xf) + "  " + at(report.yf));
        QVERIFY(row("Ridge")->text(1) != before);
        before = row("Ridge")->text(1);
    }
}

void Dock::colorsFollowTheTheme()
{
    train({}, true);
    const auto counts = [&] { return row("Words")->foreground(1).color(); };
    QCOMPARE(counts(), lightTokens().ink2);
    m_panel->setPalette(paletteOf(darkTokens()));
    QCOMPARE(counts(), darkTokens().ink2);
    const QImage drawn = m_tree->viewport()->grab(cellOf(row("Ridge"), 0)).toImage();
    QVERIFY(pixels(drawn, darkTokens().sel) > 200);
    QCOMPARE(pixels(drawn, lightTokens().sel), 0);
}

void Dock::bothSpacesAreMarked()
{
    train({}, true);
    const Tokens& t = lightTokens();
    const QImage spark = m_tree->viewport()->grab(cellOf(row("Ridge"), 0)).toImage();
    QVERIFY(pixels(spark, t.x.thin) > 10);
    QVERIFY(pixels(spark, t.y.thin) > 5);
    QTreeWidgetItem* header = row("Ridge")->parent();
    const QImage above = m_tree->viewport()->grab(cellOf(header, 1)).toImage();
    QVERIFY(pixels(above, t.x.line) > 20);
    QVERIFY(pixels(above, t.y.line) > 10);
    QCOMPARE(m_tree->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff || m_tree->header()->length() <= 240, true);
}

void Dock::theCrossCancels()
{
    const int id = trainForLong();
    QTreeWidgetItem* item = row(m_workspace->mapping(id)->name);
    QVERIFY(item && item->text(1).endsWith("/ 1000000"));
    const QRect cell = cellOf(item, 1);
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, cell.topLeft() + QPoint(4, 4)); // beside it: nothing
    QCoreApplication::processEvents();
    QVERIFY(m_workspace->mapping(id)->isActive());
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {},
                      MappingRowDelegate::cancelRect(cell, 1).center().toPoint());
    QTRY_COMPARE(m_workspace->mapping(id)->state, MappingEntry::State::Done);
    QTRY_VERIFY(m_workspace->mapping(id)->report);
    QTRY_VERIFY(row(m_workspace->mapping(id)->name)->text(1).contains("  ")); // numbers again
}

void Dock::deleteCancels()
{
    const int id = trainForLong();
    m_tree->setCurrentItem(row(m_workspace->mapping(id)->name));
    QTest::keyClick(m_tree, Qt::Key_Delete);
    QTRY_COMPARE(m_workspace->mapping(id)->state, MappingEntry::State::Done);
}

void Dock::namesKeepHalfOfTheWidth()
{
    const int id = trainForLong();
    m_workspace->pauseTraining(id);
    QTRY_COMPARE(m_workspace->mapping(id)->state, MappingEntry::State::Paused);
    const QTreeWidgetItem* paused = row(m_workspace->mapping(id)->name);
    QVERIFY(paused->text(1).startsWith("paused, ") && paused->text(1).endsWith(" / 1000000"));
    QVERIFY(paused->toolTip(1).startsWith(paused->text(1) + '\n'));
    QTRY_VERIFY(m_tree->columnWidth(0) >= m_tree->viewport()->width() / 2);
    m_panel->resize(200, 600);
    QTRY_VERIFY(m_tree->columnWidth(0) >= m_tree->viewport()->width() / 2);
}

BRIDGESCOPE_TEST(Dock)

} // namespace dock_tests

#include "dock.moc"
