#pragma once
#include <QFrame>

class QHBoxLayout;
class QLabel;
class QMenu;
class QPainter;
class QToolButton;
class QVBoxLayout;

namespace bridgescope {

/// The ground of a card in a widget's whole area: 1 px line, 6 px corners.
void paintCardGround(QPainter& painter, const QWidget& widget);

/// A card: title, a menu button where there is something in it, a body, and the convention line as a 24 px footer.
/// While its numbers are being made again the old ones stay, at 60 %, under a 2 px bar; without the bar they are merely
/// not of what is asked for.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const;
    /// The card's content; replaces what was there.
    void setBody(QWidget* body);
    QWidget* body() const { return m_body; }
    /// The convention line; empty: no footer.
    void setConvention(const QString& line);
    QString convention() const;
    /// The "..." menu; the button shows once the menu has an action.
    QMenu* menu();
    /// Right end of the title row, before the menu button.
    QHBoxLayout* titleRow() { return m_titleRow; }
    void setLoading(bool loading);
    void setOutdated(bool outdated);
    bool isLoading() const { return m_loading; }
    bool isFaded() const { return m_loading || m_outdated; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    void fade();
    QVBoxLayout* m_column;
    QHBoxLayout* m_titleRow;
    QLabel* m_title;
    QLabel* m_footer;
    QToolButton* m_menuButton = nullptr;
    QMenu* m_menu = nullptr;
    QWidget* m_body = nullptr;
    bool m_loading = false, m_outdated = false;
};

/// Something a user can mend, in place: what is wrong, where, and one or two buttons. Read out by screen readers.
class Banner : public QFrame {
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);
    /// `buttons`: the first is the one proposed. Pressing one emits chosen(its position).
    void show(const QString& text, const QString& detail = {}, const QStringList& buttons = {});
    void dismiss();
    QString text() const;

signals:
    void chosen(int button);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    QLabel* m_text;
    QLabel* m_detail;
    QHBoxLayout* m_buttons;
};

/// A place that has nothing to show yet: one sentence, one button.
class EmptyPlace : public QWidget {
    Q_OBJECT
public:
    EmptyPlace(const QString& text, const QString& detail, const QString& button, QWidget* parent = nullptr);
    void setText(const QString& text, const QString& detail = {});

signals:
    void pressed();

private:
    QLabel* m_text;
    QLabel* m_detail;
};

} // namespace bridgescope
