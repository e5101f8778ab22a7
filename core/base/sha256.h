#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string>

namespace bridgescope {

/// SHA-256 (FIPS 180-4) of bytes given piece by piece, as files and data are named in models and checkpoints.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    void add(const void* bytes, std::size_t count);
    std::string hex(); ///< 64 lower-case digits; starts afresh
private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Of a whole file, read in pieces. @throws Error(Io) naming it where it cannot be read.
std::string sha256OfFile(const std::string& path);

} // namespace bridgescope
