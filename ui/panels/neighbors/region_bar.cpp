#include "ui/panels/neighbors/region_bar.h"

#include <QHBoxLayout>

namespace bridgescope {

RegionBar::RegionBar(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_all = new RegionChip(std::nullopt);
    m_all->setChecked(true);
    connect(m_all, &RegionChip::clicked, this, [this] { setFilter(std::nullopt); });
    row->addWidget(m_all);
    for (int r = 0; r < regionCount; ++r) {
        const auto region = static_cast<Region>(r);
        auto* chip = new RegionChip(region);
        // pressed again: all
        connect(chip, &RegionChip::clicked, this,
                [this, region] { setFilter(m_filter == region ? std::nullopt : std::optional(region)); });
        row->addWidget(chip);
        m_chips[static_cast<std::size_t>(r)] = chip;
    }
    row->addStretch(1);
    setMinimumWidth(1); // a narrow window cuts the last chips rather than refusing to shrink
}

void RegionBar::show(const NeighborLists& lists)
{
    m_all->setCount(lists.distinct);
    setVisible(lists.hasMapping); // two lists alone have no regions to tell apart
    for (std::size_t r = 0; r < m_chips.size(); ++r)
        m_chips[r]->setCount(lists.regionCounts[r]);
    if (!lists.hasMapping && m_filter) setFilter(std::nullopt);
}

void RegionBar::setCompact(bool compact)
{
    for (RegionChip* chip : m_chips)
        chip->setCompact(compact);
    layout()->setSpacing(compact ? 4 : 6);
}

void RegionBar::setFilter(std::optional<Region> region)
{
    m_all->setChecked(!region);
    for (std::size_t r = 0; r < m_chips.size(); ++r)
        m_chips[r]->setChecked(region && static_cast<std::size_t>(*region) == r);
    if (m_filter == region) return;
    m_filter = region;
    emit filterChanged();
}

} // namespace bridgescope
