#include "ui/help/help_pane.h"

#include "core/base/error.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tokens.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextFrame>
#include <QTextTable>
#include <QVBoxLayout>

namespace bridgescope {
namespace {

/// Markdown's own headings are too large for a side pane, its tables have no frame that fits the theme.
void restyleText(QTextDocument& document, const QFont& font, const Tokens& tokens)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat lines = block.blockFormat();
        lines.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
        if (const int level = lines.headingLevel(); level > 0) {
            QTextCharFormat words;
            words.setProperty(QTextFormat::FontSizeAdjustment, 0);
            words.setFont(textFont(font, level == 1 ? TextSize::Heading : TextSize::Title, true));
            cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor); // not the end of the block before
            cursor.mergeCharFormat(words);
            lines.setTopMargin(level == 1 ? 0 : 14);
        }
        cursor.setBlockFormat(lines);
    }
    for (QTextFrame* frame : document.rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorder(1);
            format.setBorderBrush(tokens.line);
            format.setBorderCollapse(true);
            format.setCellPadding(4);
            table->setFormat(format);
        }
}

} // namespace

HelpPane::HelpPane(QWidget* parent) : QWidget(parent), m_topics(new QComboBox), m_browser(new QTextBrowser)
{
    setProperty("surface", "base");
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    m_topics->setAccessibleName(tr("Topic"));
    column->addWidget(m_topics);
    m_browser->setAccessibleName(tr("Help text"));
    m_browser->setOpenLinks(false);
    m_browser->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_browser, 1);
    try {
        m_texts = readHelpTexts();
    } catch (const Error& error) {
        m_shown = QString::fromUtf8(error.what());
    }
    for (const HelpText& text : std::as_const(m_texts))
        m_topics->addItem(text.title, text.topic);
    connect(m_topics, &QComboBox::activated, this, [this](int row) { showTopic(m_topics->itemData(row).toString()); });
    connect(m_browser, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) { showTopic(link.toString()); });
    if (m_texts.isEmpty())
        render(m_shown);
    else
        showTopic(m_texts.front().topic);
}

void HelpPane::showTopic(const QString& topic)
{
    if (m_texts.isEmpty()) return;
    const int row = std::max(0, m_topics->findData(topic));
    m_topics->setCurrentIndex(row);
    render(m_texts[row].markdown);
}

void HelpPane::showPage(const QString& markdown)
{
    m_topics->setCurrentIndex(-1);
    render(markdown);
}

QString HelpPane::topic() const
{
    return m_topics->currentData().toString();
}

QString HelpPane::text() const
{
    return m_browser->toPlainText();
}

void HelpPane::render(const QString& markdown)
{
    m_shown = markdown;
    m_browser->document()->setDefaultFont(font());
    m_browser->setMarkdown(markdown);
    restyleText(*m_browser->document(), font(), tokensOf(palette()));
    m_browser->moveCursor(QTextCursor::Start);
}

void HelpPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
    emit closeRequested();
}

void HelpPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) render(m_shown);
}

} // namespace bridgescope
