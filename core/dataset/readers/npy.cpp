#include "core/dataset/readers/npy.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/dataset/counted.h"
#include "core/dataset/readers/column_store.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <mutex>
#include <type_traits>

namespace bridgescope {
namespace {

/// IEEE 754 binary16.
struct Half {
    std::uint16_t bits;
};

/// Values that float32 does not hold as they are.
struct Loss {
    Index rounded = 0;
    Index infinite = 0; ///< finite ones beyond its range
};

float widen(Half half)
{
    const int exponent = half.bits >> 10 & 31, mantissa = half.bits & 1023;
    const float magnitude = exponent == 0    ? std::ldexp(static_cast<float>(mantissa), -24)
                            : exponent == 31 ? (mantissa == 0 ? std::numeric_limits<float>::infinity() : std::nanf(""))
                                             : std::ldexp(static_cast<float>(mantissa + 1024), exponent - 25);
    return half.bits & 0x8000 ? -magnitude : magnitude;
}

template<class Stored> float toSingle(Stored value, Loss& loss)
{
    if constexpr (std::is_same_v<Stored, Half>)
        return widen(value);
    else if constexpr (std::is_same_v<Stored, float>)
        return value;
    else if constexpr (std::is_same_v<Stored, bool>)
        return value ? 1.0f : 0.0f;
    else if constexpr (std::is_same_v<Stored, double>) {
        // From half a step above the largest float32 on, rounding to nearest gives infinity.
        if (std::isfinite(value) && std::abs(value) >= 0x1.ffffffp127) {
            ++loss.infinite;
            return std::copysign(std::numeric_limits<float>::infinity(), value > 0 ? 1.0f : -1.0f);
        }
        const auto single = static_cast<float>(value);
        loss.rounded += !std::isnan(value) && static_cast<double>(single) != value;
        return single;
    } else {
        const auto single = static_cast<float>(value);
        if constexpr (sizeof(Stored) > 2)
            loss.rounded += static_cast<long double>(single) != static_cast<long double>(value);
        return single;
    }
}

template<class Stored> Stored load(const char* at, bool swapped)
{
    if constexpr (std::is_same_v<Stored, bool>)
        return *at != 0;
    else {
        std::array<char, sizeof(Stored)> bytes;
        std::memcpy(bytes.data(), at, sizeof(Stored));
        if (swapped) std::reverse(bytes.begin(), bytes.end());
        return std::bit_cast<Stored>(bytes);
    }
}

/// Rows [first, last) into `to`, d numbers a row.
template<class Stored>
void convertRows(const MappedFile& file, const NpyHeader& h, Index first, Index last, float* to, Loss& loss)
{
    const char* data = file.data() + h.dataOffset;
    constexpr auto size = static_cast<Index>(sizeof(Stored));
    if (!h.fortranOrder) {
        for (Index i = first * h.columns; i < last * h.columns; ++i)
            *to++ = toSingle(load<Stored>(data + i * size, h.bigEndian), loss);
        return;
    }
    for (Index column = 0; column < h.columns; ++column)
        for (Index row = first; row < last; ++row)
            to[(row - first) * h.columns + column] =
                toSingle(load<Stored>(data + (column * h.rows + row) * size, h.bigEndian), loss);
}

using RowConverter = void (*)(const MappedFile&, const NpyHeader&, Index, Index, float*, Loss&);

RowConverter converterOf(const NpyHeader& h)
{
    if (h.kind == 'f')
        return h.bytes == 2 ? convertRows<Half> : h.bytes == 4 ? convertRows<float> : convertRows<double>;
    if (h.kind == 'b') return convertRows<bool>;
    const bool sign = h.kind == 'i';
    switch (h.bytes) {
    case 1:
        return sign ? convertRows<std::int8_t> : convertRows<std::uint8_t>;
    case 2:
        return sign ? convertRows<std::int16_t> : convertRows<std::uint16_t>;
    case 4:
        return sign ? convertRows<std::int32_t> : convertRows<std::uint32_t>;
    default:
        return sign ? convertRows<std::int64_t> : convertRows<std::uint64_t>;
    }
}

Vectors convertAll(const MappedFile& file, const NpyHeader& h, Loss& loss, const Context& context)
{
    ColumnStore store(h.columns, h.rows);
    const RowConverter convert = converterOf(h);
    const Index rowBytes = h.columns * h.bytes;
    const Index block = std::max<Index>(1, (Index(1) << 20) / rowBytes);
    std::mutex mutex;
    Index done = 0;
    parallelFor((h.rows + block - 1) / block, [&](Index task, int) {
        context.checkStop();
        const Index first = task * block, last = std::min(h.rows, first + block);
        Loss here;
        convert(file, h, first, last, store.column(first).data(), here);
        if (!h.fortranOrder)
            file.release(h.dataOffset + static_cast<std::size_t>(first * rowBytes),
                         h.dataOffset + static_cast<std::size_t>(last * rowBytes));
        const std::scoped_lock lock(mutex);
        loss.rounded += here.rounded;
        loss.infinite += here.infinite;
        context.report(static_cast<double>(done += last - first), static_cast<double>(h.rows), "rows");
    });
    return store.finish();
}

} // namespace

RawSet readNpy(const std::shared_ptr<const MappedFile>& file, const Context& context)
{
    const NpyHeader header = readNpyHeader(*file);
    RawSet set;
    set.format = header.describe();
    const std::size_t behind = file->size() - header.dataOffset - header.dataBytes();
    if (behind > 0) set.warnings.push_back(counted(static_cast<Index>(behind), "byte") + " behind the array ignored");
    const char* data = file->data() + header.dataOffset;
    if (header.isNative() && reinterpret_cast<std::uintptr_t>(data) % alignof(float) == 0) {
        set.vectors = Vectors(file, MatrixView{reinterpret_cast<const float*>(data), header.columns, header.rows});
        set.mapped = file;
        return set;
    }
    Loss loss;
    set.vectors = convertAll(*file, header, loss, context);
    file->requireUnchanged();
    if (loss.rounded > 0)
        set.warnings.push_back(counted(loss.rounded, "value") + " rounded, which float32 does not hold exactly");
    if (loss.infinite > 0)
        set.warnings.push_back(counted(loss.infinite, "value") + " beyond float32's range, now infinite");
    return set;
}

std::vector<std::vector<float>> firstNpyRows(const MappedFile& file, const NpyHeader& header, Index count)
{
    std::vector<std::vector<float>> rows;
    Loss ignored;
    for (Index row = 0; row < std::min(count, header.rows); ++row) {
        rows.emplace_back(static_cast<std::size_t>(header.columns));
        converterOf(header)(file, header, row, row + 1, rows.back().data(), ignored);
    }
    return rows;
}

} // namespace bridgescope
