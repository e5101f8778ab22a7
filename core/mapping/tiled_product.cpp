#include "core/mapping/tiled_product.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cblas-openblas.h>

namespace bridgescope {

void product(Index m, Index n, Index k, const Factor& a, const Factor& b, float beta, float* c, Index leading)
{
    cblas_sgemm(CblasColMajor, a.transposed ? CblasTrans : CblasNoTrans, b.transposed ? CblasTrans : CblasNoTrans,
                static_cast<blasint>(m), static_cast<blasint>(n), static_cast<blasint>(k), 1.0f, a.data,
                static_cast<blasint>(a.leading), b.data, static_cast<blasint>(b.leading), beta, c,
                static_cast<blasint>(leading));
}

Cut::Cut(Index whole, Index most, Index least) : length(whole)
{
    const Index wanted = std::max((length + most - 1) / most, least);
    tile = std::max<Index>(16, ((length + wanted - 1) / std::max<Index>(wanted, 1) + 15) / 16 * 16);
    count = (length + tile - 1) / tile;
}

void tiledProduct(Index m, Index n, Index k, const Factor& a, const Factor& b, float beta, float* c)
{
    // Below this many products a hand-over to another thread costs more than it saves.
    constexpr Index worthwhile = Index(1) << 20;
    constexpr Index most = 512;
    const Index least = m * n * k < worthwhile ? 1 : 2;
    if (m >= n) {
        const Cut cut(m, most, least);
        parallelFor(cut.count, [&](Index i, int) {
            Factor rows = a;
            rows.data = a.fromRow(cut.begin(i));
            product(cut.size(i), n, k, rows, b, beta, c + cut.begin(i), m);
        });
    } else {
        const Cut cut(n, most, least);
        parallelFor(cut.count, [&](Index i, int) {
            Factor columns = b;
            columns.data = b.fromColumn(cut.begin(i));
            product(m, cut.size(i), k, a, columns, beta, c + cut.begin(i) * m, m);
        });
    }
}

} // namespace bridgescope
