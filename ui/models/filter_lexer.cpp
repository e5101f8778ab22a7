#include "ui/models/filter_lexer.h"

#include <QCoreApplication>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::Parser", text);
}

bool beginsNumber(const QString& text, qsizetype at)
{
    const auto digitAt = [&](qsizetype i) { return i < text.size() && text[i].isDigit(); };
    const QChar c = text[at];
    if (c.isDigit()) return true;
    if (c == '.') return digitAt(at + 1);
    return (c == '-' || c == '+' || c == QChar(0x2212)) &&
           (digitAt(at + 1) || (at + 1 < text.size() && text[at + 1] == '.'));
}

} // namespace

std::vector<FilterToken> cutFilter(const QString& text, std::optional<FilterError>& error)
{
    std::vector<FilterToken> tokens;
    const auto add = [&](TokenKind kind, const QString& words, qsizetype at, double value = 0) {
        tokens.push_back({kind, words, value, static_cast<int>(at)});
    };
    qsizetype i = 0;
    while (i < text.size()) {
        const QChar c = text[i];
        const qsizetype begin = i;
        if (c.isSpace()) {
            ++i;
        } else if (c == '(' || c == ')') {
            add(c == '(' ? TokenKind::Open : TokenKind::Close, c, i++);
        } else if (c == '"' || c == '\'') {
            const qsizetype end = text.indexOf(c, i + 1);
            if (end < 0) {
                error = FilterError{tr("this quote does not close"), static_cast<int>(i)};
                return tokens;
            }
            add(TokenKind::Text, text.mid(i + 1, end - i - 1), i);
            i = end + 1;
        } else if (QStringLiteral("=<>!~").contains(c)) {
            ++i;
            if (i < text.size() && text[i] == '=') ++i;
            const QString op = text.mid(begin, i - begin);
            if (op == "!") {
                error = FilterError{tr("“!” alone compares nothing; write != or not"), static_cast<int>(begin)};
                return tokens;
            }
            add(TokenKind::Operator, op == "==" ? QStringLiteral("=") : op == "~=" ? QStringLiteral("~") : op, begin);
        } else if (beginsNumber(text, i)) {
            ++i;
            while (i < text.size() && (text[i].isDigit() || text[i] == '.'))
                ++i;
            bool fine = false;
            const QString digits = text.mid(begin, i - begin).replace(QChar(0x2212), '-');
            const double value = digits.toDouble(&fine);
            if (!fine) {
                error = FilterError{tr("“%1” is not a number").arg(digits), static_cast<int>(begin)};
                return tokens;
            }
            add(TokenKind::Number, digits, begin, value);
        } else if (c.isLetter() || c == '_') {
            while (i < text.size() && (text[i].isLetterOrNumber() || text[i] == '_'))
                ++i;
            add(TokenKind::Word, text.mid(begin, i - begin), begin);
        } else {
            error = FilterError{tr("“%1” means nothing here").arg(c), static_cast<int>(i)};
            return tokens;
        }
    }
    add(TokenKind::End, {}, text.size());
    return tokens;
}

} // namespace bridgescope
