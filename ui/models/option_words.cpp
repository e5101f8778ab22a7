#include "ui/models/option_words.h"

#include "ui/widgets/text.h"

#include <QCoreApplication>
#include <QHash>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::OptionWords", text);
}

struct Word {
    const char* key;
    const char* text;
};

constexpr Word labels[] = {
    {"preprocess-x", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Steps on X")},
    {"preprocess-y", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Steps on Y")},
    {"ridge", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Penalty, ρ")},
    {"no-centre", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "About the origin")},
    {"hidden", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Hidden layers")},
    {"init", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Start")},
    {"loss", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Base")},
    {"margin", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Margin, γ")},
    {"temperature", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Temperature, τ")},
    {"structure", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Structure, λ")},
    {"structure-target", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Its target, α")},
    {"adversarial", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Adversary, μ")},
    {"discriminator-hidden", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Its units")},
    {"discriminator-rate", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Its rate")},
    {"optimizer", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Method")},
    {"learning-rate", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Learning rate")},
    {"clip", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Clip gradient at")},
    {"early-stopping", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Stop early")},
};

constexpr Word choices[] = {
    {"map/cca", "CCA"},
    {"map/pls", "PLS"},
    {"loss/mse", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "Squared error")},
    {"loss/infonce", "InfoNCE"},
    {"init/glorot", "Glorot"},
    {"activation/relu", "ReLU"},
    {"activation/gelu", "GELU"},
    {"optimizer/sgd", "SGD"},
    {"optimizer/rmsprop", "RMSProp"},
    {"optimizer/adamw", "AdamW"},
    {"early-stopping/none", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "No")},
    {"early-stopping/validation-loss", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "On validation loss")},
    {"early-stopping/validation-overlap", QT_TRANSLATE_NOOP("bridgescope::OptionWords", "On validation overlap")},
};

template<std::size_t N> QString wordOf(const Word (&words)[N], const std::string& key, const std::string& own)
{
    for (const Word& word : words)
        if (key == word.key) return tr(word.text);
    QString text = QString::fromStdString(own).replace('-', ' ');
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

QString plain(double value)
{
    return QString::number(value, 'g', 6);
}

QString closedFormLine(const TrainingOptions& o)
{
    if (o.map == "ridge" && !o.ridge) return tr("squared error, ρ by leave-one-out");
    if (o.map == "ridge") return *o.ridge == 0 ? tr("least squares") : tr("squared error, ρ = %1").arg(plain(*o.ridge));
    const QString described = QString::fromStdString(o.describe());
    const qsizetype comma = described.indexOf(", ");
    return comma < 0 ? QString() : described.mid(comma + 2);
}

} // namespace

QString optionLabel(const std::string& key)
{
    return wordOf(labels, key, key);
}

QString choiceLabel(const std::string& key, const std::string& choice)
{
    return wordOf(choices, key + "/" + choice, choice);
}

QString lossLine(const TrainingOptions& o)
{
    if (o.map != "net") return closedFormLine(o);
    QString text = choiceLabel("loss", o.loss);
    if (o.loss != "infonce") text[0] = text[0].toLower();
    if (o.loss == "max-margin") text += tr(", γ = %1").arg(plain(o.margin));
    if (o.temperature && trainingOption("temperature").applies(o)) text += tr(", τ = %1").arg(plain(*o.temperature));
    if (o.structure > 0) text += tr(", λ = %1").arg(plain(o.structure));
    if (o.structure > 0 && o.structureTarget != 1) text += tr(", α = %1").arg(plain(o.structureTarget));
    if (o.adversarial > 0) text += tr(", μ = %1").arg(plain(o.adversarial));
    return text;
}

QString stepsLine(const TrainingOptions& o)
{
    if (o.map != "net") return {};
    return tr("%1 %2, batch %3, %4 epochs")
        .arg(choiceLabel("optimizer", o.optimizer), plain(o.learningRate))
        .arg(o.batch)
        .arg(o.epochs);
}

qint64 netParameters(const TrainingOptions& options, Index from, Index to)
{
    qint64 count = 0;
    Index in = from;
    auto sizes = options.hidden;
    sizes.push_back(to);
    for (const Index out : sizes) {
        count += (in + 1) * out;
        in = out;
    }
    return count;
}

QString netLine(const TrainingOptions& options, Index from, Index to)
{
    if (options.map != "net") return {};
    QStringList sizes{QString::number(from)};
    for (const Index size : options.hidden)
        sizes << QString::number(size);
    sizes << QString::number(to);
    return tr("%1, %2 weights").arg(sizes.join(QStringLiteral(" → ")), number(netParameters(options, from, to)));
}

} // namespace bridgescope
