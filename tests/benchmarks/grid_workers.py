#!/usr/bin/python3
"""A grid of 200 small cells with 2 workers against 1, run in turn on one machine, and whether the tables are equal.

usage: grid_workers.py BRIDGESCOPE_CLI [--rounds 3] [--workers 2] [--items 400]

2 data sets x 2 directions x 10 maps (ridge and nets) x 5 seeds, 2 folds each: 200 cells of some hundredths to tenths of a second. Prints
the wall time of every run, the medians and their ratio (which should be at most .58 with 2 workers on 2 idle cores), and compares
table.csv, table.md, table.tex and methods.txt byte by byte. Exit code 1 where they differ. Needs Debian's python3-numpy.
"""
import argparse, json, pathlib, statistics, subprocess, sys, tempfile, time
import numpy as np


def write_data(folder, items):
    random = np.random.default_rng(1)
    hidden = random.normal(size=(items, 12))
    for name, d in (('x', 48), ('y', 32), ('z', 24)):
        noise = random.normal(size=(items, d))
        np.save(folder / f'{name}.npy', (hidden @ random.normal(size=(12, d)) + noise).astype(np.float32))
    net = {'map': 'net', 'hidden': [64], 'epochs': 20, 'batch': 64}
    spec = {
        'title': 'Two hundred cells',
        'data': [{'name': 'A', 'x': 'x.npy', 'y': 'y.npy'}, {'name': 'B', 'x': 'x.npy', 'y': 'z.npy'}],
        'maps': [{'name': 'ridge', 'map': 'ridge', 'ridge': [1e-4, 1e-3, 1e-2, 1e-1]},
                 {'name': 'nn', **net, 'learning-rate': [1e-4, 3e-4, 1e-3]},
                 {'name': 'cosine', **net, 'loss': 'cosine', 'learning-rate': [1e-4, 3e-4, 1e-3]}],
        'folds': 2, 'seed': [1, 2, 3, 4, 5], 'k': 10,
    }
    (folder / 'spec.json').write_text(json.dumps(spec))


def run(program, folder, workers, out):
    begin = time.monotonic()
    subprocess.run([program, 'grid', folder / 'spec.json', '--out', out, '--threads', str(workers), '--quiet'],
                   check=True, stdout=subprocess.DEVNULL)
    seconds = time.monotonic() - begin
    cells = len(list((out / 'cells').glob('*.json')))
    print(f'{workers} worker{"s" if workers > 1 else ""}: {seconds:.2f} s, {cells} cells', flush=True)
    return seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('program')
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--workers', type=int, default=2)
    parser.add_argument('--items', type=int, default=400)
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_data(folder, options.items)
        times = {1: [], options.workers: []}
        for round in range(options.rounds):
            for workers in times:
                times[workers].append(run(program, folder, workers, folder / f'out-{round}-{workers}'))
        one, several = statistics.median(times[1]), statistics.median(times[options.workers])
        print(f'medians of {options.rounds}: {one:.2f} s with 1 worker, {several:.2f} s with {options.workers}: '
              f'{several / one:.3f} of it')
        first = folder / 'out-0-1'
        different = [str(other.relative_to(folder) / file) for other in sorted(folder.glob('out-*'))
                     for file in ('table.csv', 'table.md', 'table.tex', 'methods.txt')
                     if (other / file).read_bytes() != (first / file).read_bytes()]
        print('tables equal' if not different else 'tables differ: ' + ', '.join(different))
        return 1 if different else 0


if __name__ == '__main__':
    sys.exit(main())
