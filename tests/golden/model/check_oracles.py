#!/usr/bin/env python3
"""Holds the committed outputs against both oracles, and shows that they tell wrong from right.

    check_oracles.py                 every folder by numpy, and by transformers where installed
    check_oracles.py --wrong         the tables of deliberate mistakes
    check_oracles.py --folder DIR    one folder (repeatable); default: all beside this file
"""

import argparse
import importlib.util
import json
import pathlib
import struct

import numpy as np

import checkpoint
import formats
import numpy_m3

HERE = pathlib.Path(__file__).resolve().parent
TOLERANCE = 1e-5    # of the logit norm; a mistake must move the logits 100 times as far


ONES = 0x11111111

# What a reader of quantised weights can get wrong: (which tensors, what it makes of them).
MISREAD = {
    "mxfp8": {
        "scale divides": ("_inv", lambda v: 254 - v),
        "exponent bias 128": ("_inv", lambda v: v - 1),
        "scales in column order": ("_inv", lambda v: v.T.reshape(v.shape)),
        "scale of the next 32": ("_inv", lambda v: np.roll(v, -1, axis=1)),
    },
    "fp8": {
        "scale divides": ("_inv", lambda v: 1 / v),
        "scales in column order": ("_inv", lambda v: v.T.reshape(v.shape)),
        "scale of the next block": ("_inv", lambda v: np.roll(v, -1, axis=1)),
    },
    "gptq": {
        "zero point as stored": (".qzeros", lambda v: v - ONES),
        "outputs packed": (".qweight", lambda v: formats.nibbles_packed(
            formats.nibbles_unpacked(v, 1).reshape(8 * len(v), -1), 0)),
        "high nibble first": (".qweight", lambda v: formats.nibbles_packed(
            formats.nibbles_unpacked(v, 0).reshape(len(v), 8, -1)[:, ::-1].reshape(
                8 * len(v), -1), 0)),
    },
    "awq": {
        "outputs in plain order": ("q", lambda v: formats.nibbles_packed(formats.awq_shuffled(
            formats.nibbles_unpacked(v, 1)), 1)),
        "zero point + 1": (".qzeros", lambda v: formats.nibbles_packed(
            formats.nibbles_unpacked(v, 1) + 1 & 15, 1)),
        "zero point 8": (".qzeros", lambda v: 0 * v + np.array(8 * ONES, "u4").view("i4")),
    },
}


def distance(got, want):
    """How far, of the norm of what is wanted."""
    return float(np.linalg.norm(np.asarray(got, dtype=np.float64) - want) / np.linalg.norm(want))


def worst_row(got, want):
    """The same for the worst position alone."""
    gap = np.linalg.norm(np.asarray(got, dtype=np.float64) - want, axis=-1)
    return float((gap / np.linalg.norm(want, axis=-1)).max())


def same(got, want):
    return np.array_equal(np.asarray(got), want)


def load(folder):
    return {p.stem: np.load(p) for p in folder.glob("*.npy")}


def against(trace, golden):
    """(line of text, whether all is well) of one oracle and the committed outputs."""
    logits = worst_row(trace.logits, golden["logits"])
    selected = same(trace.blocks, golden["blocks"]) and same(trace.experts, golden["experts"])
    mixed = float(np.abs(np.asarray(trace.expert_weights) - golden["expert_weights"]).max())
    text = f"logits {distance(trace.logits, golden['logits']):.1e} (worst row {logits:.1e})"
    text += f", selections {'equal' if selected else 'DIFFER'}, expert weights {mixed:.1e}"
    fine = selected and logits < TOLERANCE and mixed < 1e-5
    if "hidden" in golden:
        hidden = max(worst_row(h, g) for h, g in zip(trace.hidden, golden["hidden"]))
        text += f", hidden {hidden:.1e}"
        fine = fine and hidden < TOLERANCE
    return text, fine


def stored_alike(folder):
    """Our reader and the safetensors package see the same tensors, bit for bit."""
    import safetensors
    for path in sorted(folder.glob("*.safetensors")):
        ours, data = checkpoint.read_shard(path), path.read_bytes()
        with safetensors.safe_open(path, "np") as file:
            assert set(file.keys()) == set(ours), path
        for name, view in safetensors.deserialize(data):
            dtype, array = ours[name]
            assert (view["dtype"], tuple(view["shape"])) == (dtype, array.shape), name
            assert bytes(view["data"]) == array.tobytes(), name
    return True


def fp8_alike(folder):
    """torch reads the same numbers out of E4M3 and out of the scales."""
    import torch
    config, weights = checkpoint.read(folder)
    raw = {checkpoint.released_name(n): t for n, t in checkpoint.read_stored(folder).items()}
    for name in [n for n, t in raw.items() if t[0] == "F8_E4M3"]:
        values = torch.tensor(raw[name][1]).view(torch.float8_e4m3fn).to(torch.float64)
        kind, scale = raw[name.replace(".weight", ".weight_scale_inv")]
        factor = torch.tensor(scale)
        if kind == "U8":
            factor = factor.view(torch.float8_e8m0fnu)
        block = config["quantization_config"]["weight_block_size"]
        rows, columns = (torch.arange(n) // b for n, b in zip(values.shape, block))
        values = values * factor.to(torch.float64)[rows][:, columns]
        assert torch.equal(values, torch.tensor(weights[name])), name
    return True


def int4_alike(folder):
    """Single weights taken out of the packed words by hand, one formula per format."""
    config, weights = checkpoint.read(folder)
    raw = {checkpoint.released_name(n): t for n, t in checkpoint.read_stored(folder).items()}
    rng, method = np.random.default_rng(0), config["quantization_config"]["quant_method"]

    def nibble(word, i):
        return struct.unpack("<I", struct.pack("<i", word))[0] >> 4 * i & 15

    for module in [n.removesuffix(".qweight") for n in raw if n.endswith(".qweight")]:
        q, z, scale = (raw[f"{module}.{p}"][1] for p in ("qweight", "qzeros", "scales"))
        for _ in range(20):
            o, i = rng.integers(scale.shape[1]), rng.integers(len(weights[module + ".weight"][0]))
            place = [0, 4, 1, 5, 2, 6, 3, 7][o % 8]
            if method == "gptq":
                value = nibble(q[i // 8, o], i % 8) - (nibble(z[i // 128, o // 8], o % 8) + 1)
            else:
                value = nibble(q[i, o // 8], place) - nibble(z[i // 128, o // 8], place)
            want = weights[module + ".weight"][o, i]
            assert value * float(scale[i // 128, o]) == want, module
    return True


def check(folder, official):
    golden = load(folder)
    text, fine = against(numpy_m3.run_folder(folder), golden)
    print(f"{folder.name:9} numpy         {text}", flush=True)
    if not official:
        return fine
    import transformers_m3
    config = json.loads((folder / "config.json").read_text())
    method = config.get("quantization_config", {}).get("quant_method", "")
    assert stored_alike(folder)
    assert fp8_alike(folder) if "fp8" in method else int4_alike(folder) if method else True
    text, good = against(transformers_m3.run_folder(folder), golden)
    print(f"{'':9} transformers  {text}", flush=True)
    fine = fine and good
    if not method and "lm_head.weight" not in checkpoint.read_stored(folder):
        text, good = against(transformers_m3.run_folder(folder, official=True), golden)
        print(f"{'':9} from_pretrained {text}", flush=True)
        fine = fine and good
    step = worst_row(transformers_m3.stepwise_logits(folder), golden["logits"])
    print(f"{'':9} transformers, token by token: worst row {step:.1e}", flush=True)
    return fine and step < TOLERANCE


def table(folders):
    """Distance of the logits under each mistake; a dot where it is below 100 tolerances."""
    missed = []
    print(f"| mistake | {' | '.join(f.name for f in folders)} |")
    print("|---|" + "---|" * len(folders))
    want = [numpy_m3.run_folder(folder).logits for folder in folders]
    for wrong in numpy_m3.WRONG:
        with np.errstate(all="ignore"):
            off = [distance(numpy_m3.run_folder(folder, [wrong]).logits, right)
                   for folder, right in zip(folders, want)]
        cells = [f"{d:.1e}" if d > 100 * TOLERANCE else f". ({d:.0e})" for d in off]
        print(f"| {wrong} | {' | '.join(cells)} |", flush=True)
        if not any(d > 100 * TOLERANCE for d in off):
            missed.append(wrong)
    return missed


def misreadings(folder):
    """The same for a folder's number format."""
    config = json.loads((folder / "config.json").read_text())
    method = config.get("quantization_config", {}).get("quant_method")
    want = numpy_m3.run_folder(folder).logits
    missed = []
    for mistake, (where, change) in MISREAD.get(method, {}).items():
        def altered(name, _, array):
            return change(array) if where in "." + name.rpartition(".")[2] else array
        off = distance(numpy_m3.run_folder(folder, altered=altered).logits, want)
        print(f"| {folder.name}: {mistake} | {off:.1e} |", flush=True)
        if off < 100 * TOLERANCE:
            missed.append(f"{folder.name} {mistake}")
    return missed


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--folder", type=pathlib.Path, action="append")
    args = parser.parse_args()
    folders = args.folder or sorted(p.parent for p in HERE.glob("*/logits.npy"))
    if args.wrong:
        missed = table(folders) + [m for folder in folders for m in misreadings(folder)]
        raise SystemExit(f"no folder shows: {', '.join(missed)}" if missed else 0)
    official = importlib.util.find_spec("transformers") is not None
    if not official:
        print("transformers is not installed: numpy alone")
    failed = [f.name for f in folders if not check(f, official)]
    raise SystemExit(f"off: {', '.join(failed)}" if failed else 0)


if __name__ == "__main__":
    main()
