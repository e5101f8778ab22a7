#include "ui/widgets/tokens.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tokens_tests {

using namespace bridgescope;

/// The contrast every text and mark must reach (WCAG 2.1), computed from the tokens themselves.
class TokensTest : public QObject {
    Q_OBJECT
private slots:
    void ratioOfKnownColors();
    void textReachesFourAndAHalf_data();
    void textReachesFourAndAHalf();
    void marksReachThree_data();
    void marksReachThree();
    void paletteTellsLightFromDark();
};

namespace {

void eachTheme(const std::function<void(const char*, const Tokens&)>& body)
{
    body("light", lightTokens());
    body("dark", darkTokens());
}

void require(const QColor& above, const QColor& ground, double least)
{
    const double ratio = contrastRatio(above, ground);
    QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1 on %2: %3").arg(above.name(), ground.name()).arg(ratio)));
}

} // namespace

void TokensTest::ratioOfKnownColors()
{
    // WCAG's own examples: black on white is 21, #767676 on white just passes 4.5, #777777 just fails.
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QVERIFY(contrastRatio(QColor("#767676"), Qt::white) >= 4.5);
    QVERIFY(contrastRatio(QColor("#777777"), Qt::white) < 4.5);
    QCOMPARE(contrastRatio(Qt::white, Qt::black), contrastRatio(Qt::black, Qt::white));
}

void TokensTest::textReachesFourAndAHalf_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    eachTheme([](const char* theme, const Tokens& t) {
        const QList<std::pair<const char*, QColor>> grounds{
            {"base", t.base}, {"alt", t.alt}, {"bar", t.bar}, {"win", t.win}};
        for (const auto& [name, ground] : grounds) {
            QTest::addRow("%s ink on %s", theme, name) << t.ink << ground;
            QTest::addRow("%s ink2 on %s", theme, name) << t.ink2 << ground;
            QTest::addRow("%s ink3 on %s", theme, name) << t.ink3 << ground;
            QTest::addRow("%s X text on %s", theme, name) << t.x.text << ground;
            QTest::addRow("%s f(X) text on %s", theme, name) << t.f.text << ground;
            QTest::addRow("%s Y text on %s", theme, name) << t.y.text << ground;
        }
        QTest::addRow("%s ink on sel", theme) << t.ink << t.sel;
        QTest::addRow("%s ink2 on sel", theme) << t.ink2 << t.sel;
        QTest::addRow("%s ink on hover", theme) << t.ink << t.hover;
        QTest::addRow("%s ink2 on hover", theme) << t.ink2 << t.hover;
        QTest::addRow("%s flat button on hover", theme) << t.accent << t.hover;
        QTest::addRow("%s flat button on win", theme) << t.accent << t.win;
        QTest::addRow("%s banner", theme) << t.ink << t.warningGround;
        QTest::addRow("%s warning on base", theme) << t.warningText << t.base;
        QTest::addRow("%s X on its tint", theme) << t.x.text << t.x.tint;
        QTest::addRow("%s f(X) on its tint", theme) << t.f.text << t.f.tint;
        QTest::addRow("%s Y on its tint", theme) << t.y.text << t.y.tint;
        QTest::addRow("%s button text on accent", theme) << t.onAccent << t.accent;
        QTest::addRow("%s link on base", theme) << t.accent << t.base;
        QTest::addRow("%s warning", theme) << t.warningText << t.warningGround;
        QTest::addRow("%s warning detail", theme) << t.ink2 << t.warningGround;
    });
}

void TokensTest::textReachesFourAndAHalf()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    require(text, ground, 4.5);
}

void TokensTest::marksReachThree_data()
{
    QTest::addColumn<QColor>("mark");
    QTest::addColumn<QColor>("ground");
    // Every mark that carries data, in the color its edge has, on every ground it is drawn on: cards, header rows,
    // bars, pages, the row under the pointer, the row or chip that is chosen.
    eachTheme([](const char* theme, const Tokens& t) {
        const QList<std::pair<const char*, QColor>> grounds{{"base", t.base}, {"alt", t.alt},     {"bar", t.bar},
                                                            {"win", t.win},   {"hover", t.hover}, {"sel", t.sel}};
        const QList<std::pair<const char*, QColor>> marks{{"edge of X", t.x.thin},
                                                          {"edge of f(X)", t.f.thin},
                                                          {"edge of Y", t.y.thin},
                                                          {"neutral", t.neutral},
                                                          {"accent", t.accent}};
        for (const auto& [mark, color] : marks)
            for (const auto& [ground, under] : grounds)
                QTest::addRow("%s %s on %s", theme, mark, ground) << color << under;
        for (const auto& [ground, under] : grounds) { // filled marks of charts and header rows have no edge
            if (under == t.sel) continue;
            QTest::addRow("%s X on %s", theme, ground) << t.x.line << under;
            QTest::addRow("%s Y on %s", theme, ground) << t.y.line << under;
        }
    });
}

void TokensTest::marksReachThree()
{
    QFETCH(QColor, mark);
    QFETCH(QColor, ground);
    require(mark, ground, 3);
}

void TokensTest::paletteTellsLightFromDark()
{
    QVERIFY(!tokensOf(paletteOf(lightTokens())).dark);
    QVERIFY(tokensOf(paletteOf(darkTokens())).dark);
}

BRIDGESCOPE_TEST(TokensTest)

} // namespace tokens_tests

#include "tokens.moc"
