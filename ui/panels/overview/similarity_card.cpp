#include "ui/panels/overview/similarity_card.h"

#include "ui/charts/chart_view.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace bridgescope {
namespace {

QString tipOf(const SimilarityResult& result)
{
    QString words = QString::fromStdString(result.measure.source);
    if (!result.value) return words + QStringLiteral(": ") + QString::fromStdString(result.reason);
    if (result.measure.distance) words += QObject::tr("; a distance, 0 for identical sets");
    if (result.nullMean) words += QObject::tr("; null %1").arg(number(*result.nullMean, 3));
    if (result.pValue) words += QStringLiteral(", ") + pValueText(*result.pValue);
    if (result.calibrated) words += QObject::tr(", calibrated %1").arg(number(*result.calibrated, 3));
    if (result.sampled) words += QObject::tr("; of a sample of %1").arg(number(static_cast<qint64>(result.n)));
    return words;
}

TableCell cellOf(const SimilarityResult& result)
{
    TableCell cell{.text = result.value ? number(*result.value, 3) : QStringLiteral("–")};
    if (result.pValue && *result.pValue <= 0.05) cell.strong = true;
    cell.tip = tipOf(result);
    return cell;
}

/// The value, what it comes to by chance, p, and what is left above chance.
void addCells(std::vector<TableCell>& row, const SimilarityResult& result)
{
    const auto text = [](const std::optional<double>& value, int decimals) {
        return value ? number(*value, decimals) : QStringLiteral("–");
    };
    row.push_back(cellOf(result));
    for (const QString& cell : {text(result.nullMean, 3), text(result.pValue, 3), text(result.calibrated, 2)})
        row.push_back({.text = cell, .tip = tipOf(result)});
}

void addNumbers(ChartTable& table, const QString& pair, const std::vector<SimilarityResult>& results)
{
    const auto text = [](const std::optional<double>& value) { return value ? plainNumber(*value) : QString(); };
    for (const SimilarityResult& result : results)
        table.rows.append({QString::fromStdString(result.measure.id), pair, text(result.value),
                           result.measure.distance ? "distance" : "similarity", text(result.nullMean),
                           text(result.pValue), text(result.calibrated), QString::number(result.n),
                           QString::fromStdString(result.reason), QString::fromStdString(result.measure.source)});
}

} // namespace

TableData similarityTable(const SimilarityTable& table)
{
    TableData data;
    data.name = QObject::tr("Other measures");
    data.topic = QStringLiteral("measures");
    const bool mapped = !table.xf.empty();
    TableSection section;
    section.header = {QObject::tr("Measure")};
    section.headerMarks = {std::nullopt};
    section.giveWay = {0};
    const auto column = [&](OverlapRole role) {
        section.header << nameOf(role) << QObject::tr("null") << QStringLiteral("p") << QObject::tr("cal.");
        section.headerMarks.insert(section.headerMarks.end(), {role, std::nullopt, std::nullopt, std::nullopt});
        section.giveWay.insert(section.giveWay.end(), {0, 3, 2, 1});
    };
    if (mapped) {
        column(OverlapRole::XF);
        column(OverlapRole::YF);
    }
    column(OverlapRole::XY);
    for (std::size_t i = 0; i < table.xy.size(); ++i) {
        TableCell name{.text = QString::fromStdString(table.xy[i].measure.title)};
        name.tip = QString::fromStdString(table.xy[i].measure.note);
        std::vector<TableCell> row{name};
        if (mapped) {
            addCells(row, table.xf[i]);
            addCells(row, table.yf[i]);
        }
        addCells(row, table.xy[i]);
        section.rows.push_back(std::move(row));
    }
    data.sections = {std::move(section)};
    data.note =
        QObject::tr("Semibold: p ≤ .05 against %1 permutations. null: the mean of theirs. cal.: the share of what is "
                    "left above the null.")
            .arg(table.permutations);
    data.numbers.header = {"measure", "pair",       "value", "kind",   "null_mean",
                           "p_value", "calibrated", "n",     "reason", "source"};
    addNumbers(data.numbers, nameOf(OverlapRole::XF), table.xf);
    addNumbers(data.numbers, nameOf(OverlapRole::YF), table.yf);
    addNumbers(data.numbers, nameOf(OverlapRole::XY), table.xy);
    return data;
}

SimilarityCard::SimilarityCard(QWidget* parent) : QWidget(parent)
{
    m_pages = new QStackedLayout(this);
    auto* ask = new QWidget;
    auto* column = new QVBoxLayout(ask);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(10);
    m_text = new QLabel;
    m_text->setWordWrap(true);
    m_text->setProperty("role", "label");
    m_button = new QPushButton;
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Other measures"));
    column->addStretch(1);
    column->addWidget(m_text);
    column->addWidget(m_bar);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addStretch(2);
    m_pages->addWidget(ask);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus); // the chart in it takes the keys
    scroll->viewport()->setAutoFillBackground(false);
    m_view = new ChartView;
    scroll->setWidget(m_view);
    m_view->setAutoFillBackground(false);
    m_pages->addWidget(scroll);
    connect(m_button, &QPushButton::clicked, this, [this] { m_running ? emit cancelled() : emit requested(); });
    refresh();
}

void SimilarityCard::show(const MeasuredAtKPtr& atK)
{
    const bool other = !m_atK || !atK || m_atK->similarity != atK->similarity;
    m_atK = atK;
    if (other) {
        if (atK && atK->similarity)
            m_view->setChart(std::make_shared<TableChart>(similarityTable(*atK->similarity)));
        else
            m_view->setChart(nullptr);
    }
    refresh();
}

void SimilarityCard::setProgress(bool running, double done, double total)
{
    m_running = running;
    m_bar->setRange(0, running && total > 0 ? 1000 : running ? 0 : 1);
    if (total > 0) m_bar->setValue(static_cast<int>(1000 * done / total));
    refresh();
}

void SimilarityCard::refresh()
{
    const bool there = m_atK && m_atK->similarity && m_atK->similarity->k == m_atK->report.xy.k;
    m_pages->setCurrentIndex(there && !m_running ? 1 : 0);
    m_bar->setVisible(m_running);
    m_button->setText(m_running ? tr("Cancel") : tr("Compute"));
    const bool few = m_atK && m_atK->measured->n() < 3;
    m_button->setEnabled(m_atK && !few);
    if (few)
        m_text->setText(tr("Fewer than three items cannot be compared."));
    else if (m_running)
        m_text->setText(tr("Computing each measure with its null…"));
    else
        m_text->setText(tr("CKA, CKNNA, RSA, SVCCA, PWCCA, Procrustes distance and four measures of the lists, each "
                           "against 200 permutations. Some take a while, so they are computed when you ask."));
}

} // namespace bridgescope
