#pragma once
#include "core/dataset/reader.h"
#include "core/pairing/split.h"
#include "ui/jobs/job_runner.h"

#include <QWidget>
#include <functional>

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace bridgescope {

class Banner;
class FileBox;
class FilePreview;

/// What a person accepted: two sets read in full, and how they pair.
struct ImportedPair {
    EmbeddingSet x, y;
    PairedSet pairs;
    SplitOptions split;
    ReadOptions readX, readY; ///< what was decided, so that a grid can read the files the same way
    PairOptions pairing;
    bool train = false;
};

/// The preview of two files and of how they pair, before anything is loaded. Reading happens in jobs; what is wrong is
/// a banner.
class ImportPage : public QWidget {
    Q_OBJECT
public:
    explicit ImportPage(JobRunner& jobs, QWidget* parent = nullptr);
    void setFiles(const QString& x, const QString& y);
    QString fileX() const;
    QString fileY() const;

signals:
    void accepted(std::shared_ptr<bridgescope::ImportedPair> pair);
    void cancelled();

private:
    struct Sets {
        EmbeddingSet x, y;
        QString notFinite;           ///< the first row that holds NaN or infinity; empty where none does
        bool notFiniteIsInY = false; ///< which file that is
    };
    /// A button of a banner: what it says, and what it does.
    using Remedy = std::pair<QString, std::function<void()>>;
    QWidget* buildPairing();
    QWidget* buildFooter();
    void readBoth();
    void refreshReport();
    void showReport(const PairingReport& report);
    void showDecision(const PairingReport& report);
    void clearReport();
    void saveReport();
    void showProblem(const QString& text, const QString& detail, std::vector<Remedy> remedies);
    Remedy changeFile(FilePreview* file);
    std::vector<Remedy> waysToPair(); ///< those of the page's choices under which something pairs
    void decideRepeats(int button);
    void accept(bool train);
    PairOptions pairOptions() const;

    JobRunner& m_jobs;
    Banner* m_problem;
    Banner* m_decision;
    FilePreview* m_x;
    FilePreview* m_y;
    FileBox* m_by = nullptr;
    QCheckBox* m_normalize = nullptr;
    QGridLayout* m_counts = nullptr;
    QLabel* m_note = nullptr;
    QDoubleSpinBox* m_share = nullptr;
    QSpinBox* m_seed = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_train = nullptr;
    RepeatPolicy m_repeats = RepeatPolicy::Refuse;
    QStringList m_decidedFor; ///< the two files m_repeats was decided for
    std::optional<PairingReport> m_report; ///< what is shown
    std::vector<Remedy> m_remedies;        ///< of the banner of problems
    std::shared_ptr<const Sets> m_sets;
};

} // namespace bridgescope
