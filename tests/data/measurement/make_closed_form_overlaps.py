#!/usr/bin/python3
"""Writes closed_form_overlaps.json: mNNO^10(X, f(X)) and mNNO^10(Y, f(X)) of the closed forms, made with numpy, scipy and
scikit-learn alone, in float64.

usage: make_closed_form_overlaps.py WORDS.npy PICTURES.npy [TEXT.csv IMAGE.csv]
  the sample's two sets (resources/samples/emoji) and the two CSV files of IAPR TC-12 (label first), paired by row.
Five folds, item i in fold i mod 5; cosine, the item itself left out, neighbors among the fold's items alone, equal cosines
to the lower row. cca: covariances each plus .001 trace/d, all components (which makes it ridge) and 20,
by scipy.linalg.eigh. ridge: rho = .001. pls: 10
components, PLSRegression(scale=False, tol=1e-14). procrustes: thin SVD of the cross-product.
"""
import json, os, sys
import numpy as np, scipy, scipy.linalg, sklearn
from sklearn.cross_decomposition import PLSRegression


def read_csv(file):
    return np.array([[float(v) for v in line.strip().split(',')[1:]] for line in open(file)])


def lists(v, k=10):
    u = v / np.linalg.norm(v, axis=1, keepdims=True)
    cosines = np.round(u @ u.T, 12)  # equal rows are equal again
    np.fill_diagonal(cosines, -np.inf)
    return np.argsort(-cosines, axis=1, kind='stable')[:, :k]


def overlap(a, b):
    return float(np.mean([len(np.intersect1d(p, q)) / a.shape[1] for p, q in zip(a, b)]))


def ridge(x, y):
    s = x.T @ x
    return np.linalg.solve(s + .001 * np.trace(s) / len(s) * np.eye(len(s)), x.T @ y)


def procrustes(x, y):
    u, _, vt = np.linalg.svd(x.T @ y, full_matrices=False)
    return u @ vt


def cca(x, y, components=None):
    plus = lambda c: c + .001 * np.trace(c) / len(c) * np.eye(len(c))
    n = len(x)
    cxx, cyy, cxy = plus(x.T @ x / (n - 1)), plus(y.T @ y / (n - 1)), x.T @ y / (n - 1)
    r2, a = scipy.linalg.eigh(cxy @ np.linalg.solve(cyy, cxy.T), cxx)
    keep = np.argsort(r2)[::-1][:components or min(x.shape[1], y.shape[1])]
    r, a = np.sqrt(r2[keep]), a[:, keep]
    b = np.linalg.solve(cyy, cxy.T @ a) / r
    return a @ np.diag(r) @ b.T @ cyy


def figures(x, y):
    of, out = np.arange(len(x)) % 5, {}
    for fold in range(5):
        train, test = of != fold, of == fold
        mx, my = x[train].mean(0), y[train].mean(0)
        xc, yc, t = x[train] - mx, y[train] - my, x[test] - mx
        f = {name: t @ w + my for name, w in [('ridge', ridge(xc, yc)), ('procrustes', procrustes(xc, yc)),
                                              ('cca', cca(xc, yc)), ('cca20', cca(xc, yc, 20))]}
        pls = PLSRegression(n_components=10, scale=False, tol=1e-14, max_iter=100000).fit(x[train], y[train])
        f['pls'] = pls.predict(x[test])
        lx, ly = lists(x[test]), lists(y[test])
        for name, prediction in f.items():
            lf = lists(prediction)
            cosine = np.sum(prediction * y[test], 1) / np.linalg.norm(prediction, axis=1) / np.linalg.norm(y[test], axis=1)
            out.setdefault(name, []).append([overlap(lx, lf), overlap(ly, lf), float(cosine.mean())])
    return {name: np.array(v).mean(0).tolist() for name, v in out.items()}


def both(x, y):
    return {'xy': figures(x, y), 'yx': figures(y, x)}


words, pictures, *iapr = sys.argv[1:]
result = {'made_with': {'python': sys.version.split()[0], 'numpy': np.__version__, 'scipy': scipy.__version__,
                        'sklearn': sklearn.__version__},
          'columns': ['x_fx', 'y_fx', 'cosine'],
          'sample': both(np.load(words).astype(float)[:600], np.load(pictures).astype(float)[:600])}
if iapr:
    result['iapr'] = both(*(read_csv(file) for file in iapr))
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'closed_form_overlaps.json')
with open(path, 'w') as file:
    json.dump(result, file, indent=1)
    file.write('\n')
