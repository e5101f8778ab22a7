#include "ui/main_window/shared_bar.h"

#include "ui/widgets/elided_box.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSlider>
#include <QSpinBox>
#include <QStringListModel>

namespace bridgescope {
namespace {

QComboBox* choice(const QStringList& entries, const QString& name)
{
    auto* box = new ElidedBox;
    box->addItems(entries);
    box->setAccessibleName(name);
    box->setToolTip(name);
    return box;
}

constexpr int narrowBelow = 1360, tightBelow = 900; ///< tight: presented at 200 %

QWidget* gap(int width)
{
    auto* widget = new QWidget;
    widget->setFixedWidth(width);
    return widget;
}

/// A long name keeps its beginning and its end, so that the bar's other controls keep their room.
QString shortened(const QString& name)
{
    constexpr int most = 18;
    return name.size() <= most ? name : name.left(most - 6) + QChar(0x2026) + name.right(5);
}

} // namespace

SharedBar::SharedBar(SelectionHub& hub, Workspace& workspace, QWidget* parent)
    : QToolBar(tr("Shared state"), parent), m_hub(hub), m_workspace(workspace)
{
    setObjectName("shared-bar");
    setMovable(false);
    setProperty("surface", "bar");
    build();
    resizeFields();
    connectAll();
    refresh();
    refreshMappings();
}

void SharedBar::build()
{
    m_back = addAction(themedIcon(Icon::Back), tr("Back"));
    m_back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_forward = addAction(themedIcon(Icon::Forward), tr("Forward"));
    m_forward->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Right));
    m_search = new QLineEdit;
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Item, or /regex/"));
    m_search->setAccessibleName(tr("Focus item"));
    m_search->addAction(themedIcon(Icon::Search), QLineEdit::TrailingPosition);
    m_labels = new QStringListModel(this);
    m_completer = new QCompleter(m_labels, this);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setMaxVisibleItems(12);
    m_search->setCompleter(m_completer);
    addWidget(m_search);
    addSeparator();
    m_mapping = choice({}, tr("Mapping looked at"));
    m_mapping->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    addWidget(m_mapping);
    m_epoch = new QPushButton;
    m_epoch->setIcon(themedIcon(Icon::Close));
    m_epoch->setLayoutDirection(Qt::RightToLeft);
    m_epoch->setToolTip(tr("Back to the mapping as it is"));
    addWidget(m_epoch)->setVisible(false);
    addSeparator();
    addWidget(new QLabel(QStringLiteral("  K  ")));
    m_k = new QSlider(Qt::Horizontal);
    m_k->setRange(1, 100);
    m_k->setAccessibleName(tr("Number of neighbors K"));
    addWidget(m_k);
    addWidget(gap(6));
    m_kNumber = new QSpinBox;
    m_kNumber->setRange(1, 100);
    m_kNumber->setKeyboardTracking(false);
    m_kNumber->setAccessibleName(tr("Number of neighbors K"));
    addWidget(m_kNumber);
    addSeparator();
    m_metric = choice({tr("Cosine"), tr("Euclidean")}, tr("Metric"));
    m_self = choice({tr("Self excluded"), tr("Self included")}, tr("Whether an item counts as its own neighbor"));
    m_scope = choice({}, tr("Items measured"));
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_scope->setMaximumWidth(190);
    for (QComboBox* box : {m_metric, m_self, m_scope}) {
        addWidget(box);
        addWidget(gap(6));
    }
    auto* spring = new QWidget;
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(spring);
    m_selection = new QPushButton;
    m_selection->setIcon(themedIcon(Icon::Close));
    m_selection->setLayoutDirection(Qt::RightToLeft);
    addWidget(m_selection)->setVisible(false);
}

void SharedBar::resizeFields()
{
    const double scale = textScale(font());
    const bool narrow = width() < narrowBelow * scale, tight = width() < tightBelow * scale;
    m_search->setFixedWidth(qRound((tight ? 140 : narrow ? 200 : 220) * scale));
    m_mapping->setMinimumWidth(qRound(150 * scale));
    m_k->setFixedWidth(qRound((tight ? 70 : narrow ? 92 : 110) * scale));
    if (m_selection) showSelection();
}

/// "3 selected", in a tight bar "3".
void SharedBar::showSelection()
{
    const QString words = tr("%L1 selected").arg(m_hub.state().selection.size());
    const bool tight = width() < tightBelow * textScale(font());
    m_selection->setText(tight ? QStringLiteral("%L1").arg(m_hub.state().selection.size()) : words);
    m_selection->setAccessibleName(words);
    m_selection->setToolTip(tr("%1: clear the selection").arg(words));
}

void SharedBar::resizeEvent(QResizeEvent* event)
{
    QToolBar::resizeEvent(event);
    resizeFields();
}

void SharedBar::changeEvent(QEvent* event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_k) resizeFields();
}

void SharedBar::setPresenting(bool on)
{
    const QAction* metric = nullptr;
    for (QAction* action : actions()) {
        const QWidget* widget = widgetForAction(action);
        if (widget == m_metric) metric = action;
        if (widget == m_metric || widget == m_self || widget == m_scope) action->setVisible(!on);
    }
    actions()[actions().indexOf(metric) - 1]->setVisible(!on); // what parts them from K
}

void SharedBar::connectAll()
{
    connect(m_back, &QAction::triggered, &m_hub, &SelectionHub::goBack);
    connect(m_forward, &QAction::triggered, &m_hub, &SelectionHub::goForward);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { goTo(m_search->text()); });
    connect(m_search, &QLineEdit::textEdited, this, [this] { m_queried = m_hub.state().focus; });
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &SharedBar::goTo);
    connect(m_mapping, &QComboBox::activated, this,
            [this](int row) { m_hub.setMapping(m_mapping->itemData(row).toInt()); });
    connect(m_k, &QSlider::valueChanged, this, [this](int k) { m_hub.setK(k); });
    connect(m_kNumber, &QSpinBox::valueChanged, this, [this](int k) { m_hub.setK(k); });
    connect(m_kNumber, &QSpinBox::editingFinished, this, [this] {
        auto* field = m_kNumber->findChild<QLineEdit*>();
        field->setText(field->text()); // undo is K's from here on, not that of what was typed
    });
    connect(m_metric, &QComboBox::activated, this, [this](int row) { m_hub.setMetric(static_cast<Metric>(row)); });
    connect(m_self, &QComboBox::activated, this, [this](int row) { m_hub.setSelfRule(static_cast<SelfRule>(row)); });
    connect(m_scope, &QComboBox::activated, this, &SharedBar::chooseScope);
    connect(m_epoch, &QPushButton::clicked, this, [this] { m_hub.setEpoch(0); });
    connect(m_selection, &QPushButton::clicked, this, [this] { m_hub.setSelection({}); });
    connect(&m_hub, &SelectionHub::stateChanged, this, &SharedBar::refresh);
    connect(&m_hub, &SelectionHub::historyChanged, this, &SharedBar::refresh);
    connect(&m_hub, &SelectionHub::measuredChanged, this, [this] {
        refreshItems();
        refresh();
    });
    connect(&m_workspace, &Workspace::mappingsChanged, this, &SharedBar::refreshMappings);
    connect(&m_workspace, &Workspace::pairChanged, this, &SharedBar::refreshMappings);
}

void SharedBar::refreshItems()
{
    QStringList labels;
    if (const MeasuredPtr measured = m_hub.measured())
        for (const auto& label : measured->pairs->labels)
            labels << QString::fromStdString(label);
    m_labels->setStringList(labels);
}

void SharedBar::refresh()
{
    const ViewState& state = m_hub.state();
    const MeasuredPtr measured = m_hub.measured();
    const QSignalBlocker blocks[] = {QSignalBlocker(m_k), QSignalBlocker(m_kNumber), QSignalBlocker(m_metric),
                                     QSignalBlocker(m_self), QSignalBlocker(m_scope)};
    const int most = measured ? static_cast<int>(std::max<Index>(1, measured->n() - 1)) : 100;
    m_k->setRange(1, std::max(std::min(100, most), static_cast<int>(std::min<Index>(state.k, most))));
    m_kNumber->setRange(1, most);
    m_k->setValue(static_cast<int>(state.k));
    m_kNumber->setValue(static_cast<int>(state.k));
    m_metric->setCurrentIndex(static_cast<int>(state.metric));
    m_self->setCurrentIndex(static_cast<int>(state.self));
    refreshScopes();
    for (QWidget* ofPair : {static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_scope)})
        ofPair->setEnabled(m_workspace.pair() != nullptr); // K, metric and self rule hold for experiments without one
    m_back->setEnabled(m_hub.canGoBack());
    m_forward->setEnabled(m_hub.canGoForward());
    showSelection();
    m_epoch->setText(tr("Epoch %1").arg(state.epoch));
    for (QAction* action : actions()) {
        if (widgetForAction(action) == m_selection) action->setVisible(!state.selection.empty());
        if (widgetForAction(action) == m_epoch) action->setVisible(state.epoch > 0);
    }
    if (measured && state.focus >= 0) showFocus(measured->pairs->labels[static_cast<std::size_t>(state.focus)]);
    const MappingEntry* lookedAt = m_workspace.mapping(state.mapping);
    m_epoch->setEnabled(lookedAt && lookedAt->model); // of a run that goes on there is nothing else to look at yet
    // A run without a model stands among the mappings as long as it is looked at.
    bool other = lookedAt && m_workspace.pair() && m_mapping->findData(state.mapping) < 0;
    for (int i = 0; i < m_mapping->count(); ++i) {
        const MappingEntry* entry = m_workspace.mapping(m_mapping->itemData(i).toInt());
        other = other || (entry && !entry->model && entry != lookedAt);
    }
    if (other) return refreshMappings();
    if (lookedAt) m_mapping->setCurrentIndex(m_mapping->findData(state.mapping));
}

/// What is being typed stays, and so does what led to the item; once the focus moves on, the field says its label.
void SharedBar::showFocus(const std::string& label)
{
    const QString text = QString::fromStdString(label);
    const bool typed = m_search->hasFocus() && m_search->isModified() && m_queried == m_hub.state().focus;
    if (typed || m_search->text() == text) return;
    m_search->setText(text);
    m_search->setCursorPosition(0); // of a long label the beginning is seen
    // The next thing typed replaces it; selected from its end, so that the beginning stays in sight.
    if (m_search->hasFocus()) m_search->setSelection(static_cast<int>(text.size()), -static_cast<int>(text.size()));
}

void SharedBar::refreshMappings()
{
    const OpenPair* pair = m_workspace.pair();
    m_mapping->clear();
    for (const MappingEntry& entry : m_workspace.mappings()) {
        if ((!entry.model && entry.id != m_hub.state().mapping) || !pair) continue;
        const QString from = QString::fromStdString(entry.forward ? pair->x.name : pair->y.name);
        const QString to = QString::fromStdString(entry.forward ? pair->y.name : pair->x.name);
        m_mapping->addItem(tr("%1, %2 → %3").arg(shortened(entry.name), shortened(from), shortened(to)), entry.id);
        m_mapping->setItemData(m_mapping->count() - 1, tr("%1, %2 → %3").arg(entry.name, from, to), Qt::ToolTipRole);
    }
    m_mapping->setEnabled(m_mapping->count() > 0);
    if (m_mapping->count() == 0) m_mapping->addItem(tr("No mapping yet"), -1);
    refresh();
}

/// Held out, all paired, training; the selection measured now; then what could be measured: the selection and those
/// with a name. Of one item nothing can be measured.
void SharedBar::refreshScopes()
{
    const ViewState& state = m_hub.state();
    m_scope->clear();
    const auto add = [this](const QString& text, int scope, int named) {
        m_scope->addItem(text, QPoint(scope, named));
    };
    const OpenPair* pair = m_workspace.pair();
    const auto sized = [](const QString& name, auto size) {
        return name + QStringLiteral(", ") + number(static_cast<qint64>(size));
    };
    const Split none, &split = pair ? pair->split.folds.front() : none;
    add(sized(tr("Held out"), split.heldOut.size()), static_cast<int>(ItemScope::HeldOut), -1);
    add(sized(tr("All paired"), pair ? pair->forward->size() : 0), static_cast<int>(ItemScope::AllPaired), -1);
    add(sized(tr("Training"), split.training.size()), static_cast<int>(ItemScope::Training), -1);
    const bool measured = state.scope == ItemScope::Selection;
    if (measured)
        add(sized(state.scopeName.isEmpty() ? tr("Measured selection") : state.scopeName, state.scopeItems.size()), -1,
            -1);
    if (state.selection.size() > 1)
        add(sized(tr("Selection"), state.selection.size()), static_cast<int>(ItemScope::Selection), -1);
    for (int i = 0; i < state.named.size(); ++i)
        if (state.named[i].items.size() > 1 && !(measured && state.scopeName == state.named[i].name))
            add(sized(state.named[i].name, state.named[i].items.size()), static_cast<int>(ItemScope::Selection), i);
    m_scope->setCurrentIndex(measured ? 3 : static_cast<int>(state.scope));
}

void SharedBar::chooseScope(int row)
{
    const QPoint chosen = m_scope->itemData(row).toPoint(); // scope and named selection
    if (chosen.x() < 0) return;
    if (chosen.y() >= 0) return m_hub.setScopeToNamed(chosen.y());
    m_hub.setScope(static_cast<ItemScope>(chosen.x()));
}

void SharedBar::goTo(const QString& text)
{
    const MeasuredPtr measured = m_hub.measured();
    if (!measured || text.isEmpty()) return;
    const bool regex = text.size() > 2 && text.startsWith('/') && text.endsWith('/');
    const QRegularExpression pattern(regex ? text.mid(1, text.size() - 2) : QRegularExpression::escape(text),
                                     QRegularExpression::CaseInsensitiveOption);
    if (!pattern.isValid()) {
        const QString wrong = tr("The expression is wrong at character %1: %2")
                                  .arg(pattern.patternErrorOffset() + 1)
                                  .arg(pattern.errorString());
        m_search->setToolTip(wrong);
        return emit notFound(wrong);
    }
    m_search->setToolTip(QString());
    const auto& labels = measured->pairs->labels;
    int found = -1;
    // The whole label first, then the next match after the focus, so that Enter walks through all of them.
    for (std::size_t i = 0; i < labels.size() && found < 0 && !regex; ++i)
        if (QString::fromStdString(labels[i]) == text) found = static_cast<int>(i);
    const auto n = static_cast<int>(labels.size());
    for (int step = 1; step <= n && found < 0; ++step) {
        const int i = (std::max(0, m_hub.state().focus) + step) % n;
        if (measured->localOf(i) >= 0 &&
            pattern.match(QString::fromStdString(labels[static_cast<std::size_t>(i)])).hasMatch())
            found = i;
    }
    if (found < 0)
        return emit notFound(tr("No item among the %1 measured has “%2” in its label").arg(measured->n()).arg(text));
    m_search->setText(m_search->text()); // undo is the focus item's from here on
    m_search->setModified(true);         // and the words stay: Enter goes on to the next match
    m_queried = found;
    m_hub.setFocus(found);
}

} // namespace bridgescope
