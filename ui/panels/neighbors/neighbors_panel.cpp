#include "ui/panels/neighbors/neighbors_panel.h"

#include "ui/models/convention.h"
#include "ui/panels/neighbors/hover_card.h"
#include "ui/panels/neighbors/item_header.h"
#include "ui/panels/neighbors/items_pane.h"
#include "ui/panels/neighbors/lists_view.h"
#include "ui/panels/neighbors/region_bar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"
#include "ui/workspace/selection_hub.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSplitter>
#include <QThreadPool>
#include <QToolTip>
#include <QVBoxLayout>

namespace bridgescope {
namespace {

constexpr double directCost = 6e6; // multiply-adds that are done within some milliseconds
constexpr int compactBelow = 1110; // of the panel: a window of 1360 less dock and margins

} // namespace

NeighborsPanel::NeighborsPanel(SelectionHub& hub, QWidget* parent) : QWidget(parent), m_hub(hub)
{
    setProperty("surface", "win");
    setAttribute(Qt::WA_StyledBackground);
    build();
    connectHub();
    refreshItems();
    refreshLists();
}

NeighborsPanel::~NeighborsPanel() = default;

void NeighborsPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    auto* inspector = new QWidget;
    auto* rows = new QVBoxLayout(inspector);
    rows->setContentsMargins(16, 14, 16, 10);
    rows->setSpacing(10);
    m_outside = new Banner;
    connect(m_outside, &Banner::chosen, this, [this] { m_hub.setScope(ItemScope::AllPaired); });
    m_header = new ItemHeader;
    m_regions = new RegionBar;
    m_lists = new NeighborListsView;
    rows->addWidget(m_outside);
    rows->addWidget(m_header);
    rows->addWidget(m_regions);
    rows->addWidget(m_lists, 1);
    m_items = new ItemsPane(m_hub);
    m_items->setMinimumHeight(120);
    m_splitter->addWidget(inspector);
    m_splitter->addWidget(m_items);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    column->addWidget(m_splitter);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_placed = true; });
}

void NeighborsPanel::connectHub()
{
    connect(&m_hub, &SelectionHub::measuredChanged, this, [this] {
        refreshItems();
        refreshLists();
    });
    connect(&m_hub, &SelectionHub::atKChanged, this, &NeighborsPanel::followNumbers);
    connect(&m_hub, &SelectionHub::stateChanged, this, [this](const ViewState& before, const ViewState& now) {
        if (before.focus != now.focus) refreshLists();
    });
    connect(&m_hub, &SelectionHub::hoveredChanged, this, [this](int pair) {
        m_lists->setHovered(pair < 0 || !m_hub.measured() ? -1 : m_hub.measured()->localOf(pair));
    });
    connect(m_regions, &RegionBar::filterChanged, this, [this] { m_lists->setFilter(m_regions->filter()); });
    connect(m_lists, &NeighborListsView::trainRidgeRequested, this, &NeighborsPanel::trainRidgeRequested);
    const auto pairOf = [this](int local) {
        return static_cast<int>(m_lists->lists()->measured->fold->items[static_cast<std::size_t>(local)]);
    };
    connect(m_lists, &NeighborListsView::entryChosen, this,
            [this, pairOf](int local) { m_hub.setFocus(pairOf(local)); });
    connect(m_lists, &NeighborListsView::entryHovered, this, [this, pairOf](int local) {
        m_hub.setHovered(local < 0 ? -1 : pairOf(local));
        m_hovered = local;
        QToolTip::hideText();
        m_hoverTimer.start();
    });
    m_hoverTimer.setSingleShot(true);
    m_hoverTimer.setInterval(150);
    connect(&m_hoverTimer, &QTimer::timeout, this, &NeighborsPanel::showHoverCard);
}

/// While K is dragged in another view, what is out of sight waits until it is looked at.
void NeighborsPanel::followNumbers()
{
    const MeasuredAtKPtr atK = m_hub.atK();
    m_behind = !isVisible() && atK && m_columns && m_columns->measured == atK->measured;
    if (m_behind) return;
    refreshItems();
    refreshLists();
}

void NeighborsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_behind) return;
    m_behind = false;
    refreshItems();
    refreshLists();
}

void NeighborsPanel::refreshItems()
{
    const MeasuredAtKPtr atK = m_hub.atK();
    if (!atK) return; // the old table stays until the new numbers are there
    m_columns = makeItemColumns(*atK, m_columns);
    m_items->setColumns(m_columns);
}

void NeighborsPanel::refreshLists()
{
    const MeasuredPtr measured = m_hub.measured();
    if (!measured) return;
    const int pair = m_hub.state().focus;
    // an item out of scope (a training item, after the scope changed) leaves its place to the first in scope
    int local = pair < 0 ? 0 : measured->localOf(pair);
    const bool outside = local < 0;
    if (outside) local = 0;
    if (measured->n() == 0) return;
    if (outside)
        tellOutside(*measured, pair, local);
    else
        m_outside->dismiss();
    const Index k = std::min<Index>(m_hub.state().k, measured->n() - 1);
    const bool known = m_ranks && m_ranks->measured == measured && m_ranks->focus == local;
    if (!known) requestRanks(local);
    if (m_hubs.measured != measured || m_hubs.k != k) m_hubs = markHubs(measured, k);
    const auto lists =
        std::make_shared<const NeighborLists>(makeNeighborLists(measured, local, k, m_ranks.get(), &m_hubs));
    m_header->show(lists);
    m_regions->show(*lists);
    m_lists->setLists(lists);
}

void NeighborsPanel::showHoverCard()
{
    if (m_hovered < 0 || !m_lists->underMouse() || !m_lists->lists() || !m_columns) return;
    if (m_columns->measured != m_lists->lists()->measured) return; // numbers of other lists
    QToolTip::showText(QCursor::pos(), hoverCard(*m_lists->lists(), *m_columns, m_hovered), m_lists);
}

void NeighborsPanel::tellOutside(const Measured& measured, int pair, int shown)
{
    if (pair >= measured.pairs->size()) return m_outside->dismiss();
    const QString label = QString::fromStdString(measured.pairs->labels[static_cast<std::size_t>(pair)]);
    const QString text = tr("“%1” is not among the %2 items in scope (%3)")
                             .arg(label, number(static_cast<qint64>(measured.n())), scopeText(measured));
    if (m_outside->isVisible() && m_outside->text() == text) return;
    m_outside->show(text, tr("Shown instead: %1").arg(measured.label(shown)), {tr("Show all paired items")});
}

void NeighborsPanel::requestRanks(int local)
{
    const MeasuredPtr measured = m_hub.measured();
    const int generation = ++*m_generation;
    if (rankingCost(*measured) < directCost) {
        m_ranks = rankFocus(measured, local);
        return;
    }
    const QPointer<NeighborsPanel> self(this);
    QThreadPool::globalInstance()->start([self, measured, local, generation, now = std::weak_ptr<int>(m_generation)] {
        if (now.expired()) return;
        const FocusRanksPtr ranks = rankFocus(measured, local);
        // back on the GUI thread the panel may be gone, or another item may be looked at
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, ranks, generation] {
            if (!self || *self->m_generation != generation) return;
            self->m_ranks = ranks;
            self->refreshLists();
        });
    });
}

void NeighborsPanel::resizeEvent(QResizeEvent*)
{
    const bool compact = width() < compactBelow * textScale(font());
    m_header->setCompact(compact);
    m_regions->setCompact(compact);
    m_lists->setCompact(compact);
    m_items->setCompact(compact);
    if (m_placed) return; // by hand
    const int above =
        m_header->sizeHint().height() + m_regions->sizeHint().height() + 44 + m_lists->sizeHint().height();
    const int table = std::max(height() - above, qRound(130 * textScale(font())));
    m_splitter->setSizes({height() - table, table});
}

} // namespace bridgescope
