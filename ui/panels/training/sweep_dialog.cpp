#include "ui/panels/training/sweep_dialog.h"

#include "core/base/error.h"
#include "ui/models/option_words.h"
#include "ui/models/window_words.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>
#include <string>

namespace bridgescope {
namespace {

constexpr qsizetype mostRuns = 100;

std::string valueOf(const TrainingOptions& options, const std::string& key)
{
    return key == "seed" ? std::to_string(options.seed) : trainingOption(key).text(options);
}

} // namespace

SweepDialog::SweepDialog(TrainingOptions options, const std::vector<std::string>& keys, QWidget* parent)
    : QDialog(parent), m_options(std::move(options)), m_key(new QComboBox), m_values(new QLineEdit), m_error(new QLabel)
{
    setWindowTitle(tr("Sweep"));
    setMinimumWidth(420);
    for (const std::string& key : keys)
        m_key->addItem(optionLabel(key), QString::fromStdString(key));
    m_key->addItem(tr("Seed"), QStringLiteral("seed"));
    m_key->setCurrentIndex(std::max(0, m_key->findData("learning-rate")));
    m_key->setAccessibleName(tr("Setting"));
    m_values->setAccessibleName(tr("Values"));
    m_values->setPlaceholderText(tr("parted by blanks: 0.0003 0.001 0.003"));
    auto* column = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    form->addRow(tr("Setting"), m_key);
    form->addRow(tr("Values"), m_values);
    column->addLayout(form);
    m_error->setProperty("role", "error");
    m_error->setWordWrap(true);
    column->addWidget(m_error);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* queue = buttons->addButton(tr("Queue the runs"), QDialogButtonBox::AcceptRole);
    queue->setProperty("primary", true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &SweepDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_values->setFocus();
}

std::vector<SweepDialog::Run> SweepDialog::runsOf(const TrainingOptions& options, const std::string& key,
                                                  const QString& values)
{
    const QStringList texts = values.split(QRegularExpression("[\\s;]+"), Qt::SkipEmptyParts);
    if (texts.isEmpty()) throw Error(ErrorKind::Usage, "no value is given", "write them parted by blanks");
    if (texts.size() > mostRuns)
        throw Error(ErrorKind::Usage, std::to_string(texts.size()) + " values are too many",
                    "give at most " + std::to_string(mostRuns));
    std::vector<Run> runs;
    for (const QString& text : texts) {
        Run run{options, {}};
        if (key == "seed") {
            bool ok = false;
            run.options.seed = text.toULongLong(&ok);
            if (!ok)
                throw Error(ErrorKind::Usage, "seed " + text.toStdString() + " is not possible", "give a whole number");
            run.value = tr("seed %1").arg(text);
        } else {
            setOption(run.options, key, text.toStdString());
            run.options.validate();
            QString label = optionLabel(key);
            label[0] = label[0].toLower();
            run.value = label + ' ' + text;
        }
        const bool twice = std::any_of(runs.begin(), runs.end(), [&](const Run& before) {
            return valueOf(before.options, key) == valueOf(run.options, key);
        });
        if (!twice) runs.push_back(std::move(run));
    }
    return runs;
}

void SweepDialog::accept()
{
    try {
        m_runs = runsOf(m_options, m_key->currentData().toString().toStdString(), m_values->text());
        QDialog::accept();
    } catch (const Error& error) {
        m_error->setText(windowWords(QString::fromStdString(error.message + ": " + error.hint)));
    }
}

} // namespace bridgescope
