#!/usr/bin/python3
"""Freezes Wilcoxon's test (scipy), the matched-pairs rank-biserial correlation and Holm's correction (statsmodels).

usage: make_paired_tests.py > paired_tests.txt      (Debian's python3-scipy, python3-statsmodels)
Lines: `wilcoxon P EFFECT D1 D2 ...` and `holm N P1 ... PN A1 ... AN`.
"""
import sys
import numpy as np, scipy, statsmodels
from scipy.stats import rankdata, wilcoxon
from statsmodels.stats.multitest import multipletests

rng = np.random.default_rng(7)
print('# numpy', np.__version__, 'scipy', scipy.__version__, 'statsmodels', statsmodels.__version__, 'python', sys.version.split()[0])


def text(values):
    return ' '.join(repr(float(v)) for v in values)


cases = [
    rng.standard_normal(40),
    rng.integers(-5, 6, 200),                       # many ties, many zeros
    rng.integers(0, 4, 60),                         # never negative
    rng.integers(-3, 9, 1000) / 10,
    np.array([1.0]),
    np.array([0.0, 0.0, 2.0, -1.0, -1.0]),
    np.full(30, 0.25),
    np.concatenate([np.zeros(50), rng.standard_normal(12) + 0.5]),
    np.full(3000, 0.1) * rng.choice([-1, 1], 3000, p=[.45, .55]),
]
for d in cases:
    d = np.asarray(d, float)
    p = wilcoxon(d, zero_method='wilcox', correction=False, mode='approx').pvalue
    kept = d[d != 0]
    ranks = rankdata(abs(kept))
    effect = (ranks[kept > 0].sum() - ranks[kept < 0].sum()) / ranks.sum()
    print('wilcoxon', repr(float(p)), repr(float(effect)), text(d))
for p in [[.01], [.04, .01, .03], [.5, .9, .2, .7], [.02, .02, .02, .02], rng.random(12) ** 3, [0.0, 1.0, 1e-300, .05, .049999]]:
    adjusted = multipletests(p, method='holm')[1]
    print('holm', len(p), text(p), text(adjusted))
