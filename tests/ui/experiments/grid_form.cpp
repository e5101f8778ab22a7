#include "ui/panels/experiments/grid_form.h"
#include "tests/support/test_program.h"

#include "core/base/resources.h"
#include "core/dataset/reader.h"
#include "tests/experiment/grid_files.h"
#include "ui/panels/experiments/spec_texts.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QLabel>
#include <QStandardItemModel>
#include <QTest>

namespace grid_form_tests {

using namespace bridgescope;
using Json = nlohmann::ordered_json;

class GridFormTest : public QObject {
    Q_OBJECT
    GridFiles m_files;

    static bool says(const GridForm& form, const QString& text)
    {
        for (const auto* label : form.findChildren<QLabel*>())
            if (!label->isHidden() && label->text().contains(text)) return true;
        return false;
    }
    static QCheckBox* box(const GridForm& form, const QString& text)
    {
        for (auto* one : form.findChildren<QCheckBox*>())
            if (one->text() == text) return one;
        return nullptr;
    }
private slots:
    void aTemplatesKGoesBeforeAGreaterOne()
    {
        const Json awa = Json::parse(std::ifstream(resourcePath("experiments/experiment1-awa.json")));
        QTemporaryDir folder;
        for (const char* name : {"X_words_glove100.f32.npy", "Y_attributes.u8.npy"})
            QVERIFY(QFile(folder.filePath(name)).open(QIODevice::WriteOnly));
        GridForm form;
        form.addTemplate(awa, folder.path());
        QCOMPARE(form.spec({10, Metric::Cosine, SelfRule::Excluded})["k"].get<int>(), 3);
        QCOMPARE(form.spec({2, Metric::Cosine, SelfRule::Excluded})["k"].get<int>(), 2);
        QVERIFY(says(form, "K 3 for the tool bar's 10: as the template of AwA has it"));
        box(form, "AwA")->click(); // not among the data any more
        QCOMPARE(form.spec({10, Metric::Cosine, SelfRule::Excluded})["k"].get<int>(), 10);
        QVERIFY(!says(form, "K 3"));
    }
    void aFoldLeavesRoomForK()
    {
        GridForm form;
        form.offerData({{"name", "Small"}, {"x", "a"}, {"y", "b"}}, {{}, true, 50, {}});
        QCOMPARE(form.spec({10, Metric::Cosine, SelfRule::Excluded})["k"].get<int>(), 9); // 50 in 5 folds: 10 each
        QVERIFY(says(form, "a fold of Small holds 10 items"));
    }
    void directionsAreNamedByTheirSets()
    {
        GridForm form;
        form.offerData({{"name", "A"}, {"x", "a"}, {"y", "b"}, {"x-name", "Words"}, {"y-name", "Pictures"}}, {});
        QVERIFY(box(form, "Words → Pictures") && box(form, "Pictures → Words"));
        form.offerData({{"name", "B"}, {"x", "c"}, {"y", "d"}, {"x-name", "Text"}, {"y-name", "Image"}}, {});
        QVERIFY(!box(form, "Words → Pictures"));
        QCOMPARE(box(form, "First set → second")->toolTip(), QString("Words → Pictures\nText → Image"));
    }
    void whatThePaperHasAndNobodyOpenedIsSaid()
    {
        GridForm form;
        QCOMPARE(form.absentData(), (QStringList{"ImageNet", "IAPR TC-12", "Wikipedia"}));
        QVERIFY(box(form, "Wikipedia") && !box(form, "Wikipedia")->isEnabled());
        form.addPaperData("Wikipedia", "/d/words.csv", "/d/resnet.csv");
        QCOMPARE(form.absentData(), (QStringList{"ImageNet", "IAPR TC-12"}));
        QVERIFY(box(form, "Wikipedia")->isEnabled());
        const Json spec = form.spec({});
        QCOMPARE(spec["data"][0]["paper"].get<std::string>(), std::string("Wikipedia"));
        QVERIFY(spec["table"]["paper"].get<bool>());
        gridSpecFromJson(spec, "/d", "spec"); // a valid one
        form.choose(ExperimentPicker::Remedies);
        QVERIFY(form.absentData().isEmpty());
        QVERIFY(!form.spec({})["table"]["paper"].get<bool>()); // no remedy has a figure of the paper
    }
    void sameFilesAreOneEntry()
    {
        GridForm form;
        const Json entry = {{"name", "IAPR"}, {"x", m_files.path("a.npy")}, {"y", m_files.path("b.npy")}};
        form.offerData(entry, {});
        Json again = entry;
        again["name"] = "a, b";
        again["x-name"] = "a";
        form.offerData(again, {});
        QCOMPARE(form.spec({})["data"].size(), std::size_t(1));
        again["by"] = "label"; // otherwise read: another entry
        form.offerData(again, {});
        QCOMPARE(form.spec({})["data"].size(), std::size_t(2));
    }
    void decisionsOfTheImportGoAlong()
    {
        // One file has a header, semicolons and its labels last; labels repeat, so they are paired in order.
        std::ofstream(m_files.path("x.txt")) << "u;v;word\n1;2;a\n3;4;a\n5;6;b\n7;8;c\n";
        std::ofstream(m_files.path("y.csv")) << "A,1,2,3\na,4,5,6\nB,7,8,9\nc,1,0,1\n";
        ReadOptions readX, readY;
        readX.format = "text";
        readX.delimiter = ';';
        readX.header = true;
        readX.labelColumn = "word";
        readY.header = false;
        PairOptions pairing;
        pairing.by = PairBy::Label;
        pairing.normalizeLabels = true;
        pairing.repeats = RepeatPolicy::Drop;
        EmbeddingSet x = readEmbeddingSet(m_files.path("x.txt"), readX),
                     y = readEmbeddingSet(m_files.path("y.csv"), readY);
        const PairedSet pairs = pairSets(x, y, pairing);
        const Index paired = pairs.size();
        auto open = std::make_unique<OpenPair>();
        open->x = x;
        open->y = y;
        open->forward = std::make_shared<const PairedSet>(pairs);
        open->readX = readX;
        open->readY = readY;
        open->pairing = pairing;
        const Json entry = entryOfPair(*open);
        QCOMPARE(entry["delimiter-x"].get<std::string>(), std::string("semicolon"));
        QVERIFY(entry["header-x"].get<bool>() && !entry["header-y"].get<bool>());
        QCOMPARE(entry["repeats"].get<std::string>(), std::string("drop"));
        const Json spec = {{"data", {entry}}, {"maps", {{{"map", "ridge"}}}}};
        const GridData read = gridSpecFromJson(spec, {}, "spec").data[0];
        const EmbeddingSet thereX = readEmbeddingSet(read.x, read.readX), thereY = readEmbeddingSet(read.y, read.readY);
        QCOMPARE(thereX.labels, x.labels);
        QCOMPARE(thereY.labels, y.labels);
        const PairedSet there = pairSets(thereX, thereY, read.pairing);
        QCOMPARE(there.size(), paired);
        QCOMPARE(there.labels, pairs.labels);
    }
    void thePickerSaysWhatIsShown()
    {
        GridForm form;
        auto* picker = form.findChild<ExperimentPicker*>();
        QVERIFY(picker);
        QCOMPARE(picker->itemText(1), QString("Paper, Experiment 2"));
        form.setSpec(GridFiles::smallSpec(), QString::fromStdString(m_files.path("")), "small.json");
        QCOMPARE(picker->currentText(), QString("small.json"));
        form.setFrozen(true); // a grid runs: Experiment 2 and the way back stay within reach
        QVERIFY(picker->isEnabled());
        auto* items = qobject_cast<QStandardItemModel*>(picker->model());
        QVERIFY(items->item(1)->isEnabled() && items->item(4)->isEnabled());
        QVERIFY(!items->item(0)->isEnabled() && !items->item(3)->isEnabled());
        form.setFrozen(false);
        form.choose(ExperimentPicker::Losses);
        QCOMPARE(picker->currentText(), QString("Losses and depths"));
        QCOMPARE(picker->count(), 4);
    }
};

BRIDGESCOPE_TEST(GridFormTest)

} // namespace grid_form_tests

#include "grid_form.moc"
