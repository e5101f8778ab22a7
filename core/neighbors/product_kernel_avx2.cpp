// Compiled for processors with AVX2 and FMA; entered only where productKernels() found them.
#include "core/neighbors/product_kernel_body.h"

#include <immintrin.h>

namespace bridgescope {
namespace {

struct Avx2 {
    static constexpr int lanes = 8, vectors = 3, rows = 4; // 12 sums, 3 columns and 1 item fill the 16 registers
    using Vector = __m256;

    static Vector splat(float x) { return _mm256_set1_ps(x); }
    static Vector load(const float* x) { return _mm256_load_ps(x); }
    static void store(float* to, Vector x) { _mm256_store_ps(to, x); }
    static Vector add(Vector sum, Vector x, Vector y) { return _mm256_fmadd_ps(x, y, sum); }
    static Vector value(float scale, Vector sum, Vector own, Vector other)
    {
        return _mm256_sub_ps(_mm256_fmsub_ps(splat(scale), sum, own), other);
    }
    static std::uint32_t reached(Vector value, Vector one, Vector other)
    {
        return static_cast<std::uint32_t>(_mm256_movemask_ps(
            _mm256_or_ps(_mm256_cmp_ps(value, one, _CMP_GE_OQ), _mm256_cmp_ps(value, other, _CMP_GE_OQ))));
    }
};

} // namespace

extern const ProductKernel avx2Kernel{"AVX2", PanelKernel<Avx2>::width, PanelKernel<Avx2>::multiply};

} // namespace bridgescope
