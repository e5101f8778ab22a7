#include "ui/main_window/main_window.h"
#include "ui/widgets/card.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>

namespace bridgescope {
namespace {

/// A name that every file system takes, and that no file in the folder has.
QString freeFile(const QDir& folder, const QString& name)
{
    QString base = name;
    base.replace(QRegularExpression("[^\\w.-]+"), "-");
    QString file = base + ".safetensors";
    for (int i = 2; folder.exists(file); ++i)
        file = QStringLiteral("%1-%2.safetensors").arg(base).arg(i);
    return folder.filePath(file);
}

} // namespace

bool MainWindow::mayClose()
{
    if (!m_workspace->hasUnsaved() || property("closes-silently").toBool()) return true;
    QMessageBox box(QMessageBox::Question, tr("Bridgescope"), tr("Trained mappings are not saved."),
                    QMessageBox::NoButton, this);
    box.setInformativeText(tr("They can be trained again with the same settings and seed."));
    const auto* save = box.addButton(tr("Save models…"), QMessageBox::AcceptRole);
    const auto* discard = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return box.clickedButton() == save ? saveUnsaved() : box.clickedButton() == discard;
}

bool MainWindow::saveUnsaved()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder for the models"));
    if (chosen.isEmpty()) return false;
    const QDir folder(chosen);
    try {
        const OpenPair* pair = m_workspace->pair();
        for (const MappingEntry& entry : m_workspace->mappings()) {
            if (!entry.model || entry.saved) continue;
            const QString target = QString::fromStdString(entry.forward ? pair->y.name : pair->x.name);
            m_workspace->saveMapping(entry.id, freeFile(folder, tr("%1 to %2").arg(entry.name, target)));
        }
        return true;
    } catch (const Error& error) {
        m_banner->show(QString::fromUtf8(error.what()), {}, {tr("Close")});
        return false;
    }
}

} // namespace bridgescope
