#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bridgescope {

/// A line of a text file that is not blank, trimmed at both ends.
struct TextLine {
    std::string_view text;
    std::int64_t number = 0; ///< from 1
};

/// The lines of a small text file (pairs, splits). A byte order mark and carriage returns are left out.
class TextLines {
public:
    explicit TextLines(
        const std::string& file); ///< @throws Error(Io) where it cannot be read, Error(Input) where it holds no line
    TextLines(const TextLines&) = delete;
    TextLines& operator=(const TextLines&) = delete;

    const std::vector<TextLine>& lines() const { return m_lines; }

private:
    std::string m_content;
    std::vector<TextLine> m_lines;
};

/// The row from 0 that "#7" names, or -1 where the text is not '#' and digits (or the number is 0 or past int32).
std::int32_t rowFromText(std::string_view text);

} // namespace bridgescope
