#include "ui/figures/figure_dialog.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>

namespace bridgescope {

FigureDialog::FigureDialog(std::shared_ptr<const Chart> chart, QString convention, QWidget* parent)
    : QDialog(parent), m_chart(std::move(chart)), m_convention(std::move(convention)), m_columns(new QComboBox),
      m_width(new QDoubleSpinBox), m_font(new QDoubleSpinBox), m_palette(new QComboBox), m_dpi(new QSpinBox),
      m_caption(new QCheckBox(tr("Convention line below"))), m_numbers(new QCheckBox(tr("Numbers as CSV beside it"))),
      m_picture(new QLabel), m_problem(new QLabel)
{
    setWindowTitle(tr("Export: %1").arg(m_chart->name()));
    auto* row = new QHBoxLayout(this);
    row->setSpacing(16);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_picture);
    scroll->setAlignment(Qt::AlignCenter);
    scroll->setMinimumSize(400, 320);
    row->addWidget(scroll, 1);
    row->addWidget(buildForm());
    connect(m_columns, &QComboBox::activated, this, [this](int column) {
        if (column < 2) m_width->setValue(column == 0 ? 84 : 174);
    });
    connect(m_width, &QDoubleSpinBox::valueChanged, this, [this](double mm) {
        m_columns->setCurrentIndex(mm == 84 ? 0 : mm == 174 ? 1 : 2);
        preview();
    });
    connect(m_font, &QDoubleSpinBox::valueChanged, this, &FigureDialog::preview);
    connect(m_palette, &QComboBox::currentIndexChanged, this, &FigureDialog::preview);
    connect(m_caption, &QCheckBox::toggled, this, &FigureDialog::preview);
    resize(860, 480);
    preview();
}

QWidget* FigureDialog::buildForm()
{
    auto* side = new QWidget;
    side->setFixedWidth(300);
    auto* column = new QVBoxLayout(side);
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
    m_problem->setProperty("role", "error");
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    column->addStretch();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* save = buttons->addButton(tr("Save…"), QDialogButtonBox::ActionRole);
    save->setProperty("primary", true);
    save->setDefault(true);
    column->addWidget(buttons);
    connect(save, &QPushButton::clicked, this, &FigureDialog::askAndSave);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return side;
}

FigureOptions FigureDialog::options() const
{
    FigureOptions options;
    options.widthMm = m_width->value();
    options.fontPt = m_font->value();
    options.palette = m_palette->currentIndex() == 0 ? FigurePalette::OkabeIto : FigurePalette::Grey;
    options.dpi = m_dpi->value();
    if (m_caption->isChecked()) options.caption = m_convention;
    return options;
}

void FigureDialog::preview()
{
    FigureOptions shown = options();
    const double density = devicePixelRatioF();
    shown.dpi = qRound(logicalDpiX() * density); // true size on a screen that tells its resolution
    QPixmap picture;
    picture.loadFromData(figurePng(*m_chart, shown));
    picture.setDevicePixelRatio(density);
    m_picture->setPixmap(picture);
    m_picture->resize(picture.deviceIndependentSize().toSize());
}

void FigureDialog::save(const QString& file) const
{
    exportFigure(*m_chart, file, options());
    if (!m_numbers->isChecked()) return;
    const QFileInfo info(file);
    const QString numbers = info.path() + '/' + info.completeBaseName() + ".csv";
    writeFile(numbers.toStdString(), figureCsv(*m_chart, m_convention).toStdString());
}

void FigureDialog::askAndSave()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the figure"), QStringLiteral("figure.svg"),
                                                      tr("SVG (*.svg);;PDF (*.pdf);;PNG (*.png)"));
    if (file.isEmpty()) return;
    try {
        save(file);
        accept();
    } catch (const Error& error) {
        m_problem->setText(QString::fromUtf8(error.what()));
    }
}

} // namespace bridgescope
