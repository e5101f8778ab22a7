#pragma once
#include "core/experiment/grid_spec.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace bridgescope {

/// A file a grid was computed from.
struct InputFile {
    std::string role; ///< "x", "y", "labels", ...
    std::string file; ///< as the spec resolves it
    std::string sha256;
};

/// One data entry read and paired, in both directions. Items keep the order of the first set in both, so that both
/// directions are measured under the same split.
struct GridPair {
    PairedSet xy, yx;
    std::vector<InputFile> files;

    const PairedSet& towards(const std::string& direction) const { return direction == "xy" ? xy : yx; }
};

/// Reads, checks and pairs every data entry, and names its files by SHA-256.
/// @throws Error as reading and pairing do, the field's path before it ("data[1]: ...").
std::vector<std::shared_ptr<const GridPair>> readGridPairs(const GridSpec& spec, const Context& context);

/// The files of a split (--test FILE, --folds FILE), empty where there is none.
std::vector<InputFile> splitFiles(const GridSpec& spec);

/// Splits of a grid's data and the lists of X and Y within each fold, each computed once, whoever asks first.
class SpaceCache {
public:
    SpaceCache(const GridSpec& spec, std::vector<std::shared_ptr<const GridPair>> data)
        : m_spec(spec), m_data(std::move(data))
    {
    }

    /// One plan a data entry and seed, the same for both directions.
    std::shared_ptr<const SplitPlan> plan(std::size_t data, std::uint64_t seed);
    /// Lists long enough for every K of the spec, as far as the fold's items allow. @throws as measureFold().
    std::shared_ptr<const MeasuredFold> spaces(std::size_t data, std::uint64_t seed, std::size_t fold, Metric metric,
                                               const std::string& direction, const Context& context);

private:
    template<class Value> struct Once {
        std::mutex mutex;
        std::shared_ptr<const Value> value;
    };
    using Plan = Once<SplitPlan>;
    using Fold = Once<MeasuredFold>;
    template<class Key, class Entry> Entry& entryOf(std::map<Key, Entry>& entries, const Key& key);

    const GridSpec& m_spec;
    std::vector<std::shared_ptr<const GridPair>> m_data;
    std::mutex m_mutex; ///< of the maps, not of their entries
    std::map<std::pair<std::size_t, std::uint64_t>, Plan> m_plans;
    using FoldKey = std::tuple<std::size_t, std::uint64_t, std::size_t, Metric>;
    std::map<FoldKey, Fold> m_forward, m_backward;
};

} // namespace bridgescope
