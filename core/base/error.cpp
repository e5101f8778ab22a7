#include "core/base/error.h"

#include <algorithm>
#include <utility>

namespace bridgescope {

Error::Error(ErrorKind errorKind, std::string what, std::string hintText)
    : kind(errorKind), message(std::move(what)), hint(std::move(hintText))
{
    compose();
}

Error& Error::inFile(std::string name) &
{
    file = std::move(name);
    compose();
    return *this;
}

Error& Error::atLine(std::int64_t number) &
{
    line = number;
    compose();
    return *this;
}

Error& Error::atByte(std::int64_t position) &
{
    offset = position;
    compose();
    return *this;
}

Error&& Error::inFile(std::string name) &&
{
    return std::move(this->inFile(std::move(name)));
}
Error&& Error::atLine(std::int64_t number) &&
{
    return std::move(this->atLine(number));
}
Error&& Error::atByte(std::int64_t position) &&
{
    return std::move(this->atByte(position));
}

void Error::compose()
{
    m_oneLine = file;
    if (line > 0) m_oneLine += (m_oneLine.empty() ? "line " : ":") + std::to_string(line);
    if (offset >= 0) m_oneLine += (m_oneLine.empty() ? "byte " : ", byte ") + std::to_string(offset);
    if (!m_oneLine.empty()) m_oneLine += ": ";
    m_oneLine += message;
    if (!hint.empty()) m_oneLine += "; " + hint;
    std::replace_if(
        m_oneLine.begin(), m_oneLine.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
}

} // namespace bridgescope
