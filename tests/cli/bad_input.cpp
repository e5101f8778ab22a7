#include "tests/cli/cli_runner.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

namespace bad_input_tests {

using namespace bridgescope;

namespace {

std::string csv(int n, const std::string& prefix = "w")
{
    std::string text;
    for (int i = 0; i < n; ++i)
        text += prefix + std::to_string(i) + ',' + std::to_string(std::sin(1.0 + i)) + ',' +
                std::to_string(std::cos(2.0 * i)) + '\n';
    return text;
}

} // namespace

/// Every kind of bad input: refused in one line with exit code 2 and a remedy, or accepted with a warning.
class BadInput : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    std::string put(const std::string& name, const std::string& content)
    {
        const std::string path = m_dir.filePath(QString::fromStdString(name)).toStdString();
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }
    void refused(const std::vector<std::string>& arguments, const std::string& says)
    {
        const CliRun run = runCli(arguments);
        QVERIFY2(
            run.code == 2,
            ((arguments.empty() ? "" : arguments[0]) + ": exit " + std::to_string(run.code) + " " + run.err).c_str());
        const std::string last = run.err.substr(run.err.rfind('\n', run.err.size() - 2) + 1);
        QVERIFY2(last.find(says) != std::string::npos, run.err.c_str());
        QVERIFY2(last.find("; ") != std::string::npos, ("no remedy: " + last).c_str());
        QVERIFY(run.out.empty());
    }
    void accepted(const std::vector<std::string>& arguments, const std::string& warns)
    {
        const CliRun run = runCli(arguments);
        QVERIFY2(run.code == 0, run.err.c_str());
        QVERIFY2(run.err.find(warns) != std::string::npos, run.err.c_str());
    }
private slots:
    /// Rows that stand beside predictions are theirs: not those of earlier ones, nor contradicted by their labels.
    void rowsOfOtherPredictions()
    {
        const std::string x = put("rx.csv", csv(40)), y = put("ry.csv", csv(40)),
                          f = m_dir.filePath("rf.npy").toStdString(),
                          model = m_dir.filePath("rm.safetensors").toStdString(),
                          items = put("ritems.txt", "w0\nw1\nw2\nw3\n");
        QCOMPARE(runCli({"train", x, y, "--map", "ridge", "--k", "2", "--permutations", "0", "--save-model", model,
                         "--save-predictions", f})
                     .code,
                 0);
        const QString rows = m_dir.filePath("rf.rows.txt");
        const std::string before = readFile(rows.toStdString());
        accepted({"apply", model, x, "--items", items, "--out", f}, "rf.rows.txt: removed");
        QVERIFY(!QFile::exists(rows));
        put("rf.rows.txt", "1\n2\n9\n4\n");
        refused({"compare", x, y, f, "--k", "2"}, "rf.rows.txt:3: names row 9, 'w8', but the vector is labelled 'w2'");
        put("rf.rows.txt", "1\n2\n3\n99\n");
        accepted({"compare", x, y, f, "--k", "1", "--permutations", "0"},
                 "1 predictions are of no item that is paired");
        QVERIFY(!before.empty());
    }
    /// What a pair file gives the same row of X is no neighbor there.
    void neighborsLeaveOutTheItemsOwnRow()
    {
        const std::string x = put("px.csv", csv(12)), y = put("py.csv", csv(12)),
                          pairs = put("pp.txt", "w1 w2\nw1 w3\nw2 w4\nw5 w6\nw7 w8\n"),
                          out = m_dir.filePath("pn.csv").toStdString();
        const auto one =
            runCli({"neighbors", x, "--against", y, "--item", "w1", "--pairs", pairs, "--k", "3", "--json"}).json();
        QCOMPARE(one["spaces"][0]["neighbors"].size(), std::size_t(3));
        for (const auto& neighbor : one["spaces"][0]["neighbors"])
            QVERIFY(neighbor["row"] != one["row"]);
        QCOMPARE(runCli({"neighbors", x, "--against", y, "--all", "--pairs", pairs, "--k", "2", "--out", out}).code, 0);
        std::istringstream lines(readFile(out));
        std::string line;
        int read = 0;
        for (std::getline(lines, line); std::getline(lines, line); ++read) {
            const QStringList cells = QString::fromStdString(line).split(',');
            QVERIFY2(cells[1] != cells[4], line.c_str()); // row and neighbor's row
        }
        QVERIFY(read > 10);
    }
    void outputsThatAreInputs()
    {
        const std::string x = put("own.csv", csv(40)), y = put("ownY.csv", csv(40)), before = csv(40);
        const std::string labels = put("own.labels.txt", "a\n");
        const auto still = [&](const std::string& file) {
            QFile now(QString::fromStdString(file));
            QVERIFY(now.open(QIODevice::ReadOnly));
            QCOMPARE(now.readAll().toStdString(), before);
        };
        refused({"transform", x, "--steps", "centre", "--out", x},
                "--out would write over " + x + ", which is read as ");
        refused({"train", x, y, "--map", "ridge", "--k", "3", "--save-predictions", y},
                "--save-predictions would write over " + y);
        refused({"train", x, y, "--map", "ridge", "--k", "3", "--per-item", y}, "--per-item would write over");
        refused({"train", x, y, "--map", "net", "--k", "3", "--checkpoint", x}, "--checkpoint would write over");
        const std::string link = m_dir.filePath("link.csv").toStdString();
        QCOMPARE(::symlink(x.c_str(), link.c_str()), 0);
        refused({"overlap", x, y, "--per-item", link}, "--per-item would write over");
        refused({"transform", x, "--labels", labels, "--label-column", "none", "--steps", "centre", "--out",
                 m_dir.filePath("own.npy").toStdString()},
                "--out would write over");
        const std::string model = m_dir.filePath("one.safetensors").toStdString();
        refused({"train", x, y, "--map", "net", "--k", "3", "--save-model", model, "--checkpoint",
                 m_dir.path().toStdString() + "/./one.safetensors"},
                "--save-model and --checkpoint would both write");
        QVERIFY(!QFile::exists(QString::fromStdString(model)));
        still(x);
        still(y);
        const std::string kept = m_dir.filePath("kept.safetensors").toStdString();
        const std::vector<std::string> run{"train", x,     y,   "--map",          "net", "--hidden",
                                           "4",     "--k", "3", "--permutations", "0",   "--epochs"};
        auto first = run, on = run;
        first.insert(first.end(), {"1", "--checkpoint", kept});
        on.insert(on.end(), {"2", "--checkpoint", kept, "--resume", kept});
        QCOMPARE(runCli(first).code, 0);
        QCOMPARE(runCli(on).code, 0); // a run that goes on
    }
    void files()
    {
        const std::string good = put("good.csv", csv(20));
        refused({"overlap", good, "/nowhere/x.npy"}, "no such file");
        refused({"overlap", good, m_dir.path().toStdString()}, "is a folder");
        refused({"overlap", good, put("empty.csv", "")}, "is empty");
        refused({"info", put("blank.csv", "\n\n  \n")}, "no lines");
        if (geteuid() != 0) {
            const std::string locked = put("locked.csv", csv(5));
            chmod(locked.c_str(), 0);
            refused({"info", locked}, "permission");
        }
    }
    void contents()
    {
        const std::string good = put("good.csv", csv(20));
        refused({"overlap", good, put("ragged.csv", csv(20) + "late,0.5\n")},
                ":21: 2 fields where the first items have 3");
        refused({"overlap", good, put("word.csv", csv(20) + "late,0.5,abc\n")},
                ":21: 'abc' in column 3 is not a number");
        accepted({"info", put("nan.csv", csv(20) + "late,nan,1\n")}, "1 vector with NaN");
        refused({"overlap", good, put("nan.csv", csv(20) + "late,nan,1\n")}, "row 21 (late) holds NaN");
        accepted(
            {"overlap", put("zx.csv", csv(20) + "z,0,0\n"), put("zy.csv", csv(20) + "z,1,2\n"), "--permutations", "0"},
            "1 zero vector in X");
        accepted({"info", put("latin.csv", "caf\xe9,1,2\nb,3,4\n")}, "1 label not UTF-8");
    }
    void pairing()
    {
        const std::string good = put("good.csv", csv(20));
        refused({"overlap", good, put("other.csv", csv(20, "v"))}, "w0");
        refused({"overlap", put("twice.csv", "a,1,2\na,2,3\nb,4,5\nc,5,5\n"), put("once.csv", "a,1,2\nb,2,3\nc,4,5\n")},
                "\"a\"");
        accepted({"overlap", put("twice.csv", "a,1,2\na,2,3\nb,4,5\nc,5,5\n"), put("once.csv", "a,1,2\nb,2,3\nc,4,5\n"),
                  "--k", "1", "--repeats", "first"},
                 "");
        accepted(
            {"overlap", put("tx.csv", "a,1,2\na,2,3\nb,4,5\n"), put("ty.csv", "a,1,2\na,2,3\nb,4,6\n"), "--k", "1"},
            "row");
        accepted({"overlap", good, good, "--permutations", "0"}, "");
        accepted({"overlap", put("quoted.csv", "\"a, b\",1,2\n\"say \"\"hi\"\"\",2,3\n c ,4,5\n"),
                  put("plain.tsv", "a, b\t1\t2\nsay \"hi\"\t5\t3\nc\t4\t5\n"), "--k", "1"},
                 "");
    }
    void sizes()
    {
        const std::string one = put("one.csv", csv(1)), ten = put("ten.csv", csv(10));
        refused({"overlap", one, one},
                "N = 1 item is measured, so an item has 0 others; give 11 items or more, or 2 with K = 1");
        const std::string two = put("two.csv", csv(2));
        accepted({"overlap", two, two, "--k", "1"}, "");
        refused({"overlap", ten, ten, "--k", "10"}, "N = 10");
        accepted({"overlap", ten, ten, "--k", "9"}, "");
        refused({"train", ten, ten, "--k", "2"},
                "N = 2 of 10 items are held out, so an item has 1 other; choose K of at most 1, or hold out 3 or more "
                "with --test");
        const std::string four = put("four.csv", csv(4));
        refused({"train", four, four, "--k", "1"},
                "K = 1 but only N = 1 of 4 items is held out, so an item has 0 others; hold out 2 or more with --test");
        const std::string three = put("three.csv", csv(3));
        refused({"train", three, three, "--k", "1"},
                "N = 1 of 3 items is held out, so an item has 0 others; give 4 items");
        accepted({"train", four, four, "--k", "1", "--test", "0.5", "--permutations", "0"}, "");
        refused({"train", one, one, "--k", "1"}, "give at least 8 items, or 4 and another share with --test");
        accepted({"train", put("eight.csv", csv(8)), put("eight2.csv", csv(8)), "--k", "1"}, "");
        accepted({"overlap", put("flat.csv", "a,1\nb,2\nc,4\nd,-1\n"), put("flat2.csv", "a,3\nb,1\nc,4\nd,-5\n"), "--k",
                  "1", "--metric", "euclidean"},
                 "");
        accepted({"overlap", put("same.csv", "a,1,1\nb,1,1\nc,1,1\nd,1,1\n"),
                  ten.substr(0, 0) + put("four.csv", "a,1,2\nb,2,1\nc,3,3\nd,0,1\n"), "--k", "2"},
                 "equals another's");
    }
    void writing()
    {
        const std::string good = put("good.csv", csv(30));
        refused({"transform", good, "--steps", "centre", "--out", m_dir.filePath("no/such/t.npy").toStdString()},
                "No such file");
        refused({"transform", good, "--steps", "centre", "--out", m_dir.filePath("t.xyz").toStdString()}, "ending");
        refused({"overlap", good, good, "--per-item", "/dev/full"}, "could not be written in full");
        refused({"transform", good, "--steps", "nonsense", "--out", m_dir.filePath("t.npy").toStdString()}, "nonsense");
        refused({"demo", "--out", m_dir.filePath("no/such/demo").toStdString()}, "folder cannot be made");
        refused({"demo", "--out", good}, "is a file, not a folder");
        refused({"pair", good, good, "--out-dir", good}, "is a file, not a folder");
        QVERIFY(QDir(m_dir.path()).entryList({"*.part*"}).isEmpty());
    }
    void models()
    {
        const std::string good = put("good.csv", csv(40));
        const std::string model = m_dir.filePath("m.safetensors").toStdString();
        QCOMPARE(runCli({"train", good, good, "--k", "3", "--save-model", model}).code, 0);
        const std::string bytes = readFile(model);
        refused({"apply", put("cut.safetensors", bytes.substr(0, bytes.size() - 5)), good, "--out", "x.npy"},
                "do not fit its shape or the file");
        refused({"apply", put("short.safetensors", bytes.substr(0, 20)), good, "--out", "x.npy"}, "cut");
        refused({"apply", put("text.safetensors", "this is no model at all"), good, "--out", "x.npy"}, "header");
        refused({"apply", model, put("wide.csv", "a,1,2,3\nb,1,2,4\n"), "--out", "x.npy"},
                "from 2 dimensions, but the set has 3");
        refused({"train", good,
                 put("narrow.csv",
                     [] {
                         std::string text;
                         for (int i = 0; i < 40; ++i)
                             text += "w" + std::to_string(i) + "," + std::to_string(i) + "\n";
                         return text;
                     }()),
                 "--map", "identity", "--k", "1"},
                "identity needs equal dimensions");
    }
    void predictionsOfARowTwice()
    {
        const std::string good = put("good.csv", csv(40)), f = m_dir.filePath("f.npy").toStdString();
        QCOMPARE(runCli({"train", good, good, "--k", "3", "--save-predictions", f}).code, 0);
        const std::string rows = readFile(m_dir.filePath("f.rows.txt").toStdString());
        const std::string first = rows.substr(0, rows.find('\n') + 1);
        const std::string second = rows.substr(first.size(), rows.find('\n', first.size()) + 1 - first.size());
        put("f.rows.txt", first + first + rows.substr(first.size() + second.size()));
        refused({"compare", good, good, f, "--k", "3"}, ":2: row " + first.substr(0, first.size() - 1));
    }
    void oneKindOfSplit()
    {
        const std::string good = put("good.csv", csv(40));
        refused({"train", good, good, "--k", "3", "--test", "0.2", "--folds", "5"}, "give one of them");
    }
    void commandsThatAreNone()
    {
        refused({"overlpa", "a", "b"}, "no command 'overlpa'; did you mean overlap?");
        refused({"neighbours", "a"}, "did you mean neighbors?");
        refused({"bogus"}, "no command 'bogus'; give one of info, ");
        refused({}, "no command was given; give one of info, ");
    }
    void optionsThatWouldChangeNothing()
    {
        const std::string good = put("good.csv", csv(20));
        refused({"overlap", good, good, "--csls-k", "3"}, "--csls-k requires --hubs; give both or neither");
        for (const std::vector<std::string>& joining : {std::vector<std::string>{"--by", "row"},
                                                        {"--pairs", good},
                                                        {"--repeats", "first"},
                                                        {"--normalize-labels"}}) {
            std::vector<std::string> arguments{"neighbors", good, "--item", "w1"};
            arguments.insert(arguments.end(), joining.begin(), joining.end());
            refused(arguments, joining[0] + " requires --against; give both or neither");
            arguments = {"project", good, good, "--out", m_dir.filePath("maps.csv").toStdString()};
            arguments.insert(arguments.end(), joining.begin(), joining.end());
            refused(arguments, joining[0] + " requires --aligned; give both or neither");
        }
        refused({"neighbors", good, "--query", "w1", "--self", "include"}, "give one of them");
    }
    void delimitersAndHeaders()
    {
        const std::string piped = put("piped.csv", "w0|1|2\nw1|2|1\nw2|0|3\n");
        QCOMPARE(runCli({"info", piped, "--delimiter", "|", "--json"}).json()["files"][0]["d"].get<int>(), 2);
        for (const char* sign : {"5", "e", ".", "-", "\""})
            refused({"info", piped, "--delimiter", sign}, "is no delimiter; choose tab, comma, semicolon, blank or a");
        const std::string array = m_dir.filePath("array.npy").toStdString();
        QCOMPARE(runCli({"transform", put("good.csv", csv(20)), "--steps", "centre", "--out", array}).code, 0);
        accepted({"info", array, "--delimiter", "tab"},
                 "array.npy: the delimiter asked for means nothing in a binary file");
        accepted({"info", array, "--header", "yes"}, "the header line asked for means nothing");
        accepted({"info", array, "--label-column", "2"}, "the label column asked for means nothing");
        QVERIFY(runCli({"info", array, "--label-column", "none"}).err.empty());
        refused({"info", put("good.csv", csv(20)), "--format", "glove"}, "no column of numbers was found (GloVe text)");
    }
    void transformsToNothing()
    {
        const std::string equal = put("equal.csv", "a,1,1\nb,1,1\nc,1,1\n"), zero = put("z.csv", "a,0,0\nb,1,2\n"),
                          out = m_dir.filePath("t.npy").toStdString();
        refused({"transform", equal, "--steps", "", "--out", out}, "--steps names no step; give centre");
        accepted({"transform", equal, "--steps", "standardize", "--out", out},
                 "t.npy: 3 zero vectors after standardize");
        accepted({"transform", zero, "--steps", "unit", "--out", out}, "t.npy: 1 zero vector after unit");
        accepted({"transform", zero, "--steps", "centre", "--out", out}, "z.csv: 1 zero vector\n");
    }
    void labelsBesideRows()
    {
        const std::string good = put("good.csv", csv(20)), pairs = put("pairs.tsv", "w1\tw2\nw3\tw4\nw5\tw6\n");
        for (const std::vector<std::string>& idle :
             {std::vector<std::string>{"--pairs", pairs}, {"--repeats", "first"}, {"--normalize-labels"}})
            for (const std::vector<std::string>& command : {std::vector<std::string>{"pair", good, good},
                                                            {"overlap", good, good},
                                                            {"neighbors", good, "--item", "w1", "--against", good}}) {
                std::vector<std::string> arguments = command;
                arguments.insert(arguments.end(), {"--by", "row"});
                arguments.insert(arguments.end(), idle.begin(), idle.end());
                refused(arguments, idle[0] + " means nothing beside --by row");
            }
        accepted({"pair", good, good, "--pairs", pairs, "--repeats", "first"}, ""); // of labels in the pair file
    }
    void mapsThatCannotBeAligned()
    {
        const std::string line = put("line.csv", "a,1\nb,2\nc,3\nd,-1\n"),
                          equal = put("equal.csv", "a,1,1\nb,1,1\nc,1,1\nd,1,1\n"),
                          plane = put("plane.csv", "a,1,2\nb,2,1\nc,3,3\nd,0,1\n"),
                          out = m_dir.filePath("maps.csv").toStdString();
        refused({"project", line, plane, "--aligned", "--out", out}, line + ": has one dimension");
        refused({"project", plane, line, "--aligned", "--out", out}, line + ": has one dimension");
        refused({"project", plane, equal, "--aligned", "--out", out}, equal + ": holds 4 equal vectors");
    }
    void ccaOfEqualItems()
    {
        const std::string equal = put("ones.csv",
                                      [] {
                                          std::string text;
                                          for (int i = 0; i < 20; ++i)
                                              text += "w" + std::to_string(i) + ",1,1\n";
                                          return text;
                                      }()),
                          good = put("good.csv", csv(20));
        refused({"train", equal, good, "--map", "cca", "--k", "2"},
                "cca has no direction: all training items of X are equal; give items that differ");
        refused({"train", good, equal, "--map", "cca", "--k", "2"}, "all training items of Y are equal");
        refused({"train", good, good, "--map", "cca", "--k", "2", "--components", "5"},
                "cca has 2 directions, not 5; ask for --components of at most 2");
        refused({"train", good, good, "--resume", "c.st", "--k", "2"}, "choose --map net");
    }
    void foldsThatHoldTooFew()
    {
        const std::string twenty = put("twenty.csv", csv(20));
        // Folds of K + 1 items: 20 / 4 of them.
        refused({"train", twenty, twenty, "--k", "3", "--folds", "20"},
                "the smallest of 20 folds holds N = 1 item; choose at most 5 folds");
        refused({"train", twenty, twenty, "--k", "3", "--folds", "7"},
                "holds N = 2 items; choose at most 5 folds, or K of at most 1");
        refused({"train", twenty, twenty, "--k", "15", "--folds", "5"},
                "N = 4 items; give more items, or K of at most 3");
        accepted({"train", twenty, twenty, "--k", "3", "--folds", "5", "--permutations", "0"}, "");
        refused({"train", twenty, twenty, "--folds", "1"}, "1 fold is too few");
    }
    void tablesWithoutNumbers()
    {
        refused({"info", put("table.tsv", "name\tgroup\nred apple\tfood\nblue car\ttravel\n")}, "(text, tab separated");
    }
    void divergenceIsTheWorksFailure()
    {
        const std::string x = put("huge.csv", [] {
            std::string text;
            for (int i = 0; i < 40; ++i)
                text += "w" + std::to_string(i) + "," + std::to_string(1e30 * std::sin(i + 1)) + "," +
                        std::to_string(1e30 * std::cos(i)) + "\n";
            return text;
        }());
        const CliRun run =
            runCli({"train", x, x, "--map", "net", "--learning-rate", "1000", "--k", "3", "--epochs", "50"});
        QCOMPARE(run.code, 1);
        QVERIFY(run.err.find("diverged") != std::string::npos);
        QVERIFY(run.err.find("epoch") != std::string::npos);
        QVERIFY(run.err.find("those it began with") != std::string::npos);
        QVERIFY(run.err.find("--checkpoint") == std::string::npos); // there would be nothing in it
        const CliRun folds =
            runCli({"train", x, x, "--map", "net", "--learning-rate", "1000", "--k", "3", "--folds", "2"});
        QCOMPARE(folds.code, 1);
        QVERIFY2(folds.err.find("fold 1 of 2: training diverged") != std::string::npos, folds.err.c_str());
    }
};

BRIDGESCOPE_TEST(BadInput)

} // namespace bad_input_tests

#include "bad_input.moc"
