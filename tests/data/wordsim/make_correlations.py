#!/usr/bin/python3
"""Freezes Spearman's correlation (scipy) and Steiger's Z1* (1980) written out from its paper's covariance.

usage: make_correlations.py > correlations.txt      (Debian's python3-scipy)
Blocks `name rows columns` and numbers: pairs of samples with their Spearman; `steiger` rows r12 r13 r23 n z p.
"""
import math
import numpy as np
from scipy.stats import norm, rankdata, spearmanr

rng = np.random.default_rng(11)


def block(name, table):
    table = np.atleast_2d(np.asarray(table, float))
    print(name, *table.shape)
    for row in table:
        print(' '.join(repr(float(v)) for v in row))


samples = [
    (rng.standard_normal(50), rng.standard_normal(50)),
    (rng.integers(0, 5, 200), rng.integers(0, 7, 200)),            # many ties
    (np.arange(30), np.arange(30) ** 3),                           # 1
    (np.arange(30), -np.exp(np.arange(30) / 4)),                   # -1
    (rng.integers(0, 2, 40), rng.standard_normal(40)),
]
for i, (a, b) in enumerate(samples):
    block(f'a{i}', a)
    block(f'b{i}', b)
    block(f'ranks{i}', rankdata(b))
    block(f'rho{i}', [[spearmanr(a, b)[0]]])


def steiger(r12, r13, r23, n):
    """Equation 14 with the pooled estimate: psi the covariance of r12 and r13 (Pearson & Filon 1898), c = psi over
    the product of their variances (1 - r^2)."""
    r = (r12 + r13) / 2
    psi = r23 * (1 - r ** 2 - r ** 2) - 0.5 * (r * r) * (1 - r ** 2 - r ** 2 - r23 ** 2)
    c = psi / ((1 - r ** 2) * (1 - r ** 2))
    z = math.sqrt(n - 3) * (np.arctanh(r12) - np.arctanh(r13)) / math.sqrt(2 - 2 * c)
    return [r12, r13, r23, n, z, 2 * norm.sf(abs(z))]


block('steiger', [steiger(*case) for case in
                  [(.5, .3, .6, 100), (.632, .601, .97, 353), (-.2, .4, -.5, 40), (.05, .049, .999, 3000), (.9, -.9, -.8, 12)]])
