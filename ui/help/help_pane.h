#pragma once
#include "ui/help/help_texts.h"

#include <QWidget>

class QComboBox;
class QTextBrowser;

namespace bridgescope {

/// Short texts beside the work: what a chart or view shows, by which formula and convention, from which paper.
class HelpPane : public QWidget {
    Q_OBJECT
public:
    explicit HelpPane(QWidget* parent = nullptr);
    /// Shows a topic; one that is not there shows the first.
    void showTopic(const QString& topic);
    /// A page that is made, not read, as the list of shortcuts.
    void showPage(const QString& markdown);
    QString topic() const;
    QString text() const; ///< as read on the screen

signals:
    void closeRequested(); ///< by Escape

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void render(const QString& markdown);
    QList<HelpText> m_texts;
    QString m_shown;
    QComboBox* m_topics;
    QTextBrowser* m_browser;
};

} // namespace bridgescope
