#include "ui/main_window/translation.h"

#include "core/base/error.h"
#include "core/base/resources.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace bridgescope {
namespace {

/// Functions beside a class give its name as their context, while lupdate knows only the namespace they stand in: what
/// is not found under the class is looked up there.
class Texts : public QTranslator {
public:
    using QTranslator::QTranslator;
    QString translate(const char* context, const char* source, const char* disambiguation, int n) const override
    {
        const QString text = QTranslator::translate(context, source, disambiguation, n);
        const bool ours = QByteArrayView(context).startsWith("bridgescope::");
        return text.isNull() && ours ? QTranslator::translate("bridgescope", source, disambiguation, n) : text;
    }
};

} // namespace

void installTranslation(QCoreApplication& app, const QLocale& locale)
{
    const QString language = QLocale::languageToCode(locale.language());
    try {
        const std::string file = resourcePath("translations/bridgescope_" + language.toStdString() + ".qm");
        auto* texts = new Texts(&app);
        if (texts->load(QString::fromStdString(file))) QCoreApplication::installTranslator(texts);
        auto* common = new QTranslator(&app);
        if (common->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                         QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(common);
    } catch (const Error&) {
        return; // no translation for this language: the texts of the sources
    }
}

} // namespace bridgescope
