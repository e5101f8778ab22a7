#include "ui/figures/figure_dialog.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "ui/figures/batch_export.h"
#include "ui/figures/figure_form.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace bridgescope {

FigureDialog::FigureDialog(std::shared_ptr<const Chart> chart, QString convention, QWidget* parent)
    : QDialog(parent), m_chart(std::move(chart)), m_convention(std::move(convention)), m_form(new FigureForm),
      m_picture(new QLabel), m_problem(new QLabel)
{
    setWindowTitle(tr("Export: %1").arg(m_chart->name()));
    auto* row = new QHBoxLayout(this);
    row->setSpacing(16);
    auto* scroll = new QScrollArea;
    m_picture->setAccessibleName(tr("The figure at true size"));
    scroll->setWidget(m_picture);
    scroll->setAlignment(Qt::AlignCenter);
    scroll->setMinimumSize(400, 320);
    scroll->setAccessibleName(tr("Preview"));
    row->addWidget(scroll, 1);
    row->addWidget(buildSide());
    connect(m_form, &FigureForm::changed, this, &FigureDialog::preview);
    resize(860, 480);
    preview();
}

QWidget* FigureDialog::buildSide()
{
    auto* side = new QWidget;
    side->setFixedWidth(qRound(300 * textScale(font())));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
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
    FigureOptions options = m_form->options();
    if (m_form->wantsCaption()) options.caption = m_convention;
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
    if (!m_form->wantsNumbers()) return;
    const QFileInfo info(file);
    const QString numbers = info.path() + '/' + info.completeBaseName() + ".csv";
    writeFile(numbers.toStdString(), figureCsv(*m_chart, m_convention).toStdString());
}

QString FigureDialog::proposedFile() const
{
    return fileNameOf(m_chart->name()) + QStringLiteral(".svg");
}

void FigureDialog::askAndSave()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the figure"), proposedFile(),
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
