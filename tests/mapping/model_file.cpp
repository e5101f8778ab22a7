#include "core/base/error.h"
#include "core/mapping/cca.h"
#include "core/mapping/model.h"
#include "core/mapping/network.h"
#include "core/mapping/pls.h"
#include "core/mapping/procrustes.h"
#include "core/mapping/ridge.h"
#include "tests/mapping/sets.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace model_file_tests {

using namespace bridgescope;
using namespace testsets;
using Json = nlohmann::ordered_json;

namespace {

QByteArray contentOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void write(const QString& file, const QByteArray& bytes)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(bytes);
}

/// A model file taken apart, so that tests can spoil a part of it.
struct Parts {
    Json header;
    QByteArray data;

    explicit Parts(const QByteArray& bytes)
    {
        quint64 length = 0;
        std::memcpy(&length, bytes.data(), 8);
        header = Json::parse(bytes.mid(8, qsizetype(length)).toStdString());
        data = bytes.mid(8 + qsizetype(length));
    }
    Json document() const { return Json::parse(header["__metadata__"]["bridgescope"].get<std::string>()); }
    void setDocument(const Json& json) { header["__metadata__"]["bridgescope"] = json.dump(); }
    QByteArray bytes() const
    {
        const QByteArray text = QByteArray::fromStdString(header.dump());
        const quint64 length = quint64(text.size());
        return QByteArray(reinterpret_cast<const char*>(&length), 8) + text + data;
    }
};

std::string errorOf(const QString& file)
{
    try {
        loadModel(file.toStdString());
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

} // namespace

class ModelFileTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    const Matrix m_x = randomSet(9, 40, 1), m_y = linearImage(m_x, 6, 2, 1), m_test = randomSet(9, 11, 3);

    QString path(const char* name) const { return m_folder.filePath(name); }

    Model netModel() const
    {
        Model model;
        model.preprocessX = Pipeline::learn("standardize,unit,pca:5", m_x);
        model.preprocessY = Pipeline::learn("whiten", m_y);
        model.mapping = std::make_shared<NetworkMapping>(initialNetwork({5, 8, 6}, Activation::Tanh, "glorot", 1));
        model.provenance = {{"seed", 1}, {"of", "a test \"quoted\" ü"}};
        return model;
    }

private slots:
    void everyMapComesBackTheSame()
    {
        std::vector<std::shared_ptr<const Mapping>> mappings = {
            fitRidge(m_x, m_y, {}).mapping,
            fitProcrustes(m_x, m_y, {true, true}),
            fitProcrustes(m_x, m_y, {false, false}),
            fitCca(m_x, m_y, {}),
            fitPls(m_x, m_y, {3, 1}).mapping,
            makeIdentity(9, 9),
            makeRandom(9, 6, 1),
            makeRetrieval(m_x, m_y),
            std::make_shared<NetworkMapping>(initialNetwork({9, 4, 4, 6}, Activation::Gelu, "uniform", 2))};
        for (const auto& mapping : mappings) {
            Model model;
            model.mapping = mapping;
            saveModel(model, path("a").toStdString());
            const Model back = loadModel(path("a").toStdString());
            QCOMPARE(back.mapping->id(), mapping->id());
            QCOMPARE(back.describe(), model.describe());
            QCOMPARE(back.mapping->settings().dump(), mapping->settings().dump());
            QCOMPARE(back.mapping->parameterCount(), mapping->parameterCount());
            QVERIFY(sameBytes(back.apply(m_test), model.apply(m_test)));
            saveModel(back, path("b").toStdString());
            QCOMPARE(contentOf(path("b")), contentOf(path("a")));
        }
    }

    void preprocessingAndProvenanceComeBack()
    {
        const Model model = netModel();
        saveModel(model, path("net").toStdString());
        const Model back = loadModel(path("net").toStdString());
        QCOMPARE(back.describe(), model.describe());
        QCOMPARE(back.provenance.dump(), model.provenance.dump());
        QCOMPARE(back.inputDimension(), Index(9));
        QVERIFY(sameBytes(back.apply(m_test), model.apply(m_test)));
        QVERIFY_EXCEPTION_THROWN(back.apply(randomSet(5, 3, 1)), Error);
    }

    /// As the safetensors format has it: eight bytes of length, JSON, tensors row by row at multiples of their size.
    void whereAModelComesFrom()
    {
        write(path("x.npy"), "abc");
        const auto origin = originOf(path("x.npy").toStdString(), path("gone.csv").toStdString(), "half held out");
        QCOMPARE(origin.dump(),
                 std::string(R"({"inputs":{"x":{"file":"x.npy","sha256":")"
                             R"(ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},)" // FIPS 180-4
                             R"("y":{"file":"gone.csv","sha256":null}},"split":"half held out"})"));
        QVERIFY(originOf("", "", "").at("inputs").at("x").at("file").is_null());
    }

    void theFileIsSafetensors()
    {
        Model model;
        const auto ridge = fitRidge(m_x, m_y, {0.1}).mapping;
        model.mapping = ridge;
        saveModel(model, path("s").toStdString());
        const Parts parts(contentOf(path("s")));
        const Json& entry = parts.header.at("weight");
        QCOMPARE(entry.at("dtype").get<std::string>(), std::string("F64"));
        QCOMPARE(entry.at("shape").dump(), std::string("[6,9]"));
        const auto begin = entry.at("data_offsets")[0].get<qsizetype>();
        double value = 0;
        std::memcpy(&value, parts.data.data() + begin + 8 * (2 * 9 + 5), 8);
        QCOMPARE(value, ridge->weights()(2, 5));
        QCOMPARE((contentOf(path("s")).size() - parts.data.size()) % 8, qsizetype(0));
    }

    void spoiltFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTemporaryDir folder;
        const QString file = folder.filePath("m");
        saveModel(netModel(), file.toStdString());
        const QByteArray good = contentOf(file);
        QTest::newRow("empty") << QByteArray() << "too short";
        QTest::newRow("seven bytes") << good.left(7) << "too short";
        QTest::newRow("header cut") << good.left(100) << "is cut";
        QTest::newRow("last byte cut") << good.left(good.size() - 1) << "do not fit";
        QTest::newRow("a byte more") << good + 'x' << "bytes";
        QTest::newRow("header of 2^63 bytes") << QByteArray("\0\0\0\0\0\0\0\x80", 8) + good.mid(8) << "header";
        QTest::newRow("no JSON") << good.left(8) + QByteArray(good.size() - 8, '[') << "cannot be read";
        const auto spoil = [&](const char* name, const char* says, const auto& change) {
            Parts parts(good);
            change(parts);
            QTest::newRow(name) << parts.bytes() << says;
        };
        const char* weight = "layer0.weight";
        spoil("other metadata", "not one of Bridgescope", [](Parts& p) { p.header["__metadata__"] = {{"a", "b"}}; });
        spoil("metadata a list", "not one of Bridgescope", [](Parts& p) { p.header["__metadata__"] = Json::array(); });
        spoil("document no JSON", "cannot be read", [](Parts& p) { p.header["__metadata__"]["bridgescope"] = "{"; });
        spoil("tensor missing", "gap", [&](Parts& p) { p.header.erase(weight); });
        spoil("tensor renamed", "lacks the tensor", [&](Parts& p) {
            p.header["other"] = p.header[weight];
            p.header.erase(weight);
        });
        spoil("overlapping", "within another", [&](Parts& p) {
            Json& offsets = p.header["layer1.bias"]["data_offsets"];
            offsets[0] = offsets[0].get<int>() - 8;
            offsets[1] = offsets[1].get<int>() - 8;
        });
        spoil("beyond the end", "do not fit", [&](Parts& p) {
            Json& offsets = p.header[weight]["data_offsets"];
            offsets[0] = 1'000'000'000;
            offsets[1] = 1'000'000'160;
        });
        spoil("backwards", "do not fit", [&](Parts& p) { p.header[weight]["data_offsets"] = {100, 0}; });
        spoil("shape of 2^80", "out of range", [&](Parts& p) { p.header[weight]["shape"] = {1LL << 40, 1LL << 40}; });
        spoil("shape of 0 x 2^62", "do not fit", [&](Parts& p) { p.header[weight]["shape"] = {0, 1LL << 62}; });
        spoil("negative shape", "whole number", [&](Parts& p) { p.header[weight]["shape"] = {-8, -5}; });
        spoil("other shape", "do", [&](Parts& p) { p.header[weight]["shape"] = {5, 8}; });
        spoil("three axes", "axes", [&](Parts& p) { p.header[weight]["shape"] = {8, 5, 1}; });
        spoil("integers", "I64", [&](Parts& p) { p.header[weight]["dtype"] = "I64"; });
        spoil("shape a word", "cannot be read", [&](Parts& p) { p.header[weight]["data_offsets"] = "all"; });
        spoil("not finite", "NaN", [&](Parts& p) { p.data.replace(p.data.size() - 4, 4, "\xFF\xFF\xFF\x7F"); });
        const auto spoilDocument = [&](const char* name, const char* says, const auto& change) {
            spoil(name, says, [&](Parts& p) {
                Json document = p.document();
                change(document);
                p.setDocument(document);
            });
        };
        spoilDocument("newer", "newer", [](Json& d) { d["format"] = 2; });
        spoilDocument("a format between", "newer", [](Json& d) { d["format"] = 1.9; });
        spoilDocument("settings of nothing", "settings", [](Json& d) { d["settings"] = nullptr; });
        spoilDocument("provenance in words", "provenance", [](Json& d) { d["provenance"] = "s"; });
        spoilDocument("steps of nothing", "list of steps", [](Json& d) { d["preprocess_x"] = nullptr; });
        spoilDocument("C1 control", "control characters", [](Json& d) { d["describe"] = "a\u009b31m"; });
        spoilDocument("turned words", "control characters", [](Json& d) { d["describe"] = "a\u202eb"; });
        spoilDocument("a book", "longer than", [](Json& d) { d["describe"] = std::string(5000, 'a'); });
        spoilDocument("other map", "unknown map", [](Json& d) { d["map"] = "magic"; });
        spoilDocument("no settings", "cannot be read", [](Json& d) { d.erase("settings"); });
        spoilDocument("a thousand layers", "layers", [](Json& d) { d["settings"]["layers"] = 1000; });
        spoilDocument("other activation", "activation", [](Json& d) { d["settings"]["activation"] = "step"; });
        spoilDocument("unknown step", "preprocessing", [](Json& d) { d["preprocess_x"][0]["id"] = "magic"; });
        spoilDocument("a hundred thousand steps", "100000 steps", [](Json& d) {
            d["preprocess_x"] = Json(100000, Json{{"id", "unit"}, {"components", 0}});
        });
        spoilDocument("other components", "do not fit", [](Json& d) { d["preprocess_x"][2]["components"] = 4; });
        spoilDocument("steps in another order", "lacks the tensor",
                      [](Json& d) { std::swap(d["preprocess_x"][0], d["preprocess_x"][1]); });
    }

    void spoiltFilesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        write(path("spoilt"), bytes);
        const std::string error = errorOf(path("spoilt"));
        QVERIFY2(error.find(says.toStdString()) != std::string::npos, error.c_str());
        QVERIFY2(error.find("spoilt") != std::string::npos, error.c_str()); // names the file
        QVERIFY(error.find('\n') == std::string::npos);
    }

    void cutAnywhereItIsRefused()
    {
        saveModel(netModel(), path("whole").toStdString());
        const QByteArray good = contentOf(path("whole"));
        for (qsizetype length = 0; length < good.size(); length += 13) {
            write(path("cut"), good.left(length));
            QVERIFY(!errorOf(path("cut")).empty());
        }
    }

    void noFileAndAFolder()
    {
        QVERIFY(errorOf(path("none")).find("no such file") != std::string::npos);
        QVERIFY(errorOf(m_folder.path()).find("folder") != std::string::npos);
        QVERIFY_EXCEPTION_THROWN(saveModel(netModel(), path("missing/model").toStdString()), Error);
    }
};

BRIDGESCOPE_TEST(ModelFileTest)

} // namespace model_file_tests

#include "model_file.moc"
