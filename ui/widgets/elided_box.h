#pragma once
#include <QComboBox>

namespace bridgescope {

/// A choice whose text ends in an ellipsis where it has too little room, instead of being cut.
class ElidedBox : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace bridgescope
