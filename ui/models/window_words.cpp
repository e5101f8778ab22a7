#include "ui/models/window_words.h"

#include "ui/models/option_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace bridgescope {
namespace {

/// As the class translates it, which shows the field.
QString written(const char* shownBy, const char* text)
{
    return QCoreApplication::translate(shownBy, text);
}

/// The field's name; empty where the window has none.
QString fieldOf(const QString& option)
{
    const char* const page = "bridgescope::ImportPage";
    const char* const file = "bridgescope::FilePreview";
    const std::pair<const char*, QString> fields[] = {
        {"--test", written(page, "Held out")},
        {"--labels", written(file, "Labels")},
        {"--metadata", written(file, "Metadata")},
        {"--by row", written(page, "By row")},
        {"--by label", written(page, "By label")},
        {"--normalize-labels", written(page, "Ignore case and accents' encoding")},
        {"--format", written(file, "Format")},
        {"--delimiter", written(file, "Delimiter")},
        {"--header", written(file, "Header")},
        {"--label-column", written(file, "Label column")}};
    for (const auto& [name, label] : fields)
        if (option == QLatin1String(name)) return label;
    const std::string key = option.mid(2).toStdString();
    const auto& ofTraining = trainingOptionTable(); // each has a field on the Training page
    const bool known = std::any_of(ofTraining.begin(), ofTraining.end(), [&](const auto& o) { return o.key == key; });
    return known ? optionLabel(key) : QString();
}

} // namespace

QString windowWords(const QString& text)
{
    static const QRegularExpression option(QStringLiteral("--by (?:row|label)\\b|--[a-z][a-z-]*"));
    QString words;
    qsizetype read = 0;
    for (auto found = option.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        words += text.mid(read, match.capturedStart() - read);
        read = match.capturedEnd();
        const QString field = fieldOf(match.captured());
        if (!field.isEmpty()) {
            words += QStringLiteral("“%1”").arg(field);
            continue;
        }
        const qsizetype advice = words.lastIndexOf(QStringLiteral("; "));
        if (advice >= 0) return words.left(advice); // what to do is said in another program's words
        words += match.captured();
    }
    return words + text.mid(read);
}

} // namespace bridgescope
