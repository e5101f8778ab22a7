#include "ui/models/runs_model.h"

#include "core/training/fit_caveat.h"
#include "ui/models/convention.h"
#include "ui/models/option_words.h"
#include "ui/models/window_words.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace bridgescope {
namespace {

const QString missing = QStringLiteral("–");

bool isNumber(int column)
{
    return column >= RunsModel::BestEpoch && column <= RunsModel::N;
}

QPixmap markPixmap(Space space)
{
    constexpr int side = 12, density = 3;
    QPixmap map(side * density, side * density);
    map.setDevicePixelRatio(density);
    map.fill(Qt::transparent);
    QPainter painter(&map);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(painter, markOf(space), {side / 2., side / 2.}, 8,
              colorsOf(space, tokensOf(QApplication::palette())).line);
    return map;
}

} // namespace

QString directionText(const Workspace& workspace, bool forward)
{
    const OpenPair* pair = workspace.pair();
    if (!pair) return {};
    const QString x = QString::fromStdString(pair->x.name), y = QString::fromStdString(pair->y.name);
    return forward ? QObject::tr("%1 → %2").arg(x, y) : QObject::tr("%1 → %2").arg(y, x);
}

QString conventionOfRuns(const Workspace& workspace, const SelectionHub& hub)
{
    if (!hub.measured()) return {};
    Measured measured = *hub.measured();
    measured.epoch = 0;
    const QString text = conventionOf(measured, hub.state().k) + QStringLiteral("; ") + measured.split;
    const auto& runs = workspace.mappings();
    const bool free =
        std::any_of(runs.begin(), runs.end(), [](const MappingEntry& run) { return !fitCaveat(run.options).empty(); });
    return free ? text + RunsModel::tr("; with the neighbor loss f(X) is free up to a rotation: P@1, R² and cosine do "
                                       "not say how good it is")
                : text;
}

RunsModel::RunsModel(Workspace& workspace, SelectionHub& hub, QObject* parent)
    : QAbstractTableModel(parent), m_workspace(workspace), m_hub(hub)
{
    connect(&workspace, &Workspace::mappingsChanged, this, &RunsModel::follow);
    connect(&workspace, &Workspace::epochArrived, this, [this](int id) {
        if (const int row = rowOf(id); row >= 0) refresh(row, row);
    });
    connect(&hub, &SelectionHub::stateChanged, this, [this](const ViewState& before, const ViewState& now) {
        if ((before.k != now.k || before.mapping != now.mapping) && !m_ids.empty()) refresh(0, rowCount() - 1);
    });
    follow();
}

/// Rows that stayed keep their place, so that selection and scrolling do too.
void RunsModel::follow()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (m_workspace.mapping(idAt(row))) continue;
        beginRemoveRows({}, row, row);
        m_ids.erase(m_ids.begin() + row);
        endRemoveRows();
    }
    if (!m_ids.empty()) refresh(0, rowCount() - 1);
    for (const MappingEntry& entry : m_workspace.mappings()) {
        if (rowOf(entry.id) >= 0) continue;
        beginInsertRows({}, rowCount(), rowCount());
        m_ids.push_back(entry.id);
        endInsertRows();
    }
}

void RunsModel::refresh(int first, int last)
{
    emit dataChanged(index(first, 0), index(last, Columns - 1));
}

int RunsModel::rowOf(int id) const
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), id);
    return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
}

int RunsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Columns;
}

/// Whether what a run measures on its way is of the K, the metric and the self rule that all others are shown at.
bool RunsModel::isUnderConventions(const TrainingBaseline& baseline) const
{
    const ViewState& state = m_hub.state();
    return baseline.k == state.k && baseline.metric == state.metric && baseline.self == state.self &&
           state.scope == ItemScope::HeldOut;
}

RunsModel::Scores RunsModel::scoresOf(const MappingEntry& entry) const
{
    Scores scores;
    if (entry.report && !entry.isActive()) {
        const MappingReport& report = *entry.report;
        const Index k = m_hub.state().k;
        scores.xf = overlapAt(report.xf, k);
        scores.yf = overlapAt(report.yf, k);
        scores.g = *scores.yf - overlapAt(report.xy, k);
        if (report.options.fitAndRetrieval) scores.p1 = report.retrieval.forwardCosine.p1;
        scores.r2 = report.fit.r2;
        scores.cosine = report.fit.cosine;
        scores.n = report.xf.n;
    } else if (!entry.history.empty() && isUnderConventions(entry.baseline)) {
        const EpochReport& last = entry.history.back();
        scores.xf = last.overlapX;
        scores.yf = last.overlapY;
        if (last.overlapY) scores.g = *last.overlapY - entry.baseline.xy;
        if (last.fit) scores.r2 = last.fit->r2, scores.cosine = last.fit->cosine, scores.p1 = last.fit->p1;
        scores.n = entry.baseline.n;
    }
    if (scores.xf && scores.yf) scores.d = *scores.xf - *scores.yf;
    return scores;
}

QVariant RunsModel::scoreOf(const MappingEntry& entry, int column) const
{
    const Scores scores = scoresOf(entry);
    const auto value = [](const std::optional<double>& score) { return score ? QVariant(*score) : QVariant(); };
    switch (column) {
    case XF:
        return value(scores.xf);
    case YF:
        return value(scores.yf);
    case D:
        return value(scores.d);
    case G:
        return value(scores.g);
    case P1:
        return value(scores.p1);
    case R2:
        return value(scores.r2);
    case Cosine:
        return value(scores.cosine);
    case N:
        return scores.n > 0 ? QVariant(static_cast<qlonglong>(scores.n)) : QVariant();
    default:
        if (entry.options.earlyStopping == "none" || entry.bestEpoch() == 0) return {};
        return static_cast<qlonglong>(entry.bestEpoch());
    }
}

QString RunsModel::stateText(const MappingEntry& entry) const
{
    const QString progress =
        entry.isNet() ? tr("%1 / %2").arg(entry.history.size()).arg(entry.options.epochs) : QString();
    switch (entry.state) {
    case MappingEntry::State::Queued: {
        int place = 1;
        for (const MappingEntry& other : m_workspace.mappings())
            if (other.state == MappingEntry::State::Queued && other.id < entry.id) ++place;
        return tr("queued, no. %1").arg(place);
    }
    case MappingEntry::State::Running:
        return entry.isNet() ? progress : tr("running");
    case MappingEntry::State::Paused:
        return tr("paused, %1").arg(progress);
    case MappingEntry::State::Failed:
        return entry.diverged() ? tr("diverged") : tr("failed");
    case MappingEntry::State::Done:
        break;
    }
    if (entry.opened) return tr("opened");
    if (entry.diverged()) return tr("diverged");
    if (entry.stoppedEarly) return tr("stopped early");
    return entry.wasCut() ? tr("cut after %1").arg(entry.history.size()) : tr("done");
}

QString RunsModel::textOf(const MappingEntry& entry, int column) const
{
    switch (column) {
    case State:
        return stateText(entry);
    case Name:
        return entry.name;
    case Direction:
        return directionText(m_workspace, entry.forward);
    case Loss:
        return lossLine(entry.options);
    case Settings: {
        const QString described = QString::fromStdString(entry.options.describe());
        return entry.notes.isEmpty() ? described : described + "; " + entry.notes.join("; ");
    }
    case Split:
        return m_workspace.pair() ? QString::fromStdString(m_workspace.pair()->split.description) : QString();
    default:
        break;
    }
    const QVariant score = scoreOf(entry, column);
    if (!score.isValid()) return missing;
    if (column == N || column == BestEpoch) return number(score.toLongLong());
    return number(score.toDouble(), column == P1 ? 3 : 2);
}

/// The cell's whole text, then what there is to know of the run.
QString RunsModel::tipOf(const MappingEntry& entry, int column) const
{
    QStringList lines;
    if (!isNumber(column) && column != Settings) lines << textOf(entry, column);
    if (column == P1 || column == R2 || column == Cosine) {
        if (const std::string caveat = fitCaveat(entry.options); !caveat.empty())
            lines << QString::fromStdString(caveat);
    }
    lines << (entry.message.isEmpty() ? textOf(entry, Settings) : windowWords(entry.message));
    return lines.join('\n');
}

QVariant RunsModel::sortValue(const MappingEntry& entry, int row, int column) const
{
    if (column == State) return row; // as they were begun
    if (!isNumber(column)) return textOf(entry, column).toCaseFolded();
    const QVariant score = scoreOf(entry, column);
    return score.isValid() ? score : QVariant(-1e300); // what is not known stands below everything
}

QVariant RunsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const MappingEntry* entry = m_workspace.mapping(idAt(index.row()));
    if (!entry) return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*entry, column);
    case Qt::EditRole:
        return column == Name ? QVariant(entry->name) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole: {
        QFont font = QApplication::font();
        const bool strong = column == D || (column == Name && entry->id == m_hub.state().mapping);
        font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
        return font;
    }
    case Qt::ToolTipRole:
        return tipOf(*entry, column);
    case SortRole:
        return sortValue(*entry, index.row(), column);
    case IdRole:
        return entry->id;
    case ProgressRole:
        if (column != State || entry->state == MappingEntry::State::Queued || !entry->isNet()) return {};
        if (entry->state == MappingEntry::State::Done) return {};
        return static_cast<double>(entry->history.size()) / static_cast<double>(std::max<Index>(1, entry->epochs()));
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    static const QString titles[Columns] = {tr("State"),       tr("Run"),        tr("Direction"), tr("Loss"),
                                            tr("Settings"),    tr("Best epoch"), tr("X, f(X)"),   tr("Y, f(X)"),
                                            tr("D"),           tr("G"),          tr("P@1"),       tr("R²"),
                                            tr("Mean cosine"), tr("N"),          tr("Split")};
    static const QString tips[Columns] = {tr("As they were begun"),
                                          tr("Enter or double click looks at a mapping; the one looked at is bold"),
                                          {},
                                          {},
                                          {},
                                          tr("The epoch whose weights are kept, where early stopping looked for it"),
                                          tr("Overlap of the neighbors in X and in f(X)"),
                                          tr("Overlap of the neighbors in Y and in f(X)"),
                                          tr("X, f(X) less Y, f(X)"),
                                          tr("Gain: Y, f(X) less X, Y"),
                                          tr("Share of items whose own y is nearest to f(x), by cosine"),
                                          tr("Share of Y's variance that f(X) explains"),
                                          tr("Mean of cos(f(x), y)"),
                                          tr("Items measured"),
                                          {}};
    if (role == Qt::DisplayRole) return titles[section];
    if (role == Qt::ToolTipRole) return tips[section];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::DecorationRole && section == XF) return markPixmap(Space::X);
    if (role == Qt::DecorationRole && section == YF) return markPixmap(Space::Y);
    return {};
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Name ? flags | Qt::ItemIsEditable : flags;
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    return index.isValid() && role == Qt::EditRole && index.column() == Name &&
           m_workspace.rename(idAt(index.row()), value.toString());
}

} // namespace bridgescope
