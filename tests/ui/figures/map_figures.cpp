#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/vision.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/map_chart.h"
#include "ui/figures/batch_export.h"
#include "ui/figures/figure_style.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace map_figures_tests {

using namespace bridgescope;

class MapFiguresTest : public QObject {
    Q_OBJECT
private slots:
    void pointsAreVectorsUpToFiveThousand();
    void greyMapsHaveNoColor();
    void sameBytesTwice();
    void palettesAreToldApart();
    void batchWritesEveryChart();
    void batchNamesWhatCannotBeWritten();
    void filesAreNamedInAscii();

private:
    static MapChart maps(int n);
    static std::shared_ptr<const Chart> bars();
};

MapChart MapFiguresTest::maps(int n)
{
    Random random(9, "points");
    MapChartData data;
    QStringList categories;
    for (const Space space : {Space::X, Space::Y}) {
        MapPanel panel{space, "Words", "trustworthiness 0.9", {}, {1, 2}};
        for (int i = 0; i < n; ++i) {
            const double x = random.normal(), y = random.normal();
            panel.points.emplace_back(x, y);
        }
        data.panels.push_back(panel);
    }
    for (int i = 0; i < n; ++i) {
        categories << QStringLiteral("kind %1").arg(i % 5);
        data.labels << QString::number(i);
    }
    data.classes = classesOf(categories, lightTokens());
    data.focus = 0;
    return MapChart(data);
}

std::shared_ptr<const Chart> MapFiguresTest::bars()
{
    BarData data;
    data.k = 10;
    data.rows = {{1, "Ridge", true, {.49, .45, .53}, {.2, .16, .24}, .29}};
    return std::make_shared<BarChart>(data);
}

void MapFiguresTest::pointsAreVectorsUpToFiveThousand()
{
    FigureOptions options;
    options.widthMm = 174;
    options.caption = "K = 10, cosine";
    const QByteArray few = figureSvg(maps(300), options);
    QVERIFY(!few.contains("<image"));
    QVERIFY(few.contains("KIND 3")); // text as text
    QVERIFY(few.contains("K = 10, cosine"));
    const QByteArray many = figureSvg(maps(5001), options);
    QCOMPARE(many.count("<image"), 2);
    QVERIFY(many.contains("KIND 3"));
    QVERIFY(many.size() < 3'000'000);
    QVERIFY(!figurePdf(maps(300), options).contains("/Subtype /Image"));
    QVERIFY(figurePdf(maps(5001), options).contains("/Subtype /Image"));
}

void MapFiguresTest::greyMapsHaveNoColor()
{
    FigureOptions options;
    options.palette = FigurePalette::Grey;
    options.dpi = 100;
    const QImage image = QImage::fromData(figurePng(maps(200), options)).convertToFormat(QImage::Format_RGB32);
    QVERIFY(!image.isNull());
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            QVERIFY(std::abs(qRed(pixel) - qGreen(pixel)) <= 2 && std::abs(qRed(pixel) - qBlue(pixel)) <= 2);
        }
}

void MapFiguresTest::sameBytesTwice()
{
    const FigureOptions options;
    QVERIFY(figureSvg(maps(5001), options) == figureSvg(maps(5001), options));
    QVERIFY(figurePdf(maps(100), options) == figurePdf(maps(100), options));
}

void MapFiguresTest::palettesAreToldApart()
{
    // X, f(X), Y and neutral, each by color alone, for every kind of sight; greyscale also when copied in grey.
    for (const FigurePalette palette : {FigurePalette::OkabeIto, FigurePalette::Grey}) {
        FigureOptions options;
        options.palette = palette;
        const Tokens t = figureStyle(options, nullptr).colors;
        const QList<QColor> colors{t.x.line, t.f.line, t.y.line};
        for (const auto& [name, sight] : test::sights()) {
            if (palette == FigurePalette::OkabeIto && name == "greyscale") continue; // shapes tell, see tests of marks
            for (int a = 0; a < 3; ++a)
                for (int b = a + 1; b < 3; ++b) {
                    const double apart = test::colorDistance(sight(colors[a]), sight(colors[b]));
                    QVERIFY2(apart >= 10, qPrintable(QStringLiteral("%1: %2 and %3, %4")
                                                         .arg(name, colors[a].name(), colors[b].name())
                                                         .arg(apart)));
                }
        }
    }
}

void MapFiguresTest::batchWritesEveryChart()
{
    const QTemporaryDir folder;
    const std::vector<OpenChart> charts{{"Overlaps by mapping", bars(), "K = 10"},
                                        {"Overlaps by mapping", bars(), "K = 10"},
                                        {"Größe: a/b?", std::make_shared<MapChart>(maps(50)), "K = 5"}};
    BatchOptions options;
    const QString place = folder.filePath("new/figures");
    QCOMPARE(exportCharts(charts, place, options).size(), 6);
    QCOMPARE(QDir(place).entryList(QDir::Files, QDir::Name),
             QStringList({"grosse-a-b.csv", "grosse-a-b.svg", "overlaps-by-mapping-2.csv", "overlaps-by-mapping-2.svg",
                          "overlaps-by-mapping.csv", "overlaps-by-mapping.svg"}));
    QFile csv(place + "/overlaps-by-mapping.csv");
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QVERIFY(csv.readAll().startsWith("# K = 10\n"));
    options.ending = "png";
    options.numbers = false;
    QCOMPARE(exportCharts({charts[0]}, folder.filePath("png"), options).size(), 1);
    QCOMPARE(QDir(folder.filePath("png")).entryList(QDir::Files), QStringList("overlaps-by-mapping.png"));
}

void MapFiguresTest::batchNamesWhatCannotBeWritten()
{
    try {
        exportCharts({{"Bars", bars(), {}}}, "/proc/none/figures", {});
        QFAIL("written into /proc");
    } catch (const Error& error) {
        QCOMPARE(error.kind, ErrorKind::Io);
        QVERIFY(QString(error.what()).contains("/proc/none/figures"));
    }
}

void MapFiguresTest::filesAreNamedInAscii()
{
    QCOMPARE(fileNameOf(QString::fromUtf8("R², held out")), QString("r2-held-out"));
    QCOMPARE(fileNameOf(QString::fromUtf8("Überlappung gegen K: größer")), QString("uberlappung-gegen-k-grosser"));
    QCOMPARE(fileNameOf("  a/b\\c..svg "), QString("a-b-c-svg"));
    QCOMPARE(fileNameOf(QString::fromUtf8("\u05e9\u05dc")), QString("chart"));
    QCOMPARE(fileNameOf(QString(200, 'x')).size(), qsizetype(80));
}

BRIDGESCOPE_TEST(MapFiguresTest)

} // namespace map_figures_tests

#include "map_figures.moc"
