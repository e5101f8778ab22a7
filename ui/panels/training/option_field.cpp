#include "ui/panels/training/option_field.h"

#include "ui/models/option_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStyle>

namespace bridgescope {

OptionField::OptionField(const OptionInfo& info, QWidget* parent) : QWidget(parent), m_info(info)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    QWidget* editor = nullptr;
    if (info.kind == OptionInfo::Kind::Choice) {
        editor = m_choice = new QComboBox;
        for (const std::string& choice : info.choices)
            m_choice->addItem(choiceLabel(info.key, choice), QString::fromStdString(choice));
        m_choice->setMinimumContentsLength(4);
        m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(m_choice, &QComboBox::activated, this, [this] {
            emit edited();
            emit finished();
        });
    } else if (info.kind == OptionInfo::Kind::Flag) {
        editor = m_flag = new QCheckBox;
        connect(m_flag, &QCheckBox::clicked, this, [this] {
            emit edited();
            emit finished();
        });
    } else {
        editor = m_line = new QLineEdit;
        m_line->setMinimumWidth(40);
        if (info.kind == OptionInfo::Kind::Text) m_line->setPlaceholderText(tr("none"));
        connect(m_line, &QLineEdit::textEdited, this, &OptionField::edited);
        connect(m_line, &QLineEdit::editingFinished, this, &OptionField::finished);
    }
    const QString help = QString::fromStdString(info.help);
    editor->setAccessibleName(optionLabel(info.key));
    editor->setAccessibleDescription(help);
    editor->setObjectName(QString::fromStdString(info.key));
    setToolTip(help);
    setFocusProxy(editor);
    row->addWidget(editor);
}

std::string OptionField::text() const
{
    if (m_choice) return m_choice->currentData().toString().toStdString();
    if (m_flag) return m_flag->isChecked() ? "true" : "false";
    const std::string text = m_line->text().trimmed().toStdString();
    return text.empty() && m_info.kind == OptionInfo::Kind::Text ? "none" : text;
}

void OptionField::setText(const std::string& text)
{
    if (m_choice) m_choice->setCurrentIndex(m_choice->findData(QString::fromStdString(text)));
    if (m_flag) m_flag->setChecked(text == "true");
    if (m_line) {
        const bool none = m_info.kind == OptionInfo::Kind::Text && text == "none";
        m_line->setText(none ? QString() : QString::fromStdString(text));
    }
}

void OptionField::setInvalid(bool invalid)
{
    if (m_line) markInvalid(*m_line, invalid);
}

void markInvalid(QLineEdit& field, bool invalid)
{
    if (field.property("invalid").toBool() == invalid) return;
    field.setProperty("invalid", invalid);
    field.style()->unpolish(&field);
    field.style()->polish(&field);
}

} // namespace bridgescope
