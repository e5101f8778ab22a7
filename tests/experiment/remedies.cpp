#include "core/base/error.h"
#include "core/experiment/grid_run.h"
#include "core/experiment/methods.h"
#include "core/experiment/printed_table.h"
#include "tests/experiment/grid_files.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <filesystem>
#include <set>

namespace remedies_tests {

using namespace bridgescope;
using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

namespace {

/// Positions of the K nearest others by definition: all cosines in float64, sorted, ties to the lower position.
std::vector<std::set<Index>> slowLists(const Vectors& set, Index k)
{
    const auto cosine = [&](Index i, Index j) {
        double product = 0, a = 0, b = 0;
        for (Index d = 0; d < set.dimension(); ++d) {
            const double u = set.item(i)[static_cast<std::size_t>(d)], v = set.item(j)[static_cast<std::size_t>(d)];
            product += u * v, a += u * u, b += v * v;
        }
        return product / (std::sqrt(a) * std::sqrt(b));
    };
    std::vector<std::set<Index>> lists;
    for (Index i = 0; i < set.size(); ++i) {
        std::vector<std::pair<double, Index>> others;
        for (Index j = 0; j < set.size(); ++j)
            if (j != i) others.emplace_back(-cosine(i, j), j);
        std::sort(others.begin(), others.end());
        lists.emplace_back();
        for (Index r = 0; r < k; ++r)
            lists.back().insert(others[static_cast<std::size_t>(r)].second);
    }
    return lists;
}

struct Slow {
    double mean = 0, error = 0, p = 1;
};

enum class Of { X, Y, D };

/// Change of mNNO(V, f(V)), or of D, between two maps over the folds, its error from the double sum of the definition:
/// every pair of items, related where one is in a list of the other in any of the spaces.
Slow slowChange(const Evaluation& remedy, const Evaluation& base, Of of, Index k)
{
    Slow result;
    double squares = 0;
    const auto folds = static_cast<double>(base.folds.size());
    for (std::size_t f = 0; f < base.folds.size(); ++f) {
        const auto ofX = slowLists(base.folds[f]->x, k), ofY = slowLists(base.folds[f]->y, k);
        const auto one = slowLists(remedy.folds[f]->f, k), two = slowLists(base.folds[f]->f, k);
        const std::size_t n = one.size();
        std::vector<const std::vector<std::set<Index>>*> spaces = {&one, &two};
        if (of != Of::Y) spaces.push_back(&ofX);
        if (of != Of::X) spaces.push_back(&ofY);
        const auto shared = [&](const std::set<Index>& a, const std::set<Index>& b) {
            return static_cast<double>(std::count_if(a.begin(), a.end(), [&](Index j) { return b.contains(j); }));
        };
        std::vector<double> v;
        double mean = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const double x = shared(ofX[i], one[i]) - shared(ofX[i], two[i]);
            const double y = shared(ofY[i], one[i]) - shared(ofY[i], two[i]);
            v.push_back((of == Of::X ? x : of == Of::Y ? y : x - y) / static_cast<double>(k));
            mean += v.back() / static_cast<double>(n);
        }
        double sum = 0, diagonal = 0;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j) {
                bool related = i == j;
                for (const auto* lists : spaces)
                    related = related || (*lists)[i].contains(static_cast<Index>(j)) ||
                              (*lists)[j].contains(static_cast<Index>(i));
                if (related) sum += (v[i] - mean) * (v[j] - mean);
                if (i == j) diagonal += (v[i] - mean) * (v[i] - mean);
            }
        const auto items = static_cast<double>(n);
        squares += (sum < 0 ? diagonal : sum) / (items * items);
        result.mean += mean / folds;
    }
    result.error = std::sqrt(squares) / folds;
    if (result.error > 0)
        result.p = std::erfc(std::abs(result.mean / result.error) / std::sqrt(2.0));
    else
        result.p = result.mean == 0 ? 1 : 0;
    return result;
}

} // namespace

/// The remedies table: changes against a base under the same split.
class Remedies : public QObject {
    Q_OBJECT
    GridFiles m_files;

    static Json remediesJson()
    {
        Json json = GridFiles::smallSpec();
        json["data"].erase(1);
        json["maps"] = Json::parse(R"([
            {"name": "base", "map": "net", "hidden": [16], "epochs": 15, "batch": 16, "learning-rate": 0.01},
            {"name": "structure", "map": "net", "hidden": [16], "epochs": 15, "batch": 16, "learning-rate": 0.01,
             "structure": [1, 100]},
            {"name": "neighbor loss", "map": "net", "hidden": [16], "epochs": 15, "batch": 16, "learning-rate": 0.01,
             "loss": "neighbor"},
            {"name": "random", "map": "random"},
            {"name": "again", "map": "net", "hidden": [16], "epochs": 15, "batch": 16, "learning-rate": 0.01}])");
        json["table"] = {
            {"base", "base"},
            {"columns", {"x_fx", "y_fx", "difference_interval", "x_fx_change", "y_fx_change", "difference_change"}}};
        return json;
    }
    GridSpec spec(const Json& json) const
    {
        return gridSpecFromJson(json, fs::path(m_files.path("x")).parent_path(), "spec");
    }
private slots:
    void changesEqualASlowReference()
    {
        const GridSpec parsed = spec(remediesJson());
        const GridTable table = runGrid(parsed, m_files.path("slow"), false);
        const auto pairs = readGridPairs(parsed, {});
        const auto cells = gridCells(parsed, pairs);
        std::vector<Evaluation> alone;
        for (const GridCell& cell : cells) {
            const PairedSet& pair = pairs[cell.data]->towards(cell.direction);
            SplitOptions split = parsed.split;
            split.seed = 1;
            alone.push_back(
                trainAndMeasure(pair, makeSplit(pair, split), trainingOf(parsed, cell), measureOf(parsed, cell)));
        }
        const std::size_t maps = parsed.maps.size();
        std::vector<std::pair<double, bool>> tests; // p, starred
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const GridRow& row = table.rows[c];
            QCOMPARE(row.base.has_value(), c % maps != 0);
            if (!row.base) continue;
            for (const auto& [of, change] :
                 {std::pair{Of::X, &row.base->x}, {Of::Y, &row.base->y}, {Of::D, &row.base->d}}) {
                const Slow slow = slowChange(alone[c], alone[c / maps * maps], of, row.k);
                const DifferenceTest& test = change->test;
                QVERIFY(std::abs(test.mean - slow.mean) < 1e-12);
                QVERIFY(std::abs(test.standardError - slow.error) < 1e-12);
                QVERIFY(std::abs(test.interval.low - (slow.mean - 1.96 * slow.error)) < 1e-12);
                QVERIFY2(std::abs(test.pValue - slow.p) < 1e-9, qPrintable(QString::number(slow.p)));
                tests.emplace_back(slow.p, change->starred);
            }
            // The same net twice differs nowhere.
            if (row.map == "again")
                QVERIFY(row.base->x.test.mean == 0 && row.base->x.test.pValue == 1 && !row.base->x.starred);
        }
        QCOMPARE(tests.size(), std::size_t(2 * 5 * 3));
        // Holm by definition: starred while the r-th smallest p is under alpha / (m - r + 1), no further.
        std::sort(tests.begin(), tests.end());
        bool still = true;
        std::size_t starred = 0;
        for (std::size_t r = 0; r < tests.size(); ++r) {
            still = still && tests[r].first * static_cast<double>(tests.size() - r) < .05;
            QCOMPARE(tests[r].second, still);
            starred += still;
        }
        QVERIFY(starred > 0 && starred < tests.size()); // else nothing was decided here
    }
    void printedWithIntervals()
    {
        const GridSpec parsed = spec(remediesJson());
        const GridTable table = runGrid(parsed, m_files.path("printed"), false);
        const auto cells = gridCells(parsed, readGridPairs(parsed, {}));
        const PrintedTable printed = layOutTable(parsed, cells, table);
        QCOMPARE(printed.columns[3].name, std::string("Δ X,f(X) [95 %]"));
        QCOMPARE(printed.rows[0].entries[3].value, std::string("–")); // the base itself
        const auto& change = printed.rows[1].entries[3];
        const DifferenceTest& test = table.rows[1].base->x.test;
        QVERIFY(change.value.starts_with(printedNumber(test.mean, 3)));
        QCOMPARE(change.interval,
                 "[" + printedNumber(test.interval.low, 3) + ", " + printedNumber(test.interval.high, 3) + "]");
        QCOMPARE(change.value.ends_with("†"), table.rows[1].base->x.starred);
        QCOMPARE(printed.columns[5].name, std::string("Δ D [95 %]"));
        QVERIFY(printed.rows[1].entries[5].value.starts_with(printedNumber(table.rows[1].base->d.test.mean, 3)));
        QCOMPARE(toJson(table)["table"][1]["against_base"]["difference"]["mean"].get<double>(),
                 table.rows[1].base->d.test.mean);
        QVERIFY(toMarkdown(printed).find(change.value + " " + change.interval) != std::string::npos);
        QVERIFY(printed.caption.find("† differs from base, p < .05 after Holm over 30 tests") != std::string::npos);
        QVERIFY(printed.caption.find("95 % intervals") != std::string::npos);
        std::vector<const GridRow*> known;
        for (const GridRow& row : table.rows)
            known.push_back(&row);
        QVERIFY(methodsText(parsed, known, table.tests).find("Holm's correction over the 30 such tests") !=
                std::string::npos);
    }
    void aChangeNeedsABase()
    {
        Json json = remediesJson();
        json["table"].erase("base");
        try {
            spec(json);
            QFAIL("no error");
        } catch (const Error& error) {
            QVERIFY(std::string(error.what()).find("table.columns: ") != std::string::npos);
        }
    }
    void aBaseNamedLaterIsComputedFor()
    {
        Json json = remediesJson();
        json.erase("table");
        runGrid(spec(json), m_files.path("later"), false);
        const GridTable with = runGrid(spec(remediesJson()), m_files.path("later"), true);
        QVERIFY(with.rows[1].base.has_value());
    }
    void damagedListsAreNamed()
    {
        const std::string out = m_files.path("damaged");
        const GridSpec parsed = spec(remediesJson());
        runGrid(parsed, out, false);
        const auto cells = gridCells(parsed, readGridPairs(parsed, {}));
        const std::string file = out + "/cells/" + cells[1].id + ".json";
        Json content = Json::parse(std::ifstream(file));
        content["lists_fx"][0][0][0] = 1000; // no such item
        std::ofstream(file) << content.dump();
        try {
            runGrid(parsed, out, true);
            QFAIL("no error");
        } catch (const Error& error) {
            QVERIFY(std::string(error.what()).find(cells[1].id) != std::string::npos);
        }
    }
};

BRIDGESCOPE_TEST(Remedies)

} // namespace remedies_tests

#include "remedies.moc"
