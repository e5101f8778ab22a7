#include "ui/widgets/icons.h"

#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QStandardPaths>

namespace bridgescope {
namespace {

/// "M x y", "L x y", "C x y x y x y", "Z", "O x y r" (circle): just enough of SVG's path language.
const char* strokesOf(Icon icon)
{
    switch (icon) {
    case Icon::Back:
        return "M 10 3 L 5 8 L 10 13";
    case Icon::Forward:
        return "M 6 3 L 11 8 L 6 13";
    case Icon::Search:
        return "O 7 7 4.5 M 10.5 10.5 L 14 14";
    case Icon::Plus:
        return "M 8 3 L 8 13 M 3 8 L 13 8";
    case Icon::Close:
        return "M 4 4 L 12 12 M 12 4 L 4 12";
    case Icon::More:
        return "O 3.5 8 0.55 O 8 8 0.55 O 12.5 8 0.55";
    case Icon::ChevronDown:
        return "M 3.5 6 L 8 10.5 L 12.5 6";
    case Icon::ChevronUp:
        return "M 3.5 10 L 8 5.5 L 12.5 10";
    case Icon::ChevronRight:
        return "M 6 3.5 L 10.5 8 L 6 12.5";
    case Icon::ChevronLeft:
        return "M 10 3.5 L 5.5 8 L 10 12.5";
    case Icon::Folder:
        return "M 2 13 L 2 3.5 L 6 3.5 L 7.5 5.5 L 14 5.5 L 14 13 Z";
    case Icon::File:
        return "M 4 2 L 9.5 2 L 12.5 5 L 12.5 14 L 4 14 Z M 9 2.5 L 9 5.5 L 12 5.5";
    case Icon::Export:
        return "M 8 10 L 8 2 M 5 5 L 8 2 L 11 5 M 3 9 L 3 14 L 13 14 L 13 9";
    case Icon::Filter:
        return "M 2.5 3 L 13.5 3 L 9.3 8.2 L 9.3 13.2 L 6.7 11.6 L 6.7 8.2 Z";
    case Icon::Float:
        return "M 5.5 3 L 13 3 L 13 10.5 L 5.5 10.5 Z M 10.5 10.5 L 10.5 13 L 3 13 L 3 5.5 L 5.5 5.5";
    case Icon::Swap:
        return "M 3 5.5 L 13 5.5 M 10 2.5 L 13 5.5 M 13 10.5 L 3 10.5 M 6 13.5 L 3 10.5";
    case Icon::Warning:
        return "M 8 2.2 L 14.6 13.5 L 1.4 13.5 Z M 8 6 L 8 9.6 M 8 11.4 L 8 11.6";
    case Icon::Check:
        return "M 3 8.5 L 6.5 12 L 13 4.5";
    case Icon::Copy:
        return "M 5.5 5.5 L 13.5 5.5 L 13.5 13.5 L 5.5 13.5 Z M 10.5 5.5 L 10.5 2.5 L 2.5 2.5 L 2.5 10.5 L 5.5 10.5";
    case Icon::Play:
        return "M 4.5 2.8 L 13 8 L 4.5 13.2 Z";
    case Icon::Pause:
        return "M 6 3.5 L 6 12.5 M 10 3.5 L 10 12.5";
    case Icon::Step:
        return "M 4 3.5 L 10 8 L 4 12.5 Z M 12.2 3.5 L 12.2 12.5";
    case Icon::Stop:
        return "M 4 4 L 12 4 L 12 12 L 4 12 Z";
    case Icon::Clock:
        return "O 8 8 6 M 8 4.5 L 8 8 L 10.5 9.5";
    case Icon::Sun:
        return "O 8 8 3 M 8 1.2 L 8 2.6 M 8 13.4 L 8 14.8 M 1.2 8 L 2.6 8 M 13.4 8 L 14.8 8 M 3.2 3.2 L 4.2 4.2 "
               "M 11.8 11.8 L 12.8 12.8 M 3.2 12.8 L 4.2 11.8 M 11.8 4.2 L 12.8 3.2";
    case Icon::Moon:
        return "M 13.5 9.5 C 9 11 5 7 6.5 2.5 C 3.5 3.5 2 6 2.3 8.6 C 3 14 11 15.5 13.5 9.5 Z";
    case Icon::Help:
        return "O 8 8 6 M 6 6.3 C 6 3.6 10 3.8 10 6.3 C 10 7.8 8 7.8 8 9.4 M 8 11.6 L 8 11.8";
    }
    return "";
}

QPainterPath pathOf(Icon icon)
{
    QPainterPath path;
    const QStringList words = QString::fromLatin1(strokesOf(icon)).split(' ', Qt::SkipEmptyParts);
    qsizetype at = 0;
    const auto next = [&] { return words[++at].toDouble(); };
    for (; at < words.size(); ++at) {
        const QChar step = words[at][0];
        if (step == 'Z') {
            path.closeSubpath();
            continue;
        }
        const double x = next(), y = next();
        if (step == 'M') path.moveTo(x, y);
        if (step == 'L') path.lineTo(x, y);
        if (step == 'O') {
            const double r = next();
            path.addEllipse(QPointF(x, y), r, r);
        }
        if (step == 'C') {
            const double x2 = next(), y2 = next(), x3 = next(), y3 = next();
            path.cubicTo(x, y, x2, y2, x3, y3);
        }
    }
    return path;
}

class ThemedEngine : public QIconEngine {
public:
    ThemedEngine(Icon icon, bool onAccent) : m_icon(icon), m_onAccent(onAccent) {}
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const Tokens& t = tokensOf(QApplication::palette());
        QColor color = state == QIcon::On || mode == QIcon::Active ? t.ink : t.ink2;
        if (m_onAccent) color = t.onAccent;
        if (mode == QIcon::Disabled) color = t.ghost;
        paintIcon(*painter, rect, m_icon, color);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap map(size);
        map.fill(Qt::transparent);
        QPainter painter(&map);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return map;
    }
    QIconEngine* clone() const override { return new ThemedEngine(*this); }

private:
    Icon m_icon;
    bool m_onAccent;
};

} // namespace

void paintIcon(QPainter& painter, const QRectF& rect, Icon icon, const QColor& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = std::min(rect.width(), rect.height());
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2);
    painter.scale(side / 16, side / 16);
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(icon == Icon::More ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawPath(pathOf(icon));
    painter.restore();
}

QIcon themedIcon(Icon icon)
{
    return QIcon(new ThemedEngine(icon, false));
}

QIcon accentIcon(Icon icon)
{
    return QIcon(new ThemedEngine(icon, true));
}

void paintLogo(QPainter& painter, const QRectF& rect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 40, rect.height() / 40);
    const Tokens& t = lightTokens();
    painter.setPen(QPen(t.f.line, 5));
    painter.drawArc(QRectF(8, 10, 24, 30), 0, 180 * 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.x.line);
    painter.drawRect(QRectF(2, 21, 12, 12));
    painter.setBrush(t.y.line);
    painter.drawEllipse(QPointF(32, 27), 6.5, 6.5);
    painter.restore();
}

QIcon programIcon()
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap map(side, side);
        map.fill(Qt::transparent);
        QPainter painter(&map);
        paintLogo(painter, QRectF(0, 0, side, side));
        painter.end();
        icon.addPixmap(map);
    }
    return icon;
}

QString iconFile(Icon icon, const QColor& color)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/icons");
    QDir().mkpath(folder);
    // named by what is drawn, so that a cache of another version is never mistaken for this one
    const auto drawing = qChecksum(QByteArrayView(strokesOf(icon)));
    const QString file =
        QStringLiteral("%1/%2-%3.png").arg(folder).arg(drawing, 4, 16, QLatin1Char('0')).arg(color.name().mid(1));
    if (!QFile::exists(file)) {
        QImage image(64, 64, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(painter, QRectF(0, 0, 64, 64), icon, color);
        painter.end();
        const QString partial = file + QStringLiteral(".%1").arg(QCoreApplication::applicationPid());
        image.save(partial, "PNG"); // renamed into place: another program may be starting too
        QFile::rename(partial, file);
        QFile::remove(partial);
    }
    return file;
}

} // namespace bridgescope
