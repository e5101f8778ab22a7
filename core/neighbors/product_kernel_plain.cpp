#include "core/neighbors/product_kernel_body.h"

namespace bridgescope {
namespace {

/// Four floats as the compiler sees fit: SSE2 on any x86-64.
struct Plain {
    static constexpr int lanes = 4, vectors = 2, rows = 4;
    typedef float Vector __attribute__((vector_size(16), may_alias));

    static Vector splat(float x) { return Vector{x, x, x, x}; }
    static Vector load(const float* x) { return *reinterpret_cast<const Vector*>(x); }
    static void store(float* to, Vector x) { *reinterpret_cast<Vector*>(to) = x; }
    static Vector add(Vector sum, Vector x, Vector y) { return sum + x * y; }
    static Vector value(float scale, Vector sum, Vector own, Vector other)
    {
        return (splat(scale) * sum - own) - other;
    }
    static std::uint32_t reached(Vector value, Vector one, Vector other)
    {
        std::uint32_t mask = 0;
        for (int l = 0; l < lanes; ++l)
            mask |= static_cast<std::uint32_t>(value[l] >= one[l] || value[l] >= other[l]) << l;
        return mask;
    }
};

} // namespace

extern const ProductKernel plainKernel{"plain", PanelKernel<Plain>::width, PanelKernel<Plain>::multiply};

} // namespace bridgescope
