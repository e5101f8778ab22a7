#include "ui/main_window/translation.h"

#include "core/base/error.h"
#include "core/base/resources.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace bridgescope {

void installTranslation(QCoreApplication& app, const QLocale& locale)
{
    const QString language = QLocale::languageToCode(locale.language());
    try {
        const std::string file = resourcePath("translations/bridgescope_" + language.toStdString() + ".qm");
        auto* texts = new QTranslator(&app);
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
