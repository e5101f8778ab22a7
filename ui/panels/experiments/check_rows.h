#pragma once
#include <QWidget>
#include <vector>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace bridgescope {

/// A section of the form: heading with a count, one checkbox a row, a detail at its right end.
class CheckRows : public QWidget {
    Q_OBJECT
public:
    explicit CheckRows(const QString& title, QWidget* parent = nullptr);
    void clear();
    /// `right` stands at the row's end instead of the detail.
    void add(const QString& text, const QString& detail, bool checked, QWidget* right = nullptr);
    /// Rows that cannot be checked, below the others: what is not there yet, in the same words for each.
    void setAbsent(const QStringList& texts, const QString& detail);
    void setText(int row, const QString& text, const QString& tip);
    QString text(int row) const;
    bool isChecked(int row) const;
    void setChecked(int row, bool checked);
    int count() const { return static_cast<int>(m_boxes.size()); }
    int checkedCount() const;
    /// A widget below the rows.
    void addBelow(QWidget* widget);

signals:
    void toggled();

private:
    void refreshCount();
    QWidget* line(QCheckBox* box, QWidget* right);
    QVBoxLayout* m_column;
    QVBoxLayout* m_rows;
    QLabel* m_count;
    std::vector<QCheckBox*> m_boxes;
    std::vector<QWidget*> m_lines, m_absent;
    QVBoxLayout* m_absentRows;
};

} // namespace bridgescope
