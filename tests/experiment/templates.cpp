#include "core/experiment/grid_run.h"
#include "tests/experiment/grid_files.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QTest>
#include <filesystem>

namespace templates_tests {

using namespace bridgescope;
using Json = nlohmann::ordered_json;

namespace {

const QString folder = QString(BRIDGESCOPE_TEST_DATA) + "/../../resources/experiments";

} // namespace

/// Every template under resources/experiments runs as it stands, but for small data under the names it gives and fewer
/// epochs.
class Templates : public QObject {
    Q_OBJECT
    GridFiles m_files;

    void provide(Json& entry, std::uint64_t seed) const
    {
        if (entry.contains("sample")) {
            entry.erase("sample");
            entry["x"] = "sample_x.npy";
            entry["y"] = "sample_y.npy";
        }
        for (const char* side : {"x", "y"}) {
            const std::string file = m_files.path(entry[side]);
            std::filesystem::create_directories(std::filesystem::path(file).parent_path());
            m_files.write(entry[side], 60, side[0] == 'x' ? 7 : 9, seed + (side[0] == 'x' ? 0 : 1));
        }
        if (!entry.contains("labels")) return;
        std::ofstream labels(m_files.path(entry["labels"]));
        for (int i = 0; i < 60; ++i)
            labels << "item " << i << '\n';
    }
private slots:
    void each_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString& name : QDir(folder).entryList({"*.json"}))
            QTest::newRow(qPrintable(name)) << name;
    }
    void each()
    {
        QFETCH(const QString, file);
        Json json = Json::parse(std::ifstream((folder + "/" + file).toStdString()));
        std::uint64_t seed = 10;
        for (Json& entry : json["data"])
            provide(entry, seed += 2);
        for (Json& map : json["maps"])
            if (map["map"] == "net") map["epochs"] = 2;
        json["permutations"] = 20;
        GridSpec spec = readGridSpec(m_files.spec(json, file.toStdString()));
        QVERIFY2(spec.warnings.empty(), spec.warnings.empty() ? "" : spec.warnings[0].c_str());
        const std::string out = m_files.path("out of " + file.toStdString());
        const GridTable table = runGrid(std::move(spec), out, false);
        for (const GridRow& row : table.rows)
            QVERIFY2(row.failed.empty(), row.failed.c_str());
        QVERIFY(table.tests > 0);
        for (const char* name : {"table.csv", "table.tex", "methods.txt"})
            QVERIFY2(std::filesystem::file_size(out + "/" + name) > 0, name);
        std::ifstream in(folder.toStdString() + "/README.md");
        const std::string readme{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        QVERIFY2(readme.find("`" + file.toStdString() + "`") != std::string::npos, "the README does not name it");
    }
};

BRIDGESCOPE_TEST(Templates)

} // namespace templates_tests

#include "templates.moc"
