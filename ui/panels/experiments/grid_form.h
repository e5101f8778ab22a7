#pragma once
#include "core/experiment/grid_spec.h"
#include "ui/panels/experiments/experiment_picker.h"

#include <QWidget>
#include <nlohmann/json.hpp>

class QLabel;
class QSpinBox;

namespace bridgescope {

class CheckRows;

/// What the tool bar shares with every view.
struct SharedMeasure {
    Index k = 10;
    Metric metric = Metric::Cosine;
    SelfRule self = SelfRule::Excluded;
};

/// Data sets, directions, mappings, losses and repeats of a grid; gives and takes the JSON that the command line runs.
class GridForm : public QWidget {
    Q_OBJECT
public:
    using Json = nlohmann::ordered_json;
    explicit GridForm(QWidget* parent = nullptr);

    /// What stands beside an entry, and what it allows.
    struct Offer {
        QString detail;
        bool checked = true;
        Index items = 0;        ///< where they are known: K must leave room in a fold
        std::optional<Index> k; ///< of its template, which goes before a greater one
    };
    /// An entry of a spec's "data", its files absolute. One of the same name and feature is replaced; one that reads
    /// the same files in the same way, whatever it is called, stays as it is.
    void offerData(const Json& entry, const Offer& offer);
    /// An entry whose figures the paper has ("Wikipedia"), of a file of texts and one of pictures.
    void addPaperData(const QString& name, const QString& texts, const QString& pictures);
    /// Data sets of the paper of which nothing is opened; none where another kind of grid is shown.
    QStringList absentData() const;
    /// Takes over a spec. What the form has no field for (K, metric, a split by file, several seeds, the table) is kept
    /// as it stands and named in a line, so that the window runs what the command line runs.
    /// `file` is its name, for the picker. @throws Error where it is none.
    void setSpec(const Json& spec, const QString& folder, const QString& file);
    void choose(ExperimentPicker::Kind kind); ///< a template
    ExperimentPicker::Kind kind() const { return m_kind; }
    QString file() const { return m_file; } ///< the opened one's name
    /// What is checked, as a spec. "data" or "maps" is missing where nothing is.
    Json spec(const SharedMeasure& measure) const;
    /// The tool bar's K, so that the form says where its data leave room for less.
    void setSharedK(Index k);
    bool isRunnable() const; ///< at least one data set, direction and mapping
    /// The data of a template whose files are in a folder, with its K; what is not there is said.
    void addTemplate(const Json& json, const QString& folder);
    void setFrozen(bool frozen); ///< all but the picker

signals:
    void changed();
    void untrainedRequested(); ///< the picker's entry that is no grid

private:
    void build();
    QWidget* buildRepeats();
    QWidget* buildDepth();
    void offerMap(const Json& map, const QString& detail, bool checked);
    void addPair();
    void addFolder(const QString& file);
    Json checkedMaps() const;
    void keepOf(const Json& spec, const QString& folder);
    std::optional<Index> mostK(QString* reason) const;
    void refreshWords();

    struct Data {
        Json entry;
        Offer offer;
    };
    ExperimentPicker* m_picker = nullptr;
    ExperimentPicker::Kind m_kind = ExperimentPicker::Experiment1;
    QString m_file;
    QStringList m_keptTexts;
    Index m_sharedK = 10;
    CheckRows* m_data = nullptr;
    CheckRows* m_directions = nullptr;
    CheckRows* m_maps = nullptr;
    CheckRows* m_losses = nullptr;
    QWidget* m_depthRow = nullptr; ///< of the remedies: all of them on nets of one depth
    QComboBox* m_depth = nullptr;
    QSpinBox* m_folds = nullptr;
    QSpinBox* m_seed = nullptr;
    QWidget* m_body = nullptr;
    std::vector<Data> m_entries; ///< of m_data
    std::vector<Json> m_mapEntries;
    QLabel* m_keptLine = nullptr;
    std::string m_title = "Experiment 1";
    Json m_table;                 ///< of the preset or the spec: what is printed
    Json m_kept = Json::object(); ///< of an opened spec: values that go before those of the form
};

} // namespace bridgescope
