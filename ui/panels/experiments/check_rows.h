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
    void add(const QString& text, const QString& detail, bool checked);
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
    QVBoxLayout* m_column;
    QVBoxLayout* m_rows;
    QLabel* m_count;
    std::vector<QCheckBox*> m_boxes;
    std::vector<QWidget*> m_lines;
};

} // namespace bridgescope
