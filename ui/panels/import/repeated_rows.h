#pragma once
#include "core/dataset/embedding_set.h"

#include <QString>

class QDialog;
class QWidget;

namespace bridgescope {

/// A label that names several rows of X or of Y; rows from 1, as the files number them.
struct RepeatedLabel {
    QString label;
    std::vector<Index> rowsX, rowsY;
};

/// In the order in which X, then Y, first names them.
std::vector<RepeatedLabel> repeatedLabels(const EmbeddingSet& x, const EmbeddingSet& y);

/// A window that lists them; deletes itself once closed.
QDialog* showRepeatedRows(const std::vector<RepeatedLabel>& labels, QWidget* parent);

} // namespace bridgescope
