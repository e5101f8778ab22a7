#pragma once
#include "core/training/training_options.h"

#include <QRectF>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace bridgescope {

/// What the picture of a mapping says: its layers from the input to the output, and what lies between two.
struct NetSketch {
    std::vector<Index> sizes; ///< input, hidden..., output
    QStringList functions;    ///< one a hidden layer: "ReLU"
    QString between;          ///< of a map without hidden layers: "one matrix, 100 × 128"
    bool hasWeights = true;   ///< whether something is multiplied between the layers
    friend bool operator==(const NetSketch&, const NetSketch&) = default;
};
NetSketch sketchOf(const TrainingOptions& options, Index from, Index to);
/// "100 in, 512 ReLU, 128 out"
QString inWords(const NetSketch& sketch);
/// Where the layers stand, one a size: evenly apart, as high as the logarithm of the size says, the largest as high as
/// `rect`.
std::vector<QRectF> layOutLayers(const std::vector<Index>& sizes, const QRectF& rect, double thickness);
/// Whether this one of so many layers, `pitch` apart, has its label where the widest is so wide: the first, the last,
/// and between them as many as have room.
bool isLabelled(std::size_t layer, std::size_t layers, double pitch, double widest);

/// A mapping drawn: X's dimensions at the left, hidden layers with their activation, f(X)'s dimensions at the right.
class NetPicture : public QWidget {
    Q_OBJECT
public:
    explicit NetPicture(QWidget* parent = nullptr);
    void show(NetSketch sketch);
    const NetSketch& sketch() const { return m_sketch; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintLabels(QPainter& painter, const std::vector<QRectF>& layers) const;
    NetSketch m_sketch;
};

} // namespace bridgescope
