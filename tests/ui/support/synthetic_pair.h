#pragma once
#include "core/base/random.h"
#include "core/pairing/pairing.h"
#include "ui/workspace/workspace.h"

#include <QFile>
#include <QString>
#include <QTextStream>

namespace bridgescope::test {

/// Two labelled sets, the second a noisy linear image of the first with one dimension more.
inline EmbeddingSet syntheticSet(const std::string& name, Index n, Index dimension, std::uint64_t seed = 5)
{
    Random source(seed, "latent"), noise(seed, name);
    Matrix vectors(dimension, n);
    EmbeddingSet set;
    set.name = name;
    for (Index i = 0; i < n; ++i) {
        float latent[4];
        for (float& value : latent)
            value = static_cast<float>(source.normal());
        for (Index d = 0; d < dimension; ++d)
            vectors(d, i) = latent[d % 4] * (d < 4 ? 1.f : -.5f) + .3f * static_cast<float>(noise.normal());
        set.labels.push_back("item " + std::to_string(i));
    }
    set.vectors = Vectors(std::move(vectors));
    return set;
}

inline std::unique_ptr<OpenPair> syntheticPair(Index n = 60, const SplitOptions& split = {})
{
    const EmbeddingSet x = syntheticSet("Words", n, 5), y = syntheticSet("Pictures", n, 6);
    return makeOpenPair(x, y, pairSets(x, y), split);
}

/// The set as a CSV file with a header and labels first.
inline QString writeCsv(const EmbeddingSet& set, const QString& file)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly)) return {};
    QTextStream text(&out);
    text << "label";
    for (Index d = 0; d < set.dimension(); ++d)
        text << ",v" << d;
    text << '\n';
    for (Index i = 0; i < set.size(); ++i) {
        text << QString::fromStdString(set.labels[static_cast<std::size_t>(i)]);
        for (const float value : set.vectors.item(i))
            text << ',' << value;
        text << '\n';
    }
    return file;
}

} // namespace bridgescope::test
