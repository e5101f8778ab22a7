#include "ui/panels/start/start_page.h"

#include "ui/panels/start/drop_slot.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace bridgescope {
namespace {

QLabel* heading(const QString& text, int pixels)
{
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setPixelSize(pixels);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QLabel* caption(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("role", "label");
    label->setWordWrap(true);
    return label;
}

QFrame* cardFrame(QVBoxLayout*& column)
{
    auto* card = new Card(QString());
    auto* body = new QWidget;
    column = new QVBoxLayout(body);
    column->setContentsMargins(24, 18, 24, 20);
    card->setBody(body);
    return card;
}

class Logo : public QWidget {
public:
    Logo() { setFixedSize(44, 44); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintLogo(painter, rect());
    }
};

} // namespace

StartPage::StartPage(QWidget* parent) : QWidget(parent), m_banner(new Banner)
{
    setProperty("surface", "win");
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 24, 24, 24);
    auto* center = new QWidget;
    center->setMaximumWidth(1200);
    auto* grid = new QGridLayout(center);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(16);
    auto* title = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->addWidget(heading(QStringLiteral("Bridgescope"), 24));
    words->addWidget(caption(tr("When a mapping f carries X into the space of Y, whose neighbors does an item keep?")));
    title->addWidget(new Logo);
    title->addSpacing(12);
    title->addLayout(words, 1);
    grid->addLayout(title, 0, 0, 1, 2);
    grid->addWidget(m_banner, 1, 0, 1, 2);
    m_banner->dismiss();
    grid->addWidget(buildOpenCard(), 2, 0);
    grid->addWidget(buildSampleCard(), 3, 0);
    grid->addWidget(buildSyntheticCard(), 4, 0);
    m_recentCard = buildRecentCard();
    grid->addWidget(m_recentCard, 2, 1, 3, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    outer->addStretch();
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(center, 20);
    row->addStretch();
    outer->addLayout(row);
    outer->addStretch();
    setRecent({});
}

QWidget* StartPage::buildOpenCard()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = cardFrame(column);
    column->addWidget(heading(tr("Open two files that describe the same items"), 18));
    column->addWidget(caption(tr("Drop them here, or choose them one by one. Rows are matched by label or by order.")));
    column->addSpacing(8);
    m_x = new DropSlot(Space::X, tr("Mapped from"), tr("words, images, any vectors"));
    m_y = new DropSlot(Space::Y, tr("Mapped into"), tr("the space f(X) should reach"));
    auto* swap = new QToolButton;
    swap->setIcon(themedIcon(Icon::Swap));
    swap->setToolTip(tr("Swap the two files"));
    swap->setAccessibleName(swap->toolTip());
    auto* row = new QHBoxLayout;
    row->addWidget(m_x, 1);
    row->addWidget(swap);
    row->addWidget(m_y, 1);
    column->addLayout(row);
    column->addSpacing(8);
    column->addWidget(
        caption(tr("npy, csv, tsv, word2vec, GloVe, fastText .vec, and .gz of text. Nothing leaves this computer.")));
    for (DropSlot* slot : {m_x, m_y}) {
        connect(slot, &DropSlot::fileChanged, this, &StartPage::offer);
        connect(slot, &DropSlot::filesDropped, this,
                [this](const QStringList& files) { setFiles(files[0], files[1]); });
    }
    connect(swap, &QToolButton::clicked, this, [this] { fillSlots(m_y->file(), m_x->file()); });
    return card;
}

QWidget* StartPage::buildSampleCard()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = cardFrame(column);
    auto* row = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->addWidget(heading(tr("Emoji, words and pictures"), 18));
    words->addWidget(caption(tr("The sample: 1,906 emoji, words 100-d, pictures 128-d, with categories. Opens with "
                                "ridge trained in both directions.")));
    row->addLayout(words, 1);
    auto* open = new QPushButton(tr("Open the sample"));
    open->setProperty("primary", true);
    row->addWidget(open, 0, Qt::AlignTop);
    column->addLayout(row);
    m_pictures = new QLabel;
    m_pictures->setAccessibleName(tr("Some of the sample's pictures"));
    column->addSpacing(8);
    m_pictures->setMinimumHeight(36);
    column->addWidget(m_pictures);
    connect(open, &QPushButton::clicked, this, &StartPage::sampleRequested);
    return card;
}

QWidget* StartPage::buildSyntheticCard()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = cardFrame(column);
    auto* row = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->addWidget(heading(tr("A pair whose answer is known"), 16));
    words->addWidget(caption(tr("For a class: Y is X turned, bent, or knows nothing of X. Predict the overlaps first, "
                                "then look.")));
    row->addLayout(words, 1);
    auto* make = new QPushButton(tr("Make a synthetic pair…"));
    row->addWidget(make, 0, Qt::AlignTop);
    column->addLayout(row);
    connect(make, &QPushButton::clicked, this, &StartPage::syntheticRequested);
    return card;
}

QWidget* StartPage::buildRecentCard()
{
    auto* card = new Card(tr("Opened before"));
    auto* body = new QWidget;
    m_recentRows = new QVBoxLayout(body);
    m_recentRows->setContentsMargins(12, 0, 12, 12);
    card->setBody(body);
    return card;
}

void StartPage::setRecent(const QStringList& pairs)
{
    while (QLayoutItem* item = m_recentRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& pair : pairs) {
        const QStringList files = pair.split('\n');
        if (files.size() != 2) continue;
        auto* button =
            new QPushButton(tr("%1  →  %2").arg(QFileInfo(files[0]).fileName(), QFileInfo(files[1]).fileName()));
        button->setProperty("flat", true);
        button->setStyleSheet(QStringLiteral("text-align: left;"));
        button->setToolTip(pair);
        connect(button, &QPushButton::clicked, this, [this, files] { emit filesChosen(files[0], files[1]); });
        m_recentRows->addWidget(button);
    }
    if (pairs.isEmpty()) m_recentRows->addWidget(caption(tr("Pairs you open are listed here.")));
}

void StartPage::setSamplePictures(const QPixmap& row)
{
    QPixmap shown = row;
    shown.setDevicePixelRatio(row.height() / 36.); // 36 px high at 100 %
    m_pictures->setPixmap(shown);
}

void StartPage::setFiles(const QString& x, const QString& y)
{
    QSignalBlocker block(m_x);
    if (!x.isEmpty()) m_x->setFile(x);
    block.unblock();
    if (!y.isEmpty() && y != m_y->file())
        m_y->setFile(y);
    else
        offer();
}

void StartPage::fillSlots(const QString& x, const QString& y)
{
    const QSignalBlocker blockX(m_x), blockY(m_y);
    m_x->setFile(x);
    m_y->setFile(y);
}

void StartPage::addFile(const QString& file)
{
    const bool haveX = !m_x->file().isEmpty(), haveY = !m_y->file().isEmpty();
    if (haveX && haveY) {
        fillSlots({}, {});
    }
    (haveX && !haveY ? m_y : m_x)->setFile(file);
}

void StartPage::offer()
{
    m_banner->dismiss();
    if (!m_x->file().isEmpty() && !m_y->file().isEmpty()) emit filesChosen(m_x->file(), m_y->file());
}

void StartPage::showProblem(const QString& text)
{
    m_banner->show(text);
}

} // namespace bridgescope
