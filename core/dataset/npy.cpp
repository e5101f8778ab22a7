#include "core/dataset/npy.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <atomic>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

namespace bridgescope {
namespace {

constexpr std::string_view magic = "\x93NUMPY";

/// The header's text is a Python dict of three keys; anything else is refused, never evaluated.
class HeaderText {
public:
    HeaderText(std::string_view text, const std::string& file) : m_text(text), m_file(file) {}

    [[noreturn]] void fail(const std::string& what, const std::string& hint = "write it again with numpy.save") const
    {
        throw Error(ErrorKind::Input, what, hint).inFile(m_file);
    }

    /// The text after 'key': up to where its value ends.
    std::string_view valueOf(std::string_view key) const
    {
        for (const char quote : {'\'', '"'}) {
            const std::string quoted = std::string(1, quote) + std::string(key) + quote;
            const auto at = m_text.find(quoted);
            if (at == std::string_view::npos) continue;
            const auto colon = m_text.find_first_not_of(' ', at + quoted.size());
            if (colon == std::string_view::npos || m_text[colon] != ':') break;
            const auto begin = m_text.find_first_not_of(' ', colon + 1);
            if (begin == std::string_view::npos) break;
            return m_text.substr(begin);
        }
        fail("the NumPy header has no '" + std::string(key) + "'");
    }

    void checkDict() const
    {
        const auto begin = m_text.find_first_not_of(' ');
        const auto end = m_text.find_last_not_of(" \n");
        if (begin == std::string_view::npos || m_text[begin] != '{' || m_text[end] != '}')
            fail("the NumPy header is not a dict literal");
    }

private:
    std::string_view m_text;
    const std::string& m_file;
};

std::vector<Index> parseShape(std::string_view value, const HeaderText& header)
{
    std::vector<Index> shape;
    const auto close = value.find(')');
    if (value.empty() || value[0] != '(' || close == std::string_view::npos)
        header.fail("the NumPy header's shape is not a tuple");
    std::string_view inside = value.substr(1, close - 1);
    while (true) {
        const auto begin = inside.find_first_not_of(" ,L");
        if (begin == std::string_view::npos) break;
        inside.remove_prefix(begin);
        Index length = 0;
        const auto [end, error] = std::from_chars(inside.data(), inside.data() + inside.size(), length);
        if (error == std::errc::result_out_of_range) header.fail("the NumPy header's shape does not fit 64 bits");
        if (error != std::errc()) header.fail("the NumPy header's shape is not made of whole numbers");
        if (length < 0) header.fail("the NumPy header's shape has the negative length " + std::to_string(length));
        shape.push_back(length);
        inside.remove_prefix(static_cast<std::size_t>(end - inside.data()));
    }
    return shape;
}

void parseType(NpyHeader& result, std::string_view value, const HeaderText& header)
{
    if (value.empty() || (value[0] != '\'' && value[0] != '"'))
        header.fail("has named fields (a structured array), not a matrix", "save one plain 2-D array");
    const auto close = value.find(value[0], 1);
    std::string_view type = value.substr(1, close == std::string_view::npos ? 0 : close - 1);
    const std::string shown(type);
    if (!type.empty() && std::string_view("<>|=").find(type[0]) != std::string_view::npos) {
        result.bigEndian = type[0] == '>';
        type.remove_prefix(1);
    }
    if (!type.empty() && type[0] == 'O')
        header.fail("holds Python objects (a pickle), which are never unpickled",
                    "convert it: a = numpy.load(f, allow_pickle=True); numpy.save(out, numpy.array(a.tolist(), "
                    "dtype='float32'))");
    result.kind = type.empty() ? '?' : type[0];
    int bytes = 0;
    if (type.size() > 1) std::from_chars(type.data() + 1, type.data() + type.size(), bytes);
    result.bytes = bytes;
    const bool known =
        (result.kind == 'f' && (bytes == 2 || bytes == 4 || bytes == 8)) ||
        ((result.kind == 'i' || result.kind == 'u') && (bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8)) ||
        (result.kind == 'b' && bytes == 1);
    if (!known)
        header.fail("holds numbers of type '" + shown + "', which is not a real number type",
                    "save it with astype('float32')");
}

double fromHalf(std::uint16_t half)
{
    const int exponent = (half >> 10) & 31;
    const double mantissa = half & 1023;
    const double magnitude = exponent == 0    ? std::ldexp(mantissa, -24)
                             : exponent == 31 ? (mantissa == 0 ? INFINITY : NAN)
                                              : std::ldexp(mantissa + 1024, exponent - 25);
    return half & 0x8000 ? -magnitude : magnitude;
}

template<class Bits> Bits load(const char* at, bool bigEndian)
{
    Bits bits;
    std::memcpy(&bits, at, sizeof bits);
    if (!bigEndian) return bits;
    if constexpr (sizeof(Bits) == 2)
        return static_cast<Bits>(__builtin_bswap16(bits));
    else if constexpr (sizeof(Bits) == 4)
        return static_cast<Bits>(__builtin_bswap32(bits));
    else if constexpr (sizeof(Bits) == 8)
        return static_cast<Bits>(__builtin_bswap64(bits));
    else
        return bits;
}

/// A 64-bit whole number that float32 cannot hold exactly also fails a round trip through it.
template<class Whole> float fromWhole(Whole value, bool& exact)
{
    const auto single = static_cast<float>(value);
    exact = static_cast<long double>(single) == static_cast<long double>(value);
    return single;
}

/// One number as float32; `exact` says whether it fits.
float loadNumber(const char* at, const NpyHeader& h, bool& exact)
{
    exact = true;
    if (h.kind == 'f') {
        if (h.bytes == 2) return static_cast<float>(fromHalf(load<std::uint16_t>(at, h.bigEndian)));
        if (h.bytes == 4) return std::bit_cast<float>(load<std::uint32_t>(at, h.bigEndian));
        const double value = std::bit_cast<double>(load<std::uint64_t>(at, h.bigEndian));
        const auto single = static_cast<float>(value);
        exact = static_cast<double>(single) == value || std::isnan(value);
        return single;
    }
    const bool isSigned = h.kind == 'i';
    switch (h.bytes) {
    case 1:
        return isSigned ? static_cast<float>(static_cast<std::int8_t>(*at))
                        : static_cast<float>(static_cast<std::uint8_t>(*at));
    case 2: {
        const auto bits = load<std::uint16_t>(at, h.bigEndian);
        return isSigned ? static_cast<float>(static_cast<std::int16_t>(bits)) : static_cast<float>(bits);
    }
    case 4: {
        const auto bits = load<std::uint32_t>(at, h.bigEndian);
        return isSigned ? fromWhole(static_cast<std::int32_t>(bits), exact) : fromWhole(bits, exact);
    }
    default: {
        const auto bits = load<std::uint64_t>(at, h.bigEndian);
        return isSigned ? fromWhole(static_cast<std::int64_t>(bits), exact) : fromWhole(bits, exact);
    }
    }
}

const char* numberAt(const MappedFile& file, const NpyHeader& h, Index row, Index column)
{
    const Index position = h.fortranOrder ? column * h.rows + row : row * h.columns + column;
    return file.data() + h.dataOffset + static_cast<std::size_t>(position) * static_cast<std::size_t>(h.bytes);
}

} // namespace

bool isNpy(std::string_view head)
{
    return head.starts_with(magic);
}

std::string NpyHeader::describe() const
{
    const char* type = kind == 'f' ? "float" : kind == 'i' ? "int" : kind == 'u' ? "uint" : "bool";
    std::string text = "NumPy, " + std::string(type) + (kind == 'b' ? "" : std::to_string(8 * bytes));
    if (bigEndian && bytes > 1) text += ", big-endian";
    return text + (fortranOrder ? ", Fortran order" : ", C order");
}

NpyHeader readNpyHeader(const MappedFile& file)
{
    const std::string_view text = file.text();
    const auto fail = [&](const std::string& what, std::int64_t byte) {
        throw Error(ErrorKind::Input, what, "write it again with numpy.save").inFile(file.file()).atByte(byte);
    };
    if (text.size() < 10) fail("the file ends inside the NumPy header", static_cast<std::int64_t>(text.size()));
    const int version = static_cast<unsigned char>(text[6]);
    if (version < 1 || version > 3) fail("NumPy format version " + std::to_string(version) + " is not known", 6);
    const std::size_t lengthBytes = version == 1 ? 2 : 4;
    if (text.size() < 8 + lengthBytes)
        fail("the file ends inside the NumPy header", static_cast<std::int64_t>(text.size()));
    std::size_t length = 0;
    for (std::size_t i = lengthBytes; i-- > 0;)
        length = length << 8 | static_cast<unsigned char>(text[8 + i]);
    const std::size_t begin = 8 + lengthBytes;
    if (length > text.size() - begin)
        fail("the header claims " + std::to_string(length) + " bytes, but the file ends after " +
                 std::to_string(text.size() - begin),
             8);
    const HeaderText header(text.substr(begin, length), file.file());
    header.checkDict();
    NpyHeader result;
    result.dataOffset = begin + length;
    parseType(result, header.valueOf("descr"), header);
    const std::string_view order = header.valueOf("fortran_order");
    if (!order.starts_with("True") && !order.starts_with("False"))
        header.fail("the NumPy header's fortran_order is neither True nor False");
    result.fortranOrder = order.starts_with("True");
    const auto shape = parseShape(header.valueOf("shape"), header);
    if (shape.size() != 2)
        header.fail("is " + std::to_string(shape.size()) + "-dimensional; a matrix of items x dimensions is needed",
                    "save it with reshape(items, dimensions)");
    result.rows = shape[0];
    result.columns = shape[1];
    if (result.rows == 0 || result.columns == 0)
        header.fail("holds " + std::to_string(result.rows) + " items of " + std::to_string(result.columns) +
                        " dimensions",
                    "choose a file with at least one item");
    const Index bytes = checkedProduct(checkedProduct(result.rows, result.columns, "the NumPy header's shape"),
                                       result.bytes, "the NumPy header's size");
    const auto there = static_cast<Index>(text.size() - result.dataOffset);
    if (bytes > there)
        fail("shape (" + std::to_string(result.rows) + ", " + std::to_string(result.columns) + ") needs " +
                 std::to_string(bytes) + " bytes, but only " + std::to_string(there) +
                 " follow the header: the file is cut",
             static_cast<std::int64_t>(text.size()));
    return result;
}

RawSet readNpy(const std::shared_ptr<const MappedFile>& file, const Context& context)
{
    const NpyHeader header = readNpyHeader(*file);
    RawSet set;
    set.format = header.describe();
    const std::size_t used = header.dataOffset + static_cast<std::size_t>(header.rows * header.columns * header.bytes);
    if (used < file->size())
        set.warnings.push_back(std::to_string(file->size() - used) + " bytes after the array are ignored");
    const char* data = file->data() + header.dataOffset;
    if (header.kind == 'f' && header.bytes == 4 && !header.bigEndian && !header.fortranOrder &&
        reinterpret_cast<std::uintptr_t>(data) % alignof(float) == 0) {
        set.vectors = Vectors(file, MatrixView{reinterpret_cast<const float*>(data), header.columns, header.rows});
        set.mapped = file;
        return set;
    }
    Matrix matrix(header.columns, header.rows);
    constexpr Index block = 1024;
    std::atomic<Index> inexact{0};
    parallelFor((header.rows + block - 1) / block, [&](Index task, int) {
        context.checkStop();
        Index here = 0;
        for (Index row = task * block; row < std::min(header.rows, (task + 1) * block); ++row)
            for (Index column = 0; column < header.columns; ++column) {
                bool exact = true;
                matrix(column, row) = loadNumber(numberAt(*file, header, row, column), header, exact);
                here += !exact;
            }
        inexact += here;
    });
    file->requireUnchanged();
    if (inexact > 0)
        set.warnings.push_back(std::to_string(inexact) + " values do not fit float32 exactly and were rounded");
    set.vectors = Vectors(std::move(matrix));
    return set;
}

std::vector<std::vector<float>> firstNpyRows(const MappedFile& file, const NpyHeader& header, Index count)
{
    std::vector<std::vector<float>> rows;
    for (Index row = 0; row < std::min(count, header.rows); ++row) {
        std::vector<float> values;
        for (Index column = 0; column < header.columns; ++column) {
            bool exact = true;
            values.push_back(loadNumber(numberAt(file, header, row, column), header, exact));
        }
        rows.push_back(std::move(values));
    }
    return rows;
}

} // namespace bridgescope
