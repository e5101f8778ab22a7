#pragma once
#include "core/experiment/grid_run.h"

#include <QWidget>
#include <vector>

namespace bridgescope {

/// One small square a cell: waiting hollow, running outlined in accent, done filled, failed with a cross.
class CellSquares : public QWidget {
    Q_OBJECT
public:
    explicit CellSquares(QWidget* parent = nullptr);
    void setStates(std::vector<CellState> states, std::vector<QString> names);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    int columnsIn(int width) const;
    QRectF squareAt(std::size_t index) const;
    std::vector<CellState> m_states;
    std::vector<QString> m_names;
};

} // namespace bridgescope
