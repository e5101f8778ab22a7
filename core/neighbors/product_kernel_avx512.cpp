// Compiled for processors with AVX-512 (F); entered only where productKernels() found it.
#include "core/neighbors/product_kernel_body.h"

#include <immintrin.h>

namespace bridgescope {
namespace {

struct Avx512 {
    static constexpr int lanes = 16, vectors = 2, rows = 8;
    using Vector = __m512;

    static Vector splat(float x) { return _mm512_set1_ps(x); }
    static Vector load(const float* x) { return _mm512_load_ps(x); }
    static void store(float* to, Vector x) { _mm512_store_ps(to, x); }
    static Vector add(Vector sum, Vector x, Vector y) { return _mm512_fmadd_ps(x, y, sum); }
    static Vector value(float scale, Vector sum, Vector own, Vector other)
    {
        return _mm512_sub_ps(_mm512_fmsub_ps(splat(scale), sum, own), other);
    }
    static std::uint32_t reached(Vector value, Vector one, Vector other)
    {
        return static_cast<std::uint32_t>(_mm512_cmp_ps_mask(value, one, _CMP_GE_OQ)) |
               static_cast<std::uint32_t>(_mm512_cmp_ps_mask(value, other, _CMP_GE_OQ));
    }
};

} // namespace

extern const ProductKernel avx512Kernel{"AVX-512", PanelKernel<Avx512>::width, PanelKernel<Avx512>::multiply};

} // namespace bridgescope
