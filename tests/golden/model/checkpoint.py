"""Reads and writes checkpoint folders: config.json, safetensors shards and their index.

In memory a checkpoint on disk is {name: (dtype, array)}, dtype spelled as safetensors spells it
and BF16 and F8_E4M3 kept as their bits. `read` gives what a forward pass wants instead: float64
weights under the released names without `language_model.`, whatever naming and number format the
folder uses.
"""

import json
import math
import pathlib
import re

import numpy as np

import formats

STORED_AS = {"BF16": "<u2", "F32": "<f4", "F16": "<f2", "F8_E4M3": "u1", "U8": "u1", "I32": "<i4"}
BYTES = {name: np.dtype(kind).itemsize for name, kind in STORED_AS.items()}

# Names of quantised exports, rewritten to the released ones (first rule that matches wins each).
RENAMED = [
    (r"^model\.language_model\.", "model."),
    (r"^language_model\.", ""),
    (r"\.self_attn\.indexer\.([qk])_", r".self_attn.index_\1_"),
    (r"\.mlp\.experts\.(\d+)\.gate_proj\.", r".block_sparse_moe.experts.\1.w1."),
    (r"\.mlp\.experts\.(\d+)\.up_proj\.", r".block_sparse_moe.experts.\1.w3."),
    (r"\.mlp\.experts\.(\d+)\.down_proj\.", r".block_sparse_moe.experts.\1.w2."),
    (r"\.mlp\.gate\.e_score_correction_bias$", ".block_sparse_moe.e_score_correction_bias"),
    (r"\.mlp\.gate\.", ".block_sparse_moe.gate."),
    (r"\.mlp\.shared_experts\.", ".block_sparse_moe.shared_experts."),
]


def released_name(name):
    for pattern, replacement in RENAMED:
        name = re.sub(pattern, replacement, name)
    return name


def bf16_bits(values):
    """Round to nearest even; the values are finite."""
    bits = np.ascontiguousarray(values, dtype="<f4").view("<u4")
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype("<u2")


def bf16_values(bits):
    return (bits.astype("<u4") << 16).view("<f4").astype(np.float64)


def rounded_to_bf16(values):
    return bf16_values(bf16_bits(values))


def numbers(dtype, stored):
    if dtype == "BF16":
        return bf16_values(stored)
    if dtype == "F8_E4M3":
        return formats.e4m3_values(stored)
    return stored.astype(np.float64) if dtype in ("F32", "F16") else stored


def write_shard(path, tensors):
    header, at, body = {"__metadata__": {"format": "pt"}}, 0, []
    for name in sorted(tensors, key=lambda n: (-BYTES[tensors[n][0]], n)):
        dtype, array = tensors[name]
        data = np.ascontiguousarray(array, dtype=STORED_AS[dtype]).tobytes()
        header[name] = {"dtype": dtype, "shape": list(array.shape),
                        "data_offsets": [at, at + len(data)]}
        at += len(data)
        body.append(data)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text + b"".join(body))


def read_shard(path):
    data = path.read_bytes()
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8:8 + size])
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        kind = STORED_AS[entry["dtype"]]
        begin, end = entry["data_offsets"]
        count = math.prod(entry["shape"])
        assert end - begin == count * np.dtype(kind).itemsize, name
        array = np.frombuffer(data, kind, count, 8 + size + begin)
        tensors[name] = (entry["dtype"], array.reshape(entry["shape"]))
    return tensors


def write(folder, config, tensors, shards, rng):
    """Tensors are dealt to the shards at random: only the index says where one is."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.safetensors"):
        old.unlink()
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    names = sorted(tensors)
    dealt = rng.permutation(np.arange(len(names)) % shards)
    files = [f"model-{i + 1:05}-of-{shards:05}.safetensors" for i in range(shards)]
    for i, file in enumerate(files):
        write_shard(folder / file, {n: tensors[n] for n, s in zip(names, dealt) if s == i})
    index = {"metadata": {"total_size": sum(a.size * BYTES[d] for d, a in tensors.values())},
             "weight_map": {n: files[s] for n, s in zip(names, dealt)}}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index, indent=1) + "\n")


def read_stored(folder):
    folder = pathlib.Path(folder)
    where = json.loads((folder / "model.safetensors.index.json").read_text())["weight_map"]
    tensors = {}
    for file in sorted(set(where.values())):
        shard = read_shard(folder / file)
        assert set(shard) == {n for n, f in where.items() if f == file}, file
        tensors.update(shard)
    return tensors


def read(folder, altered=lambda name, dtype, array: array):
    """(config, {released name: float64 weight}), quantised weights as the numbers they mean.

    `altered` may put another array in a stored one's place, to see what a mistake would do.
    """
    config = json.loads((pathlib.Path(folder) / "config.json").read_text())
    stored = {released_name(n): (d, altered(n, d, a)) for n, (d, a) in read_stored(folder).items()}
    quantisation = config.get("quantization_config", {})
    weights = {}
    for name in stored:
        module, _, part = name.rpartition(".")
        if part == "weight" and module + ".weight_scale_inv" in stored:
            weights[name] = formats.scaled_fp8(*(numbers(*stored[f"{module}.{p}"]) for p in (
                "weight", "weight_scale_inv")), quantisation)
        elif part in ("weight", "bias", "e_score_correction_bias"):
            weights[name] = numbers(*stored[name])
        elif part == "qweight":
            parts = {p: stored[f"{module}.{p}"][1] for p in ("qweight", "qzeros", "scales")}
            g_idx = stored.get(module + ".g_idx", (None, None))[1]
            weights[module + ".weight"] = formats.int4_values(quantisation, g_idx, **parts)
    return config, weights
