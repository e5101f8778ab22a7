#include "ui/panels/workspace/workspace_panel.h"

#include "ui/panels/workspace/mapping_row.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/workspace.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScopeGuard>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

namespace bridgescope {
namespace {

constexpr int mappingRole = Qt::UserRole;

QString sizeText(Index n, Index d)
{
    return QStringLiteral("%L1 × %2").arg(n).arg(d);
}

QIcon badgeIcon(Space space, const Tokens& tokens)
{
    constexpr int width = 24, height = 20, density = 3; // sharp up to three times the pixels
    QPixmap picture(width * density, height * density);
    picture.setDevicePixelRatio(density);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const double badge = spaceBadgeWidth(space, 1);
    paintSpaceBadge(painter, QRectF((width - badge) / 2, 0, badge, height), space, tokens);
    return QIcon(picture);
}

} // namespace

WorkspacePanel::WorkspacePanel(Workspace& workspace, SelectionHub& hub, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_hub(hub), m_tree(new QTreeWidget)
{
    setProperty("surface", "base");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(8);
    m_tree->setIconSize({24, 20});
    m_tree->setRootIsDecorated(false);
    m_tree->setAccessibleName(tr("Workspace"));
    m_tree->setMouseTracking(true);
    auto* rows = new MappingRowDelegate(m_tree);
    m_tree->setItemDelegate(rows);
    connect(rows, &MappingRowDelegate::cancelRequested, this, &WorkspacePanel::cancel);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    column->addWidget(m_tree, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 12);
    row->setSpacing(8);
    auto* add = new QPushButton(tr("Pair…")); // short: the dock is 240 wide
    add->setToolTip(tr("New pair"));
    auto* map = new QPushButton(tr("Mapping…"));
    map->setToolTip(tr("New mapping"));
    for (QPushButton* button : {add, map}) {
        button->setIcon(themedIcon(Icon::Plus));
        button->setAccessibleName(button->toolTip());
        button->setProperty("small", true);
        row->addWidget(button);
    }
    column->addLayout(row);
    connect(add, &QPushButton::clicked, this, &WorkspacePanel::newPairRequested);
    connect(map, &QPushButton::clicked, this, &WorkspacePanel::newMappingRequested);
    map->setEnabled(workspace.pair() != nullptr);
    connect(&workspace, &Workspace::pairChanged, map,
            [&workspace, map] { map->setEnabled(workspace.pair() != nullptr); });
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        const QVariant id = item->data(0, mappingRole);
        if (id.isValid()) m_hub.setMapping(id.toInt()); // Look at
    });
    connect(m_tree, &QTreeWidget::itemClicked, this, &WorkspacePanel::clicked);
    connect(m_tree, &QTreeWidget::itemChanged, this, &WorkspacePanel::edited);
    m_tree->installEventFilter(this);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &WorkspacePanel::openMenu);
    connect(&workspace, &Workspace::pairChanged, this, &WorkspacePanel::rebuild);
    connect(&workspace, &Workspace::mappingsChanged, this, &WorkspacePanel::rebuild);
    connect(&workspace, &Workspace::epochArrived, this, &WorkspacePanel::showProgress);
    connect(&hub, &SelectionHub::stateChanged, this, [this](const ViewState& before, const ViewState& now) {
        if (before.mapping != now.mapping || before.named != now.named || before.selection != now.selection)
            rebuild();
        else if (before.k != now.k)
            followK();
    });
}

void WorkspacePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) rebuild(); // rows keep the colors they were made with
}

void WorkspacePanel::followK()
{
    for (const MappingEntry& entry : m_workspace.mappings())
        showProgress(entry.id);
}

/// The click is still being handled by the row that goes.
void WorkspacePanel::cancel(int id)
{
    QMetaObject::invokeMethod(
        this, [this, id] { m_workspace.cancelTraining(id); }, Qt::QueuedConnection);
}

void WorkspacePanel::fill(QTreeWidgetItem& item, const MappingEntry& entry)
{
    const MappingRow row = mappingRowOf(entry, entry.id == m_hub.state().mapping, m_hub.state().k);
    for (int column = 0; column < 2; ++column)
        item.setData(column, MappingRowDelegate::RowRole, QVariant::fromValue(row));
    item.setText(1, numbersOf(row));
    const QString cancels = row.progress ? '\n' + tr("The cross or Delete cancels the training") : QString();
    item.setToolTip(1, row.words + cancels); // the words are elided where there is no room
}

/// Only the row's own text: many epochs a second must not rebuild the tree under the pointer.
void WorkspacePanel::showProgress(int id)
{
    const MappingEntry* entry = m_workspace.mapping(id);
    for (QTreeWidgetItemIterator row(m_tree); entry && *row; ++row)
        if ((*row)->data(0, mappingRole).isValid() && (*row)->data(0, mappingRole).toInt() == id) fill(**row, *entry);
}

QTreeWidgetItem* WorkspacePanel::section(const QString& title)
{
    auto* item = new QTreeWidgetItem(m_tree, {title});
    QFont font = item->font(0);
    font.setWeight(QFont::DemiBold);
    item->setFont(0, font);
    item->setForeground(0, tokensOf(palette()).ink2);
    item->setFlags(Qt::ItemIsEnabled);
    item->setFirstColumnSpanned(true);
    return item;
}

void WorkspacePanel::rebuild()
{
    m_filling = true;
    const auto filled = qScopeGuard([this] { m_filling = false; });
    const QTreeWidgetItem* current = m_tree->currentItem();
    const QVariant mapping = current ? current->data(0, mappingRole) : QVariant(),
                   named = current ? current->data(0, NamedRole) : QVariant();
    m_tree->clear();
    const OpenPair* pair = m_workspace.pair();
    if (!pair) return;
    const auto line = [this](QTreeWidgetItem* parent, const QString& text, const QString& detail) {
        auto* item = new QTreeWidgetItem(parent, {text, detail});
        item->setForeground(1, tokensOf(palette()).ink2);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(0, text);
        return item;
    };
    auto* sets = section(tr("Embedding sets"));
    const MappingEntry* looked = m_workspace.mapping(m_hub.state().mapping);
    const bool backward = looked && !looked->forward; // letters belong to the role, not to the set
    for (const EmbeddingSet* each : {&pair->x, &pair->y}) {
        const EmbeddingSet& set = *each;
        const Space space = (each == &pair->x) != backward ? Space::X : Space::Y;
        auto* item = line(sets, QString::fromStdString(set.name), sizeText(set.size(), set.dimension()));
        item->setIcon(0, badgeIcon(space, tokensOf(palette())));
        item->setData(0, Qt::AccessibleTextRole, tr("%1, %2").arg(spaceLetter(space), item->text(0)));
        item->setToolTip(1, QString::fromStdString(set.format));
    }
    auto* pairing = section(tr("Pairing"));
    line(pairing, tr("By %1").arg(QString::fromStdString(pair->forward->report.by)),
         tr("%L1 paired").arg(pair->forward->size()));
    const Split& split = pair->split.folds.front();
    line(pairing, tr("Split, seed %1").arg(pair->splitOptions.seed),
         QStringLiteral("%L1 + %L2").arg(split.training.size()).arg(split.heldOut.size()));
    addMappings(true);
    addMappings(false);
    addSelections();
    m_tree->expandAll();
    for (QTreeWidgetItemIterator row(m_tree); *row; ++row) // the row the keyboard stood on
        if ((mapping.isValid() && (*row)->data(0, mappingRole) == mapping) ||
            (named.isValid() && (*row)->data(0, NamedRole) == named))
            m_tree->setCurrentItem(*row);
}

void WorkspacePanel::addMappings(bool forward)
{
    const OpenPair* pair = m_workspace.pair();
    const QString from = QString::fromStdString(forward ? pair->x.name : pair->y.name),
                  to = QString::fromStdString(forward ? pair->y.name : pair->x.name);
    QTreeWidgetItem* parent = nullptr;
    for (const MappingEntry& entry : m_workspace.mappings()) {
        if (entry.forward != forward) continue;
        if (!parent) {
            parent = section(QStringLiteral("%1 → %2").arg(from, to));
            parent->setFirstColumnSpanned(false);
            parent->setText(1, tr("X,f  Y,f"));
            parent->setData(1, MappingRowDelegate::HeaderRole, true);
            parent->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            parent->setForeground(1, tokensOf(palette()).ink3);
            parent->setToolTip(
                0, tr("Mappings from %1 to %2: overlaps X,f(X) and Y,f(X) at the shared K; double click or Enter looks "
                      "at one")
                       .arg(from, to));
        }
        auto* item = new QTreeWidgetItem(parent, {entry.name});
        item->setData(0, mappingRole, entry.id);
        fill(*item, entry);
        item->setToolTip(0, entry.message.isEmpty() ? QString::fromStdString(entry.options.describe()) : entry.message);
        if (entry.id != m_hub.state().mapping) continue;
        QFont font = item->font(0);
        font.setWeight(QFont::DemiBold);
        item->setFont(0, font);
    }
}

void WorkspacePanel::openMenu(const QPoint& at)
{
    const QTreeWidgetItem* item = m_tree->itemAt(at);
    if (const QVariant named = item ? item->data(0, NamedRole) : QVariant(); named.isValid())
        return openSelectionMenu(named.toInt(), at);
    const QVariant value = item ? item->data(0, mappingRole) : QVariant();
    if (!value.isValid()) return;
    const int id = value.toInt();
    const MappingEntry* entry = m_workspace.mapping(id);
    if (!entry) return;
    QMenu menu(this);
    if (entry->model) menu.addAction(tr("Look at"), this, [this, id] { m_hub.setMapping(id); });
    if (entry->state == MappingEntry::State::Queued || entry->isActive())
        menu.addAction(tr("Cancel training"), this, [this, id] { m_workspace.cancelTraining(id); });
    else
        menu.addAction(tr("Delete"), this, [this, id] { m_workspace.remove(id); });
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

} // namespace bridgescope
