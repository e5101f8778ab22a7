#include "ui/panels/neighbors/filter_edit.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tokens.h"

#include <QAction>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace bridgescope {

FilterErrorLine::FilterErrorLine(QLineEdit& field, QWidget* parent) : QWidget(parent), m_field(field)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void FilterErrorLine::show(const FilterError& error)
{
    m_error = error;
    setAccessibleName(tr("Character %1: %2").arg(error.column + 1).arg(error.message));
    setVisible(true);
    update();
}

double FilterErrorLine::caretX() const
{
    // The field tells where its cursor is; from there it is the width of the text between.
    const QFontMetricsF metrics(m_field.font());
    const QString text = m_field.text();
    const int cursor = m_field.cursorPosition();
    const QRect at = m_field.inputMethodQuery(Qt::ImCursorRectangle).toRectF().toRect();
    const double cursorX = m_field.mapTo(m_field.window(), at.center()).x() - mapTo(m_field.window(), QPoint()).x();
    return cursorX - metrics.horizontalAdvance(text.left(cursor)) +
           metrics.horizontalAdvance(text.left(m_error.column));
}

QSize FilterErrorLine::sizeHint() const
{
    return {200, qRound(22 * textScale(font()))};
}

void FilterErrorLine::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    const double s = textScale(font());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double x = std::clamp(caretX(), 6.0 * s, width() - 6.0 * s);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.warningText);
    painter.drawPolygon(QPolygonF({{x, 0}, {x + 4 * s, 5 * s}, {x - 4 * s, 5 * s}}));
    painter.setFont(textFont(font(), TextSize::Caption));
    painter.setPen(t.warningText);
    const double w = QFontMetricsF(painter.font()).horizontalAdvance(m_error.message);
    const double left = std::clamp(x - 4 * s, 8.0 * s, std::max(8.0 * s, width() - w - 12 * s));
    drawElided(painter, QRectF(left, 5 * s, width() - left - 8 * s, height() - 5 * s), Qt::AlignLeft | Qt::AlignVCenter,
               m_error.message);
}

FilterEdit::FilterEdit(QWidget* parent) : QLineEdit(parent)
{
    setPlaceholderText(tr("Filter, as xf >= 6 and yf <= 1"));
    setAccessibleName(tr("Filter of the items"));
    QStringList names;
    for (const auto& field : filterFields())
        names << QLatin1String(field.name);
    setToolTip(tr("Text, /a regular expression/, or an expression with %1;\n= != < <= > >= ~ (contains), and, or, not, "
                  "parentheses")
                   .arg(names.join(", ")));
    addAction(themedIcon(Icon::Filter), QLineEdit::LeadingPosition);
    setClearButtonEnabled(false);
    connect(this, &QLineEdit::textChanged, this, &FilterEdit::read);
}

void FilterEdit::read()
{
    const Filter filter = Filter::parse(text(), m_error);
    setProperty("invalid", m_error.has_value());
    style()->unpolish(this);
    style()->polish(this);
    emit errorChanged();
    if (!m_error) emit filterChanged(filter);
}

void FilterEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) return clear();
    QLineEdit::keyPressEvent(event);
}

} // namespace bridgescope
