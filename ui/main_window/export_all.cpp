#include "ui/charts/chart_view.h"
#include "ui/charts/epoch_chart.h"
#include "ui/figures/batch_dialog.h"
#include "ui/main_window/main_window.h"
#include "ui/models/convention.h"
#include "ui/panels/maps/maps_panel.h"
#include "ui/panels/overview/overview_panel.h"
#include "ui/widgets/card.h"

#include <QDir>
#include <QFileDialog>
#include <QStatusBar>
#include <QTabWidget>

namespace bridgescope {
namespace {

const Card* cardAround(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget())
        if (const auto* card = qobject_cast<const Card*>(widget)) return card;
    return nullptr;
}

} // namespace

std::vector<OpenChart> MainWindow::openCharts() const
{
    std::vector<OpenChart> charts;
    m_overview->catchUp();
    m_maps->catchUp();
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        const QWidget* page = m_tabs->widget(tab);
        for (const auto* view : page->findChildren<ChartView*>()) {
            if (!view->chart() || !view->isVisibleTo(page)) continue;
            const auto spark = std::dynamic_pointer_cast<const SparkChart>(view->chart());
            if (spark && spark->data().values.size() < 2) continue; // a single number is no figure
            const Card* card = cardAround(view);
            const QString title = card && !card->title().isEmpty() ? card->title() : view->chart()->name();
            const QString line = card ? card->convention() : QString();
            const bool ofMapping = page == m_overview;
            charts.push_back({title, view->chart(), ofMapping ? exportedConvention(m_hub.measured(), line) : line});
        }
        if (page == m_maps)
            if (const auto maps = m_maps->figure())
                charts.push_back({maps->name(), maps, exportedConvention(m_hub.measured(), m_maps->convention())});
    }
    return charts;
}

void MainWindow::exportAll()
{
    BatchDialog dialog(openCharts(), this);
    if (dialog.exec() != QDialog::Accepted) return;
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the figures"));
    if (!folder.isEmpty()) exportCharts(folder, dialog.options());
}

void MainWindow::exportCharts(const QString& folder, const BatchOptions& options)
{
    try {
        const auto written = bridgescope::exportCharts(openCharts(), folder, options);
        statusBar()->showMessage(tr("%n files written to %1", nullptr, static_cast<int>(written.size()))
                                     .arg(QDir::toNativeSeparators(folder)),
                                 8000);
    } catch (const Error& error) {
        m_banner->show(QString::fromUtf8(error.what()), {}, {tr("Close")});
    }
}

} // namespace bridgescope
