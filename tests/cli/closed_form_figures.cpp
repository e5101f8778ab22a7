#include "tests/cli/cli_runner.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

namespace closed_form_figures_tests {

using namespace bridgescope;

namespace {

const std::string iapr = BRIDGESCOPE_SHARED_DATA "/paired/iapr-tc12-test/",
                  sample = BRIDGESCOPE_TEST_DATA "/../../resources/samples/emoji/";

/// Item i in fold i mod 5, as the script parts them.
std::string writeFolds(const QTemporaryDir& dir, int items)
{
    const std::string name = dir.filePath("folds.txt").toStdString();
    std::ofstream file(name);
    for (int i = 0; i < items; ++i)
        file << '#' << i + 1 << '\t' << i % 5 << '\n';
    return name;
}

} // namespace

/// The closed forms' overlaps through the command line at those of numpy, scipy and scikit-learn
/// (tests/data/measurement/make_closed_form_overlaps.py).
class ClosedFormFigures : public QObject {
    Q_OBJECT

    void compare(const std::string& data, const std::vector<std::string>& sets, int items,
                 const std::vector<std::string>& reading = {})
    {
        const auto frozen =
            nlohmann::json::parse(readFile(BRIDGESCOPE_TEST_DATA "/measurement/closed_form_overlaps.json"));
        const QTemporaryDir dir;
        const std::string folds = writeFolds(dir, items);
        const std::map<std::string, std::vector<std::string>> maps{{"ridge", {"--map", "ridge", "--ridge", ".001"}},
                                                                   {"procrustes", {"--map", "procrustes"}},
                                                                   {"cca", {"--map", "cca"}},
                                                                   {"cca20", {"--map", "cca", "--components", "20"}},
                                                                   {"pls", {"--map", "pls", "--components", "10"}}};
        for (const char* direction : {"xy", "yx"})
            for (const auto& [name, options] : maps) {
                const bool forward = direction[0] == 'x';
                std::vector<std::string> arguments{"train", sets[forward ? 0 : 1], sets[forward ? 1 : 0]};
                arguments.insert(arguments.end(), options.begin(), options.end());
                arguments.insert(arguments.end(), {"--folds", folds, "--permutations", "0", "--json"});
                arguments.insert(arguments.end(), reading.begin(), reading.end());
                const CliRun run = runCli(arguments);
                QVERIFY2(run.code == 0, run.err.c_str());
                const auto report = run.json();
                const auto& expected = frozen[data][direction][name];
                const double found[] = {report["x_fx"]["mean"], report["y_fx"]["mean"], report["metrics"]["cosine"]};
                // One entry of a list more or less, where f(x) in float32 turns two near neighbors around.
                const double allowed[] = {.0003, .0003, 1e-5};
                for (std::size_t i = 0; i < 3; ++i) {
                    const double difference = std::abs(found[i] - expected[i].get<double>());
                    QVERIFY2(difference < allowed[i],
                             (data + " " + direction + " " + name + " " + frozen["columns"][i].get<std::string>() +
                              ": " + std::to_string(found[i]))
                                 .c_str());
                }
            }
    }

private slots:
    void sampleOfSixHundred()
    {
        // The first 600 rows, by a file of items as a user would cut them.
        const QTemporaryDir dir;
        const std::string items = dir.filePath("items.txt").toStdString();
        std::ofstream file(items);
        std::istringstream labels(readFile(sample + "labels.txt"));
        std::string label;
        for (int i = 0; i < 600 && std::getline(labels, label); ++i)
            file << label << '\n';
        file.close();
        compare("sample", {sample + "words.npy", sample + "pictures.npy"}, 600,
                {"--labels-x", sample + "labels.txt", "--labels-y", sample + "labels.txt", "--items", items});
    }
    void iaprBothDirections()
    {
        if (!std::filesystem::exists(iapr)) QSKIP("the shared data are not beside this checkout");
        compare("iapr", {iapr + "TS_lang_biGRU.csv", iapr + "TS_vis_vgg128.csv"}, 1962);
    }
};

BRIDGESCOPE_TEST(ClosedFormFigures)

} // namespace closed_form_figures_tests

#include "closed_form_figures.moc"
