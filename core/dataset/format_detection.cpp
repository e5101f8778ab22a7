#include "core/dataset/format_detection.h"

#include "core/base/error.h"
#include "core/dataset/npy.h"
#include "core/dataset/text_source.h"
#include "core/dataset/word2vec_binary.h"

#include <algorithm>
#include <array>

namespace bridgescope {
namespace {

[[noreturn]] void refuse(const MappedFile& file, const std::string& what, const std::string& hint)
{
    throw Error(ErrorKind::Input, what, hint).inFile(file.file());
}

const std::string savePickle = "convert it in Python where it was made: import numpy, torch (or pickle); "
                               "numpy.save('X.npy', numpy.asarray(torch.load(f), dtype='float32'))";

bool isPickle(std::string_view head, const std::string& name)
{
    const bool named =
        name.ends_with(".pkl") || name.ends_with(".pickle") || name.ends_with(".pt") || name.ends_with(".pth");
    return named || (head.size() > 2 && head[0] == '\x80' && head[1] >= 2 && head[1] <= 5 &&
                     (head[2] == '\x95' || head[2] == '}' || head[2] == 'c'));
}

bool isSafetensors(std::string_view head, const std::string& name)
{
    return name.ends_with(".safetensors") ||
           (head.size() > 9 && head[8] == '{' && head[9] == '"' && head[7] == 0 && head[6] == 0);
}

void refuseKnownFormats(const MappedFile& file, std::string_view head)
{
    const std::string& name = file.file();
    if (head.starts_with("PK")) {
        if (name.ends_with(".npz"))
            refuse(file, "is an npz archive, which is not read yet",
                   "save one array: numpy.save('X.npy', numpy.load(f)['NAME'])");
        if (isPickle({}, name)) refuse(file, "is a pickle, which is never unpickled", savePickle);
        refuse(file, "is a zip archive", "unpack it and open a file in it");
    }
    if (isPickle(head, name)) refuse(file, "is a pickle, which is never unpickled", savePickle);
    if (head.starts_with("\x89HDF"))
        refuse(file, "is an HDF5 file, which is not read yet",
               "save one array: numpy.save('X.npy', h5py.File(f)['NAME'][:])");
    if (head.starts_with("MATLAB 5.0") || name.ends_with(".mat"))
        refuse(file, "is a MATLAB file, which is not read yet",
               "save one array: numpy.save('X.npy', scipy.io.loadmat(f)['NAME'])");
    if (isSafetensors(head, name))
        refuse(file, "is a safetensors file, which is read as a model only",
               "save one array: numpy.save('X.npy', safetensors.numpy.load_file(f)['NAME'])");
    if (head.starts_with("\xBA\x16\x4F\x2F"))
        refuse(file, "is a fastText model, which is not read yet",
               "use the .vec file beside it, or write one from fasttext's get_words() and get_word_vector()");
    if (head.starts_with("FiFu"))
        refuse(file, "is a finalfusion file, which is not read", "convert it with finalfusion convert -t word2vec");
    if (name.ends_with(".npy") && !isNpy(head))
        refuse(file, "does not begin as a .npy file does", "write it again with numpy.save");
    const auto first = head.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && head[first] == '{' && head.find('"', first) < first + 4)
        refuse(file, "is JSON lines, which is not read yet", "write it as CSV, label first");
}

} // namespace

std::string detectFormat(const MappedFile& file)
{
    const std::string_view head = file.text().substr(0, std::size_t(1) << 16);
    if (isNpy(head)) return "npy";
    if (isGzip(head)) return "text";
    refuseKnownFormats(file, head);
    if (word2vecBinaryHeader(file.text())) return "word2vec-binary";
    // Bytes that no text has: say so here rather than as a wrong number on line 1.
    const auto binary = std::find_if(head.begin(), head.end(), [](unsigned char c) { return c == 0; });
    if (binary != head.end())
        throw Error(ErrorKind::Input, "holds a NUL byte: this is neither text nor a format that is read",
                    "formats read: .npy, CSV, TSV, word2vec, GloVe, fastText .vec, .gz of text")
            .inFile(file.file())
            .atByte(binary - head.begin());
    return "text";
}

} // namespace bridgescope
