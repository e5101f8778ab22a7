#include "ui/panels/experiments/untrained_page.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/experiment/untrained_table.h"
#include "ui/charts/chart_view.h"
#include "ui/figures/figure_dialog.h"
#include "ui/jobs/job_runner.h"
#include "ui/models/window_words.h"
#include "ui/panels/experiments/depth_chart.h"
#include "ui/panels/experiments/methods_card.h"
#include "ui/panels/experiments/table_view.h"
#include "ui/panels/experiments/untrained_form.h"
#include "ui/widgets/icons.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace bridgescope {
namespace {

std::vector<CoveredPairs> coverAll(const EmbeddingSet& set, const std::vector<std::string>& files,
                                   const Context& context)
{
    std::vector<CoveredPairs> benchmarks;
    if (files.empty()) return benchmarks;
    const WordIndex words(set);
    for (const std::string& file : files) {
        context.checkStop();
        benchmarks.push_back(coverPairs(words, readBenchmarkNamed(file)));
    }
    return benchmarks;
}

} // namespace

UntrainedPage::UntrainedPage(JobRunner& jobs, Workspace& workspace, SelectionHub& hub, QWidget* parent)
    : QWidget(parent), m_jobs(jobs), m_workspace(workspace), m_hub(hub)
{
    setAcceptDrops(true);
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
    connect(m_form, &UntrainedForm::changed, this, &UntrainedPage::refresh);
    connect(m_form, &UntrainedForm::problem, this, &UntrainedPage::say);
    connect(&m_jobs, &JobRunner::changed, this, &UntrainedPage::refresh);
    connect(m_picker, &ExperimentPicker::chosen, this, &UntrainedPage::gridRequested);
    refresh();
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
    m_picker = new ExperimentPicker;
    top->addWidget(m_picker);
    column->addLayout(top);
    m_form = new UntrainedForm(m_workspace);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_form);
    column->addWidget(scroll, 1);
    m_run = new QPushButton;
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
    column->addWidget(buildTable(), 3);
    m_methods = new MethodsCard;
    column->addWidget(m_methods);
    return right;
}

QWidget* UntrainedPage::buildTable()
{
    auto* card = new Card(tr("Experiment 2"));
    m_paper = new QCheckBox(tr("Paper's figures"));
    m_paper->setChecked(true);
    connect(m_paper, &QCheckBox::toggled, this, &UntrainedPage::refresh);
    card->titleRow()->addWidget(m_paper);
    const std::pair<QString, QString> actions[] = {
        {tr("Copy"), "copy"}, {"CSV", "csv"}, {"Markdown", "md"}, {"LaTeX", "tex"}, {tr("Export all…"), "all"}};
    for (const auto& [text, what] : actions) {
        auto* button = new QPushButton(text);
        button->setProperty("small", true);
        if (what == "copy") button->setIcon(themedIcon(Icon::Copy));
        if (what == "all") {
            button->setIcon(themedIcon(Icon::Export));
            button->setToolTip(tr("Every format, the methods sentence, BibTeX of the methods and provenance"));
        }
        connect(button, &QPushButton::clicked, this, [this, what = what] { askAndSave(what); });
        card->titleRow()->addWidget(button);
        m_exports << button;
    }
    auto* body = new QWidget;
    auto* inside = new QVBoxLayout(body);
    inside->setContentsMargins(0, 4, 0, 0);
    inside->setSpacing(0);
    m_table = new TableView;
    m_table->setTinted(false);
    m_caption = new QLabel;
    inside->addWidget(m_table->scrolled(*m_caption), 1);
    card->setBody(body);
    return card;
}

void UntrainedPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void UntrainedPage::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    event->acceptProposedAction();
    m_form->takeDropped(files);
}

void UntrainedPage::say(const QString& problem)
{
    m_banner->show(windowWords(problem), {}, {tr("Close")});
}

void UntrainedPage::guarded(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        say(QString::fromUtf8(error.what()));
    }
}

void UntrainedPage::run()
{
    const std::optional<ChosenVectors> vectors = m_form->vectors();
    if (!vectors) return;
    m_banner->dismiss();
    guarded([&] {
        std::vector<UntrainedOptions> all = m_form->options();
        for (UntrainedOptions& options : all) {
            options.k = m_hub.state().k;
            options.metric = m_hub.state().metric;
            options.self = m_hub.state().self;
        }
        m_jobs.run<Made>(
            kind, tr("Untrained nets"),
            [vectors = *vectors, files = m_form->benchmarks(), all](const Context& context) {
                QElapsedTimer clock;
                clock.start();
                auto set = vectors.set;
                if (!set) {
                    set = std::make_shared<const EmbeddingSet>(
                        readEmbeddingSet(vectors.file.toStdString(), vectors.reading, context));
                    requireFinite(*set, context);
                }
                Made made;
                made.results = measureUntrained(set->vectors, coverAll(*set, files, context), all, context);
                made.vectors = set->name;
                if (!set->file.empty())
                    made.inputs = untrainedInputs(*set, vectors.reading, made.results.front().benchmarks);
                made.seconds = static_cast<double>(clock.elapsed()) / 1000;
                return made;
            },
            [this](Made made) {
                m_made = std::move(made);
                refresh();
            },
            [this](const Error& error) { say(QString::fromUtf8(error.what())); });
    });
}

PrintedTable UntrainedPage::printed() const
{
    return layOutUntrained(m_made.results, m_made.vectors, m_paper->isChecked());
}

UntrainedPrint UntrainedPage::print() const
{
    return {m_made.results, m_made.vectors, m_paper->isChecked(), m_made.inputs, m_made.seconds};
}

void UntrainedPage::refresh()
{
    const bool running = m_jobs.isRunning(kind);
    m_run->setText(running ? tr("Cancel") : tr("Run"));
    m_run->setIcon(running ? QIcon() : accentIcon(Icon::Play));
    m_run->setEnabled(m_form->vectors().has_value());
    m_chartCard->setLoading(running);
    for (QPushButton* button : m_exports)
        button->setEnabled(!m_made.results.empty());
    m_paper->setVisible(!m_made.results.empty() && !m_made.results.front().benchmarks.empty());
    if (m_made.results.empty()) {
        m_caption->setText(tr("Run untrained nets over the vectors chosen at the left; with benchmarks of human "
                              "ratings also what they keep of the agreement with people."));
        return m_methods->setText(tr("Stands here once the nets were run."), false);
    }
    const PrintedTable table = printed();
    m_chart->setChart(std::make_shared<DepthChart>(depthLines(m_made.results), m_made.results.front().chance));
    const UntrainedResult& first = m_made.results.front();
    m_chartCard->setConvention(tr("mNNO at K = %1, %2, self %3, N = %L4; whiskers: standard deviation over %5 draws")
                                   .arg(first.options.k)
                                   .arg(QString::fromUtf8(metricId(first.options.metric).data()),
                                        QString::fromUtf8(selfRuleId(first.options.self).data()))
                                   .arg(first.n)
                                   .arg(first.options.draws));
    m_caption->setText(QString::fromStdString(table.caption));
    m_table->setTable(table);
    m_methods->setText(QString::fromStdString(untrainedMethods(m_made.results, m_made.vectors)).trimmed(), true);
}

void UntrainedPage::exportAll(const QString& folder)
{
    if (!m_made.results.empty()) guarded([&] { writeUntrained(folder.toStdString(), print()); });
}

void UntrainedPage::save(const QString& file)
{
    if (m_made.results.empty()) return;
    const PrintedTable table = printed();
    const std::string text = file.endsWith(".csv")    ? untrainedCsv(m_made.results, m_made.vectors)
                             : file.endsWith(".tex")  ? toLatex(table)
                             : file.endsWith(".html") ? toHtml(table)
                                                      : toMarkdown(table);
    guarded([&] { writeFile(file.toStdString(), text); });
}

void UntrainedPage::askAndSave(const QString& what)
{
    if (what == "copy") {
        auto* mime = new QMimeData;
        mime->setHtml(QString::fromStdString(toHtml(printed())));
        mime->setText(QString::fromStdString(toMarkdown(printed())));
        return QGuiApplication::clipboard()->setMimeData(mime);
    }
    if (what == "all") {
        const QString folder =
            QFileDialog::getExistingDirectory(this, tr("Folder for tables, methods, BibTeX and provenance"));
        if (!folder.isEmpty()) exportAll(folder);
        return;
    }
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the table"), "table." + what, "*." + what);
    if (!file.isEmpty()) save(file);
}

} // namespace bridgescope
