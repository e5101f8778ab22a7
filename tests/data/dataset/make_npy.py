#!/usr/bin/python3
"""Freezes small .npy files as numpy writes them, with what numpy makes of them as float32 (raw little-endian bytes).

Made with numpy 1.24.2. Run in this folder; writes npy/*.npy and npy/*.f32 (N x d float32, row after row).
"""
import os
import numpy as np
from numpy.lib import format as npy

os.makedirs('npy', exist_ok=True)
rng = np.random.default_rng(7)
n, d = 7, 5


def keep(name, array, version=None):
    with open(f'npy/{name}.npy', 'wb') as f:
        npy.write_array(f, array, version=version)
    with np.errstate(over='ignore'):
        np.ascontiguousarray(array).astype('<f4').tofile(f'npy/{name}.f32')


real = rng.normal(size=(n, d))
real[1, 1], real[2, 2], real[3, 3] = 1e-42, 65504, -2.0 ** -24
half = real.astype('f2')
half[4, 0], half[4, 1], half[4, 2] = np.inf, -np.inf, np.nan
half[5, 0] = -0.0
for order in '<>':
    word = 'little' if order == '<' else 'big'
    keep(f'f16_{word}', half.astype(order + 'f2'))
    keep(f'f32_{word}', real.astype(order + 'f4'))
    wide = real.copy()
    wide[0, 0], wide[0, 1], wide[0, 2] = 1e300, -3.5e38, 3.4028235677973366e38
    keep(f'f64_{word}', wide.astype(order + 'f8'))
    for size in (1, 2, 4, 8):
        for kind in 'iu':
            info = np.iinfo(f'{kind}{size}')
            whole = rng.integers(info.min, info.max, size=(n, d), dtype=f'{kind}{size}', endpoint=True)
            whole[0, 0], whole[0, 1] = info.min, info.max
            if size == 1 and order == '>':
                continue
            keep(f'{kind}{8 * size}_{word}', whole.astype(f'{order}{kind}{size}'))
keep('bool', rng.integers(0, 2, size=(n, d)).astype(bool))
for kind in ('f2', 'f4', 'f8', 'i4'):
    keep(f'fortran_{kind}', np.asfortranarray((100 * real).astype(kind) if kind == 'i4' else real.astype('<' + kind)))
keep('fortran_big', np.asfortranarray(real.astype('>f8')))
keep('version2', real.astype('<f4'), (2, 0))
keep('version3', real.astype('<f4'), (3, 0))
keep('one_item', real[:1].astype('<f4'))
keep('one_dimension', real[:, :1].astype('<f4'))
