#pragma once
#include "ui/charts/axis.h"
#include "ui/charts/chart.h"

#include <vector>

namespace bridgescope {

/// One quantity after each epoch of a run.
struct EpochSeries {
    enum class Look { Ink, XF, YF };
    QString name; ///< "training", "X, f(X)"
    Look look = Look::Ink;
    bool dashed = false;
    bool compared = false;      ///< another run's: thin, and without its value
    std::vector<double> values; ///< after epoch 1, 2, ...; NaN where it was not measured
    int best = 0;               ///< the epoch that is kept, ringed; 0: none
};

/// A value that all epochs are seen against, as a dashed line.
struct EpochReference {
    QString name; ///< "chance"
    double value = 0;
};

struct EpochData {
    QString name; ///< "Loss"
    std::vector<EpochSeries> series;
    std::vector<EpochReference> references;
    int epochs = 1;        ///< the axis ends here
    int current = 0;       ///< where the run has come to, marked while it goes; 0: not marked
    int kept = 0;          ///< of a run that has ended: the epoch it gives, of which the labels are; 0: the last
    bool fromZero = false; ///< the axis shows 0 in any case
    int decimals = 2;      ///< of values in words
};

struct EpochLayout {
    QRectF plot;
    Scale x, y;
    Ticks xTicks, yTicks;
    double labelLeft = 0;
    std::vector<double> labelCenters; ///< of each series, then of each reference
};
EpochLayout layOutEpochs(const EpochData& data, const QRectF& rect, const ChartStyle& style);

/// What training came to after each epoch: several quantities, and several runs, on one axis of epochs.
class EpochChart : public Chart {
public:
    explicit EpochChart(EpochData data) : m_data(std::move(data)) {}
    const EpochData& data() const { return m_data; }
    void paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const override;
    void paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF at) const override;
    QString name() const override { return m_data.name; }
    QString description() const override;
    ChartTable table() const override;
    QString helpTopic() const override; ///< of losses, or of overlaps where a series has the look of one
    double minimumHeight(const ChartStyle& style) const override { return 130 * style.unit; }
    /// Epoch under a point, kept within 1..epochs.
    int epochAt(QPointF at, const QRectF& rect, const ChartStyle& style) const;

private:
    EpochData m_data;
};

/// One number after each epoch, small, in the color of f(X), against one reference.
struct SparkData {
    QString name;
    std::vector<double> values; ///< NaN where it was not measured
    std::optional<EpochReference> reference;
    int epochs = 1; ///< the line ends here
    int kept = 0;   ///< the epoch that is marked; 0: the last
};

class SparkChart : public Chart {
public:
    explicit SparkChart(SparkData data) : m_data(std::move(data)) {}
    const SparkData& data() const { return m_data; }
    void paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const override;
    void paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF at) const override;
    QString name() const override { return m_data.name; }
    QString description() const override;
    ChartTable table() const override;
    QString helpTopic() const override { return QStringLiteral("diagnostics"); }
    double minimumHeight(const ChartStyle& style) const override { return 30 * style.unit; }

private:
    SparkData m_data;
};

} // namespace bridgescope
