#pragma once
#include <QString>

#include <string>
#include <vector>

namespace bridgescope {

/// Which options stand together in the form, and in what order. Only the order: names, limits, choices and defaults
/// are core's option table, and an option that stands nowhere here gets a row in the last section.
struct FormRow {
    QString label; ///< empty: the option's own
    std::vector<std::string> keys;
};
struct FormSection {
    QString title;
    std::vector<FormRow> rows;
};
/// Every option but "map", which has a chooser of its own.
std::vector<FormSection> formSections();

} // namespace bridgescope
