#include "ui/panels/training/training_panel.h"

#include "core/base/error.h"
#include "ui/models/runs_model.h"
#include "ui/models/window_words.h"
#include "ui/panels/training/live_cards.h"
#include "ui/panels/training/mapping_form.h"
#include "ui/panels/training/run_header.h"
#include "ui/panels/training/sweep_dialog.h"
#include "ui/panels/training/why_card.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/scaled.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace bridgescope {
namespace {

constexpr int formWidth = 312, narrowBelow = 880;
/// Whether the form's share decides the split, not a file or a grid's fold.
bool isShare(const SplitOptions& split)
{
    return !split.testFile && !split.foldsFile && split.folds == 0;
}

constexpr int redrawInterval = 60; ///< milliseconds between two drawings of the curves

} // namespace

TrainingPanel::TrainingPanel(Workspace& workspace, SelectionHub& hub, JobRunner& jobs, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_hub(hub), m_why(new WhyCard(workspace, hub, jobs))
{
    setProperty("surface", "win");
    setAttribute(Qt::WA_StyledBackground);
    build();
    m_timer.setSingleShot(true);
    m_timer.setInterval(redrawInterval);
    connect(&m_timer, &QTimer::timeout, this, &TrainingPanel::refresh);
    connect(m_form, &MappingForm::trainRequested, this, &TrainingPanel::train);
    connect(m_form, &MappingForm::sweepRequested, this, &TrainingPanel::sweep);
    connect(&m_form->banner(), &Banner::chosen, this, [this](int button) {
        m_form->banner().dismiss();
        if (button == 0)
            startTraining();
        else
            takePair(); // the share goes back to what it was
    });
    connect(&workspace, &Workspace::pairChanged, this, &TrainingPanel::takePair);
    connect(&workspace, &Workspace::mappingsChanged, this, &TrainingPanel::follow);
    connect(&workspace, &Workspace::epochArrived, this, &TrainingPanel::refreshSoon);
    connect(m_why, &WhyCard::epochChosen, this, &TrainingPanel::refreshSoon);
    connectHeader();
    connectTable();
    takePair();
    follow();
}

void TrainingPanel::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    m_formCard = new Card(tr("New mapping"));
    keepScaled(*m_formCard, [this](double u) {
        m_formCard->setFixedWidth(qRound(formWidth * u));
        placeForm();
    });
    m_form = new MappingForm;
    m_formCard->setBody(m_form);
    m_formCard->titleRow()->addWidget(m_form->presets());
    row->addWidget(m_formCard);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_problem = new Banner;
    m_header = new RunHeader;
    m_live = new LiveCards;
    column->addWidget(m_header);
    column->addWidget(m_problem); // below: as it closes, Cancel must not come to where its button was
    column->addWidget(m_live, 3);
    column->addWidget(m_why);
    column->addWidget(buildTable(), 2);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    scroll->setWidget(content);
    auto* empty =
        new EmptyPlace(tr("No mapping yet"),
                       tr("Set one up at the left, or begin with ridge, which is solved at once."), tr("Train ridge"));
    connect(empty, &EmptyPlace::pressed, this, [this] { m_workspace.train({}, m_form->forward()); });
    m_formButton = new QPushButton(tr("New mapping"));
    m_formButton->setIcon(themedIcon(Icon::Plus));
    m_formButton->setCheckable(true);
    m_formButton->hide();
    m_right = new QWidget;
    auto* right = new QVBoxLayout(m_right);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(12);
    right->addWidget(m_formButton, 0, Qt::AlignLeft);
    auto* pages = new QWidget;
    m_stack = new QStackedLayout(pages);
    m_stack->addWidget(empty);
    m_stack->addWidget(scroll);
    right->addWidget(pages, 1);
    row->addWidget(m_right, 1);
    connect(m_formButton, &QPushButton::toggled, m_formCard, &QWidget::setVisible);
}

void TrainingPanel::connectHeader()
{
    connect(m_header, &RunHeader::pauseRequested, this, [this] { m_workspace.pauseTraining(m_run); });
    const auto goOn = [this](TrainingSession::Until until) {
        if (takeRate()) m_workspace.stepTraining(m_run, until);
    };
    connect(m_header, &RunHeader::resumeRequested, this, [goOn] { goOn(TrainingSession::Until::End); });
    connect(m_header, &RunHeader::epochRequested, this, [goOn] { goOn(TrainingSession::Until::Epoch); });
    connect(m_header, &RunHeader::batchRequested, this, [goOn] { goOn(TrainingSession::Until::Batch); });
    connect(m_header, &RunHeader::cancelRequested, this, [this] { m_workspace.cancelTraining(m_run); });
    connect(m_header, &RunHeader::extendRequested, this,
            [this](int epochs) { withRate([&](double rate) { m_workspace.extendTraining(m_run, epochs, rate); }); });
    connect(m_header, &RunHeader::rateEdited, this, &TrainingPanel::takeRate);
    connect(m_problem, &Banner::chosen, this, [this](int button) {
        const MappingEntry* run = m_workspace.mapping(m_run);
        m_problem->dismiss();
        m_dismissed = m_run;
        if (!run || run->state != MappingEntry::State::Failed) return;
        if (run->hasLastGood() && button == 0) return m_workspace.keepLastGood(m_run);
        m_workspace.remove(m_run);
    });
}

/// With the rate that stands in the header. One that is refused is said in place, and nothing goes on.
bool TrainingPanel::withRate(const std::function<void(double)>& what)
{
    try {
        TrainingOptions checked;
        setOption(checked, "learning-rate", m_header->rate().toStdString());
        m_header->setRateInvalid(false);
        m_problem->dismiss();
        what(checked.learningRate);
        return true;
    } catch (const Error& error) {
        m_header->setRateInvalid(true);
        m_problem->show(windowWords(QString::fromUtf8(error.what())), {}, {tr("Close")});
        return false;
    }
}

bool TrainingPanel::takeRate()
{
    return withRate([this](double rate) { m_workspace.setLearningRate(m_run, rate); });
}

void TrainingPanel::takePair()
{
    const OpenPair* pair = m_workspace.pair();
    if (!pair) return;
    MappingForm::Data now;
    now.nameX = QString::fromStdString(pair->x.name);
    now.nameY = QString::fromStdString(pair->y.name);
    now.dX = pair->x.dimension();
    now.dY = pair->y.dimension();
    const SplitOptions& split = m_split = pair->splitOptions;
    now.shareIsFree = isShare(split);
    now.share = now.shareIsFree ? split.testShare
                                : static_cast<double>(pair->split.folds.front().heldOut.size()) /
                                      static_cast<double>(pair->forward->size());
    now.seed = pair->splitOptions.seed;
    m_form->setData(now);
}

void TrainingPanel::train()
{
    const OpenPair* pair = m_workspace.pair();
    if (!pair || !m_form->showProblems()) return;
    const bool otherSplit = isShare(pair->splitOptions) && m_form->share() != pair->splitOptions.testShare;
    if (otherSplit && !m_workspace.mappings().empty())
        return m_form->banner().show(
            tr("The mappings here were trained under another split."),
            tr("Of what they learnt from, some would be held out now: all of them are trained again."),
            {tr("Split and train all"), tr("Keep the split")});
    startTraining();
}

void TrainingPanel::startTraining()
{
    try {
        const TrainingOptions options = m_form->options();
        SplitOptions split = m_workspace.pair()->splitOptions;
        if (isShare(split) && m_form->share() != split.testShare) {
            split.testShare = m_form->share();
            m_workspace.setSplit(split);
            takePair();
        }
        m_workspace.train(options, m_form->forward());
    } catch (const Error& error) {
        m_form->banner().show(windowWords(QString::fromUtf8(error.what())));
    }
}

void TrainingPanel::sweep()
{
    if (!m_workspace.pair() || !m_form->showProblems()) return;
    SweepDialog dialog(m_form->options(), m_form->shownKeys(), this);
    if (dialog.exec() != QDialog::Accepted) return;
    for (const SweepDialog::Run& run : dialog.runs())
        m_workspace.train(run.options, m_form->forward(), run.value);
}

void TrainingPanel::duplicate(int id)
{
    const MappingEntry* run = m_workspace.mapping(id);
    if (!run) return;
    m_form->setOptions(run->options, run->forward);
    showForm();
}

void TrainingPanel::showForm()
{
    if (m_narrow) m_formButton->setChecked(true);
    m_form->setFocus();
}

/// A run that was begun is shown, unless the one shown is still going.
void TrainingPanel::follow()
{
    if (const OpenPair* pair = m_workspace.pair(); pair && !(pair->splitOptions == m_split)) takePair();
    const MappingEntry* shown = m_workspace.mapping(m_run);
    int newest = 0;
    for (const MappingEntry& entry : m_workspace.mappings())
        newest = std::max(newest, entry.id);
    if (newest > m_newest && (!shown || !shown->isActive())) {
        m_run = newest;
        shown = nullptr;
    }
    m_newest = std::max(newest, m_newest);
    if (!m_workspace.mapping(m_run)) m_run = newest > 0 ? newest : -1;
    selectRow(m_run);
    refresh();
}

void TrainingPanel::showRun(int id)
{
    if (!m_workspace.mapping(id)) return;
    m_run = id;
    selectRow(id);
    refresh();
}

void TrainingPanel::refreshSoon()
{
    if (!m_timer.isActive()) m_timer.start();
}

void TrainingPanel::refresh()
{
    const MappingEntry* run = m_workspace.mapping(m_run);
    m_stack->setCurrentIndex(run ? 1 : 0);
    if (!run) return;
    m_header->show(*run, directionText(m_workspace, run->forward));
    m_why->show(*run);
    m_live->show(
        {run, comparedWith(*run), static_cast<int>(m_why->chosenEpoch()), m_hub.state().scope == ItemScope::HeldOut});
    refreshProblem(run);
    refreshConvention();
    bool both = false;
    for (const MappingEntry& entry : m_workspace.mappings())
        both = both || entry.forward != m_workspace.mappings().front().forward;
    m_table->setColumnHidden(RunsModel::Direction, !both);
}

void TrainingPanel::refreshProblem(const MappingEntry* run)
{
    const bool failed = run->state == MappingEntry::State::Failed;
    if (!failed && m_header->isRateInvalid()) return; // that is said there, whatever else is new
    if (!failed || m_dismissed == run->id) return m_problem->dismiss();
    QString message = windowWords(run->message);
    if (!message.isEmpty()) message[0] = message[0].toUpper();
    if (m_problem->text() == message && m_problem->isVisible()) return;
    QStringList buttons{tr("Delete the run")};
    if (run->hasLastGood()) buttons.prepend(tr("Keep the weights of epoch %1").arg(run->session->epochsDone()));
    m_problem->show(message, {}, buttons);
}

void TrainingPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeForm();
}

/// Beside the run, or behind a button where there is too little room for both.
void TrainingPanel::placeForm()
{
    if (!m_formButton) return; // while it is built
    const bool narrow = width() < narrowBelow * textScale(font());
    if (narrow == m_narrow) return;
    m_narrow = narrow;
    m_formButton->setVisible(narrow);
    m_formCard->setVisible(!narrow || m_formButton->isChecked());
}

} // namespace bridgescope
