#include "ui/help/help_pane.h"
#include "ui/help/shortcuts.h"
#include "ui/main_window/main_window.h"
#include "ui/widgets/help_request.h"

#include <QApplication>
#include <QDockWidget>
#include <QKeyEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QTabWidget>
#include <QWhatsThisClickedEvent>

namespace bridgescope {

void MainWindow::buildHelpMenu()
{
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    // Not HelpContents, which some systems give no key.
    help->addAction(tr("What is &this?"), QKeySequence(Qt::Key_F1), this, [this] {
        const QString focused = helpTopicOf(QApplication::focusWidget());
        showHelp(focused.isEmpty() ? helpTopicOf(m_tabs->currentWidget()) : focused);
    });
    help->addAction(tr("&Keyboard shortcuts"), QKeySequence(Qt::SHIFT | Qt::Key_F1), this, [this] {
        showHelp({});
        m_help->showPage(shortcutsOf(*this));
    });
    help->addSeparator();
    help->addAction(tr("&About Bridgescope"), this, [this] {
        QMessageBox::about(this, tr("About Bridgescope"),
                           tr("Bridgescope %1\nWhen a mapping f carries X into the space of Y, whose neighbors does an "
                              "item keep?\nGPL-3.0-or-later")
                               .arg(QStringLiteral(BRIDGESCOPE_VERSION)));
    });
}

void MainWindow::showHelp(const QString& topic)
{
    if (!m_help) { // made when first asked for: its texts are read from files
        m_help = new HelpPane;
        m_help->setMinimumWidth(280);
        m_helpDock = new QDockWidget(tr("Help"));
        m_helpDock->setObjectName("help-dock");
        m_helpDock->setWidget(m_help);
        connect(m_help, &HelpPane::closeRequested, m_helpDock, &QDockWidget::hide);
        addDockWidget(Qt::RightDockWidgetArea, m_helpDock);
        resizeDocks({m_helpDock}, {340}, Qt::Horizontal);
    }
    m_help->showTopic(topic);
    m_helpDock->show();
    m_helpDock->raise();
}

/// Escape that no view had a use for.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape || !m_helpDock || !m_helpDock->isVisible())
        return QMainWindow::keyPressEvent(event);
    m_helpDock->hide();
}

bool MainWindow::event(QEvent* event)
{
    if (event->type() == QEvent::WhatsThisClicked) {
        showHelp(static_cast<QWhatsThisClickedEvent*>(event)->href());
        return true;
    }
    return QMainWindow::event(event);
}

} // namespace bridgescope
