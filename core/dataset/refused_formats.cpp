#include "core/base/error.h"
#include "core/dataset/format_detection.h"

#include <algorithm>
#include <array>

namespace bridgescope {
namespace {

using namespace std::string_view_literals;

/// A format told by its first bytes.
struct Refused {
    std::string_view magic;
    const char* what;
    const char* remedy;
};

constexpr std::array refusedFormats = {
    Refused{"\x89HDF\r\n\x1a\n"sv, "is an HDF5 file, which is not read yet",
            "save one array: numpy.save('X.npy', h5py.File(FILE)['NAME'][:])"},
    Refused{"MATLAB "sv, "is a MATLAB file, which is not read yet",
            "save one array: numpy.save('X.npy', scipy.io.loadmat(FILE)['NAME'])"},
    Refused{"\xBA\x16\x4F\x2F"sv, "is a fastText model, which is not read yet",
            "use the .vec file made with it, or write get_words() and get_word_vector() as text"},
    Refused{"FiFu"sv, "is a finalfusion file, which is not read",
            "convert it with finalfusion convert -f finalfusion -t textdims"},
    Refused{"PAR1"sv, "is a Parquet file, which is not read",
            "write it as CSV: pandas.read_parquet(FILE).to_csv('X.csv')"},
    Refused{"ARROW1"sv, "is an Arrow file, which is not read",
            "write it as CSV: pandas.read_feather(FILE).to_csv('X.csv')"},
    Refused{"SQLite format 3"sv, "is an SQLite database", "export the table of vectors as CSV"},
    Refused{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "is an old Office document", "save the sheet as CSV"},
    Refused{"BZh"sv, "is compressed with bzip2, which is not read", "unpack it with bunzip2"},
    Refused{"\xFD\x37zXZ"sv, "is compressed with xz, which is not read", "unpack it with unxz"},
    Refused{"\x28\xB5\x2F\xFD"sv, "is compressed with zstd, which is not read", "unpack it with unzstd"},
};

[[noreturn]] void refuse(const std::string& file, const char* what, const char* remedy)
{
    throw Error(ErrorKind::Input, what, remedy).inFile(file);
}

[[noreturn]] void refusePickle(const std::string& file, bool torch)
{
    refuse(file, "is a pickle, which can run any code and is never unpickled",
           torch ? "convert it where you trust it, in Python: import torch, numpy; "
                   "numpy.save('X.npy', torch.load(FILE, map_location='cpu').detach().float().numpy())"
                 : "convert it where you trust it, in Python: import pickle, numpy; "
                   "numpy.save('X.npy', numpy.asarray(pickle.load(open(FILE, 'rb')), dtype='float32'))");
}

bool endsWith(const std::string& name, std::initializer_list<const char*> endings)
{
    return std::any_of(endings.begin(), endings.end(), [&](const char* ending) { return name.ends_with(ending); });
}

bool isPickle(std::string_view head)
{
    // PROTO 2 to 5, then FRAME, or an opcode that begins a dict, list, tuple, number or class.
    if (head.size() < 4 || head[0] != '\x80' || head[1] < 2 || head[1] > 5) return false;
    return head[1] >= 4 ? head[2] == '\x95' : std::string_view("}]()cX\x8a").find(head[2]) != std::string_view::npos;
}

/// A zip archive is told by the name of its first entry.
[[noreturn]] void refuseZip(std::string_view head, const std::string& name, const std::string& file)
{
    std::string_view entry;
    if (head.size() > 30) {
        const std::size_t length =
            static_cast<unsigned char>(head[26]) | static_cast<std::size_t>(static_cast<unsigned char>(head[27])) << 8;
        entry = head.substr(30, length);
    }
    if (entry.ends_with("data.pkl") || entry.ends_with(".format_version") || endsWith(name, {".pt", ".pth"}))
        refusePickle(file, true);
    if (entry.ends_with(".npy") || name.ends_with(".npz"))
        refuse(file, "is an npz archive, which is not read yet",
               "save one array: numpy.save('X.npy', numpy.load(FILE)['NAME'])");
    if (entry == "[Content_Types].xml" || entry.starts_with("xl/"))
        refuse(file, "is a spreadsheet, which is not read", "save the sheet as CSV");
    refuse(file, "is a zip archive, which is not read", "unpack it and open a file in it");
}

bool isSafetensors(std::string_view head)
{
    // A length of 8 bytes, little-endian, then a JSON object.
    return head.size() > 10 && head[8] == '{' && head.substr(0, 8).find('\0') != std::string_view::npos;
}

bool isJson(std::string_view head)
{
    const auto open = head.find_first_not_of(" \t\r\n");
    if (open == std::string_view::npos || (head[open] != '{' && head[open] != '[')) return false;
    const auto next = head.find_first_not_of(" \t\r\n[", open + 1);
    const std::string_view line = head.substr(open, head.find('\n', open) - open);
    return next != std::string_view::npos && (head[next] == '"' || head[next] == '{') &&
           (line.find(':') != std::string_view::npos || line.size() < 3);
}

} // namespace

void refuseKnownFormats(std::string_view head, const std::string& name, const std::string& file)
{
    // A word may be spelled as a magic is: text stays text.
    const std::string_view start = head.substr(0, 512);
    const bool binary = std::any_of(start.begin(), start.end(), [](unsigned char c) { return c < 9; });
    for (const auto& format : refusedFormats)
        if (binary && head.starts_with(format.magic)) refuse(file, format.what, format.remedy);
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) refuseZip(head, name, file);
    const bool torch = endsWith(name, {".pt", ".pth"});
    if (isPickle(head) || torch || endsWith(name, {".pkl", ".pickle", ".joblib"})) refusePickle(file, torch);
    if (isSafetensors(head) || name.ends_with(".safetensors"))
        refuse(file, "is a safetensors file, which is not read as vectors yet",
               "save one array: numpy.save('X.npy', safetensors.numpy.load_file(FILE)['NAME'])");
    if (name.ends_with(".npy")) refuse(file, "does not begin as a .npy file does", "write it again with numpy.save");
    if (name.ends_with(".npz"))
        refuse(file, "does not begin as an npz archive does", "write it again, with numpy.save for one array");
    if (name.ends_with(".mat"))
        refuse(file, "is a MATLAB file, which is not read yet",
               "save one array: numpy.save('X.npy', scipy.io.loadmat(FILE)['NAME'])");
    if (isJson(head) || endsWith(name, {".json", ".jsonl", ".ndjson"}))
        refuse(file, "is JSON, which is not read yet", "write it as CSV, label first");
}

} // namespace bridgescope
