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
    const bool unsaved = m_workspace->hasUnsaved();
    const MappingEntry* trained = m_workspace->trained();
    if ((!unsaved && !trained) || property("closes-silently").toBool()) return true;
    const QString training = trained ? tr("%1 is not trained to its end.").arg(trained->name) : QString();
    QMessageBox box(QMessageBox::Question, tr("Bridgescope"),
                    unsaved ? tr("Trained mappings are not saved.") : training, QMessageBox::NoButton, this);
    const QString again = tr("They can be trained again with the same settings and seed.");
    box.setInformativeText(
        !trained ? again
                 : (unsaved ? training + " " : QString()) +
                       tr("What it has learnt goes; to keep it, cancel its training first and save the model."));
    const auto* save = unsaved ? box.addButton(tr("Save models…"), QMessageBox::AcceptRole) : nullptr;
    const auto* discard = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return save && box.clickedButton() == save ? saveUnsaved() : box.clickedButton() == discard;
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
