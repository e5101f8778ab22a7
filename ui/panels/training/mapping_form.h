#pragma once
#include "core/base/types.h"
#include "core/training/training_options.h"
#include "ui/panels/training/presets.h"

#include <QMap>
#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QScrollArea;
class QSpinBox;
class QVBoxLayout;

namespace bridgescope {

class Banner;
class ElidedLabel;
class NetPicture;
class OptionField;

/// Sets up a mapping. Its fields are core's option table and follow the map and one another: what means nothing beside
/// the rest is not shown. What is wrong is said under its field.
class MappingForm : public QWidget {
    Q_OBJECT
public:
    explicit MappingForm(QWidget* parent = nullptr);

    /// Names and dimensions of the sets, and the split there is now.
    struct Data {
        QString nameX, nameY;
        Index dX = 0, dY = 0;
        double share = 0.2; ///< held out
        bool shareIsFree = true;
        quint64 seed = 1;
    };
    void setData(const Data& now);
    /// Fills the form from a run: Duplicate settings.
    void setOptions(const TrainingOptions& options, bool forward);
    void reset(); ///< DESIGN's defaults

    /// Only what is shown differs from the defaults. @throws Error where a field is wrong: see showProblems().
    TrainingOptions options() const;
    bool forward() const;
    double share() const;
    /// Whether everything can be taken; else says under each field what is wrong with it and goes to the first.
    bool showProblems();
    /// The options that a sweep can go over: those that are shown and are no flags.
    std::vector<std::string> shownKeys() const;
    Banner& banner() { return *m_banner; }
    QComboBox* presets() { return m_presets; } ///< for the card's title

signals:
    void trainRequested();
    void sweepRequested();

private:
    struct Row {
        QWidget* widget = nullptr;
        QLabel* error = nullptr;
        std::vector<OptionField*> fields;
    };
    struct Section {
        QWidget* title = nullptr;
        QWidget* rule = nullptr; ///< above it; null of the first
        std::vector<Row> rows;
    };
    void buildData(QVBoxLayout& column);
    void buildPresets();
    QWidget* buildMaps();
    QWidget* buildFooter();
    Row buildRow(const QString& label, const std::vector<std::string>& keys);
    QWidget* labelled(const QString& label, const QList<QWidget*>& editors);
    TrainingOptions parsed(QMap<QString, QString>* problems) const;
    void follow();
    void showProblem(OptionField* field);
    QString problemOf(const OptionField& field) const;

    Data m_data;
    TrainingOptions m_shown; ///< as far as it could be read: what decides which fields mean something
    std::vector<Preset> m_preset;
    QComboBox* m_presets = nullptr;
    Banner* m_banner = nullptr;
    QScrollArea* m_scroll = nullptr;
    QComboBox* m_direction = nullptr;
    QSpinBox* m_share = nullptr;
    QSpinBox* m_seed = nullptr;
    QButtonGroup* m_maps = nullptr;
    ElidedLabel* m_net = nullptr;
    NetPicture* m_picture = nullptr;
    std::vector<Section> m_sections;
};

} // namespace bridgescope
