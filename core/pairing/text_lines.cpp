#include "core/pairing/text_lines.h"

#include "core/base/error.h"
#include "core/pairing/labels.h"

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <memory>

namespace bridgescope {
namespace {

std::string readAll(const std::string& file)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> input(std::fopen(file.c_str(), "rb"), &std::fclose);
    const auto fail = [&](int code) -> Error {
        return Error(ErrorKind::Io, std::string("cannot be read (") + std::strerror(code) + ")",
                     "check the file's name and rights")
            .inFile(file);
    };
    if (!input) throw fail(errno);
    std::string content;
    char buffer[1 << 16];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, input.get()))
        content.append(buffer, count);
    if (std::ferror(input.get())) throw fail(errno);
    return content;
}

} // namespace

TextLines::TextLines(const std::string& file) : m_content(readAll(file))
{
    std::string_view rest = m_content;
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    for (std::int64_t number = 1; !rest.empty(); ++number) {
        const auto end = rest.find('\n');
        const auto text = trimmed(rest.substr(0, end));
        if (!text.empty()) m_lines.push_back({text, number});
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    if (m_lines.empty())
        throw Error(ErrorKind::Input, "holds no line", "give a file with one entry a line").inFile(file);
}

std::int32_t rowFromText(std::string_view text)
{
    if (text.size() < 2 || text[0] != '#') return -1;
    std::int32_t row = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), row);
    return error == std::errc() && end == text.data() + text.size() && row > 0 ? row - 1 : -1;
}

} // namespace bridgescope
