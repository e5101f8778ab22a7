#include "core/dataset/readers/npy_header.h"

#include "core/base/error.h"

#include <charconv>
#include <vector>

namespace bridgescope {
namespace {

constexpr std::string_view magic = "\x93NUMPY";
const char* const rewrite = "write it again with numpy.save";

/// The header's text: a Python dict literal of three keys.
class HeaderParser {
public:
    HeaderParser(const MappedFile& file, std::size_t begin, std::size_t length)
        : m_file(file), m_begin(begin), m_text(file.text().substr(begin, length))
    {
    }

    NpyHeader parse()
    {
        NpyHeader header;
        bool type = false, order = false, shape = false;
        expect('{', "is not a dict literal");
        while (!take('}')) {
            const std::string_view key = quoted("has a key that is no text");
            expect(':', "has a key without a value");
            if (key == "descr" && !type)
                parseType(header), type = true;
            else if (key == "fortran_order" && !order)
                parseOrder(header), order = true;
            else if (key == "shape" && !shape)
                parseShape(header), shape = true;
            else
                fail("has the key '" + std::string(key.substr(0, 40)) + "', which is unknown or repeated");
            if (!take(',') && peek() != '}') fail("is not a dict literal");
        }
        skipBlanks();
        if (m_at != m_text.size()) fail("goes on after its dict");
        if (!type || !order || !shape) fail("lacks one of descr, fortran_order and shape");
        return header;
    }

private:
    [[noreturn]] void refuse(const std::string& what, const std::string& hint) const
    {
        throw Error(ErrorKind::Input, what, hint)
            .inFile(m_file.file())
            .atByte(static_cast<std::int64_t>(m_begin + m_at));
    }
    [[noreturn]] void fail(const std::string& what) const { refuse("the NumPy header " + what, rewrite); }

    void skipBlanks() { m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size()); }
    char peek()
    {
        skipBlanks();
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }
    bool take(char c)
    {
        if (peek() != c) return false;
        ++m_at;
        return true;
    }
    void expect(char c, const char* otherwise)
    {
        if (!take(c)) fail(otherwise);
    }

    std::string_view quoted(const char* otherwise)
    {
        const char quote = peek();
        if (quote != '\'' && quote != '"') fail(otherwise);
        const auto end = m_text.find(quote, m_at + 1);
        if (end == std::string_view::npos) fail(otherwise);
        const std::string_view inside = m_text.substr(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return inside;
    }

    void parseType(NpyHeader& header)
    {
        if (peek() == '[') refuse("has named fields (a structured array): it is no matrix", "save one plain 2-D array");
        const std::string_view type = quoted("has a descr that is no text");
        std::string_view rest = type;
        if (!rest.empty() && std::string_view("<>|=").find(rest[0]) != std::string_view::npos) {
            header.bigEndian = rest[0] == '>';
            rest.remove_prefix(1);
        }
        if (rest.starts_with('O'))
            refuse("holds Python objects (a pickle), which are never unpickled",
                   "convert it in Python: a = numpy.load(FILE, allow_pickle=True); "
                   "numpy.save('X.npy', numpy.array(a.tolist(), dtype='float32'))");
        header.kind = rest.empty() ? '?' : rest[0];
        header.bytes = 0;
        if (rest.size() == 2) header.bytes = rest[1] - '0';
        const int n = header.bytes;
        const bool whole = (header.kind == 'i' || header.kind == 'u') && (n == 1 || n == 2 || n == 4 || n == 8);
        const bool real = header.kind == 'f' && (n == 2 || n == 4 || n == 8);
        if (whole || real || (header.kind == 'b' && n == 1)) return;
        refuse("holds numbers of type '" + std::string(type.substr(0, 40)) + "', which are not read",
               "save it with astype('float32')");
    }

    void parseOrder(NpyHeader& header)
    {
        skipBlanks();
        const std::string_view rest = m_text.substr(m_at);
        header.fortranOrder = rest.starts_with("True");
        if (!header.fortranOrder && !rest.starts_with("False"))
            fail("has a fortran_order that is neither True nor False");
        m_at += header.fortranOrder ? 4 : 5;
    }

    void parseShape(NpyHeader& header)
    {
        std::vector<Index> shape;
        expect('(', "has a shape that is no tuple");
        while (!take(')')) {
            shape.push_back(parseLength());
            if (!take(',') && peek() != ')') fail("has a shape that is no tuple");
        }
        if (shape.size() != 2)
            refuse("is " + std::to_string(shape.size()) + "-dimensional; a matrix of items x dimensions is needed",
                   "save it with reshape(items, dimensions)");
        header.rows = shape[0];
        header.columns = shape[1];
        if (header.rows == 0 || header.columns == 0)
            refuse("holds " + std::to_string(header.rows) + " items of " + std::to_string(header.columns) +
                       " dimensions",
                   "choose a file with at least one item");
    }

    Index parseLength()
    {
        skipBlanks();
        Index length = 0;
        const char* begin = m_text.data() + m_at;
        const auto [end, error] = std::from_chars(begin, m_text.data() + m_text.size(), length);
        if (error == std::errc::result_out_of_range) fail("has a length that does not fit 64 bits");
        if (error != std::errc()) fail("has a shape that is not made of whole numbers");
        if (length < 0) fail("has the negative length " + std::to_string(length));
        m_at += static_cast<std::size_t>(end - begin);
        take('L'); // Python 2 wrote long integers so
        return length;
    }

    const MappedFile& m_file;
    std::size_t m_begin;
    std::string_view m_text;
    std::size_t m_at = 0;
};

/// Refuses a shape that asks for more bytes than follow the header.
void requireBody(const NpyHeader& header, const MappedFile& file)
{
    Index numbers = 0, bytes = 0;
    const std::string shape = "shape (" + std::to_string(header.rows) + ", " + std::to_string(header.columns) + ")";
    const auto fail = [&](const std::string& what) {
        throw Error(ErrorKind::Input, shape + what,
                    "the file is cut or its header is wrong: write it again with numpy.save")
            .inFile(file.file())
            .atByte(static_cast<std::int64_t>(file.size()));
    };
    if (__builtin_mul_overflow(header.rows, header.columns, &numbers) ||
        __builtin_mul_overflow(numbers, header.bytes, &bytes))
        fail(" does not fit 64 bits");
    const auto there = static_cast<Index>(file.size() - header.dataOffset);
    if (bytes > there)
        fail(" needs " + std::to_string(bytes) + " bytes, but only " + std::to_string(there) + " follow the header");
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
    const auto fail = [&](const std::string& what, std::size_t byte) {
        throw Error(ErrorKind::Input, what, rewrite).inFile(file.file()).atByte(static_cast<std::int64_t>(byte));
    };
    if (!isNpy(text)) fail("does not begin as a .npy file does", 0);
    if (text.size() < 10) fail("ends inside the NumPy header", text.size());
    const int version = static_cast<unsigned char>(text[6]);
    if (version < 1 || version > 3)
        fail("is of NumPy format version " + std::to_string(version) + ", which is unknown", 6);
    const std::size_t lengthBytes = version == 1 ? 2 : 4, begin = 8 + lengthBytes;
    if (text.size() < begin) fail("ends inside the NumPy header", text.size());
    std::size_t length = 0;
    for (std::size_t i = lengthBytes; i-- > 0;)
        length = length << 8 | static_cast<unsigned char>(text[8 + i]);
    if (length > text.size() - begin)
        fail("the NumPy header claims " + std::to_string(length) + " bytes, but only " +
                 std::to_string(text.size() - begin) + " follow",
             8);
    NpyHeader header = HeaderParser(file, begin, length).parse();
    header.dataOffset = begin + length;
    requireBody(header, file);
    return header;
}

} // namespace bridgescope
