#!/usr/bin/python3
"""Freezes what scikit-learn and scipy make of a small set and maps of it: trustworthiness (continuity is that of the
spaces swapped), PCA to two components, and Procrustes alignment. projection.txt holds a line "name rows columns" and the
numbers of each, one item a row; tests/projection/*.cpp read it."""
import os

import numpy as np
import scipy
import sklearn
from scipy.linalg import orthogonal_procrustes
from sklearn.decomposition import PCA
from sklearn.manifold import trustworthiness
from sklearn.preprocessing import normalize

OUT = open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "projection.txt"), "w")


def save(name, array):
    array = np.atleast_2d(array)
    print(name, *array.shape, file=OUT)
    np.savetxt(OUT, array, fmt="%.17g")


def single(array):
    return array.astype(np.float32).astype(float)


def quality(name, x, drawn):
    save(name + "_map", drawn)
    rows = []
    for k in (1, 5, 10, 29):
        cosine = trustworthiness(x, drawn, n_neighbors=k, metric="cosine")
        # Euclidean distance of unit vectors orders as cosine does.
        back = trustworthiness(drawn, normalize(x), n_neighbors=k)
        euclidean = trustworthiness(x, drawn, n_neighbors=k)
        back_euclidean = trustworthiness(drawn, x, n_neighbors=k)
        rows.append([k, cosine, back, euclidean, back_euclidean])
    save(name + "_quality", rows)


def aligned(drawn, target):
    a, b = drawn - drawn.mean(0), target - target.mean(0)
    r, s = orthogonal_procrustes(a, b)
    return a @ r * (s / (a * a).sum()) + target.mean(0)


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    x = single(rng.normal(size=(60, 7)) * [5, 4, 1, 1, 1, 0.5, 0.5] + 1)
    save("set", x)
    pca = PCA(2, svd_solver="full").fit(x)
    axes = pca.components_.copy()
    for axis in axes:
        if axis[np.argmax(np.abs(axis))] < 0:
            axis *= -1
    projected = (x - x.mean(0)) @ axes.T
    save("pca", projected)
    save("variances", np.append(pca.explained_variance_, x.var(0, ddof=1).sum()))
    quality("pca", x, single(projected))
    quality("random", x, single(rng.normal(size=(60, 2))))

    target = single(projected)
    turned = np.array([[0.6, -0.8], [0.8, 0.6]])
    noise = 0.3 * rng.normal(size=(60, 2))
    for name, drawn in {
        "rotated": 0.25 * target @ turned + [3, -7] + noise,
        "reflected": 4 * target @ turned @ np.diag([1, -1]) + noise,
        "unlike": rng.normal(size=(60, 2)),
    }.items():
        drawn = single(drawn)
        save(name, drawn)
        save(name + "_aligned", aligned(drawn, target))
    print("numpy", np.__version__, "scipy", scipy.__version__, "scikit-learn", sklearn.__version__)
