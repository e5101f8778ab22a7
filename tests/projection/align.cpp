#include "core/base/error.h"
#include "core/projection/pca.h"
#include "tests/support/frozen.h"
#include "tests/support/test_program.h"

namespace align_tests {

using namespace bridgescope;

namespace {

double spread(const Matrix& map)
{
    double mean[2] = {0, 0}, sum = 0;
    for (Index i = 0; i < map.columns(); ++i)
        for (Index k = 0; k < 2; ++k)
            mean[k] += double(map(k, i)) / double(map.columns());
    for (Index i = 0; i < map.columns(); ++i)
        for (Index k = 0; k < 2; ++k)
            sum += std::pow(double(map(k, i)) - mean[k], 2);
    return std::sqrt(sum);
}

} // namespace

class AlignTest : public QObject {
    Q_OBJECT
    Frozen m_frozen{"projection/projection.txt"};

private slots:
    void equalsTheReference()
    {
        const Matrix target = m_frozen["pca_map"].matrix();
        for (const std::string name : {"rotated", "reflected", "unlike"}) {
            const Matrix aligned = alignMap(m_frozen[name].matrix(), target);
            VERIFY_BELOW(relativeDifference(aligned, m_frozen[name + "_aligned"]), 1e-6);
        }
    }

    void aTurnedMapComesBackExactly()
    {
        const Matrix target = m_frozen["pca_map"].matrix();
        for (const float flip : {1.f, -1.f})
            for (const auto scale : {MapScale::LeastSquares, MapScale::AsTarget}) {
                Matrix turned(2, target.columns());
                for (Index i = 0; i < target.columns(); ++i) {
                    turned(0, i) = 3 * (0.28f * target(0, i) + 0.96f * target(1, i)) - 2;
                    turned(1, i) = flip * 3 * (-0.96f * target(0, i) + 0.28f * target(1, i)) + 9;
                }
                VERIFY_BELOW(relativeDifference(alignMap(turned, target, scale), m_frozen["pca_map"]), 1e-6);
            }
    }

    void theTargetsSizeOnRequest()
    {
        const Matrix target = m_frozen["pca_map"].matrix(), unlike = m_frozen["unlike"].matrix();
        VERIFY_BELOW(spread(alignMap(unlike, target)), 0.5 * spread(target));
        VERIFY_BELOW(std::abs(spread(alignMap(unlike, target, MapScale::AsTarget)) / spread(target) - 1), 1e-6);
    }

    void mapsWithoutExtent()
    {
        const Matrix target = m_frozen["pca_map"].matrix();
        Matrix point(2, target.columns());
        for (Index i = 0; i < point.columns(); ++i)
            point(0, i) = 7;
        const Matrix aligned = alignMap(point, target);
        for (Index i = 0; i < point.columns(); ++i) {
            VERIFY_BELOW(std::abs(aligned(0, i)), 1e-5f); // the target is centred
            VERIFY_BELOW(std::abs(aligned(1, i)), 1e-5f);
        }
        const Matrix onto = alignMap(target, point);
        for (Index i = 0; i < point.columns(); ++i)
            QCOMPARE(onto(0, i), 7.f);
    }

    void refusesMapsOfOtherItems()
    {
        QVERIFY_EXCEPTION_THROWN(alignMap(Matrix(2, 3), Matrix(2, 4)), Error);
        QVERIFY_EXCEPTION_THROWN(alignMap(Matrix(3, 3), Matrix(2, 3)), Error);
    }
};

BRIDGESCOPE_TEST(AlignTest)

} // namespace align_tests

#include "align.moc"
