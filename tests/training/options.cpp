#include "core/base/error.h"
#include "core/training/training_options.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace options_tests {

using namespace bridgescope;

namespace {

std::string errorOf(const QStringList& settings)
{
    try {
        TrainingOptions options;
        for (const QString& setting : settings)
            setOption(options, setting.section('=', 0, 0).toStdString(), setting.section('=', 1).toStdString());
        options.validate();
    } catch (const Error& error) {
        return error.kind == ErrorKind::Usage ? error.what() : "wrong kind";
    }
    return {};
}

} // namespace

class OptionsTest : public QObject {
    Q_OBJECT
private slots:
    void defaultsAreDesigns()
    {
        TrainingOptions options;
        options.validate();
        QCOMPARE(options.toJson().dump(), std::string(R"({"map":"ridge","ridge":"auto","seed":1})"));
        setOption(options, "map", "net");
        options.validate();
        QCOMPARE(options.toJson().dump(),
                 std::string(R"({"map":"net","hidden":[512],"activation":"relu","init":"glorot","dropout":0.0,)"
                             R"("loss":"mse","structure":0.0,"adversarial":0.0,"optimizer":"adam",)"
                             R"("learning-rate":0.001,"schedule":"constant","batch":128,"epochs":50,)"
                             R"("weight-decay":0.0,"clip":0.0,"early-stopping":"none","seed":1})"));
    }

    void everyOptionGoesThroughTextAndJson()
    {
        const QStringList values{"map=net",
                                 "preprocess-x=centre,unit",
                                 "preprocess-y=pca:3",
                                 "hidden=64,32",
                                 "activation=gelu",
                                 "init=uniform",
                                 "dropout=0.25",
                                 "loss=infonce",
                                 "temperature=0.2",
                                 "structure=0.5",
                                 "structure-target=0.3",
                                 "adversarial=0.1",
                                 "discriminator-hidden=12",
                                 "discriminator-rate=0.01",
                                 "optimizer=sgd",
                                 "momentum=0.5",
                                 "learning-rate=0.02",
                                 "schedule=cosine",
                                 "batch=32",
                                 "epochs=7",
                                 "weight-decay=0.001",
                                 "clip=2.5",
                                 "early-stopping=validation-overlap",
                                 "patience=4"};
        TrainingOptions options;
        for (const QString& value : values)
            setOption(options, value.section('=', 0, 0).toStdString(), value.section('=', 1).toStdString());
        options.seed = 9;
        options.validate();
        const TrainingOptions back = TrainingOptions::fromJson(options.toJson());
        QCOMPARE(back.toJson().dump(), options.toJson().dump());
        QCOMPARE(back.seed, std::uint64_t(9));
        for (const QString& value : values)
            QCOMPARE(QString::fromStdString(optionText(back, value.section('=', 0, 0).toStdString())),
                     value.section('=', 1));
        QCOMPARE(options.toJson().size(), std::size_t(values.size() + 1)); // none is left out
    }

    void refused_data()
    {
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<QString>("says");
        const auto row = [](const QStringList& settings, const char* says) {
            QTest::newRow(qPrintable(settings.join(' '))) << settings << says;
        };
        row({"map=magic"}, "ridge, net, procrustes");
        row({"magic=1"}, "no training option 'magic'");
        row({"map=net", "learning-rate=0"}, "--learning-rate 0");
        row({"map=net", "learning-rate=-1"}, "--learning-rate -1");
        row({"map=net", "learning-rate=1e9"}, "at most 1000");
        row({"map=net", "learning-rate=nan"}, "--learning-rate nan");
        row({"map=net", "learning-rate="}, "''");
        row({"map=net", "epochs=0"}, "--epochs 0");
        row({"map=net", "epochs=1.5"}, "whole number");
        row({"map=net", "batch=0"}, "--batch 0");
        row({"map=net", "batch=100000", "loss=infonce"}, "8192");
        row({"map=net", "batch=1", "loss=infonce"}, "give 2 to 8192");
        row({"map=net", "batch=1", "loss=max-margin"}, "give 2 to 8192");
        row({"map=net", "batch=2", "loss=neighbor"}, "give 3 to 8192");
        row({"map=net", "batch=1", "structure=.1"}, "give 2 to 8192");
        row({"preprocess-y=unit,unit,unit,unit,unit,unit,unit,unit,unit,unit,unit,unit,unit,unit,unit,unit,unit"},
            "more than 16 steps");
        row({"map=net", "hidden=1,2,3,4,5,6"}, "five layers");
        row({"map=net", "hidden=0"}, "--hidden 0");
        row({"map=net", "hidden=8,"}, "--hidden 8,");
        row({"map=net", "activation=step"}, "relu, tanh, sigmoid, gelu, identity");
        row({"map=net", "init=zero"}, "glorot, uniform");
        row({"map=net", "loss=l1"}, "mse, cosine, max-margin, infonce, neighbor");
        row({"map=net", "optimizer=lbfgs"}, "sgd, rmsprop, adam, adamw");
        row({"map=net", "dropout=1"}, "--dropout 1");
        row({"map=net", "early-stopping=yes"}, "validation-overlap");
        row({"ridge=-1"}, "--ridge -1");
        row({"ridge=x"}, "auto or a number");
        row({"map=pls", "components=0"}, "--components 0");
        row({"map=procrustes", "scaling=maybe"}, "true or false");
        row({"preprocess-x=magic"}, "no step of preprocessing");
    }

    void refused()
    {
        QFETCH(QStringList, settings);
        QFETCH(QString, says);
        const std::string error = errorOf(settings);
        QVERIFY2(error.find(says.toStdString()) != std::string::npos, error.c_str());
    }

    void theLeastBatches()
    {
        QCOMPARE(errorOf({"map=net", "batch=1"}), std::string());
        QCOMPARE(errorOf({"map=net", "batch=1", "loss=cosine"}), std::string());
        QCOMPARE(errorOf({"map=net", "batch=2", "loss=infonce"}), std::string());
        QCOMPARE(errorOf({"map=net", "batch=3", "loss=neighbor"}), std::string());
        QCOMPARE(errorOf({"map=ridge", "batch=1", "loss=infonce"}), std::string()); // means nothing here
    }

    void whatWouldBeIgnoredIsNamed_data()
    {
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<QString>("says");
        const auto row = [](const QStringList& settings, const char* says) {
            QTest::newRow(qPrintable(settings.join(' '))) << settings << says;
        };
        row({"map=ridge", "hidden=5"}, "--hidden means nothing beside --map ridge");
        row({"map=net", "ridge=1"}, "--ridge means nothing beside --map net");
        row({"map=net", "margin=.2"}, "beside --loss mse");
        row({"map=net", "temperature=.2"}, "beside --loss mse");
        row({"map=net", "momentum=.2"}, "beside --optimizer adam");
        row({"map=net", "patience=3"}, "without --early-stopping");
        row({"map=net", "structure-target=0"}, "without --structure");
        row({"map=net", "discriminator-rate=.1"}, "without --adversarial");
        row({"map=net", "hidden=none", "activation=tanh"}, "without a hidden layer");
    }

    void whatWouldBeIgnoredIsNamed()
    {
        QFETCH(QStringList, settings);
        QFETCH(QString, says);
        TrainingOptions options;
        for (const QString& setting : settings)
            setOption(options, setting.section('=', 0, 0).toStdString(), setting.section('=', 1).toStdString());
        options.validate();
        const auto texts = options.meaningless();
        QCOMPARE(texts.size(), std::size_t(1));
        QVERIFY2(texts[0].find(says.toStdString()) != std::string::npos, texts[0].c_str());
        QVERIFY(!options.toJson().contains(settings.back().section('=', 0, 0).toStdString()));
    }

    void fieldsSetByHandAreCheckedToo()
    {
        TrainingOptions options;
        options.map = "net";
        options.learningRate = -1;
        QVERIFY_EXCEPTION_THROWN(options.validate(), Error);
        options.learningRate = .1;
        options.hidden.assign(6, 3);
        QVERIFY_EXCEPTION_THROWN(options.validate(), Error);
        options.map = "ridge"; // means nothing here, nobody asked for it
        options.validate();
        options.map = "none";
        QVERIFY_EXCEPTION_THROWN(options.validate(), Error);
    }

    void aGridsMapIsRead()
    {
        const auto options = TrainingOptions::fromJson(
            nlohmann::ordered_json::parse(R"({"map":"ridge","ridge":0.001,"preprocess-x":"unit"})"));
        QCOMPARE(*options.ridge, .001);
        QVERIFY_EXCEPTION_THROWN(TrainingOptions::fromJson(nlohmann::ordered_json::parse(R"({"mapp":"ridge"})")),
                                 Error);
        QVERIFY_EXCEPTION_THROWN(TrainingOptions::fromJson(nlohmann::ordered_json::parse("[1]")), Error);
        QCOMPARE(TrainingOptions::fromJson(nlohmann::ordered_json::parse(R"({"map":"net","hidden":[]})")).hidden.size(),
                 std::size_t(0));
    }

    void describesItself()
    {
        TrainingOptions options;
        QCOMPARE(options.describe(), std::string("ridge, ρ by leave-one-out"));
        options.ridge = 0;
        QCOMPARE(options.describe(), std::string("least squares"));
        options.map = "net";
        options.loss = "cosine";
        options.structure = .5;
        QCOMPARE(options.describe(),
                 std::string("net 1×512, relu, cosine + 0.5 structure, adam 0.001, batch 128, 50 epochs"));
    }
};

BRIDGESCOPE_TEST(OptionsTest)

} // namespace options_tests

#include "options.moc"
