#include "ui/panels/training/net_picture.h"
#include "tests/support/test_program.h"

#include <QAccessible>
#include <QTest>

namespace net_picture_tests {

using namespace bridgescope;

namespace {

TrainingOptions net(std::vector<Index> hidden)
{
    TrainingOptions options;
    options.map = "net";
    options.hidden = std::move(hidden);
    return options;
}

} // namespace

class NetPictureTest : public QObject {
    Q_OBJECT
private slots:
    void aNetSaysItsSizesAndActivation()
    {
        const NetSketch sketch = sketchOf(net({512, 64}), 100, 128);
        QCOMPARE(sketch.sizes, (std::vector<Index>{100, 512, 64, 128}));
        QCOMPARE(sketch.functions, (QStringList{"ReLU", "ReLU"}));
        QCOMPARE(inWords(sketch), QString("100 in, 512 ReLU, 64 ReLU, 128 out"));
    }
    void aLinearMapIsOneMatrix()
    {
        TrainingOptions options; // ridge; what the net's fields hold means nothing there
        QCOMPARE(sketchOf(options, 100, 128).sizes, (std::vector<Index>{100, 128}));
        QCOMPARE(sketchOf(options, 100, 128).between, QString::fromUtf8("one matrix, 128 × 100"));
        QCOMPARE(sketchOf(net({}), 100, 128).between, QString::fromUtf8("one matrix, 128 × 100"));
        options.map = "retrieval";
        QVERIFY(!sketchOf(options, 100, 128).hasWeights);
        for (const auto& map : trainingOption("map").choices) {
            options.map = map;
            QVERIFY(!inWords(sketchOf(options, 3, 4)).isEmpty());
        }
    }
    void layersAreAsHighAsTheyAreLarge()
    {
        const QRectF room(10, 20, 200, 60);
        const auto layers = layOutLayers({100, 512, 8, 128}, room, 14);
        QCOMPARE(layers.size(), std::size_t(4));
        QCOMPARE(layers[1].height(), room.height()); // the largest
        QVERIFY(layers[3].height() > layers[0].height() && layers[0].height() > layers[2].height());
        QCOMPARE(layers[0].left(), room.left());
        QCOMPARE(layers[3].right(), room.right());
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE(layers[i].center().y(), room.center().y());
            if (i > 0) QVERIFY(layers[i].left() > layers[i - 1].right());
        }
    }
    void labelsKeepClearOfOneAnother()
    {
        for (const double widest : {10., 35., 90., 400.})
            for (const std::size_t layers : {2, 3, 7, 20}) {
                double end = -1e9;
                for (std::size_t i = 0; i < layers; ++i) {
                    if (!isLabelled(i, layers, 38, widest)) continue;
                    const double center = 38 * static_cast<double>(i);
                    if (i + 1 < layers) QVERIFY(center - widest / 2 >= end);
                    if (i > 0 && i + 1 < layers) QVERIFY(38 * static_cast<double>(layers - 1) - center >= widest);
                    end = center + widest / 2;
                }
                QVERIFY(isLabelled(0, layers, 38, widest) && isLabelled(layers - 1, layers, 38, widest));
            }
        QVERIFY(isLabelled(1, 7, 38, 35)); // all where there is room
        QVERIFY(!isLabelled(1, 7, 38, 39) && isLabelled(2, 7, 38, 39));
    }
    void drawnForEveryMap()
    {
        NetPicture picture;
        picture.resize(284, 72);
        picture.show(sketchOf(net({2048, 1024, 512, 256, 128}), 2048, 102));
        QVERIFY(!picture.grab().isNull());
        QCOMPARE(QAccessible::queryAccessibleInterface(&picture)->text(QAccessible::Value),
                 QString("2,048 in, 2,048 ReLU, 1,024 ReLU, 512 ReLU, 256 ReLU, 128 ReLU, 102 out"));
        const QImage deep = picture.grab().toImage();
        picture.show(sketchOf({}, 100, 128));
        QVERIFY(picture.grab().toImage() != deep);
    }
};

BRIDGESCOPE_TEST(NetPictureTest)

} // namespace net_picture_tests

#include "net_picture.moc"
