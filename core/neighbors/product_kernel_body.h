#pragma once
#include "core/neighbors/product_kernel.h"

// The kernel itself, compiled once a kind of processor by the product_kernel_*.cpp files. Includes nothing but plain
// types: a function of the standard library compiled here could be linked into code for other processors.
namespace bridgescope {
namespace {

/// `Isa` names a vector type and its few operations. A tile of `rows` items of a and the whole panel of b is summed in
/// registers.
template<class Isa> struct PanelKernel {
    static constexpr int lanes = Isa::lanes, vectors = Isa::vectors, rows = Isa::rows;
    static constexpr int width = lanes * vectors;
    using Vector = typename Isa::Vector;

    static bool multiply(const PanelProduct& p)
    {
        bool any = false;
        for (int row = 0; row < width; row += rows)
            any |= tile(p, row);
        return any;
    }

private:
    [[gnu::always_inline]] static inline bool tile(const PanelProduct& p, int row)
    {
        Vector sums[rows][vectors];
#pragma GCC unroll 16
        for (int r = 0; r < rows; ++r)
#pragma GCC unroll 4
            for (int v = 0; v < vectors; ++v)
                sums[r][v] = p.first ? Isa::splat(0) : Isa::load(p.sums + (row + r) * width + v * lanes);
        const float* a = p.a + row;
        const float* b = p.b;
        for (std::int64_t k = 0; k < p.depth; ++k, a += width, b += width) {
            Vector columns[vectors];
#pragma GCC unroll 4
            for (int v = 0; v < vectors; ++v)
                columns[v] = Isa::load(b + v * lanes);
#pragma GCC unroll 16
            for (int r = 0; r < rows; ++r) {
                const Vector item = Isa::splat(a[r]);
#pragma GCC unroll 4
                for (int v = 0; v < vectors; ++v)
                    sums[r][v] = Isa::add(sums[r][v], item, columns[v]);
            }
        }
        if (p.last) return compare(p, row, sums);
#pragma GCC unroll 16
        for (int r = 0; r < rows; ++r)
#pragma GCC unroll 4
            for (int v = 0; v < vectors; ++v)
                Isa::store(p.sums + (row + r) * width + v * lanes, sums[r][v]);
        return false;
    }

    [[gnu::always_inline]] static inline bool compare(const PanelProduct& p, int row, Vector (&sums)[rows][vectors])
    {
        std::uint32_t any = 0;
#pragma GCC unroll 16
        for (int r = 0; r < rows; ++r) {
            const Vector own = Isa::splat(p.aP[row + r]), threshold = Isa::splat(p.aThresholds[row + r]);
            Vector values[vectors];
            std::uint32_t reached = 0;
#pragma GCC unroll 4
            for (int v = 0; v < vectors; ++v) {
                values[v] = Isa::value(p.scale, sums[r][v], own, Isa::load(p.bP + v * lanes));
                reached |= Isa::reached(values[v], threshold, Isa::load(p.bThresholds + v * lanes)) << (v * lanes);
            }
            p.reached[row + r] = reached;
            any |= reached;
            if (reached == 0) continue;
            for (int v = 0; v < vectors; ++v)
                Isa::store(p.values + (row + r) * width + v * lanes, values[v]);
        }
        return any != 0;
    }
};

} // namespace
} // namespace bridgescope
