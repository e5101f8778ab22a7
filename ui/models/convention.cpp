#include "ui/models/convention.h"

#include "ui/widgets/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::Convention", text);
}

/// Said of an earlier f alone.
QString epochText(const Measured& m)
{
    return m.epoch > 0 ? tr(", f after epoch %1").arg(m.epoch) : QString();
}

QString withoutEpoch(const Measured& m, Index k)
{
    return tr("K = %1, %2, %3, %4 N = %5")
        .arg(number(static_cast<qint64>(k)), metricName(m.metric), selfRuleName(m.self), scopeText(m),
             number(static_cast<qint64>(m.n())));
}

} // namespace

QString withinTitle(const QString& name)
{
    const auto plain = [](QChar c) { return c.isLower() || c == ' ' || c == ',' || c == '-'; };
    const bool word = name.size() > 1 && std::all_of(name.begin() + 1, name.end(), plain);
    return word ? name.at(0).toLower() + name.mid(1) : name;
}

QString directionText(const QString& from, const QString& to)
{
    return QStringLiteral("%1 → %2").arg(from, to);
}

QString exportedConvention(const MeasuredPtr& measured, const QString& line)
{
    if (!measured || line.isEmpty()) return line;
    const PairedSet& pairs = *measured->pairs;
    return directionText(QString::fromStdString(pairs.nameX), QString::fromStdString(pairs.nameY)) +
           QStringLiteral("; ") + line;
}

QString metricName(Metric metric)
{
    return metric == Metric::Cosine ? tr("cosine") : tr("Euclidean");
}

QString selfRuleName(SelfRule self)
{
    return self == SelfRule::Excluded ? tr("self excluded") : tr("self included");
}

QString scopeName(ItemScope scope)
{
    switch (scope) {
    case ItemScope::HeldOut:
        return tr("held out");
    case ItemScope::AllPaired:
        return tr("all paired");
    case ItemScope::Training:
        return tr("training, in sample");
    case ItemScope::Selection:
        return tr("selection");
    }
    return {};
}

QString scopeText(const Measured& m)
{
    if (m.scope != ItemScope::Selection) return scopeName(m.scope);
    const QString name = m.scopeName.isEmpty() ? scopeName(m.scope) : tr("selection “%1”").arg(m.scopeName);
    if (m.inSample == 0) return name;
    return m.inSample == m.n() ? tr("%1, in sample").arg(name)
                               : tr("%1, %2 in sample").arg(name, number(static_cast<qint64>(m.inSample)));
}

QString conventionOf(const Measured& m, Index k)
{
    return withoutEpoch(m, k) + epochText(m);
}

QString conventionOfMappings(const Measured& m, Index k)
{
    const QString line = withoutEpoch(m, k);
    return m.epoch > 0 ? m.mappingName + QStringLiteral("; ") + line : line;
}

QString conventionOfAllK(const Measured& m)
{
    const QString start = m.hasMapping() ? m.mappingName : tr("No mapping");
    return tr("%1, %2, %3, %4 N = %5")
        .arg(start, metricName(m.metric), selfRuleName(m.self), scopeText(m), number(static_cast<qint64>(m.n())));
}

QString conventionOfItem(const Measured& m, Index k)
{
    const double chance = chanceOverlap(m.n(), k, m.self) * static_cast<double>(k);
    return tr("K = %1 of %2 others, %3, %4, %5 (N = %6), chance %7 of %1")
               .arg(number(static_cast<qint64>(k)), number(static_cast<qint64>(m.n() - 1)), metricName(m.metric),
                    selfRuleName(m.self), scopeText(m), number(static_cast<qint64>(m.n())), number(chance)) +
           epochText(m);
}

} // namespace bridgescope
