#pragma once
#include "ui/widgets/card.h"

namespace bridgescope {

/// The methods sentence with its Copy button. Long ones scroll: the table above keeps its height.
class MethodsCard : public Card {
    Q_OBJECT
public:
    explicit MethodsCard(QWidget* parent = nullptr);
    void setText(const QString& text, bool copyable);
    QString text() const;

private:
    QLabel* m_text;
    QWidget* m_copy;
};

} // namespace bridgescope
