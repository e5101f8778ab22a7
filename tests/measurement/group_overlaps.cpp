#include "core/measurement/group_overlaps.h"
#include "core/base/random.h"
#include "core/measurement/error_bands.h"
#include "core/measurement/hub_audit.h"
#include "core/measurement/null_bands.h"
#include "core/neighbors/neighbors.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <set>

namespace group_overlaps_tests {

using namespace bridgescope;

class GroupOverlaps : public QObject {
    Q_OBJECT
private slots:
    void init();
    void meansAndErrorsAgainstThePlainSum();
    void errorsOverKAgainstThePlainSum();
    void oneGroupIsTheWhole();
    void oneItemHasNoInterval();
    void withoutMappingOnlyXY();
    void cslsFoldHoldsCslsLists();
    void theNullLiesAroundChance();
    void hubSentences();
    void hubSentencesOfOneOverlap();
    void selfIncludedRelatesOthersOnly();

private:
    MeasureOptions m_options;
    PairedSet m_pairs;
    std::shared_ptr<const MeasuredFold> m_fold;
    MappingReport m_report;
};

void GroupOverlaps::init()
{
    Random random(5, "groups");
    constexpr Index n = 80;
    Matrix x(4, n), y(4, n), f(4, n);
    m_pairs = {};
    MetadataColumn column{"category", {}};
    std::vector<Index> items;
    for (Index i = 0; i < n; ++i) {
        for (Index d = 0; d < 4; ++d) {
            x(d, i) = static_cast<float>(random.normal());
            y(d, i) = static_cast<float>(random.normal());
            f(d, i) = x(d, i) + y(d, i);
        }
        m_pairs.labels.push_back(std::to_string(i));
        column.values.push_back(i == 0 ? "alone" : i % 2 ? "odd" : "");
        items.push_back(i);
    }
    m_pairs.x = Vectors(std::move(x));
    m_pairs.y = Vectors(std::move(y));
    m_pairs.metadata.columns.push_back(column);
    m_options = {};
    m_options.overlap.k = 6;
    m_options.overlap.kMax = 20;
    m_options.overlap.permutations = 0;
    m_fold = measureFold(m_pairs, items, Vectors(std::move(f)), m_options);
    m_report = reportMapping({&m_fold, 1}, m_options);
}

void GroupOverlaps::meansAndErrorsAgainstThePlainSum()
{
    const auto groups = groupsOf(m_pairs.metadata.columns[0], m_fold->items);
    QVERIFY(groups.names == (std::vector<std::string>{"", "alone", "odd"}));
    const auto all = groupOverlaps(groups, m_report, prepareReport(*m_fold, m_options).related);
    const auto related = [&](Index i, Index j) { // by the definition, pair by pair
        for (const NeighborTable* table : {&m_fold->listsX, &m_fold->listsF, &m_fold->listsY})
            for (const auto& [a, b] : {std::pair(i, j), std::pair(j, i)}) {
                const auto list = table->neighbors(a).first(6);
                if (std::find(list.begin(), list.end(), static_cast<std::int32_t>(b)) != list.end()) return true;
            }
        return false;
    };
    for (const std::size_t g : {std::size_t(0), std::size_t(2)}) {
        std::vector<Index> members;
        for (Index i = 0; i < 80; ++i)
            if (groups.of[static_cast<std::size_t>(i)] == static_cast<std::int32_t>(g)) members.push_back(i);
        QCOMPARE(all[g].n, static_cast<Index>(members.size()));
        const auto value = [&](Index i) {
            const auto at = static_cast<std::size_t>(i);
            return (m_report.xf.perItem[at] - m_report.yf.perItem[at]) / 6.0;
        };
        const double n = static_cast<double>(members.size());
        double mean = 0, sum = 0, diagonal = 0;
        for (const Index i : members)
            mean += value(i) / n;
        for (const Index i : members)
            for (const Index j : members) {
                const double product = (value(i) - mean) * (value(j) - mean);
                if (i == j) diagonal += product;
                if (i == j || related(i, j)) sum += product;
            }
        const double error = std::sqrt((sum < 0 ? diagonal : sum) / (n * n));
        QVERIFY(std::abs(all[g].difference.mean - mean) < 1e-12);
        QVERIFY(std::abs(all[g].xf.mean - all[g].yf.mean - mean) < 1e-12);
        QVERIFY(std::abs(all[g].difference.interval->low - (mean - 1.96 * error)) < 1e-12);
        QVERIFY(std::abs(all[g].difference.interval->high - (mean + 1.96 * error)) < 1e-12);
    }
}

void GroupOverlaps::errorsOverKAgainstThePlainSum()
{
    const ErrorBands bands = errorBandsOf({&m_fold, 1}, m_options);
    const auto near = [](const NeighborTable& table, Index i, Index j, Index k) {
        const auto list = table.neighbors(i).first(static_cast<std::size_t>(k));
        return std::find(list.begin(), list.end(), static_cast<std::int32_t>(j)) != list.end();
    };
    const auto slow = [&](const NeighborTable& a, const NeighborTable& b, Index k) { // by the definition
        std::vector<double> values;
        double mean = 0, sum = 0;
        for (Index i = 0; i < 80; ++i) {
            double shared = 0;
            for (Index j = 0; j < 80; ++j)
                shared += near(a, i, j, k) && near(b, i, j, k);
            values.push_back(shared / static_cast<double>(k));
            mean += values.back() / 80;
        }
        for (Index i = 0; i < 80; ++i)
            for (Index j = 0; j < 80; ++j) {
                bool related = i == j;
                for (const NeighborTable* table : {&m_fold->listsX, &m_fold->listsF, &m_fold->listsY})
                    related = related || near(*table, i, j, k) || near(*table, j, i, k);
                if (related)
                    sum += (values[static_cast<std::size_t>(i)] - mean) * (values[static_cast<std::size_t>(j)] - mean);
            }
        return sum > 0 ? std::sqrt(sum) / 80 : -1; // a negative sum is another test's
    };
    QCOMPARE(bands.xf.size(), std::size_t(20));
    int compared = 0;
    for (Index k = 1; k <= 20; ++k) {
        const auto at = static_cast<std::size_t>(k - 1);
        const std::pair<double, double> all[]{{slow(m_fold->listsX, m_fold->listsF, k), bands.xf[at]},
                                              {slow(m_fold->listsY, m_fold->listsF, k), bands.yf[at]},
                                              {slow(m_fold->listsX, m_fold->listsY, k), bands.xy[at]}};
        for (const auto& [expected, error] : all)
            if (expected > 0) QVERIFY(++compared && std::abs(error - expected) < 1e-12);
    }
    QVERIFY(compared > 40);
    // two folds that are alike: SE² = 2 SE_f² / 4
    const std::shared_ptr<const MeasuredFold> twice[]{m_fold, m_fold};
    QVERIFY(std::abs(errorBandsOf(twice, m_options).xf[9] - bands.xf[9] / std::sqrt(2.0)) < 1e-12);
    MeasureOptions included = m_options; // the same numbers as those of a report, which has them for so few items
    included.overlap.self = SelfRule::Included;
    const MappingReport withSelf = reportMapping({&m_fold, 1}, included);
    const ErrorBands ofSelf = errorBandsOf({&m_fold, 1}, included);
    for (std::size_t k = 0; k < 20; ++k)
        QVERIFY(std::abs(withSelf.yf.byKError[k] - ofSelf.yf[k]) < 1e-12);
    MappingReport report = m_report;
    report.xf.byKError.clear();
    report.xy.byKError = {1};
    bands.addTo(report);
    QVERIFY(report.xf.byKError == bands.xf);
    QVERIFY(report.xy.byKError == std::vector<double>{1}); // what is known stays
}

void GroupOverlaps::oneGroupIsTheWhole()
{
    ItemGroups groups{{"all"}, std::vector<std::int32_t>(80, 0)};
    const auto all = groupOverlaps(groups, m_report, prepareReport(*m_fold, m_options).related);
    QVERIFY(std::abs(all[0].xf.mean - m_report.xf.mean) < 1e-12);
    QVERIFY(std::abs(all[0].yf.interval->low - m_report.yf.interval.low) < 1e-12);
    QVERIFY(std::abs(all[0].xy.interval->high - m_report.xy.interval.high) < 1e-12);
    QVERIFY(std::abs(all[0].difference.interval->high - m_report.difference.interval.high) < 1e-12);
}

void GroupOverlaps::oneItemHasNoInterval()
{
    const auto groups = groupsOf(m_pairs.metadata.columns[0], m_fold->items);
    const auto all = groupOverlaps(groups, m_report, prepareReport(*m_fold, m_options).related);
    QCOMPARE(all[1].name, std::string("alone"));
    QCOMPARE(all[1].n, Index(1));
    QCOMPARE(all[1].xf.mean, m_report.xf.perItem[0] / 6.0);
    QVERIFY(!all[1].xf.interval);
}

void GroupOverlaps::withoutMappingOnlyXY()
{
    const auto unmapped = measureFold(m_pairs, m_fold->items, {}, m_options);
    MappingReport report;
    report.xy = reportOverlap(*unmapped, m_options);
    const auto all = groupOverlaps(groupsOf(m_pairs.metadata.columns[0], m_fold->items), report,
                                   prepareReport(*unmapped, m_options).related);
    QCOMPARE(all.size(), std::size_t(3));
    QVERIFY(all[2].xy.interval);
    QCOMPARE(all[2].xf.mean, 0.0);
    QVERIFY(!all[2].xf.interval);
}

void GroupOverlaps::cslsFoldHoldsCslsLists()
{
    const auto csls = withCslsLists(*m_fold, m_pairs, m_options);
    QCOMPARE(csls->listsX.k(), m_fold->listsX.k());
    NeighborOptions options;
    options.k = 20;
    const NeighborTable expected = cslsNeighbors(m_fold->f, options, 10);
    for (Index i = 0; i < 80; ++i) {
        const auto a = csls->listsF.neighbors(i), b = expected.neighbors(i);
        QVERIFY(std::equal(a.begin(), a.end(), b.begin(), b.end()));
    }
}

void GroupOverlaps::theNullLiesAroundChance()
{
    const NullBands bands = nullBandsOf(*m_fold, m_options, 200);
    QCOMPARE(bands.permutations, Index(200));
    for (const NullBand* band : {&bands.xf, &bands.yf, &bands.xy}) {
        QCOMPARE(band->mean.size(), m_report.xf.byK.size());
        for (std::size_t k = 0; k < band->mean.size(); ++k) {
            const double chance = chanceOverlap(80, static_cast<Index>(k + 1), SelfRule::Excluded);
            QVERIFY(std::abs(band->mean[k] - chance) < 0.01);
            QVERIFY(band->low[k] <= band->mean[k] && band->mean[k] <= band->high[k]);
        }
    }
}

void GroupOverlaps::hubSentences()
{
    const auto report = [](double difference, double p) {
        MappingReport made;
        made.difference.mean = difference;
        made.difference.pValue = p;
        return made;
    };
    QCOMPARE(hubSentence(report(.3, .001), report(.33, .001)),
             std::string("Hubs do not explain it: with CSLS the difference stays at 0.33."));
    QCOMPARE(hubSentence(report(.3, .001), report(.1, .01)),
             std::string("Hubs explain more than half of it: with CSLS the difference falls to 0.10."));
    QCOMPARE(hubSentence(report(.3, .001), report(.02, .4)),
             std::string("It may be hubs: with CSLS the difference is 0.02, not told from 0."));
    QCOMPARE(hubSentence(report(.3, .001), report(-.2, .01)),
             std::string("It may be hubs: with CSLS the difference turns to \u22120.20."));
    QCOMPARE(hubSentence(report(.01, .6), report(.01, .5)),
             std::string("There is no difference for hubs to explain: with CSLS it is 0.01."));
    QCOMPARE(hubSentence(report(.01, .6), report(.2, .001)),
             std::string("Hubs hide a difference: with CSLS it is 0.20."));
}

void GroupOverlaps::hubSentencesOfOneOverlap()
{
    const auto overlap = [](double mean, std::optional<double> p) {
        Overlap made;
        made.mean = mean;
        made.chance = .1;
        made.pValue = p;
        made.interval = {mean - .02, mean + .02};
        return made;
    };
    QCOMPARE(hubSentence(overlap(.4, .001), overlap(.35, .001)),
             std::string("Hubs do not explain it: with CSLS the overlap is 0.35."));
    QCOMPARE(hubSentence(overlap(.4, .001), overlap(.2, .001)),
             std::string("Hubs explain more than half of it: with CSLS the overlap beyond chance falls from 0.30 to "
                         "0.10."));
    QCOMPARE(hubSentence(overlap(.4, .001), overlap(.11, .3)),
             std::string("It may be hubs: with CSLS the overlap is 0.11, not told from chance."));
    QCOMPARE(hubSentence(overlap(.11, .3), overlap(.11, .3)),
             std::string("There is no overlap beyond chance for hubs to explain: with CSLS it is 0.11."));
    QCOMPARE(hubSentence(overlap(.11, {}), overlap(.2, {})), // without a null by the interval
             std::string("Hubs hide an overlap: with CSLS it is 0.20."));
}

void GroupOverlaps::selfIncludedRelatesOthersOnly()
{
    m_options.overlap.self = SelfRule::Included;
    const MappingReport report = reportMapping({&m_fold, 1}, m_options);
    const ItemGroups groups{{"all"}, std::vector<std::int32_t>(80, 0)};
    const auto all = groupOverlaps(groups, report, prepareReport(*m_fold, m_options).related);
    const std::vector<double> bands = errorBandsOf({&m_fold, 1}, m_options).yf;
    QCOMPARE(bands.size(), report.yf.byKError.size());
    for (std::size_t k = 0; k < bands.size(); ++k)
        QVERIFY(std::abs(bands[k] - report.yf.byKError[k]) < 1e-12);
    QVERIFY(std::abs(all[0].xf.interval->low - report.xf.interval.low) < 1e-12);
    QVERIFY(std::abs(all[0].difference.interval->high - report.difference.interval.high) < 1e-12);
}

BRIDGESCOPE_TEST(GroupOverlaps)

} // namespace group_overlaps_tests

#include "group_overlaps.moc"
