#pragma once
#include "core/base/error.h"
#include "core/dataset/reader.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace bridgescope {

/// A folder of files that go with the test.
class Folder {
public:
    std::string path(const std::string& name) const { return m_folder.path().toStdString() + "/" + name; }
    std::string write(const std::string& name, std::string_view bytes) const
    {
        const std::string file = path(name);
        std::filesystem::create_directories(std::filesystem::path(file).parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }

private:
    QTemporaryDir m_folder;
};

inline std::string readBytes(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

/// The one line of the Error that `work` throws; "no error" where it throws none.
template<class Work> std::string errorOf(Work&& work)
{
    try {
        work();
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

/// The set's numbers, item after item.
inline std::vector<float> numbersOf(const EmbeddingSet& set)
{
    const MatrixView view = set.vectors;
    return {view.data, view.data + view.size()};
}

/// All items from 1 to n in CSV: "w1,1,0.5".
inline std::string countingCsv(int n)
{
    std::string text;
    for (int i = 1; i <= n; ++i)
        text += "w" + std::to_string(i) + "," + std::to_string(i) + "," + std::to_string(i) + ".5\n";
    return text;
}

} // namespace bridgescope

#define VERIFY_HOLDS(text, part) QVERIFY2(std::string(text).find(part) != std::string::npos, std::string(text).c_str())
