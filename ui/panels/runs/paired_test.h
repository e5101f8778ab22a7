#pragma once
#include "core/measurement/mapping_comparison.h"
#include "ui/workspace/workspace.h"

#include <QObject>

#include <memory>
#include <optional>

namespace bridgescope {

/// The paired test of two runs, made in a job under the conventions and in the scope of the views. Their lists are kept
/// while only K moves.
class PairedTest : public QObject {
    Q_OBJECT
public:
    static inline const QString kind = QStringLiteral("paired test");
    PairedTest(Workspace& workspace, SelectionHub& hub, JobRunner& jobs, QObject* parent = nullptr);

    /// Both must have a model and go in one direction.
    void ask(const MappingEntry& first, const MappingEntry& second);
    void forget();
    /// Of what was asked for last; absent until it is made.
    const std::optional<MappingComparison>& result() const { return m_result; }
    QString problem() const { return m_problem; } ///< why there is none

signals:
    void changed();

private:
    /// What lists were made of.
    struct Key {
        std::shared_ptr<const Model> first, second;
        std::shared_ptr<const MeasuredFold> scope; ///< the fold in view: its items and conventions
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Lists {
        Key key;
        std::shared_ptr<const MeasuredFold> first, second;
    };
    struct Made {
        std::shared_ptr<const Lists> lists;
        MappingComparison comparison;
    };
    void noticeCancel();
    Workspace& m_workspace;
    SelectionHub& m_hub;
    JobRunner& m_jobs;
    std::shared_ptr<const Lists> m_lists;
    Key m_asked;
    Index m_askedK = 0;
    std::optional<MappingComparison> m_result;
    QString m_problem;
};

} // namespace bridgescope
