#pragma once
#include "ui/models/table_text.h"
#include "ui/panels/neighbors/lists_painter.h"

#include <QAbstractScrollArea>

#include <memory>

namespace bridgescope {

class EmptyPlace;

/// The three lists side by side. Emits what the user points at; knows nothing of the hub.
class NeighborListsView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit NeighborListsView(QWidget* parent = nullptr);
    void setLists(std::shared_ptr<const NeighborLists> lists);
    const std::shared_ptr<const NeighborLists>& lists() const { return m_lists; }
    void setFilter(std::optional<Region> region);
    void setHovered(int local);
    void setCompact(bool compact);
    ListsLayout layoutNow() const;
    std::optional<ListsLayout::Hit> cursor() const { return m_cursor; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void entryChosen(int local);  ///< clicked, or Enter: becomes the focus
    void entryHovered(int local); ///< -1: none
    void trainRidgeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void rearrange();
    void moveCursor(int columns, int rows);
    int localAt(const ListsLayout::Hit& hit) const;
    void copy(TableFormat format) const;
    void describe();

    std::shared_ptr<const NeighborLists> m_lists;
    ListsLook m_look;
    std::optional<ListsLayout::Hit> m_cursor;
    bool m_compact = false;
    EmptyPlace* m_empty;
};

} // namespace bridgescope
