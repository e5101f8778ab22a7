#include "ui/figures/batch_dialog.h"

#include "ui/figures/figure_form.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace bridgescope {

BatchDialog::BatchDialog(const std::vector<OpenChart>& charts, QWidget* parent)
    : QDialog(parent), m_form(new FigureForm), m_ending(new QComboBox)
{
    setWindowTitle(tr("Export all charts"));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    QStringList titles;
    for (const OpenChart& chart : charts)
        titles << chart.title;
    auto* list = new QLabel(tr("%n charts: %1", nullptr, static_cast<int>(charts.size())).arg(titles.join(", ")));
    list->setWordWrap(true);
    list->setMinimumWidth(380);
    column->addWidget(list);
    auto* format = new QFormLayout;
    m_ending->addItem(tr("SVG"), "svg");
    m_ending->addItem(tr("PDF"), "pdf");
    m_ending->addItem(tr("PNG"), "png");
    m_ending->setAccessibleName(tr("Format"));
    format->addRow(tr("Format"), m_ending);
    column->addLayout(format);
    column->addWidget(m_form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* choose = buttons->addButton(tr("Choose folder…"), QDialogButtonBox::AcceptRole);
    choose->setProperty("primary", true);
    choose->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

BatchOptions BatchDialog::options() const
{
    return {m_form->options(), m_ending->currentData().toString(), m_form->wantsCaption(), m_form->wantsNumbers()};
}

} // namespace bridgescope
