#include "core/base/sha256.h"

#include "core/base/error.h"

#include <fstream>
#include <nettle/sha2.h>
#include <vector>

namespace bridgescope {

struct Sha256::State {
    sha256_ctx context;
};

Sha256::Sha256() : m_state(std::make_unique<State>())
{
    sha256_init(&m_state->context);
}

Sha256::~Sha256() = default;

void Sha256::add(const void* bytes, std::size_t count)
{
    sha256_update(&m_state->context, count, static_cast<const std::uint8_t*>(bytes));
}

std::string Sha256::hex()
{
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
    sha256_digest(&m_state->context, digest.size(), digest.data());
    std::string text;
    for (const std::uint8_t byte : digest) {
        constexpr const char* digits = "0123456789abcdef";
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string sha256OfFile(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    Sha256 hash;
    std::vector<char> piece(1 << 20);
    while (in) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        hash.add(piece.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (!in.eof()) throw Error(ErrorKind::Io, "cannot be read", "check that it exists and may be read").inFile(path);
    return hash.hex();
}

} // namespace bridgescope
