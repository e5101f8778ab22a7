#include "ui/panels/import/repeated_rows.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHash>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace bridgescope {
namespace {

QString rowTexts(const std::vector<Index>& rows)
{
    QStringList texts;
    for (const Index row : rows)
        texts << QString::number(row);
    return texts.isEmpty() ? QString::fromUtf8("–") : texts.join(QStringLiteral(", "));
}

QString repeatedTr(const char* text)
{
    return QCoreApplication::translate("RepeatedRows", text);
}

} // namespace

std::vector<RepeatedLabel> repeatedLabels(const EmbeddingSet& x, const EmbeddingSet& y)
{
    std::vector<RepeatedLabel> all;
    QHash<QString, std::size_t> at;
    for (const EmbeddingSet* set : {&x, &y})
        for (Index row = 0; !set->labels.empty() && row < set->size(); ++row) {
            const QString label = QString::fromStdString(set->labelOf(row)).trimmed();
            if (label.isEmpty()) continue; // matches nothing
            const auto found = at.find(label);
            const std::size_t place = found == at.end() ? all.size() : *found;
            if (found == at.end()) {
                at.insert(label, place);
                all.push_back({label, {}, {}});
            }
            (set == &x ? all[place].rowsX : all[place].rowsY).push_back(set->fileRow(row) + 1);
        }
    std::erase_if(all, [](const RepeatedLabel& one) { return one.rowsX.size() < 2 && one.rowsY.size() < 2; });
    return all;
}

QDialog* showRepeatedRows(const std::vector<RepeatedLabel>& labels, QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(repeatedTr(QT_TRANSLATE_NOOP("RepeatedRows", "Rows of repeated labels")));
    dialog->resize(560, 420);
    auto* table = new QTableWidget(static_cast<int>(labels.size()), 3);
    table->setAccessibleName(dialog->windowTitle());
    table->setHorizontalHeaderLabels({repeatedTr(QT_TRANSLATE_NOOP("RepeatedRows", "Label")),
                                      repeatedTr(QT_TRANSLATE_NOOP("RepeatedRows", "Rows in X")),
                                      repeatedTr(QT_TRANSLATE_NOOP("RepeatedRows", "Rows in Y"))});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->verticalHeader()->hide();
    for (int row = 0; row < table->rowCount(); ++row) {
        const RepeatedLabel& one = labels[static_cast<std::size_t>(row)];
        int column = 0;
        for (const QString& text : {one.label, rowTexts(one.rowsX), rowTexts(one.rowsY)})
            table->setItem(row, column++, new QTableWidgetItem(text));
    }
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(table);
    column->addWidget(buttons);
    dialog->open();
    return dialog;
}

} // namespace bridgescope
