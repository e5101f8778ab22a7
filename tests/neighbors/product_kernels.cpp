#include "core/base/random.h"
#include "core/neighbors/product_kernel.h"
#include "core/neighbors/proposal_space.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <limits>

namespace product_kernels_tests {

using namespace bridgescope;

namespace {

/// Two panels of random numbers, magnitudes from 2^-spread to 2^spread.
struct Panels {
    AlignedFloats a, b, aP, bP, aT, bT, values, sums;
    std::vector<std::uint32_t> reached;
    Panels(Index width, Index depth, std::uint64_t seed, int spread)
        : a(width * depth), b(width * depth), aP(width), bP(width), aT(width), bT(width), values(width * width),
          sums(width * width), reached(static_cast<std::size_t>(width))
    {
        Random random(seed, "panels");
        const auto draw = [&] {
            return static_cast<float>(
                std::ldexp(random.normal(), static_cast<int>(random.below(2 * spread + 1)) - spread));
        };
        for (Index i = 0; i < width * depth; ++i) {
            a.data()[i] = draw();
            b.data()[i] = draw();
        }
        for (Index i = 0; i < width; ++i) {
            aP.data()[i] = draw();
            bP.data()[i] = draw();
            aT.data()[i] = i % 5 == 0 ? -std::numeric_limits<float>::infinity() : 2 * draw();
            bT.data()[i] = i % 7 == 0 ? std::numeric_limits<float>::infinity() : 2 * draw();
        }
    }
    PanelProduct product(Index depth)
    {
        PanelProduct p;
        p.a = a.data();
        p.b = b.data();
        p.depth = depth;
        p.aP = aP.data();
        p.bP = bP.data();
        p.aThresholds = aT.data();
        p.bThresholds = bT.data();
        p.values = values.data();
        p.sums = sums.data();
        p.reached = reached.data();
        return p;
    }
};

} // namespace

class ProductKernelsTest : public QObject {
    Q_OBJECT
private slots:
    void theMostPlainKernelIsAlwaysThere()
    {
        QVERIFY(!productKernels().empty());
        QCOMPARE(QString(productKernels().back().name), QString("plain"));
    }
    void sumsStayWithinTheBound()
    {
        for (const ProductKernel& kernel : productKernels())
            for (const Index depth : {1, 2, 7, 128, 300, 4096})
                for (const int spread : {0, 12}) {
                    Panels panels(kernel.width, depth, static_cast<std::uint64_t>(depth), spread);
                    std::fill_n(panels.aP.data(), kernel.width, 0.0f);
                    std::fill_n(panels.bP.data(), kernel.width, 0.0f);
                    std::fill_n(panels.aT.data(), kernel.width, -std::numeric_limits<float>::infinity());
                    QVERIFY(kernel.multiply(panels.product(depth)));
                    const double de = static_cast<double>(depth) * 0x1p-24, gamma = de / (1 - de);
                    for (Index i = 0; i < kernel.width; ++i)
                        for (Index j = 0; j < kernel.width; ++j) {
                            double exact = 0, magnitude = 0;
                            for (Index k = 0; k < depth; ++k) {
                                const double term = static_cast<double>(panels.a.data()[k * kernel.width + i]) *
                                                    static_cast<double>(panels.b.data()[k * kernel.width + j]);
                                exact += term;
                                magnitude += std::abs(term);
                            }
                            QVERIFY(std::abs(static_cast<double>(panels.values.data()[i * kernel.width + j]) - exact) <=
                                    gamma * magnitude + static_cast<double>(depth) * 0x1p-149);
                        }
                }
    }
    void findsWhatReachesAThreshold()
    {
        for (const ProductKernel& kernel : productKernels()) {
            Panels panels(kernel.width, 9, 3, 1);
            PanelProduct p = panels.product(9);
            p.scale = 2;
            const bool any = kernel.multiply(p);
            bool expectedAny = false;
            for (Index i = 0; i < kernel.width; ++i) {
                std::uint32_t expected = 0;
                for (Index j = 0; j < kernel.width; ++j) {
                    const float value = panels.values.data()[i * kernel.width + j]; // set where the row has any
                    if (panels.reached[static_cast<std::size_t>(i)] == 0) continue;
                    if (value >= panels.aT.data()[i] || value >= panels.bT.data()[j]) expected |= std::uint32_t(1) << j;
                    double exact = 0;
                    for (Index k = 0; k < 9; ++k)
                        exact += static_cast<double>(panels.a.data()[k * kernel.width + i]) *
                                 static_cast<double>(panels.b.data()[k * kernel.width + j]);
                    exact =
                        2 * exact - static_cast<double>(panels.aP.data()[i]) - static_cast<double>(panels.bP.data()[j]);
                    QVERIFY(std::abs(exact - static_cast<double>(value)) < 1e-4);
                }
                if (i % 5 == 0)
                    expected = kernel.width == 32 ? ~std::uint32_t(0) : (std::uint32_t(1) << kernel.width) - 1;
                QCOMPARE(panels.reached[static_cast<std::size_t>(i)], expected);
                expectedAny = expectedAny || expected != 0;
            }
            QCOMPARE(any, expectedAny);
        }
    }
    void aRowWithoutThresholdReachedIsSilent()
    {
        for (const ProductKernel& kernel : productKernels()) {
            Panels panels(kernel.width, 20, 4, 1);
            std::fill_n(panels.aT.data(), kernel.width, std::numeric_limits<float>::infinity());
            std::fill_n(panels.bT.data(), kernel.width, std::numeric_limits<float>::infinity());
            QVERIFY(!kernel.multiply(panels.product(20)));
            // Items that only fill up a panel have NaN for p and reach not even minus infinity.
            std::fill_n(panels.aT.data(), kernel.width, -std::numeric_limits<float>::infinity());
            std::fill_n(panels.aP.data(), kernel.width, std::numeric_limits<float>::quiet_NaN());
            QVERIFY(!kernel.multiply(panels.product(20)));
        }
    }
    void sumsInPartsAreTheSumInOne()
    {
        for (const ProductKernel& kernel : productKernels()) {
            Panels panels(kernel.width, 50, 5, 1);
            std::fill_n(panels.aT.data(), kernel.width, -std::numeric_limits<float>::infinity());
            PanelProduct p = panels.product(50);
            kernel.multiply(p);
            const std::vector<float> whole(panels.values.data(), panels.values.data() + kernel.width * kernel.width);
            p.depth = 30;
            p.last = false;
            QVERIFY(!kernel.multiply(p));
            p.a += 30 * kernel.width;
            p.b += 30 * kernel.width;
            p.depth = 20;
            p.first = false;
            p.last = true;
            kernel.multiply(p);
            QCOMPARE(std::vector<float>(panels.values.data(), panels.values.data() + kernel.width * kernel.width),
                     whole);
        }
    }
};

BRIDGESCOPE_TEST(ProductKernelsTest)

} // namespace product_kernels_tests

#include "product_kernels.moc"
