#pragma once
#include "ui/widgets/elided_box.h"

namespace bridgescope {

/// A choice of a few words or of a file, which its last entry asks for.
class FileBox : public ElidedBox {
    Q_OBJECT
public:
    FileBox(const QStringList& words, const QString& askFor, const QString& shownAs = QStringLiteral("%1"),
            QWidget* parent = nullptr);
    /// The file chosen; empty where one of the words is.
    QString file() const;
    /// A file, or the first of the words where it is empty.
    void setFile(const QString& file);
    void choose(int word);

signals:
    void changed();

protected:
    void wheelEvent(QWheelEvent* event) override; ///< scrolls the page: no dialog by accident

private:
    void settle(int entry);
    void ask();
    int m_words;
    QString m_shownAs;
    int m_chosen = 0;
};

} // namespace bridgescope
