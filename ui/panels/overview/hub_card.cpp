#include "ui/panels/overview/hub_card.h"

#include "core/measurement/hub_audit.h"
#include "ui/charts/chart_view.h"
#include "ui/workspace/selection_hub.h"

#include <algorithm>

namespace bridgescope {
namespace {

constexpr std::size_t picturesShown = 3, labelsShown = 1; ///< of the items in most lists: labels need the room

const NeighborTable& listsOf(const MeasuredFold& fold, Space space)
{
    return space == Space::X ? fold.listsX : space == Space::F ? fold.listsF : fold.listsY;
}

QString detailOf(const Measured& m, Space space)
{
    return space == Space::F   ? m.mappingName
           : space == Space::X ? QString::fromStdString(m.pairs->nameX)
                               : QString::fromStdString(m.pairs->nameY);
}

/// The items most others name, hubs or not, by falling count.
std::vector<Index> topItems(const Hubness& hubness, std::size_t shown)
{
    std::vector<Index> items(hubness.counts.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i] = static_cast<Index>(i);
    const auto end = items.begin() + static_cast<std::ptrdiff_t>(std::min(shown, items.size()));
    const auto count = [&](Index i) { return hubness.counts[static_cast<std::size_t>(i)]; };
    std::partial_sort(items.begin(), end, items.end(),
                      [&](Index a, Index b) { return count(a) != count(b) ? count(a) > count(b) : a < b; });
    items.erase(end, items.end());
    return items;
}

} // namespace

HubCard::HubCard(SelectionHub& hub, ChartView& view, QObject* parent) : QObject(parent), m_hub(hub), m_view(view)
{
    const auto targetAt = [this](QPointF at) {
        const auto chart = std::static_pointer_cast<const TableChart>(m_view.chart());
        return chart ? chart->targetAt(at, m_view.area(), m_view.style()) : -1;
    };
    view.setCursorAt([targetAt](QPointF at) { return targetAt(at) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor; });
    connect(&view, &ChartView::pressed, this,
            [this, targetAt](QPointF at, Qt::KeyboardModifiers modifiers) { choose(targetAt(at), modifiers, false); });
    connect(&view, &ChartView::doubleClicked, this, [this, targetAt](QPointF at) { choose(targetAt(at), {}, true); });
    connect(&view, &ChartView::stepped, this, [this](int steps, bool vertical) {
        const auto targets = TableChart(m_data).targets();
        if (targets.empty()) return;
        const auto now = std::find(targets.begin(), targets.end(), m_cursor);
        const auto place = now == targets.end() ? 0 : now - targets.begin() + (vertical ? -steps : steps);
        m_cursor = targets[static_cast<std::size_t>(
            std::clamp<std::ptrdiff_t>(place, 0, static_cast<std::ptrdiff_t>(targets.size()) - 1))];
        draw();
    });
    connect(&view, &ChartView::activated, this,
            [this](Qt::KeyboardModifiers modifiers) { choose(m_cursor, modifiers, false); });
    connect(&view, &ChartView::cleared, this, [this] { m_hub.setSelection({}); });
}

int HubCard::addTarget(Target target)
{
    m_targets.push_back(std::move(target));
    return static_cast<int>(m_targets.size()) - 1;
}

void HubCard::measure()
{
    const Index k = m_atK->report.xy.k;
    if (m_hubnessOf == std::pair(m_atK->measured, k)) return; // what came beside the numbers does not change them
    m_hubnessOf = {m_atK->measured, k};
    // the item's own entry does not make it a hub; with it K = 1 leaves no other in the list
    const Index others = k - (m_atK->report.xy.self == SelfRule::Included ? 1 : 0);
    for (const Space space : {Space::X, Space::F, Space::Y}) {
        const NeighborTable& lists = listsOf(*m_atK->measured->fold, space);
        m_hubness[static_cast<std::size_t>(space)] =
            lists.items() > 0 && others > 0 ? measureHubness(lists, std::min(others, lists.k())) : Hubness();
    }
}

void HubCard::show(MeasuredAtKPtr atK)
{
    m_atK = std::move(atK);
    measure();
    m_cursor = -1;
    m_data = build();
    draw();
}

void HubCard::draw()
{
    TableData data = m_data;
    data.cursor = m_cursor;
    m_view.setChart(std::make_shared<TableChart>(std::move(data)));
}

std::vector<TableCell> HubCard::spaceRow(Space space)
{
    const Measured& m = *m_atK->measured;
    const Hubness& hubness = m_hubness[static_cast<std::size_t>(space)];
    const auto pairOf = [&](Index local) { return static_cast<int>(m.fold->items[static_cast<std::size_t>(local)]); };
    std::vector<TableCell> row(5);
    row[0].badge = space;
    row[0].text = detailOf(m, space);
    row[0].tip = row[0].text;
    if (hubness.counts.empty()) return row;
    const auto n = static_cast<double>(hubness.counts.size());
    row[1].text = hubness.skewness ? number(*hubness.skewness) : QStringLiteral("–");
    row[2].text = number(*std::max_element(hubness.counts.begin(), hubness.counts.end()));
    Target hubs, antiHubs;
    for (const Index local : hubness.hubs)
        hubs.items.push_back(pairOf(local));
    for (std::size_t i = 0; i < hubness.counts.size(); ++i)
        if (hubness.counts[i] == 0) antiHubs.items.push_back(pairOf(static_cast<Index>(i)));
    row[2].tip = tr("select the %1 hubs: in more than %2 lists")
                     .arg(number(static_cast<qint64>(hubness.hubs.size())), number(hubness.hubThreshold, 1));
    row[2].target = addTarget(std::move(hubs));
    row[3].text = tr("%1 %").arg(number(100 * static_cast<double>(hubness.antiHubs) / n, 1));
    row[3].tip = tr("select the %1 items in nobody’s list").arg(number(static_cast<qint64>(hubness.antiHubs)));
    row[3].target = addTarget(std::move(antiHubs));
    for (const Index local : topItems(hubness, m.pictures ? picturesShown : labelsShown)) {
        const int i = static_cast<int>(local);
        TableItem item;
        item.label = m.label(i);
        item.tip =
            tr("%1, in %2 lists").arg(m.label(i).left(60), number(hubness.counts[static_cast<std::size_t>(local)]));
        if (m.pictures) item.picture = m.pictures->image.copy(m.pictures->tileRect(m.pictureRow(i)));
        item.target = addTarget({pairOf(local), {pairOf(local)}, false});
        row[4].items.push_back(std::move(item));
    }
    return row;
}

TableSection HubCard::overlaps()
{
    const auto row = [&](const QString& lists, const MappingReport& report) {
        std::vector<TableCell> cells{{.text = lists}};
        if (m_atK->hasMapping) {
            cells.push_back({.text = number(report.xf.mean, 3)});
            cells.push_back({.text = number(report.yf.mean, 3)});
            cells.push_back({.text = number(report.difference.mean, 3), .strong = true});
        } else
            cells.push_back({.text = number(report.xy.mean, 3)});
        return cells;
    };
    TableSection section;
    section.header = {tr("Overlaps, lists taken by")};
    section.headerMarks = {std::nullopt};
    if (m_atK->hasMapping) {
        section.header << nameOf(OverlapRole::XF) << nameOf(OverlapRole::YF) << QStringLiteral("D");
        section.headerMarks.insert(section.headerMarks.end(), {OverlapRole::XF, OverlapRole::YF, std::nullopt});
    } else {
        section.header << nameOf(OverlapRole::XY);
        section.headerMarks.push_back(OverlapRole::XY);
    }
    const bool cosine = m_atK->measured->metric == Metric::Cosine;
    section.rows.push_back(row(cosine ? tr("Cosine") : tr("Euclidean"), m_atK->report));
    if (m_atK->csls)
        section.rows.push_back(row(tr("CSLS, hubs discounted"), *m_atK->csls));
    else if (cosine && m_atK->measured->n() > 2) {
        TableCell ask{.text = tr("CSLS, hubs discounted: make the lists")};
        ask.target = addTarget({-1, {}, true});
        ask.tip = tr("lists that discount hubs take about as long as those there are");
        section.rows.push_back({ask});
    }
    return section;
}

/// One number a line, so that the two tables of the picture are one.
ChartTable HubCard::numbersOf(const std::vector<std::vector<TableCell>>& spaces) const
{
    ChartTable numbers;
    numbers.header = {"lists", "of", "quantity", "value"};
    const bool cosine = m_atK->measured->metric == Metric::Cosine;
    const QString own = cosine ? QStringLiteral("cosine") : QStringLiteral("euclidean");
    for (const auto& row : spaces) {
        const Space space = *row[0].badge;
        const Hubness& hubness = m_hubness[static_cast<std::size_t>(space)];
        if (hubness.counts.empty()) continue;
        const auto add = [&](const char* quantity, const QString& value) {
            numbers.rows.append({own, spaceLetter(space), QString::fromLatin1(quantity), value});
        };
        QStringList top;
        for (const TableItem& item : row[4].items)
            top << item.label;
        add("skewness", hubness.skewness ? plainNumber(*hubness.skewness) : QString());
        add("largest", QString::number(*std::max_element(hubness.counts.begin(), hubness.counts.end())));
        add("hubs", QString::number(hubness.hubs.size()));
        add("anti_hubs", QString::number(hubness.antiHubs));
        add("in_most_lists", top.join(QStringLiteral("; ")));
    }
    const auto addOverlaps = [&](const QString& lists, const MappingReport& report) {
        const auto add = [&](const QString& of, double value, const char* quantity = "overlap") {
            numbers.rows.append({lists, of, QString::fromLatin1(quantity), plainNumber(value)});
        };
        if (!m_atK->hasMapping) return add(nameOf(OverlapRole::XY), report.xy.mean);
        add(nameOf(OverlapRole::XF), report.xf.mean);
        add(nameOf(OverlapRole::YF), report.yf.mean);
        add(QStringLiteral("D"), report.difference.mean, "difference");
    };
    addOverlaps(own, m_atK->report);
    if (m_atK->csls) addOverlaps(QStringLiteral("csls"), *m_atK->csls);
    return numbers;
}

TableData HubCard::build()
{
    m_targets.clear();
    TableData data;
    data.name = tr("Hub audit");
    data.topic = QStringLiteral("hubs");
    TableSection spaces;
    spaces.header = {tr("Space"), tr("Skewness"), tr("Largest"), tr("Anti-hubs"), tr("Top hubs")};
    for (const Space space : {Space::X, Space::F, Space::Y}) {
        if (space == Space::F && !m_atK->hasMapping) continue;
        spaces.rows.push_back(spaceRow(space));
    }
    data.numbers = numbersOf(spaces.rows);
    data.sections = {std::move(spaces), overlaps()};
    if (m_atK->measured->metric != Metric::Cosine)
        data.note = tr("CSLS, which discounts hubs, is defined for the cosine.");
    else if (m_atK->csls && m_atK->hasMapping)
        data.note = QString::fromStdString(hubSentence(m_atK->report, *m_atK->csls));
    return data;
}

void HubCard::choose(int target, Qt::KeyboardModifiers modifiers, bool open)
{
    if (target < 0 || target >= static_cast<int>(m_targets.size())) return;
    const Target chosen = m_targets[static_cast<std::size_t>(target)]; // by value: what follows draws anew
    if (chosen.csls) return emit cslsRequested();
    const bool selects = chosen.focus < 0 || modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
    if (selects)
        return m_hub.setSelection(
            brushed(m_hub.state().selection, {chosen.items.begin(), chosen.items.end()}, modifiers));
    m_hub.setFocus(chosen.focus);
    if (open) m_hub.openView(QStringLiteral("neighbors"));
}

} // namespace bridgescope
