#include "ui/main_window/main_window.h"
#include "ui/models/window_words.h"
#include "ui/panels/import/import_page.h"
#include "ui/panels/start/start_page.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QSettings>

namespace bridgescope {
namespace {

constexpr int mostRecent = 8;

} // namespace

void MainWindow::openFiles(const QStringList& files)
{
    if (files.isEmpty()) return;
    if (files.size() == 1) {
        showPage(StartPageIndex);
        return m_start->addFile(files[0]);
    }
    showPage(ImportPageIndex);
    m_import->setFiles(files[0], files[1]);
}

void MainWindow::openSample()
{
    if (!mayClose()) return;
    m_workspace->openSample();
}

void MainWindow::acceptPair(const std::shared_ptr<ImportedPair>& pair)
{
    if (!mayClose()) return; // the mappings of the pair that is open go with it
    const QString x = m_import->fileX(), y = m_import->fileY();
    try {
        auto open = makeOpenPair(pair->x, pair->y, pair->pairs, pair->split);
        open->readX = pair->readX;
        open->readY = pair->readY;
        open->pairing = pair->pairing;
        m_workspace->open(std::move(open));
    } catch (const Error& error) {
        return m_start->showProblem(windowWords(QString::fromUtf8(error.what())));
    }
    rememberPair(x, y);
    if (pair->train) trainRidge(true);
}

void MainWindow::rememberPair(const QString& x, const QString& y)
{
    QSettings settings;
    QStringList recent = settings.value("recent/pairs").toStringList();
    const QString entry = x + '\n' + y;
    recent.removeAll(entry);
    recent.prepend(entry);
    while (recent.size() > mostRecent)
        recent.removeLast();
    settings.setValue("recent/pairs", recent);
    m_start->setRecent(recent);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    event->acceptProposedAction();
    openFiles(files);
}

} // namespace bridgescope
