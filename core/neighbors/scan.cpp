#include "core/neighbors/scan.h"

#include <limits>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace bridgescope {
namespace {

/// One entry in plain arithmetic; the wide version only decides which entries come here.
void test(const ScanBlock& b, Index row, float g, float columnP, float columnThreshold, std::vector<ScanHit>& hits)
{
    const float value = (b.scale * g - b.rowP[row]) - columnP;
    const bool forRow = value >= b.rowThresholds[row];
    const bool forColumn = value >= columnThreshold;
    if (forRow || forColumn) hits.push_back({static_cast<std::int32_t>(row), value, forRow, forColumn});
}

struct ColumnSide {
    float p, threshold;
};

ColumnSide sideOf(const ScanBlock& b, Index column)
{
    return {b.columnP[column],
            b.columnThresholds ? b.columnThresholds[column] : std::numeric_limits<float>::infinity()};
}

void scanPlain(const ScanBlock& b, Index column, Index fromRow, std::vector<ScanHit>& hits)
{
    const float* g = b.g + column * b.rows;
    const ColumnSide side = sideOf(b, column);
    for (Index r = fromRow; r < b.rows; ++r)
        test(b, r, g[r], side.p, side.threshold, hits);
}

#if defined(__x86_64__)
/// Eight entries a step; the same operations in the same order as test(), so that both find the same entries.
__attribute__((target("avx2"))) void scanWide(const ScanBlock& b, Index column, std::vector<ScanHit>& hits)
{
    const float* g = b.g + column * b.rows;
    const ColumnSide side = sideOf(b, column);
    const __m256 scale = _mm256_set1_ps(b.scale), p = _mm256_set1_ps(side.p),
                 threshold = _mm256_set1_ps(side.threshold);
    Index r = 0;
    for (; r + 16 <= b.rows; r += 16) {
        const auto reached = [&](Index at) __attribute__((target("avx2"), always_inline))
        {
            const __m256 value = _mm256_sub_ps(
                _mm256_sub_ps(_mm256_mul_ps(scale, _mm256_loadu_ps(g + at)), _mm256_loadu_ps(b.rowP + at)), p);
            return _mm256_or_ps(_mm256_cmp_ps(value, _mm256_loadu_ps(b.rowThresholds + at), _CMP_GE_OQ),
                                _mm256_cmp_ps(value, threshold, _CMP_GE_OQ));
        };
        const __m256 low = reached(r), high = reached(r + 8);
        if (_mm256_testz_ps(_mm256_or_ps(low, high), _mm256_or_ps(low, high))) continue;
        unsigned mask = static_cast<unsigned>(_mm256_movemask_ps(low)) | static_cast<unsigned>(_mm256_movemask_ps(high))
                                                                             << 8;
        for (; mask != 0; mask &= mask - 1) {
            const Index row = r + __builtin_ctz(mask);
            test(b, row, g[row], side.p, side.threshold, hits);
        }
    }
    scanPlain(b, column, r, hits);
}
#endif

} // namespace

void scanColumn(const ScanBlock& block, Index column, std::vector<ScanHit>& hits)
{
    hits.clear();
#if defined(__x86_64__)
    static const bool wide = __builtin_cpu_supports("avx2");
    if (wide) return scanWide(block, column, hits);
#endif
    scanPlain(block, column, 0, hits);
}

} // namespace bridgescope
