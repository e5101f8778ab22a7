#!/usr/bin/python3
"""One training epoch of the paper's net against torch and scikit-learn, run in turn on one machine.

usage: training_against_peers.py BENCHMARK_TRAINING [--rounds 5] [--threads 2] [N,DX,H,DY ...]

One hidden layer, relu, Adam 1e-3, squared error, batch 128, a fresh shuffle each epoch. Prints, for each workload, the median seconds
of each, the ratio to ours (median of the rounds' ratios), GFLOP/s, BLAS, kernel and threads of both sides. Needs Debian's
python3-numpy, python3-torch, python3-sklearn and python3-threadpoolctl over libopenblas0-pthread.
"""
import argparse, statistics, subprocess, sys, time, warnings
import numpy as np
import torch
from sklearn.neural_network import MLPRegressor
from threadpoolctl import threadpool_info


class Torch:
    def __init__(self, x, y, h):
        self.x, self.y = torch.from_numpy(x), torch.from_numpy(y)
        self.net = torch.nn.Sequential(torch.nn.Linear(x.shape[1], h), torch.nn.ReLU(), torch.nn.Linear(h, y.shape[1]))
        self.adam = torch.optim.Adam(self.net.parameters(), 1e-3)

    def epoch(self):
        order = torch.randperm(len(self.x))
        for start in range(0, len(order), 128):
            items = order[start:start + 128]
            self.adam.zero_grad(set_to_none=True)
            torch.nn.functional.mse_loss(self.net(self.x[items]), self.y[items]).backward()
            self.adam.step()


class Sklearn:
    def __init__(self, x, y, h):
        warnings.simplefilter('ignore')
        self.x, self.y = x, y
        self.net = MLPRegressor((h,), solver='adam', batch_size=128, max_iter=1, warm_start=True, learning_rate_init=1e-3)

    def epoch(self):
        self.net.fit(self.x, self.y)


class Ours:
    def __init__(self, program, sizes):
        command = [program, *(str(s) for s in sizes), '--serve']
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.blas = self.process.stdout.readline().strip()

    def epoch(self):
        self.process.stdin.write('epoch\n')
        self.process.stdin.flush()
        seconds, self.peak = self.process.stdout.readline().split()
        return float(seconds)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def timed(peer):
    start = time.perf_counter()
    own = peer.epoch()
    return own if own is not None else time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--threads', type=int, default=2)
    parser.add_argument('workloads', nargs='*', default=['16000,2048,1024,256', '16000,128,512,102'])
    options = parser.parse_intermixed_args()
    torch.set_num_threads(options.threads)
    blas = [i for i in threadpool_info() if i['user_api'] == 'blas']
    if not any(i['internal_api'] == 'openblas' for i in blas):
        sys.exit('the peers need libopenblas0-pthread as libblas.so.3; found: ' + str(blas))
    print('peers:', '; '.join(f"{i['internal_api']} {i['version']} {i.get('architecture', '')} {i['num_threads']} threads" for i in blas))
    print(f'torch {torch.__version__}, {torch.get_num_threads()} threads', flush=True)
    for workload in options.workloads:
        n, dx, h, dy = sizes = [int(part) for part in workload.split(',')]
        rng = np.random.default_rng(0)
        x = rng.standard_normal((n, dx), dtype=np.float32)
        y = np.tanh(x[:, :32] @ rng.standard_normal((32, dy), dtype=np.float32))
        peers = {'ours': Ours(options.program, sizes), 'torch': Torch(x, y, h), 'sklearn': Sklearn(x, y, h)}
        for peer in peers.values():
            peer.epoch()  # warm
        times = {name: [] for name in peers}
        for _ in range(options.rounds):
            for name, peer in peers.items():
                times[name].append(timed(peer))
        peers['ours'].close()
        print(f"N {n}  {dx}-{h}-{dy}   ours on {peers['ours'].blas}, peak {peers['ours'].peak} MiB")
        flop = n * (4 * dx * h + 6 * h * dy)
        for name, seconds in times.items():
            median = statistics.median(seconds)
            ratio = statistics.median(s / o for s, o in zip(seconds, times['ours']))
            print(f'  {name:8s} {median:8.4f} s  {flop / median / 1e9:7.1f} GFLOP/s  {ratio:5.2f} times ours', flush=True)


main()
