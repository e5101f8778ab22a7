#include "core/neighbors/product_kernel.h"

#include <vector>

namespace bridgescope {

extern const ProductKernel plainKernel;
#if defined(__x86_64__)
extern const ProductKernel avx2Kernel, avx512Kernel;
#endif

std::span<const ProductKernel> productKernels()
{
    static const std::vector<ProductKernel> kernels = [] {
        std::vector<ProductKernel> found;
#if defined(__x86_64__)
        if (__builtin_cpu_supports("avx512f")) found.push_back(avx512Kernel);
        if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) found.push_back(avx2Kernel);
#endif
        found.push_back(plainKernel);
        return found;
    }();
    return kernels;
}

} // namespace bridgescope
