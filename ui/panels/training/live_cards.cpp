#include "ui/panels/training/live_cards.h"

#include "ui/charts/chart_view.h"
#include "ui/figures/figure_dialog.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/scaled.h"
#include "ui/widgets/text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace bridgescope {

LiveCards::LiveCards(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_charts = new QHBoxLayout;
    m_charts->setSpacing(12);
    m_lossCard = addChart(tr("Loss"), m_loss);
    m_overlapCard = addChart(tr("Held-out overlap"), m_overlap);
    m_legend = new ElidedLabel;
    m_legend->setProperty("role", "caption");
    m_legend->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_legend->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the title comes first
    m_overlapCard->titleRow()->setStretch(0, 0);
    m_overlapCard->titleRow()->insertWidget(m_overlapCard->titleRow()->count() - 1, m_legend, 1);
    column->addLayout(m_charts, 3);
    m_grid = new QGridLayout;
    m_grid->setSpacing(12);
    for (Small& small : m_small) {
        small.card = new Card(QStringLiteral("…"));
        keepScaled(*small.card, [card = small.card](double u) { card->setMinimumHeight(qRound(104 * u)); });
        small.value = new QLabel;
        small.value->setFont(textFont(font(), TextSize::Heading, true));
        small.card->titleRow()->addWidget(small.value);
        small.view = new ChartView;
        small.view->setMargins({12, 2, 12, 4});
        small.card->setBody(small.view);
    }
    column->addLayout(m_grid, 1);
    arrange();
}

Card* LiveCards::addChart(const QString& title, ChartView*& view)
{
    auto* card = new Card(title);
    view = new ChartView;
    keepScaled(*view, [view](double u) { view->setMinimumWidth(qRound(220 * u)); });
    card->setBody(view);
    ChartView* shown = view;
    addChartActions(
        *card->menu(), this, [shown] { return shown->chart(); }, [card] { return card->convention(); });
    m_charts->addWidget(card, 1);
    return card;
}

void LiveCards::show(const ShownRuns& runs)
{
    if (!runs.run) return;
    // A closed form has one loss; where something was chosen on the way to it, that is what there is to see.
    if (auto choice = choiceData(*runs.run)) {
        m_lossCard->setTitle(choice->name);
        m_lossCard->setConvention(choiceConvention(*runs.run));
        m_loss->setChart(std::make_shared<ChoiceChart>(std::move(*choice)));
    } else {
        m_lossCard->setTitle(tr("Loss"));
        m_lossCard->setConvention(keptText(*runs.run) + lossFormula(runs.run->options));
        m_loss->setChart(std::make_shared<EpochChart>(lossData(runs)));
    }
    m_overlap->setChart(std::make_shared<EpochChart>(overlapData(runs)));
    m_overlapCard->setConvention(liveConvention(*runs.run));
    QStringList names;
    for (const MappingEntry* other : runs.compared)
        names << other->name;
    m_legend->setText(names.isEmpty() ? tr("for looking only")
                                      : tr("for looking only; thin: %1").arg(names.join(", ")));
    m_legend->setToolTip(m_legend->text());
    for (int i = 0; i < diagnosticKinds; ++i) {
        Diagnostic diagnostic = diagnosticOf(*runs.run, static_cast<DiagnosticKind>(i), reportOf(runs));
        Small& small = m_small[i];
        small.card->setTitle(diagnostic.title);
        small.card->setToolTip(diagnostic.explanation);
        small.value->setText(diagnostic.value);
        small.card->setConvention(diagnostic.meaning.isEmpty() ? QStringLiteral(" ") : diagnostic.meaning);
        small.view->setChart(std::make_shared<SparkChart>(std::move(diagnostic.spark)));
    }
}

void LiveCards::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// Beside one another where all have room for their labels; else the diagnostics in two rows, the charts in two as
/// well.
void LiveCards::arrange()
{
    const double u = textScale(font());
    m_charts->setDirection(width() >= 560 * u ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int inRow = width() >= diagnosticKinds * 150 * u ? diagnosticKinds : (diagnosticKinds + 1) / 2;
    if (inRow == m_inRow) return;
    m_inRow = inRow;
    for (int i = 0; i < diagnosticKinds; ++i) {
        const bool second = i >= inRow;
        const int span = second ? inRow : std::max(1, diagnosticKinds - inRow); // rows of 3 and 2 are as wide
        m_grid->removeWidget(m_small[i].card);
        m_grid->addWidget(m_small[i].card, second, (second ? i - inRow : i) * span, 1, span);
    }
    for (int c = 0; c < m_grid->columnCount(); ++c)
        m_grid->setColumnStretch(c, c < inRow * std::max(1, diagnosticKinds - inRow));
}

} // namespace bridgescope
