#pragma once
#include <QRegularExpression>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace bridgescope {

/// What an expression may ask of a row.
enum class FilterField { XF, YF, XY, Difference, Cosine, Hubs, Label, Category };

/// Reads a row's values: numbers for the first six fields, text for the last two.
class FilterRow {
public:
    virtual ~FilterRow() = default;
    virtual double numberOf(FilterField field) const = 0;
    virtual QString textOf(FilterField field) const = 0;
};

/// Where a filter cannot be read: what is wrong, and at which character (from 0).
struct FilterError {
    QString message;
    int column = 0;
};

/// A filter over items. Either an expression
///     xf >= 6 and yf <= 1 and category = "Flags"
///     not (d > 0) or label ~ "taxi"
/// with the fields xf, yf, xy, d, cos, hub, label, category, the operators = != < <= > >= and ~ (contains), `and`
/// before `or`, `not`, parentheses; or, where nothing in it compares, plain text that label or category must contain;
/// or /a regular expression/ for the label. Text compares without regard to case.
class Filter {
public:
    Filter() = default; ///< lets everything pass
    static Filter parse(const QString& text, std::optional<FilterError>& error);

    bool isEmpty() const { return !m_accepts; }
    bool accepts(const FilterRow& row) const { return !m_accepts || m_accepts(row); }

    using Predicate = std::function<bool(const FilterRow&)>;

private:
    explicit Filter(Predicate accepts) : m_accepts(std::move(accepts)) {}
    Predicate m_accepts;
};

/// The field names an expression may use, with what they mean: for completion and help.
struct FilterFieldName {
    const char* name;
    FilterField field;
    bool isText;
};
const std::vector<FilterFieldName>& filterFields();

} // namespace bridgescope
