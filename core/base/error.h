#pragma once
#include <cstdint>
#include <exception>
#include <string>

namespace bridgescope {

/// Usage and Input end a command with exit code 2, Io with 2, Work (diverged run, failed cell) with 1.
enum class ErrorKind { Usage, Input, Io, Work };

/// One thing that went wrong, with everything a user needs to mend it.
class Error : public std::exception {
public:
    Error(ErrorKind kind, std::string what, std::string hint = {});

    Error& inFile(std::string file) &;
    Error& atLine(std::int64_t line) &;   ///< counted from 1
    Error& atByte(std::int64_t offset) &; ///< counted from 0
    Error&& inFile(std::string file) &&;
    Error&& atLine(std::int64_t line) &&;
    Error&& atByte(std::int64_t offset) &&;

    /// "file:12: what is wrong; what to do", or "file, byte 80: ...". Never contains a line break.
    const char* what() const noexcept override { return m_oneLine.c_str(); }

    ErrorKind kind = ErrorKind::Input;
    std::string message;
    std::string hint;
    std::string file;
    std::int64_t line = 0;    ///< 0: none
    std::int64_t offset = -1; ///< -1: none

private:
    void compose();
    std::string m_oneLine;
};

/// Thrown where work notices that its stop was requested. A result, not an error: it is not derived from Error.
class Cancelled : public std::exception {
public:
    const char* what() const noexcept override { return "cancelled"; }
};

} // namespace bridgescope
