#pragma once
#include "core/base/types.h"

namespace bridgescope {

/// A stored matrix and how it enters a product: column-major float32, `leading` rows apart.
struct Factor {
    const float* data = nullptr;
    Index leading = 0;
    bool transposed = false;

    /// The factor from row `row` (of the matrix as it enters the product) on.
    const float* fromRow(Index row) const { return data + (transposed ? row * leading : row); }
    const float* fromColumn(Index column) const { return data + (transposed ? column : column * leading); }
};

/// c (m x n, column-major, `leading` apart) = a b + beta c, by one call of BLAS on the present thread.
void product(Index m, Index n, Index k, const Factor& a, const Factor& b, float beta, float* c, Index leading);

/// A length cut into equal tiles of at most `most`, whole multiples of 16: by the length alone, never by threads, since
/// the last bits of a product change with its shape.
struct Cut {
    Index length = 0, tile = 1, count = 0;

    Cut(Index length, Index most, Index least = 1); ///< at least `least` tiles where there is enough for them
    Index begin(Index i) const { return i * tile; }
    Index size(Index i) const { return length - i * tile < tile ? length - i * tile : tile; }
};

/// The same in tiles handed to parallelFor: for products large enough to share.
void tiledProduct(Index m, Index n, Index k, const Factor& a, const Factor& b, float beta, float* c);

} // namespace bridgescope
