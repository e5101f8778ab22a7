<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>GridForm</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Elemente</translation>
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
        <translation>Keine</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Shared with X</source>
        <translation>Mit X geteilt</translation>
    </message>
    <message>
        <source>Shared with Y</source>
        <translation>Mit Y geteilt</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Shown by the map</source>
        <translation>Von der Karte gezeigt</translation>
    </message>
    <message>
        <source>Embedding sets (*.npy *.csv *.tsv *.txt *.vec *.bin *.gz);;All files (*)</source>
        <translation>Embedding-Mengen (*.npy *.csv *.tsv *.txt *.vec *.bin *.gz);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1-d</source>
        <translation>%1-d</translation>
    </message>
    <message>
        <source>Net, linear</source>
        <translation>Netz, linear</translation>
    </message>
    <message>
        <source>Net %1×%2</source>
        <translation>Netz %1×%2</translation>
    </message>
    <message>
        <source>Net %1</source>
        <translation>Netz %1</translation>
    </message>
    <message>
        <source>Mapped %1</source>
        <translation>%1, abgebildet</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>; a distance, 0 for identical sets</source>
        <translation>; ein Abstand, 0 bei gleichen Mengen</translation>
    </message>
    <message>
        <source>; null %1</source>
        <translation>; Null %1</translation>
    </message>
    <message>
        <source>, calibrated %1</source>
        <translation>, kalibriert %1</translation>
    </message>
    <message>
        <source>; of a sample of %1</source>
        <translation>; an einer Stichprobe von %1</translation>
    </message>
    <message>
        <source>Other measures</source>
        <translation>Andere Maße</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>cal.</source>
        <translation>kal.</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>noch %1 h</translation>
    </message>
    <message>
        <source> + structure</source>
        <translation> + Struktur</translation>
    </message>
    <message>
        <source> + adversary</source>
        <translation> + Gegenspieler</translation>
    </message>
    <message>
        <source>about a second</source>
        <translation>etwa eine Sekunde</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>null</source>
        <translation>Null</translation>
    </message>
    <message>
        <source>Semibold: p ≤ .05 against %1 permutations. null: the mean of theirs. cal.: the share of what is left above the null.</source>
        <translation>Halbfett: p ≤ .05 gegen %1 Permutationen. Null: deren Mittel. kal.: Anteil dessen, was über der Null noch offen ist.</translation>
    </message>
</context>
<context>
    <name>RepeatedRows</name>
    <message>
        <source>Rows of repeated labels</source>
        <translation>Zeilen mehrfacher Namen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rows in X</source>
        <translation>Zeilen in X</translation>
    </message>
    <message>
        <source>Rows in Y</source>
        <translation>Zeilen in Y</translation>
    </message>
</context>
<context>
    <name>bridgescope</name>
    <message>
        <source>chance %1</source>
        <translation>Zufall %1</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>1 = same lists</source>
        <translation>1 = gleiche Listen</translation>
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
        <translation>In Listen, Tabellen, Diagrammen und Karten</translation>
    </message>
    <message>
        <source>Walk a list, a table, the bars</source>
        <translation>Eine Liste, eine Tabelle, die Balken entlang</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>Change the column, step K, pan a map</source>
        <translation>Spalte wechseln, K ändern, Karte verschieben</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>Go to the item, look at the mapping</source>
        <translation>Zum Element gehen, die Abbildung betrachten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Zoom a map</source>
        <translation>Karte vergrößern, verkleinern</translation>
    </message>
    <message>
        <source>+ and -</source>
        <translation>+ und -</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>Add to the selection, remove from it, while brushing</source>
        <translation>Beim Auswählen hinzufügen, wegnehmen</translation>
    </message>
    <message>
        <source>Shift, Ctrl</source>
        <translation>Umschalt, Strg</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Euclidean</source>
        <translation>Euklidisch</translation>
    </message>
    <message>
        <source>self excluded</source>
        <translation>ohne sich selbst</translation>
    </message>
    <message>
        <source>self included</source>
        <translation>mit sich selbst</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>all paired</source>
        <translation>alle gepaarten</translation>
    </message>
    <message>
        <source>training, in sample</source>
        <translation>Training, in-sample</translation>
    </message>
    <message>
        <source>K = %1, %2, %3, %4 N = %5</source>
        <translation>K = %1, %2, %3, %4 N = %5</translation>
    </message>
    <message>
        <source>No mapping</source>
        <translation>Keine Abbildung</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4 N = %5</source>
        <translation>%1, %2, %3, %4 N = %5</translation>
    </message>
    <message>
        <source>K = %1 of %2 others, %3, %4, %5 (N = %6), chance %7 of %1</source>
        <translation>K = %1 von %2 anderen, %3, %4, %5 (N = %6), Zufall %7 von %1</translation>
    </message>
    <message>
        <source>this quote does not close</source>
        <translation>dieses Anführungszeichen wird nicht geschlossen</translation>
    </message>
    <message>
        <source>“!” alone compares nothing; write != or not</source>
        <translation>„!“ allein vergleicht nichts; != oder not schreiben</translation>
    </message>
    <message>
        <source>“%1” is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>“%1” means nothing here</source>
        <translation>„%1“ bedeutet hier nichts</translation>
    </message>
    <message>
        <source>no category</source>
        <translation>keine Kategorie</translation>
    </message>
    <message>
        <source>other (%1)</source>
        <translation>andere (%1)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 %2, %3 %4; difference %5 [%6, %7], %8 (Wilcoxon %9, effect size %10)</source>
        <translation>%1 %2, %3 %4; Differenz %5 [%6, %7], %8 (Wilcoxon %9, Effektstärke %10)</translation>
    </message>
    <message>
        <source>No paired test: %1 and %2 go in opposite directions, so that X is another set for each.</source>
        <translation>Kein gepaarter Test: %1 und %2 gehen in entgegengesetzte Richtungen, X ist für beide eine andere Menge.</translation>
    </message>
    <message>
        <source>No paired test yet: %1 has not been measured.</source>
        <translation>Noch kein gepaarter Test: %1 ist noch nicht gemessen.</translation>
    </message>
    <message>
        <source>No paired test: %1 and %2 were measured under different splits (%3; %4), so that items differ.</source>
        <translation>Kein gepaarter Test: %1 und %2 wurden unter verschiedenen Aufteilungen gemessen (%3; %4), also an anderen Elementen.</translation>
    </message>
    <message>
        <source>%1 finds more of Y’s neighbors than %2</source>
        <translation>%1 findet mehr Nachbarn von Y als %2</translation>
    </message>
    <message>
        <source>Y’s neighbors: no difference shown between %1 and %2</source>
        <translation>Nachbarn in Y: kein Unterschied zwischen %1 und %2 nachgewiesen</translation>
    </message>
    <message>
        <source>%1 keeps more of X’s neighbors than %2</source>
        <translation>%1 behält mehr Nachbarn von X als %2</translation>
    </message>
    <message>
        <source>X’s neighbors: no difference shown between %1 and %2</source>
        <translation>Nachbarn in X: kein Unterschied zwischen %1 und %2 nachgewiesen</translation>
    </message>
    <message>
        <source>Overlaps of %1 (first) and %2, item by item: N = %3, K = %4, %5, %6. The 95 % interval and p allow for items that stand in one another’s lists.</source>
        <translation>Überlappungen von %1 (zuerst) und %2, Element für Element: N = %3, K = %4, %5, %6. Das 95-%-Intervall und p berücksichtigen, dass Elemente gegenseitig in ihren Listen stehen.</translation>
    </message>
    <message>
        <source>selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>selection “%1”</source>
        <translation>Auswahl „%1“</translation>
    </message>
    <message>
        <source>%1, in sample</source>
        <translation>%1, in-sample</translation>
    </message>
    <message>
        <source>%1, %2 in sample</source>
        <translation>%1, davon %2 in-sample</translation>
    </message>
    <message>
        <source>squared error, ρ by leave-one-out</source>
        <translation>quadratischer Fehler, ρ durch Leave-one-out</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>kleinste Quadrate</translation>
    </message>
    <message>
        <source>squared error, ρ = %1</source>
        <translation>quadratischer Fehler, ρ = %1</translation>
    </message>
    <message>
        <source>, γ = %1</source>
        <translation>, γ = %1</translation>
    </message>
    <message>
        <source>, τ = %1</source>
        <translation>, τ = %1</translation>
    </message>
    <message>
        <source>, λ = %1</source>
        <translation>, λ = %1</translation>
    </message>
    <message>
        <source>, α = %1</source>
        <translation>, α = %1</translation>
    </message>
    <message>
        <source>, μ = %1</source>
        <translation>, μ = %1</translation>
    </message>
    <message>
        <source>%1 %2, batch %3, %4 epochs</source>
        <translation>%1 %2, Batch %3, %4 Epochen</translation>
    </message>
    <message>
        <source>%1, %2 weights</source>
        <translation>%1, %2 Gewichte</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>X, f(X) %1</source>
        <translation>X, f(X) %1</translation>
    </message>
    <message>
        <source>Y, f(X) %1</source>
        <translation>Y, f(X) %1</translation>
    </message>
    <message>
        <source>X, Y %1</source>
        <translation>X, Y %1</translation>
    </message>
    <message>
        <source>its own neighbors: %1, of %2</source>
        <translation>eigene Nachbarn: %1, von %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>Rang %1</translation>
    </message>
    <message>
        <source>a hub: in the lists of %1 items</source>
        <translation>ein Hub: in den Listen von %1 Elementen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Its units, rate</source>
        <translation>Einheiten, Rate</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Method, rate</source>
        <translation>Verfahren, Rate</translation>
    </message>
    <message>
        <source>Batch, epochs</source>
        <translation>Batch, Epochen</translation>
    </message>
    <message>
        <source>Decay, clip</source>
        <translation>Weight Decay, Kappung</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Worse than the mean of Y.</source>
        <translation>Schlechter als der Mittelwert von Y.</translation>
    </message>
    <message>
        <source>%1 % of the variance of Y.</source>
        <translation>%1 % der Varianz von Y.</translation>
    </message>
    <message>
        <source>An angle of %1°.</source>
        <translation>Ein Winkel von %1°.</translation>
    </message>
    <message>
        <source>Drawn to the mean.</source>
        <translation>Zum Mittelwert gezogen.</translation>
    </message>
    <message>
        <source>Longer than y.</source>
        <translation>Länger als y.</translation>
    </message>
    <message>
        <source>About as long as y.</source>
        <translation>Etwa so lang wie y.</translation>
    </message>
    <message>
        <source>Y has no hubs.</source>
        <translation>Y hat keine Hubs.</translation>
    </message>
    <message>
        <source>More hubs than Y.</source>
        <translation>Mehr Hubs als Y.</translation>
    </message>
    <message>
        <source>Fewer hubs than Y.</source>
        <translation>Weniger Hubs als Y.</translation>
    </message>
    <message>
        <source>About as many as Y.</source>
        <translation>Etwa so viele wie Y.</translation>
    </message>
    <message>
        <source>max-margin over pairs of a batch</source>
        <translation>Max-Margin über Paare eines Batches</translation>
    </message>
    <message>
        <source>InfoNCE over pairs of a batch</source>
        <translation>InfoNCE über Paare eines Batches</translation>
    </message>
    <message>
        <source>cross-entropy to Y&apos;s neighbors in a batch</source>
        <translation>Kreuzentropie zu den Nachbarn in Y innerhalb eines Batches</translation>
    </message>
    <message>
        <source> + λ structure</source>
        <translation> + λ Struktur</translation>
    </message>
    <message>
        <source>, mean over items</source>
        <translation>, Mittel über Elemente</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Held-out overlap</source>
        <translation>Überlappung, zurückgehalten</translation>
    </message>
    <message>
        <source>K = %1, %2, %3, held out N = %4</source>
        <translation>K = %1, %2, %3, zurückgehalten N = %4</translation>
    </message>
    <message>
        <source>, a sample of %1</source>
        <translation>, eine Stichprobe von %1</translation>
    </message>
    <message>
        <source>R², held out</source>
        <translation>R², zurückgehalten</translation>
    </message>
    <message>
        <source>Mean cosine</source>
        <translation>Mittlerer Kosinus</translation>
    </message>
    <message>
        <source>Norm ratio</source>
        <translation>Längenverhältnis</translation>
    </message>
    <message>
        <source>Hub skewness</source>
        <translation>Hub-Schiefe</translation>
    </message>
    <message>
        <source>Share of the variance of the held-out y that f(x) explains</source>
        <translation>Anteil der Varianz der zurückgehaltenen y, den f(x) erklärt</translation>
    </message>
    <message>
        <source>Mean of cos(f(x), y)</source>
        <translation>Mittel von cos(f(x), y)</translation>
    </message>
    <message>
        <source>Mean ‖f(x)‖ over mean ‖y‖</source>
        <translation>Mittel von ‖f(x)‖ durch Mittel von ‖y‖</translation>
    </message>
    <message>
        <source>Skewness of N_K in f(X): how few items fill the lists</source>
        <translation>Schiefe von N_K in f(X): wie wenige Elemente die Listen füllen</translation>
    </message>
    <message>
        <source>0 = the mean of Y</source>
        <translation>0 = Mittelwert von Y</translation>
    </message>
    <message>
        <source>1 = as long as y</source>
        <translation>1 = so lang wie y</translation>
    </message>
    <message>
        <source>Y %1</source>
        <translation>Y %1</translation>
    </message>
    <message>
        <source>Needs all lists.</source>
        <translation>Braucht alle Listen.</translation>
    </message>
    <message>
        <source>, f after epoch %1</source>
        <translation>, f nach Epoche %1</translation>
    </message>
    <message>
        <source>← more of Y</source>
        <translation>← mehr von Y</translation>
    </message>
    <message>
        <source>more of X →</source>
        <translation>mehr von X →</translation>
    </message>
    <message>
        <source>per item, NNO(X,f) − NNO(Y,f)</source>
        <translation>je Element, NNO(X,f) − NNO(Y,f)</translation>
    </message>
    <message>
        <source>%1: the other two leave %2 to %3</source>
        <translation>%1: die beiden anderen lassen %2 bis %3</translation>
    </message>
    <message>
        <source>Free up to a rotation.</source>
        <translation>Bis auf eine Drehung frei.</translation>
    </message>
    <message>
        <source>%1 times chance.</source>
        <translation>Das %1-Fache des Zufalls.</translation>
    </message>
    <message>
        <source>No better than chance.</source>
        <translation>Nicht besser als Zufall.</translation>
    </message>
    <message>
        <source>, without μ adversarial</source>
        <translation>, ohne μ·adversarial</translation>
    </message>
    <message>
        <source>best epoch, %1; </source>
        <translation>beste Epoche, %1; </translation>
    </message>
    <message>
        <source>Leave-one-out error</source>
        <translation>Fehler bei Auslassen je eines</translation>
    </message>
    <message>
        <source>Cross-validation error</source>
        <translation>Fehler der Kreuzvalidierung</translation>
    </message>
    <message>
        <source>components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Σ‖(y − f(x)) / (1 − h)‖² over the training items, that of the choice = 1</source>
        <translation>Σ‖(y − f(x)) / (1 − h)‖² über die Trainingselemente, der der Wahl = 1</translation>
    </message>
    <message>
        <source>Σ‖y − f(x)‖² over five folds of the training items, that of the choice = 1</source>
        <translation>Σ‖y − f(x)‖² über fünf Folds der Trainingselemente, der der Wahl = 1</translation>
    </message>
    <message>
        <source>; chosen at the end of what was tried</source>
        <translation>; gewählt am Rand dessen, was versucht wurde</translation>
    </message>
    <message>
        <source>P@1, held out</source>
        <translation>P@1, zurückgehalten</translation>
    </message>
    <message>
        <source>Share of the held-out items whose own y is nearest to f(x), by cosine</source>
        <translation>Anteil der zurückgehaltenen Elemente, deren eigenes y f(x) am nächsten ist, nach Kosinus</translation>
    </message>
    <message>
        <source>Y is constant.</source>
        <translation>Y ist konstant.</translation>
    </message>
    <message>
        <source>All counts are equal.</source>
        <translation>Alle Anzahlen sind gleich.</translation>
    </message>
    <message>
        <source>The curve is of a sample of %1 of them.</source>
        <translation>Die Kurve ist an einer Stichprobe von %1 davon gemessen.</translation>
    </message>
    <message>
        <source>Of a sample of %1 of them.</source>
        <translation>An einer Stichprobe von %1 davon gemessen.</translation>
    </message>
    <message>
        <source>%1 Curve: a sample of %2.</source>
        <translation>%1 Kurve: Stichprobe von %2.</translation>
    </message>
    <message>
        <source>Of a sample of %1. %2</source>
        <translation>An einer Stichprobe von %1. %2</translation>
    </message>
</context>
<context>
    <name>bridgescope::BarChart</name>
    <message>
        <source>overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>Overlaps by mapping</source>
        <translation>Überlappungen nach Abbildung</translation>
    </message>
    <message>
        <source>%1: X, f(X) %2; Y, f(X) %3; D %4</source>
        <translation>%1: X, f(X) %2; Y, f(X) %3; D %4</translation>
    </message>
    <message>
        <source>X, Y %1</source>
        <translation>X, Y %1</translation>
    </message>
    <message>
        <source>chance %1</source>
        <translation>Zufall %1</translation>
    </message>
    <message>
        <source>permutation null…</source>
        <translation>Permutations-Null …</translation>
    </message>
    <message>
        <source>calibrated against the permutation null</source>
        <translation>gegen die Permutations-Null kalibriert</translation>
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
        <translation>
            <numerusform>%n Diagramm: %1</numerusform>
            <numerusform>%n Diagramme: %1</numerusform>
        </translation>
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
        <translation>Menü von %1</translation>
    </message>
    <message>
        <source>Export, copy, numbers</source>
        <translation>Exportieren, kopieren, Zahlen</translation>
    </message>
</context>
<context>
    <name>bridgescope::CategoryChart</name>
    <message>
        <source>chance %1</source>
        <translation>Zufall %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>Nach Kategorie</translation>
    </message>
    <message>
        <source>%1, %2 items: X, f(X) %3; Y, f(X) %4; D %5</source>
        <translation>%1, %2 Elemente: X, f(X) %3; Y, f(X) %4; D %5</translation>
    </message>
    <message>
        <source>%1, %2 items: X, Y %3</source>
        <translation>%1, %2 Elemente: X, Y %3</translation>
    </message>
</context>
<context>
    <name>bridgescope::CellSquares</name>
    <message>
        <source>Cells of the grid</source>
        <translation>Zellen des Rasters</translation>
    </message>
</context>
<context>
    <name>bridgescope::ChartView</name>
    <message>
        <source>Chart, nothing to show yet</source>
        <translation>Diagramm, noch nichts zu zeigen</translation>
    </message>
</context>
<context>
    <name>bridgescope::CheckRows</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>bridgescope::ChoiceChart</name>
    <message>
        <source>log₁₀ %1</source>
        <translation>log₁₀ %1</translation>
    </message>
    <message>
        <source>error, that of the choice = 1</source>
        <translation>Fehler, der der Wahl = 1</translation>
    </message>
    <message>
        <source>%1 over %2 values of %3; least at %4; %5 times as much at %6 and %7 times at %8</source>
        <translation>%1 über %2 Werte von %3; am kleinsten bei %4; das %5-Fache bei %6 und das %7-Fache bei %8</translation>
    </message>
</context>
<context>
    <name>bridgescope::CurveChart</name>
    <message>
        <source>chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Overlap against K</source>
        <translation>Überlappung gegen K</translation>
    </message>
    <message>
        <source>%1: %2 at K 1, %3 at K %4, %5 at K %6</source>
        <translation>%1: %2 bei K 1, %3 bei K %4, %5 bei K %6</translation>
    </message>
    <message>
        <source>chance %1 at K %2</source>
        <translation>Zufall %1 bei K %2</translation>
    </message>
    <message>
        <source>null of %1</source>
        <translation>Null von %1</translation>
    </message>
</context>
<context>
    <name>bridgescope::DepthChart</name>
    <message>
        <source>hidden layers</source>
        <translation>verdeckte Schichten</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Overlap against depth</source>
        <translation>Überlappung gegen Tiefe</translation>
    </message>
    <message>
        <source>%1, %2 hidden layers: %3</source>
        <translation>%1, %2 verdeckte Schichten: %3</translation>
    </message>
</context>
<context>
    <name>bridgescope::DifferenceChart</name>
    <message>
        <source>%1 to %2: %3 items</source>
        <translation>%1 bis %2: %3 Elemente</translation>
    </message>
    <message>
        <source>difference %1</source>
        <translation>Differenz %1</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>Difference per item</source>
        <translation>Differenz je Element</translation>
    </message>
    <message>
        <source>%1 items share more with X, %2 more with Y, %3 as much with both</source>
        <translation>%1 Elemente teilen mehr mit X, %2 mehr mit Y, %3 gleich viel mit beiden</translation>
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
    <name>bridgescope::EpochChart</name>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>%1: %2 after epoch 1, %3 after epoch %4</source>
        <translation>%1: %2 nach Epoche 1, %3 nach Epoche %4</translation>
    </message>
    <message>
        <source>best after epoch %1</source>
        <translation>am besten nach Epoche %1</translation>
    </message>
</context>
<context>
    <name>bridgescope::EpochScrubber</name>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Drag, or arrow keys: from one kept epoch to the next; Home and End</source>
        <translation>Ziehen oder Pfeiltasten: von einer behaltenen Epoche zur nächsten; Pos1 und Ende</translation>
    </message>
    <message>
        <source>no epoch yet</source>
        <translation>noch keine Epoche</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>, overlap with X %1, with Y %2</source>
        <translation>, Überlappung mit X %1, mit Y %2</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
</context>
<context>
    <name>bridgescope::ExperimentPicker</name>
    <message>
        <source>Kind of experiment</source>
        <translation>Art des Experiments</translation>
    </message>
    <message>
        <source>Paper, Experiment 1</source>
        <translation>Arbeit, Experiment 1</translation>
    </message>
    <message>
        <source>Paper, Experiment 2</source>
        <translation>Arbeit, Experiment 2</translation>
    </message>
    <message>
        <source>Losses and depths</source>
        <translation>Verluste und Tiefen</translation>
    </message>
    <message>
        <source>Remedies</source>
        <translation>Abhilfen</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Aus einer Datei</translation>
    </message>
    <message>
        <source>Another grid can be chosen once this one has ended</source>
        <translation>Ein anderes Raster kann gewählt werden, wenn dieses fertig ist</translation>
    </message>
</context>
<context>
    <name>bridgescope::ExperimentsPanel</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The grid as a spec that the command line runs</source>
        <translation>Das Raster als Datei, die die Befehlszeile ausführt</translation>
    </message>
    <message>
        <source>A spec of a grid (JSON)</source>
        <translation>Beschreibung eines Rasters (JSON)</translation>
    </message>
    <message>
        <source>Run grid</source>
        <translation>Raster ausführen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Finished cells are kept: Run grid goes on</source>
        <translation>Fertige Zellen bleiben: Raster ausführen macht weiter</translation>
    </message>
    <message>
        <source>Experiment 1</source>
        <translation>Experiment 1</translation>
    </message>
    <message>
        <source>Paper&apos;s figures</source>
        <translation>Werte der Arbeit</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Alles exportieren …</translation>
    </message>
    <message>
        <source>Methods sentence</source>
        <translation>Methodensatz</translation>
    </message>
    <message>
        <source>the grid</source>
        <translation>das Raster</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>Noch nicht ausgeführt</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <source>%1 of %2 cells done</source>
        <translation>%1 von %2 Zellen fertig</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>all kept</source>
        <translation>alle behalten</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Choose data, directions and mappings at the left, then run the grid: the table fills as cells end.</source>
        <translation>Links Daten, Richtungen und Abbildungen wählen, dann das Raster ausführen: die Tabelle füllt sich mit jeder fertigen Zelle.</translation>
    </message>
    <message>
        <source>Open a pair, or add one at the left, to build a grid of it.</source>
        <translation>Ein Paar öffnen oder links hinzufügen, um daraus ein Raster zu bauen.</translation>
    </message>
    <message>
        <source>Stands here once the grid was run.</source>
        <translation>Steht hier, sobald das Raster ausgeführt ist.</translation>
    </message>
    <message>
        <source>, mNNO at K = %1</source>
        <translation>, mNNO bei K = %1</translation>
    </message>
    <message>
        <source>Open a grid</source>
        <translation>Raster öffnen</translation>
    </message>
    <message>
        <source>Grid (*.json)</source>
        <translation>Raster (*.json)</translation>
    </message>
    <message>
        <source>Save the grid</source>
        <translation>Raster speichern</translation>
    </message>
    <message>
        <source>Folder for tables, methods, provenance and cells</source>
        <translation>Ordner für Tabellen, Methoden, Herkunft und Zellen</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>Click a cell: its mapping is trained again on the grid&apos;s own split and shown in the other views</source>
        <translation>Klick auf eine Zelle: ihre Abbildung wird auf der Aufteilung des Rasters noch einmal trainiert und in den anderen Ansichten gezeigt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is not the pair that is open.</source>
        <translation>%1 ist nicht das geöffnete Paar.</translation>
    </message>
    <message>
        <source>Open its two files</source>
        <translation>Seine beiden Dateien öffnen</translation>
    </message>
    <message>
        <source>Of %1 %2 items are open, the grid has %3.</source>
        <translation>Von %1 sind %2 Elemente geöffnet, das Raster hat %3.</translation>
    </message>
    <message>
        <source>Open it as the grid has it</source>
        <translation>So öffnen, wie das Raster es hat</translation>
    </message>
    <message>
        <source>Fold %1 of %2: X,f(X) %3, Y,f(X) %4</source>
        <translation>Fold %1 von %2: X,f(X) %3, Y,f(X) %4</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>The mappings here were trained under another split: taking the grid&apos;s, all of them are trained again.</source>
        <translation>Die Abbildungen hier wurden unter einer anderen Aufteilung trainiert: mit der des Rasters werden alle noch einmal trainiert.</translation>
    </message>
    <message>
        <source>Split and train all</source>
        <translation>Aufteilen und alle trainieren</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>%1 ansehen</translation>
    </message>
    <message>
        <source>, fold %1 of %2</source>
        <translation>, Fold %1 von %2</translation>
    </message>
    <message>
        <source>, seed %1</source>
        <translation>, Startwert %1</translation>
    </message>
    <message>
        <source>The %1 mappings of the pair that is open go; not all are saved.</source>
        <translation>Die %1 Abbildungen des geöffneten Paars gehen verloren; nicht alle sind gespeichert.</translation>
    </message>
    <message>
        <source>The %1 mappings of the pair that is open go.</source>
        <translation>Die %1 Abbildungen des geöffneten Paars gehen verloren.</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Reads the data and says what would be run, what is there already and how long it may take</source>
        <translation>Liest die Daten und sagt, was gerechnet würde, was schon da ist und wie lange es dauern kann</translation>
    </message>
    <message>
        <source>Every format, the methods sentence, BibTeX of the methods, provenance and all cells</source>
        <translation>Jedes Format, den Methodensatz, BibTeX der Methoden, Herkunft und alle Zellen</translation>
    </message>
    <message>
        <source>Tint cells of HTML and LaTeX</source>
        <translation>Zellen in HTML und LaTeX tönen</translation>
    </message>
    <message>
        <source>%L1 pairs</source>
        <translation>%L1 Paare</translation>
    </message>
    <message>
        <source>%1: vectors of the texts</source>
        <translation>%1: Vektoren der Texte</translation>
    </message>
    <message>
        <source>%1: vectors of the pictures</source>
        <translation>%1: Vektoren der Bilder</translation>
    </message>
    <message>
        <source>no vectors opened</source>
        <translation>keine Vektoren geöffnet</translation>
    </message>
    <message>
        <source>Earlier grid: %1</source>
        <translation>Früheres Raster: %1</translation>
    </message>
    <message>
        <source>Methods sentence of the earlier grid</source>
        <translation>Methodensatz des früheren Rasters</translation>
    </message>
    <message>
        <source>As it was before the changes at the left.</source>
        <translation>Wie es vor den Änderungen links war.</translation>
    </message>
    <message>
        <source>%L1 cells by %L2 trainings, each over %3 folds.</source>
        <translation>%L1 Zellen durch %L2 Trainings, je über %3 Folds.</translation>
    </message>
    <message>
        <source>All are there already.</source>
        <translation>Alle sind schon da.</translation>
    </message>
    <message>
        <source>Show the table</source>
        <translation>Tabelle zeigen</translation>
    </message>
    <message>
        <source>%L1 cells are there already.</source>
        <translation>%L1 Zellen sind schon da.</translation>
    </message>
    <message>
        <source>%L1 trainings are left: %2.</source>
        <translation>%L1 Trainings bleiben: %2.</translation>
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
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>As guessed</source>
        <translation>Wie erkannt</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>First line names the columns</source>
        <translation>Erste Zeile nennt die Spalten</translation>
    </message>
    <message>
        <source>No header line</source>
        <translation>Keine Kopfzeile</translation>
    </message>
    <message>
        <source>as guessed; name, number from 1, or none</source>
        <translation>wie erkannt; Name, Nummer ab 1 oder none</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Label column</source>
        <translation>Namensspalte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Choose an embedding set</source>
        <translation>Embedding-Menge wählen</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>about %L1 rows</source>
        <translation>etwa %L1 Zeilen</translation>
    </message>
    <message>
        <source>%L1 rows</source>
        <translation>%L1 Zeilen</translation>
    </message>
    <message>
        <source>rows not counted yet</source>
        <translation>Zeilen noch nicht gezählt</translation>
    </message>
    <message>
        <source>no labels found</source>
        <translation>keine Namen gefunden</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>… %1</source>
        <translation>… %1</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>einer je Zeile</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>TSV or CSV with a header</source>
        <translation>TSV oder CSV mit Kopfzeile</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, d = %L2, %3</source>
        <translation>%1, d = %L2, %3</translation>
    </message>
</context>
<context>
    <name>bridgescope::FilterEdit</name>
    <message>
        <source>Filter, as xf &gt;= 6 and yf &lt;= 1</source>
        <translation>Filter, etwa xf &gt;= 6 and yf &lt;= 1</translation>
    </message>
    <message>
        <source>Filter of the items</source>
        <translation>Filter der Elemente</translation>
    </message>
    <message>
        <source>Text, /a regular expression/, or an expression with %1;
= != &lt; &lt;= &gt; &gt;= ~ (contains), and, or, not, parentheses</source>
        <translation>Text, /ein regulärer Ausdruck/ oder ein Ausdruck mit %1;
= != &lt; &lt;= &gt; &gt;= ~ (enthält), and, or, not, Klammern</translation>
    </message>
</context>
<context>
    <name>bridgescope::FilterErrorLine</name>
    <message>
        <source>Character %1: %2</source>
        <translation>Zeichen %1: %2</translation>
    </message>
</context>
<context>
    <name>bridgescope::FoldMaps</name>
    <message>
        <source>PCA; trustworthiness %1, continuity %2 (K = %3)</source>
        <translation>PCA; Vertrauenswürdigkeit %1, Kontinuität %2 (K = %3)</translation>
    </message>
</context>
<context>
    <name>bridgescope::GridForm</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Add pair…</source>
        <translation>Paar hinzufügen …</translation>
    </message>
    <message>
        <source>Two files…</source>
        <translation>Zwei Dateien …</translation>
    </message>
    <message>
        <source>IAPR TC-12, test pairs…</source>
        <translation>IAPR TC-12, Testpaare …</translation>
    </message>
    <message>
        <source>ImageNet classes…</source>
        <translation>ImageNet-Klassen …</translation>
    </message>
    <message>
        <source>Animals with Attributes…</source>
        <translation>Animals with Attributes …</translation>
    </message>
    <message>
        <source>The paper&apos;s full sets…</source>
        <translation>Die ganzen Mengen der Arbeit …</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>First to second</source>
        <translation>Erste zur zweiten</translation>
    </message>
    <message>
        <source>Second to first</source>
        <translation>Zweite zur ersten</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Loss of nets</source>
        <translation>Verlust der Netze</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>Quadratischer Fehler</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Max-margin</source>
        <translation>Max-Margin</translation>
    </message>
    <message>
        <source>InfoNCE</source>
        <translation>InfoNCE</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>Folds</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>net 3×512</source>
        <translation>Netz 3×512</translation>
    </message>
    <message>
        <source>First set</source>
        <translation>Erste Menge</translation>
    </message>
    <message>
        <source>Second set</source>
        <translation>Zweite Menge</translation>
    </message>
    <message>
        <source>The folder that holds the files</source>
        <translation>Der Ordner mit den Dateien</translation>
    </message>
    <message>
        <source>Not all files are there</source>
        <translation>Nicht alle Dateien sind da</translation>
    </message>
    <message>
        <source>%1 does not hold %2. resources/experiments/README.md says where they come from.</source>
        <translation>%1 enthält %2 nicht. resources/experiments/README.md sagt, woher sie kommen.</translation>
    </message>
    <message>
        <source>a fifth held out</source>
        <translation>ein Fünftel zurückgehalten</translation>
    </message>
    <message>
        <source>As the file says: %1</source>
        <translation>Wie die Datei sagt: %1</translation>
    </message>
    <message>
        <source>Hidden layers of nets</source>
        <translation>Verdeckte Schichten der Netze</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 × 512</source>
        <translation>%1 × 512</translation>
    </message>
    <message>
        <source>as the template of %1 has it</source>
        <translation>wie die Vorlage von %1 es hat</translation>
    </message>
    <message>
        <source>a fold of %1 holds %2 items</source>
        <translation>ein Fold von %1 hat %2 Elemente</translation>
    </message>
    <message>
        <source>First set → second</source>
        <translation>Erster Satz → zweiter</translation>
    </message>
    <message>
        <source>Second set → first</source>
        <translation>Zweiter Satz → erster</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>nicht geöffnet</translation>
    </message>
    <message>
        <source>K %1 for the tool bar&apos;s %2: %3</source>
        <translation>K %1 statt %2 der Werkzeugleiste: %3</translation>
    </message>
</context>
<context>
    <name>bridgescope::GridJob</name>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
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
    <name>bridgescope::HistogramView</name>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
    <message>
        <source>no category</source>
        <translation>keine Kategorie</translation>
    </message>
    <message>
        <source>%1: %2 items</source>
        <translation>%1: %2 Elemente</translation>
    </message>
    <message>
        <source>%1: %2 items, %3 shown</source>
        <translation>%1: %2 Elemente, %3 gezeigt</translation>
    </message>
</context>
<context>
    <name>bridgescope::HubCard</name>
    <message>
        <source>select the %1 hubs: in more than %2 lists</source>
        <translation>die %1 Hubs auswählen: in mehr als %2 Listen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>select the %1 items in nobody’s list</source>
        <translation>die %1 Elemente auswählen, die in keiner Liste stehen</translation>
    </message>
    <message>
        <source>%1, in %2 lists</source>
        <translation>%1, in %2 Listen</translation>
    </message>
    <message>
        <source>Overlaps, lists taken by</source>
        <translation>Überlappungen, Listen nach</translation>
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
        <source>CSLS, hubs discounted</source>
        <translation>CSLS, Hubs herausgerechnet</translation>
    </message>
    <message>
        <source>CSLS, hubs discounted: make the lists</source>
        <translation>CSLS, Hubs herausgerechnet: Listen erstellen</translation>
    </message>
    <message>
        <source>lists that discount hubs take about as long as those there are</source>
        <translation>Listen ohne Hubs dauern etwa so lange wie die vorhandenen</translation>
    </message>
    <message>
        <source>Hub audit</source>
        <translation>Hub-Prüfung</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Skewness</source>
        <translation>Schiefe</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größter</translation>
    </message>
    <message>
        <source>Anti-hubs</source>
        <translation>Anti-Hubs</translation>
    </message>
    <message>
        <source>Top hubs</source>
        <translation>Größte Hubs</translation>
    </message>
    <message>
        <source>CSLS, which discounts hubs, is defined for the cosine.</source>
        <translation>CSLS, das Hubs herausrechnet, ist für den Kosinus definiert.</translation>
    </message>
</context>
<context>
    <name>bridgescope::ImportPage</name>
    <message>
        <source>New pair</source>
        <translation>Neues Paar</translation>
    </message>
    <message>
        <source>Swap X and Y</source>
        <translation>X und Y vertauschen</translation>
    </message>
    <message>
        <source>Check what was guessed. Nothing is dropped without being counted below.</source>
        <translation>Prüfen, was erkannt wurde. Nichts wird weggelassen, ohne unten gezählt zu werden.</translation>
    </message>
    <message>
        <source>Pairing</source>
        <translation>Paarung</translation>
    </message>
    <message>
        <source>By label where possible</source>
        <translation>Nach Namen, wo möglich</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>By row</source>
        <translation>Nach Zeile</translation>
    </message>
    <message>
        <source>Pair by</source>
        <translation>Paaren</translation>
    </message>
    <message>
        <source>Ignore case and accents&apos; encoding</source>
        <translation>Groß- und Kleinschreibung und Kodierung der Akzente nicht beachten</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share of items held out</source>
        <translation>Anteil zurückgehaltener Elemente</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>Startwert der Aufteilung</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add to workspace</source>
        <translation>Zum Arbeitsbereich hinzufügen</translation>
    </message>
    <message>
        <source>Pair and train ridge</source>
        <translation>Paaren und Ridge trainieren</translation>
    </message>
    <message>
        <source>Reading both files…</source>
        <translation>Beide Dateien werden gelesen …</translation>
    </message>
    <message>
        <source>Reading both files</source>
        <translation>Beide Dateien werden gelesen</translation>
    </message>
    <message>
        <source>Labels cannot say which belongs to which.</source>
        <translation>Die Namen sagen nicht, was zusammengehört.</translation>
    </message>
    <message>
        <source>Pair in order</source>
        <translation>Der Reihe nach paaren</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>%L1 in X, %L2 in Y</source>
        <translation>%L1 in X, %L2 in Y</translation>
    </message>
    <message>
        <source>Paired</source>
        <translation>Gepaart</translation>
    </message>
    <message>
        <source>of %L1 in X and %L2 in Y</source>
        <translation>von %L1 in X und %L2 in Y</translation>
    </message>
    <message>
        <source>Only in X</source>
        <translation>Nur in X</translation>
    </message>
    <message>
        <source>Only in Y</source>
        <translation>Nur in Y</translation>
    </message>
    <message>
        <source>Repeated labels</source>
        <translation>Wiederholte Namen</translation>
    </message>
    <message>
        <source>Zero vectors</source>
        <translation>Nullvektoren</translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation>Nicht endlich</translation>
    </message>
    <message>
        <source>Equal vectors</source>
        <translation>Gleiche Vektoren</translation>
    </message>
    <message>
        <source>Paired by %1.</source>
        <translation>Gepaart nach %1.</translation>
    </message>
    <message>
        <source>By pair file…</source>
        <translation>Nach Paardatei …</translation>
    </message>
    <message>
        <source>By pair file %1</source>
        <translation>Nach Paardatei %1</translation>
    </message>
    <message>
        <source>A pair file holds two labels a line: X&apos;s, then Y&apos;s.</source>
        <translation>Eine Paardatei hat zwei Namen je Zeile: den von X, dann den von Y.</translation>
    </message>
    <message>
        <source>Keep the first</source>
        <translation>Ersten behalten</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>Zeilen zeigen</translation>
    </message>
    <message>
        <source>Change file…</source>
        <translation>Datei ändern …</translation>
    </message>
    <message>
        <source>Ignore case and accents</source>
        <translation>Groß-/Kleinschreibung und Akzente übergehen</translation>
    </message>
    <message>
        <source>Pair by label</source>
        <translation>Nach Namen paaren</translation>
    </message>
    <message>
        <source>Pair by row</source>
        <translation>Nach Zeile paaren</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern …</translation>
    </message>
    <message>
        <source>Paired vectors with NaN or infinity: %L1. Mend the rows or leave them out of the file.</source>
        <translation>Gepaarte Vektoren mit NaN oder Unendlich: %L1. Zeilen berichtigen oder aus der Datei lassen.</translation>
    </message>
    <message>
        <source>Save the pairing&apos;s report</source>
        <translation>Bericht der Paarung speichern</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Repeated labels are paired in order.</source>
        <translation>Mehrfache Namen werden der Reihe nach gepaart.</translation>
    </message>
    <message>
        <source>Of repeated labels the first is kept.</source>
        <translation>Von mehrfachen Namen bleibt der erste.</translation>
    </message>
    <message>
        <source>Repeated labels are left out.</source>
        <translation>Mehrfache Namen werden weggelassen.</translation>
    </message>
    <message>
        <source>Rows left out: %L1 in X, %L2 in Y</source>
        <translation>Weggelassene Zeilen: %L1 in X, %L2 in Y</translation>
    </message>
</context>
<context>
    <name>bridgescope::ItemHeader</name>
    <message>
        <source>. X and f(X) share %1 of %4, Y and f(X) %2, X and Y %3</source>
        <translation>. X und f(X) teilen %1 von %4, Y und f(X) %2, X und Y %3</translation>
    </message>
    <message>
        <source>. X and Y share %1 of %2</source>
        <translation>. X und Y teilen %1 von %2</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>bridgescope::ItemsModel</name>
    <message>
        <source>Neighbors the item has both in X and in f(X)</source>
        <translation>Nachbarn, die das Element in X und in f(X) hat</translation>
    </message>
    <message>
        <source>Neighbors the item has both in Y and in f(X)</source>
        <translation>Nachbarn, die das Element in Y und in f(X) hat</translation>
    </message>
    <message>
        <source>Neighbors the item has both in X and in Y</source>
        <translation>Nachbarn, die das Element in X und in Y hat</translation>
    </message>
    <message>
        <source>Shared with X less shared with Y</source>
        <translation>Mit X geteilte minus mit Y geteilte</translation>
    </message>
    <message>
        <source>Cosine of f(x) and y: how near the prediction comes to its target</source>
        <translation>Kosinus von f(x) und y: wie nahe die Vorhersage ihrem Ziel kommt</translation>
    </message>
    <message>
        <source>In how many other items’ lists in X the item stands</source>
        <translation>In wie vielen Listen anderer Elemente in X das Element steht</translation>
    </message>
    <message>
        <source>In how many other items’ lists in f(X) the item stands</source>
        <translation>In wie vielen Listen anderer Elemente in f(X) das Element steht</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Hub count</source>
        <translation>Hub-Zahl</translation>
    </message>
</context>
<context>
    <name>bridgescope::ItemsPane</name>
    <message>
        <source>No item matches</source>
        <translation>Kein Element passt</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>, row %1 to %2</source>
        <translation>, Zeile %1 bis %2</translation>
    </message>
    <message>
        <source> by %1</source>
        <translation> nach %1</translation>
    </message>
    <message>
        <source>Columns of the items</source>
        <translation>Spalten der Elemente</translation>
    </message>
    <message>
        <source>Sort upwards</source>
        <translation>Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort downwards</source>
        <translation>Absteigend sortieren</translation>
    </message>
    <message>
        <source>Order of the set</source>
        <translation>Reihenfolge der Menge</translation>
    </message>
    <message>
        <source>Columns as they were at first</source>
        <translation>Spalten wie am Anfang</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>As CSV</source>
        <translation>Als CSV</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>Als Markdown</translation>
    </message>
    <message>
        <source>&amp;Copy the selected rows</source>
        <translation>Ausgewählte Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy the row</source>
        <translation>Zeile &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;all %1 rows</source>
        <translation>&amp;Alle %1 Zeilen kopieren</translation>
    </message>
    <message>
        <source>&amp;Select all rows shown</source>
        <translation>Alle gezeigten Zeilen aus&amp;wählen</translation>
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
        <translation>Rang</translation>
    </message>
    <message>
        <source>Neighbor</source>
        <translation>Nachbar</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
</context>
<context>
    <name>bridgescope::LiveCards</name>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Held-out overlap</source>
        <translation>Überlappung, zurückgehalten</translation>
    </message>
    <message>
        <source>for looking only</source>
        <translation>nur zum Ansehen</translation>
    </message>
    <message>
        <source>for looking only; thin: %1</source>
        <translation>nur zum Ansehen; dünn: %1</translation>
    </message>
</context>
<context>
    <name>bridgescope::LoyaltyChart</name>
    <message>
        <source>High with both</source>
        <translation>Hoch mit beiden</translation>
    </message>
    <message>
        <source>High with Y only</source>
        <translation>Hoch nur mit Y</translation>
    </message>
    <message>
        <source>High with X only</source>
        <translation>Hoch nur mit X</translation>
    </message>
    <message>
        <source>Low with both</source>
        <translation>Niedrig mit beiden</translation>
    </message>
    <message>
        <source>shared with X</source>
        <translation>mit X geteilt</translation>
    </message>
    <message>
        <source>shared with Y</source>
        <translation>mit Y geteilt</translation>
    </message>
    <message>
        <source>%1 items, %2 %</source>
        <translation>%1 Elemente, %2 %</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>Loyalty</source>
        <translation>Treue</translation>
    </message>
    <message>
        <source>%1: %2 items</source>
        <translation>%1: %2 Elemente</translation>
    </message>
    <message>
        <source>%1 item, %2 %</source>
        <translation>%1 Element, %2 %</translation>
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
        <translation>
            <numerusform>%n Datei nach %1 geschrieben</numerusform>
            <numerusform>%n Dateien nach %1 geschrieben</numerusform>
        </translation>
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
        <source>Reading the sample&apos;s pictures</source>
        <translation>Bilder des Beispiels werden gelesen</translation>
    </message>
    <message>
        <source>Scrolled page</source>
        <translation>Rollbare Seite</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Läufe</translation>
    </message>
    <message>
        <source>&amp;Experiments</source>
        <translation>&amp;Experimente</translation>
    </message>
    <message>
        <source>&amp;Invert selection</source>
        <translation>Auswahl &amp;umkehren</translation>
    </message>
    <message>
        <source>&amp;Name selection…</source>
        <translation>Auswahl be&amp;nennen …</translation>
    </message>
    <message>
        <source>&amp;Measure the selection</source>
        <translation>Auswahl &amp;messen</translation>
    </message>
    <message>
        <source>&amp;Export selection…</source>
        <translation>Auswahl &amp;exportieren …</translation>
    </message>
    <message>
        <source>Name the selection</source>
        <translation>Auswahl benennen</translation>
    </message>
    <message>
        <source>Name of the %L1 items</source>
        <translation>Name der %L1 Elemente</translation>
    </message>
    <message>
        <source>Selection %1</source>
        <translation>Auswahl %1</translation>
    </message>
    <message>
        <source>Table with overlaps (*.csv)</source>
        <translation>Tabelle mit Überlappungen (*.csv)</translation>
    </message>
    <message>
        <source>Labels, one a line (*.txt)</source>
        <translation>Namen, einer je Zeile (*.txt)</translation>
    </message>
    <message>
        <source>Export the selection</source>
        <translation>Auswahl exportieren</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Training ●</source>
        <translation>Training ●</translation>
    </message>
    <message>
        <source>No neighbor lists</source>
        <translation>Keine Nachbarlisten</translation>
    </message>
    <message>
        <source>Hel&amp;p pane</source>
        <translation>&amp;Hilfebereich</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is not trained to its end.</source>
        <translation>%1 ist nicht zu Ende trainiert.</translation>
    </message>
    <message>
        <source>What it has learnt goes; to keep it, cancel its training first and save the model.</source>
        <translation>Was es gelernt hat, geht verloren; um es zu behalten, zuerst das Training abbrechen und das Modell speichern.</translation>
    </message>
    <message>
        <source>Ope&amp;n mapping…</source>
        <translation>Abbild&amp;ung öffnen …</translation>
    </message>
    <message>
        <source>Open a mapping</source>
        <translation>Abbildung öffnen</translation>
    </message>
</context>
<context>
    <name>bridgescope::MapChart</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Map of %1, %2: %3 items; %4</source>
        <translation>Karte von %1, %2: %3 Elemente; %4</translation>
    </message>
</context>
<context>
    <name>bridgescope::MapLegend</name>
    <message>
        <source>Legend of the maps</source>
        <translation>Legende der Karten</translation>
    </message>
    <message>
        <source>%1  %L2</source>
        <translation>%1  %L2</translation>
    </message>
    <message>
        <source>%L1 nearest to %2 in %3</source>
        <translation>%L1 nächste zu %2 in %3</translation>
    </message>
    <message>
        <source>hollow: a neighbor elsewhere only</source>
        <translation>hohl: nur anderswo ein Nachbar</translation>
    </message>
</context>
<context>
    <name>bridgescope::MapView</name>
    <message>
        <source>Map of %1</source>
        <translation>Karte von %1</translation>
    </message>
</context>
<context>
    <name>bridgescope::MappingForm</name>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share held out</source>
        <translation>Anteil zurückgehalten</translation>
    </message>
    <message>
        <source>Share of the items that is held out, the same for all mappings</source>
        <translation>Anteil der Elemente, der zurückgehalten wird, für alle Abbildungen gleich</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Of this mapping: first weights, order of the items, dropout. The split keeps its own.</source>
        <translation>Für diese Abbildung: erste Gewichte, Reihenfolge der Elemente, Dropout. Die Aufteilung hat einen eigenen.</translation>
    </message>
    <message>
        <source>Held out, seed</source>
        <translation>Zurückgehalten, Startwert</translation>
    </message>
    <message>
        <source>Map: %1</source>
        <translation>Abbildung: %1</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Trains it, after those that are queued (Ctrl+Enter)</source>
        <translation>Trainiert sie, nach denen, die warten (Strg+Enter)</translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation>Reihe …</translation>
    </message>
    <message>
        <source>One setting over several values, queued</source>
        <translation>Eine Einstellung mit mehreren Werten, der Reihe nach</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>Zurück zu den Vorgaben</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>The split is that of a file, or a fold of a grid</source>
        <translation>Die Aufteilung ist die einer Datei oder ein Fold eines Rasters</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Settings to begin with</source>
        <translation>Einstellungen für den Anfang</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>Eigene Einstellungen</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Ridge, its penalty by leave-one-out</source>
        <translation>Ridge, Strafterm durch Auslassen je eines</translation>
    </message>
    <message>
        <source>Paper: lin</source>
        <translation>Arbeit: lin</translation>
    </message>
    <message>
        <source>The paper&apos;s linear map: ridge with a penalty of 0.001</source>
        <translation>Die lineare Abbildung der Arbeit: Ridge mit Strafterm 0,001</translation>
    </message>
    <message>
        <source>Paper: nn</source>
        <translation>Arbeit: nn</translation>
    </message>
    <message>
        <source>The paper&apos;s net: one hidden layer, squared error, 50 epochs of Adam</source>
        <translation>Das Netz der Arbeit: eine verdeckte Schicht, quadratischer Fehler, 50 Epochen Adam</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Früher Abbruch</translation>
    </message>
    <message>
        <source>A net that stops where the overlap with Y of a tenth of the training items was best</source>
        <translation>Ein Netz, das dort endet, wo die Überlappung mit Y auf einem Zehntel der Trainingselemente am besten war</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>Pairwise similarities of Y in the loss: λ = 10</source>
        <translation>Paarweise Ähnlichkeiten von Y im Verlust: λ = 10</translation>
    </message>
    <message>
        <source>Adversary</source>
        <translation>Gegner</translation>
    </message>
    <message>
        <source>A discriminator that tells Y from f(X): μ = 1</source>
        <translation>Ein Diskriminator, der Y von f(X) unterscheidet: μ = 1</translation>
    </message>
    <message>
        <source>InfoNCE</source>
        <translation>InfoNCE</translation>
    </message>
    <message>
        <source>Which of a batch&apos;s y is x&apos;s own: good for retrieval</source>
        <translation>Welches y eines Stapels das eigene von x ist: gut fürs Wiederfinden</translation>
    </message>
    <message>
        <source>Max-margin</source>
        <translation>Max-Margin</translation>
    </message>
    <message>
        <source>x&apos;s own y nearer than any other of the batch</source>
        <translation>Das eigene y von x näher als jedes andere im Stapel</translation>
    </message>
    <message>
        <source>Neighbor loss</source>
        <translation>Nachbarverlust</translation>
    </message>
    <message>
        <source>Y&apos;s neighbors within a batch as what f(X) is to have</source>
        <translation>Ys Nachbarn im Stapel als das, was f(X) haben soll</translation>
    </message>
</context>
<context>
    <name>bridgescope::MappingRowDelegate</name>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused, %1</source>
        <translation>angehalten, %1</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergiert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
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
        <source>map shows %1 of %2 true neighbors</source>
        <translation>Karte zeigt %1 von %2 wahren Nachbarn</translation>
    </message>
    <message>
        <source>shows %1 of %2</source>
        <translation>zeigt %1 von %2</translation>
    </message>
    <message>
        <source>%1 items; %2; %3</source>
        <translation>%1 Elemente; %2; %3</translation>
    </message>
    <message>
        <source>; f(X) turned onto X, Y onto f(X), links are true neighbors</source>
        <translation>; f(X) auf X gedreht, Y auf f(X), Linien sind wahre Nachbarn</translation>
    </message>
    <message>
        <source>Laying out the maps</source>
        <translation>Karten werden angelegt</translation>
    </message>
    <message>
        <source>Laying out the maps…</source>
        <translation>Karten werden angelegt …</translation>
    </message>
    <message>
        <source>Cancelled: show this view again to lay out the maps.</source>
        <translation>Abgebrochen: diese Ansicht erneut zeigen, um die Karten anzulegen.</translation>
    </message>
    <message>
        <source>; Y turned onto X, links are true neighbors</source>
        <translation>; Y auf X gedreht, Linien sind wahre Nachbarn</translation>
    </message>
</context>
<context>
    <name>bridgescope::MethodsCard</name>
    <message>
        <source>Methods sentence</source>
        <translation>Methodensatz</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
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
        <translation>Eine trainieren, um zu sehen, welche Nachbarn f(X) behält.</translation>
    </message>
    <message>
        <source>Train ridge</source>
        <translation>Ridge trainieren</translation>
    </message>
    <message>
        <source>Neighbors in X, f(X) and Y</source>
        <translation>Nachbarn in X, f(X) und Y</translation>
    </message>
    <message>
        <source>%1 of %2 shared by X and f(X), %3 by Y and f(X)</source>
        <translation>%1 von %2 gemeinsam in X und f(X), %3 in Y und f(X)</translation>
    </message>
    <message>
        <source>%1, rank %2 in %3, %4</source>
        <translation>%1, Rang %2 in %3, %4</translation>
    </message>
    <message>
        <source>Copy the lists as &amp;text</source>
        <translation>Listen als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Copy the lists as &amp;CSV</source>
        <translation>Listen als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Copy the lists as &amp;Markdown</source>
        <translation>Listen als &amp;Markdown kopieren</translation>
    </message>
</context>
<context>
    <name>bridgescope::NeighborsPanel</name>
    <message>
        <source>“%1” is not among the %2 items in scope (%3)</source>
        <translation>„%1“ ist nicht unter den %2 betrachteten Elementen (%3)</translation>
    </message>
    <message>
        <source>Shown instead: %1</source>
        <translation>Stattdessen gezeigt: %1</translation>
    </message>
    <message>
        <source>Show all paired items</source>
        <translation>Alle gepaarten Elemente zeigen</translation>
    </message>
</context>
<context>
    <name>bridgescope::NetPicture</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>y of the nearest training item</source>
        <translation>y des nächsten Trainingselements</translation>
    </message>
    <message>
        <source>random matrix, %1</source>
        <translation>Zufallsmatrix, %1</translation>
    </message>
    <message>
        <source>rotation, %1</source>
        <translation>Drehung, %1</translation>
    </message>
    <message>
        <source>one matrix, %1</source>
        <translation>eine Matrix, %1</translation>
    </message>
    <message>
        <source>one matrix, %1, by %2 components</source>
        <translation>eine Matrix, %1, über %2 Komponenten</translation>
    </message>
    <message>
        <source>its</source>
        <translation>ihre</translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation>%1 hinein</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>%1 heraus</translation>
    </message>
    <message>
        <source>Picture of the mapping</source>
        <translation>Bild der Abbildung</translation>
    </message>
</context>
<context>
    <name>bridgescope::NumberLine</name>
    <message>
        <source>chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>1 = same lists</source>
        <translation>1 = gleiche Listen</translation>
    </message>
    <message>
        <source>Overlaps on a line from 0 to 1</source>
        <translation>Überlappungen auf einer Linie von 0 bis 1</translation>
    </message>
    <message>
        <source>chance %1</source>
        <translation>Zufall %1</translation>
    </message>
</context>
<context>
    <name>bridgescope::OptionField</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>bridgescope::OptionWords</name>
    <message>
        <source>Steps on X</source>
        <translation>Schritte auf X</translation>
    </message>
    <message>
        <source>Steps on Y</source>
        <translation>Schritte auf Y</translation>
    </message>
    <message>
        <source>Penalty, ρ</source>
        <translation>Strafe, ρ</translation>
    </message>
    <message>
        <source>About the origin</source>
        <translation>Um den Ursprung</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>Verdeckte Schichten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Startgewichte</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Grundverlust</translation>
    </message>
    <message>
        <source>Margin, γ</source>
        <translation>Abstand, γ</translation>
    </message>
    <message>
        <source>Temperature, τ</source>
        <translation>Temperatur, τ</translation>
    </message>
    <message>
        <source>Structure, λ</source>
        <translation>Struktur, λ</translation>
    </message>
    <message>
        <source>Its target, α</source>
        <translation>Deren Ziel, α</translation>
    </message>
    <message>
        <source>Adversary, μ</source>
        <translation>Gegenspieler, μ</translation>
    </message>
    <message>
        <source>Its units</source>
        <translation>Dessen Einheiten</translation>
    </message>
    <message>
        <source>Its rate</source>
        <translation>Dessen Rate</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Clip gradient at</source>
        <translation>Gradient kappen bei</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>Früh beenden</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>Quadratischer Fehler</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>On validation loss</source>
        <translation>Nach Validierungsverlust</translation>
    </message>
    <message>
        <source>On validation overlap</source>
        <translation>Nach Validierungsüberlappung</translation>
    </message>
</context>
<context>
    <name>bridgescope::OverviewPanel</name>
    <message>
        <source>Overlaps by mapping</source>
        <translation>Überlappungen nach Abbildung</translation>
    </message>
    <message>
        <source>Overlap against K</source>
        <translation>Überlappung gegen K</translation>
    </message>
    <message>
        <source>Loyalty</source>
        <translation>Treue</translation>
    </message>
    <message>
        <source>Difference per item</source>
        <translation>Differenz je Element</translation>
    </message>
    <message>
        <source>; 95 %</source>
        <translation>; 95 %</translation>
    </message>
    <message>
        <source>; bands 95 %</source>
        <translation>; Bänder 95 %</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>Nach Kategorie</translation>
    </message>
    <message>
        <source>Hub audit</source>
        <translation>Hub-Prüfung</translation>
    </message>
    <message>
        <source>Other measures</source>
        <translation>Andere Maße</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>Kalibriert</translation>
    </message>
    <message>
        <source>Overlaps as they are, or calibrated against the permutation null</source>
        <translation>Überlappungen, wie sie sind, oder gegen die Permutations-Null kalibriert</translation>
    </message>
    <message>
        <source>Calibrated: the share of what is left above the permutation null (Gröger et al. 2026)</source>
        <translation>Kalibriert: der Anteil dessen, was über der Permutations-Null noch möglich ist (Gröger et al. 2026)</translation>
    </message>
    <message>
        <source>; 95 %; grey: null</source>
        <translation>; 95 %; grau: Null</translation>
    </message>
    <message>
        <source>; high &gt; %1</source>
        <translation>; hoch &gt; %1</translation>
    </message>
    <message>
        <source>; bars 95 %</source>
        <translation>; Balken 95 %</translation>
    </message>
    <message>
        <source>; grey: null</source>
        <translation>; grau: Null</translation>
    </message>
    <message>
        <source>; null of %1</source>
        <translation>; Null aus %1</translation>
    </message>
    <message>
        <source>; above the null</source>
        <translation>; über der Null</translation>
    </message>
    <message>
        <source>Retrieval and fit</source>
        <translation>Wiederfinden und Anpassung</translation>
    </message>
    <message>
        <source>; retrieval by cosine</source>
        <translation>; Wiederfinden nach Kosinus</translation>
    </message>
</context>
<context>
    <name>bridgescope::PairedTest</name>
    <message>
        <source>Paired test</source>
        <translation>Gepaarter Test</translation>
    </message>
    <message>
        <source>Stopped: pick the two runs again for their test.</source>
        <translation>Abgebrochen: für den Test die beiden Läufe erneut wählen.</translation>
    </message>
</context>
<context>
    <name>bridgescope::Parser</name>
    <message>
        <source>nothing was opened that this closes</source>
        <translation>nichts wurde geöffnet, was dies schließt</translation>
    </message>
    <message>
        <source>expected “and” or “or”</source>
        <translation>„and“ oder „or“ erwartet</translation>
    </message>
    <message>
        <source>too many parentheses</source>
        <translation>zu viele Klammern</translation>
    </message>
    <message>
        <source>this parenthesis does not close</source>
        <translation>diese Klammer wird nicht geschlossen</translation>
    </message>
    <message>
        <source>expected a field: %1</source>
        <translation>ein Feld erwartet: %1</translation>
    </message>
    <message>
        <source>there is no field “%1”; there are %2</source>
        <translation>ein Feld „%1“ gibt es nicht; es gibt %2</translation>
    </message>
    <message>
        <source>expected = != &lt; &lt;= &gt; &gt;= or ~ after “%1”</source>
        <translation>= != &lt; &lt;= &gt; &gt;= oder ~ nach „%1“ erwartet</translation>
    </message>
    <message>
        <source>expected text in quotes</source>
        <translation>Text in Anführungszeichen erwartet</translation>
    </message>
    <message>
        <source>text compares by = != or ~</source>
        <translation>Text wird mit = != oder ~ verglichen</translation>
    </message>
    <message>
        <source>expected a number to compare “%1” with</source>
        <translation>eine Zahl erwartet, mit der „%1“ verglichen wird</translation>
    </message>
    <message>
        <source>“%1” is a number; ~ is for text</source>
        <translation>„%1“ ist eine Zahl; ~ ist für Text</translation>
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
    <message>
        <source>One of the three was expected.</source>
        <translation>Eine der drei war erwartet.</translation>
    </message>
    <message>
        <source>Two of the three were expected.</source>
        <translation>Zwei der drei waren erwartet.</translation>
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
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Stayed with X</source>
        <translation>Bei X geblieben</translation>
    </message>
    <message>
        <source>Learned from Y</source>
        <translation>Von Y gelernt</translation>
    </message>
    <message>
        <source>Dropped by f</source>
        <translation>Von f aufgegeben</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Strayed</source>
        <translation>Verirrt</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>Stayed</source>
        <translation>Geblieben</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Aufgegeben</translation>
    </message>
</context>
<context>
    <name>bridgescope::RegionChip</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1, %2 entries</source>
        <translation>%1, %2 Einträge</translation>
    </message>
</context>
<context>
    <name>bridgescope::RunDifferencesModel</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
</context>
<context>
    <name>bridgescope::RunHeader</name>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Learning rate from here on</source>
        <translation>Lernrate ab hier</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stops at the next batch</source>
        <translation>Hält beim nächsten Batch an</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>Eine Epoche</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>One batch</source>
        <translation>Ein Batch</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ends it; the best weights so far are kept</source>
        <translation>Beendet ihn; die bisher besten Gewichte bleiben</translation>
    </message>
    <message>
        <source>Extend to</source>
        <translation>Verlängern auf</translation>
    </message>
    <message>
        <source>Goes on from the last epoch</source>
        <translation>Macht nach der letzten Epoche weiter</translation>
    </message>
    <message>
        <source>Epochs in all</source>
        <translation>Epochen insgesamt</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Epoch &lt;b&gt;%1&lt;/b&gt; of %2</source>
        <translation>Epoche &lt;b&gt;%1&lt;/b&gt; von %2</translation>
    </message>
    <message>
        <source>Solving…</source>
        <translation>Wird gelöst …</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; epochs</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; Epochen</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>Divergiert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>wird beendet …</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>best so far: epoch %1</source>
        <translation>bisher am besten: Epoche %1</translation>
    </message>
    <message>
        <source>best: epoch %1</source>
        <translation>am besten: Epoche %1</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Goes on from the weights that are kept, with the optimizer as at the start</source>
        <translation>Geht von den behaltenen Gewichten weiter, mit dem Optimierer wie am Anfang</translation>
    </message>
    <message>
        <source>Goes on from the last epoch, not from the best one; its patience begins anew</source>
        <translation>Geht von der letzten Epoche weiter, nicht von der besten; die Geduld beginnt neu</translation>
    </message>
    <message>
        <source>, then batch &lt;b&gt;%1&lt;/b&gt; of %2</source>
        <translation>, dann Stapel &lt;b&gt;%1&lt;/b&gt; von %2</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; epochs, stopped early</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; Epochen, früh beendet</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
</context>
<context>
    <name>bridgescope::RunsComparison</name>
    <message>
        <source>Pick two runs or more in the table (Ctrl or Shift with a click, Shift with Up or Down) to see their overlaps on one chart, the settings that differ, and, of two, a paired test.</source>
        <translation>In der Tabelle zwei oder mehr Läufe wählen (Strg oder Umschalt mit Klick, Umschalt mit Auf oder Ab): ihre Überlappungen in einem Diagramm, die Einstellungen, die sich unterscheiden, und bei zweien ein gepaarter Test.</translation>
    </message>
    <message>
        <source>Overlaps of the runs picked</source>
        <translation>Überlappungen der gewählten Läufe</translation>
    </message>
    <message>
        <source>Paired test</source>
        <translation>Gepaarter Test</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Unterschiedliche Einstellungen</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 runs are picked: pick just two for a paired test.</source>
        <translation>%1 Läufe sind gewählt: für einen gepaarten Test genau zwei wählen.</translation>
    </message>
    <message>
        <source>Being made…</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <source>No setting differs: the runs are the same but for their names.</source>
        <translation>Keine Einstellung unterscheidet sich: die Läufe sind bis auf ihre Namen gleich.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergiert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>Not drawn: %1. %2</source>
        <translation>Nicht gezeichnet: %1. %2</translation>
    </message>
</context>
<context>
    <name>bridgescope::RunsModel</name>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>queued, no. %1</source>
        <translation>wartet, Nr. %1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused, %1</source>
        <translation>angehalten, %1</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergiert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Beste Epoche</translation>
    </message>
    <message>
        <source>X, f(X)</source>
        <translation>X, f(X)</translation>
    </message>
    <message>
        <source>Y, f(X)</source>
        <translation>Y, f(X)</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>G</source>
        <translation>G</translation>
    </message>
    <message>
        <source>P@1</source>
        <translation>P@1</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Mean cosine</source>
        <translation>Mittlerer Kosinus</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>As they were begun</source>
        <translation>In der Reihenfolge des Beginns</translation>
    </message>
    <message>
        <source>Enter or double click looks at a mapping; the one looked at is bold</source>
        <translation>Enter oder Doppelklick betrachtet eine Abbildung; die betrachtete ist fett</translation>
    </message>
    <message>
        <source>Overlap of the neighbors in X and in f(X)</source>
        <translation>Überlappung der Nachbarn in X und in f(X)</translation>
    </message>
    <message>
        <source>Overlap of the neighbors in Y and in f(X)</source>
        <translation>Überlappung der Nachbarn in Y und in f(X)</translation>
    </message>
    <message>
        <source>X, f(X) less Y, f(X)</source>
        <translation>X, f(X) minus Y, f(X)</translation>
    </message>
    <message>
        <source>Gain: Y, f(X) less X, Y</source>
        <translation>Gewinn: Y, f(X) minus X, Y</translation>
    </message>
    <message>
        <source>Share of items whose own y is nearest to f(x), by cosine</source>
        <translation>Anteil der Elemente, deren eigenes y nach Kosinus f(x) am nächsten ist</translation>
    </message>
    <message>
        <source>Share of Y&apos;s variance that f(X) explains</source>
        <translation>Anteil der Varianz von Y, den f(X) erklärt</translation>
    </message>
    <message>
        <source>Mean of cos(f(x), y)</source>
        <translation>Mittel von cos(f(x), y)</translation>
    </message>
    <message>
        <source>Items measured</source>
        <translation>Gemessene Elemente</translation>
    </message>
    <message>
        <source>; with the neighbor loss f(X) is free up to a rotation: P@1, R² and cosine do not say how good it is</source>
        <translation>; mit dem Nachbarverlust ist f(X) bis auf eine Drehung frei: P@1, R² und Kosinus sagen nicht, wie gut es ist</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>früh beendet</translation>
    </message>
    <message>
        <source>The epoch whose weights are kept, where early stopping looked for it</source>
        <translation>Die Epoche, deren Gewichte behalten werden, wo der frühe Abbruch sie suchte</translation>
    </message>
    <message>
        <source>cut after %1</source>
        <translation>abgebrochen nach %1</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
</context>
<context>
    <name>bridgescope::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>No mapping yet</source>
        <translation>Noch keine Abbildung</translation>
    </message>
    <message>
        <source>A mapping f carries X into the space of Y.</source>
        <translation>Eine Abbildung f bringt X in den Raum von Y.</translation>
    </message>
    <message>
        <source>Train ridge</source>
        <translation>Ridge trainieren</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Alle Läufe</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>Betrachten</translation>
    </message>
    <message>
        <source>Shows this mapping in every view (Enter)</source>
        <translation>Zeigt diese Abbildung in allen Ansichten (Enter)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Duplicate settings</source>
        <translation>Einstellungen übernehmen</translation>
    </message>
    <message>
        <source>Fills the form of the training page</source>
        <translation>Füllt das Formular der Trainingsseite</translation>
    </message>
    <message>
        <source>Export model…</source>
        <translation>Modell exportieren …</translation>
    </message>
    <message>
        <source>A safetensors file</source>
        <translation>Eine safetensors-Datei</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
</context>
<context>
    <name>bridgescope::SelectionHub</name>
    <message>
        <source>Change focus</source>
        <translation>Anderes Element betrachten</translation>
    </message>
    <message>
        <source>Change K</source>
        <translation>K ändern</translation>
    </message>
    <message>
        <source>Change metric</source>
        <translation>Maß ändern</translation>
    </message>
    <message>
        <source>Change self rule</source>
        <translation>Selbst-Regel ändern</translation>
    </message>
    <message>
        <source>Change item scope</source>
        <translation>Gemessene Elemente ändern</translation>
    </message>
    <message>
        <source>Look at mapping</source>
        <translation>Abbildung betrachten</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurückgehen</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Vorgehen</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Select %L1 items</source>
        <translation>%L1 Elemente auswählen</translation>
    </message>
    <message>
        <source>Invert selection</source>
        <translation>Auswahl umkehren</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Name selection “%1”</source>
        <translation>Auswahl „%1“ benennen</translation>
    </message>
    <message>
        <source>Rename selection “%1”</source>
        <translation>Auswahl „%1“ umbenennen</translation>
    </message>
    <message>
        <source>Delete selection “%1”</source>
        <translation>Auswahl „%1“ löschen</translation>
    </message>
    <message>
        <source>Select “%1”</source>
        <translation>„%1“ auswählen</translation>
    </message>
    <message>
        <source>Change epoch</source>
        <translation>Epoche ändern</translation>
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
    <message>
        <source>Measured selection</source>
        <translation>Gemessene Auswahl</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Back to the mapping as it is</source>
        <translation>Zurück zur Abbildung, wie sie ist</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>%1: clear the selection</source>
        <translation>%1: Auswahl aufheben</translation>
    </message>
    <message>
        <source>No item among the %1 measured has “%2” in its label</source>
        <translation>Keines der %1 gemessenen Elemente hat „%2“ in seiner Beschriftung</translation>
    </message>
</context>
<context>
    <name>bridgescope::SimilarityCard</name>
    <message>
        <source>Other measures</source>
        <translation>Andere Maße</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Fewer than three items cannot be compared.</source>
        <translation>Weniger als drei Elemente lassen sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>Computing each measure with its null…</source>
        <translation>Jedes Maß wird mit seiner Null berechnet …</translation>
    </message>
    <message>
        <source>CKA, CKNNA, RSA, SVCCA, PWCCA, Procrustes distance and four measures of the lists, each against 200 permutations. Some take a while, so they are computed when you ask.</source>
        <translation>CKA, CKNNA, RSA, SVCCA, PWCCA, Prokrustes-Abstand und vier Maße der Listen, jedes gegen 200 Permutationen. Einige dauern eine Weile, daher erst auf Wunsch.</translation>
    </message>
</context>
<context>
    <name>bridgescope::SparkChart</name>
    <message>
        <source>Epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>nothing measured yet</source>
        <translation>noch nichts gemessen</translation>
    </message>
    <message>
        <source>%1 after epoch %2</source>
        <translation>%1 nach Epoche %2</translation>
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
        <source>Some of the sample&apos;s pictures</source>
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
    <name>bridgescope::SweepDialog</name>
    <message>
        <source>Sweep</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>parted by blanks: 0.0003 0.001 0.003</source>
        <translation>durch Leerzeichen getrennt: 0.0003 0.001 0.003</translation>
    </message>
    <message>
        <source>Queue the runs</source>
        <translation>Läufe einreihen</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
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
    <name>bridgescope::TableView</name>
    <message>
        <source>Table of the experiment</source>
        <translation>Tabelle des Experiments</translation>
    </message>
    <message>
        <source>Add vectors…</source>
        <translation>Vektoren hinzufügen …</translation>
    </message>
    <message>
        <source>Add vectors of %1</source>
        <translation>Vektoren von %1 hinzufügen</translation>
    </message>
    <message>
        <source>Two files: texts, pictures</source>
        <translation>Zwei Dateien: Texte, Bilder</translation>
    </message>
</context>
<context>
    <name>bridgescope::TrainingPanel</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Duplicate settings</source>
        <translation>Einstellungen übernehmen</translation>
    </message>
    <message>
        <source>Fills the form with the settings of the run shown</source>
        <translation>Füllt das Formular mit den Einstellungen des gezeigten Laufs</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>Betrachten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>New mapping</source>
        <translation>Neue Abbildung</translation>
    </message>
    <message>
        <source>No mapping yet</source>
        <translation>Noch keine Abbildung</translation>
    </message>
    <message>
        <source>Set one up at the left, or begin with ridge, which is solved at once.</source>
        <translation>Links eine einstellen oder mit Ridge beginnen, das sofort gelöst ist.</translation>
    </message>
    <message>
        <source>Train ridge</source>
        <translation>Ridge trainieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The mappings here were trained under another split.</source>
        <translation>Die Abbildungen hier wurden unter einer anderen Aufteilung trainiert.</translation>
    </message>
    <message>
        <source>Of what they learnt from, some would be held out now: all of them are trained again.</source>
        <translation>Manches, woran sie gelernt haben, würde nun zurückgehalten: alle werden neu trainiert.</translation>
    </message>
    <message>
        <source>Split and train all</source>
        <translation>Aufteilen und alle trainieren</translation>
    </message>
    <message>
        <source>Keep the split</source>
        <translation>Aufteilung behalten</translation>
    </message>
    <message>
        <source>Delete the run</source>
        <translation>Lauf löschen</translation>
    </message>
    <message>
        <source>Keep the weights of epoch %1</source>
        <translation>Gewichte von Epoche %1 behalten</translation>
    </message>
    <message>
        <source>; Held-out overlap stays at the K of training, %1</source>
        <translation>; die zurückgehaltene Überlappung bleibt beim K des Trainings, %1</translation>
    </message>
</context>
<context>
    <name>bridgescope::UntrainedForm</name>
    <message>
        <source>Benchmarks</source>
        <translation>Benchmarks</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Two words and a rating a line: WS-353, MEN, SimLex-999, ...</source>
        <translation>Zwei Wörter und eine Bewertung je Zeile: WS-353, MEN, SimLex-999, …</translation>
    </message>
    <message>
        <source>Benchmarks of human ratings</source>
        <translation>Benchmarks menschlicher Bewertungen</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>Vektoren</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Vectors that no pair is open of; a file can also be dropped here</source>
        <translation>Vektoren, von denen kein Paar geöffnet ist; eine Datei kann auch hier abgelegt werden</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>Namen …</translation>
    </message>
    <message>
        <source>The words of the file&apos;s rows, one a line</source>
        <translation>Die Wörter der Zeilen der Datei, eines je Zeile</translation>
    </message>
    <message>
        <source>Labels, one a line</source>
        <translation>Namen, einer je Zeile</translation>
    </message>
    <message>
        <source>Hidden layers: 0..5, or 0,2,4; without one the map is linear</source>
        <translation>Verdeckte Schichten: 0..5 oder 0,2,4; ohne eine ist die Abbildung linear</translation>
    </message>
    <message>
        <source>as X</source>
        <translation>wie X</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>Verdeckte Schichten</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Ziehungen</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>Anfangsgewichte</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>No pair is open: choose a file</source>
        <translation>Kein Paar ist geöffnet: eine Datei wählen</translation>
    </message>
    <message>
        <source>Of the open pair</source>
        <translation>Vom geöffneten Paar</translation>
    </message>
    <message>
        <source>%L1 × %2</source>
        <translation>%L1 × %2</translation>
    </message>
    <message>
        <source>d = %1</source>
        <translation>d = %1</translation>
    </message>
    <message>
        <source>%1, no labels: benchmarks need them</source>
        <translation>%1, keine Namen: Benchmarks brauchen sie</translation>
    </message>
    <message>
        <source>%1, labels: %2</source>
        <translation>%1, Namen: %2</translation>
    </message>
    <message>
        <source>Column of the ratings of %1</source>
        <translation>Spalte der Bewertungen von %1</translation>
    </message>
</context>
<context>
    <name>bridgescope::UntrainedPage</name>
    <message>
        <source>Untrained nets</source>
        <translation>Untrainierte Netze</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Overlap of X with f(X) against depth</source>
        <translation>Überlappung von X mit f(X) gegen Tiefe</translation>
    </message>
    <message>
        <source>Experiment 2</source>
        <translation>Experiment 2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>mNNO at K = %1, %2, self %3, N = %L4; whiskers: standard deviation over %5 draws</source>
        <translation>mNNO bei K = %1, %2, selbst %3, N = %L4; Striche: Standardabweichung über %5 Ziehungen</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Paper&apos;s figures</source>
        <translation>Werte der Arbeit</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Alles exportieren …</translation>
    </message>
    <message>
        <source>Every format, the methods sentence, BibTeX of the methods and provenance</source>
        <translation>Jedes Format, den Methodensatz, BibTeX der Methoden und Herkunft</translation>
    </message>
    <message>
        <source>Run untrained nets over the vectors chosen at the left; with benchmarks of human ratings also what they keep of the agreement with people.</source>
        <translation>Untrainierte Netze über die links gewählten Vektoren laufen lassen; mit Benchmarks menschlicher Bewertungen auch, was sie von der Übereinstimmung mit Menschen behalten.</translation>
    </message>
    <message>
        <source>Stands here once the nets were run.</source>
        <translation>Steht hier, wenn die Netze gelaufen sind.</translation>
    </message>
    <message>
        <source>Folder for tables, methods, BibTeX and provenance</source>
        <translation>Ordner für Tabellen, Methoden, BibTeX und Herkunft</translation>
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
        <translation>Noch keine Abbildung: X und Y teilen von sich aus %1 von %2 Nachbarn.</translation>
    </message>
    <message>
        <source>Chance %1 of %2. %3</source>
        <translation>Zufall %1 von %2. %3</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>From a sample: %1 keeps %2 of %4 neighbors of X and %3 of Y.</source>
        <translation>Aus einer Stichprobe: %1 behält %2 von %4 Nachbarn von X und %3 von Y.</translation>
    </message>
    <message>
        <source>From a sample: X and Y share %1 of %2 neighbors.</source>
        <translation>Aus einer Stichprobe: X und Y teilen %1 von %2 Nachbarn.</translation>
    </message>
    <message>
        <source>Make the lists</source>
        <translation>Listen erstellen</translation>
    </message>
    <message>
        <source>The neighbor lists are being made.</source>
        <translation>Die Nachbarlisten werden erstellt.</translation>
    </message>
    <message>
        <source>There are no neighbor lists yet.</source>
        <translation>Es gibt noch keine Nachbarlisten.</translation>
    </message>
    <message>
        <source>%1 of N = %2 items, each against all; ± is half a 95 % interval of the exact value. Chance %3 of %4. K = %4, %5, %6. %7</source>
        <translation>%1 von N = %2 Elementen, jedes gegen alle; ± ist ein halbes 95-%-Intervall des genauen Werts. Zufall %3 von %4. K = %4, %5, %6. %7</translation>
    </message>
    <message>
        <source>The exact lists were cancelled.</source>
        <translation>Die genauen Listen wurden abgebrochen.</translation>
    </message>
    <message>
        <source>The exact lists are being made.</source>
        <translation>Die genauen Listen werden erstellt.</translation>
    </message>
</context>
<context>
    <name>bridgescope::WhyCard</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>The lists of all selected items together, in place of the focus item&apos;s</source>
        <translation>Die Listen aller ausgewählten Elemente zusammen statt der des Fokuselements</translation>
    </message>
    <message>
        <source>Selection, %1</source>
        <translation>Auswahl, %1</translation>
    </message>
    <message>
        <source>f of the held-out items is kept after every epoch: none has ended yet.</source>
        <translation>f der zurückgehaltenen Elemente wird nach jeder Epoche behalten: noch keine ist zu Ende.</translation>
    </message>
    <message>
        <source>None of the selected items is held out.</source>
        <translation>Keines der ausgewählten Elemente ist zurückgehalten.</translation>
    </message>
    <message>
        <source>No item is looked at.</source>
        <translation>Kein Element wird betrachtet.</translation>
    </message>
    <message>
        <source>%1 is not held out: choose an item that is.</source>
        <translation>%1 ist nicht zurückgehalten: wähle ein Element, das es ist.</translation>
    </message>
    <message>
        <source>Neighbors epoch by epoch</source>
        <translation>Nachbarn Epoche für Epoche</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>f(X)</source>
        <translation>f(X)</translation>
    </message>
    <message>
        <source>%1 → %2: keeps %3 of %4, gains %5 (%6 of X&apos;s, %7 of Y&apos;s), loses %8</source>
        <translation>%1 → %2: behält %3 von %4, gewinnt %5 (%6 von X, %7 von Y), verliert %8</translation>
    </message>
    <message>
        <source> (%1 of X&apos;s, %2 of Y&apos;s)</source>
        <translation> (%1 von X, %2 von Y)</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Warum: %1</translation>
    </message>
    <message>
        <source>Why: %1 items</source>
        <translation>Warum: %1 Elemente</translation>
    </message>
    <message>
        <source>K = %1, %2, %3, held out N = %4</source>
        <translation>K = %1, %2, %3, zurückgehalten N = %4</translation>
    </message>
    <message>
        <source>; ■ neighbor in X, ● in Y</source>
        <translation>; ■ Nachbar in X, ● in Y</translation>
    </message>
    <message>
        <source>; %1 of %2 epochs kept</source>
        <translation>; %1 von %2 Epochen behalten</translation>
    </message>
    <message>
        <source>f of the held-out items is kept after every epoch: no epoch came to its end.</source>
        <translation>f der zurückgehaltenen Elemente wird nach jeder Epoche behalten: keine Epoche kam zu Ende.</translation>
    </message>
    <message>
        <source>It was opened from a file: no epochs of it are known.</source>
        <translation>Sie wurde aus einer Datei geöffnet: Epochen sind von ihr nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>bridgescope::WhyStrip</name>
    <message>
        <source>a neighbor in X and in Y</source>
        <translation>Nachbar in X und in Y</translation>
    </message>
    <message>
        <source>a neighbor in X, not in Y</source>
        <translation>Nachbar in X, nicht in Y</translation>
    </message>
    <message>
        <source>a neighbor in Y, not in X</source>
        <translation>Nachbar in Y, nicht in X</translation>
    </message>
    <message>
        <source>a neighbor in neither X nor Y</source>
        <translation>Nachbar weder in X noch in Y</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1, in %2 lists</source>
        <translation>%1, in %2 Listen</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Neighbors kept, gained and lost</source>
        <translation>Behaltene, gewonnene und verlorene Nachbarn</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
</context>
<context>
    <name>bridgescope::Workspace</name>
    <message>
        <source>Opening the sample</source>
        <translation>Beispiel wird geöffnet</translation>
    </message>
    <message>
        <source>Cancel measuring</source>
        <translation>Messen abbrechen</translation>
    </message>
    <message>
        <source>%1, %2-d</source>
        <translation>%1, %2-d</translation>
    </message>
    <message>
        <source>Neighbor lists</source>
        <translation>Nachbarlisten</translation>
    </message>
    <message>
        <source>Permutation null</source>
        <translation>Permutations-Null</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>Überlappungen</translation>
    </message>
    <message>
        <source>Overlaps of all mappings</source>
        <translation>Überlappungen aller Abbildungen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Training %1</source>
        <translation>%1 wird trainiert</translation>
    </message>
    <message>
        <source>Null over every K</source>
        <translation>Null über alle K</translation>
    </message>
    <message>
        <source>Lists without hubs</source>
        <translation>Listen ohne Hubs</translation>
    </message>
    <message>
        <source>Other measures</source>
        <translation>Andere Maße</translation>
    </message>
    <message>
        <source>cut after epoch %1 of %2</source>
        <translation>nach Epoche %1 von %2 abgebrochen</translation>
    </message>
    <message>
        <source>extended from %1 to %2 epochs</source>
        <translation>von %1 auf %2 Epochen verlängert</translation>
    </message>
    <message>
        <source>learning rate %1 after epoch %2</source>
        <translation>Lernrate %1 nach Epoche %2</translation>
    </message>
    <message>
        <source>diverged; weights of epoch %1</source>
        <translation>divergiert; Gewichte von Epoche %1</translation>
    </message>
    <message>
        <source>Keeping %1</source>
        <translation>%1 wird behalten</translation>
    </message>
    <message>
        <source>%1 after epoch %2</source>
        <translation>%1 nach Epoche %2</translation>
    </message>
    <message>
        <source>Overlaps without hubs</source>
        <translation>Überlappungen ohne Hubs</translation>
    </message>
    <message>
        <source>Intervals over every K</source>
        <translation>Intervalle über jedes K</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>stopped early after epoch %1: no better for %2</source>
        <translation>früh beendet nach Epoche %1: nicht besser seit %2</translation>
    </message>
    <message>
        <source>%1 at learning rate %2</source>
        <translation>%1 mit Lernrate %2</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>opened from %1</source>
        <translation>geöffnet aus %1</translation>
    </message>
    <message>
        <source>opened from %1: trained on other items or another split, so that held-out items may be among them</source>
        <translation>geöffnet aus %1: an anderen Elementen oder mit einer anderen Aufteilung trainiert, sodass zurückgehaltene Elemente darunter sein können</translation>
    </message>
    <message>
        <source>%1 was cancelled before its first epoch ended: nothing of it is kept</source>
        <translation>%1 wurde abgebrochen, bevor die erste Epoche zu Ende war: nichts davon bleibt</translation>
    </message>
    <message>
        <source>%1 was cancelled before it was solved: nothing of it is kept</source>
        <translation>%1 wurde abgebrochen, bevor die Lösung da war: nichts davon bleibt</translation>
    </message>
</context>
<context>
    <name>bridgescope::WorkspacePanel</name>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
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
        <source>X,f  Y,f</source>
        <translation>X,f  Y,f</translation>
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
    <message>
        <source>Named selections</source>
        <translation>Benannte Auswahlen</translation>
    </message>
    <message>
        <source>%L1 items</source>
        <translation>%L1 Elemente</translation>
    </message>
    <message>
        <source>%1
Click: select; Shift adds, Ctrl removes; F2 renames</source>
        <translation>%1
Klick: auswählen; Umschalt fügt hinzu, Strg nimmt weg; F2 benennt um</translation>
    </message>
    <message>
        <source>Name the selection…</source>
        <translation>Auswahl benennen …</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Add to the selection</source>
        <translation>Zur Auswahl hinzufügen</translation>
    </message>
    <message>
        <source>Take from the selection</source>
        <translation>Aus der Auswahl nehmen</translation>
    </message>
    <message>
        <source>Measure these items</source>
        <translation>Diese Elemente messen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Pair…</source>
        <translation>Paar …</translation>
    </message>
    <message>
        <source>New pair</source>
        <translation>Neues Paar</translation>
    </message>
    <message>
        <source>Mapping…</source>
        <translation>Abbildung …</translation>
    </message>
    <message>
        <source>New mapping</source>
        <translation>Neue Abbildung</translation>
    </message>
    <message>
        <source>The cross or Delete cancels the training</source>
        <translation>Das Kreuz oder Entf bricht das Training ab</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Mappings from %1 to %2: overlaps X,f(X) and Y,f(X) at the shared K; double click or Enter looks at one</source>
        <translation>Abbildungen von %1 nach %2: Überlappungen X,f(X) und Y,f(X) beim gemeinsamen K; Doppelklick oder Eingabe betrachtet eine</translation>
    </message>
</context>
</TS>
