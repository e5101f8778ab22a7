#pragma once
#include "core/base/types.h"

#include <QAbstractSlider>

#include <vector>

namespace bridgescope {

/// What the scrubber goes over: the epochs kept, and how the items asked about overlap at each.
struct ScrubberData {
    std::vector<Index> epochs;        ///< ascending
    Index last = 0;                   ///< end of the axis: epochs of the whole run
    Index best = 0;                   ///< marked where early stopping chose one; 0: none
    Index rest = 0;                   ///< the one it stands at where none was chosen; 0: the end
    std::vector<double> withX, withY; ///< 0 to 1, one an epoch; empty: not known
};

/// A slider whose places are the kept epochs, each where its number stands on the axis; behind it the overlap of the
/// items asked about with X and with Y. Arrows go from one kept epoch to the next, Home and End to the ends; the wheel
/// is left to the page. Its place of rest is the end, or the epoch that early stopping chose.
class EpochScrubber : public QAbstractSlider {
    Q_OBJECT
public:
    explicit EpochScrubber(QWidget* parent = nullptr);
    /// Stays at the epoch it stood at, or the kept one next to it; at rest it stays at rest. Emits nothing.
    void show(ScrubberData data);
    const ScrubberData& data() const { return m_data; }
    Index epoch() const; ///< 0 where none is kept
    bool atRest() const { return value() == restPlace(); }
    void goTo(Index epoch); ///< to the kept one nearest to it
    void goToRest() { setValue(restPlace()); }
    double xOf(Index epoch) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void sliderChange(SliderChange change) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    QRectF plot() const;
    int restPlace() const { return m_data.rest > 0 ? placeOf(m_data.rest) : maximum(); }
    int placeOf(Index epoch) const; ///< of the kept one nearest to it
    int placeAt(double x) const;
    void tell();
    void paintCurve(QPainter& painter, const std::vector<double>& values, bool x) const;
    void paintAxis(QPainter& painter) const;
    ScrubberData m_data;
};

} // namespace bridgescope
