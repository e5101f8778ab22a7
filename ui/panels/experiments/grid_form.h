#pragma once
#include "core/experiment/grid_spec.h"

#include <QWidget>
#include <nlohmann/json.hpp>

class QComboBox;
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

    /// An entry of a spec's "data", its files absolute; `detail` stands at its right. One of the same name and feature
    /// is replaced.
    void offerData(const Json& entry, const QString& detail, bool checked = true);
    /// Takes over a spec. What the form has no field for (K, metric, a split by file, several seeds, the table) is kept
    /// as it stands and named in a line, so that the window runs what the command line runs.
    /// @throws Error where it is none.
    void setSpec(const Json& spec, const QString& folder);
    /// What is checked, as a spec. "data" or "maps" is missing where nothing is.
    Json spec(const SharedMeasure& measure) const;
    bool isRunnable() const; ///< at least one data set, direction and mapping
    void setFrozen(bool frozen);

signals:
    void changed();
    void untrainedRequested(); ///< the picker's entry that is no grid

private:
    void build();
    QWidget* buildRepeats();
    QWidget* buildDepth();
    void choosePreset(int preset);
    void offerMap(const Json& map, const QString& detail, bool checked);
    void addPair();
    void addFolder(const QString& file);
    Json checkedMaps() const;
    void keepOf(const Json& spec, const QString& folder);

    QComboBox* m_preset = nullptr;
    int m_shown = 0; ///< preset
    CheckRows* m_data = nullptr;
    CheckRows* m_directions = nullptr;
    CheckRows* m_maps = nullptr;
    CheckRows* m_losses = nullptr;
    QWidget* m_depthRow = nullptr; ///< of the remedies: all of them on nets of one depth
    QComboBox* m_depth = nullptr;
    QSpinBox* m_folds = nullptr;
    QSpinBox* m_seed = nullptr;
    QWidget* m_body = nullptr;
    std::vector<Json> m_dataEntries, m_mapEntries;
    std::vector<QString> m_dataDetails;
    QLabel* m_keptLine = nullptr;
    std::string m_title = "Experiment 1";
    Json m_table;                 ///< of the preset or the spec: what is printed
    Json m_kept = Json::object(); ///< of an opened spec: values that go before those of the form
};

} // namespace bridgescope
