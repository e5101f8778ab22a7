#pragma once
#include <QList>
#include <QStringList>

namespace bridgescope {

enum class TableFormat { Text, Csv, Markdown };

/// A table as text: parted by tabs, as CSV (RFC 4180 quoting, lines ended by \n) or as a Markdown table, whose columns
/// from `firstNumber` on are set to the right. Tabs and line breaks inside a cell become blanks where the format has no
/// place for them.
QString tableText(const QStringList& header, const QList<QStringList>& rows, TableFormat format, int firstNumber = 1);

} // namespace bridgescope
