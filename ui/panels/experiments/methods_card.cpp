#include "ui/panels/experiments/methods_card.h"

#include "ui/panels/experiments/text_area.h"
#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace bridgescope {

MethodsCard::MethodsCard(QWidget* parent) : Card(tr("Methods sentence"), parent), m_text(new QLabel)
{
    auto* copy = new QPushButton(themedIcon(Icon::Copy), tr("Copy"));
    copy->setProperty("flat", true);
    copy->setProperty("small", true);
    m_copy = copy;
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text->text()); });
    titleRow()->addWidget(copy);
    m_text->setContentsMargins(12, 2, 12, 8);
    setBody(new TextArea(*m_text, 72));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void MethodsCard::setText(const QString& text, bool copyable)
{
    m_copy->setEnabled(copyable);
    m_text->setText(text);
}

QString MethodsCard::text() const
{
    return m_text->text();
}

} // namespace bridgescope
