#include "ui/widgets/card.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tokens.h"

#include <QAccessible>
#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace bridgescope {
namespace {

bool restyles(const QEvent* event)
{
    return event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange;
}

} // namespace

void paintCardGround(QPainter& painter, const QWidget& widget)
{
    const Tokens& t = tokensOf(widget.palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.base);
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

Card::Card(const QString& title, QWidget* parent) : QFrame(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(1, 0, 1, 1);
    m_column->setSpacing(0);
    m_titleRow = new QHBoxLayout;
    m_titleRow->setContentsMargins(12, title.isEmpty() ? 0 : 4, 8, 0);
    m_titleRow->setSpacing(6);
    m_title = new ElidedLabel(title);
    m_title->setProperty("role", "title");
    m_title->setVisible(!title.isEmpty());
    m_title->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_titleRow->addWidget(m_title, 1);
    m_column->addLayout(m_titleRow);
    m_footer = new ElidedLabel; // whole in the tool tip, the description and whatever is exported
    m_footer->setContentsMargins(12, 0, 12, 0);
    m_footer->setProperty("role", "caption"); // its color is the sheet's: a palette of its own is lost to a new sheet
    m_footer->hide();
    m_column->addWidget(m_footer);
    setAccessibleName(title);
    restyle();
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

QString Card::title() const
{
    return m_title->text();
}

void Card::setBody(QWidget* body)
{
    delete m_body;
    m_body = body;
    m_column->insertWidget(1, body, 1);
}

void Card::setConvention(const QString& line)
{
    m_footer->setText(line);
    m_footer->setToolTip(line);
    m_footer->setVisible(!line.isEmpty());
    setAccessibleDescription(line);
    update();
}

QString Card::convention() const
{
    return m_footer->text();
}

QMenu* Card::menu()
{
    if (!m_menu) {
        m_menu = new QMenu(this);
        m_menuButton = new QToolButton;
        m_menuButton->setIcon(themedIcon(Icon::More));
        m_menuButton->setMenu(m_menu);
        m_menuButton->setPopupMode(QToolButton::InstantPopup);
        m_menuButton->setAccessibleName(tr("Menu of %1").arg(title()));
        m_menuButton->setToolTip(tr("Export, copy, numbers"));
        m_titleRow->addWidget(m_menuButton);
    }
    return m_menu;
}

void Card::setLoading(bool loading)
{
    if (loading == m_loading) return;
    m_loading = loading;
    fade();
}

void Card::setOutdated(bool outdated)
{
    if (outdated == m_outdated) return;
    m_outdated = outdated;
    fade();
}

void Card::fade()
{
    update();
    if (!m_body || isFaded() == (m_body->graphicsEffect() != nullptr)) return;
    QGraphicsOpacityEffect* effect = nullptr;
    if (isFaded()) {
        effect = new QGraphicsOpacityEffect;
        effect->setOpacity(0.6);
    }
    m_body->setGraphicsEffect(effect); // deletes the one before
}

void Card::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    paintCardGround(painter, *this);
    if (!m_footer->isHidden()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(t.line2);
        painter.drawLine(1, m_footer->y() - 1, width() - 2, m_footer->y() - 1);
    }
    if (m_loading) painter.fillRect(QRectF(6, 1, width() - 12, 2), t.accent);
}

void Card::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (restyles(event)) restyle();
}

void Card::restyle()
{
    m_title->setFont(textFont(font(), TextSize::Title, true));
    m_title->setMinimumHeight(qRound(28 * textScale(font())));
    m_footer->setFont(textFont(font(), TextSize::Caption));
    m_footer->setFixedHeight(qRound(24 * textScale(font())));
}

Banner::Banner(QWidget* parent) : QFrame(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(36, 8, 12, 8);
    row->setSpacing(8);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    m_text = new QLabel;
    m_text->setWordWrap(true);
    m_detail = new QLabel;
    m_detail->setProperty("role", "label");
    m_detail->setWordWrap(true);
    texts->addWidget(m_text);
    texts->addWidget(m_detail);
    row->addLayout(texts, 1);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(8);
    row->addLayout(m_buttons);
    hide();
    restyle();
}

void Banner::show(const QString& text, const QString& detail, const QStringList& buttons)
{
    m_text->setText(text);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    for (int i = 0; i < buttons.size(); ++i) {
        auto* button = new QPushButton(buttons[i]);
        button->setProperty("primary", i == 0 && buttons.size() > 1);
        connect(button, &QPushButton::clicked, this, [this, i] { emit chosen(i); });
        m_buttons->addWidget(button);
    }
    setAccessibleName(text);
    setAccessibleDescription(detail);
    setVisible(true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::dismiss()
{
    hide();
    m_text->clear();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.warningLine, 1));
    painter.setBrush(t.warningGround);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    paintIcon(painter, QRectF(12, height() / 2.0 - 8, 16, 16), Icon::Warning, t.warningText);
}

void Banner::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (restyles(event)) restyle();
}

void Banner::restyle()
{
    m_text->setFont(textFont(font(), TextSize::Body, true));
    m_detail->setFont(textFont(font(), TextSize::Body));
}

EmptyPlace::EmptyPlace(const QString& text, const QString& detail, const QString& button, QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addStretch(1);
    m_text = new QLabel;
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setFont(textFont(font(), TextSize::Title, true));
    m_detail = new QLabel;
    m_detail->setAlignment(Qt::AlignCenter);
    m_detail->setWordWrap(true);
    m_detail->setProperty("role", "label");
    column->addWidget(m_text);
    column->addWidget(m_detail);
    auto* press = new QPushButton(button);
    connect(press, &QPushButton::clicked, this, &EmptyPlace::pressed);
    column->addSpacing(6);
    column->addWidget(press, 0, Qt::AlignHCenter);
    column->addStretch(1);
    setText(text, detail);
}

void EmptyPlace::setText(const QString& text, const QString& detail)
{
    m_text->setText(text);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

} // namespace bridgescope
