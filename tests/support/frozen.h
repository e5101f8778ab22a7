#pragma once
#include "core/base/matrix.h"

#include <QTest>

#include <cmath>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace bridgescope {

/// A table of numbers, one item a row, as a script under tests/data wrote it.
struct FrozenTable {
    Index rows = 0, columns = 0;
    std::vector<double> values; ///< row after row

    double operator()(Index row, Index column) const
    {
        return values[static_cast<std::size_t>(row * columns + column)];
    }

    /// Items as columns.
    Matrix matrix() const
    {
        Matrix items(columns, rows);
        for (Index i = 0; i < rows * columns; ++i)
            items.data()[i] = static_cast<float>(values[static_cast<std::size_t>(i)]);
        return items;
    }
};

/// Results of a reference implementation: blocks of a line "name rows columns" and the numbers.
class Frozen {
public:
    explicit Frozen(const std::string& name)
    {
        std::ifstream in(std::string(BRIDGESCOPE_TEST_DATA "/") + name);
        std::string key;
        FrozenTable table;
        while (in >> key >> table.rows >> table.columns) {
            table.values.resize(static_cast<std::size_t>(table.rows * table.columns));
            for (double& value : table.values)
                in >> value;
            if (!in) throw std::runtime_error("frozen data " + name + " is cut at " + key);
            m_tables[key] = table;
        }
        if (m_tables.empty()) throw std::runtime_error("no frozen data " + name);
    }

    const FrozenTable& operator[](const std::string& key) const { return m_tables.at(key); }

private:
    std::map<std::string, FrozenTable> m_tables;
};

/// The greatest difference of an entry, relative to the greatest entry of the table; infinite where the sizes differ.
inline double relativeDifference(MatrixView items, const FrozenTable& table)
{
    if (items.rows != table.columns || items.columns != table.rows) return INFINITY;
    double difference = 0, greatest = 0;
    for (Index i = 0; i < table.rows; ++i)
        for (Index j = 0; j < table.columns; ++j) {
            difference =
                std::max(difference, std::abs(double(items.column(i)[static_cast<std::size_t>(j)]) - table(i, j)));
            greatest = std::max(greatest, std::abs(table(i, j)));
        }
    return greatest > 0 ? difference / greatest : difference;
}

} // namespace bridgescope

#define VERIFY_BELOW(value, bound) QVERIFY2((value) < (bound), qPrintable(QString::number(value)))
