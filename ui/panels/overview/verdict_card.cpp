#include "ui/panels/overview/verdict_card.h"

#include "core/measurement/verdict.h"
#include "ui/charts/chart_view.h"
#include "ui/figures/report_charts.h"
#include "ui/models/convention.h"
#include "ui/widgets/card.h"
#include "ui/widgets/scaled.h"
#include "ui/widgets/text.h"
#include "ui/workspace/measured.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace bridgescope {

VerdictCard::VerdictCard(QWidget* parent) : QFrame(parent)
{
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(16, 10, 16, 10);
    m_row->setSpacing(16);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(4);
    m_sentence = new QLabel;
    m_sentence->setWordWrap(true);
    m_detail = new QLabel;
    m_detail->setWordWrap(true);
    m_detail->setProperty("role", "label"); // its color is the sheet's: a palette of its own is lost to a new sheet
    for (QLabel* label : {m_sentence, m_detail})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    texts->addStretch(1);
    texts->addWidget(m_sentence);
    texts->addWidget(m_detail);
    texts->addStretch(1);
    m_row->addLayout(texts, 3);
    m_train = new QPushButton(tr("Train ridge"));
    m_train->setProperty("primary", true);
    m_train->hide();
    connect(m_train, &QPushButton::clicked, this, &VerdictCard::trainRidgeRequested);
    m_row->addWidget(m_train, 0, Qt::AlignVCenter);
    m_lists = new QPushButton(tr("Make the lists"));
    m_lists->hide();
    connect(m_lists, &QPushButton::clicked, this, &VerdictCard::listsRequested);
    m_row->addWidget(m_lists, 0, Qt::AlignVCenter);
    m_line = new ChartView;
    m_line->setFocusPolicy(Qt::NoFocus);
    m_line->setMargins({0, 0, 0, 0});
    m_row->addWidget(m_line, 0, Qt::AlignVCenter);
    keepScaled(*m_line, [this](double) { placeLine(); }); // once the line's own text has grown
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    restyle();
    wait(true);
}

void VerdictCard::wait(bool making)
{
    m_sentence->setText(making ? tr("The neighbor lists are being made.") : tr("There are no neighbor lists yet."));
    m_detail->clear();
    m_train->hide();
    m_lists->setVisible(!making);
    m_line->hide();
    setAccessibleName(m_sentence->text());
    setAccessibleDescription({});
}

void VerdictCard::show(const MeasuredAtK& atK)
{
    const MappingReport& report = atK.report;
    const Measured& m = *atK.measured;
    const QString convention = conventionOf(m, report.xy.k) + '.';
    if (atK.hasMapping) {
        const Verdict verdict = judge(report, m.mappingName.toStdString());
        m_sentence->setText(QString::fromStdString(verdict.sentence));
        QStringList detail{QString::fromStdString(verdict.detail), convention};
        if (!m.fitCaveat.isEmpty()) detail.insert(1, m.fitCaveat);
        m_detail->setText(detail.join(' '));
        const NumberLineData line = numberLineOf(report);
        m_line->setChart(std::make_shared<NumberLine>(line));
        m_line->setToolTip(roomText(line));
    } else {
        const double k = static_cast<double>(report.xy.k);
        m_sentence->setText(tr("No mapping yet: X and Y share %1 of %2 neighbors by themselves.")
                                .arg(number(report.xy.mean * k, 1), number(static_cast<qint64>(report.xy.k))));
        m_detail->setText(tr("Chance %1 of %2. %3")
                              .arg(number(report.xy.chance * k), number(static_cast<qint64>(report.xy.k)), convention));
        m_line->setChart(std::make_shared<NumberLine>(numberLineOf(report.xy)));
        m_line->setToolTip({});
    }
    m_train->setVisible(!atK.hasMapping);
    m_lists->hide();
    m_line->show();
    placeLine();
    setAccessibleName(m_sentence->text());
    setAccessibleDescription(m_detail->text());
}

void VerdictCard::show(const SampledOverlaps& sampled)
{
    const bool mapped = !sampled.mappingName.isEmpty();
    const SampledOverlap& first = mapped ? sampled.xf : sampled.xy;
    const double k = static_cast<double>(first.k);
    const auto of = [&](const SampledOverlap& overlap) {
        return tr("%1 ± %2").arg(number(overlap.mean * k), number(overlap.halfWidth * k));
    };
    const QString whole = number(static_cast<qint64>(first.k));
    m_sentence->setText(mapped ? tr("From a sample: %1 keeps %2 of %4 neighbors of X and %3 of Y.")
                                     .arg(sampled.mappingName, of(sampled.xf), of(sampled.yf), whole)
                               : tr("From a sample: X and Y share %1 of %2 neighbors.").arg(of(sampled.xy), whole));
    const SampledOverlap& last = mapped && sampled.yf.sampled < first.sampled ? sampled.yf : first;
    m_detail->setText(
        tr("%1 of N = %2 items, each against all; ± is half a 95 % interval of the exact value. Chance %3 "
           "of %4. K = %4, %5, %6. %7")
            .arg(number(static_cast<qint64>(last.sampled)), number(static_cast<qint64>(last.n)),
                 number(first.chance * k), whole, metricName(sampled.metric), selfRuleName(sampled.self),
                 sampled.stopped ? tr("The exact lists were cancelled.") : tr("The exact lists are being made.")));
    m_train->hide();
    m_line->hide();
    m_lists->setVisible(sampled.stopped);
    setAccessibleName(m_sentence->text());
    setAccessibleDescription(m_detail->text());
}

QString VerdictCard::sentence() const
{
    return m_sentence->text();
}

QString VerdictCard::detail() const
{
    return m_detail->text();
}

void VerdictCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintCardGround(painter, *this);
}

void VerdictCard::resizeEvent(QResizeEvent*)
{
    placeLine();
}

/// Beside the sentence, or below it where the card is narrow.
void VerdictCard::placeLine()
{
    if (m_line->chart()) m_line->setFixedHeight(m_line->minimumSizeHint().height());
    const double scale = textScale(font());
    const bool narrow = width() < 760 * scale;
    m_line->setFixedWidth(narrow ? width() - 32
                                 : std::clamp(static_cast<int>(width() * 0.34), static_cast<int>(260 * scale),
                                              static_cast<int>(460 * scale)));
    m_row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void VerdictCard::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) restyle();
}

void VerdictCard::restyle()
{
    m_sentence->setFont(textFont(font(), TextSize::Verdict, true));
    m_detail->setFont(textFont(font(), TextSize::Body));
}

} // namespace bridgescope
