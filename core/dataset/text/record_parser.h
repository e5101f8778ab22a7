#pragma once
#include "core/dataset/text/fields.h"
#include "core/dataset/text/layout.h"

#include <span>

namespace bridgescope {

/// Where the parts of one item go.
struct ItemTarget {
    std::span<float> values;       ///< layout.d
    std::string* label = nullptr;  ///< null: not wanted
    std::span<std::string*> texts; ///< one a text column of the layout
};

/// What was odd in the records parsed.
struct RecordOddities {
    Index infinite = 0;   ///< numbers beyond float32's range
    Index lineBreaks = 0; ///< labels that held line breaks, which became blanks
};

/// Parses records of one layout. @throws Error(Input) naming the line and the column.
class RecordParser {
public:
    RecordParser(const TextLayout& layout, const std::string& file)
        : m_layout(layout), m_file(file), m_splitter(layout.delimiter)
    {
    }

    void parse(std::string_view record, Index line, const ItemTarget& target);
    const RecordOddities& oddities() const { return m_oddities; }

private:
    [[noreturn]] void fail(Index line, const std::string& what) const;
    [[noreturn]] void failNumber(Index line, std::string_view field, std::size_t column) const;
    [[noreturn]] void failCount(Index line, std::size_t found) const;
    bool parseQuickly(std::string_view record, const ItemTarget& target);
    void parseWordVector(std::string_view record, Index line, const ItemTarget& target);
    void parseTableRow(std::string_view record, Index line, const ItemTarget& target);
    void setLabel(std::string_view label, const ItemTarget& target);
    void noteInfinite(float value, std::string_view field);

    const TextLayout& m_layout;
    const std::string& m_file;
    FieldSplitter m_splitter;
    RecordOddities m_oddities;
};

} // namespace bridgescope
