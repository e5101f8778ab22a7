#include "tests/support/test_program.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <map>

namespace rules_tests {

namespace {

const QString root = QStringLiteral(BRIDGESCOPE_ROOT "/");

struct Source {
    QString path; ///< from the root
    QStringList lines;
};

std::vector<Source> sources()
{
    std::vector<Source> all;
    for (const char* top : {"core", "app", "ui"}) {
        QDirIterator files(root + top, {"*.cpp", "*.h"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly)) qFatal("%s cannot be read", qPrintable(file.fileName()));
            all.push_back({file.fileName().mid(root.size()), QString::fromUtf8(file.readAll()).split('\n')});
        }
    }
    return all;
}

std::map<QString, QStringList> dependencies()
{
    QFile file(root + "tests/architecture/dependencies.txt");
    if (!file.open(QIODevice::ReadOnly)) qFatal("no table of dependencies");
    std::map<QString, QStringList> table;
    for (const QString& line : QString::fromUtf8(file.readAll()).split('\n')) {
        if (line.startsWith('#') || !line.contains(':')) continue;
        table[line.section(':', 0, 0)] = line.section(':', 1).split(' ', Qt::SkipEmptyParts);
    }
    return table;
}

/// The folder of the table a path belongs to: the longest that it begins with.
QString folderOf(const QString& path, const std::map<QString, QStringList>& table)
{
    QString best;
    for (const auto& [folder, allowed] : table)
        if (path.startsWith(folder + '/') && folder.size() > best.size()) best = folder;
    return best;
}

} // namespace

class Rules : public QObject {
    Q_OBJECT
private slots:
    void includesFollowTheTable()
    {
        const auto table = dependencies();
        static const QRegularExpression include("^\\s*#\\s*include\\s+\"([^\"]+)\"");
        QStringList wrong;
        for (const Source& source : sources()) {
            const QString folder = folderOf(source.path, table);
            if (folder.isEmpty()) {
                wrong << source.path + ": its folder is not in dependencies.txt";
                continue;
            }
            for (int i = 0; i < source.lines.size(); ++i) {
                const auto match = include.match(source.lines[i]);
                if (!match.hasMatch()) continue;
                const QString target = match.captured(1), from = folderOf(target, table);
                const QStringList& allowed = table.at(folder);
                const bool fine = from == folder || std::any_of(allowed.begin(), allowed.end(), [&](const QString& a) {
                                      return target.startsWith(a + '/');
                                  });
                if (!fine && !target.endsWith(".moc"))
                    wrong << QStringLiteral("%1:%2 includes %3").arg(source.path).arg(i + 1).arg(target);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable("\n" + wrong.join('\n')));
    }
    void panelsDoNotKnowEachOther()
    {
        QStringList wrong;
        for (const Source& source : sources()) {
            if (!source.path.startsWith("ui/panels/")) continue;
            const QString own = source.path.section('/', 0, 2) + '/';
            for (const QString& line : source.lines)
                if (line.contains("#include \"ui/panels/") && !line.contains(own)) wrong << source.path + ": " + line;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
    void coreHasNoQt()
    {
        static const QRegularExpression qt("#\\s*include\\s*[<\"]Q");
        QStringList wrong;
        for (const Source& source : sources())
            if (source.path.startsWith("core/") || source.path.startsWith("app/cli/") ||
                source.path.startsWith("app/options/"))
                for (const QString& line : source.lines)
                    if (line.contains(qt)) wrong << source.path + ": " + line;
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
    void filesStayWithinTheBudget()
    {
        std::vector<qsizetype> lengths;
        QStringList wrong;
        qsizetype window = 0;
        for (const Source& source : sources()) {
            lengths.push_back(source.lines.size());
            if (source.lines.size() > 500)
                wrong << QStringLiteral("%1: %2 lines").arg(source.path).arg(source.lines.size());
            if (source.path.startsWith("ui/main_window/main_window.")) window += source.lines.size();
        }
        std::nth_element(lengths.begin(), lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2),
                         lengths.end());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
        QVERIFY2(lengths[lengths.size() / 2] <= 120,
                 qPrintable(QStringLiteral("median %1 lines").arg(lengths[lengths.size() / 2])));
        QVERIFY2(window <= 400, qPrintable(QStringLiteral("the main window has %1 lines").arg(window)));
    }
    void functionsStayWithinTheBudget()
    {
        // A function's body begins with a brace alone in the first column and ends with one, as .clang-format has it.
        QStringList wrong;
        for (const Source& source : sources()) {
            int begin = -1;
            for (int i = 0; i < source.lines.size(); ++i) {
                if (source.lines[i] == "{") begin = i;
                if (source.lines[i] != "}" || begin < 0) continue;
                if (i - begin - 1 > 60)
                    wrong << QStringLiteral("%1:%2: %3 lines").arg(source.path).arg(begin + 1).arg(i - begin - 1);
                begin = -1;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable("\n" + wrong.join('\n')));
    }
};

BRIDGESCOPE_TEST(Rules)

} // namespace rules_tests

#include "rules.moc"
