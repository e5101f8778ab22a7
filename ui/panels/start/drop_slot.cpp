#include "ui/panels/start/drop_slot.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tokens.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace bridgescope {
namespace {

/// The badge of the space beside the slot's title.
class BadgeTitle : public QWidget {
public:
    BadgeTitle(Space space, QString title) : m_space(space), m_title(std::move(title)) { setFixedHeight(24); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens& tokens = tokensOf(palette());
        QFont font = this->font();
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        const double badge = spaceBadgeWidth(m_space, 1), text = QFontMetricsF(font).horizontalAdvance(m_title);
        const double left = (width() - badge - 8 - text) / 2;
        paintSpaceBadge(painter, QRectF(left, 2, badge, 20), m_space, tokens);
        painter.setPen(tokens.ink);
        painter.drawText(QRectF(left + badge + 8, 0, text + 4, 24), Qt::AlignVCenter, m_title);
    }

private:
    Space m_space;
    QString m_title;
};

QStringList localFiles(const QMimeData* data)
{
    QStringList files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    return files;
}

} // namespace

QString readableFilesFilter()
{
    return QObject::tr("Embedding sets (*.npy *.csv *.tsv *.txt *.vec *.bin *.gz);;All files (*)");
}

DropSlot::DropSlot(Space space, const QString& title, const QString& detail, QWidget* parent)
    : QWidget(parent), m_space(space), m_emptyDetail(detail), m_detail(new QLabel(detail)),
      m_button(new QPushButton(tr("Choose file…")))
{
    setAcceptDrops(true);
    setMinimumSize(200, 132);
    setAccessibleName(title);
    auto* column = new QVBoxLayout(this);
    column->addStretch();
    column->addWidget(new BadgeTitle(space, title));
    m_detail->setProperty("role", "label");
    m_detail->setAlignment(Qt::AlignCenter);
    m_detail->setMinimumWidth(1); // what is too long is elided
    column->addWidget(m_detail);
    m_button->setIcon(themedIcon(Icon::Folder));
    m_button->setAccessibleName(tr("Choose file: %1").arg(title));
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_button);
    row->addStretch();
    column->addLayout(row);
    column->addStretch();
    connect(m_button, &QPushButton::clicked, this, &DropSlot::choose);
}

void DropSlot::setFile(const QString& file)
{
    if (file == m_file) return;
    m_file = file;
    m_detail->setToolTip(file);
    showDetail();
    emit fileChanged();
}

QSize DropSlot::sizeHint() const
{
    return {200, 180};
}

void DropSlot::showDetail()
{
    const QString words = m_file.isEmpty() ? m_emptyDetail : QFileInfo(m_file).fileName();
    const int room = width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    m_detail->setText(m_detail->fontMetrics().elidedText(words, Qt::ElideMiddle, room));
}

void DropSlot::resizeEvent(QResizeEvent*)
{
    showDetail();
}

void DropSlot::choose()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Choose an embedding set"), QFileInfo(m_file).path(),
                                                      readableFilesFilter());
    if (!file.isEmpty()) setFile(file);
}

void DropSlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& tokens = tokensOf(palette());
    painter.setBrush(m_over ? tokens.sel : tokens.alt);
    painter.setPen(QPen(m_over ? tokens.accent : tokens.ghost, 1, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 6, 6);
}

void DropSlot::dragEnterEvent(QDragEnterEvent* event)
{
    if (localFiles(event->mimeData()).isEmpty()) return;
    event->acceptProposedAction();
    m_over = true;
    update();
}

void DropSlot::dragLeaveEvent(QDragLeaveEvent*)
{
    m_over = false;
    update();
}

void DropSlot::dropEvent(QDropEvent* event)
{
    const QStringList files = localFiles(event->mimeData());
    m_over = false;
    update();
    event->acceptProposedAction();
    if (files.size() > 1)
        emit filesDropped(files);
    else if (!files.isEmpty())
        setFile(files.first());
}

} // namespace bridgescope
