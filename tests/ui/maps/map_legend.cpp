#include "ui/panels/maps/map_legend.h"
#include "tests/support/test_program.h"

#include <QFont>
#include <QTest>

namespace map_legend_tests {

using namespace bridgescope;

class MapLegendTest : public QObject {
    Q_OBJECT
private slots:
    /// What an entry says stands at its end: "10 nearest to … in X". A label of any length leaves it in sight.
    void aLongLabelLeavesWhatIsSaidOfIt()
    {
        MapLegend legend;
        QFont font = legend.font();
        font.setPixelSize(12);
        legend.setFont(font);
        legend.show({}, QString(300, 'w'), 10, true);
        constexpr int width = 340, line = 22; // one entry a line
        legend.resize(width, legend.heightForWidth(width));
        QCOMPARE(legend.heightForWidth(width), 5 * line); // no classes; three spaces, and what hollow means
        const QImage drawn = legend.grab().toImage();
        const auto words = [&](int row) { return drawn.copy(18, row * line, width - 18, line); };
        QVERIFY(words(1) != words(3)); // "in X", "in Y": the label before it is the same
        QVERIFY(words(1) != words(2));
        for (const int row : {1, 2, 3})
            for (int y = 0; y < line; ++y) // and nothing runs out of the right side
                QCOMPARE(drawn.pixel(width - 1, row * line + y), drawn.pixel(width - 1, 0));
    }
};

BRIDGESCOPE_TEST(MapLegendTest)

} // namespace map_legend_tests

#include "map_legend.moc"
