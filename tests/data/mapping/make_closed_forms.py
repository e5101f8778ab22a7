#!/usr/bin/python3
"""Writes closed_forms.json: small sets and what numpy, scipy and scikit-learn make of them.

usage: make_closed_forms.py   (Debian python3 with numpy, scipy, sklearn; versions stand in the file)
Items are rows here. Predictions are of the `test` items.
"""
import json, os, sys
import numpy as np, scipy, scipy.linalg, sklearn
from sklearn.cross_decomposition import PLSRegression

rng = np.random.default_rng(7)


def pair(n, dx, dy, noise):
    z = rng.standard_normal((n + 6, min(dx, dy)))
    x = z @ rng.standard_normal((z.shape[1], dx)) + .3 * rng.standard_normal((n + 6, dx)) + 2
    y = np.tanh(x @ rng.standard_normal((dx, dy)) / 3) + noise * rng.standard_normal((n + 6, dy)) - 1
    x, y = x.astype(np.float32), y.astype(np.float32)
    return x[:n], y[:n], x[n:]


def centred(x, y):
    mx, my = x.mean(0, dtype=np.float64), y.mean(0, dtype=np.float64)
    return x - mx, y - my, mx, my


def least_squares(x, y, t):
    xc, yc, mx, my = centred(x, y)
    return my + (t - mx) @ np.linalg.pinv(xc, rcond=max(xc.shape) * 2.0**-23) @ yc


def ridge(x, y, t, rho):
    xc, yc, mx, my = centred(x, y)
    lam = rho * np.trace(xc.T @ xc) / x.shape[1]
    return my + (t - mx) @ np.linalg.solve(xc.T @ xc + lam * np.eye(x.shape[1]), xc.T @ yc)


def procrustes(x, y, t, scaling, centre):
    xc, yc, mx, my = centred(x, y) if centre else (x.astype(float), y.astype(float), 0, 0)
    if x.shape[1] == y.shape[1]:
        w, s = scipy.linalg.orthogonal_procrustes(xc, yc)
    else:
        u, d, vt = np.linalg.svd(xc.T @ yc, full_matrices=False)
        w, s = u @ vt, d.sum()
    return my + (t - mx) @ w * (s / (xc**2).sum() if scaling else 1)


def cca(x, y, t, rho, components):
    """By the generalized symmetric eigenproblem of scipy: Cxy Cyy^-1 Cyx a = r² Cxx a."""
    xc, yc, mx, my = centred(x, y)
    n = len(x)
    ridge_of = lambda c: c + rho * np.trace(c) / len(c) * np.eye(len(c))
    cxx, cyy, cxy = ridge_of(xc.T @ xc / (n - 1)), ridge_of(yc.T @ yc / (n - 1)), xc.T @ yc / (n - 1)
    r2, a = scipy.linalg.eigh(cxy @ np.linalg.solve(cyy, cxy.T), cxx)
    keep = np.argsort(r2)[::-1][:components]
    r, a = np.sqrt(np.maximum(r2[keep], 0)), a[:, keep]
    b = np.linalg.solve(cyy, cxy.T @ a) / r
    return my + (t - mx) @ a @ np.diag(r) @ b.T @ cyy, r


def pls(x, y, t, components):
    m = PLSRegression(n_components=components, scale=False, tol=1e-14, max_iter=20000)
    return m.fit(x.astype(float), y.astype(float)).predict(t.astype(float))


cases = []
for n, dx, dy, noise in [(40, 6, 6, .2), (60, 9, 4, .5), (60, 4, 9, .3), (12, 20, 5, .1)]:
    x, y, t = pair(n, dx, dy, noise)
    f = {"least_squares": least_squares(x, y, t), "ridge_0.01": ridge(x, y, t, .01), "ridge_1": ridge(x, y, t, 1),
         "procrustes": procrustes(x, y, t, False, True), "procrustes_scaling": procrustes(x, y, t, True, True),
         "procrustes_no_centre": procrustes(x, y, t, False, False)}
    few = min(dx, dy, n - 1)
    f["cca_2"], r = cca(x, y, t, .001, 2)
    f["cca"], _ = cca(x, y, t, .001, few)
    for k in (1, 2, few - 1):
        f[f"pls_{k}"] = pls(x, y, t, k)
    cases.append({"x": x.tolist(), "y": y.tolist(), "test": t.tolist(), "correlations": r.tolist(),
                  "f": {k: v.tolist() for k, v in f.items()}})
out = {"made_with": {"python": sys.version.split()[0], "numpy": np.__version__, "scipy": scipy.__version__,
                     "sklearn": sklearn.__version__}, "cases": cases}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "closed_forms.json"), "w") as file:
    json.dump(out, file, separators=(",", ":"))
