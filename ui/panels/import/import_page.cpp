#include "ui/panels/import/import_page.h"

#include "core/base/atomic_file.h"
#include "core/pairing/pairing_json.h"
#include "ui/models/window_words.h"
#include "ui/panels/import/file_box.h"
#include "ui/panels/import/file_preview.h"
#include "ui/panels/import/repeated_rows.h"
#include "ui/widgets/icons.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace bridgescope {
namespace {

QLabel* captionLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("role", "caption");
    label->setWordWrap(true);
    return label;
}

QString firstOf(const std::vector<std::string>& labels)
{
    QStringList texts;
    for (const auto& label : labels)
        texts << QString::fromStdString(label);
    return texts.join(", ");
}

/// Names the first row that holds NaN or infinity; empty where none does.
QString firstNotFinite(const EmbeddingSet& set, const Context& context)
{
    try {
        requireFinite(set, context);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::Input) throw;
        return QString::fromUtf8(error.what());
    }
    return {};
}

bool pairsAnything(const EmbeddingSet& x, const EmbeddingSet& y, const PairOptions& options)
{
    try {
        const PairingReport report = previewPairing(x, y, options);
        return report.paired > 0 || report.openDecision;
    } catch (const Error&) {
        return false;
    }
}

enum ByWord { ByLabelWherePossible, ByLabel, ByRow };

} // namespace

ImportPage::ImportPage(JobRunner& jobs, QWidget* parent)
    : QWidget(parent), m_jobs(jobs), m_problem(new Banner), m_decision(new Banner), m_x(new FilePreview(Space::X)),
      m_y(new FilePreview(Space::Y))
{
    setProperty("surface", "win");
    auto* content = new QWidget;
    content->setProperty("surface", "win");
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(40, 24, 40, 12);
    column->setSpacing(12);
    auto* title = new QLabel(tr("New pair"));
    QFont font = title->font();
    font.setPixelSize(18);
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    auto* swap = new QPushButton(tr("Swap X and Y"));
    swap->setIcon(themedIcon(Icon::Swap));
    auto* top = new QHBoxLayout;
    top->addWidget(title);
    top->addSpacing(12);
    top->addWidget(captionLabel(tr("Check what was guessed. Nothing is dropped without being counted below.")), 1);
    top->addWidget(swap);
    column->addLayout(top);
    column->addWidget(m_problem);
    m_problem->dismiss();
    auto* files = new QHBoxLayout;
    files->setSpacing(16);
    files->addWidget(m_x, 1);
    files->addWidget(m_y, 1);
    column->addLayout(files, 1);
    column->addWidget(buildPairing());
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    outer->addWidget(buildFooter());
    connect(m_x, &FilePreview::optionsChanged, this, &ImportPage::readBoth);
    connect(m_y, &FilePreview::optionsChanged, this, &ImportPage::readBoth);
    connect(swap, &QPushButton::clicked, this, [this] {
        m_repeats = RepeatPolicy::Refuse;
        m_x->swapWith(*m_y);
        readBoth();
    });
    connect(m_decision, &Banner::chosen, this, &ImportPage::decideRepeats);
    connect(m_problem, &Banner::chosen, this, [this](int button) {
        const auto act = m_remedies[static_cast<std::size_t>(button)].second; // it may show other buttons
        act();
    });
}

QWidget* ImportPage::buildPairing()
{
    auto* card = new Card(tr("Pairing"));
    m_by = new FileBox({tr("By label where possible"), tr("By label"), tr("By row")}, tr("By pair file…"),
                       tr("By pair file %1"));
    m_by->setMinimumWidth(200);
    m_by->setMaximumWidth(320);
    m_by->setToolTip(tr("A pair file holds two labels a line: X's, then Y's."));
    m_by->setAccessibleName(tr("Pair by"));
    m_normalize = new QCheckBox(tr("Ignore case and accents' encoding"));
    card->titleRow()->addWidget(m_by);
    card->titleRow()->addWidget(m_normalize);
    m_save = new QPushButton(tr("Save report…"));
    m_save->setIcon(themedIcon(Icon::Export));
    m_save->setEnabled(false);
    card->titleRow()->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &ImportPage::saveReport);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(16, 4, 16, 12);
    m_counts = new QGridLayout;
    m_counts->setHorizontalSpacing(16);
    column->addLayout(m_counts);
    m_note = captionLabel(QString());
    column->addWidget(m_note);
    column->addWidget(m_decision);
    m_decision->dismiss();
    card->setBody(body);
    connect(m_by, &FileBox::changed, this, &ImportPage::refreshReport);
    connect(m_normalize, &QCheckBox::toggled, this, &ImportPage::refreshReport);
    return card;
}

QWidget* ImportPage::buildFooter()
{
    auto* footer = new QWidget;
    footer->setProperty("surface", "win");
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(40, 8, 40, 16);
    m_share = new QDoubleSpinBox;
    m_share->setRange(1, 90);
    m_share->setDecimals(0);
    m_share->setValue(20);
    m_share->setSuffix(tr(" %"));
    m_share->setAccessibleName(tr("Share of items held out"));
    m_seed = new QSpinBox;
    m_seed->setRange(0, 1'000'000'000);
    m_seed->setValue(1);
    m_seed->setAccessibleName(tr("Seed of the split"));
    row->addWidget(new QLabel(tr("Held out")));
    row->addWidget(m_share);
    row->addWidget(new QLabel(tr("seed")));
    row->addWidget(m_seed);
    row->addStretch();
    auto* cancel = new QPushButton(tr("Cancel"));
    m_add = new QPushButton(tr("Add to workspace"));
    m_train = new QPushButton(tr("Pair and train ridge"));
    m_train->setProperty("primary", true);
    for (QPushButton* button : {cancel, m_add, m_train})
        row->addWidget(button);
    connect(cancel, &QPushButton::clicked, this, &ImportPage::cancelled);
    connect(m_add, &QPushButton::clicked, this, [this] { accept(false); });
    connect(m_train, &QPushButton::clicked, this, [this] { accept(true); });
    return footer;
}

void ImportPage::setFiles(const QString& x, const QString& y)
{
    m_repeats = RepeatPolicy::Refuse;
    QSignalBlocker block(m_x);
    if (x != fileX() || y != fileY()) {
        const QSignalBlocker blockBy(m_by);
        if (!m_by->file().isEmpty()) m_by->setFile({}); // it was for another pair
    }
    m_by->setProperty("beside", x);
    m_x->setFile(x);
    block.unblock();
    m_y->setFile(y);
}

QString ImportPage::fileX() const
{
    return m_x->file();
}
QString ImportPage::fileY() const
{
    return m_y->file();
}

void ImportPage::readBoth()
{
    m_sets.reset();
    m_add->setEnabled(false);
    m_train->setEnabled(false);
    m_decision->dismiss();
    m_jobs.cancel("import");
    if (m_decidedFor != QStringList{fileX(), fileY()}) m_repeats = RepeatPolicy::Refuse; // it was of other labels
    if (m_x->file().isEmpty() || m_y->file().isEmpty()) return;
    for (FilePreview* file : {m_x, m_y})
        if (!file->isReadable()) {
            clearReport();
            return showProblem(windowWords(file->problem()), {}, {changeFile(file)});
        }
    m_problem->dismiss();
    m_note->setText(tr("Reading both files…"));
    const auto work = [x = m_x->file().toStdString(), y = m_y->file().toStdString(), optionsX = m_x->options(),
                       optionsY = m_y->options()](const Context& context) {
        auto sets = std::make_shared<Sets>();
        sets->x = readEmbeddingSet(x, optionsX, context);
        sets->y = readEmbeddingSet(y, optionsY, context);
        for (const EmbeddingSet* set : {&sets->x, &sets->y})
            if (sets->notFinite.isEmpty()) {
                sets->notFinite = firstNotFinite(*set, context);
                sets->notFiniteIsInY = set == &sets->y;
            }
        return std::shared_ptr<const Sets>(sets);
    };
    m_jobs.run<std::shared_ptr<const Sets>>(
        "import", tr("Reading both files"), work,
        [this](std::shared_ptr<const Sets> sets) {
            m_sets = std::move(sets);
            refreshReport();
        },
        [this](const Error& error) {
            const QString text = QString::fromUtf8(error.what());
            clearReport();
            showProblem(windowWords(text), {}, {changeFile(text.startsWith(fileY()) ? m_y : m_x)});
        });
}

PairOptions ImportPage::pairOptions() const
{
    PairOptions options;
    options.by = m_by->currentIndex() == ByRow     ? PairBy::Row
                 : m_by->currentIndex() == ByLabel ? PairBy::Label
                                                   : PairBy::Automatic;
    if (const QString pairs = m_by->file(); !pairs.isEmpty()) options.pairsFile = pairs.toStdString();
    options.normalizeLabels = m_normalize->isChecked();
    options.repeats = m_repeats;
    return options;
}

void ImportPage::refreshReport()
{
    if (!m_sets) return;
    bool ready = false;
    m_problem->dismiss();
    m_decision->dismiss();
    try {
        const PairingReport report = previewPairing(m_sets->x, m_sets->y, pairOptions());
        showReport(report);
        showDecision(report);
        const QString& notFinite = m_sets->notFinite;
        if (!notFinite.isEmpty())
            showProblem(windowWords(notFinite),
                        tr("Paired vectors with NaN or infinity: %L1. Mend the rows or leave them out of the file.")
                            .arg(report.nonFiniteX + report.nonFiniteY),
                        {changeFile(m_sets->notFiniteIsInY ? m_y : m_x)});
        ready = report.paired > 0 && !report.openDecision && notFinite.isEmpty();
    } catch (const Error& error) {
        clearReport();
        showProblem(windowWords(QString::fromUtf8(error.what())), {}, waysToPair());
    }
    m_add->setEnabled(ready);
    m_train->setEnabled(ready);
}

/// The decision to be made about repeated labels; once made, which it was and the way back.
void ImportPage::showDecision(const PairingReport& report)
{
    const QStringList ways{tr("Pair in order"), tr("Keep the first"), tr("Leave out"), tr("Show rows")};
    const bool open = report.openDecision.has_value();
    if (!open && (m_repeats == RepeatPolicy::Refuse || report.duplicates == 0)) return;
    if (open)
        return m_decision->show(QString::fromStdString(*report.openDecision),
                                tr("Labels cannot say which belongs to which."), ways);
    const QString decided = m_repeats == RepeatPolicy::Order   ? tr("Repeated labels are paired in order.")
                            : m_repeats == RepeatPolicy::First ? tr("Of repeated labels the first is kept.")
                                                               : tr("Repeated labels are left out.");
    m_decision->show(decided, tr("Rows left out: %L1 in X, %L2 in Y").arg(report.droppedX).arg(report.droppedY), ways);
}

void ImportPage::showProblem(const QString& text, const QString& detail, std::vector<Remedy> remedies)
{
    m_remedies = std::move(remedies);
    QStringList buttons;
    for (const auto& [says, act] : m_remedies)
        buttons << says;
    m_problem->show(text, detail, buttons);
}

ImportPage::Remedy ImportPage::changeFile(FilePreview* file)
{
    return {tr("Change file…"), [file] { file->askForFile(); }};
}

std::vector<ImportPage::Remedy> ImportPage::waysToPair()
{
    std::vector<Remedy> ways;
    const auto offer = [&](const QString& says, const PairOptions& options, std::function<void()> act) {
        if (pairsAnything(m_sets->x, m_sets->y, options)) ways.emplace_back(says, std::move(act));
    };
    PairOptions normalized = pairOptions(), rows, kept = pairOptions();
    normalized.normalizeLabels = true;
    rows.by = PairBy::Row;
    kept.repeats = RepeatPolicy::Order;
    if (!m_normalize->isChecked())
        offer(tr("Ignore case and accents"), normalized, [this] { m_normalize->setChecked(true); });
    if (kept.pairsFile)
        offer(tr("Pair by label"), {.normalizeLabels = m_normalize->isChecked()},
              [this] { m_by->choose(ByLabelWherePossible); });
    offer(tr("Pair by row"), rows, [this] { m_by->choose(ByRow); });
    if (m_repeats == RepeatPolicy::Drop) offer(tr("Pair in order"), kept, [this] { decideRepeats(0); });
    return ways;
}

void ImportPage::decideRepeats(int button)
{
    constexpr RepeatPolicy policies[] = {RepeatPolicy::Order, RepeatPolicy::First, RepeatPolicy::Drop};
    if (button == 3) {
        showRepeatedRows(repeatedLabels(m_sets->x, m_sets->y), this);
        return;
    }
    m_repeats = policies[button];
    m_decidedFor = {fileX(), fileY()};
    refreshReport();
}

void ImportPage::clearReport()
{
    while (QLayoutItem* item = m_counts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_note->clear();
    m_report.reset();
    m_save->setEnabled(false);
}

void ImportPage::saveReport()
{
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save the pairing's report"), "pairing.json", tr("JSON (*.json)"));
    if (file.isEmpty() || !m_report) return;
    nlohmann::ordered_json json{{"seed", m_seed->value()}, {"version", BRIDGESCOPE_VERSION}};
    json.update(toJson(*m_report));
    try {
        writeFile(file.toStdString(), json.dump(2) + '\n');
    } catch (const Error& error) {
        showProblem(windowWords(QString::fromUtf8(error.what())), {}, {});
    }
}

void ImportPage::showReport(const PairingReport& r)
{
    clearReport();
    m_report = r;
    m_save->setEnabled(true);
    const auto two = [](Index x, Index y) { return tr("%L1 in X, %L2 in Y").arg(x).arg(y); };
    const std::tuple<Index, QString, QString> cells[] = {
        {r.paired, tr("Paired"), tr("of %L1 in X and %L2 in Y").arg(r.rowsX).arg(r.rowsY)},
        {r.onlyX, tr("Only in X"), firstOf(r.examplesOnlyX)},
        {r.onlyY, tr("Only in Y"), firstOf(r.examplesOnlyY)},
        {r.duplicates, tr("Repeated labels"), firstOf(r.examplesRepeated)},
        {r.zeroX + r.zeroY, tr("Zero vectors"), two(r.zeroX, r.zeroY)},
        {r.nonFiniteX + r.nonFiniteY, tr("Not finite"), two(r.nonFiniteX, r.nonFiniteY)},
        {r.equalVectorsX + r.equalVectorsY, tr("Equal vectors"), two(r.equalVectorsX, r.equalVectorsY)}};
    int c = 0;
    for (const auto& [count, name, detail] : cells) {
        auto* number = new QLabel(QStringLiteral("%L1").arg(count));
        QFont font = number->font();
        font.setPixelSize(18);
        font.setWeight(QFont::DemiBold);
        number->setFont(font);
        m_counts->addWidget(number, 0, c);
        m_counts->addWidget(new QLabel(name), 1, c);
        QLabel* small = captionLabel(detail);
        small->setAlignment(Qt::AlignTop);
        m_counts->addWidget(small, 2, c);
        m_counts->setColumnStretch(c++, 1);
    }
    m_note->setText(r.note.empty() ? tr("Paired by %1.").arg(QString::fromStdString(r.by))
                                   : QString::fromStdString(r.note));
}

void ImportPage::accept(bool train)
{
    if (!m_sets) return;
    SplitOptions split;
    split.testShare = m_share->value() / 100;
    split.seed = static_cast<std::uint64_t>(m_seed->value());
    const auto work = [sets = m_sets, options = pairOptions(), split, train, nameX = m_x->name().toStdString(),
                       nameY = m_y->name().toStdString(), readX = m_x->options(),
                       readY = m_y->options()](const Context& context) {
        auto pair = std::make_shared<ImportedPair>();
        pair->x = sets->x;
        pair->y = sets->y;
        pair->x.name = nameX;
        pair->y.name = nameY;
        requireFinite(pair->x, context);
        requireFinite(pair->y, context);
        pair->pairs = pairSets(pair->x, pair->y, options, context);
        pair->split = split;
        pair->readX = readX;
        pair->readY = readY;
        pair->pairing = options;
        pair->train = train;
        makeSplit(pair->pairs, split); // says now what would not be possible later
        return pair;
    };
    m_jobs.run<std::shared_ptr<ImportedPair>>(
        "import", tr("Pairing"), work, [this](std::shared_ptr<ImportedPair> pair) { emit accepted(pair); },
        [this](const Error& error) { m_problem->show(windowWords(QString::fromUtf8(error.what()))); });
}

} // namespace bridgescope
