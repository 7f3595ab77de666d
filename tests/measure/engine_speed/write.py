#!/usr/bin/env python3
"""Writes one set of random weights for both engines: a checkpoint folder, and a GGUF of equal values.

    tests/measure/engine_speed/write.py --shape m3s --format int4g32 --out DIR

makes DIR/m3s-int4g32 and DIR/m3s-int4g32.gguf (int4g128 has no equal there and makes ours alone).
Needs numpy; holds one tensor in memory at a time.
"""

import argparse
import os

import numpy as np

import shape as shapes
from checkpoint import Checkpoint
from formats import FORMATS, make_plain
from gguf import Gguf, keys

PLAIN_OURS = {"norm": "BF16", "index": "BF16", "embedding": "BF16", "f32": "F32"}
PLAIN_PEER = {"norm": "F32", "index": "F32", "embedding": "BF16", "f32": "F32"}


def quantization(form, tensors):
    """The checkpoint's quantization_config, with the modules that stay as they are by name."""
    if not form.quantization:
        return None
    plain = [t.name.removesuffix(".weight") for t in tensors
             if t.kind in ("embedding", "index") or (t.kind == "f32" and t.cols)]
    key = "ignored_layers" if form.quantization["quant_method"] == "mxfp8" else "modules_to_not_convert"
    return {**form.quantization, key: plain}


def plan(form, tensors):
    """What both files hold: {name: (dtype, shape)} here, {name: (type, parts, shape)} there."""
    ours, peer = {}, {}
    for tensor in tensors:
        if tensor.kind == "linear":
            stem = tensor.name.removesuffix(".weight")
            for suffix, piece in form.pieces(tensor.rows, tensor.cols).items():
                ours[stem + suffix] = piece
            peer[tensor.peer] = (form.peer, tensor.parts, tensor.shape)
        else:
            ours[tensor.name] = (PLAIN_OURS[tensor.kind], tensor.shape)
            peer[tensor.peer] = (PLAIN_PEER[tensor.kind], 1, tensor.shape)
    return ours, peer


def write(shape_name, form_name, out, seed):
    shape, form = shapes.load(shape_name), FORMATS[form_name]
    tensors = list(shapes.tensors(shape))
    ours_plan, peer_plan = plan(form, tensors)
    stem = os.path.join(out, f"{shape_name}-{form_name}")
    ours = Checkpoint(stem, shapes.config(shape, quantization(form, tensors)), ours_plan)
    peer = Gguf(stem + ".gguf", keys(shape), peer_plan) if form.peer else None
    bits = np.random.SFC64(seed)
    for tensor in tensors:
        if tensor.kind == "linear":
            pieces, blocks = form.make(bits, tensor.rows, tensor.cols)
            for suffix, array in pieces.items():
                ours.write(tensor.name.removesuffix(".weight") + suffix, array)
        else:
            array, blocks = make_plain(bits, tensor)
            ours.write(tensor.name, array)
        if peer:
            peer.write(tensor.peer, tensor.part, blocks)
    ours.close()
    if peer:
        peer.close()
    return stem


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shape", required=True, help="a name of shapes.json")
    parser.add_argument("--format", required=True, choices=FORMATS)
    parser.add_argument("--out", required=True, help="the folder for both")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(write(options.shape, options.format, options.out, options.seed))


if __name__ == "__main__":
    main()
