#include "core/mapping/safetensors.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t longestHeader = 100'000'000; ///< as the safetensors library has it

[[noreturn]] void refuse(const std::string& what)
{
    throw Error(ErrorKind::Input, what, "choose a file that Bridgescope wrote, or write it again");
}

/// The header's length that the first 8 bytes claim, little endian.
std::uint64_t headerLength(std::string_view bytes)
{
    std::uint64_t length = 0;
    for (std::size_t i = std::min<std::size_t>(8, bytes.size()); i-- > 0;)
        length = length << 8 | static_cast<unsigned char>(bytes[i]);
    return length;
}

std::string readAll(const std::string& file)
{
    std::error_code failed;
    if (std::filesystem::is_directory(file, failed)) refuse("is a folder");
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw Error(ErrorKind::Input,
                    std::filesystem::exists(file, failed) ? "cannot be read" : "there is no such file",
                    "check the name");
    // What has no end (a device) is given up at once: its first bytes claim no header that could be.
    std::string bytes(8, '\0');
    in.read(bytes.data(), 8);
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    const std::uint64_t length = headerLength(bytes);
    if (bytes.size() == 8 && (length > longestHeader || length < 2))
        refuse("claims a header of " + std::to_string(length) +
               " bytes, which no model has: the file is cut or no safetensors file");
    bytes.append(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    return bytes;
}

/// Bytes [begin, end) of the data that a tensor claims.
struct Claim {
    std::uint64_t begin, end;
    std::string name;
};

template<class Number> void copyNumbers(std::string_view bytes, const std::string& name, std::vector<Number>& to)
{
    to.resize(bytes.size() / sizeof(Number));
    std::memcpy(to.data(), bytes.data(), to.size() * sizeof(Number));
    for (const Number value : to)
        if (!std::isfinite(value)) refuse("the tensor " + name + " holds NaN or infinity");
}

/// One entry of the header, checked against the data that are there before anything is allocated.
Tensor readTensor(const std::string& name, const Json& entry, std::string_view data, std::vector<Claim>& claims)
{
    const std::string type = entry.at("dtype");
    if (type != "F32" && type != "F64") refuse("the tensor " + name + " is of type " + type + ", not F32 or F64");
    Tensor tensor;
    Index count = 1;
    for (const auto& length : entry.at("shape")) {
        if (!length.is_number_unsigned()) refuse("the tensor " + name + " has a length that is no whole number");
        tensor.shape.push_back(length.get<Index>());
        count = checkedProduct(count, tensor.shape.back(), "a tensor's shape");
    }
    const auto begin = entry.at("data_offsets").at(0).get<std::uint64_t>(),
               end = entry.at("data_offsets").at(1).get<std::uint64_t>();
    const Index bytes = checkedProduct(count, type == "F32" ? 4 : 8, "a tensor's size");
    if (begin > end || end > data.size() || end - begin != static_cast<std::uint64_t>(bytes))
        refuse("the tensor " + name + " claims bytes " + std::to_string(begin) + " to " + std::to_string(end) + " of " +
               std::to_string(data.size()) + ", which do not fit its shape or the file");
    const auto part = data.substr(begin, end - begin);
    if (type == "F32")
        copyNumbers(part, name, tensor.values);
    else
        copyNumbers(part, name, tensor.wide);
    claims.push_back({begin, end, name});
    return tensor;
}

void requireWhole(std::vector<Claim> claims, std::uint64_t size)
{
    std::ranges::sort(
        claims, [](const Claim& a, const Claim& b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
    std::uint64_t at = 0;
    for (const Claim& claim : claims) {
        if (claim.begin != at)
            refuse("the tensor " + claim.name + " begins at byte " + std::to_string(claim.begin) + " of the data, " +
                   (claim.begin < at ? "within another tensor" : "after a gap"));
        at = claim.end;
    }
    if (at != size) refuse("the data have " + std::to_string(size) + " bytes, the tensors " + std::to_string(at));
}

SafetensorsFile parse(std::string_view bytes)
{
    if (bytes.size() < 8) refuse("is too short to be a model (" + std::to_string(bytes.size()) + " bytes)");
    const std::uint64_t length = headerLength(bytes);
    if (length > longestHeader || length > bytes.size() - 8)
        refuse("claims a header of " + std::to_string(length) + " bytes, but has " + std::to_string(bytes.size() - 8) +
               ": the file is cut or no safetensors file");
    const Json header = Json::parse(bytes.substr(8, length));
    const auto data = bytes.substr(8 + length);
    if (!header.is_object() || !header.contains("__metadata__") || !header["__metadata__"].is_object() ||
        !header["__metadata__"].contains("bridgescope"))
        refuse("is a safetensors file, but not one of Bridgescope");
    SafetensorsFile content;
    content.document = Json::parse(header["__metadata__"]["bridgescope"].get<std::string>());
    std::vector<Claim> claims;
    for (const auto& [name, entry] : header.items())
        if (name != "__metadata__") content.tensors[name] = readTensor(name, entry, data, claims);
    requireWhole(std::move(claims), data.size());
    return content;
}

std::string_view bytesOf(const Tensor& tensor)
{
    if (!tensor.wide.empty())
        return {reinterpret_cast<const char*>(tensor.wide.data()), tensor.wide.size() * sizeof(double)};
    return {reinterpret_cast<const char*>(tensor.values.data()), tensor.values.size() * sizeof(float)};
}

} // namespace

void writeSafetensors(const std::string& file, const SafetensorsFile& content)
{
    Json header = {{"__metadata__", {{"bridgescope", content.document.dump()}}}};
    std::size_t at = 0;
    for (const auto& [name, tensor] : content.tensors) {
        const std::size_t end = at + bytesOf(tensor).size();
        header[name] = {
            {"dtype", tensor.wide.empty() ? "F32" : "F64"}, {"shape", tensor.shape}, {"data_offsets", {at, end}}};
        at = end;
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');
    std::string length(8, '\0');
    for (std::size_t i = 0; i < 8; ++i)
        length[i] = static_cast<char>(text.size() >> (8 * i) & 0xFF);
    AtomicFile out(file);
    out.write(length);
    out.write(text);
    for (const auto& [name, tensor] : content.tensors)
        out.write(bytesOf(tensor));
    out.commit();
}

SafetensorsFile readSafetensors(const std::string& file)
{
    try {
        return parse(readAll(file));
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorKind::Input, std::string("the header cannot be read: ") + error.what(), "write the file again")
            .inFile(file);
    } catch (Error& error) {
        throw error.inFile(file);
    }
}

} // namespace bridgescope
