#include "ui/panels/training/why_card.h"

#include "ui/models/convention.h"
#include "ui/panels/training/epoch_scrubber.h"
#include "ui/panels/training/live_data.h"
#include "ui/panels/training/why_strip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bridgescope {
namespace {

const QString jobKind = QStringLiteral("why");
constexpr int pause = 250; ///< milliseconds between two requests for the epochs of a run that goes on
/// Entries of all lists together: a selection that asks for more is looked at by a part of it.
constexpr Index mostEntries = 2'000'000;

} // namespace

WhyCard::WhyCard(const Workspace& workspace, SelectionHub& hub, JobRunner& jobs, QWidget* parent)
    : Card(tr("Why"), parent), m_workspace(workspace), m_hub(hub), m_jobs(jobs)
{
    build();
    m_again.setSingleShot(true);
    m_again.setInterval(pause);
    connect(&m_again, &QTimer::timeout, this, [this] { request(true); });
    connect(m_selection, &QPushButton::toggled, this, [this] { request(); });
    connect(m_scrubber, &EpochScrubber::valueChanged, this, [this] {
        refresh();
        lookAtEpoch();
    });
    connectHub();
}

void WhyCard::build()
{
    m_sentence = new ElidedLabel;
    m_sentence->setProperty("role", "label");
    m_sentence->setMinimumWidth(1);
    m_selection = new QPushButton;
    m_selection->setProperty("small", true);
    m_selection->setCheckable(true);
    m_selection->setToolTip(tr("The lists of all selected items together, in place of the focus item's"));
    m_selection->hide();
    titleRow()->setStretch(0, 0);
    titleRow()->addWidget(m_sentence, 1);
    titleRow()->addWidget(m_selection);
    m_strip = new WhyStrip;
    m_scrubber = new EpochScrubber;
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(12, 0, 12, 4);
    column->setSpacing(2);
    column->addWidget(m_strip);
    column->addWidget(m_scrubber);
    setBody(body);
}

void WhyCard::connectHub()
{
    connect(&m_hub, &SelectionHub::stateChanged, this, [this](const ViewState& before, const ViewState& now) {
        request();
        const bool other = before.epoch != now.epoch || before.mapping != now.mapping;
        if (!other || !isLookedAt() || !m_history) return;
        {
            const QSignalBlocker quiet(m_scrubber); // it follows here, and must not lead
            now.epoch > 0 ? m_scrubber->goTo(now.epoch) : m_scrubber->goToRest();
        }
        refresh();
    });
    connect(&m_hub, &SelectionHub::hoveredChanged, m_strip, &WhyStrip::setHovered);
    connect(m_strip, &WhyStrip::itemHovered, this, [this](int pair) { m_hub.setHovered(pair); });
    connect(m_strip, &WhyStrip::itemChosen, this, [this](int pair) { m_hub.setFocus(pair); });
    connect(m_strip, &WhyStrip::itemOpened, this, [this](int pair) {
        m_hub.setFocus(pair);
        m_hub.openView("neighbors");
    });
}

void WhyCard::show(const MappingEntry& run)
{
    if (run.id != m_run) {
        m_run = run.id;
        clear({});
    }
    m_scrubber->setVisible(run.isNet() && !run.opened);
    if (m_history) showPlaces(run); // it may have been cut, or extended, with no epoch more
    request();
}

void WhyCard::showEvent(QShowEvent* event)
{
    Card::showEvent(event);
    request();
}

bool WhyCard::isLookedAt() const
{
    return m_run == m_hub.state().mapping && m_hub.state().scope == ItemScope::HeldOut;
}

Index WhyCard::chosenEpoch() const
{
    return m_history && !m_scrubber->atRest() ? m_scrubber->epoch() : 0;
}

QString WhyCard::label(Index pair) const
{
    const OpenPair* open = m_workspace.pair();
    return open && pair >= 0 ? QString::fromStdString(open->forward->labels[static_cast<std::size_t>(pair)])
                             : QString();
}

/// Positions among the held-out items; an even part of a selection that would take too much memory.
std::vector<Index> WhyCard::rowsAsked(const std::vector<Index>& heldOut, std::size_t epochs, Index k) const
{
    std::vector<Index> rows;
    const auto add = [&](Index item) {
        const auto found = std::lower_bound(heldOut.begin(), heldOut.end(), item);
        if (found != heldOut.end() && *found == item) rows.push_back(found - heldOut.begin());
    };
    const ViewState& state = m_hub.state();
    if (!m_selection->isChecked() || state.selection.empty())
        add(state.focus);
    else
        for (const int item : state.selection)
            add(item);
    const auto all = static_cast<Index>(rows.size());
    const Index most = std::max<Index>(1, mostEntries / (k * static_cast<Index>(epochs + 2)));
    if (all <= most) return rows;
    std::vector<Index> part;
    for (Index i = 0; i < most; ++i)
        part.push_back(rows[static_cast<std::size_t>(i * all / most)]);
    return part;
}

/// Lists are made off this thread, for what the hub shows, while the card is looked at. New epochs of the same question
/// wait until they are `due`: a run is not to be slowed by being watched.
void WhyCard::request(bool due)
{
    const MappingEntry* run = m_workspace.mapping(m_run);
    const OpenPair* pair = m_workspace.pair();
    const ViewState& state = m_hub.state();
    m_selection->setVisible(!state.selection.empty());
    m_selection->setText(tr("Selection, %1").arg(number(static_cast<qint64>(state.selection.size()))));
    if (!isVisible() || !run || !pair) return;
    WhyRequest next;
    if (run->kept) next.epochs = run->kept->epochs();
    if (next.epochs.empty())
        return clear(run->opened ? tr("It was opened from a file: no epochs of it are known.")
                     : run->state == MappingEntry::State::Failed
                         ? tr("f of the held-out items is kept after every epoch: no epoch came to its end.")
                         : tr("f of the held-out items is kept after every epoch: none has ended yet."));
    next.pairs = run->forward ? pair->forward : pair->backward;
    next.heldOut = pair->split.folds.front().heldOut;
    next.k = std::min<Index>(state.k, static_cast<Index>(next.heldOut.size()) - 1);
    next.metric = state.metric;
    next.self = state.self;
    next.rows = rowsAsked(next.heldOut, next.epochs.size(), next.k);
    if (next.rows.empty())
        return clear(m_selection->isChecked() && !state.selection.empty()
                         ? tr("None of the selected items is held out.")
                     : state.focus < 0 ? tr("No item is looked at.")
                                       : tr("%1 is not held out: choose an item that is.").arg(label(state.focus)));
    if (m_history && m_history->request.sameBut(next) &&
        std::ranges::equal(m_history->request.epochs, next.epochs, isSame))
        return;
    const bool running = m_asked && m_asked->sameBut(next) && m_jobs.isRunning(jobKind);
    if (running || (m_history && m_history->request.sameBut(next) && !due)) {
        if (!m_again.isActive()) m_again.start();
        return;
    }
    start(std::move(next));
}

void WhyCard::start(WhyRequest request)
{
    m_asked = request;
    m_jobs.run<WhyHistoryPtr>(
        jobKind, tr("Neighbors epoch by epoch"),
        [request, before = m_history](const Context& context) {
            Context quiet = context; // too short to tell how far it is
            quiet.progress = {};
            return makeWhyHistory(request, before, quiet);
        },
        [this, run = m_run](const WhyHistoryPtr& history) {
            if (run == m_run) take(history);
        },
        [this](const Error& error) { clear(QString::fromUtf8(error.what())); });
}

void WhyCard::clear(const QString& why)
{
    m_history.reset();
    if (m_asked) m_jobs.cancel(jobKind);
    m_asked.reset();
    m_strip->show({});
    {
        const QSignalBlocker quiet(m_scrubber);
        m_scrubber->show({});
    }
    setTitle(tr("Why"));
    m_sentence->setText(why);
    setConvention(QStringLiteral(" "));
}

/// The kept epochs on an axis that ends with the run.
void WhyCard::showPlaces(const MappingEntry& run)
{
    ScrubberData places;
    for (const KeptEpoch& each : m_history->request.epochs)
        places.epochs.push_back(each.epoch);
    const bool ended = run.state == MappingEntry::State::Done; // then there is no epoch to come
    places.last = ended ? std::max(static_cast<Index>(run.history.size()), places.epochs.back())
                        : std::max(run.epochs(), places.epochs.back());
    places.best = run.options.earlyStopping == "none" ? 0 : run.bestEpoch();
    places.rest = keptEpoch(run);
    places.withX = m_history->withX;
    places.withY = m_history->withY;
    const QSignalBlocker quiet(m_scrubber);
    m_scrubber->show(std::move(places));
}

void WhyCard::take(WhyHistoryPtr history)
{
    const MappingEntry* run = m_workspace.mapping(m_run);
    if (!run) return;
    m_asked.reset();
    m_history = std::move(history);
    showPlaces(*run);
    if (isLookedAt() && m_hub.state().epoch > 0) {
        const QSignalBlocker quiet(m_scrubber);
        m_scrubber->goTo(m_hub.state().epoch);
    }
    refresh();
    if (isLookedAt() && m_hub.state().epoch > 0) lookAtEpoch(); // the one looked at may be kept no longer
    request();
}

void WhyCard::lookAtEpoch()
{
    const MappingEntry* run = m_workspace.mapping(m_run);
    if (!run || !isLookedAt() || !m_history) return;
    const bool asItIs = m_scrubber->atRest() && run->model; // without a model there is no other f yet
    m_hub.setEpoch(asItIs ? 0 : m_scrubber->epoch());
}

WhyGroups WhyCard::groupsOf(const ListChanges& changes) const
{
    const OpenPair& pair = *m_workspace.pair();
    WhyGroups groups;
    groups.pictures = pair.pictures;
    const std::array<const std::vector<ListChanges::Entry>*, 3> all{&changes.kept, &changes.gained, &changes.lost};
    for (std::size_t group = 0; group < 3; ++group) {
        groups.places[group] = sumOf(*all[group], &ListChanges::Entry::lists);
        for (const ListChanges::Entry& entry : *all[group]) {
            WhyTile tile;
            const Index item = m_history->request.heldOut[static_cast<std::size_t>(entry.neighbor)];
            tile.pair = static_cast<int>(item);
            if (pair.pictures) tile.picture = pair.forward->rowsX[static_cast<std::size_t>(item)].value;
            tile.label = label(item);
            tile.lists = static_cast<int>(entry.lists);
            tile.inX = 2 * entry.inX > entry.lists;
            tile.inY = 2 * entry.inY > entry.lists;
            groups.tiles[group].push_back(std::move(tile));
        }
    }
    return groups;
}

/// "epoch 12 → 16: keeps 6 of 10, gains 4 (1 of X's, 3 of Y's), loses 4 (3 of X's, 0 of Y's)"
QString WhyCard::sentence(const ListChanges& changes) const
{
    using Entry = ListChanges::Entry;
    const auto count = [](const std::vector<Entry>& entries, Index Entry::*field) {
        return number(static_cast<qint64>(sumOf(entries, field)));
    };
    const auto at = static_cast<std::size_t>(m_scrubber->value());
    const auto& epochs = m_history->request.epochs;
    const QString from = at == 0 ? tr("X") : tr("epoch %1").arg(epochs[at - 1].epoch);
    const qint64 kept = sumOf(changes.kept, &Entry::lists), all = kept + sumOf(changes.gained, &Entry::lists);
    const bool net = m_workspace.mapping(m_run)->isNet();
    const QString to = net ? tr("epoch %1").arg(epochs[at].epoch) : tr("f(X)");
    return tr("%1 → %2: keeps %3 of %4, gains %5 (%6 of X's, %7 of Y's), loses %8")
               .arg(from, to)
               .arg(number(kept), number(all), count(changes.gained, &Entry::lists), count(changes.gained, &Entry::inX),
                    count(changes.gained, &Entry::inY), count(changes.lost, &Entry::lists)) +
           tr(" (%1 of X's, %2 of Y's)").arg(count(changes.lost, &Entry::inX), count(changes.lost, &Entry::inY));
}

void WhyCard::refresh()
{
    const MappingEntry* run = m_workspace.mapping(m_run);
    if (!m_history || !run || !m_workspace.pair()) return;
    emit epochChosen();
    const WhyRequest& asked = m_history->request;
    const auto at = static_cast<std::size_t>(m_scrubber->value());
    const ListChanges changes = m_history->changesAt(at);
    m_strip->show(groupsOf(changes));
    const auto rows = static_cast<qint64>(asked.rows.size());
    const QString item = label(asked.heldOut[static_cast<std::size_t>(asked.rows.front())]);
    constexpr int longest = 16; // the sentence beside it is what the card says
    setTitle(rows == 1 ? tr("Why: %1").arg(item.size() > longest ? item.left(longest - 1) + QChar(0x2026) : item)
                       : tr("Why: %1 items").arg(number(rows)));
    m_sentence->setText(sentence(changes));
    m_sentence->setToolTip(m_sentence->text());
    QString line = tr("K = %1, %2, %3, held out N = %4")
                       .arg(number(static_cast<qint64>(asked.k)), metricName(asked.metric), selfRuleName(asked.self),
                            number(static_cast<qint64>(asked.heldOut.size())));
    line += tr("; ■ neighbor in X, ● in Y");
    if (m_history->count() > 1 && static_cast<Index>(m_history->count()) < asked.epochs.back().epoch)
        line += tr("; %1 of %2 epochs kept")
                    .arg(number(static_cast<qint64>(m_history->count())),
                         number(static_cast<qint64>(asked.epochs.back().epoch)));
    setConvention(line);
}

} // namespace bridgescope
