#pragma once
#include "ui/widgets/tokens.h"

#include <QFont>
#include <QObject>

class QApplication;
class QFocusFrame;

namespace bridgescope {

/// Carries the tokens into a running application: Fusion style, palette, style sheet, font, focus ring.
/// Widgets never ask the theme: they read tokensOf(palette()) and textFont(font(), ...), and repaint when those change.
///
/// Dynamic properties the style sheet knows:
///   QPushButton primary=true  the one primary button of a page
///   QPushButton small=true    24 high instead of 28
///   QPushButton flat=true, QToolButton  no frame until hovered
///   QLabel role="caption" | "label" | "error" | "warning"   ink3, ink2, warning text
///   QWidget surface="bar" | "base" | "win"    ground of a bar, a card, a page
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Choice { Light, Dark, System };
    Q_ENUM(Choice)

    explicit Theme(QApplication& app, QObject* parent = nullptr);

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    bool isDark() const;
    /// 1 to 2: text, and with it every mark and row, grows (presenter mode).
    void setScale(double scale);
    double scale() const { return m_scale; }

    /// Inter where it is installed, else the system's font; 12 pixels at 100 %.
    static QFont applicationFont(double scale = 1);
    static QString styleSheet(const Tokens& tokens, double scale = 1);

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    void moveFocusRing(QWidget* now);
    QApplication& m_app;
    Choice m_choice = Choice::System;
    double m_scale = 1;
    bool m_systemDark = false;
    bool m_applying = false;
    bool m_keyboard = false; ///< the last input was a key: only then the ring is drawn around fields
    QFocusFrame* m_ring = nullptr;
};

} // namespace bridgescope
