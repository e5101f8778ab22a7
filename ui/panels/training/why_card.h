#pragma once
#include "ui/panels/training/why_history.h"
#include "ui/widgets/card.h"
#include "ui/workspace/workspace.h"

#include <QTimer>

#include <optional>

class QPushButton;

namespace bridgescope {

class ElidedLabel;
class EpochScrubber;
class WhyStrip;
struct WhyGroups;

/// Why the overlaps move: which neighbors of the focus item, or of the selection, f keeps, gains and loses from one
/// kept epoch to the next, and a scrubber over these epochs. Where the run shown is the mapping looked at, the other
/// views follow the scrubber through the hub; where it rests, at its end or at the epoch that early stopping chose,
/// they show the mapping as it is.
class WhyCard : public Card {
    Q_OBJECT
public:
    WhyCard(const Workspace& workspace, SelectionHub& hub, JobRunner& jobs, QWidget* parent = nullptr);
    void show(const MappingEntry& run);                           ///< and what is new of it
    const WhyHistory* history() const { return m_history.get(); } ///< null while there is nothing to show
    Index chosenEpoch() const;                                    ///< 0: the scrubber rests

signals:
    void epochChosen(); ///< maybe another one, or none any more

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectHub();
    void request(bool due = false);
    void start(WhyRequest request);
    void take(WhyHistoryPtr history);
    void showPlaces(const MappingEntry& run);
    void clear(const QString& why);
    void refresh();
    void lookAtEpoch();
    bool isLookedAt() const;
    std::vector<Index> rowsAsked(const std::vector<Index>& heldOut, std::size_t epochs, Index k) const;
    WhyGroups groupsOf(const ListChanges& changes) const;
    QString sentence(const ListChanges& changes) const;
    QString label(Index pair) const;

    const Workspace& m_workspace;
    SelectionHub& m_hub;
    JobRunner& m_jobs;
    ElidedLabel* m_sentence = nullptr;
    QPushButton* m_selection = nullptr;
    WhyStrip* m_strip = nullptr;
    EpochScrubber* m_scrubber = nullptr;
    int m_run = -1;
    WhyHistoryPtr m_history;
    std::optional<WhyRequest> m_asked; ///< of the job that runs
    QTimer m_again;                    ///< for epochs that came meanwhile
};

} // namespace bridgescope
