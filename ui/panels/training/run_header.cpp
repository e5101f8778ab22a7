#include "ui/panels/training/run_header.h"

#include "ui/models/option_words.h"
#include "ui/panels/training/option_field.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/scaled.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace bridgescope {
namespace {

QPushButton* small(const QString& text, Icon icon, const QString& tip)
{
    auto* button = new QPushButton(text);
    button->setIcon(themedIcon(icon));
    button->setToolTip(tip);
    return button;
}

QString durationText(qint64 milliseconds)
{
    const qint64 seconds = (milliseconds + 500) / 1000;
    if (seconds < 1) return {};
    if (seconds < 60) return QObject::tr("%1 s left").arg(seconds);
    if (seconds < 3600) return QObject::tr("%1 min left").arg((seconds + 30) / 60);
    return QObject::tr("%1 h left").arg(static_cast<double>(seconds) / 3600, 0, 'f', 1);
}

} // namespace

RunHeader::RunHeader(QWidget* parent) : QFrame(parent)
{
    build();
    restyle();
    connect(m_pause, &QPushButton::clicked, this,
            [this] { m_state == MappingEntry::State::Paused ? emit resumeRequested() : emit pauseRequested(); });
    connect(m_step, &QPushButton::clicked, this, &RunHeader::epochRequested);
    connect(m_batch, &QPushButton::clicked, this, &RunHeader::batchRequested);
    connect(m_cancel, &QPushButton::clicked, this, &RunHeader::cancelRequested);
    connect(m_extend, &QPushButton::clicked, this, [this] { emit extendRequested(m_extendTo->value()); });
    connect(m_rate, &QLineEdit::editingFinished, this, [this] {
        if (m_rate->isModified()) emit rateEdited();
        m_rate->setModified(false);
    });
}

QString RunHeader::rate() const
{
    return m_rate->text().trimmed();
}

void RunHeader::setRateInvalid(bool invalid)
{
    m_rateInvalid = invalid;
    markInvalid(*m_rate, invalid);
    if (invalid) m_rate->setFocus();
}

void RunHeader::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 12, 8);
    row->setSpacing(8);
    auto* names = new QVBoxLayout;
    names->setSpacing(1);
    m_name = new ElidedLabel;
    m_name->setMinimumWidth(60);
    m_settings = new ElidedLabel;
    m_settings->setProperty("role", "label");
    m_settings->setMinimumWidth(60);
    names->addWidget(m_name);
    names->addWidget(m_settings);
    row->addLayout(names, 3);
    auto* progress = new QVBoxLayout;
    progress->setSpacing(4);
    auto* words = new QHBoxLayout;
    m_epoch = new QLabel;
    m_note = new ElidedLabel;
    m_note->setProperty("role", "label");
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_note->setMinimumWidth(1);
    words->addWidget(m_epoch);
    words->addWidget(m_note, 1);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    progress->addLayout(words);
    progress->addWidget(m_bar);
    row->addLayout(progress, 3);
    row->addSpacing(8);
    m_rateLabel = new QLabel(tr("Rate"));
    m_rateLabel->setProperty("role", "label");
    m_rate = new QLineEdit;
    m_rate->setAccessibleName(tr("Learning rate from here on"));
    m_rate->setToolTip(tr("Learning rate from here on"));
    m_pause = small(tr("Pause"), Icon::Pause, tr("Stops at the next batch"));
    m_step = small(tr("Step"), Icon::Step, tr("One epoch"));
    m_batch = small(tr("Batch"), Icon::Step, tr("One batch"));
    m_cancel = small(tr("Cancel"), Icon::Stop, tr("Ends it; the best weights so far are kept"));
    m_extend = small(tr("Extend to"), Icon::Plus, {});
    m_extendTo = new QSpinBox;
    keepScaled(*this, [this](double u) {
        m_rate->setFixedWidth(qRound(64 * u));
        m_extendTo->setFixedWidth(qRound(84 * u));
    });
    m_extendTo->setAccessibleName(tr("Epochs in all"));
    for (QWidget* widget :
         QList<QWidget*>{m_rateLabel, m_rate, m_pause, m_step, m_batch, m_cancel, m_extend, m_extendTo})
        row->addWidget(widget);
}

void RunHeader::show(const MappingEntry& run, const QString& direction)
{
    const bool other = run.id != m_shown || run.state != m_state;
    m_shown = run.id;
    m_state = run.state;
    m_name->setText(run.name);
    m_name->setToolTip(run.name);
    QStringList parts{direction, lossLine(run.options), stepsLine(run.options)};
    parts.removeAll(QString());
    m_settings->setText(parts.join(", "));
    m_settings->setToolTip(QString::fromStdString(run.options.describe()));
    if (other) {
        m_since.start();
        m_sinceEpochs = run.history.size();
    }
    showProgress(run);
    showButtons(run);
    if (other) propose(run);
}

/// How far and at which rate a run could go on: one that diverged at a tenth of the rate that it diverged at.
void RunHeader::propose(const MappingEntry& run)
{
    setRateInvalid(false);
    const double rate = run.session ? run.session->options().learningRate : run.options.learningRate;
    m_rate->setText(QString::number(run.diverged() ? rate / 10 : rate));
    const Index done = static_cast<Index>(run.history.size()), asked = run.options.epochs;
    m_extendTo->setRange(static_cast<int>(done) + 1, 1'000'000);
    m_extendTo->setValue(static_cast<int>(asked > done ? asked : done + std::clamp<Index>(asked, 1, 1000)));
    m_extend->setToolTip(
        run.diverged()     ? tr("Goes on from the weights that are kept, with the optimizer as at the start")
        : run.stoppedEarly ? tr("Goes on from the last epoch, not from the best one; its patience begins anew")
                           : tr("Goes on from the last epoch"));
}

QString RunHeader::timeLeft(const MappingEntry& run)
{
    const std::size_t done = run.history.size();
    if (run.state != MappingEntry::State::Running || done <= m_sinceEpochs || m_since.elapsed() < 500) return {};
    const double pace = static_cast<double>(m_since.elapsed()) / static_cast<double>(done - m_sinceEpochs);
    return durationText(static_cast<qint64>(pace * (static_cast<double>(run.epochs()) - static_cast<double>(done))));
}

void RunHeader::showProgress(const MappingEntry& run)
{
    const Index done = static_cast<Index>(run.history.size()), all = std::max<Index>(1, run.epochs());
    const bool paused = run.state == MappingEntry::State::Paused;
    const auto [batch, batches] = paused ? run.session->batches() : std::pair<Index, Index>(0, 1);
    QString words;
    switch (run.state) {
    case MappingEntry::State::Queued:
        words = tr("Queued");
        break;
    case MappingEntry::State::Running:
    case MappingEntry::State::Paused:
        words =
            run.isNet()
                ? tr("Epoch <b>%1</b> of %2").arg(number(static_cast<qint64>(done)), number(static_cast<qint64>(all)))
                : tr("Solving…");
        if (batch > 0) words += tr(", then batch <b>%1</b> of %2").arg(batch).arg(batches);
        break;
    case MappingEntry::State::Done:
        words = run.opened         ? tr("Opened")
                : !run.isNet()     ? tr("Solved")
                : run.stoppedEarly ? tr("<b>%1</b> epochs, stopped early").arg(number(static_cast<qint64>(done)))
                                   : tr("<b>%1</b> epochs").arg(number(static_cast<qint64>(done)));
        break;
    case MappingEntry::State::Failed:
        words = run.diverged() ? tr("Diverged") : tr("Failed");
        break;
    }
    m_epoch->setText(words);
    QStringList notes = run.notes;
    if (run.stopping) notes = QStringList{tr("stopping…")};
    if (run.isNet() && run.options.earlyStopping != "none" && run.bestEpoch() > 0)
        notes.prepend((run.isActive() ? tr("best so far: epoch %1") : tr("best: epoch %1")).arg(run.bestEpoch()));
    if (!run.stopping && paused) notes.prepend(tr("paused"));
    if (const QString left = timeLeft(run); !left.isEmpty() && !run.stopping) notes << left;
    m_note->setText(notes.join(", "));
    m_note->setToolTip(m_note->text());
    m_bar->setVisible(run.isNet() && !run.opened);
    m_bar->setEnabled(run.state != MappingEntry::State::Failed);
    m_bar->setValue(static_cast<int>((1000 * done + 1000 * batch / batches) / all));
    m_bar->setAccessibleName(tr("Progress of %1").arg(run.name));
}

void RunHeader::showButtons(const MappingEntry& run)
{
    const bool active = run.isActive(), paused = run.state == MappingEntry::State::Paused;
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    m_pause->setIcon(themedIcon(paused ? Icon::Play : Icon::Pause));
    m_pause->setVisible(active && run.isNet());
    m_pause->setEnabled(!run.stopping);
    m_step->setVisible(active && run.isNet());
    m_step->setEnabled(paused);
    m_batch->setVisible(paused);
    m_rate->setVisible(paused || run.canExtend());
    m_rateLabel->setVisible(paused || run.canExtend());
    m_cancel->setVisible(active || run.state == MappingEntry::State::Queued);
    m_cancel->setEnabled(!run.stopping || !run.isNet());
    m_extend->setVisible(run.canExtend());
    m_extendTo->setVisible(run.canExtend());
}

void RunHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintCardGround(painter, *this);
}

void RunHeader::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange) restyle();
}

void RunHeader::restyle()
{
    m_name->setFont(textFont(font(), TextSize::Heading, true));
}

} // namespace bridgescope
