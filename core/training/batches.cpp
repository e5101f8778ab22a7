#include "core/training/batches.h"

#include "core/base/error.h"

#include <algorithm>

namespace bridgescope {
namespace {

constexpr Index gatherItems = 32; ///< items a side task copies

} // namespace

Batches::Batches(MatrixView x, MatrixView y, std::vector<Index> items, Index batch, std::uint64_t seed)
    : m_x(x), m_y(y), m_items(std::move(items)), m_batch(batch), m_random(seed, "net.batches")
{
    m_largest = std::min(batch, static_cast<Index>(m_items.size()));
    if (m_largest < static_cast<Index>(m_items.size())) ++m_largest;
    for (Buffer& buffer : m_buffers) {
        buffer.x = Matrix(x.rows, m_largest);
        buffer.y = Matrix(y.rows, m_largest);
    }
    m_order = m_items;
    m_random.shuffle(m_order);
}

Index Batches::sizeAt(Index position) const
{
    const Index left = items() - position;
    return left - m_batch <= 1 ? left : m_batch;
}

Index Batches::count() const
{
    const Index whole = items() / m_batch, left = items() % m_batch;
    return std::max<Index>(1, left > 1 ? whole + 1 : whole);
}

void Batches::gather(Buffer& buffer, Index begin, Index first, Index count) const
{
    for (Index i = first; i < first + count; ++i) {
        const Index item = m_order[static_cast<std::size_t>(begin + i)];
        std::copy_n(m_x.column(item).data(), m_x.rows, buffer.x.column(i).data());
        std::copy_n(m_y.column(item).data(), m_y.rows, buffer.y.column(i).data());
    }
}

Batches::Batch Batches::current()
{
    Buffer& buffer = m_buffers[m_present];
    const Index count = sizeAt(m_position);
    if (buffer.begin != m_position) {
        gather(buffer, m_position, 0, count);
        buffer.begin = m_position;
    }
    return {{buffer.x.data(), m_x.rows, count}, {buffer.y.data(), m_y.rows, count}};
}

SideWork Batches::gatherNext()
{
    const Index begin = m_position + sizeAt(m_position);
    if (begin >= items()) return {};
    Buffer& buffer = m_buffers[1 - m_present];
    buffer.begin = begin;
    const Index count = sizeAt(begin);
    return {(count + gatherItems - 1) / gatherItems, [this, &buffer, begin, count](Index task) {
                gather(buffer, begin, task * gatherItems, std::min(gatherItems, count - task * gatherItems));
            }};
}

bool Batches::advance()
{
    m_position += sizeAt(m_position);
    m_present = 1 - m_present;
    if (m_position < items()) return false;
    m_position = 0;
    for (Buffer& buffer : m_buffers)
        buffer.begin = -1;
    m_order = m_items;
    m_random.shuffle(m_order);
    return true;
}

void Batches::restore(std::vector<Index> order, Index position)
{
    std::vector<Index> sorted = order;
    std::ranges::sort(sorted);
    Index begin = 0;
    while (begin < position && begin < items())
        begin += sizeAt(begin);
    if (sorted != m_items || begin != position || position >= items())
        throw Error(ErrorKind::Input, "the checkpoint's order is not one of these training items",
                    "resume with the sets, the split and the settings that it was made with");
    m_order = std::move(order);
    m_position = position;
    for (Buffer& buffer : m_buffers)
        buffer.begin = -1;
}

} // namespace bridgescope
