#pragma once
#include "core/experiment/grid_run.h"
#include "core/experiment/printed_table.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace bridgescope {

class JobRunner;

/// A grid while it runs and after, as the window's thread knows it.
struct LiveGrid {
    GridSpec spec;
    QString dir;
    std::vector<GridCell> cells;
    std::vector<CellState> states;
    std::vector<std::optional<GridRow>> rows; ///< of finished cells
    std::optional<GridTable> table;           ///< once all are
    std::size_t kept = 0;                     ///< cells that were there before this run

    std::size_t finished() const;
    std::vector<const GridRow*> known() const;
    PrintedTable printed() const;
};

/// Runs a grid in a job through the same calls as the command line, into a folder of its own that a later run of the
/// same grid goes on in.
class GridJob : public QObject {
    Q_OBJECT
public:
    static inline const QString kind = QStringLiteral("experiment");
    explicit GridJob(JobRunner& jobs, QObject* parent = nullptr);
    ~GridJob() override;

    void start(const GridSpec& spec, const QString& dir);
    void setPaused(bool paused);
    bool isPaused() const { return *m_paused; }
    bool isRunning() const { return m_running; }
    void cancel();
    LiveGrid* live() { return m_live.get(); }
    /// By the cells that this run has finished, pauses left out; none before the first.
    std::optional<int> secondsLeft() const;

signals:
    void changed(); ///< a cell, the state or the whole grid
    void problem(const QString& text);

private:
    struct Post;
    void end();
    JobRunner& m_jobs;
    std::unique_ptr<LiveGrid> m_live;
    std::shared_ptr<std::atomic<bool>> m_paused = std::make_shared<std::atomic<bool>>(false);
    /// A run that was cancelled may hold its folder a moment longer: the next one waits for it.
    std::shared_ptr<std::mutex> m_turn = std::make_shared<std::mutex>();
    int m_generation = 0;
    bool m_running = false;
    QElapsedTimer m_clock; ///< since the cells began or went on
    qint64 m_worked = 0;   ///< ms before that
};

} // namespace bridgescope
