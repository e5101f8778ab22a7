#include "ui/panels/import/file_preview.h"

#include "core/base/error.h"
#include "ui/panels/import/file_box.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/space_badge.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace bridgescope {
namespace {

constexpr int shownNumbers = 3;

QHBoxLayout* withHint(QWidget* field, QLabel* hint)
{
    auto* row = new QHBoxLayout;
    field->setFixedWidth(240);
    row->addWidget(field);
    row->addSpacing(8);
    row->addWidget(hint, 1);
    return row;
}

QLabel* hintLabel()
{
    auto* label = new ElidedLabel;
    label->setProperty("role", "caption");
    return label;
}

QLabel* besideHint(const QString& text)
{
    QLabel* label = hintLabel();
    label->setText(text);
    return label;
}

} // namespace

FilePreview::FilePreview(Space space, QWidget* parent)
    : Card(spaceLetter(space), parent), m_space(space), m_summary(hintLabel()), m_hint(hintLabel()),
      m_format(new QComboBox), m_delimiter(new QComboBox), m_header(new QComboBox), m_labels(new QLineEdit),
      m_labelHint(hintLabel()), m_labelsFile(new FileBox({tr("As guessed")}, tr("Choose a file…"))),
      m_metadata(new FileBox({tr("None")}, tr("Choose a file…"))), m_name(new QLineEdit), m_rows(new QTableWidget)
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(16, 4, 16, 16);
    column->addWidget(m_summary);
    titleRow()->insertWidget(0, new SpaceBadge(space));
    auto* change = new QPushButton(tr("Change…"));
    titleRow()->addWidget(change);
    m_format->addItem(tr("As guessed"), QString());
    for (const auto& id : formatIds())
        m_format->addItem(QString::fromStdString(id), QString::fromStdString(id));
    for (const auto& [name, sign] : {std::pair{tr("As guessed"), QString()},
                                     {tr("Comma"), ","},
                                     {tr("Tab"), "\t"},
                                     {tr("Semicolon"), ";"},
                                     {tr("Blank"), " "}})
        m_delimiter->addItem(name, sign);
    m_header->addItem(tr("As guessed"), -1);
    m_header->addItem(tr("First line names the columns"), 1);
    m_header->addItem(tr("No header line"), 0);
    m_labels->setPlaceholderText(tr("as guessed; name, number from 1, or none"));
    auto* form = new QFormLayout;
    form->addRow(tr("Format"), withHint(m_format, m_hint));
    form->addRow(tr("Delimiter"), m_delimiter);
    form->addRow(tr("Header"), m_header);
    form->addRow(tr("Label column"), withHint(m_labels, m_labelHint));
    form->addRow(tr("Labels"), withHint(m_labelsFile, besideHint(tr("one a line"))));
    form->addRow(tr("Metadata"), withHint(m_metadata, besideHint(tr("TSV or CSV with a header"))));
    form->addRow(tr("Name"), m_name);
    for (QWidget* field :
         {static_cast<QWidget*>(m_delimiter), static_cast<QWidget*>(m_header), static_cast<QWidget*>(m_name)})
        field->setFixedWidth(240);
    column->addLayout(form);
    m_labels->setAccessibleName(tr("Label column"));
    m_format->setAccessibleName(tr("Format"));
    m_labelsFile->setAccessibleName(tr("Labels"));
    m_metadata->setAccessibleName(tr("Metadata"));
    m_rows->setAccessibleName(tr("First rows"));
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->verticalHeader()->hide();
    m_rows->verticalHeader()->setDefaultSectionSize(26);
    m_rows->setMinimumHeight(156);
    m_rows->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // the page scrolls late
    column->addWidget(m_rows, 1);
    setBody(body);
    connect(change, &QPushButton::clicked, this, &FilePreview::askForFile);
    for (FileBox* box : {m_labelsFile, m_metadata})
        connect(box, &FileBox::changed, this, &FilePreview::preview);
    for (QComboBox* box : {m_format, m_delimiter, m_header})
        connect(box, &QComboBox::currentIndexChanged, this, &FilePreview::preview);
    connect(m_labels, &QLineEdit::editingFinished, this, &FilePreview::preview);
}

void FilePreview::setFile(const QString& file)
{
    for (FileBox* box : {m_labelsFile, m_metadata}) {
        const QSignalBlocker block(box);
        if (file != m_file) box->setFile({}); // they stand beside one file
        box->setProperty("beside", file);
    }
    m_file = file;
    setTitle(QFileInfo(file).fileName());
    setAccessibleName(tr("%1: %2").arg(spaceLetter(m_space), title()));
    m_name->setText(QFileInfo(file).completeBaseName());
    preview();
}

void FilePreview::askForFile()
{
    const QString chosen = QFileDialog::getOpenFileName(this, tr("Choose an embedding set"), QFileInfo(m_file).path());
    if (!chosen.isEmpty()) setFile(chosen);
}

void FilePreview::swapWith(FilePreview& other)
{
    const QSignalBlocker block(this), blockOther(&other);
    const QString mine = m_file, myLabels = m_labelsFile->file(), myMetadata = m_metadata->file();
    const QString labels = other.m_labelsFile->file(), metadata = other.m_metadata->file();
    setFile(other.m_file);
    m_labelsFile->setFile(labels);
    m_metadata->setFile(metadata);
    other.setFile(mine);
    other.m_labelsFile->setFile(myLabels);
    other.m_metadata->setFile(myMetadata);
}

QString FilePreview::name() const
{
    return m_name->text().trimmed();
}

ReadOptions FilePreview::options() const
{
    ReadOptions options;
    if (const QString id = m_format->currentData().toString(); !id.isEmpty()) options.format = id.toStdString();
    if (const QString sign = m_delimiter->currentData().toString(); !sign.isEmpty())
        options.delimiter = sign[0].toLatin1();
    if (const int header = m_header->currentData().toInt(); header >= 0) options.header = header == 1;
    if (const QString label = m_labels->text().trimmed(); !label.isEmpty()) options.labelColumn = label.toStdString();
    if (const QString labels = m_labelsFile->file(); !labels.isEmpty()) options.labelsFile = labels.toStdString();
    if (const QString beside = m_metadata->file(); !beside.isEmpty()) options.metadataFile = beside.toStdString();
    return options;
}

void FilePreview::preview()
{
    m_readable = false;
    m_problem.clear();
    try {
        show(previewFile(m_file.toStdString(), options())); // the head of the file only: milliseconds
        m_readable = true;
    } catch (const Error& error) {
        m_problem = QString::fromUtf8(error.what());
        m_rows->setRowCount(0);
        m_summary->setText(tr("cannot be read"));
    }
    emit optionsChanged();
}

void FilePreview::show(const Preview& preview)
{
    const QLocale locale;
    const QString rows = preview.n ? (preview.nIsEstimate ? tr("about %L1 rows") : tr("%L1 rows")).arg(*preview.n)
                                   : tr("rows not counted yet");
    m_summary->setText(tr("%1, d = %L2, %3")
                           .arg(rows)
                           .arg(preview.d)
                           .arg(locale.formattedDataSize(static_cast<qint64>(preview.bytes))));
    m_hint->setText(QStringLiteral("%1; %2").arg(QString::fromStdString(preview.format),
                                                 QString::fromStdString(preview.formatHint)));
    m_labelHint->setText(preview.labelSource == "none" ? tr("no labels found")
                                                       : QString::fromStdString(preview.labelSource));
    const int numbers = static_cast<int>(std::min<Index>(shownNumbers, preview.d));
    QStringList header{tr("Row"), tr("Label")};
    for (int c = 1; c <= numbers; ++c)
        header << QString::number(c);
    if (preview.d > numbers) header << tr("… %1").arg(preview.d);
    m_rows->setColumnCount(static_cast<int>(header.size()));
    m_rows->setHorizontalHeaderLabels(header);
    m_rows->setRowCount(static_cast<int>(preview.firstRows.size()));
    for (int r = 0; r < m_rows->rowCount(); ++r) {
        const auto at = static_cast<std::size_t>(r);
        const auto put = [&](int c, const QString& text, Qt::Alignment alignment) {
            auto* item = new QTableWidgetItem(text);
            item->setTextAlignment(alignment | Qt::AlignVCenter);
            m_rows->setItem(r, c, item);
        };
        put(0, QString::number(r + 1), Qt::AlignRight);
        put(1, at < preview.firstLabels.size() ? QString::fromStdString(preview.firstLabels[at]) : tr("–"),
            Qt::AlignLeft);
        for (int c = 0; c < numbers; ++c)
            put(2 + c,
                QString::number(static_cast<double>(preview.firstRows[at][static_cast<std::size_t>(c)]), 'f', 3)
                    .replace('-', QChar(0x2212)),
                Qt::AlignRight);
        if (preview.d > numbers) put(2 + numbers, QStringLiteral("…"), Qt::AlignRight);
    }
    m_rows->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_rows->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
}

} // namespace bridgescope
