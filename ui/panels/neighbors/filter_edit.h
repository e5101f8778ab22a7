#pragma once
#include "ui/models/filter_expression.h"

#include <QLineEdit>
#include <QWidget>

namespace bridgescope {

/// The line under a filter that says what cannot be read, with a caret under the character where it begins.
class FilterErrorLine : public QWidget {
    Q_OBJECT
public:
    FilterErrorLine(QLineEdit& field, QWidget* parent = nullptr);
    void show(const FilterError& error);
    QString message() const { return m_error.message; }
    /// Where the caret stands, in this widget's coordinates.
    double caretX() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLineEdit& m_field;
    FilterError m_error;
};

/// A line edit that reads a Filter as it is typed.
class FilterEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit FilterEdit(QWidget* parent = nullptr);
    const std::optional<FilterError>& error() const { return m_error; }

signals:
    void filterChanged(const bridgescope::Filter& filter); ///< only for text that can be read
    void errorChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void read();
    std::optional<FilterError> m_error;
};

} // namespace bridgescope
