#!/usr/bin/python3
"""Freezes what numpy and scikit-learn make of two small sets, one with more items than dimensions and one with fewer.
Each has a constant dimension and two proportional ones, so that the covariance is singular. preprocessing.txt holds a
line "name rows columns" and the numbers of each, one item a row; tests/preprocessing/pipeline.cpp reads it."""
import os

import numpy as np
import sklearn
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler, normalize

OUT = open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "preprocessing.txt"), "w")


def save(name, array):
    array = np.atleast_2d(array)
    print(name, *array.shape, file=OUT)
    np.savetxt(OUT, array, fmt="%.17g")


def training(n, d, seed):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, d)) @ rng.normal(size=(d, d)) + 5 * rng.normal(size=d)
    x[:, 2] = 0.1
    x[:, 4] = -2 * x[:, 3]
    return x.astype(np.float32).astype(float)


def fixed_signs(axes):
    for axis in axes:
        if axis[np.argmax(np.abs(axis))] < 0:
            axis *= -1
    return axes


def freeze(name, n, d, held_out, seed):
    x = training(n, d, seed)
    z = training(held_out, d, seed + 100)
    save(name + "_training", x)
    save(name + "_held_out", z)
    mean = x.mean(0)
    save(name + "_centre", z - mean)
    save(name + "_unit", normalize(z))
    save(name + "_standardize", StandardScaler().fit(x).transform(z))
    values, vectors = np.linalg.eigh(np.cov(x, rowvar=False))
    kept = values > 1e-10 * values[-1]
    whiten = vectors[:, kept] / np.sqrt(values[kept]) @ vectors[:, kept].T
    save(name + "_whiten", (z - mean) @ whiten)
    save(name + "_whiten_undone", mean + (z - mean) @ vectors[:, kept] @ vectors[:, kept].T)
    pca = PCA(3, svd_solver="full").fit(x)
    axes = fixed_signs(pca.components_.copy())
    save(name + "_pca3", (z - mean) @ axes.T)
    save(name + "_pca3_undone", mean + (z - mean) @ axes.T @ axes)
    # scikit-learn's PCA whitening is pca and then whiten; held-out items in the axes' signs above
    white = PCA(3, whiten=True, svd_solver="full").fit(x)
    signs = np.sign((white.components_ * axes).sum(1))
    save(name + "_pca3_whiten", white.transform(z) * signs)
    save(name + "_variances", np.append(pca.explained_variance_, np.trace(np.cov(x, rowvar=False))))


if __name__ == "__main__":
    freeze("tall", 40, 6, 5, 1)
    freeze("wide", 7, 12, 5, 2)
    print("numpy", np.__version__, "scikit-learn", sklearn.__version__)
