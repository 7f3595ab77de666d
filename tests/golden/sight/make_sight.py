#!/usr/bin/env python3
"""Writes the folder `tiny`, byte for byte again: a checkpoint that sees, media, and what they must give.

    make_sight.py [--out DIR]
"""

import argparse
import dataclasses
import json
import pathlib
import sys

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "model"))

import checkpoint  # noqa: E402
import make_tiny  # noqa: E402
import numpy_m3  # noqa: E402
import numpy_sight  # noqa: E402

# Text and vision have one width, so that connectors in the wrong order fit as well.
TEXT = dataclasses.replace(
    make_tiny.SHAPES["a"], hidden=160, sparse_layers=1, heads=4, head_dim=32, experts=4,
    experts_per_token=2, expert_width=16, shared_width=16, dense_width=64)
VISION = {"hidden": 160, "heads": 2, "width": 320, "layers": 2, "projector": 96, "epsilon": 1e-3}
GRIDS = {"picture": (1, 4, 6), "second": (1, 4, 4), "clip": (6, 2, 4)}
LARGE = (1, 34, 32)
LARGE_EVERY = 8    # of its tokens one in eight is kept
MARGIN = 1e-4


def vision_config():
    return {
        "model_type": "clip_vision_model", "hidden_size": VISION["hidden"],
        "intermediate_size": VISION["width"], "num_hidden_layers": VISION["layers"],
        "num_attention_heads": VISION["heads"], "num_channels": 3, "image_size": 2016,
        "patch_size": 14, "hidden_act": "gelu", "layer_norm_eps": VISION["epsilon"],
        "attention_dropout": 0.0, "position_embedding_type": "rope", "rope_mode": "3d",
        "rope_theta": 10000.0, "vision_segment_max_frames": 4, "projection_dim": TEXT.hidden,
        "img_token_compression_config": {
            "image_token_compression_method": "patch_merge", "spatial_merge_size": 2,
            "temporal_patch_size": 2}}


def config():
    return make_tiny.released_config(TEXT) | {
        "vision_config": vision_config(), "projector_hidden_size": VISION["projector"],
        "projector_hidden_act": "gelu", "multimodal_projector_bias": True,
        "vision_feature_layer": -1, "vision_feature_select_strategy": "full"}


class VisionWeights:
    """Random, biases and norms too; the patches float32, all else bf16."""

    def __init__(self, rng):
        self.rng, self.made = rng, {}
        h, tower = VISION["hidden"], "vision_tower.vision_model."
        kernel = 1176**-0.5 * rng.standard_normal((h, 3, 2, 14, 14))
        self.made[tower + "embeddings.patch_embedding.weight"] = kernel.astype(np.float32)
        self.norm(tower + "pre_layrnorm", h)
        for layer in range(VISION["layers"]):
            at = f"{tower}encoder.layers.{layer}."
            self.norm(at + "layer_norm1", h)
            self.norm(at + "layer_norm2", h)
            for name, size in (("q_proj", 1.3), ("k_proj", 1.3), ("v_proj", 1), ("out_proj", 1)):
                self.linear(at + "self_attn." + name, h, h, size)
            self.linear(at + "mlp.fc1", VISION["width"], h, 1.5)
            self.linear(at + "mlp.fc2", h, VISION["width"], 1)
        p, t = VISION["projector"], TEXT.hidden
        self.linear("multi_modal_projector.linear_1", p, h, 1)
        self.linear("multi_modal_projector.linear_2", t, p, 1.5)
        self.linear("patch_merge_mlp.linear_1", p, 4 * t, 1)
        self.linear("patch_merge_mlp.linear_2", t, p, 1.5)

    def linear(self, name, rows, columns, size):
        values = size * columns**-0.5 * self.rng.standard_normal((rows, columns))
        self.made[name + ".weight"] = checkpoint.rounded_to_bf16(values)
        self.made[name + ".bias"] = checkpoint.rounded_to_bf16(0.2 * self.rng.standard_normal(rows))

    def norm(self, name, width):
        self.made[name + ".weight"] = checkpoint.rounded_to_bf16(
            1 + 0.3 * self.rng.standard_normal(width))
        self.made[name + ".bias"] = checkpoint.rounded_to_bf16(
            0.2 * self.rng.standard_normal(width))


def stored(name, values):
    if "patch_embedding" in name:
        return "F32", values
    return "BF16", checkpoint.bf16_bits(values)


def prompt(rng, config):
    """Text, the picture, text, the second one, text, and the clip with text between its frames."""
    def some(count):
        return rng.integers(0, TEXT.vocab - 8, count).tolist()
    image, video = [config["image_token_index"]], [config["video_token_index"]]
    tokens = some(11) + 6 * image + some(5) + 4 * image + some(4)
    for _ in range(GRIDS["clip"][0]):
        tokens += 2 * video + some(3)
    return tokens + some(37)


def write_checkpoint(folder, seed):
    rng = np.random.default_rng(seed)
    tensors = {}
    for name, values in make_tiny.Weights(TEXT, rng).made.items():
        for part, tensor in make_tiny.stored(name, values, TEXT, config()).items():
            tensors[f"language_model.{name.rpartition('.')[0]}.{part}"] = tensor
    tensors |= {n: stored(n, v) for n, v in VisionWeights(rng).made.items()}
    checkpoint.write(folder, config(), tensors, 2, rng)
    (folder / "tokens.json").write_text(json.dumps(prompt(rng, config())) + "\n")
    for name, (t, h, w) in GRIDS.items():
        np.save(folder / f"{name}.rows.npy", pictures(rng, t * h * w))


def pictures(rng, count):
    """Patches that differ in colour and have a slope and grain."""
    base = rng.uniform(40, 215, (count, 3, 1, 1, 1))
    slope = rng.uniform(-6, 6, (count, 3, 1, 1, 1)) * np.arange(14)
    grain = 12 * rng.standard_normal((count, 3, 2, 14, 14))
    return np.clip(base + slope + grain, 0, 255).astype(np.uint8).reshape(count, -1)


def placed(features, tokens, config):
    """{position: row} of a request whose features are joined in order."""
    ids = (config["image_token_index"], config["video_token_index"])
    positions = [i for i, token in enumerate(tokens) if token in ids]
    assert len(positions) == len(features)
    return positions, features


def run(folder, wrong=()):
    """(config, weights, tower, media, tokens) of a folder."""
    made, weights = checkpoint.read(folder)
    tower = numpy_sight.Tower(numpy_sight.Config.of(made), weights, wrong)
    media = [(np.load(folder / f"{name}.rows.npy"), grid) for name, grid in GRIDS.items()]
    return made, weights, tower, media, json.loads((folder / "tokens.json").read_text())


def logits(made, weights, tokens, features):
    model = numpy_m3.Model(numpy_m3.Config.of(made), weights)
    return model.run(tokens, placed(features, tokens, made))


def write_outputs(folder, trace):
    made, weights, tower, media, _ = run(folder)
    def save(name, values):
        np.save(folder / f"{name}.npy", np.asarray(values, dtype="<f4"))
    for name, part in zip(GRIDS, media):
        seen = tower.look(*part)
        save(f"{name}.features", seen.features)
        if name == "second":
            continue
        save(f"{name}.tower", [seen.patches, seen.normed, *seen.layers])
        save(f"{name}.projected", seen.projected)
    large = tower.look(numpy_sight.large_rows(LARGE), LARGE)
    save("large.features", large.features[::LARGE_EVERY])
    save("logits", trace.logits)
    wrong = [run(folder, [name])[2].look_at_all(media) for name in numpy_sight.WRONG]
    save("wrong", wrong)


def make(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(1, 1000):
        write_checkpoint(folder, seed)
        made, weights, tower, media, tokens = run(folder)
        trace = logits(made, weights, tokens, tower.look_at_all(media))
        if min(trace.block_margin, trace.expert_margin) > MARGIN:
            write_outputs(folder, trace)
            return print(f"seed {seed}: {len(tokens)} tokens, margins {trace.block_margin:.1e} "
                         f"{trace.expert_margin:.1e}")
    raise SystemExit(f"no seed of 1000 keeps {MARGIN} from every cut")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=pathlib.Path, default=HERE / "tiny")
    make(parser.parse_args().out)


if __name__ == "__main__":
    main()
