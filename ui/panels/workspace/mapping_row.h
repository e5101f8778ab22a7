#pragma once
#include <QString>
#include <QStyledItemDelegate>
#include <optional>
#include <vector>

namespace bridgescope {

struct MappingEntry;

/// What the dock shows of a mapping: a state mark, its name, how its overlaps went, what they are at the shared K.
struct MappingRow {
    enum class Mark { Waits, Runs, Done, LookedAt, Failed };
    int id = -1;
    Mark mark = Mark::Waits;
    std::vector<double> xf, yf;     ///< epoch by epoch; of a closed form one value
    double reference = 0;           ///< X, Y
    std::optional<double> progress; ///< of a net that is trained, 0 to 1
    QString words;                  ///< instead of numbers: "31 / 50", "queued"
};
/// `looked`: whether it is the mapping looked at.
MappingRow mappingRowOf(const MappingEntry& entry, bool looked, qint64 k);
/// "0.46  0.17", or the words.
QString numbersOf(const MappingRow& row);

/// Draws the rows of mappings and the header above their numbers; every other row as usual.
class MappingRowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum { RowRole = Qt::UserRole + 10, HeaderRole }; ///< a MappingRow; true for the row "X,f  Y,f"
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Where a click cancels: in the second column of a row that is trained.
    static QRectF cancelRect(const QRect& cell, double scale);

signals:
    void cancelRequested(int id);

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
};

} // namespace bridgescope

Q_DECLARE_METATYPE(bridgescope::MappingRow)
