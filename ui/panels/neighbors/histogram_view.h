#pragma once
#include "ui/models/column_histogram.h"

#include <QWidget>

namespace bridgescope {

/// A column's values as bars, for the header's menu: those the filter lets through in ink, the others pale. The pointer
/// over a bar says what it stands for.
class HistogramView : public QWidget {
    Q_OBJECT
public:
    HistogramView(ColumnHistogram histogram, const QString& title, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QRectF barRect(int bar) const; ///< where it may stand, its whole height

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString words(int bar) const;
    ColumnHistogram m_histogram;
    QString m_title;
};

} // namespace bridgescope
