#include "ui/models/filter_expression.h"

#include "ui/models/filter_lexer.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::Parser", text);
}

using Predicate = Filter::Predicate;

/// Recursive descent over: any = all ("or" all)*, all = one ("and" one)*, one = "not" one | "(" any ")" | comparison.
class Parser {
public:
    explicit Parser(std::vector<FilterToken> tokens) : m_tokens(std::move(tokens)) {}

    Predicate parse(std::optional<FilterError>& error)
    {
        Predicate whole = any(0);
        if (!m_error && now().kind == TokenKind::Close) fail(tr("nothing was opened that this closes"), now());
        if (!m_error && now().kind != TokenKind::End) fail(tr("expected “and” or “or”"), now());
        error = m_error;
        return m_error ? Predicate() : whole;
    }

private:
    static constexpr int deepest = 64; // of parentheses: the stack is not for a pasted file

    const FilterToken& now() const { return m_tokens[m_at]; }
    bool takeWord(const char* word)
    {
        if (now().kind != TokenKind::Word || now().text.compare(QLatin1String(word), Qt::CaseInsensitive) != 0)
            return false;
        ++m_at;
        return true;
    }
    Predicate fail(const QString& message, const FilterToken& at)
    {
        if (!m_error) m_error = FilterError{message, at.column};
        return {};
    }

    Predicate any(int depth)
    {
        Predicate left = all(depth);
        while (!m_error && takeWord("or")) {
            Predicate right = all(depth);
            left = [left, right](const FilterRow& row) { return left(row) || right(row); };
        }
        return left;
    }
    Predicate all(int depth)
    {
        Predicate left = one(depth);
        while (!m_error && takeWord("and")) {
            Predicate right = one(depth);
            left = [left, right](const FilterRow& row) { return left(row) && right(row); };
        }
        return left;
    }
    Predicate one(int depth)
    {
        if (depth > deepest) return fail(tr("too many parentheses"), now());
        if (takeWord("not")) {
            Predicate inner = one(depth + 1);
            return [inner](const FilterRow& row) { return !inner(row); };
        }
        if (now().kind == TokenKind::Open) {
            const FilterToken open = now();
            ++m_at;
            Predicate inner = any(depth + 1);
            if (m_error) return {};
            if (now().kind != TokenKind::Close) return fail(tr("this parenthesis does not close"), open);
            ++m_at;
            return inner;
        }
        return comparison();
    }
    Predicate comparison()
    {
        const FilterToken name = now();
        if (name.kind != TokenKind::Word) return fail(tr("expected a field: %1").arg(fieldNames()), name);
        const auto& fields = filterFields();
        const auto field = std::find_if(fields.begin(), fields.end(), [&](const auto& f) {
            return name.text.compare(QLatin1String(f.name), Qt::CaseInsensitive) == 0;
        });
        if (field == fields.end())
            return fail(tr("there is no field “%1”; there are %2").arg(name.text, fieldNames()), name);
        ++m_at;
        const FilterToken op = now();
        if (op.kind != TokenKind::Operator)
            return fail(tr("expected = != < <= > >= or ~ after “%1”").arg(name.text), op);
        ++m_at;
        return field->isText ? textComparison(field->field, op) : numberComparison(field->field, op, name.text);
    }
    Predicate textComparison(FilterField field, const FilterToken& op)
    {
        if (now().kind != TokenKind::Text && now().kind != TokenKind::Word)
            return fail(tr("expected text in quotes"), now());
        const QString text = now().text;
        ++m_at;
        const auto equals = [text](const QString& value) { return value.compare(text, Qt::CaseInsensitive) == 0; };
        if (op.text == "=") return [=](const FilterRow& row) { return equals(row.textOf(field)); };
        if (op.text == "!=") return [=](const FilterRow& row) { return !equals(row.textOf(field)); };
        if (op.text == "~")
            return [=](const FilterRow& row) { return row.textOf(field).contains(text, Qt::CaseInsensitive); };
        return fail(tr("text compares by = != or ~"), op);
    }
    Predicate numberComparison(FilterField field, const FilterToken& op, const QString& name)
    {
        if (now().kind != TokenKind::Number) return fail(tr("expected a number to compare “%1” with").arg(name), now());
        const double v = now().value;
        ++m_at;
        if (op.text == "=") return [=](const FilterRow& row) { return row.numberOf(field) == v; };
        if (op.text == "!=") return [=](const FilterRow& row) { return row.numberOf(field) != v; };
        if (op.text == "<") return [=](const FilterRow& row) { return row.numberOf(field) < v; };
        if (op.text == "<=") return [=](const FilterRow& row) { return row.numberOf(field) <= v; };
        if (op.text == ">") return [=](const FilterRow& row) { return row.numberOf(field) > v; };
        if (op.text == ">=") return [=](const FilterRow& row) { return row.numberOf(field) >= v; };
        return fail(tr("“%1” is a number; ~ is for text").arg(name), op);
    }
    static QString fieldNames()
    {
        QStringList names;
        for (const auto& field : filterFields())
            names << QLatin1String(field.name);
        return names.join(QStringLiteral(", "));
    }

    std::vector<FilterToken> m_tokens;
    std::size_t m_at = 0;
    std::optional<FilterError> m_error;
};

bool compares(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return QStringLiteral("=<>~").contains(c); });
}

} // namespace

const std::vector<FilterFieldName>& filterFields()
{
    static const std::vector<FilterFieldName> fields{
        {"xf", FilterField::XF, false},      {"yf", FilterField::YF, false},
        {"xy", FilterField::XY, false},      {"d", FilterField::Difference, false},
        {"cos", FilterField::Cosine, false}, {"hub", FilterField::Hubs, false},
        {"label", FilterField::Label, true}, {"category", FilterField::Category, true}};
    return fields;
}

Filter Filter::parse(const QString& written, std::optional<FilterError>& error)
{
    error.reset();
    const QString text = written.trimmed();
    if (text.isEmpty()) return {};
    if (text.size() > 2 && text.startsWith('/') && text.endsWith('/')) {
        const QRegularExpression pattern(text.mid(1, text.size() - 2), QRegularExpression::CaseInsensitiveOption);
        if (!pattern.isValid()) {
            const auto at = written.indexOf('/') + 1 + pattern.patternErrorOffset();
            error = FilterError{pattern.errorString(), static_cast<int>(at)};
            return {};
        }
        return Filter(
            [pattern](const FilterRow& row) { return pattern.match(row.textOf(FilterField::Label)).hasMatch(); });
    }
    if (!compares(text))
        return Filter([text](const FilterRow& row) {
            return row.textOf(FilterField::Label).contains(text, Qt::CaseInsensitive) ||
                   row.textOf(FilterField::Category).contains(text, Qt::CaseInsensitive);
        });
    const auto tokens = cutFilter(written, error);
    if (error) return {};
    Predicate accepts = Parser(tokens).parse(error);
    return error ? Filter() : Filter(std::move(accepts));
}

} // namespace bridgescope
