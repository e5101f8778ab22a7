#pragma once
#include "core/base/context.h"
#include "core/experiment/grid_cells.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace bridgescope {

/// This machine's name, or "unknown".
std::string hostName();

/// What to do with the lock of a process on another host, of which nobody here knows whether it lives. TakeOver is for
/// callers that know it is gone, as a scheduler that runs one job of a name at a time.
enum class ForeignLock { Refuse, TakeOver };

/// A grid's output folder, held by one run at a time: DIR/.lock names its process and host, and the kernel's lock on it
/// says whether that process lives. Cells are DIR/cells/ID.json, each there complete or not at all.
class GridFolder {
public:
    /// Makes the folder or takes it over. @throws Error(Input) where it is not empty and `resume` is not set, where it
    /// holds other things or another grid, or where another run holds it; Error(Io).
    static GridFolder open(const std::string& dir, bool resume, const GridSpec& spec, const Context& context = {},
                           ForeignLock foreign = ForeignLock::Refuse);
    /// A folder that another process of the same run holds.
    static GridFolder attach(const std::string& dir) { return GridFolder(dir); }
    ~GridFolder();
    GridFolder(GridFolder&& other) noexcept;
    GridFolder& operator=(GridFolder&&) = delete;

    const std::string& dir() const { return m_dir; }
    /// A finished cell of that id, or none; what cannot be read counts as not finished.
    std::optional<nlohmann::ordered_json> readCell(const std::string& id) const;
    std::string cellFile(const std::string& id) const { return m_dir + "/cells/" + id + ".json"; }
    void write(const std::string& name, const std::string& content) const;
    void remove(const std::string& name) const;

private:
    explicit GridFolder(std::string dir) : m_dir(std::move(dir)) {}
    void lock(const Context& context, ForeignLock foreign);
    std::string m_dir;
    int m_lock = -1;
};

} // namespace bridgescope
