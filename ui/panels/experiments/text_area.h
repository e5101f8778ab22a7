#pragma once
#include <QScrollArea>

class QLabel;

namespace bridgescope {

/// Words that may be many: as high as they are up to a height, beyond that they scroll.
class TextArea : public QScrollArea {
    Q_OBJECT
public:
    TextArea(QLabel& label, int mostHeight, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    bool viewportEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int m_most;
};

} // namespace bridgescope
