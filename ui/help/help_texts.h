#pragma once
#include <QList>
#include <QString>

namespace bridgescope {

/// One text of resources/help: Markdown, its first line "# Title".
struct HelpText {
    QString topic, title, markdown;
};
/// All texts in the order of resources/help/contents.txt, one topic a line. @throws Error(Io) where one is missing
QList<HelpText> readHelpTexts();

} // namespace bridgescope
