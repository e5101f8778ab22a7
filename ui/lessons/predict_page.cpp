#include "ui/lessons/predict_page.h"

#include "ui/charts/chart_view.h"
#include "ui/widgets/card.h"
#include "ui/widgets/help_request.h"
#include "ui/widgets/scaled.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace bridgescope {
namespace {

constexpr std::array roles{OverlapRole::XF, OverlapRole::YF, OverlapRole::XY};
constexpr double nearEnough = 0.1; ///< a guess this near counts as right

std::size_t at(OverlapRole role)
{
    return static_cast<std::size_t>(role);
}

} // namespace

PredictPage::PredictPage(QWidget* parent) : QWidget(parent)
{
    setProperty("surface", "win");
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Predict first"));
    setHelpTopic(*this, QStringLiteral("predict"));
    build();
    connectLine();
    restyle();
    ask({}, {});
}

void PredictPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) restyle();
}

void PredictPage::restyle()
{
    m_title->setFont(textFont(font(), TextSize::Verdict, true));
    m_verdict->setFont(textFont(font(), TextSize::Heading));
}

void PredictPage::build()
{
    auto* outer = new QHBoxLayout(this);
    auto* middle = new QWidget;
    keepScaled(*middle, [middle](double u) { middle->setMaximumWidth(qRound(1100 * u)); });
    outer->addWidget(middle);
    auto* column = new QVBoxLayout(middle);
    column->setSpacing(12);
    column->addStretch(1);
    m_title = new QLabel;
    m_details = new QLabel;
    m_details->setProperty("role", "label");
    m_details->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(m_details);
    auto* card = new Card(tr("Where will the three overlaps be? Drag the marks."));
    auto* body = new QWidget;
    auto* inside = new QVBoxLayout(body);
    inside->setContentsMargins(12, 0, 12, 12);
    m_line = new ChartView;
    m_line->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    inside->addWidget(m_line);
    auto* row = new QHBoxLayout;
    for (const OverlapRole role : roles) {
        auto* field = m_fields[at(role)] = new QDoubleSpinBox;
        field->setRange(0, 1);
        field->setSingleStep(0.05);
        field->setAccessibleName(tr("Expected %1").arg(nameOf(role)));
        row->addWidget(new QLabel(nameOf(role)));
        row->addWidget(field);
        row->addSpacing(16);
        connect(field, &QDoubleSpinBox::valueChanged, this, [this, role](double value) { setGuess(role, value); });
    }
    row->addStretch();
    m_reveal = new QPushButton;
    m_reveal->setProperty("primary", true);
    row->addWidget(m_reveal);
    inside->addLayout(row);
    card->setBody(body);
    column->addWidget(card);
    m_verdict = new QLabel;
    m_verdict->setWordWrap(true);
    m_convention = new QLabel;
    m_convention->setProperty("role", "caption");
    column->addWidget(m_verdict);
    column->addWidget(m_convention);
    auto* after = new QHBoxLayout;
    m_look = new QPushButton(tr("Look at the views"));
    auto* another = new QPushButton(tr("Another pair…"));
    auto* why = new QPushButton(tr("Why?"));
    for (QPushButton* button : {m_look, another, why})
        after->addWidget(button);
    after->addStretch();
    column->addLayout(after);
    column->addStretch(2);
    connect(m_reveal, &QPushButton::clicked, this, &PredictPage::reveal);
    connect(m_look, &QPushButton::clicked, this, &PredictPage::lookRequested);
    connect(another, &QPushButton::clicked, this, &PredictPage::anotherRequested);
    connect(why, &QPushButton::clicked, this, [this] { requestHelp(*this, helpTopicOf(this)); });
}

void PredictPage::connectLine()
{
    const auto chart = [this] { return std::static_pointer_cast<const PredictionChart>(m_line->chart()); };
    const auto drag = [this, chart](QPointF point) {
        if (m_dragged && !m_data.truth) setGuess(*m_dragged, chart()->valueAt(point, m_line->area(), m_line->style()));
    };
    connect(m_line, &ChartView::pressed, this, [this, chart, drag](QPointF point) {
        m_dragged = chart()->laneAt(point, m_line->area(), m_line->style());
        drag(point);
    });
    connect(m_line, &ChartView::dragged, this, drag);
    connect(m_line, &ChartView::released, this, [this] { m_dragged.reset(); });
    m_line->setCursorAt([this](QPointF) { return m_data.truth ? Qt::ArrowCursor : Qt::SizeHorCursor; });
}

void PredictPage::ask(const QString& title, const QString& details)
{
    m_data = {};
    m_truth.reset();
    m_title->setText(title);
    m_details->setText(details);
    redraw();
}

void PredictPage::setTruth(const std::array<double, 3>& truth, double chance, const QString& convention)
{
    if (m_data.truth) return; // revealed: what was shown stays
    m_truth = truth;
    m_data.chance = chance;
    m_measuredWith = convention;
    redraw();
}

void PredictPage::setGuess(OverlapRole role, double value)
{
    if (m_data.truth) return;
    m_data.guess[at(role)] = value;
    redraw();
}

void PredictPage::reveal()
{
    m_data.truth = m_truth;
    redraw();
}

QString PredictPage::verdict() const
{
    int right = 0;
    for (const OverlapRole role : roles)
        right += std::abs((*m_data.truth)[at(role)] - m_data.guess[at(role)]) <= nearEnough;
    const QString said = right == 3   ? tr("All three were expected.")
                         : right == 0 ? tr("None of the three was expected.")
                         : right == 1 ? tr("One of the three was expected.")
                                      : tr("Two of the three were expected.");
    return said + ' ' +
           tr("Within %1 counts as expected; hollow is what was said, filled what was measured, the dashed "
              "line chance.")
               .arg(number(nearEnough, 1));
}

void PredictPage::redraw()
{
    m_line->setChart(std::make_shared<PredictionChart>(m_data));
    for (const OverlapRole role : roles) {
        const QSignalBlocker block(m_fields[at(role)]);
        m_fields[at(role)]->setValue(m_data.guess[at(role)]);
        m_fields[at(role)]->setEnabled(!m_data.truth);
    }
    m_reveal->setEnabled(m_truth && !m_data.truth);
    m_reveal->setText(m_truth ? tr("Reveal") : tr("Training ridge…"));
    m_look->setEnabled(m_data.truth.has_value());
    m_verdict->setText(m_data.truth ? verdict() : QString());
    m_convention->setText(m_data.truth ? m_measuredWith : QString());
}

} // namespace bridgescope
