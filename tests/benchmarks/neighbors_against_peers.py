#!/usr/bin/python3
"""Our lists and overlap of three sets against what a user would pick instead, run in turn on one machine.

usage: neighbors_against_peers.py BENCHMARK_NEIGHBORS [--rounds 5] [--peers faiss,sklearn,sgemm] [N,D,K ...]

Prints, for each workload, the median seconds of each, the ratio to ours (median of the rounds' ratios), the same of processor seconds
(of all threads, which a busy machine distorts less), GFLOP/s of full products, BLAS, kernel and threads of both sides. Needs Debian's python3-numpy, python3-threadpoolctl and, for its peers, python3-faiss and
python3-sklearn, over libopenblas0-pthread: ratios against the reference BLAS would mean nothing.
"""
import argparse, os, statistics, subprocess, sys, time
import numpy as np
from threadpoolctl import threadpool_info


def views(n, d):
    rng = np.random.default_rng(0)
    base = rng.standard_normal((n, 32), dtype=np.float32)
    return [base @ rng.standard_normal((32, d), dtype=np.float32) + 2 * rng.standard_normal((n, d), dtype=np.float32) for _ in range(3)]


def overlap(a, b, k):
    both = np.concatenate([a, b], axis=1)
    both.sort(axis=1)
    return (both[:, 1:] == both[:, :-1]).sum() / (a.shape[0] * k)


def faiss(v, k):
    import faiss as library
    u = v / np.linalg.norm(v, axis=1, keepdims=True)
    index = library.IndexFlatIP(v.shape[1])
    index.add(u)
    return index.search(u, k + 1)[1][:, 1:]


def sklearn(v, k):
    from sklearn.neighbors import NearestNeighbors
    return NearestNeighbors(n_neighbors=k + 1, metric='cosine', algorithm='brute').fit(v).kneighbors(v, return_distance=False)[:, 1:]


def sgemm(v, _):
    for start in range(0, v.shape[0], 1024):
        v[start:start + 1024] @ v.T


PEERS = {'faiss': faiss, 'sklearn': sklearn, 'sgemm': sgemm}


def once(peer, sets, k):
    start, processor = time.perf_counter(), time.process_time()
    lists = [PEERS[peer](v, k) for v in sets]
    if lists[0] is not None:
        overlap(lists[0], lists[2], k), overlap(lists[1], lists[2], k)
    return time.perf_counter() - start, time.process_time() - processor


class Ours:
    def __init__(self, program, n, d, k):
        self.process = subprocess.Popen([program, str(n), str(d), str(k), '--serve'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.blas = self.process.stdout.readline().strip()

    def once(self):
        self.process.stdin.write('run\n')
        self.process.stdin.flush()
        seconds, processor, self.peak = self.process.stdout.readline().split()
        return float(seconds), float(processor)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--peers', default='faiss,sgemm')
    parser.add_argument('workloads', nargs='*', default=['5000,300,10', '20000,128,10', '8000,2048,10', '20000,128,100'])
    options = parser.parse_intermixed_args()
    blas = [i for i in threadpool_info() if i['user_api'] == 'blas']
    if not any(i['internal_api'] == 'openblas' for i in blas):
        sys.exit('the peers need libopenblas0-pthread as libblas.so.3; found: ' + str(blas))
    print('peers:', '; '.join(f"{i['internal_api']} {i['version']} {i.get('architecture', '')} {i['num_threads']} threads" for i in blas),
          {name: value for name, value in os.environ.items() if name.startswith('OPENBLAS')}, flush=True)
    peers = options.peers.split(',')
    for workload in options.workloads:
        n, d, k = (int(part) for part in workload.split(','))
        sets, ours = views(n, d), Ours(options.program, n, d, k)
        times = {name: [] for name in ['ours', *peers]}
        for _ in range(options.rounds):
            times['ours'].append(ours.once())
            for peer in peers:
                times[peer].append(once(peer, sets, k))
        ours.close()
        print(f'N {n} d {d} K {k}   ours on {ours.blas}, peak {ours.peak} MiB')
        for name, seconds in times.items():
            wall, processor = (statistics.median(s[i] for s in seconds) for i in range(2))
            ratios = [statistics.median(s[i] / o[i] for s, o in zip(seconds, times['ours'])) for i in range(2)]
            print(f'  {name:8s} {wall:8.3f} s  {3 * 2 * n * n * d / wall / 1e9:7.1f} GFLOP/s  {ratios[0]:5.2f} times ours;'
                  f'  processor {processor:8.3f} s  {ratios[1]:5.2f} times ours', flush=True)


main()
