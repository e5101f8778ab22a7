#include "ui/main_window/mapping_dialog.h"

#include "core/base/error.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace bridgescope {

MappingDialog::MappingDialog(const QString& nameX, const QString& nameY, QWidget* parent)
    : QDialog(parent), m_direction(new QComboBox), m_form(new QFormLayout), m_error(new QLabel)
{
    setWindowTitle(tr("New mapping"));
    setMinimumWidth(440);
    m_direction->addItem(tr("%1 → %2").arg(nameX, nameY));
    m_direction->addItem(tr("%1 → %2").arg(nameY, nameX));
    auto* column = new QVBoxLayout(this);
    m_form->addRow(tr("Direction"), m_direction);
    column->addLayout(m_form);
    m_error->setProperty("role", "error");
    m_error->setWordWrap(true);
    column->addWidget(m_error);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* train = buttons->addButton(tr("Train"), QDialogButtonBox::AcceptRole);
    train->setProperty("primary", true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(train, &QPushButton::clicked, this, &MappingDialog::tryAccept);
    rebuild();
}

bool MappingDialog::forward() const
{
    return m_direction->currentIndex() == 0;
}

void MappingDialog::rebuild()
{
    while (m_form->rowCount() > 1) // the direction stays
        m_form->removeRow(1);
    m_fields.clear();
    for (const OptionInfo& info : trainingOptionTable()) {
        if (!optionApplies(info, m_options.map)) continue;
        const QString text = QString::fromStdString(optionText(m_options, info.key));
        QWidget* field = nullptr;
        if (info.kind == OptionInfo::Kind::Choice) {
            auto* box = new QComboBox;
            for (const auto& entry : info.choices)
                box->addItem(QString::fromStdString(entry));
            box->setCurrentText(text);
            if (info.key == "map")
                connect(box, &QComboBox::activated, this, [this, box] {
                    m_options.map = box->currentText().toStdString();
                    QMetaObject::invokeMethod(this, &MappingDialog::rebuild,
                                              Qt::QueuedConnection); // not while its own field speaks
                });
            field = box;
        } else
            field = new QLineEdit(text);
        field->setToolTip(QString::fromStdString(info.help));
        field->setAccessibleName(QString::fromStdString(info.key));
        QString label = QString::fromStdString(info.key).replace('-', ' ');
        label[0] = label[0].toUpper();
        m_form->addRow(label, field);
        m_fields.emplace_back(info.key, field);
    }
}

void MappingDialog::tryAccept()
{
    try {
        TrainingOptions options = m_options;
        for (const auto& [key, field] : m_fields) {
            const auto* box = qobject_cast<QComboBox*>(field);
            setOption(options, key,
                      (box ? box->currentText() : static_cast<QLineEdit*>(field)->text().trimmed()).toStdString());
        }
        options.validate();
        m_options = options;
        accept();
    } catch (const Error& error) {
        m_error->setText(QString::fromUtf8(error.what()));
    }
}

} // namespace bridgescope
