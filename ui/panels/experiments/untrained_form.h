#pragma once
#include "core/dataset/reader.h"
#include "core/experiment/untrained.h"

#include <QStringList>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace bridgescope {

class CheckRows;
class Workspace;

/// The vectors Experiment 2 is run on: a set of the open pair, or a file by itself.
struct ChosenVectors {
    QString name;
    std::shared_ptr<const EmbeddingSet> set; ///< null: `file` is still to be read
    QString file;
    ReadOptions reading;
};

/// What Experiment 2 is run on: vectors, benchmarks with the column of their ratings, activations and settings.
class UntrainedForm : public QWidget {
    Q_OBJECT
public:
    explicit UntrainedForm(Workspace& workspace, QWidget* parent = nullptr);

    void addVectors(const QString& file); ///< and chooses it
    void setLabels(const QString& file);  ///< of the file chosen
    void addBenchmarks(const QStringList& files);
    void takeDropped(const QStringList& files); ///< benchmarks, where they read as such, else vectors
    void setFields(const QString& depths, int draws, int width, const QString& init, int seed); ///< width 0: X's

    std::optional<ChosenVectors> vectors() const;
    std::vector<std::string> benchmarks() const; ///< "FILE" or "FILE#COLUMN", those that are checked
    /// One an activation. K, metric and self rule are not of this form. @throws Error(Usage) naming what is wrong.
    std::vector<UntrainedOptions> options() const;

signals:
    void changed();
    void problem(const QString& text);

private:
    struct Lone {
        QString file;
        ReadOptions reading;
    };
    struct Rated {
        QString file;
        QComboBox* column = nullptr; ///< where there are several
    };
    QWidget* buildVectors();
    QWidget* buildSettings();
    void refreshSets();
    void refreshDetail();
    Lone* chosenFile();

    Workspace& m_workspace;
    std::vector<Lone> m_lone;
    std::vector<Rated> m_rated;
    QComboBox* m_set = nullptr;
    QLabel* m_detail = nullptr;
    QPushButton* m_labels = nullptr;
    CheckRows* m_files = nullptr;
    CheckRows* m_activations = nullptr;
    QLineEdit* m_depths = nullptr;
    QSpinBox* m_draws = nullptr;
    QSpinBox* m_width = nullptr;
    QSpinBox* m_seed = nullptr;
    QComboBox* m_init = nullptr;
};

} // namespace bridgescope
