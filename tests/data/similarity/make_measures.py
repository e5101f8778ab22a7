#!/usr/bin/python3
"""Freezes the measures of core/similarity from plain numpy and scipy formulas, each written from its definition.

usage: make_measures.py > measures.json      (Debian's python3-numpy, python3-scipy)
Sets are lists of rows (items) of multiples of 1/64, exact in float32.
"""
import json, sys
import numpy as np, scipy
from scipy.stats import spearmanr

rng = np.random.default_rng(11)


def exact(x):
    return np.round(x * 64) / 64


def gram_cka(a, b):
    n = len(a)
    h = np.eye(n) - 1 / n
    k, l = h @ (a @ a.T) @ h, h @ (b @ b.T) @ h
    return (k * l).sum() / np.sqrt((k * k).sum() * (l * l).sum())


def song(k, l):
    n = len(k)
    k, l = k.copy(), l.copy()
    np.fill_diagonal(k, 0)
    np.fill_diagonal(l, 0)
    one = np.ones(n)
    return (np.trace(k @ l) + one @ k @ one * (one @ l @ one) / ((n - 1) * (n - 2)) - 2 / (n - 2) * (one @ k @ l @ one)) / (n * (n - 3))


def unbiased_cka(a, b):  # of the products of items as they are: the estimator does not see the mean
    k, l = a @ a.T, b @ b.T
    return song(k, l) / np.sqrt(song(k, k) * song(l, l))


def unit(a):
    return a / np.linalg.norm(a, axis=1, keepdims=True)


def lists(a, k):
    g = unit(a) @ unit(a).T
    np.fill_diagonal(g, -np.inf)
    return np.argsort(-g, axis=1, kind='stable')[:, :k]


def cknna(a, b, k):
    a, b = a - a.mean(0), b - b.mean(0)
    n = len(a)
    def mask(v):
        m = np.zeros((n, n))
        np.put_along_axis(m, lists(v, k), 1, axis=1)
        return m
    ka, kb, ma, mb = unit(a) @ unit(a).T, unit(b) @ unit(b).T, mask(a), mask(b)
    return song(ma * mb * ka, ma * mb * kb) / np.sqrt(song(ma * ka, ma * ka) * song(mb * kb, mb * kb))


def rsa(a, b):
    upper = np.triu_indices(len(a), 1)
    ca, cb = (unit(v - v.mean(0)) for v in (a, b))
    return spearmanr((ca @ ca.T)[upper], (cb @ cb.T)[upper]).correlation


def canonical(a, b):
    """Correlations and variates of centred full-rank sets by QR (Bjorck and Golub 1973)."""
    qa, qb = np.linalg.qr(a)[0], np.linalg.qr(b)[0]
    u, s, vt = np.linalg.svd(qa.T @ qb)
    m = min(a.shape[1], b.shape[1])
    return s[:m], qa @ u[:, :m], qb @ vt.T[:, :m]


def svcca(a, b):
    def reduce(v):
        u, s, _ = np.linalg.svd(v - v.mean(0), full_matrices=False)
        kept = np.searchsorted(np.cumsum(s ** 2) / (s ** 2).sum(), .99) + 1
        return u[:, :kept] * s[:kept]
    ra, rb = reduce(a), reduce(b)
    if ra.shape[1] + rb.shape[1] >= len(a):
        return None
    return canonical(ra, rb)[0].mean()


def pwcca(a, b):
    a, b = a - a.mean(0), b - b.mean(0)
    if np.linalg.matrix_rank(a) + np.linalg.matrix_rank(b) >= len(a):
        return None, None
    s, ha, hb = canonical(a, b)
    wa, wb = abs(ha.T @ a).sum(1), abs(hb.T @ b).sum(1)
    return (wa * s).sum() / wa.sum(), (wb * s).sum() / wb.sum()


def procrustes(a, b):
    a, b = a - a.mean(0), b - b.mean(0)
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    return 2 - 2 * np.linalg.svd(a.T @ b, compute_uv=False).sum()


def rbo(x, y, p):
    k = len(x)
    shared = [len(set(x[:d]) & set(y[:d])) for d in range(1, k + 1)]
    return shared[-1] / k * p ** k + (1 - p) / p * sum(shared[d - 1] / d * p ** d for d in range(1, k + 1))


def lcs(x, y):
    table = np.zeros((len(x) + 1, len(y) + 1), int)
    for i, u in enumerate(x):
        for j, v in enumerate(y):
            table[i + 1, j + 1] = table[i, j] + 1 if u == v else max(table[i, j + 1], table[i + 1, j])
    return table[-1, -1]


def by_lists(a, b, k):
    la, lb = lists(a, k).tolist(), lists(b, k).tolist()
    n = len(a)
    return {
        'knn-jaccard': np.mean([len(set(x) & set(y)) / len(set(x) | set(y)) for x, y in zip(la, lb)]),
        'rbo': np.mean([rbo(x, y, .9) for x, y in zip(la, lb)]),
        'lcs': np.mean([lcs(x, y) / k for x, y in zip(la, lb)]),
        'cycle-knn': np.mean([i in la[j] for i in range(n) for j in lb[i]]),
    }


def measure(a, b, k):
    weighted = pwcca(a, b)
    values = {'cka': gram_cka(a, b), 'cka-unbiased': unbiased_cka(a, b), 'cknna': cknna(a, b, k), 'rsa': rsa(a, b), 'svcca': svcca(a, b),
              'pwcca-a': weighted[0], 'pwcca-b': weighted[1], 'procrustes': procrustes(a, b)}
    values.update(by_lists(a, b, k))
    return {'k': k, 'a': a.tolist(), 'b': b.tolist(), 'values': {name: None if v is None else float(v) for name, v in values.items()}}


cases = []
a = exact(rng.standard_normal((60, 7)) + 1)
cases.append(measure(a, exact(a @ rng.standard_normal((7, 5)) + rng.standard_normal((60, 5))), 8))
a = exact(rng.standard_normal((24, 40)))
cases.append(measure(a, exact(a[:, :6] + rng.standard_normal((24, 6)) - 2), 5))   # more dimensions than items
a = exact(rng.standard_normal((50, 4)) * [8, 4, 2, 1])
cases.append(measure(a, exact(rng.standard_normal((50, 9))), 49))                 # nothing shared, every other item listed
json.dump({'made with': {'numpy': np.__version__, 'scipy': scipy.__version__, 'python': sys.version.split()[0]}, 'cases': cases}, sys.stdout)
