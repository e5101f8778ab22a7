#include "ui/lessons/synthetic_dialog.h"

#include "ui/widgets/help_request.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace bridgescope {
namespace {

QSpinBox* count(int low, int high, int value)
{
    auto* box = new QSpinBox;
    box->setRange(low, high);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    return box;
}

} // namespace

QString syntheticName(SyntheticKind kind)
{
    switch (kind) {
    case SyntheticKind::Rotation:
        return SyntheticDialog::tr("Rotation");
    case SyntheticKind::NoisyRotation:
        return SyntheticDialog::tr("Rotation with noise");
    case SyntheticKind::Nonlinear:
        return SyntheticDialog::tr("Nonlinear");
    case SyntheticKind::Independent:
        return SyntheticDialog::tr("Independent");
    }
    return {};
}

QString syntheticFormula(SyntheticKind kind)
{
    switch (kind) {
    case SyntheticKind::Rotation:
        return SyntheticDialog::tr("Y is X turned: y = Qx");
    case SyntheticKind::NoisyRotation:
        return SyntheticDialog::tr("Y is X turned, with noise on each vector: y = Qx + ε");
    case SyntheticKind::Nonlinear:
        return SyntheticDialog::tr("Y is a bent image of X: y = B tanh(3Ax)");
    case SyntheticKind::Independent:
        return SyntheticDialog::tr("Y knows nothing of X: y is drawn as x was, by itself");
    }
    return {};
}

SyntheticDialog::SyntheticDialog(QWidget* parent)
    : QDialog(parent), m_kind(new QComboBox), m_items(count(10, 20'000, 500)), m_dimension(count(2, 500, 20)),
      m_clusters(count(1, 100, 10)), m_noise(new QDoubleSpinBox), m_seed(count(1, 1'000'000, 1)),
      m_predict(new QCheckBox(tr("Predict first: show the overlaps only when the class has said what it expects"))),
      m_formula(new QLabel)
{
    setWindowTitle(tr("Make a synthetic pair"));
    setHelpTopic(*this, QStringLiteral("predict"));
    for (const auto kind :
         {SyntheticKind::Rotation, SyntheticKind::NoisyRotation, SyntheticKind::Nonlinear, SyntheticKind::Independent})
        m_kind->addItem(syntheticName(kind), static_cast<int>(kind));
    m_noise->setRange(0, 10);
    m_noise->setSingleStep(0.1);
    m_noise->setValue(SyntheticOptions().noise);
    m_formula->setProperty("role", "label");
    m_predict->setChecked(true);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    auto* form = new QFormLayout;
    form->addRow(tr("How Y comes from X"), m_kind);
    form->addRow(QString(), m_formula);
    form->addRow(tr("Items N"), m_items);
    form->addRow(tr("Dimensions d"), m_dimension);
    form->addRow(tr("Clusters"), m_clusters);
    form->addRow(tr("Noise, standard deviation"), m_noise);
    form->addRow(tr("Seed"), m_seed);
    column->addLayout(form);
    column->addWidget(m_predict);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* make = buttons->addButton(tr("Make and train ridge"), QDialogButtonBox::AcceptRole);
    make->setProperty("primary", true);
    make->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SyntheticDialog::refresh);
    refresh();
}

void SyntheticDialog::refresh()
{
    const SyntheticKind kind = options().kind;
    m_formula->setText(syntheticFormula(kind));
    m_noise->setEnabled(kind == SyntheticKind::NoisyRotation);
}

SyntheticOptions SyntheticDialog::options() const
{
    SyntheticOptions options;
    options.kind = static_cast<SyntheticKind>(m_kind->currentData().toInt());
    options.items = m_items->value();
    options.dimension = m_dimension->value();
    options.clusters = std::min(m_clusters->value(), m_items->value());
    options.noise = m_noise->value();
    options.seed = static_cast<std::uint64_t>(m_seed->value());
    return options;
}

bool SyntheticDialog::predictFirst() const
{
    return m_predict->isChecked();
}

} // namespace bridgescope
