#pragma once
#include "core/base/context.h"
#include "core/base/linear_algebra.h"
#include "core/similarity/measure_group.h"

#include <string>
#include <string_view>
#include <vector>

namespace bridgescope {

/// Thin singular value decomposition of a set's centred columns: Xc = U S Vᵀ, items as rows.
struct ColumnBasis {
    Matrix64 u;            ///< n x rank, orthonormal columns
    std::vector<double> s; ///< rank singular values, descending, above max(n, d) times float64's spacing of the first
    Matrix64 v;            ///< rank x d: rows are right singular vectors
    std::vector<double> squares; ///< ‖xc_i‖² of each item: the diagonal of the products of items
};
ColumnBasis columnBasis(MatrixView set, const Context& context);

/// Singular values of a matrix, descending; with `left` its left singular vectors, with `right` the transposed right
/// ones.
std::vector<double> singularValues(Matrix64 matrix, Matrix64* left = nullptr, Matrix64* right = nullptr);

/// CKA biased and unbiased, SVCCA, PWCCA both ways and Procrustes distance. All follow from C = U_Aᵀ P U_B, where P
/// relabels B: CKA = ‖S_A C S_B‖²_F / (‖S_A²‖_F ‖S_B²‖_F); canonical correlations are the singular values of C; the
/// Procrustes distance is 2 - 2 ‖S_A C S_B‖_* / (‖S_A‖ ‖S_B‖).
class ColumnMeasures : public MeasureGroup {
public:
    /// `wanted`: ids; empty: all. Singular values, most of the time of a relabelling, are computed for those that need
    /// them.
    ColumnMeasures(MatrixView a, MatrixView b, const Context& context, std::vector<std::string> wanted = {});
    Index items() const override { return m_a.u.rows(); }
    std::map<std::string, MeasureValue> evaluate(std::span<const std::int32_t> relabelling) const override;

private:
    Matrix64 cross(std::span<const std::int32_t> relabelling) const;
    MeasureValue unbiasedCka(double crossSquared, std::span<const std::int32_t> relabelling) const;
    bool wants(std::string_view id) const;
    void addSvcca(const Matrix64& c, std::map<std::string, MeasureValue>& values) const;
    void addPwcca(const Matrix64& c, std::map<std::string, MeasureValue>& values) const;

    std::vector<std::string> m_wanted;
    ColumnBasis m_a, m_b;
};

} // namespace bridgescope
