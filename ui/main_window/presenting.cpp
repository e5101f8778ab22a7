#include "ui/main_window/main_window.h"
#include "ui/main_window/shared_bar.h"
#include "ui/widgets/theme.h"

#include <QDockWidget>
#include <QMenuBar>
#include <QSettings>
#include <QStatusBar>

#include <algorithm>
#include <array>
#include <cmath>

namespace bridgescope {
namespace {

constexpr std::array scales{1.0, 1.1, 1.25, 1.5, 1.75, 2.0};
constexpr double presenterScale = 1.5; ///< until another is chosen

/// The scale chosen while presenting and the one chosen at the desk are remembered apart.
QString scaleKey(bool presenting)
{
    return presenting ? QStringLiteral("window/presenter-scale") : QStringLiteral("window/scale");
}

} // namespace

void MainWindow::buildPresenter(QMenu& view)
{
    m_present = view.addAction(tr("&Presenter mode"), QKeySequence(Qt::Key_F11), this,
                               [this] { setPresenting(m_present->isChecked()); });
    m_present->setCheckable(true);
    // A shortcut would take Escape from the views, where it clears a selection; so it is there while presenting only.
    m_leave = view.addAction(tr("&Leave presenter mode"), QKeySequence(Qt::Key_Escape), this,
                             [this] { setPresenting(false); });
    m_leave->setEnabled(false);
    const QList<QKeySequence> plus{QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)};
    view.addAction(tr("L&arger"), this, [this] { stepScale(1); })->setShortcuts(plus);
    view.addAction(tr("S&maller"), QKeySequence(Qt::CTRL | Qt::Key_Minus), this, [this] { stepScale(-1); });
    view.addAction(tr("Normal si&ze"), QKeySequence(Qt::CTRL | Qt::Key_0), this, [this] {
        m_theme.setScale(1);
        QSettings().setValue(scaleKey(m_presenting), 1.0);
    });
}

void MainWindow::stepScale(int steps)
{
    std::size_t at = 0;
    for (std::size_t i = 1; i < scales.size(); ++i)
        if (std::abs(scales[i] - m_theme.scale()) < std::abs(scales[at] - m_theme.scale())) at = i;
    const int next = std::clamp(static_cast<int>(at) + steps, 0, static_cast<int>(scales.size()) - 1);
    m_theme.setScale(scales[static_cast<std::size_t>(next)]);
    QSettings().setValue(scaleKey(m_presenting), m_theme.scale());
}

void MainWindow::setPresenting(bool on)
{
    if (on == m_presenting) return;
    m_presenting = on;
    if (on) m_wasFullScreen = isFullScreen();
    m_present->setChecked(on);
    m_leave->setEnabled(on);
    menuBar()->setVisible(!on);
    statusBar()->setVisible(!on);
    m_dock->setVisible(!on && m_dockWanted && m_workspace->pair());
    m_bar->setPresenting(on);
    m_theme.setScale(QSettings().value(scaleKey(on), on ? presenterScale : 1.0).toDouble());
    if (!m_wasFullScreen) setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
}

} // namespace bridgescope
