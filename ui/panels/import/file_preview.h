#pragma once
#include "core/dataset/reader.h"
#include "ui/widgets/card.h"
#include "ui/widgets/marks.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QTableWidget;

namespace bridgescope {

class FileBox;

/// One file of the import page: what was guessed, fields that overrule it, and the first rows.
class FilePreview : public Card {
    Q_OBJECT
public:
    FilePreview(Space space, QWidget* parent = nullptr);
    void setFile(const QString& file);
    /// Another file for this side, asked for in a dialog.
    void askForFile();
    /// The other side's files, with what stands beside each.
    void swapWith(FilePreview& other);
    QString file() const { return m_file; }
    ReadOptions options() const;
    QString name() const;
    bool isReadable() const { return m_readable; }
    QString problem() const { return m_problem; }

signals:
    void optionsChanged(); ///< another file, or a guess overruled

private:
    void preview();
    void show(const Preview& preview);

    Space m_space;
    QString m_file, m_problem;
    bool m_readable = false;
    QLabel* m_summary;
    QLabel* m_hint;
    QComboBox* m_format;
    QComboBox* m_delimiter;
    QComboBox* m_header;
    QLineEdit* m_labels;
    QLabel* m_labelHint;
    FileBox* m_labelsFile;
    FileBox* m_metadata;
    QLineEdit* m_name;
    QTableWidget* m_rows;
};

} // namespace bridgescope
