#include "ui/widgets/theme.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QDir>
#include <QFocusFrame>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace bridgescope {
namespace {

/// 2 px accent at 1 px distance around the control with the keyboard focus.
class FocusRing : public QFocusFrame {
public:
    explicit FocusRing(QWidget* parent) : QFocusFrame(parent) { setAttribute(Qt::WA_TransparentForMouseEvents); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokensOf(palette()).accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
};

/// Fusion, but with the room a focus ring of ours takes.
class Style : public QProxyStyle {
public:
    Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override
    {
        if (metric == PM_FocusFrameHMargin || metric == PM_FocusFrameVMargin) return 3;
        if (metric == PM_SmallIconSize || metric == PM_ButtonIconSize) return 16;
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
    /// Fusion's frame is darker than the ground and is lost on a dark one: ours is drawn.
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override
    {
        if (element != PE_IndicatorCheckBox) return QProxyStyle::drawPrimitive(element, option, painter, widget);
        const Tokens& t = tokensOf(option->palette);
        const bool enabled = option->state & State_Enabled, on = option->state & (State_On | State_NoChange);
        const double scale = option->rect.width() / 14.0;
        const QRectF box = QRectF(option->rect).adjusted(.5, .5, -.5, -.5);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(!enabled ? t.line : on ? t.accent : t.ink3, 1));
        painter->setBrush(!on ? t.base : enabled ? t.accent : t.line);
        painter->drawRoundedRect(box, 3 * scale, 3 * scale);
        const auto at = [&](double x, double y) { return box.topLeft() + QPointF(x * box.width(), y * box.height()); };
        painter->setPen(QPen(enabled ? t.onAccent : t.ghost, 1.7 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(Qt::NoBrush);
        if (option->state & State_On) painter->drawPolyline(QPolygonF({at(.23, .53), at(.42, .72), at(.78, .3)}));
        if (option->state & State_NoChange) painter->drawLine(at(.25, .5), at(.75, .5));
        painter->restore();
    }
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override
    {
        if (hint == SH_FocusFrame_AboveWidget) return 1;
        if (hint == SH_ToolTip_WakeUpDelay) return 400;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
};

bool paletteIsDark(const QPalette& palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

} // namespace

Theme::Theme(QApplication& app, QObject* parent) : QObject(parent), m_app(app)
{
    m_systemDark = paletteIsDark(app.palette());
    app.setStyle(new Style);
    app.installEventFilter(this);
    connect(&app, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { moveFocusRing(now); });
    apply();
}

bool Theme::isDark() const
{
    return m_choice == Choice::Dark || (m_choice == Choice::System && m_systemDark);
}

void Theme::setChoice(Choice choice)
{
    if (choice == m_choice) return;
    m_choice = choice;
    apply();
}

void Theme::setScale(double scale)
{
    scale = std::clamp(scale, 1.0, 2.0);
    if (scale == m_scale) return;
    // Fonts that widgets set for themselves once are not the application's any more: they are brought along.
    QList<std::pair<QPointer<QWidget>, int>> own;
    for (QWidget* widget : QApplication::allWidgets())
        if (widget->testAttribute(Qt::WA_SetFont)) own.append({widget, widget->font().pixelSize()});
    const double before = m_scale;
    m_scale = scale;
    apply();
    for (const auto& [widget, pixels] : std::as_const(own)) {
        if (!widget || pixels <= 0) continue;
        int design = widget->property("design-pixels").toInt(); // so that rounding does not add up
        if (qRound(design * before) != pixels) design = qRound(pixels / before);
        widget->setProperty("design-pixels", design);
        QFont font = widget->font();
        font.setPixelSize(qRound(design * scale));
        widget->setFont(font);
    }
}

QFont Theme::applicationFont(double scale)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (QFontDatabase::families().contains(QStringLiteral("Inter"))) font = QFont(QStringLiteral("Inter"));
    font.setPixelSize(qRound(12 * scale));
    font.setWeight(QFont::Normal);
    return font;
}

void Theme::apply()
{
    m_applying = true;
    const Tokens& tokens = isDark() ? darkTokens() : lightTokens();
    m_app.setFont(applicationFont(m_scale));
    m_app.setPalette(paletteOf(tokens));
    m_app.setStyleSheet(styleSheet(tokens, m_scale));
    m_applying = false;
    emit changed();
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        m_keyboard = true;
        break;
    case QEvent::MouseButtonPress:
        m_keyboard = false;
        if (m_ring) m_ring->setWidget(nullptr);
        break;
    case QEvent::ThemeChange:
        if (!m_applying && watched == &m_app) {
            const bool dark = paletteIsDark(QApplication::style()->standardPalette());
            if (dark != m_systemDark) {
                m_systemDark = dark;
                if (m_choice == Choice::System) apply();
            }
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void Theme::moveFocusRing(QWidget* now)
{
    if (m_ring) m_ring->setWidget(nullptr);
    if (!now || !m_keyboard || now->isWindow() || now->property("ownFocusRing").toBool()) return;
    if (!m_ring) {
        m_ring = new FocusRing(now);
        connect(m_ring, &QObject::destroyed, this, [this] { m_ring = nullptr; });
    }
    m_ring->setWidget(now);
}

} // namespace bridgescope
