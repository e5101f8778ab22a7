#include "ui/lessons/predict_page.h"
#include "ui/lessons/synthetic_dialog.h"
#include "ui/main_window/main_window.h"

#include <QStackedWidget>
#include <QStatusBar>

namespace bridgescope {

void MainWindow::askForSynthetic()
{
    SyntheticDialog dialog(this);
    if (dialog.exec() == QDialog::Accepted) openSynthetic(dialog.options(), dialog.predictFirst());
}

void MainWindow::openSynthetic(const SyntheticOptions& options, bool predictFirst)
{
    if (!mayClose()) return;
    m_jobs->run<std::unique_ptr<OpenPair>>(
        "synthetic", tr("Making a synthetic pair"),
        [options](const Context&) {
            SyntheticPair made = makeSyntheticPair(options);
            PairedSet pairs = pairSets(made.x, made.y);
            return makeOpenPair(std::move(made.x), std::move(made.y), std::move(pairs), SplitOptions());
        },
        [this, options, predictFirst](std::unique_ptr<OpenPair> pair) {
            m_workspace->open(std::move(pair));
            trainRidge(true);
            if (predictFirst) predict(options);
        });
}

void MainWindow::predict(const SyntheticOptions& options)
{
    if (!m_predict) {
        m_predict = new PredictPage;
        m_pages->addWidget(m_predict);
        connect(m_predict, &PredictPage::lookRequested, this, [this] { showView("overview"); });
        connect(m_predict, &PredictPage::anotherRequested, this, &MainWindow::askForSynthetic);
        connect(&m_hub, &SelectionHub::atKChanged, this, &MainWindow::tellTruth);
        connect(&m_hub, &SelectionHub::measuredChanged, this, &MainWindow::tellTruth);
    }
    m_predict->ask(syntheticName(options.kind),
                   tr("%1. N = %L2 items of %L3 dimensions around %L4 centers, seed %L5. Ridge learns on four fifths; "
                      "the rest is measured.")
                       .arg(syntheticFormula(options.kind))
                       .arg(options.items)
                       .arg(options.dimension)
                       .arg(options.clusters)
                       .arg(options.seed));
    statusBar()->clearMessage();
    showPage(m_pages->indexOf(m_predict));
}

void MainWindow::tellTruth()
{
    const MeasuredAtKPtr atK = m_hub.atK();
    if (m_pages->currentWidget() != m_predict || !atK || !atK->hasMapping) return;
    const MappingReport& report = atK->report;
    m_predict->setTruth({report.xf.mean, report.yf.mean, report.xy.mean}, report.xf.chance,
                        QString::fromStdString(conventionLine(report.xf, atK->measured->split.toStdString())));
}

} // namespace bridgescope
