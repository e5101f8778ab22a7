#pragma once
#include <QLabel>

namespace bridgescope {

/// A line of plain text that gives way where there is no room: elided at the right, whole in the tool tip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace bridgescope
