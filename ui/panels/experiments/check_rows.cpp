#include "ui/panels/experiments/check_rows.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace bridgescope {

CheckRows::CheckRows(const QString& title, QWidget* parent) : QWidget(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(12, 10, 12, 10);
    m_column->setSpacing(4);
    auto* heading = new QHBoxLayout;
    auto* name = new QLabel(title);
    name->setProperty("role", "title");
    m_count = new QLabel;
    m_count->setProperty("role", "caption");
    heading->addWidget(name);
    heading->addStretch(1);
    heading->addWidget(m_count);
    m_column->addLayout(heading);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(4);
    m_column->addLayout(m_rows);
    m_absentRows = new QVBoxLayout;
    m_absentRows->setSpacing(4);
    m_column->addLayout(m_absentRows);
}

void CheckRows::clear()
{
    qDeleteAll(m_lines);
    m_lines.clear();
    m_boxes.clear();
    refreshCount();
}

QWidget* CheckRows::line(QCheckBox* box, QWidget* right)
{
    auto* whole = new QWidget;
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    box->setMinimumWidth(40);
    row->addWidget(box, 1);
    right->setMaximumWidth(110);
    row->addWidget(right);
    return whole;
}

void CheckRows::add(const QString& text, const QString& detail, bool checked, QWidget* right)
{
    auto* box = new QCheckBox(text);
    box->setChecked(checked);
    box->setAccessibleDescription(detail);
    box->setToolTip(detail.isEmpty() ? text : text + ", " + detail);
    if (!right) {
        right = new QLabel(detail);
        right->setProperty("role", "caption");
    }
    m_lines.push_back(line(box, right));
    m_rows->addWidget(m_lines.back());
    m_boxes.push_back(box);
    connect(box, &QCheckBox::toggled, this, [this] {
        refreshCount();
        emit toggled();
    });
    refreshCount();
}

void CheckRows::setAbsent(const QStringList& texts, const QString& detail)
{
    qDeleteAll(m_absent);
    m_absent.clear();
    for (const QString& text : texts) {
        auto* box = new QCheckBox(text);
        box->setEnabled(false);
        auto* right = new QLabel(detail);
        right->setProperty("role", "caption");
        m_absent.push_back(line(box, right));
        m_absentRows->addWidget(m_absent.back());
    }
    refreshCount();
}

void CheckRows::setText(int row, const QString& text, const QString& tip)
{
    m_boxes[static_cast<std::size_t>(row)]->setText(text);
    m_boxes[static_cast<std::size_t>(row)]->setToolTip(tip);
}

QString CheckRows::text(int row) const
{
    return m_boxes[static_cast<std::size_t>(row)]->text();
}

bool CheckRows::isChecked(int row) const
{
    return m_boxes[static_cast<std::size_t>(row)]->isChecked();
}

void CheckRows::setChecked(int row, bool checked)
{
    m_boxes[static_cast<std::size_t>(row)]->setChecked(checked);
}

int CheckRows::checkedCount() const
{
    return static_cast<int>(
        std::count_if(m_boxes.begin(), m_boxes.end(), [](const auto* box) { return box->isChecked(); }));
}

void CheckRows::addBelow(QWidget* widget)
{
    m_column->addWidget(widget, 0, Qt::AlignLeft);
}

void CheckRows::refreshCount()
{
    const std::size_t all = m_boxes.size() + m_absent.size();
    m_count->setText(all == 0 ? QString() : tr("%1 of %2").arg(checkedCount()).arg(all));
}

} // namespace bridgescope
