#include "ui/panels/runs/runs_comparison.h"

#include "ui/charts/chart_view.h"
#include "ui/figures/figure_dialog.h"
#include "ui/figures/report_charts.h"
#include "ui/models/comparison_text.h"
#include "ui/models/run_differences.h"
#include "ui/models/runs_model.h"
#include "ui/models/table_text.h"
#include "ui/panels/runs/paired_test.h"
#include "ui/widgets/card.h"
#include "ui/widgets/help_request.h"
#include "ui/widgets/run_table.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

namespace bridgescope {
namespace {

QLabel* paragraph(const char* role)
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setProperty("role", role);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

QScrollArea* scrolled(QWidget* content)
{
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return scroll;
}

} // namespace

RunsComparison::RunsComparison(Workspace& workspace, SelectionHub& hub, JobRunner& jobs, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_hub(hub)
{
    m_test = new PairedTest(workspace, hub, jobs, this);
    connect(m_test, &PairedTest::changed, this, &RunsComparison::refresh);
    auto* hint = new Card(QString());
    auto* words =
        new QLabel(tr("Pick two runs or more in the table (Ctrl or Shift with a click, Shift with Up or Down) "
                      "to see their overlaps on one chart, the settings that differ, and, of two, a paired "
                      "test."));
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    words->setProperty("role", "label");
    words->setContentsMargins(24, 12, 24, 12);
    hint->setBody(words);
    auto* cards = new QWidget;
    auto* row = new QHBoxLayout(cards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(buildChart(), 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(buildTest());
    right->addWidget(buildDifferences(), 1);
    row->addLayout(right, 1);
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(hint);
    m_pages->addWidget(cards);
    connect(&workspace, &Workspace::mappingsChanged, this, &RunsComparison::refresh);
    connect(&hub, &SelectionHub::measuredChanged, this, &RunsComparison::refresh);
    connect(&hub, &SelectionHub::atKChanged, this, &RunsComparison::refresh);
    restyle();
}

Card* RunsComparison::buildChart()
{
    m_chartCard = new Card(tr("Overlaps of the runs picked"));
    m_chart = new ChartView;
    m_chartCard->setBody(scrolled(m_chart));
    addChartActions(
        *m_chartCard->menu(), this, [this] { return m_chart->chart(); }, [this] { return m_chartCard->convention(); });
    connect(m_chart, &ChartView::doubleClicked, this, [this](QPointF at) {
        const auto chart = std::static_pointer_cast<const BarChart>(m_chart->chart());
        const int row = chart ? chart->rowAt(at, m_chart->area(), m_chart->style()) : -1;
        if (row >= 0) m_hub.setMapping(chart->data().rows[static_cast<std::size_t>(row)].id);
    });
    return m_chartCard;
}

Card* RunsComparison::buildTest()
{
    m_testCard = new Card(tr("Paired test"));
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(12, 2, 12, 10);
    column->setSpacing(4);
    m_findings = paragraph("body");
    m_convention = paragraph("caption");
    column->addWidget(m_findings);
    column->addWidget(m_convention);
    m_testCard->setBody(body);
    m_testCard->menu()->addAction(tr("Copy"), this, [this] { QGuiApplication::clipboard()->setText(testText()); });
    m_testCard->menu()->addAction(tr("What is this?"), this, [this] { requestHelp(*this, "paired-test"); });
    m_testCard->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    return m_testCard;
}

Card* RunsComparison::buildDifferences()
{
    m_differencesCard = new Card(tr("Settings that differ"));
    m_differences = new RunDifferencesModel(this);
    m_table = new QTableView;
    m_table->setModel(m_differences);
    m_table->setAccessibleName(tr("Settings that differ"));
    setUpRunTable(*m_table, Qt::UserRole);
    m_table->setContextMenuPolicy(Qt::DefaultContextMenu);
    m_table->horizontalHeader()->setMinimumSectionSize(70);
    auto* copy = new QAction(tr("Copy the table"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &RunsComparison::copyDifferences);
    m_table->addAction(copy);
    m_same = paragraph("label");
    m_same->setContentsMargins(12, 4, 12, 8);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_same);
    column->addWidget(m_table, 1);
    m_differencesCard->setBody(body);
    m_differencesCard->menu()->addAction(tr("Copy the table"), this, &RunsComparison::copyDifferences);
    m_differencesCard->menu()->addAction(tr("What is this?"), this, [this] { requestHelp(*this, "runs"); });
    return m_differencesCard;
}

void RunsComparison::setRuns(std::vector<int> ids)
{
    if (ids == m_ids) return;
    m_ids = std::move(ids);
    refresh();
}

std::vector<const MappingEntry*> RunsComparison::chosen() const
{
    std::vector<const MappingEntry*> runs;
    for (const int id : m_ids)
        if (const MappingEntry* run = m_workspace.mapping(id)) runs.push_back(run);
    return runs;
}

QString RunsComparison::testText() const
{
    const QString convention = m_convention->isHidden() ? QString() : '\n' + m_convention->text();
    return m_findings->text() + convention;
}

void RunsComparison::refresh()
{
    const auto runs = chosen();
    m_pages->setCurrentIndex(runs.size() < 2 ? 0 : 1);
    if (runs.size() < 2) return m_test->forget();
    refreshChart(runs);
    refreshTest(runs);
    refreshDifferences(runs);
}

void RunsComparison::refreshChart(const std::vector<const MappingEntry*>& runs)
{
    const Index k = m_hub.state().k;
    const bool both = std::any_of(runs.begin(), runs.end(),
                                  [&](const MappingEntry* run) { return run->forward != runs.front()->forward; });
    std::vector<NamedReport> reports;
    QStringList missing;
    bool waiting = false;
    for (const MappingEntry* run : runs) {
        waiting = waiting || (run->model && !run->report);
        const QString name = both ? tr("%1, %2").arg(run->name, directionText(m_workspace, run->forward)) : run->name;
        if (run->report)
            reports.push_back({run->id, name, &*run->report, true});
        else
            missing << tr("%1 (%2)").arg(name, run->diverged()                             ? tr("diverged")
                                               : run->state == MappingEntry::State::Failed ? tr("failed")
                                                                                           : tr("not measured yet"));
    }
    m_chartCard->setLoading(waiting && m_workspace.pair() != nullptr);
    BarData bars = barsOf(reports, k);
    for (std::size_t i = 0; i < reports.size(); ++i) // losses differ more in retrieval than in overlap
        if (reports[i].report->options.fitAndRetrieval) bars.rows[i].p1 = reports[i].report->retrieval.forwardCosine.p1;
    m_chart->setChart(std::make_shared<BarChart>(std::move(bars)));
    const QString convention = conventionOfRuns(m_workspace, m_hub);
    m_chartCard->setConvention(missing.isEmpty() ? convention
                                                 : tr("Not drawn: %1. %2").arg(missing.join(", "), convention));
}

void RunsComparison::refreshTest(const std::vector<const MappingEntry*>& runs)
{
    QStringList lines;
    if (runs.size() > 2)
        lines << tr("%1 runs are picked: pick just two for a paired test.").arg(runs.size());
    else if (const QString reason = noTestReason(*runs[0], *runs[1]); !reason.isEmpty())
        lines << reason;
    if (lines.isEmpty())
        m_test->ask(*runs[0], *runs[1]);
    else
        m_test->forget();
    if (m_test->result())
        lines = comparisonSentences(*m_test->result(), runs[0]->name, runs[1]->name);
    else if (!m_test->problem().isEmpty())
        lines << m_test->problem();
    else if (lines.isEmpty())
        lines << tr("Being made…");
    m_convention->setVisible(lines.size() > 2);
    m_convention->setText(lines.size() > 2 ? lines.takeLast() : QString());
    m_findings->setText(lines.join('\n'));
    m_testCard->setAccessibleDescription(testText());
}

void RunsComparison::refreshDifferences(const std::vector<const MappingEntry*>& runs)
{
    m_differences->setRuns(runs, [this](bool forward) { return directionText(m_workspace, forward); });
    const bool none = m_differences->rowCount() == 0;
    m_same->setText(tr("No setting differs: the runs are the same but for their names."));
    m_same->setVisible(none);
    m_table->setVisible(!none);
    const double u = textScale(font());
    QHeaderView* header = m_table->horizontalHeader();
    for (int c = 0; c < m_differences->columnCount(); ++c)
        header->resizeSection(c,
                              std::clamp(std::max(static_cast<const QAbstractItemView*>(m_table)->sizeHintForColumn(c),
                                                  header->sectionSizeHint(c)) +
                                             qRound(16 * u),
                                         qRound(90 * u), qRound(400 * u)));
}

void RunsComparison::copyDifferences() const
{
    QStringList names;
    QList<QStringList> rows;
    for (int c = 0; c < m_differences->columnCount(); ++c)
        names << m_differences->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString();
    for (int r = 0; r < m_differences->rowCount(); ++r) {
        QStringList row;
        for (int c = 0; c < m_differences->columnCount(); ++c)
            row << m_differences->index(r, c).data().toString();
        rows << row;
    }
    QGuiApplication::clipboard()->setText(tableText(names, rows, TableFormat::Text));
}

void RunsComparison::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) restyle();
}

void RunsComparison::restyle()
{
    m_findings->setFont(textFont(font(), TextSize::Body));
    m_convention->setFont(textFont(font(), TextSize::Caption));
}

} // namespace bridgescope
