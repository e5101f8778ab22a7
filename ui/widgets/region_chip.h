#pragma once
#include "ui/widgets/marks.h"

#include <QAbstractButton>
#include <optional>

namespace bridgescope {

/// A pill that filters the lists by region: glyph, name, count. Without a region: "All". Checkable.
class RegionChip : public QAbstractButton {
    Q_OBJECT
public:
    explicit RegionChip(std::optional<Region> region, QWidget* parent = nullptr);
    void setCount(int count);
    int count() const { return m_count; }
    void setCompact(bool compact); ///< one-word names
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString name() const;
    std::optional<Region> m_region;
    int m_count = 0;
    bool m_compact = false;
};

} // namespace bridgescope
