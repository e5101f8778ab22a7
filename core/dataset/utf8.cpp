#include "core/dataset/utf8.h"

namespace bridgescope {
namespace {

/// The character at the front: how many of its bytes are well formed, and whether that is all of them.
struct Character {
    std::size_t bytes = 1;
    bool whole = true;
};

Character firstCharacter(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const unsigned first = byte(0);
    if (first < 0x80) return {};
    if (first < 0xC2 || first > 0xF4) return {1, false};
    const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    // The second byte's range keeps out overlong forms, surrogates and what lies beyond U+10FFFF (Unicode table 3-7).
    const unsigned least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (byte(1) < least || byte(1) > most) return {1, false};
    for (std::size_t i = 2; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80) return {i, false};
    return {length, true};
}

} // namespace

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const Character next = firstCharacter(text);
        if (!next.whole) return false;
        text.remove_prefix(next.bytes);
    }
    return true;
}

std::string repairedUtf8(std::string_view text)
{
    std::string repaired;
    while (!text.empty()) {
        const Character next = firstCharacter(text);
        if (next.whole)
            repaired += text.substr(0, next.bytes);
        else
            repaired += "\uFFFD";
        text.remove_prefix(next.bytes);
    }
    return repaired;
}

Index repairUtf8(std::vector<std::string>& texts)
{
    Index count = 0;
    for (auto& text : texts) {
        if (isUtf8(text)) continue;
        text = repairedUtf8(text);
        ++count;
    }
    return count;
}

} // namespace bridgescope
