#pragma once
#include "ui/panels/neighbors/lists_layout.h"
#include "ui/widgets/tokens.h"

#include <QFont>
#include <optional>

class QPainter;

namespace bridgescope {

/// What is lit, dimmed or ringed in the lists at the moment.
struct ListsLook {
    std::optional<Region> filter;           ///< entries of other regions are dimmed
    int hovered = -1;                       ///< local position lit in every column
    std::optional<ListsLayout::Hit> cursor; ///< the row the keyboard stands on; absent without keyboard focus
};

/// A small chip that says "hub" (or as much of it as there is room for), its left end at `left`.
double hubChipWidth(const QFont& font, const QString& word);
void paintHubChip(QPainter& painter, QPointF left, const QFont& font, const Tokens& tokens, const QString& word);

/// Draws cards, rows, gutters and links of the inspector.
class ListsPainter {
public:
    ListsPainter(const NeighborLists& lists, const ListsLayout& layout, const ListsLook& look, const Tokens& tokens,
                 QFont font);
    void paint(QPainter& painter) const;

private:
    void paintCard(QPainter& painter, Space space) const;
    void paintHeader(QPainter& painter, Space space) const;
    void paintColumns(QPainter& painter, Space space) const;
    void paintRow(QPainter& painter, Space space, int index) const;
    void paintGutter(QPainter& painter, int gutter) const;
    void paintLink(QPainter& painter, const ListLink& link, double opacity) const;
    void paintHiddenCounts(QPainter& painter, int gutter) const;
    double opacityOf(const ListLink& link) const;
    bool dimmed(Region region) const { return m_look.filter && *m_look.filter != region; }
    double similarity(double value, Space space) const;
    QString title(Space space) const;
    QString detail(Space space) const;
    std::pair<Space, Space> others(Space space) const;

    const NeighborLists& m_lists;
    const ListsLayout& m_layout;
    const ListsLook& m_look;
    const Tokens& m_tokens;
    QFont m_font;
    double m_scale;
};

} // namespace bridgescope
