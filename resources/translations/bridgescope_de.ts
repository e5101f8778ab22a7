<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>QObject</name>
    <message>
        <source>none</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Show the numbers</source>
        <translation>Zahlen zeigen</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shared with X</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shared with Y</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shown by the map</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Embedding sets (*.npy *.csv *.tsv *.txt *.vec *.bin *.gz);;All files (*)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1-d</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Net, linear</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Net %1×%2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Net %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mapped %1</source>
        <translation>%1, abgebildet</translation>
    </message>
</context>
<context>
    <name>bridgescope</name>
    <message>
        <source>chance %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>chance</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>1 = same lists</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Anderswo</translation>
    </message>
    <message>
        <source>Inside lists, tables, charts and maps</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Walk a list, a table, the bars</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Up, Down</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change the column, step K, pan a map</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go to the item, look at the mapping</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Zoom a map</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>+ and -</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add to the selection, remove from it, while brushing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shift, Ctrl</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>cosine</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Euclidean</source>
        <translation>Euklidisch</translation>
    </message>
    <message>
        <source>self excluded</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>self included</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>held out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>all paired</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>training, in sample</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>K = %1, %2, %3, %4 N = %5</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No mapping</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2, %3, %4 N = %5</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>K = %1 of %2 others, %3, %4, %5 (N = %6), chance %7 of %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this quote does not close</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“!” alone compares nothing; write != or not</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” is not a number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” means nothing here</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::BarChart</name>
    <message>
        <source>overlap</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Overlaps by mapping</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: X, f(X) %2; Y, f(X) %3; D %4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>X, Y %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>chance %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::BatchDialog</name>
    <message>
        <source>Export all charts</source>
        <translation>Alle Diagramme exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n charts: %1</source>
        <translation><numerusform>%n Diagramm: %1</numerusform><numerusform>%n Diagramme: %1</numerusform></translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
</context>
<context>
    <name>bridgescope::Card</name>
    <message>
        <source>Menu of %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Export, copy, numbers</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::ChartView</name>
    <message>
        <source>Chart, nothing to show yet</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::CurveChart</name>
    <message>
        <source>chance</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Overlap against K</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 at K 1, %3 at K %4, %5 at K %6</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>chance %1 at K %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::DifferenceChart</name>
    <message>
        <source>← more of Y</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>more of X →</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>per item, NNO(X,f) − NNO(Y,f)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 to %2: %3 items</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>difference %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>items</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Difference per item</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 items share more with X, %2 more with Y, %3 as much with both</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::DropSlot</name>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Choose file: %1</source>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>Choose an embedding set</source>
        <translation>Embedding-Menge wählen</translation>
    </message>
</context>
<context>
    <name>bridgescope::FigureDialog</name>
    <message>
        <source>Export: %1</source>
        <translation>Exportieren: %1</translation>
    </message>
    <message>
        <source>The figure at true size</source>
        <translation>Die Abbildung in wahrer Größe</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>Abbildung speichern</translation>
    </message>
    <message>
        <source>SVG (*.svg);;PDF (*.pdf);;PNG (*.png)</source>
        <translation>SVG (*.svg);;PDF (*.pdf);;PNG (*.png)</translation>
    </message>
</context>
<context>
    <name>bridgescope::FigureForm</name>
    <message>
        <source>Convention line below</source>
        <translation>Angaben darunter (K, Maß, N)</translation>
    </message>
    <message>
        <source>Numbers as CSV beside it</source>
        <translation>Zahlen als CSV daneben</translation>
    </message>
    <message>
        <source>One column, 84 mm</source>
        <translation>Eine Spalte, 84 mm</translation>
    </message>
    <message>
        <source>Two columns, 174 mm</source>
        <translation>Zwei Spalten, 174 mm</translation>
    </message>
    <message>
        <source>Other width</source>
        <translation>Andere Breite</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Okabe-Ito</source>
        <translation>Okabe-Ito</translation>
    </message>
    <message>
        <source>Greyscale</source>
        <translation>Graustufen</translation>
    </message>
    <message>
        <source>Of PNG; SVG and PDF are vectors</source>
        <translation>Für PNG; SVG und PDF sind Vektoren</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Text, as printed</source>
        <translation>Schrift, gedruckt</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>Punkte pro Zoll</translation>
    </message>
</context>
<context>
    <name>bridgescope::FilePreview</name>
    <message>
        <source>Change…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As guessed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Blank</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>First line names the columns</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No header line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>as guessed; name, number from 1, or none</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Header</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Label column</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose an embedding set</source>
        <translation>Embedding-Menge wählen</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>about %L1 rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%L1 rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>rows not counted yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1; d = %L2; %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no labels found</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>… %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::FilterEdit</name>
    <message>
        <source>Filter, as xf &gt;= 6 and yf &lt;= 1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Filter of the items</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Text, /a regular expression/, or an expression with %1;
= != &lt; &lt;= &gt; &gt;= ~ (contains), and, or, not, parentheses</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::FilterErrorLine</name>
    <message>
        <source>Character %1: %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::FoldMaps</name>
    <message>
        <source>PCA; trustworthiness %1, continuity %2 (K = %3)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::HelpPane</name>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hilfetext</translation>
    </message>
</context>
<context>
    <name>bridgescope::ImportPage</name>
    <message>
        <source>New pair</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Swap X and Y</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check what was guessed. Nothing is dropped without being counted below.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pairing</source>
        <translation>Paarung</translation>
    </message>
    <message>
        <source>By label where possible</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>By label</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>By row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pair by</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ignore case and accents' encoding</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Share of items held out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Seed of the split</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add to workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pair and train ridge</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading both files…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading both files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Labels cannot say which belongs to which.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pair in order</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%L1 paired vectors hold NaN or infinity.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mend the rows or leave them out of the file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%L1 in X, %L2 in Y</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paired</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>of %L1 in X and %L2 in Y</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only in X</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only in Y</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Repeated labels</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Zero vectors</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not finite</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Equal vectors</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paired by %1.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::ItemHeader</name>
    <message>
        <source>. X and f(X) share %1 of %4, Y and f(X) %2, X and Y %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>. X and Y share %1 of %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::ItemsModel</name>
    <message>
        <source>Neighbors the item has both in X and in f(X)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Neighbors the item has both in Y and in f(X)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Neighbors the item has both in X and in Y</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shared with X less shared with Y</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cosine of f(x) and y: how near the prediction comes to its target</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In how many other items’ lists in X the item stands</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In how many other items’ lists in f(X) the item stands</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hub count</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::ItemsPane</name>
    <message>
        <source>No item matches</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>, row %1 to %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> by %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::JobStatus</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
    <message>
        <source>%1, epoch %2 of %3</source>
        <translation>%1, Epoche %2 von %3</translation>
    </message>
</context>
<context>
    <name>bridgescope::ListsPainter</name>
    <message>
        <source>Mapped %1</source>
        <translation>%1, abgebildet</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Neighbor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::LoyaltyChart</name>
    <message>
        <source>High with both</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>High with Y only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>High with X only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Low with both</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>shared with X</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>shared with Y</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 items, %2 %</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>items</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Loyalty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 items</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::MainWindow</name>
    <message>
        <source>Bridgescope</source>
        <translation>Bridgescope</translation>
    </message>
    <message>
        <source>Trained mappings are not saved.</source>
        <translation>Trainierte Abbildungen sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>They can be trained again with the same settings and seed.</source>
        <translation>Mit denselben Einstellungen und demselben Startwert lassen sie sich erneut trainieren.</translation>
    </message>
    <message>
        <source>Save models…</source>
        <translation>Modelle speichern …</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Folder for the models</source>
        <translation>Ordner für die Modelle</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Folder for the figures</source>
        <translation>Ordner für die Abbildungen</translation>
    </message>
    <message numerus="yes">
        <source>%n files written to %1</source>
        <translation><numerusform>%n Datei nach %1 geschrieben</numerusform><numerusform>%n Dateien nach %1 geschrieben</numerusform></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>What is &amp;this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Bridgescope</source>
        <translation>&amp;Über Bridgescope</translation>
    </message>
    <message>
        <source>About Bridgescope</source>
        <translation>Über Bridgescope</translation>
    </message>
    <message>
        <source>Bridgescope %1
When a mapping f carries X into the space of Y, whose neighbors does an item keep?
GPL-3.0-or-later</source>
        <translation>Bridgescope %1
Wenn eine Abbildung f X in den Raum von Y bringt: wessen Nachbarn behält ein Element?
GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Making a synthetic pair</source>
        <translation>Künstliches Paar wird erzeugt</translation>
    </message>
    <message>
        <source>%1. N = %L2 items of %L3 dimensions around %L4 centers, seed %L5. Ridge learns on four fifths; the rest is measured.</source>
        <translation>%1. N = %L2 Elemente mit %L3 Dimensionen um %L4 Zentren, Startwert %L5. Ridge lernt an vier Fünfteln; am Rest wird gemessen.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Neighbors</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>%1, %2 — Bridgescope</source>
        <translation>%1, %2 — Bridgescope</translation>
    </message>
    <message>
        <source>Drop files anywhere in this window</source>
        <translation>Dateien irgendwo in dieses Fenster ziehen</translation>
    </message>
    <message>
        <source>Reading lists…</source>
        <translation>Listen werden gelesen …</translation>
    </message>
    <message>
        <source>held-out</source>
        <translation>zurückgehaltene</translation>
    </message>
    <message>
        <source>paired</source>
        <translation>gepaarte</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Trainings-</translation>
    </message>
    <message>
        <source>%L1 %2 items of %L3 paired</source>
        <translation>%L1 %2 Elemente von %L3 gepaarten</translation>
    </message>
    <message>
        <source>Save the mapping</source>
        <translation>Abbildung speichern</translation>
    </message>
    <message>
        <source>Save f(X)</source>
        <translation>f(X) speichern</translation>
    </message>
    <message>
        <source>Model (*.safetensors)</source>
        <translation>Modell (*.safetensors)</translation>
    </message>
    <message>
        <source>NumPy (*.npy);;CSV (*.csv);;word2vec text (*.txt)</source>
        <translation>NumPy (*.npy);;CSV (*.csv);;word2vec-Text (*.txt)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;pair…</source>
        <translation>&amp;Paar öffnen …</translation>
    </message>
    <message>
        <source>Choose two embedding sets</source>
        <translation>Zwei Embedding-Mengen wählen</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Make a synthetic pair…</source>
        <translation>&amp;Künstliches Paar erzeugen …</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>S&amp;tart page</source>
        <translation>S&amp;tartseite</translation>
    </message>
    <message>
        <source>Save &amp;mapping…</source>
        <translation>&amp;Abbildung speichern …</translation>
    </message>
    <message>
        <source>Save f(&amp;X)…</source>
        <translation>f(&amp;X) speichern …</translation>
    </message>
    <message>
        <source>&amp;Export all charts…</source>
        <translation>Alle Diagramme &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Clear &amp;selection</source>
        <translation>Aus&amp;wahl aufheben</translation>
    </message>
    <message>
        <source>&amp;Mapping</source>
        <translation>&amp;Abbildung</translation>
    </message>
    <message>
        <source>Train &amp;ridge</source>
        <translation>&amp;Ridge trainieren</translation>
    </message>
    <message>
        <source>Train ridge, other &amp;direction</source>
        <translation>Ridge trainieren, andere &amp;Richtung</translation>
    </message>
    <message>
        <source>&amp;New mapping…</source>
        <translation>&amp;Neue Abbildung …</translation>
    </message>
    <message>
        <source>&amp;Cancel training</source>
        <translation>Training &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Delete the mapping looked at</source>
        <translation>Betrachtete Abbildung &amp;löschen</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>No pair was opened yet</source>
        <translation>Noch wurde kein Paar geöffnet</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Next item</source>
        <translation>&amp;Nächstes Element</translation>
    </message>
    <message>
        <source>&amp;Previous item</source>
        <translation>&amp;Voriges Element</translation>
    </message>
    <message>
        <source>&amp;Find item</source>
        <translation>Element &amp;suchen</translation>
    </message>
    <message>
        <source>One neighbor &amp;more</source>
        <translation>Ein Nachbar &amp;mehr</translation>
    </message>
    <message>
        <source>One neighbor &amp;fewer</source>
        <translation>Ein Nachbar &amp;weniger</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Übersicht</translation>
    </message>
    <message>
        <source>&amp;Neighbors</source>
        <translation>&amp;Nachbarn</translation>
    </message>
    <message>
        <source>&amp;Maps</source>
        <translation>&amp;Karten</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Theme of the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Presenter mode</source>
        <translation>&amp;Vorführmodus</translation>
    </message>
    <message>
        <source>&amp;Leave presenter mode</source>
        <translation>Vorführmodus ver&amp;lassen</translation>
    </message>
    <message>
        <source>L&amp;arger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>S&amp;maller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>Normal si&amp;ze</source>
        <translation>Norm&amp;ale Größe</translation>
    </message>
    <message>
        <source>Reading the sample's pictures</source>
        <translation>Bilder des Beispiels werden gelesen</translation>
    </message>
</context>
<context>
    <name>bridgescope::MapChart</name>
    <message>
        <source>Map</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Map of %1, %2: %3 items; %4</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::MapLegend</name>
    <message>
        <source>Legend of the maps</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1  %L2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%L1 nearest to %2 in %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>hollow: a neighbor elsewhere only</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::MapView</name>
    <message>
        <source>Map of %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::MappingDialog</name>
    <message>
        <source>New mapping</source>
        <translation>Neue Abbildung</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
</context>
<context>
    <name>bridgescope::MapsPanel</name>
    <message>
        <source>Mapped %1</source>
        <translation>%1, abgebildet</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>; Shift adds, Ctrl removes, Escape clears</source>
        <translation>; Umschalt fügt hinzu, Strg nimmt weg, Escape hebt auf</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Drag moves all three maps</source>
        <translation>Ziehen verschiebt alle drei Karten</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Drag around items selects them</source>
        <translation>Um Elemente ziehen wählt sie aus</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Drag a box selects the items in it</source>
        <translation>Einen Rahmen ziehen wählt aus, was darin ist</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show all items</source>
        <translation>Alle Elemente zeigen</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Points alone</source>
        <translation>Nur Punkte</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Shading where points are many</source>
        <translation>Schattiert, wo viele Punkte sind</translation>
    </message>
    <message>
        <source>Contour</source>
        <translation>Höhenlinien</translation>
    </message>
    <message>
        <source>Lines of equal density</source>
        <translation>Linien gleicher Dichte</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Color of the points</source>
        <translation>Farbe der Punkte</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No mapping yet</source>
        <translation>Noch keine Abbildung</translation>
    </message>
    <message>
        <source>Train one, and its map stands between X and Y.</source>
        <translation>Nach dem Training steht ihre Karte zwischen X und Y.</translation>
    </message>
    <message>
        <source>Train ridge</source>
        <translation>Ridge trainieren</translation>
    </message>
    <message>
        <source>The maps could not be made: %1</source>
        <translation>Die Karten konnten nicht erzeugt werden: %1</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>map shows %1 of %2 true neighbors</source>
        <translation>Karte zeigt %1 von %2 wahren Nachbarn</translation>
    </message>
    <message>
        <source>%1 items; %2; %3</source>
        <translation>%1 Elemente; %2; %3</translation>
    </message>
    <message>
        <source>; f(X) turned onto X, Y onto f(X), links are true neighbors</source>
        <translation>; f(X) auf X gedreht, Y auf f(X), Linien sind wahre Nachbarn</translation>
    </message>
</context>
<context>
    <name>bridgescope::NeighborListsView</name>
    <message>
        <source>No mapping yet</source>
        <translation>Noch keine Abbildung</translation>
    </message>
    <message>
        <source>Train one to see which neighbors f(X) keeps.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Train ridge</source>
        <translation>Ridge trainieren</translation>
    </message>
    <message>
        <source>Neighbors in X, f(X) and Y</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of %2 shared by X and f(X), %3 by Y and f(X)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, rank %2 in %3, %4</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::NeighborsPanel</name>
    <message>
        <source>“%1” is not among the %2 items in scope (%3)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shown instead: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show all paired items</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::NumberLine</name>
    <message>
        <source>chance</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>1 = same lists</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Overlaps on a line from 0 to 1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>chance %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::OverviewPanel</name>
    <message>
        <source>Overlaps by mapping</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Overlap against K</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Loyalty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Difference per item</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>; 95 %</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>; bands 95 %</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>; corners part at K/2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::Parser</name>
    <message>
        <source>nothing was opened that this closes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>expected “and” or “or”</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>too many parentheses</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this parenthesis does not close</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>expected a field: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>there is no field “%1”; there are %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>expected = != &lt; &lt;= &gt; &gt;= or ~ after “%1”</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>expected text in quotes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>text compares by = != or ~</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>expected a number to compare “%1” with</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” is a number; ~ is for text</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::PredictPage</name>
    <message>
        <source>Predict first</source>
        <translation>Erst vorhersagen</translation>
    </message>
    <message>
        <source>Where will the three overlaps be? Drag the marks.</source>
        <translation>Wo werden die drei Überlappungen liegen? Marken ziehen.</translation>
    </message>
    <message>
        <source>Expected %1</source>
        <translation>Erwartet: %1</translation>
    </message>
    <message>
        <source>Look at the views</source>
        <translation>Ansichten zeigen</translation>
    </message>
    <message>
        <source>Another pair…</source>
        <translation>Anderes Paar …</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>All three were expected.</source>
        <translation>Alle drei wurden erwartet.</translation>
    </message>
    <message>
        <source>None of the three was expected.</source>
        <translation>Keine der drei wurde erwartet.</translation>
    </message>
    <message>
        <source>%1 of the three were expected.</source>
        <translation>%1 der drei wurden erwartet.</translation>
    </message>
    <message>
        <source>Within %1 counts as expected; hollow is what was said, filled what was measured, the dashed line chance.</source>
        <translation>Als erwartet gilt, was um höchstens %1 abweicht; hohl ist das Gesagte, gefüllt das Gemessene, gestrichelt der Zufall.</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Aufdecken</translation>
    </message>
    <message>
        <source>Training ridge…</source>
        <translation>Ridge wird trainiert …</translation>
    </message>
</context>
<context>
    <name>bridgescope::PredictionChart</name>
    <message>
        <source>Expected overlaps on a line from 0 to 1</source>
        <translation>Erwartete Überlappungen auf einer Linie von 0 bis 1</translation>
    </message>
    <message>
        <source>%1: expected %2, is %3</source>
        <translation>%1: erwartet %2, ist %3</translation>
    </message>
    <message>
        <source>%1: expected %2</source>
        <translation>%1: erwartet %2</translation>
    </message>
</context>
<context>
    <name>bridgescope::Region</name>
    <message>
        <source>Kept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stayed with X</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Learned from Y</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dropped by f</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Strayed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Missed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stayed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Learned</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::RegionChip</name>
    <message>
        <source>All</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2 entries</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::SelectionHub</name>
    <message>
        <source>Change focus</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change K</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change metric</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change self rule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change item scope</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at mapping</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change selection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go forward</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::SharedBar</name>
    <message>
        <source>Shared state</source>
        <translation>Gemeinsamer Zustand</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Item, or /regex/</source>
        <translation>Element oder /Regex/</translation>
    </message>
    <message>
        <source>Focus item</source>
        <translation>Betrachtetes Element</translation>
    </message>
    <message>
        <source>Mapping looked at</source>
        <translation>Betrachtete Abbildung</translation>
    </message>
    <message>
        <source>Number of neighbors K</source>
        <translation>Anzahl der Nachbarn K</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Euclidean</source>
        <translation>Euklidisch</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Self excluded</source>
        <translation>Ohne sich selbst</translation>
    </message>
    <message>
        <source>Self included</source>
        <translation>Mit sich selbst</translation>
    </message>
    <message>
        <source>Whether an item counts as its own neighbor</source>
        <translation>Ob ein Element als sein eigener Nachbar zählt</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>All paired</source>
        <translation>Alle gepaarten</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Items measured</source>
        <translation>Gemessene Elemente</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Held out, %L1</source>
        <translation>Zurückgehalten, %L1</translation>
    </message>
    <message>
        <source>All paired, %L1</source>
        <translation>Alle gepaarten, %L1</translation>
    </message>
    <message>
        <source>Training, %L1</source>
        <translation>Training, %L1</translation>
    </message>
    <message>
        <source>%L1 selected</source>
        <translation>%L1 ausgewählt</translation>
    </message>
    <message>
        <source>%1, %2 → %3</source>
        <translation>%1, %2 → %3</translation>
    </message>
    <message>
        <source>No mapping yet</source>
        <translation>Noch keine Abbildung</translation>
    </message>
    <message>
        <source>The expression is wrong at character %1: %2</source>
        <translation>Der Ausdruck ist bei Zeichen %1 falsch: %2</translation>
    </message>
</context>
<context>
    <name>bridgescope::StartPage</name>
    <message>
        <source>When a mapping f carries X into the space of Y, whose neighbors does an item keep?</source>
        <translation>Wenn eine Abbildung f X in den Raum von Y bringt: wessen Nachbarn behält ein Element?</translation>
    </message>
    <message>
        <source>Open two files that describe the same items</source>
        <translation>Zwei Dateien über dieselben Elemente öffnen</translation>
    </message>
    <message>
        <source>Drop them here, or choose them one by one. Rows are matched by label or by order.</source>
        <translation>Hierher ziehen oder einzeln wählen. Zeilen werden nach Name oder Reihenfolge gepaart.</translation>
    </message>
    <message>
        <source>Mapped from</source>
        <translation>Abgebildet aus</translation>
    </message>
    <message>
        <source>words, images, any vectors</source>
        <translation>Wörter, Bilder, beliebige Vektoren</translation>
    </message>
    <message>
        <source>Mapped into</source>
        <translation>Abgebildet in</translation>
    </message>
    <message>
        <source>the space f(X) should reach</source>
        <translation>der Raum, den f(X) erreichen soll</translation>
    </message>
    <message>
        <source>Swap the two files</source>
        <translation>Die Dateien vertauschen</translation>
    </message>
    <message>
        <source>npy, csv, tsv, word2vec, GloVe, fastText .vec, and .gz of text. Nothing leaves this computer.</source>
        <translation>npy, csv, tsv, word2vec, GloVe, fastText .vec und .gz von Text. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Emoji, words and pictures</source>
        <translation>Emoji, Wörter und Bilder</translation>
    </message>
    <message>
        <source>The sample: 1,906 emoji, words 100-d, pictures 128-d, with categories. Opens with ridge trained in both directions.</source>
        <translation>Das Beispiel: 1.906 Emoji, Wörter 100-d, Bilder 128-d, mit Kategorien. Ridge ist in beide Richtungen trainiert.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Some of the sample's pictures</source>
        <translation>Einige Bilder des Beispiels</translation>
    </message>
    <message>
        <source>A pair whose answer is known</source>
        <translation>Ein Paar, dessen Antwort bekannt ist</translation>
    </message>
    <message>
        <source>For a class: Y is X turned, bent, or knows nothing of X. Predict the overlaps first, then look.</source>
        <translation>Für den Unterricht: Y ist X gedreht, verbogen oder weiß nichts von X. Erst vorhersagen, dann nachsehen.</translation>
    </message>
    <message>
        <source>Make a synthetic pair…</source>
        <translation>Künstliches Paar erzeugen …</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>%1  →  %2</source>
        <translation>%1  →  %2</translation>
    </message>
    <message>
        <source>Pairs you open are listed here.</source>
        <translation>Hier stehen Paare, die geöffnet wurden.</translation>
    </message>
</context>
<context>
    <name>bridgescope::SyntheticDialog</name>
    <message>
        <source>Rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>Rotation with noise</source>
        <translation>Drehung mit Rauschen</translation>
    </message>
    <message>
        <source>Nonlinear</source>
        <translation>Nichtlinear</translation>
    </message>
    <message>
        <source>Independent</source>
        <translation>Unabhängig</translation>
    </message>
    <message>
        <source>Y is X turned: y = Qx</source>
        <translation>Y ist X gedreht: y = Qx</translation>
    </message>
    <message>
        <source>Y is X turned, with noise on each vector: y = Qx + ε</source>
        <translation>Y ist X gedreht, mit Rauschen auf jedem Vektor: y = Qx + ε</translation>
    </message>
    <message>
        <source>Y is a bent image of X: y = B tanh(3Ax)</source>
        <translation>Y ist ein verbogenes Bild von X: y = B tanh(3Ax)</translation>
    </message>
    <message>
        <source>Y knows nothing of X: y is drawn as x was, by itself</source>
        <translation>Y weiß nichts von X: y wird gezogen wie x, für sich</translation>
    </message>
    <message>
        <source>Predict first: show the overlaps only when the class has said what it expects</source>
        <translation>Erst vorhersagen: Überlappungen erst zeigen, wenn gesagt ist, was erwartet wird</translation>
    </message>
    <message>
        <source>Make a synthetic pair</source>
        <translation>Künstliches Paar erzeugen</translation>
    </message>
    <message>
        <source>How Y comes from X</source>
        <translation>Wie Y aus X entsteht</translation>
    </message>
    <message>
        <source>Items N</source>
        <translation>Elemente N</translation>
    </message>
    <message>
        <source>Dimensions d</source>
        <translation>Dimensionen d</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Noise, standard deviation</source>
        <translation>Rauschen, Standardabweichung</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Make and train ridge</source>
        <translation>Erzeugen und Ridge trainieren</translation>
    </message>
</context>
<context>
    <name>bridgescope::VerdictCard</name>
    <message>
        <source>Train ridge</source>
        <translation>Ridge trainieren</translation>
    </message>
    <message>
        <source>No mapping yet: X and Y share %1 of %2 neighbors by themselves.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Chance %1 of %2. %3</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::Workspace</name>
    <message>
        <source>Opening the sample</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel measuring</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2-d</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Neighbor lists</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Permutation null</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Overlaps</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Overlaps of all mappings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Training %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>bridgescope::WorkspacePanel</name>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>New pair…</source>
        <translation>Neues Paar …</translation>
    </message>
    <message>
        <source>New mapping…</source>
        <translation>Neue Abbildung …</translation>
    </message>
    <message>
        <source>Embedding sets</source>
        <translation>Embedding-Mengen</translation>
    </message>
    <message>
        <source>Pairing</source>
        <translation>Paarung</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>%L1 paired</source>
        <translation>%L1 gepaart</translation>
    </message>
    <message>
        <source>Split, seed %1</source>
        <translation>Aufteilung, Startwert %1</translation>
    </message>
    <message>
        <source>Mappings %1 → %2</source>
        <translation>Abbildungen %1 → %2</translation>
    </message>
    <message>
        <source>X,f  Y,f</source>
        <translation>X,f  Y,f</translation>
    </message>
    <message>
        <source>Overlaps X,f(X) and Y,f(X) at the shared K; double click or Enter looks at a mapping</source>
        <translation>Überlappungen X,f(X) und Y,f(X) beim gemeinsamen K; Doppelklick oder Enter betrachtet eine Abbildung</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>Betrachten</translation>
    </message>
    <message>
        <source>Cancel training</source>
        <translation>Training abbrechen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
</TS>
