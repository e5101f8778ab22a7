#include "app/gui/figure_command.h"
#include "core/base/resources.h"
#include "core/dataset/sample.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/translation.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTimer>
#include <cstring>
#include <iostream>

int main(int argc, char** argv)
{
    using namespace bridgescope;
    QApplication::setApplicationName("Bridgescope");
    QApplication::setOrganizationName("Bridgescope");
    QApplication::setApplicationVersion(BRIDGESCOPE_VERSION);
    if (argc > 1 && std::strcmp(argv[1], "figure") == 0) return runFigureCommand(argc, argv);
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--version") == 0) return std::cout << "bridgescope " BRIDGESCOPE_VERSION << '\n', 0;
        if (std::strcmp(argv[i], "--help") == 0) {
            std::cout << "bridgescope [X Y]          opens two embedding sets\n"
                         "bridgescope --sample       opens the built-in sample\n"
                         "bridgescope figure --help  draws charts and windows without a display\n";
            return 0;
        }
    }
    QApplication app(argc, argv); // which takes its own options out
    const QStringList arguments = app.arguments().mid(1);
    for (const QString& argument : arguments)
        if (argument.startsWith('-') && argument != "--sample") {
            std::cerr << "bridgescope: there is no option " << argument.toStdString() << "; see bridgescope --help\n";
            return 2;
        }
    installTranslation(app, QLocale());
    Theme theme(app);
    theme.setChoice(
        static_cast<Theme::Choice>(QSettings().value("theme", static_cast<int>(Theme::Choice::System)).toInt()));
    MainWindow window(theme);
    window.show();
    // The window is on the screen before anything is read.
    QTimer::singleShot(0, &window, [&] {
        if (arguments.contains("--sample"))
            window.openSample();
        else
            window.openFiles(arguments);
    });
    return app.exec();
}
