#pragma once
#include "ui/widgets/marks.h"

#include <QWidget>

namespace bridgescope {

/// A space's letter in its frame, in front of a title.
class SpaceBadge : public QWidget {
public:
    explicit SpaceBadge(Space space, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Space m_space;
};

} // namespace bridgescope
