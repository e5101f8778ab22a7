#pragma once
#include "tests/ui/support/synthetic_pair.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/shared_bar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

namespace bridgescope::test {

/// The real window, used as a person does: found by what is written on it, driven by mouse and keys.
class WindowDriver {
public:
    WindowDriver()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.filePath("settings"));
        theme = std::make_unique<Theme>(*qApp);
        window = std::make_unique<MainWindow>(*theme);
        window->resize(1440, 900);
        window->show();
        QApplication::setActiveWindow(window.get());
    }

    QString csv(const char* name, Index n, Index dimension) const
    {
        return writeCsv(syntheticSet(name, n, dimension), folder.filePath(QString(name) + ".csv"));
    }
    QString text(const char* name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly)) file.write(bytes);
        return file.fileName();
    }

    /// The button that is seen and says so; null where there is none.
    QAbstractButton* button(const QString& says) const
    {
        for (auto* found : window->findChildren<QAbstractButton*>())
            if (found->isVisible() && found->text() == says) return found;
        return nullptr;
    }
    bool press(const QString& says) const
    {
        QAbstractButton* found = button(says);
        if (!found || !found->isEnabled()) return false;
        QTest::mouseClick(found, Qt::LeftButton);
        return true;
    }
    template<class Widget> Widget* named(const QString& accessibleName) const
    {
        for (auto* found : window->findChildren<Widget*>())
            if (found->isVisible() && found->accessibleName() == accessibleName) return found;
        return nullptr;
    }
    /// Whether something on the screen says this.
    bool says(const QString& part) const
    {
        for (const auto* label : window->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(part)) return true;
        return false;
    }
    QString banner() const
    {
        for (const auto* found : window->findChildren<Banner*>())
            if (found->isVisible()) return found->text();
        return {};
    }
    void showTab(int tab) const
    {
        auto* bar = window->findChild<QTabBar*>();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
    }
    void drop(const QStringList& files) const
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& file : files)
            urls << QUrl::fromLocalFile(file);
        data.setUrls(urls);
        const QPointF at(window->width() / 2., window->height() / 2.);
        QDragEnterEvent enter(at.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(window.get(), &enter);
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(window.get(), &event);
    }
    /// Types into a field as a person does: click, mark all, type, Enter.
    static void type(QWidget* field, const QString& words)
    {
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, words);
        QTest::keyClick(field, Qt::Key_Return);
    }
    bool settled() const
    {
        return QTest::qWaitFor([this] { return window->jobs().isIdle() && window->hub().atK(); }, 20'000);
    }
    /// From two files to a trained ridge on the screen.
    bool openAndTrain(const QString& x, const QString& y) const
    {
        drop({x, y});
        const bool ready = QTest::qWaitFor(
            [this] { return button("Pair and train ridge") && button("Pair and train ridge")->isEnabled(); }, 10'000);
        return ready && press("Pair and train ridge") &&
               QTest::qWaitFor([this] { return window->hub().atK() && window->hub().atK()->hasMapping; }, 20'000) &&
               settled();
    }

    QTemporaryDir folder;
    std::unique_ptr<Theme> theme;
    std::unique_ptr<MainWindow> window;
};

} // namespace bridgescope::test
