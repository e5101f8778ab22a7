#!/usr/bin/python3
"""Writes torch.json: losses with their gradients, and weights after some steps of each optimizer, as torch has them.

usage: make_torch.py   (Debian python3 with numpy, torch; versions stand in the file). Items are rows. float64.
"""
import json, os, sys
import numpy as np, torch
import torch.nn.functional as F

torch.manual_seed(3)
torch.set_default_dtype(torch.float64)
n, dx, h, dy = 7, 5, 6, 4
x, y = torch.randn(n, dx), torch.randn(n, dy)
net = torch.nn.Sequential(torch.nn.Linear(dx, h), torch.nn.GELU(), torch.nn.Linear(h, dy))
state = {k: v.clone() for k, v in net.state_dict().items()}
off = ~torch.eye(n, dtype=torch.bool)
cos = lambda a, b: F.normalize(a) @ F.normalize(b).T


def neighbor(f, tau):
    p = (cos(y, y) / tau).masked_fill(~off, -torch.inf).softmax(1)
    q = (cos(f, f) / tau).masked_fill(~off, -torch.inf).log_softmax(1).masked_fill(~off, 0)
    return -(p * q).sum(1).mean()


def structure(f, alpha):
    i, j = torch.triu_indices(n, n, 1)
    t = alpha * cos(y, y) + (1 - alpha) * cos(x, x)
    return ((cos(f, f) - t)[i, j] ** 2).mean()


losses = {
    "mse": lambda f: ((f - y) ** 2).sum(1).mean() / 2,
    "cosine": lambda f: (1 - F.cosine_similarity(f, y)).mean(),
    "max-margin": lambda f: F.relu(.5 - cos(f, y).diag()[:, None] + cos(f, y))[off].mean(),
    "infonce": lambda f: F.cross_entropy(cos(f, y) / .07, torch.arange(n)),
    "neighbor": lambda f: neighbor(f, .1),
    "structure": lambda f: ((f - y) ** 2).sum(1).mean() / 2 + .7 * structure(f, 1),
    "structure_mixed": lambda f: (1 - F.cosine_similarity(f, y)).mean() + 2 * structure(f, .25),
}
f0 = torch.randn(n, dy)
of_losses = {}
for name, loss in losses.items():
    f = f0.clone().requires_grad_()
    value = loss(f)
    value.backward()
    of_losses[name] = {"value": value.item(), "gradient": f.grad.tolist()}

optimizers = {
    "sgd": (lambda p: torch.optim.SGD(p, .05, momentum=.9), 0),
    "rmsprop": (lambda p: torch.optim.RMSprop(p, .01), 0),
    "adam": (lambda p: torch.optim.Adam(p, .01), 0),
    "adam_clipped": (lambda p: torch.optim.Adam(p, .01), .3),
    # weights decay, biases do not
    "adam_decay": (lambda p: torch.optim.Adam([{"params": p[::2], "weight_decay": .1}, {"params": p[1::2]}], .01), 0),
    "adamw": (lambda p: torch.optim.AdamW([{"params": p[::2], "weight_decay": .1},
                                           {"params": p[1::2], "weight_decay": 0}], .01), 0),
}
after = {}
for name, (make, clip) in optimizers.items():
    net.load_state_dict(state)
    optimizer = make(list(net.parameters()))
    for _ in range(10):
        optimizer.zero_grad()
        losses["mse"](net(x)).backward()
        if clip:
            torch.nn.utils.clip_grad_norm_(net.parameters(), clip)
        optimizer.step()
    after[name] = {k: v.tolist() for k, v in net.state_dict().items()}

out = {"made_with": {"python": sys.version.split()[0], "numpy": np.__version__, "torch": torch.__version__},
       "x": x.tolist(), "y": y.tolist(), "f": f0.tolist(), "losses": of_losses,
       "before": {k: v.tolist() for k, v in state.items()}, "after": after}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "torch.json"), "w") as file:
    json.dump(out, file, separators=(",", ":"))
