#include "ui/panels/training/mapping_form.h"
#include "core/base/error.h"
#include "tests/support/test_program.h"
#include "ui/panels/training/form_rows.h"
#include "ui/panels/training/sweep_dialog.h"
#include "ui/widgets/card.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

#include <set>

namespace mapping_form_tests {

using namespace bridgescope;

class MappingFormTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { delete m_form; }
    void everyOptionHasOneField();
    void beginsWithTheDefaults();
    void fieldsFollowTheMap();
    void fieldsFollowOneAnother();
    void everyOptionComesThrough();
    void whatIsNotShownDoesNotCount();
    void problemsAreSaidUnderTheField();
    void fieldsThatDoNotGoTogether();
    void presetsFillTheForm();
    void theNetIsCounted();
    void aLargeNetLeavesTheFormItsWidth();
    void sweepsOverValues();
    void theWheelScrollsPastFields();

private:
    QWidget* field(const char* key) const { return m_form->findChild<QWidget*>(key); }
    bool shows(const char* key) const { return field(key)->isVisible(); }
    void choose(const QString& map) const
    {
        for (auto* button : m_form->findChildren<QAbstractButton*>())
            if (button->text() == map) return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL("no such map");
    }
    void type(const char* key, const QString& text) const
    {
        auto* line = m_form->findChild<QLineEdit*>(key);
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        text.isEmpty() ? QTest::keyClick(line, Qt::Key_Delete) : QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    void pick(const char* key, const QString& id) const
    {
        auto* box = m_form->findChild<QComboBox*>(key);
        QVERIFY(box && box->findData(id) >= 0);
        box->setCurrentIndex(box->findData(id));
        emit box->activated(box->currentIndex());
    }
    QString error() const
    {
        for (const auto* label : m_form->findChildren<QLabel*>())
            if (label->isVisible() && label->property("role") == "error") return label->text();
        return {};
    }
    MappingForm* m_form = nullptr;
};

void MappingFormTest::init()
{
    m_form = new MappingForm;
    m_form->setData({"Words", "Pictures", 100, 128, 0.2, true, 7});
    m_form->reset();
    m_form->resize(320, 1400);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowActive(m_form));
}

void MappingFormTest::everyOptionHasOneField()
{
    std::multiset<std::string> keys;
    for (const FormSection& section : formSections())
        for (const FormRow& row : section.rows)
            keys.insert(row.keys.begin(), row.keys.end());
    for (const OptionInfo& info : trainingOptionTable())
        QCOMPARE(keys.count(info.key), std::size_t(info.key == "map" ? 0 : 1));
}

void MappingFormTest::beginsWithTheDefaults()
{
    TrainingOptions defaults;
    defaults.seed = 7; // the split's
    QVERIFY(m_form->options().toJson() == defaults.toJson());
    QVERIFY(m_form->forward());
    QCOMPARE(m_form->share(), 0.2);
    choose("Net");
    defaults.map = "net";
    QVERIFY(m_form->options().toJson() == defaults.toJson());
}

void MappingFormTest::fieldsFollowTheMap()
{
    QVERIFY(shows("ridge") && !shows("hidden") && !shows("loss") && !shows("scaling"));
    choose("Net");
    QVERIFY(!shows("ridge") && shows("hidden") && shows("loss") && shows("optimizer") && shows("epochs"));
    choose("Procrustes");
    QVERIFY(shows("scaling") && shows("no-centre") && !shows("loss"));
    choose("CCA");
    QVERIFY(shows("ridge") && shows("components"));
    choose("Random");
    for (const OptionInfo& info : trainingOptionTable())
        if (info.key != "map") QCOMPARE(shows(info.key.c_str()), info.maps.empty());
}

void MappingFormTest::fieldsFollowOneAnother()
{
    choose("Net");
    QVERIFY(!shows("margin") && !shows("temperature") && !shows("patience") && !shows("momentum"));
    pick("loss", "max-margin");
    QVERIFY(shows("margin") && !shows("temperature"));
    pick("loss", "infonce");
    QVERIFY(!shows("margin") && shows("temperature"));
    type("structure", "2");
    QVERIFY(shows("structure-target"));
    type("structure", "0");
    QVERIFY(!shows("structure-target"));
    type("adversarial", ".5");
    QVERIFY(shows("discriminator-hidden") && shows("discriminator-rate"));
    pick("optimizer", "sgd");
    QVERIFY(shows("momentum"));
    pick("early-stopping", "validation-overlap");
    QVERIFY(shows("patience"));
    type("hidden", "none");
    QVERIFY(!shows("activation") && !shows("dropout"));
}

/// Settings of a run fill the form, and the form gives them again: nothing is lost on the way, for any option.
void MappingFormTest::everyOptionComesThrough()
{
    TrainingOptions all;
    all.map = "net";
    all.preprocessX = "centre,unit";
    all.preprocessY = "pca:16";
    all.hidden = {64, 32};
    all.activation = "tanh";
    all.init = "uniform";
    all.loss = "neighbor";
    all.temperature = 0.2;
    all.structure = 3;
    all.structureTarget = 0.25;
    all.adversarial = 0.1;
    all.discriminatorHidden = 17;
    all.discriminatorRate = 2e-4;
    all.optimizer = "sgd";
    all.momentum = 0.8;
    all.learningRate = 0.02;
    all.schedule = "cosine";
    all.batch = 33;
    all.epochs = 21;
    all.dropout = 0.3;
    all.weightDecay = 1e-5;
    all.clip = 5;
    all.earlyStopping = "validation-loss";
    all.patience = 4;
    all.seed = 11;
    m_form->setOptions(all, false);
    QVERIFY(m_form->options().toJson() == all.toJson());
    QVERIFY(!m_form->forward());
    TrainingOptions cca;
    cca.map = "cca";
    cca.ridge = 0.5;
    cca.components = 9;
    m_form->setOptions(cca, true);
    QVERIFY(m_form->options().toJson() == cca.toJson());
    TrainingOptions turned;
    turned.map = "procrustes";
    turned.scaling = turned.noCentre = true;
    m_form->setOptions(turned, true);
    QVERIFY(m_form->options().toJson() == turned.toJson());
}

void MappingFormTest::whatIsNotShownDoesNotCount()
{
    choose("Net");
    type("structure", "5");
    type("learning-rate", "nonsense");
    choose("Ridge");
    QVERIFY(m_form->showProblems());
    QCOMPARE(m_form->options().structure, 0.0);
}

void MappingFormTest::problemsAreSaidUnderTheField()
{
    choose("Net");
    type("learning-rate", "-1");
    QVERIFY(error().contains("“Learning rate”"));
    QVERIFY(!error().contains("--")); // no command line here
    QVERIFY(!m_form->showProblems());
    QVERIFY(m_form->findChild<QLineEdit*>("learning-rate")->property("invalid").toBool());
    QVERIFY_THROWS_EXCEPTION(Error, m_form->options());
    type("learning-rate", "0.01");
    QVERIFY(error().isEmpty());
    QVERIFY(m_form->showProblems());
    type("hidden", "1,2,3,4,5,6");
    QVERIFY(!error().isEmpty());
    type("hidden", "");
    QVERIFY(!error().isEmpty());
    type("hidden", "16");
    type("preprocess-x", "polish");
    QVERIFY(error().contains("polish"));
}

void MappingFormTest::fieldsThatDoNotGoTogether()
{
    choose("Net");
    type("batch", "100000");
    QVERIFY(m_form->showProblems());
    pick("loss", "infonce");
    QVERIFY(!m_form->showProblems());
    QVERIFY(m_form->banner().isVisible());
    QVERIFY(m_form->banner().text().contains("100000"));
}

void MappingFormTest::presetsFillTheForm()
{
    QComboBox* box = m_form->presets();
    QCOMPARE(box->currentText(), QString("Default"));
    const auto choose = [&](const QString& name) {
        QVERIFY(box->findText(name) >= 0);
        box->setCurrentIndex(box->findText(name));
        emit box->activated(box->currentIndex());
    };
    choose("Paper: nn"); // as resources/experiments/experiment1-paper.json has it
    const TrainingOptions nn = m_form->options();
    QCOMPARE(nn.map, std::string("net"));
    QCOMPARE(nn.hidden, std::vector<Index>{512});
    QCOMPARE(nn.loss, std::string("mse"));
    QCOMPARE(nn.optimizer, std::string("adam"));
    QCOMPARE(nn.learningRate, .001);
    QCOMPARE(nn.epochs, Index(50));
    QCOMPARE(nn.batch, Index(128));
    type("epochs", "51");
    QCOMPARE(box->currentIndex(), -1); // settings of one's own
    type("epochs", "50");
    QCOMPARE(box->currentText(), QString("Paper: nn"));
    m_form->findChildren<QSpinBox*>().last()->setValue(99); // the seed is not part of it
    QCOMPARE(box->currentText(), QString("Paper: nn"));
    choose("Early stopping");
    QCOMPARE(m_form->options().earlyStopping, std::string("validation-overlap"));
    QCOMPARE(m_form->options().seed, std::uint64_t(99));
    for (int i = 0; i < box->count(); ++i) { // each is another, can be trained, and is found again
        box->setCurrentIndex(i);
        emit box->activated(i);
        m_form->options().validate();
        QCOMPARE(box->currentIndex(), i);
        QVERIFY(!box->itemData(i, Qt::ToolTipRole).toString().isEmpty());
    }
    m_form->reset();
    QCOMPARE(box->currentText(), QString("Default"));
}

void MappingFormTest::theNetIsCounted()
{
    choose("Net");
    const auto says = [this](const QString& text) {
        for (const auto* label : m_form->findChildren<QLabel*>())
            if (label->isVisible() && label->text() == text) return true;
        return false;
    };
    QVERIFY(says(QString::fromUtf8("100 → 512 → 128, 117,376 weights"))); // 101·512 + 513·128
    QComboBox* direction = nullptr;
    for (auto* box : m_form->findChildren<QComboBox*>())
        if (box->accessibleName() == "Direction") direction = box;
    QVERIFY(direction);
    direction->setCurrentIndex(1);
    emit direction->activated(1);
    QVERIFY(says(QString::fromUtf8("128 → 512 → 100, 117,348 weights")));
}

void MappingFormTest::aLargeNetLeavesTheFormItsWidth()
{
    choose("Net");
    const QWidget* content = m_form->findChild<QScrollArea*>()->widget();
    const auto widthWith = [&](const char* hidden) {
        type("hidden", hidden);
        QApplication::processEvents(); // the layout
        return content->minimumSizeHint().width();
    };
    const int usual = widthWith("16");
    QCOMPARE(widthWith("2000,2000"), usual);
    QCOMPARE(widthWith("2000,2000,2000,2000,2000,2000,2000,2000"), usual);
}

void MappingFormTest::theWheelScrollsPastFields()
{
    int fields = 0;
    for (auto* box : m_form->findChildren<QComboBox*>()) {
        if (!box->isVisible() || box->count() < 2) continue;
        box->setCurrentIndex(0);
        m_form->setFocus();
        const QPointF at = QRectF(box->rect()).center();
        QWheelEvent down(at, box->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                         false);
        QApplication::sendEvent(box, &down);
        QCOMPARE(box->currentIndex(), 0);
        ++fields;
    }
    QVERIFY(fields > 1);
}

void MappingFormTest::sweepsOverValues()
{
    TrainingOptions net;
    net.map = "net";
    const auto rates = SweepDialog::runsOf(net, "learning-rate", "0.1 0.01;0.001");
    QCOMPARE(rates.size(), std::size_t(3));
    QCOMPARE(rates[1].options.learningRate, 0.01);
    QCOMPARE(rates[2].value, QString("learning rate 0.001"));
    const auto sizes = SweepDialog::runsOf(net, "hidden", "16 32,16 none");
    QVERIFY(sizes[1].options.hidden == (std::vector<Index>{32, 16}) && sizes[2].options.hidden.empty());
    const auto twice = SweepDialog::runsOf(net, "learning-rate", "0.01 0.0001 0.010"); // each value once
    QCOMPARE(twice.size(), std::size_t(2));
    QCOMPARE(twice[1].options.learningRate, 0.0001);
    QCOMPARE(SweepDialog::runsOf(net, "seed", "1 2 1").size(), std::size_t(2));
    QCOMPARE(SweepDialog::runsOf(net, "seed", "1 2")[1].options.seed, 2u);
    QVERIFY_THROWS_EXCEPTION(Error, SweepDialog::runsOf(net, "learning-rate", "0.1 no"));
    QVERIFY_THROWS_EXCEPTION(Error, SweepDialog::runsOf(net, "learning-rate", " "));
    QVERIFY_THROWS_EXCEPTION(Error, SweepDialog::runsOf(net, "seed", "-1"));
}

BRIDGESCOPE_TEST(MappingFormTest)

} // namespace mapping_form_tests

#include "mapping_form.moc"
