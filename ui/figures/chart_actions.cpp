#include "ui/figures/figure_dialog.h"
#include "ui/widgets/help_request.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace bridgescope {
namespace {

constexpr int pictureDpi = 300;

void copyPicture(const Chart& chart, const QString& convention)
{
    FigureOptions options;
    options.dpi = pictureDpi;
    options.caption = convention;
    auto* data = new QMimeData;
    data->setImageData(QImage::fromData(figurePng(chart, options)));
    data->setData("image/svg+xml", figureSvg(chart, options));
    QGuiApplication::clipboard()->setMimeData(data);
}

void showNumbers(const Chart& chart, const QString& convention, QWidget* parent)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(chart.name());
    auto* column = new QVBoxLayout(&dialog);
    const ChartTable numbers = chart.table();
    auto* table = new QTableWidget(static_cast<int>(numbers.rows.size()), static_cast<int>(numbers.header.size()));
    table->setHorizontalHeaderLabels(numbers.header);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (int r = 0; r < numbers.rows.size(); ++r)
        for (int c = 0; c < numbers.rows[r].size(); ++c)
            table->setItem(r, c, new QTableWidgetItem(numbers.rows[r][c]));
    table->resizeColumnsToContents();
    column->addWidget(table);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* copy = buttons->addButton(QObject::tr("Copy as CSV"), QDialogButtonBox::ActionRole);
    QObject::connect(copy, &QAbstractButton::clicked, &dialog,
                     [&] { QGuiApplication::clipboard()->setText(QString::fromUtf8(figureCsv(chart, convention))); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    column->addWidget(buttons);
    dialog.resize(640, 420);
    dialog.exec();
}

} // namespace

void addChartActions(QMenu& menu, QWidget* parent, std::function<std::shared_ptr<const Chart>()> chart,
                     std::function<QString()> convention)
{
    const auto add = [&menu, parent, chart](const QString& text, auto act) {
        menu.addAction(text, parent, [chart, act] {
            if (const auto shown = chart()) act(shown);
        });
    };
    add(QObject::tr("Export…"), [parent, convention](const std::shared_ptr<const Chart>& shown) {
        FigureDialog(shown, convention(), parent).exec();
    });
    add(QObject::tr("Copy picture"),
        [convention](const std::shared_ptr<const Chart>& shown) { copyPicture(*shown, convention()); });
    add(QObject::tr("Show the numbers"),
        [parent, convention](const std::shared_ptr<const Chart>& shown) { showNumbers(*shown, convention(), parent); });
    menu.addSeparator();
    add(QObject::tr("What is this?"), [parent](const std::shared_ptr<const Chart>& shown) {
        const QString topic = shown->helpTopic();
        requestHelp(*parent, topic.isEmpty() ? helpTopicOf(parent) : topic);
    });
}

} // namespace bridgescope
