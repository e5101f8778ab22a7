#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHash>
#include <QtMath>

namespace bridgescope {
namespace {

// Words in @...@ are tokens, [n] a length in pixels at 100 %. A corner's radius is rounded down: Qt draws it square
// where two of them are longer than the side.
constexpr const char* sheet = R"(
QToolTip { background: @base@; color: @ink@; border: 1px solid @line@; padding: [4]px [6]px; }
QWidget[surface="win"] { background: @win@; }
QWidget[surface="bar"] { background: @bar@; }
QWidget[surface="base"] { background: @base@; }
QLabel[role="title"] { color: @ink@; font-weight: 600; }
QLabel[role="label"] { color: @ink2@; }
QLabel[role="caption"] { color: @ink3@; }
QLabel[role="error"], QLabel[role="warning"] { color: @warningText@; }
QMenuBar { background: @bar@; padding: [2]px [4]px; }
QMenuBar::item { padding: [4]px [8]px; border-radius: 4px; background: transparent; color: @ink@; }
QMenuBar::item:selected { background: @hover@; }
QMenu { background: @base@; border: 1px solid @line@; padding: [4]px; }
QMenu::item { padding: [5]px [24]px [5]px [10]px; border-radius: 4px; color: @ink@; }
QMenu::item:selected { background: @sel@; }
QMenu::item:disabled { color: @ghost@; }
QMenu::separator { height: 1px; background: @line2@; margin: [4]px [6]px; }
QMenu::icon { padding-left: [6]px; }
QToolBar { background: @bar@; border: none; border-bottom: 1px solid @line@; spacing: [8]px; padding: [7]px [8]px; }
QToolBar::separator { width: 1px; background: @line@; margin: [4]px [4]px; }
QStatusBar { background: @bar@; border-top: 1px solid @line@; color: @ink2@; }
QStatusBar::item { border: none; }
QDockWidget { color: @ink@; font-weight: 600; titlebar-close-icon: url(@iconClose@); titlebar-normal-icon: url(@iconFloat@); }
QDockWidget::title { background: @base@; padding: [9]px [12]px [8]px [12]px; text-align: left; border-bottom: 1px solid @line@; }
QDockWidget::close-button, QDockWidget::float-button { subcontrol-origin: margin; subcontrol-position: center right; position: absolute; right: [8]px; width: [20]px; height: [20]px; border: none; border-radius: 4px; background: transparent; padding: 0; icon-size: [14]px; }
QDockWidget::float-button { right: [30]px; }
QDockWidget::close-button:hover, QDockWidget::float-button:hover { background: @hover@; }
QDockWidget > QWidget { font-weight: 400; }
QMainWindow::separator { background: @line@; width: 1px; height: 1px; }
QSplitter::handle { background: @line@; }
QSplitter[gap="true"]::handle { background: transparent; }
QPushButton { background: @base@; color: @ink@; border: 1px solid @line@; border-radius: 4px; padding: 0 [12]px; min-height: [26]px; }
QPushButton:hover { background: @hover@; }
QPushButton:pressed, QPushButton:checked { background: @sel@; }
QPushButton:disabled { color: @ghost@; border-color: @line2@; }
QPushButton[small="true"] { min-height: [22]px; padding: 0 [9]px; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; color: @accent@; }
QPushButton[flat="true"]:hover { background: @hover@; }
QPushButton[primary="true"] { background: @accent@; color: @onAccent@; border-color: @accent@; font-weight: 600; }
QPushButton[primary="true"]:hover { background: @accentHover@; border-color: @accentHover@; }
QPushButton[primary="true"]:pressed { background: @accentDown@; border-color: @accentDown@; }
QPushButton[primary="true"]:disabled { background: @line2@; border-color: @line2@; color: @ghost@; }
QPushButton[segment="true"] { min-height: [24]px; padding: 0 [4]px; }
QPushButton[segment="true"]:checked { border-color: @accent@; font-weight: 600; }
QFrame[rule="true"] { background: @line2@; border: none; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: [3]px; color: @ink@; }
QToolButton:hover { background: @hover@; }
QToolButton:pressed, QToolButton:checked { background: @sel@; }
QToolButton:disabled { color: @ghost@; }
QToolButton::menu-indicator { image: none; }
QLineEdit, QAbstractSpinBox, QComboBox { background: @base@; color: @ink@; border: 1px solid @line@; border-radius: 4px; min-height: [26]px; padding: 0 [8]px; selection-background-color: @sel@; selection-color: @ink@; }
QWidget[dense="true"] QLineEdit, QWidget[dense="true"] QAbstractSpinBox, QWidget[dense="true"] QComboBox { min-height: [24]px; }
QLineEdit:focus, QAbstractSpinBox:focus { border-color: @accent@; }
QLineEdit[invalid="true"] { border-color: @warningText@; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: @ghost@; border-color: @line2@; }
QAbstractSpinBox { padding-right: [2]px; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; width: [18]px; border: none; margin-top: [3]px; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; width: [18]px; border: none; margin-bottom: [3]px; }
QAbstractSpinBox::up-arrow { image: url(@iconUp@); width: [8]px; height: [8]px; }
QAbstractSpinBox::down-arrow { image: url(@iconDown@); width: [8]px; height: [8]px; }
QComboBox:hover { background: @hover@; }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: center right; width: [24]px; border: none; }
QComboBox::down-arrow { image: url(@iconDown@); width: [10]px; height: [10]px; }
QComboBox QAbstractItemView, QAbstractItemView#completion { background: @base@; border: 1px solid @line@; padding: [3]px; selection-background-color: @sel@; selection-color: @ink@; outline: none; }
QCheckBox { spacing: [6]px; color: @ink@; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @ink2@; border: none; border-bottom: 2px solid transparent; padding: [6]px [12]px [7]px [12]px; margin: 0 [4]px; }
QTabBar::tab:hover { color: @ink@; }
QTabBar::tab:selected { color: @ink@; font-weight: 600; border-bottom-color: @accent@; }
QTabBar::tab:disabled { color: @ghost@; }
QTabWidget::pane { border: none; border-top: 1px solid @line@; }
QHeaderView { background: @alt@; border: none; }
QHeaderView::section { background: @alt@; color: @ink2@; border: none; border-bottom: 1px solid @line@; padding: 0 [8]px; min-height: [23]px; }
QAbstractItemView { background: @base@; border: none; outline: none; selection-background-color: @sel@; selection-color: @ink@; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QTreeView { padding: [4]px [8]px; }
QTreeView::item { min-height: [28]px; padding: 0 [4]px; }
QTreeView::branch { background: transparent; }
QTableView { gridline-color: @line2@; alternate-background-color: @base@; }
QProgressBar { background: @line@; border: none; border-radius: [3]px; min-height: [6]px; max-height: [6]px; }
QProgressBar::chunk { background: @accent@; border-radius: [3]px; }
QSlider:horizontal { min-height: [20]px; }
QSlider::groove:horizontal { background: @line@; height: [3]px; border-radius: 1px; }
QSlider::sub-page:horizontal { background: @accent@; height: [3]px; border-radius: 1px; }
QSlider::handle:horizontal { background: @base@; border: 2px solid @accent@; width: @knob@px; margin: -[6]px 0; border-radius: @knobRadius@px; }
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled { background: @line@; border-color: @ghost@; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: [10]px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: [10]px; margin: 0; }
QScrollBar::handle { background: @scroll@; border-radius: [3]px; min-height: [24]px; min-width: [24]px; margin: [2]px; }
QScrollBar::handle:hover { background: @ghost@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

/// Height of a slider's handle: the groove with what stands out on both sides. As wide as high, it is round.
int knobHeight(double scale)
{
    return qRound(3 * scale) + 2 * qRound(6 * scale);
}

QHash<QString, QString> words(const Tokens& t, double scale)
{
    const double down = t.dark ? 0.75 : 0.8;
    return {{"win", t.win.name()},
            {"bar", t.bar.name()},
            {"base", t.base.name()},
            {"alt", t.alt.name()},
            {"line", t.line.name()},
            {"line2", t.line2.name()},
            {"ink", t.ink.name()},
            {"ink2", t.ink2.name()},
            {"ink3", t.ink3.name()},
            {"ghost", t.ghost.name()},
            {"accent", t.accent.name()},
            {"accentHover", blend(t.accent, t.base, 0.9).name()},
            {"accentDown", blend(t.accent, t.base, down).name()},
            {"onAccent", t.onAccent.name()},
            {"sel", t.sel.name()},
            {"hover", t.hover.name()},
            {"scroll", blend(t.ghost, t.base, 0.6).name()},
            {"warningText", t.warningText.name()},
            {"knob", QString::number(knobHeight(scale) - 4)}, // within a border of 2
            {"knobRadius", QString::number(knobHeight(scale) / 2)},
            {"iconUp", iconFile(Icon::ChevronUp, t.ink2)},
            {"iconDown", iconFile(Icon::ChevronDown, t.ink2)},
            {"iconClose", iconFile(Icon::Close, t.ink2)},
            {"iconFloat", iconFile(Icon::Float, t.ink2)}};
}

} // namespace

QString Theme::styleSheet(const Tokens& tokens, double scale)
{
    const auto table = words(tokens, scale);
    const QString source = QString::fromLatin1(sheet);
    QString out;
    out.reserve(source.size());
    for (qsizetype i = 0; i < source.size(); ++i) {
        if (source[i] == '@') {
            const qsizetype end = source.indexOf('@', i + 1);
            out += table.value(source.mid(i + 1, end - i - 1));
            i = end;
        } else if (source[i] == '[' && source[i + 1].isDigit()) {
            const qsizetype end = source.indexOf(']', i + 1);
            const double length = source.mid(i + 1, end - i - 1).toInt() * scale;
            out += QString::number(out.endsWith(QLatin1String("radius: ")) ? qFloor(length + 1e-9) : qRound(length));
            i = end;
        } else {
            out += source[i];
        }
    }
    return out;
}

} // namespace bridgescope
