#include "core/dataset/reader.h"
#include "core/neighbors/neighbors.h"
#include "core/overlap/overlap.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace shared_pairs_tests {

using namespace bridgescope;

namespace {

const QString folder = QStringLiteral(BRIDGESCOPE_SHARED_DATA "/paired/");

Vectors vectorsOf(const QString& file)
{
    return readEmbeddingSet((folder + file).toStdString()).vectors;
}

double overlapOf(const Vectors& a, const Vectors& b, Index k, Metric metric, SelfRule self)
{
    NeighborOptions options;
    options.k = k;
    options.metric = metric;
    return OverlapCounts(exactNeighbors(a, options), exactNeighbors(b, options), k, self).means().back();
}

} // namespace

/// Overlaps of real pairs that an independent program measured.
class SharedPairsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (!QFile::exists(folder + "expected.json")) QSKIP("needs ../shared/data/paired");
    }
    void equalTheExpected_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<double>("tolerance");
        const auto row = [](const char* key, const char* a, const char* b, double tolerance = 1e-6) {
            QTest::newRow(key) << QString(key) << QString(a) << QString(b) << tolerance;
        };
        const char* words = "emoji/X_words_glove100.f32.npy";
        row("emoji X-Y(hog128)", words, "emoji/Y_pictures_hogcolour128.f32.npy");
        row("emoji X-Y(mobilenetv1 1024 f16)", words, "emoji/Y_pictures_mobilenetv1_1024.f16.npy");
        row("emoji X-Y(mobilenetv1 pca256)", words, "emoji/Y_pictures_mobilenetv1_pca256.f32.npy");
        row("emoji Y(hog)-Y(cnn)", "emoji/Y_pictures_hogcolour128.f32.npy",
            "emoji/Y_pictures_mobilenetv1_1024.f16.npy");
        row("awa50 X-Y", "awa50/X_words_glove100.f32.npy", "awa50/Y_attributes.u8.npy");
        row("iapr lang(64)-vis(128)", "iapr-tc12-test/TS_lang_biGRU.csv", "iapr-tc12-test/TS_vis_vgg128.csv", .0002);
        const char* classes = "imagenet-classes/X_words_glove100.f32.npy";
        row("imagenet classes X-Y(mobilenetv2 1280)", classes, "imagenet-classes/Y_mobilenetv2_1280.f32.npy");
        row("imagenet classes X-Y(mobilenetv1-0.75 768)", classes, "imagenet-classes/Y_mobilenetv1_768.f32.npy");
        row("imagenet classes Yv1-Yv2", "imagenet-classes/Y_mobilenetv1_768.f32.npy",
            "imagenet-classes/Y_mobilenetv2_1280.f32.npy");
    }
    void equalTheExpected()
    {
        QFETCH(QString, key);
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(double, tolerance);
        QFile file(folder + "expected.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject expected = QJsonDocument::fromJson(file.readAll())[key].toObject();
        const Vectors x = vectorsOf(a), y = vectorsOf(b);
        QCOMPARE(x.size(), static_cast<Index>(expected["N"].toInt()));
        const double mean = overlapOf(x, y, 10, Metric::Cosine, SelfRule::Excluded);
        QVERIFY2(std::abs(mean - expected["mnno"].toDouble()) <= tolerance, qPrintable(QString::number(mean, 'g', 10)));
        QVERIFY(std::abs(chanceOverlap(x.size(), 10, SelfRule::Excluded) - expected["chance"].toDouble()) < 1e-12);
    }
    void iaprByEveryConvention()
    {
        const Vectors x = vectorsOf("iapr-tc12-test/TS_lang_biGRU.csv"),
                      y = vectorsOf("iapr-tc12-test/TS_vis_vgg128.csv");
        const auto near = [&](Index k, Metric metric, SelfRule self, double expected) {
            return std::abs(overlapOf(x, y, k, metric, self) - expected) <= .0002;
        };
        QVERIFY(near(10, Metric::Cosine, SelfRule::Excluded, .0816));
        QVERIFY(near(30, Metric::Cosine, SelfRule::Excluded, .1351));
        QVERIFY(near(10, Metric::Euclidean, SelfRule::Excluded, .0673));
        QVERIFY(near(30, Metric::Euclidean, SelfRule::Excluded, .1058));
        QVERIFY(near(10, Metric::Cosine, SelfRule::Included, .1706));
        QVERIFY(near(30, Metric::Cosine, SelfRule::Included, .1616));
    }
};

BRIDGESCOPE_TEST(SharedPairsTest)

} // namespace shared_pairs_tests

#include "shared_pairs.moc"
