#include "ui/panels/experiments/untrained_page.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/experiment/untrained_table.h"
#include "core/mapping/activation.h"
#include "ui/charts/chart_view.h"
#include "ui/figures/figure_dialog.h"
#include "ui/jobs/job_runner.h"
#include "ui/panels/experiments/check_rows.h"
#include "ui/panels/experiments/depth_chart.h"
#include "ui/panels/experiments/table_view.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/workspace/workspace.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace bridgescope {

UntrainedPage::UntrainedPage(JobRunner& jobs, Workspace& workspace, SelectionHub& hub, QWidget* parent)
    : QWidget(parent), m_jobs(jobs), m_workspace(workspace), m_hub(hub)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_banner = new Banner;
    m_banner->dismiss();
    column->addWidget(m_banner);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(buildLeft());
    row->addWidget(buildRight(), 1);
    column->addLayout(row, 1);
    connect(m_banner, &Banner::chosen, m_banner, &Banner::dismiss);
    connect(&m_workspace, &Workspace::pairChanged, this, &UntrainedPage::refreshSets);
    connect(&m_jobs, &JobRunner::changed, this, &UntrainedPage::refresh);
    refreshSets();
}

QWidget* UntrainedPage::buildLeft()
{
    auto* card = new Card(tr("Untrained nets"));
    card->setFixedWidth(272);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 4, 0, 12);
    column->setSpacing(8);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(12, 0, 12, 0);
    auto* picker = new QComboBox;
    picker->setAccessibleName(tr("Kind of experiment"));
    picker->addItems({tr("Paper, Experiment 2"), tr("Paper, Experiment 1 and grids")});
    connect(picker, &QComboBox::activated, this, [this, picker](int chosen) {
        picker->setCurrentIndex(0);
        if (chosen == 1) emit gridRequested();
    });
    top->addWidget(picker);
    m_set = new QComboBox;
    m_set->setAccessibleName(tr("Vectors"));
    top->addWidget(m_set);
    column->addLayout(top);
    m_files = new CheckRows(tr("Benchmarks"));
    auto* add = new QPushButton(tr("Add files…"));
    add->setProperty("small", true);
    add->setToolTip(tr("Two words and a rating a line: WS-353, MEN, SimLex-999, ..."));
    connect(add, &QPushButton::clicked, this, [this] {
        setBenchmarks(m_benchmarks + QFileDialog::getOpenFileNames(this, tr("Benchmarks of human ratings")));
    });
    m_files->addBelow(add);
    column->addWidget(m_files);
    m_activations = new CheckRows(tr("Activation"));
    for (const std::string& id : activationIds())
        m_activations->add(QString::fromStdString(id), {}, id == "relu" || id == "tanh");
    column->addWidget(m_activations);
    auto* numbers = new QHBoxLayout;
    numbers->setContentsMargins(12, 0, 12, 0);
    const auto field = [&](const QString& name, int least, int most, int value) {
        auto* label = new QLabel(name);
        label->setProperty("role", "label");
        auto* box = new QSpinBox;
        box->setRange(least, most);
        box->setValue(value);
        box->setAccessibleName(name);
        numbers->addWidget(label);
        numbers->addWidget(box);
        return box;
    };
    m_deepest = field(tr("Layers 0 to"), 0, 5, 5);
    m_draws = field(tr("Draws"), 1, 1000, 10);
    column->addLayout(numbers);
    column->addStretch(1);
    m_run = new QPushButton(accentIcon(Icon::Play), tr("Run"));
    m_run->setProperty("primary", true);
    connect(m_run, &QPushButton::clicked, this, [this] { m_jobs.isRunning(kind) ? m_jobs.cancel(kind) : run(); });
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(12, 0, 12, 0);
    bottom->addWidget(m_run);
    column->addLayout(bottom);
    card->setBody(body);
    return card;
}

QWidget* UntrainedPage::buildRight()
{
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_chartCard = new Card(tr("Overlap of X with f(X) against depth"));
    m_chart = new ChartView;
    m_chartCard->setBody(m_chart);
    addChartActions(
        *m_chartCard->menu(), this, [this] { return m_chart->chart(); }, [this] { return m_chartCard->convention(); });
    column->addWidget(m_chartCard, 2);
    auto* tableCard = new Card(tr("Experiment 2"));
    for (const auto& [text, suffix] :
         {std::pair{tr("Copy"), "copy"}, {QStringLiteral("Markdown"), "md"}, {QStringLiteral("LaTeX"), "tex"}}) {
        auto* button = new QPushButton(text);
        button->setProperty("small", true);
        connect(button, &QPushButton::clicked, this, [this, suffix = QString(suffix)] { save(suffix); });
        tableCard->titleRow()->addWidget(button);
        m_exports << button;
    }
    auto* body = new QWidget;
    auto* inside = new QVBoxLayout(body);
    inside->setContentsMargins(0, 4, 0, 0);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    m_table = new TableView;
    m_table->setTinted(false);
    scroll->setWidget(m_table);
    inside->addWidget(scroll, 1);
    m_caption = new QLabel(tr("Run untrained nets over the set chosen at the left."));
    m_caption->setProperty("role", "caption");
    m_caption->setWordWrap(true);
    m_caption->setContentsMargins(12, 4, 12, 8);
    inside->addWidget(m_caption);
    tableCard->setBody(body);
    column->addWidget(tableCard, 3);
    return right;
}

void UntrainedPage::setBenchmarks(const QStringList& files)
{
    m_benchmarks = files;
    m_benchmarks.removeDuplicates();
    m_files->clear();
    for (const QString& file : m_benchmarks)
        m_files->add(QFileInfo(file).completeBaseName(), {}, true);
}

void UntrainedPage::refreshSets()
{
    m_set->clear();
    if (const OpenPair* pair = m_workspace.pair())
        m_set->addItems({QString::fromStdString(pair->x.name), QString::fromStdString(pair->y.name)});
    refresh();
}

void UntrainedPage::run()
{
    const OpenPair* pair = m_workspace.pair();
    if (!pair) return;
    const auto set = std::make_shared<const EmbeddingSet>(m_set->currentIndex() == 1 ? pair->y : pair->x);
    std::vector<std::string> files;
    for (int i = 0; i < m_files->count(); ++i)
        if (m_files->isChecked(i)) files.push_back(m_benchmarks[i].toStdString());
    std::vector<UntrainedOptions> all;
    for (int i = 0; i < m_activations->count(); ++i) {
        if (!m_activations->isChecked(i)) continue;
        UntrainedOptions options;
        options.activation = activationIds()[static_cast<std::size_t>(i)];
        options.draws = m_draws->value();
        options.k = m_hub.state().k;
        options.metric = m_hub.state().metric;
        options.self = m_hub.state().self;
        options.depths = parseDepths("0.." + std::to_string(m_deepest->value()));
        all.push_back(options);
    }
    if (all.empty()) return m_banner->show(tr("No activation is chosen"), {}, {tr("Close")});
    m_banner->dismiss();
    using Results = std::vector<UntrainedResult>;
    m_jobs.run<Results>(
        kind, tr("Untrained nets"),
        [set, files, all](const Context& context) {
            std::vector<CoveredPairs> benchmarks;
            if (!files.empty()) {
                const WordIndex words(*set);
                for (const std::string& file : files) {
                    const Benchmark benchmark = readBenchmarkNamed(file);
                    for (const std::string& warning : benchmark.warnings)
                        context.warning(file + ": " + warning);
                    benchmarks.push_back(coverPairs(words, benchmark));
                }
            }
            Results results;
            for (const UntrainedOptions& options : all)
                results.push_back(measureUntrained(set->vectors, benchmarks, options, context));
            return results;
        },
        [this, name = QString::fromStdString(set->name)](Results results) {
            m_results = std::move(results);
            m_vectors = name;
            refresh();
        },
        [this](const Error& error) { m_banner->show(QString::fromUtf8(error.what()), {}, {tr("Close")}); });
}

void UntrainedPage::refresh()
{
    const bool running = m_jobs.isRunning(kind);
    m_run->setText(running ? tr("Cancel") : tr("Run"));
    m_run->setEnabled(m_workspace.pair() != nullptr);
    m_chartCard->setLoading(running);
    for (QPushButton* button : m_exports)
        button->setEnabled(!m_results.empty());
    if (m_results.empty()) return;
    const PrintedTable table = layOutUntrained(m_results, m_vectors.toStdString());
    m_chart->setChart(std::make_shared<DepthChart>(depthLines(m_results), m_results.front().chance));
    const UntrainedResult& first = m_results.front();
    m_chartCard->setConvention(tr("mNNO at K = %1, %2, self %3, N = %L4; whiskers: standard deviation over %5 draws")
                                   .arg(first.options.k)
                                   .arg(QString::fromUtf8(metricId(first.options.metric).data()),
                                        QString::fromUtf8(selfRuleId(first.options.self).data()))
                                   .arg(first.n)
                                   .arg(first.options.draws));
    m_caption->setText(QString::fromStdString(table.caption));
    m_table->setTable(table);
}

void UntrainedPage::save(const QString& suffix)
{
    const PrintedTable table = layOutUntrained(m_results, m_vectors.toStdString());
    if (suffix == "copy") {
        auto* mime = new QMimeData;
        mime->setHtml(QString::fromStdString(toHtml(table)));
        mime->setText(QString::fromStdString(toMarkdown(table)));
        return QGuiApplication::clipboard()->setMimeData(mime);
    }
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the table"), "table." + suffix, "*." + suffix);
    if (file.isEmpty()) return;
    try {
        writeFile(file.toStdString(), suffix == "tex" ? toLatex(table) : toMarkdown(table));
    } catch (const Error& error) {
        m_banner->show(QString::fromUtf8(error.what()), {}, {tr("Close")});
    }
}

} // namespace bridgescope
