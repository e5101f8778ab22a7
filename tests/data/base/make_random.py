#!/usr/bin/python3
"""Random numbers as core/base/random.h defines them, written without it: MT19937-64 (Nishimura and Matsumoto 2004) seeded by
SplitMix64's finalizer of seed + FNV-1a(stream name) + the golden ratio. Prints what tests/base/random.cpp and
tests/pairing/split.cpp hold. Python's standard library alone."""
import math

M = (1 << 64) - 1


class Engine:
    def __init__(self, seed):
        self.state = [seed & M]
        for i in range(1, 312):
            last = self.state[-1]
            self.state.append((6364136223846793005 * (last ^ (last >> 62)) + i) & M)
        self.next = 312

    def bits(self):
        if self.next == 312:
            for i in range(312):
                x = (self.state[i] & 0xFFFFFFFF80000000) | (self.state[(i + 1) % 312] & 0x7FFFFFFF)
                self.state[i] = self.state[(i + 156) % 312] ^ (x >> 1) ^ (0xB5026F5AA96619E9 if x & 1 else 0)
            self.next = 0
        x = self.state[self.next]
        self.next += 1
        x ^= (x >> 29) & 0x5555555555555555
        x ^= (x << 17) & 0x71D67FFFEDA60000
        x ^= (x << 37) & 0xFFF7EEE000000000
        return x ^ (x >> 43)


def stream(seed, name):
    h = 0xCBF29CE484222325
    for byte in name.encode():
        h = ((h ^ byte) * 0x100000001B3) & M
    z = (seed + h + 0x9E3779B97F4A7C15) & M
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M
    return Engine(z ^ (z >> 31))


def below(engine, bound):
    limit = (1 << 64) - (1 << 64) % bound
    while True:
        value = engine.bits()
        if value < limit:
            return value % bound


def shuffle(engine, order):
    for i in range(len(order) - 1, 0, -1):
        j = below(engine, i + 1)
        order[i], order[j] = order[j], order[i]
    return order


def normals(engine, count):
    values = []
    while len(values) < count:
        u, v = (2 * (engine.bits() >> 11) * 2.0**-53 - 1 for _ in range(2))
        s = u * u + v * v
        if 0 < s < 1:
            scale = math.sqrt(-2 * math.log(s) / s)
            values += [u * scale, v * scale]
    return values[:count]


if __name__ == "__main__":
    engine = Engine(5489)
    for _ in range(9999):
        engine.bits()
    assert engine.bits() == 9981545732273789042  # the 10000th value the C++ standard demands
    print("bits     ", [hex(e) for e in (lambda g: [g.bits() for _ in range(4)])(stream(1, "split"))])
    print("bits big ", [hex(e) for e in (lambda g: [g.bits() for _ in range(2)])(stream(M, "permutations"))])
    print("uniform  ", [repr((e >> 11) * 2.0**-53) for e in (lambda g: [g.bits() for _ in range(3)])(stream(7, "net.init"))])
    print("normal   ", normals(stream(7, "net.init"), 5))
    print("below 10 ", (lambda g: [below(g, 10) for _ in range(12)])(stream(3, "x")))
    print("shuffle  ", shuffle(stream(3, "x"), list(range(10))))
    order = shuffle(stream(1, "split"), list(range(20)))
    print("held out ", sorted(order[:4]))
    order = shuffle(stream(1, "split"), list(range(7)))
    print("folds    ", [sorted(order[0:3]), sorted(order[3:5]), sorted(order[5:7])])
