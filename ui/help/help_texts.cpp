#include "ui/help/help_texts.h"

#include "core/base/error.h"
#include "core/base/resources.h"

#include <QFile>

namespace bridgescope {
namespace {

QString readShipped(const QString& name)
{
    const std::string path = resourcePath("help/" + name.toStdString());
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        throw Error(ErrorKind::Io, "cannot be read", "install Bridgescope again").inFile(path);
    return QString::fromUtf8(file.readAll());
}

} // namespace

QList<HelpText> readHelpTexts()
{
    QList<HelpText> texts;
    for (const QString& topic : readShipped("contents.txt").split('\n', Qt::SkipEmptyParts)) {
        const QString markdown = readShipped(topic + ".md");
        texts.append({topic, markdown.section('\n', 0, 0).mid(2).trimmed(), markdown});
    }
    return texts;
}

} // namespace bridgescope
