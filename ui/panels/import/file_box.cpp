#include "ui/panels/import/file_box.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QWheelEvent>

namespace bridgescope {

FileBox::FileBox(const QStringList& words, const QString& askFor, const QString& shownAs, QWidget* parent)
    : ElidedBox(parent), m_words(static_cast<int>(words.size())), m_shownAs(shownAs)
{
    addItems(words);
    addItem(askFor);
    connect(this, &QComboBox::activated, this, [this](int entry) {
        if (entry == count() - 1)
            ask();
        else
            settle(entry);
    });
}

QString FileBox::file() const
{
    return m_chosen == m_words ? itemData(m_chosen).toString() : QString();
}

void FileBox::setFile(const QString& file)
{
    if (file.isEmpty()) return choose(0);
    if (count() == m_words + 1) insertItem(m_words, QString());
    setItemText(m_words, m_shownAs.arg(QFileInfo(file).fileName()));
    setItemData(m_words, file);
    setItemData(m_words, file, Qt::ToolTipRole);
    m_chosen = -1;
    settle(m_words);
}

void FileBox::choose(int word)
{
    settle(word);
}

void FileBox::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void FileBox::settle(int entry)
{
    setCurrentIndex(entry);
    if (entry == m_chosen) return;
    m_chosen = entry;
    emit changed();
}

void FileBox::ask()
{
    const QString chosen =
        QFileDialog::getOpenFileName(this, itemText(count() - 1), QFileInfo(property("beside").toString()).path());
    if (chosen.isEmpty())
        setCurrentIndex(m_chosen);
    else
        setFile(chosen);
}

} // namespace bridgescope
