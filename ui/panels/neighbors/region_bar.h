#pragma once
#include "ui/models/neighbor_lists.h"
#include "ui/widgets/region_chip.h"

#include <QWidget>

#include <array>

namespace bridgescope {

/// "All" and the seven regions as chips with counts: one at a time filters the lists.
class RegionBar : public QWidget {
    Q_OBJECT
public:
    explicit RegionBar(QWidget* parent = nullptr);
    void show(const NeighborLists& lists);
    void setCompact(bool compact);
    std::optional<Region> filter() const { return m_filter; }
    void setFilter(std::optional<Region> region);
    RegionChip& chip(Region region) { return *m_chips[static_cast<std::size_t>(region)]; }

signals:
    void filterChanged();

private:
    RegionChip* m_all;
    std::array<RegionChip*, regionCount> m_chips{};
    std::optional<Region> m_filter;
};

} // namespace bridgescope
