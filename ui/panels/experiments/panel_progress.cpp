#include "core/base/error.h"
#include "ui/jobs/job_runner.h"
#include "ui/panels/experiments/cell_squares.h"
#include "ui/panels/experiments/dry_run.h"
#include "ui/panels/experiments/experiments_panel.h"
#include "ui/panels/experiments/grid_form.h"
#include "ui/widgets/card.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

QString aboutTime(double seconds)
{
    return seconds < 1    ? QObject::tr("about a second")
           : seconds < 90 ? QObject::tr("about %1 s").arg(std::ceil(seconds))
                          : QObject::tr("about %1 min").arg(std::ceil(seconds / 60));
}

} // namespace

bool ExperimentsPanel::isCurrent() const
{
    const LiveGrid* live = m_job->live();
    return live && (m_job->isRunning() || live->dir == folderOf(specNow()));
}

void ExperimentsPanel::dryRun()
{
    m_banner->dismiss();
    guarded([this] {
        const auto json = specNow();
        const GridSpec spec = gridSpecFromJson(json, {}, tr("the grid").toStdString());
        m_jobs.run<DryRun>(
            "dry-run", tr("Dry run"),
            [spec, dir = folderOf(json).toStdString()](const Context& context) { return planGrid(spec, dir, context); },
            [this](const DryRun& plan) {
                const QString all = tr("%L1 cells by %L2 trainings, each over %3 folds.")
                                        .arg(plan.cells)
                                        .arg(plan.trainings)
                                        .arg(plan.folds);
                if (plan.left == 0)
                    return offer(all + " " + tr("All are there already."), tr("Show the table"), [this] { run(); });
                const QString kept =
                    plan.kept > 0 ? tr("%L1 cells are there already.").arg(plan.kept) + " " : QString();
                offer(all + " " + kept + tr("%L1 trainings are left: %2.").arg(plan.left).arg(aboutTime(plan.seconds)),
                      tr("Run grid"), [this] { run(); });
            },
            [this](const Error& error) { say(QString::fromUtf8(error.what())); });
    });
}

void ExperimentsPanel::refreshProgress()
{
    const LiveGrid* live = isCurrent() ? m_job->live() : nullptr;
    const bool running = m_job->isRunning();
    m_run->setVisible(!running);
    m_run->setEnabled(m_form->isRunnable());
    m_dry->setVisible(!running);
    m_dry->setEnabled(m_form->isRunnable());
    m_pause->setVisible(running);
    m_pause->setText(m_job->isPaused() ? tr("Resume") : tr("Pause"));
    m_cancel->setVisible(running);
    std::vector<QString> names;
    if (live)
        for (std::size_t c = 0; c < live->cells.size(); ++c) {
            names.push_back(QString::fromStdString(live->cells[c].name));
            if (live->rows[c] && !live->rows[c]->failed.empty())
                names.back() += ": " + QString::fromStdString(live->rows[c]->failed);
        }
    m_squares->setStates(live ? live->states : std::vector<CellState>{}, std::move(names));
    if (!live) {
        m_progress->setText(running ? tr("Reading…") : m_form->isRunnable() ? tr("Not run yet") : tr("Nothing chosen"));
        m_state->clear();
        return;
    }
    m_progress->setText(tr("%1 of %2 cells done").arg(live->finished()).arg(live->cells.size()));
    const auto failed = std::count(live->states.begin(), live->states.end(), CellState::Failed);
    const auto left = m_job->secondsLeft();
    const QString working = !left        ? tr("running")
                            : *left < 60 ? tr("%1 s left").arg(*left)
                                         : tr("%1 min left").arg((*left + 30) / 60);
    m_state->setText(m_job->isPaused() ? tr("paused")
                     : running         ? working
                     : failed > 0      ? tr("%1 failed").arg(failed)
                     : live->table     ? tr("all kept")
                                       : tr("stopped"));
}

} // namespace bridgescope
