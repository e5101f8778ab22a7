#include "ui/panels/experiments/experiment_picker.h"

#include <QStandardItemModel>

namespace bridgescope {

ExperimentPicker::ExperimentPicker(QWidget* parent) : QComboBox(parent)
{
    setAccessibleName(tr("Kind of experiment"));
    addItems({tr("Paper, Experiment 1"), tr("Paper, Experiment 2"), tr("Losses and depths"), tr("Remedies")});
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a file's name may be long
    connect(this, &QComboBox::activated, this, [this](int kind) {
        setCurrentIndex(m_shown);
        if (kind != m_shown) emit chosen(kind);
    });
}

void ExperimentPicker::show(Kind kind, Kind grid, const QString& file)
{
    m_shown = kind;
    m_grid = grid;
    if (count() > Opened) removeItem(Opened);
    if (grid == Opened) addItem(file.isEmpty() ? tr("From a file") : file);
    refresh();
}

void ExperimentPicker::setRunning(bool running)
{
    m_running = running;
    refresh();
}

void ExperimentPicker::refresh()
{
    auto* items = qobject_cast<QStandardItemModel*>(model());
    for (int kind = 0; kind < count(); ++kind)
        items->item(kind)->setEnabled(!m_running || kind == Experiment2 || kind == m_grid);
    setToolTip(m_running ? tr("Another grid can be chosen once this one has ended") : QString());
    setCurrentIndex(m_shown);
}

} // namespace bridgescope
