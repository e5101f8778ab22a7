#pragma once
#include "core/base/error.h"
#include "core/pairing/pairing.h"

#include <QTest>

#include <fstream>
#include <string>
#include <vector>

namespace bridgescope {

/// A set of d = 2 whose item i is (i + 1, offset): a vector tells its row.
inline EmbeddingSet makeSet(std::string name, std::vector<std::string> labels, Index rows = -1, float offset = 0)
{
    EmbeddingSet set;
    set.name = std::move(name);
    const Index n = rows >= 0 ? rows : static_cast<Index>(labels.size());
    Matrix vectors(2, n);
    for (Index i = 0; i < n; ++i) {
        vectors(0, i) = static_cast<float>(i + 1);
        vectors(1, i) = offset;
    }
    set.vectors = std::move(vectors);
    set.labels = std::move(labels);
    return set;
}

/// The message of the Error that the call throws, or "" where it throws none.
template<class Call> std::string errorOf(Call&& call)
{
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

inline std::string writeText(const QTemporaryDir& folder, const std::string& name, const std::string& content)
{
    const std::string path = folder.filePath(QString::fromStdString(name)).toStdString();
    std::ofstream(path, std::ios::binary) << content;
    return path;
}

template<class Row> std::vector<int> values(const std::vector<Row>& rows)
{
    std::vector<int> plain;
    for (const auto row : rows)
        plain.push_back(row.value);
    return plain;
}

using Ints = std::vector<int>;
using Texts = std::vector<std::string>;

} // namespace bridgescope

#define COMPARE_TEXT(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromUtf8(expected))
#define VERIFY_CONTAINS(text, part)                                                                                    \
    QVERIFY2(std::string(text).find(part) != std::string::npos, std::string(text).c_str())
