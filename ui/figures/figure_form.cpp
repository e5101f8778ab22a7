#include "ui/figures/figure_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSpinBox>

namespace bridgescope {

FigureForm::FigureForm(QWidget* parent)
    : QWidget(parent), m_columns(new QComboBox), m_width(new QDoubleSpinBox), m_font(new QDoubleSpinBox),
      m_palette(new QComboBox), m_dpi(new QSpinBox), m_caption(new QCheckBox(tr("Convention line below"))),
      m_numbers(new QCheckBox(tr("Numbers as CSV beside it")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* form = new QFormLayout;
    m_columns->addItems({tr("One column, 84 mm"), tr("Two columns, 174 mm"), tr("Other width")});
    m_width->setDecimals(1);
    m_font->setDecimals(1);
    m_width->setRange(30, 400);
    m_width->setValue(84);
    m_width->setSuffix(tr(" mm"));
    m_font->setRange(4, 24);
    m_font->setValue(8);
    m_font->setSuffix(tr(" pt"));
    m_palette->addItems({tr("Okabe-Ito"), tr("Greyscale")});
    m_dpi->setRange(72, 1200);
    m_dpi->setValue(300);
    m_dpi->setToolTip(tr("Of PNG; SVG and PDF are vectors"));
    m_caption->setChecked(true);
    m_numbers->setChecked(true);
    form->addRow(tr("Figure"), m_columns);
    form->addRow(tr("Width"), m_width);
    form->addRow(tr("Text, as printed"), m_font);
    form->addRow(tr("Colors"), m_palette);
    form->addRow(tr("Dots per inch"), m_dpi);
    column->addLayout(form);
    column->addWidget(m_caption);
    column->addWidget(m_numbers);
    connect(m_columns, &QComboBox::activated, this, [this](int chosen) {
        if (chosen < 2) m_width->setValue(chosen == 0 ? 84 : 174);
    });
    connect(m_width, &QDoubleSpinBox::valueChanged, this, [this](double mm) {
        m_columns->setCurrentIndex(mm == 84 ? 0 : mm == 174 ? 1 : 2);
        emit changed();
    });
    connect(m_font, &QDoubleSpinBox::valueChanged, this, &FigureForm::changed);
    connect(m_palette, &QComboBox::currentIndexChanged, this, &FigureForm::changed);
    connect(m_caption, &QCheckBox::toggled, this, &FigureForm::changed);
}

FigureOptions FigureForm::options() const
{
    FigureOptions options;
    options.widthMm = m_width->value();
    options.fontPt = m_font->value();
    options.palette = m_palette->currentIndex() == 0 ? FigurePalette::OkabeIto : FigurePalette::Grey;
    options.dpi = m_dpi->value();
    return options;
}

bool FigureForm::wantsCaption() const
{
    return m_caption->isChecked();
}

bool FigureForm::wantsNumbers() const
{
    return m_numbers->isChecked();
}

} // namespace bridgescope
