#include "ui/panels/maps/maps_panel.h"

#include "ui/figures/figure_dialog.h"
#include "ui/jobs/job_runner.h"
#include "ui/models/convention.h"
#include "ui/panels/maps/map_legend.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/card.h"
#include "ui/widgets/space_badge.h"
#include "ui/widgets/text.h"
#include "ui/workspace/selection_hub.h"

#include <QActionGroup>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bridgescope {
namespace {

const QString jobKind = QStringLiteral("maps");
constexpr std::array spaces{Space::X, Space::F, Space::Y};

std::size_t at(Space space)
{
    return static_cast<std::size_t>(space);
}

std::array<QString, 3> titlesOf(const Measured& measured)
{
    const QString x = QString::fromStdString(measured.pairs->nameX);
    return {x, MapsPanel::tr("Mapped %1").arg(withinTitle(x)), QString::fromStdString(measured.pairs->nameY)};
}

} // namespace

MapsPanel::MapsPanel(SelectionHub& hub, JobRunner& jobs, QWidget* parent) : QWidget(parent), m_hub(hub), m_jobs(jobs)
{
    setProperty("surface", "win");
    setAccessibleName(tr("Maps"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(12);
    column->addWidget(buildTools());
    column->addWidget(buildMaps(), 1);
    auto* below = new Card(QString());
    m_legend = new MapLegend;
    auto* body = new QWidget;
    auto* inside = new QVBoxLayout(body);
    inside->setContentsMargins(12, 8, 12, 8);
    inside->addWidget(m_legend);
    below->setBody(body);
    column->addWidget(below);
    m_convention = new QLabel;
    m_convention->setProperty("role", "caption");
    column->addWidget(m_convention);
    connect(&m_hub, &SelectionHub::measuredChanged, this, &MapsPanel::request);
    connect(&m_hub, &SelectionHub::atKChanged, this, &MapsPanel::followNumbers);
    connect(&m_hub, &SelectionHub::stateChanged, this, [this](const ViewState& before, const ViewState& now) {
        if (before.selection != now.selection) setSelected();
        if (before.selection != now.selection || before.focus != now.focus) refreshMarks();
    });
    connect(&m_hub, &SelectionHub::hoveredChanged, this, &MapsPanel::refreshHovered);
    connect(&m_jobs, &JobRunner::changed, this, &MapsPanel::noticeCancel);
}

QWidget* MapsPanel::buildTools()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const QString brush = tr("; Shift adds, Ctrl removes, Escape clears");
    m_tools = addChoices(
        *row, {choice(tr("Move"), tr("Drag moves all three maps"), Qt::Key_R, int(MapTool::Pan)),
               choice(tr("Lasso"), tr("Drag around items selects them") + brush, Qt::Key_L, int(MapTool::Lasso)),
               choice(tr("Box"), tr("Drag a box selects the items in it") + brush, Qt::Key_B, int(MapTool::Box))});
    auto* fit = new QPushButton(tr("Fit"));
    fit->setToolTip(tr("Show all items"));
    connect(fit, &QPushButton::clicked, this, &MapsPanel::fitAll);
    row->addWidget(fit);
    row->addSpacing(12);
    m_variants =
        addChoices(*row, {choice(tr("Points"), tr("Points alone"), Qt::Key_S, int(MapShow::Points)),
                          choice(tr("Density"), tr("Shading where points are many"), Qt::Key_D, int(MapShow::Density)),
                          choice(tr("Contour"), tr("Lines of equal density"), Qt::Key_C, int(MapShow::Contours))});
    m_tools->actions()[0]->setChecked(true);
    m_variants->actions()[1]->setChecked(true);
    connect(m_tools, &QActionGroup::triggered, this,
            [this](const QAction* action) { setTool(static_cast<MapTool>(action->data().toInt())); });
    connect(m_variants, &QActionGroup::triggered, this,
            [this](const QAction* action) { setShow(static_cast<MapShow>(action->data().toInt())); });
    row->addStretch();
    row->addWidget(new QLabel(tr("Color")));
    m_color = new QComboBox;
    m_color->setAccessibleName(tr("Color of the points"));
    for (const MapColor color : {MapColor::Category, MapColor::OverlapX, MapColor::OverlapY, MapColor::Difference,
                                 MapColor::Shown, MapColor::Plain})
        m_color->addItem(mapColorName(color), static_cast<int>(color));
    row->addWidget(m_color);
    connect(m_color, &QComboBox::currentIndexChanged, this, &MapsPanel::refreshColors);
    return bar;
}

/// A key of this view: it works wherever the focus is in it, and Help lists it under the view's name.
QAction* MapsPanel::choice(const QString& name, const QString& help, Qt::Key key, int value)
{
    auto* action = new QAction(name, this);
    action->setToolTip(tr("%1 (%2)").arg(help, QKeySequence(key).toString(QKeySequence::NativeText)));
    action->setShortcut(QKeySequence(key));
    action->setShortcutContext(Qt::WindowShortcut); // while the maps are in sight
    action->setCheckable(true);
    action->setData(value);
    addAction(action);
    return action;
}

/// One button an action; one of them is on.
QActionGroup* MapsPanel::addChoices(QHBoxLayout& row, const QList<QAction*>& actions)
{
    auto* group = new QActionGroup(this);
    for (QAction* action : actions) {
        group->addAction(action);
        auto* button = new QPushButton(action->text());
        button->setCheckable(true);
        button->setToolTip(action->toolTip());
        connect(button, &QPushButton::clicked, action, [button, action] {
            action->trigger();
            button->setChecked(action->isChecked()); // the one that is on stays on
        });
        connect(action, &QAction::toggled, button, &QPushButton::setChecked);
        row.addWidget(button);
    }
    return group;
}

QWidget* MapsPanel::buildMaps()
{
    auto* maps = new QWidget;
    auto* row = new QHBoxLayout(maps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    for (const Space space : spaces) {
        auto* view = m_views[at(space)] = new MapView(space);
        auto* card = m_cards[at(space)] = new Card(spaceLetter(space));
        m_shown[at(space)] = new QLabel;
        m_shown[at(space)]->setProperty("role", "label");
        card->titleRow()->insertWidget(0, new SpaceBadge(space));
        card->titleRow()->addWidget(m_shown[at(space)]);
        card->setBody(view);
        addChartActions(
            *card->menu(), this, [this] { return figure(); },
            [this] { return exportedConvention(m_hub.measured(), convention()); });
        row->addWidget(card, 1);
        connectView(*view);
        if (space != Space::F) continue;
        auto* empty = new EmptyPlace(tr("No mapping yet"), tr("Train one, and its map stands between X and Y."),
                                     tr("Train ridge"));
        connect(empty, &EmptyPlace::pressed, this, &MapsPanel::trainRidgeRequested);
        m_noMapping = new Card(spaceLetter(space));
        m_noMapping->titleRow()->insertWidget(0, new SpaceBadge(space));
        m_noMapping->setBody(empty);
        m_noMapping->hide();
        row->addWidget(m_noMapping, 1);
    }
    return maps;
}

void MapsPanel::connectView(MapView& view)
{
    const auto pairOf = [this](int local) { return local < 0 || !m_columns ? -1 : m_columns->pairOf(local); };
    connect(&view, &MapView::itemHovered, this, [this, pairOf](int local) { m_hub.setHovered(pairOf(local)); });
    connect(&view, &MapView::itemChosen, this, [this, pairOf](int local) { m_hub.setFocus(pairOf(local)); });
    connect(&view, &MapView::itemOpened, this, [this, pairOf](int local) {
        m_hub.setFocus(pairOf(local));
        m_hub.openView("neighbors");
    });
    connect(&view, &MapView::itemsEnclosed, this,
            [this, pairOf](const std::vector<int>& locals, Qt::KeyboardModifiers modifiers) {
                std::set<int> under;
                for (const int local : locals)
                    under.insert(pairOf(local));
                m_hub.setSelection(brushed(m_hub.state().selection, under, modifiers));
            });
    connect(&view, &MapView::cleared, this, [this] { m_hub.setSelection({}); });
    connect(&view, &MapView::resized, this, [this] {
        if (m_fitted) fitAll(); // what showed all items goes on to show them all
    });
    connect(&view, &MapView::transformed, this, [this](const MapTransform& transform) {
        m_fitted = false;
        for (MapView* other : m_views)
            other->setTransform(transform);
    });
}

void MapsPanel::setTool(MapTool tool)
{
    for (MapView* view : m_views)
        view->setTool(tool);
}

void MapsPanel::setShow(MapShow show)
{
    for (MapView* view : m_views)
        view->setShow(show);
}

void MapsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    request();
    catchUp();
}

void MapsPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_layouts && m_columns) refreshTexts();
}

/// Whether the header of a map has room for both.
bool MapsPanel::fitsHeader(const QString& title, const QString& words) const
{
    const double around = 120 * textScale(font()); // badge, menu and what lies between
    const double wide = QFontMetricsF(textFont(font(), TextSize::Title, true)).horizontalAdvance(title) +
                        QFontMetricsF(font()).horizontalAdvance(words);
    return wide + around < (width() - 48) / 3.0;
}

void MapsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        m_colorings = {};
        refreshColors();
    }
    QWidget::changeEvent(event);
}

void MapsPanel::request()
{
    const MeasuredPtr measured = m_hub.measured();
    if (!isVisible() || !measured || measured == m_asked) return;
    m_jobs.run<MapLayoutsPtr>(
        jobKind, tr("Laying out the maps"),
        [measured](const Context& context) { return makeMapLayouts(measured, context); },
        [this](MapLayoutsPtr layouts) { take(std::move(layouts)); },
        [this](const Error& error) {
            m_asked.reset();
            tellProblem(tr("The maps could not be made: %1").arg(error.what()));
        });
    m_asked = measured; // not before: starting a job cancels the older one, which is noticed below
    for (Card* card : m_cards)
        card->setLoading(true);
    if (!m_layouts) m_convention->setText(tr("Laying out the maps…"));
}

/// Cancelled in the status bar: what was there stays, and the next look at the tab asks again.
void MapsPanel::noticeCancel()
{
    if (!m_asked || m_jobs.isRunning(jobKind) || (m_layouts && m_layouts->measured == m_asked)) return;
    m_asked.reset();
    for (Card* card : m_cards)
        card->setLoading(false);
    if (!m_layouts) tellProblem(tr("Cancelled: show this view again to lay out the maps."));
}

void MapsPanel::tellProblem(const QString& text)
{
    for (Card* card : m_cards)
        card->setLoading(false);
    m_convention->setText(text);
}

void MapsPanel::take(MapLayoutsPtr layouts)
{
    m_layouts = std::move(layouts);
    m_columns.reset();
    m_colorings = {};
    setSelected();
    const bool hasMapping = m_layouts->measured->hasMapping();
    m_cards[at(Space::F)]->setVisible(hasMapping);
    m_noMapping->setVisible(!hasMapping);
    for (const Space space : spaces) {
        m_cards[at(space)]->setLoading(false);
        view(space).setLayouts(m_layouts);
    }
    fitAll();
    refreshColors();
}

/// One scale and one center for all three: every item of each is in sight.
void MapsPanel::fitAll()
{
    if (!m_layouts) return;
    m_fitted = true;
    QRectF bounds;
    QSize room;
    for (const Space space : spaces) {
        if (m_layouts->map(space).points.columns() == 0) continue;
        bounds |= view(space).bounds();
        room = room.isValid() ? room.boundedTo(view(space).size()) : view(space).size();
    }
    const MapTransform fit = MapTransform::fitting(bounds, room);
    for (MapView* view : m_views)
        view->setTransform(fit);
}

/// While K is dragged in another view, what is out of sight waits until it is looked at.
void MapsPanel::followNumbers()
{
    m_behind = !isVisible();
    if (!m_behind) refreshColors();
}

void MapsPanel::catchUp()
{
    if (!m_behind) return;
    m_behind = false;
    refreshColors();
}

void MapsPanel::refreshColors()
{
    const MeasuredAtKPtr atK = m_hub.atK();
    if (!m_layouts || !atK || atK->measured != m_layouts->measured) return;
    m_columns = makeItemColumns(*atK, m_columns);
    const auto kind = static_cast<MapColor>(m_color->currentData().toInt());
    const std::pair shown(kind, dependsOnK(kind) ? m_columns->k : 0);
    if (shown != m_colored) m_colorings = {};
    m_colored = shown;
    for (const Space space : spaces) {
        if (m_layouts->map(space).points.columns() == 0) continue;
        MapColoringPtr& coloring = m_colorings[at(space)];
        if (!coloring && space != Space::X && kind != MapColor::Shown) coloring = m_colorings[at(Space::X)];
        if (!coloring)
            coloring = std::make_shared<const MapColoring>(
                colorItems(*m_columns, kind, *m_layouts, space, tokensOf(palette())));
        view(space).setColoring(coloring);
    }
    refreshMarks();
}

int MapsPanel::localFocus() const
{
    return m_layouts ? m_layouts->measured->localOf(m_hub.state().focus) : -1;
}

void MapsPanel::setSelected()
{
    m_selected.reset();
    const std::set<int>& selection = m_hub.state().selection;
    if (!m_layouts || selection.empty()) return;
    std::vector<bool> selected(static_cast<std::size_t>(m_layouts->measured->n()));
    for (const int item : selection)
        if (const int local = m_layouts->measured->localOf(item); local >= 0)
            selected[static_cast<std::size_t>(local)] = true;
    m_selected = std::make_shared<const std::vector<bool>>(std::move(selected));
}

MapMarks MapsPanel::marksOf(Space space) const
{
    const Measured& measured = *m_layouts->measured;
    MapMarks marks;
    marks.focus = localFocus();
    marks.hovered = m_hub.hovered() < 0 ? -1 : measured.localOf(m_hub.hovered());
    marks.selected = m_selected;
    if (marks.focus < 0) return marks;
    for (const Space other : spaces) {
        const NeighborTable& lists = listsOf(*measured.fold, other);
        if (lists.items() == 0) continue;
        const auto all = lists.neighbors(marks.focus);
        for (const std::int32_t neighbor : all.first(std::min(all.size(), static_cast<std::size_t>(m_columns->k))))
            marks.neighbors.push_back({neighbor, other, other == space});
    }
    return marks;
}

void MapsPanel::refreshMarks()
{
    if (!m_layouts || !m_columns) return;
    for (const Space space : spaces)
        view(space).setMarks(marksOf(space));
    refreshTexts();
}

void MapsPanel::refreshHovered()
{
    if (!m_layouts || !m_columns) return;
    const int hovered = m_hub.hovered() < 0 ? -1 : m_layouts->measured->localOf(m_hub.hovered());
    for (MapView* view : m_views)
        view->setHovered(hovered);
}

QString MapsPanel::header(Space space) const
{
    return m_shown[at(space)]->text();
}

void MapsPanel::refreshTexts()
{
    const Measured& measured = *m_layouts->measured;
    const int focus = localFocus();
    const Index k = m_columns->k;
    const auto names = titlesOf(measured);
    const bool whole = std::all_of(spaces.begin(), spaces.end(), [&](Space space) { // all three in the same words
        return fitsHeader(names[at(space)], tr("map shows %1 of %2 true neighbors").arg(k).arg(k));
    });
    m_noMapping->setTitle(names[at(Space::F)]);
    for (const Space space : spaces) {
        m_cards[at(space)]->setTitle(names[at(space)]);
        const int shown = focus < 0 ? -1 : m_layouts->shown(space, focus, k);
        const QString words = tr("map shows %1 of %2 true neighbors").arg(shown).arg(k);
        m_shown[at(space)]->setText(shown < 0 ? QString() : whole ? words : tr("shows %1 of %2").arg(shown).arg(k));
        m_shown[at(space)]->setToolTip(shown < 0 ? QString() : words);
        const MapQuality& quality = m_layouts->map(space).quality;
        m_cards[at(space)]->setConvention(qualityText(quality));
        const int items = static_cast<int>(m_layouts->map(space).points.columns());
        setAccessibleValue(view(space), tr("%1 items; %2; %3").arg(number(items), qualityText(quality), header(space)));
    }
    if (const MapColoringPtr& coloring = m_colorings[at(Space::X)])
        m_legend->show(*coloring, focus < 0 ? QString() : measured.label(focus), k, measured.hasMapping());
    m_convention->setText(convention());
}

QString MapsPanel::convention() const
{
    if (!m_layouts || !m_columns) return {};
    return conventionOf(*m_layouts->measured, m_columns->k) +
           (m_layouts->measured->hasMapping() ? tr("; f(X) turned onto X, Y onto f(X), links are true neighbors")
                                              : tr("; Y turned onto X, links are true neighbors"));
}

std::shared_ptr<const MapChart> MapsPanel::figure() const
{
    if (!m_layouts || !m_columns) return nullptr;
    const Measured& measured = *m_layouts->measured;
    MapChartData chart = mapChartOf(*measured.fold, m_layouts->maps, titlesOf(measured), localFocus(), m_columns->k);
    const auto kind = static_cast<MapColor>(m_color->currentData().toInt());
    MapColoring coloring = colorItems(*m_columns, kind, *m_layouts, Space::X, lightTokens()); // figures are on white
    chart.names = coloring.kind == MapColor::Category;
    chart.classes = std::move(coloring);
    // Shading is an image, which a figure of points may not have: there density is contours.
    chart.show = m_variants->checkedAction() == m_variants->actions()[0] ? MapShow::Points : MapShow::Contours;
    for (int i = 0; i < m_columns->count(); ++i) {
        chart.labels << measured.label(i);
        if (m_columns->category) chart.categories << m_columns->categoryOf(i);
    }
    return std::make_shared<MapChart>(std::move(chart));
}

} // namespace bridgescope
