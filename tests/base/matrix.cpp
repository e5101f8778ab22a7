#include "core/base/matrix.h"
#include "core/base/error.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <limits>
#include <type_traits>

namespace matrix_tests {

using namespace bridgescope;

namespace {

std::string errorOf(Index rows, Index columns)
{
    try {
        Matrix matrix(rows, columns);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

} // namespace

class MatrixTest : public QObject {
    Q_OBJECT
private slots:
    void itemsAreColumnsAndStartAtZero()
    {
        Matrix matrix(2, 3);
        for (Index i = 0; i < 6; ++i)
            QCOMPARE(matrix.data()[i], 0.f);
        matrix(1, 2) = 5;
        matrix.column(0)[1] = 4;
        QCOMPARE(matrix.data()[5], 5.f);
        QCOMPARE(matrix.data()[1], 4.f);
        QCOMPARE(matrix.view().column(2)[1], 5.f);
        QCOMPARE(matrix.view().size(), Index(6));
    }

    void sizesAreCheckedBeforeAnythingIsAllocated()
    {
        constexpr Index huge = std::numeric_limits<Index>::max();
        QCOMPARE(errorOf(huge, 2), std::string("matrix size 9223372036854775807 x 2 is out of range"));
        QCOMPARE(errorOf(-1, 2), std::string("matrix size -1 x 2 is out of range"));
        QCOMPARE(errorOf(2, -1), std::string("matrix size 2 x -1 is out of range"));
        QCOMPARE(errorOf(Index(1) << 31, Index(1) << 31),
                 std::string("matrix size in bytes 4611686018427387904 x 4 is out of range"));
        QCOMPARE(Matrix(0, 5).view().size(), Index(0));
    }

    void products()
    {
        QCOMPARE(checkedProduct(0, std::numeric_limits<Index>::max(), "x"), Index(0));
        QCOMPARE(checkedProduct(Index(1) << 31, Index(1) << 31, "x"), Index(1) << 62);
        QVERIFY_EXCEPTION_THROWN(checkedProduct(Index(1) << 32, Index(1) << 31, "x"), Error);
    }

    void chosenColumnsKeepTheOrderGiven()
    {
        Matrix matrix(2, 3);
        for (Index i = 0; i < 6; ++i)
            matrix.data()[i] = static_cast<float>(i);
        const std::vector<Index> columns{2, 0, 2};
        const Matrix chosen = selectColumns(matrix, columns);
        QCOMPARE(chosen.columns(), Index(3));
        QCOMPARE(chosen(0, 0), 4.f);
        QCOMPARE(chosen(1, 1), 1.f);
        QCOMPARE(chosen(1, 2), 5.f);
        QCOMPARE(selectColumns(matrix, {}).columns(), Index(0));
    }

    void copiesOfVectorsShareTheirMemory()
    {
        Vectors copy;
        const float* data = nullptr;
        {
            Matrix matrix(2, 2);
            matrix(1, 1) = 3;
            const Vectors vectors(std::move(matrix));
            data = vectors.view().data;
            copy = vectors;
        }
        QCOMPARE(copy.view().data, data);
        QCOMPARE(copy.item(1)[1], 3.f);
        QCOMPARE(copy.dimension(), Index(2));
        QCOMPARE(Vectors().size(), Index(0));
    }

    void rowsOfXAndYDoNotMix()
    {
        QVERIFY((!std::is_convertible_v<SourceRow, TargetRow>));
        QVERIFY((!std::is_assignable_v<SourceRow&, TargetRow>));
        QVERIFY(SourceRow{1} < SourceRow{2});
    }
};

BRIDGESCOPE_TEST(MatrixTest)

} // namespace matrix_tests

#include "matrix.moc"
