#pragma once
#include "ui/models/filter_expression.h"

#include <vector>

namespace bridgescope {

enum class TokenKind { Word, Number, Text, Operator, Open, Close, End };

struct FilterToken {
    TokenKind kind = TokenKind::End;
    QString text; ///< the word, the text without its quotes, the operator
    double value = 0;
    int column = 0; ///< of its first character, from 0
};

/// Cuts a filter into tokens, the last one End. A character that begins none, or a quote that does not close, is an
/// error.
std::vector<FilterToken> cutFilter(const QString& text, std::optional<FilterError>& error);

} // namespace bridgescope
