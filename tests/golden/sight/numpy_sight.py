#!/usr/bin/env python3
"""MiniMax M3's vision tower and connector in float64 numpy: the definition the engine is held against.

Written from the description of the model alone. `wrong` names deliberate mistakes (see WRONG).

    numpy_sight.py FOLDER      looks at the folder's media and prints what happened
"""

import dataclasses
import math
import pathlib
import sys

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "model"))

import checkpoint  # noqa: E402

MEAN = (0.48145466, 0.4578275, 0.40821073)
DEVIATION = (0.26862954, 0.26130258, 0.27577711)

WRONG = {
    "tanh_gelu": "GELU by its tanh approximation",
    "merged_before_projected": "four patches are merged first, the token is projected then",
    "rope_2d": "heads turn with height and width alone, in two bands",
    "rope_by_bands": "pairs lie within an axis' own 26 dims",
    "rope_neighbours": "pairs are (2i, 2i+1)",
    "rope_axes_swapped": "the axes' order is width, height, time",
    "no_rope": "heads are not turned",
    "post_layernorm": "a norm after the last layer",
    "no_pre_norm": "no norm before the first layer",
    "one_mask": "everything in a request sees everything",
    "whole_clips": "a clip is one segment",
    "time_ignored": "time is 0 in every frame",
    "places_row_by_row": "patches are taken to lie row by row instead of block by block",
    "blocks_by_columns": "patches of a block are taken to be (0,0) (1,0) (0,1) (1,1)",
    "no_biases": "products without their biases",
    "epsilon_1e-5": "layer_norm_eps is taken for granted",
    "scale_by_turning": "scores are divided by the root of the 78 dims that turn",
    "frames_of_patch_swapped": "the two frames of a patch change places",
    "channels_swapped": "blue, green, red",
}

# What one may take for a mistake: turning is relative, so where time begins cannot be seen.
HARMLESS = {"time_not_restarted": "time goes on counting in the next segment"}


@dataclasses.dataclass(frozen=True)
class Config:
    hidden: int
    heads: int
    layers: int
    patch: int
    temporal_patch: int
    merge: int
    segment_frames: int
    theta: float
    epsilon: float

    @staticmethod
    def of(config):
        vision = config["vision_config"]
        merging = vision["img_token_compression_config"]
        assert vision["hidden_act"] == "gelu" and vision["rope_mode"] == "3d"
        return Config(
            hidden=vision["hidden_size"], heads=vision["num_attention_heads"],
            layers=vision["num_hidden_layers"], patch=vision["patch_size"],
            temporal_patch=merging["temporal_patch_size"], merge=merging["spatial_merge_size"],
            segment_frames=vision["vision_segment_max_frames"], theta=vision["rope_theta"],
            epsilon=vision["layer_norm_eps"])


@dataclasses.dataclass
class Seen:
    """What one look made, stage by stage: [patches, …] but the last, which is [tokens, …]."""
    patches: np.ndarray = None
    normed: np.ndarray = None
    layers: list = dataclasses.field(default_factory=list)
    projected: np.ndarray = None
    features: np.ndarray = None


def erf(x):
    return np.vectorize(math.erf)(x)


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def table():
    """[channel][byte]: what a byte is as a number, rounded to float32 as the engine takes it."""
    byte = np.arange(256) / 255
    return np.stack([(byte - m) / d for m, d in zip(MEAN, DEVIATION)]).astype(np.float32)


def numbers(rows):
    """Bytes [n, 1176] as float64 numbers; a row is channel by channel."""
    per_channel = rows.shape[1] // 3
    values = table().astype(np.float64)
    return np.concatenate([values[c][rows[:, c * per_channel:(c + 1) * per_channel]]
                           for c in range(3)], axis=1)


class Tower:
    def __init__(self, config, weights, wrong=()):
        unknown = set(wrong) - set(WRONG) - set(HARMLESS)
        assert not unknown, unknown
        self.c = config
        self.w = weights
        self.wrong = frozenset(wrong)

    def look(self, rows, grid):
        """One picture or clip: segments one by one, their rows joined."""
        seen = [self.look_at_rows(*part) for part in self.segments(rows, grid)]
        return self.joined(seen)

    def look_at_all(self, media):
        """Features of a request's media in order; media is [(rows, grid)]."""
        if "one_mask" not in self.wrong:
            return np.concatenate([self.look(rows, grid).features for rows, grid in media])
        rows = np.concatenate([rows for rows, _ in media])
        places = np.concatenate([self.places(grid, grid[0], 0) for _, grid in media])
        return self.look_at_rows(rows, places).features

    @staticmethod
    def joined(seen):
        return Seen(np.concatenate([s.patches for s in seen]),
                    np.concatenate([s.normed for s in seen]),
                    [np.concatenate(layer) for layer in zip(*(s.layers for s in seen))],
                    np.concatenate([s.projected for s in seen]),
                    np.concatenate([s.features for s in seen]))

    def segments(self, rows, grid):
        t, h, w = grid
        longest = t if "whole_clips" in self.wrong else self.c.segment_frames
        for first in range(0, t, longest):
            frames = min(longest, t - first)
            start = first if "time_not_restarted" in self.wrong else 0
            yield rows[first * h * w:(first + frames) * h * w], self.places(grid, frames, start)

    def places(self, grid, frames, start):
        _, h, w = grid
        m = self.c.merge
        frame = np.indices((h, w)).transpose(1, 2, 0)
        if "places_row_by_row" in self.wrong:
            frame = frame.reshape(-1, 2)
        else:
            order = (0, 2, 3, 1, 4) if "blocks_by_columns" in self.wrong else (0, 2, 1, 3, 4)
            frame = frame.reshape(h // m, m, w // m, m, 2).transpose(order).reshape(-1, 2)
        still = "time_ignored" in self.wrong
        return np.concatenate([
            np.concatenate([np.full((h * w, 1), 0 if still else start + f), frame], axis=1)
            for f in range(frames)])

    def linear(self, x, name):
        y = x @ self.w[name + ".weight"].T
        return y if "no_biases" in self.wrong else y + self.w[name + ".bias"]

    def norm(self, x, name):
        return self.plain_norm(x) * self.w[name + ".weight"] + self.w[name + ".bias"]

    def plain_norm(self, x):
        epsilon = 1e-5 if "epsilon_1e-5" in self.wrong else self.c.epsilon
        x = x - x.mean(axis=-1, keepdims=True)
        return x / np.sqrt((x * x).mean(axis=-1, keepdims=True) + epsilon)

    def gelu(self, x):
        if "tanh_gelu" in self.wrong:
            return 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))
        return 0.5 * x * (1 + erf(x / math.sqrt(2)))

    def look_at_rows(self, rows, places):
        tower, seen = "vision_tower.vision_model.", Seen()
        pixels = numbers(rows)
        shape = (len(rows), 3, self.c.temporal_patch, self.c.patch, self.c.patch)
        if "frames_of_patch_swapped" in self.wrong:
            pixels = pixels.reshape(shape)[:, :, ::-1].reshape(len(rows), -1)
        if "channels_swapped" in self.wrong:
            pixels = pixels.reshape(shape)[:, ::-1].reshape(len(rows), -1)
        kernel = self.w[tower + "embeddings.patch_embedding.weight"]
        seen.patches = x = pixels @ kernel.reshape(self.c.hidden, -1).T
        if "no_pre_norm" not in self.wrong:
            x = self.norm(x, tower + "pre_layrnorm")
        seen.normed = x
        for layer in range(self.c.layers):
            at = f"{tower}encoder.layers.{layer}."
            x = x + self.attention(self.norm(x, at + "layer_norm1"), places, at + "self_attn.")
            inner = self.gelu(self.linear(self.norm(x, at + "layer_norm2"), at + "mlp.fc1"))
            x = x + self.linear(inner, at + "mlp.fc2")
            seen.layers.append(x)
        if "post_layernorm" in self.wrong:
            x = self.plain_norm(x)
        self.connect(x, seen)
        return seen

    def connect(self, x, seen):
        m = self.c.merge**2
        if "merged_before_projected" in self.wrong:
            x = self.pair(x.reshape(len(x) // m, -1), "patch_merge_mlp.")
            seen.projected = seen.features = self.pair(x, "multi_modal_projector.")
            return
        seen.projected = self.pair(x, "multi_modal_projector.")
        seen.features = self.pair(seen.projected.reshape(len(x) // m, -1), "patch_merge_mlp.")

    def pair(self, x, at):
        return self.linear(self.gelu(self.linear(x, at + "linear_1")), at + "linear_2")

    def attention(self, x, places, at):
        dim = self.c.hidden // self.c.heads
        q, k, v = (self.linear(x, at + name).reshape(len(x), self.c.heads, dim)
                   for name in ("q_proj", "k_proj", "v_proj"))
        q, k = self.rope(q, places), self.rope(k, places)
        turning = 6 * (2 * (dim // 2) // 3 // 2)
        scale = (turning if "scale_by_turning" in self.wrong else dim) ** -0.5
        out = np.empty_like(q)
        for head in range(self.c.heads):
            out[:, head] = softmax(q[:, head] @ k[:, head].T * scale) @ v[:, head]
        return self.linear(out.reshape(len(x), -1), at + "out_proj")

    def rope(self, x, places):
        """x is [patch, head, dim]."""
        if "no_rope" in self.wrong:
            return x
        if "rope_axes_swapped" in self.wrong:
            places = places[:, ::-1]
        axes = 3
        axis = 2 * (2 * (x.shape[-1] // 2) // 3 // 2)
        if "rope_2d" in self.wrong:
            places, axes, axis = places[:, 1:], 2, 2 * (x.shape[-1] // 2 // 2)
        frequency = self.c.theta ** (-np.arange(0, axis, 2) / axis)
        angle = (places[:, :, None] * frequency).reshape(len(x), 1, -1)
        half = axes * axis // 2
        first, second = np.arange(half), np.arange(half) + half
        if "rope_by_bands" in self.wrong:
            band = np.arange(half) // (axis // 2)
            first = band * axis + np.arange(half) % (axis // 2)
            second = first + axis // 2
        if "rope_neighbours" in self.wrong:
            first, second = 2 * np.arange(half), 2 * np.arange(half) + 1
        out = x.copy()
        out[..., first] = x[..., first] * np.cos(angle) - x[..., second] * np.sin(angle)
        out[..., second] = x[..., second] * np.cos(angle) + x[..., first] * np.sin(angle)
        return out


def large_rows(grid):
    """A picture that is not kept as a file: bytes by a rule that the tests repeat."""
    count = grid[0] * grid[1] * grid[2] * 1176
    mixed = (np.arange(count, dtype=np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    return (mixed >> np.uint64(56)).astype(np.uint8).reshape(-1, 1176)


def main():
    folder = pathlib.Path(sys.argv[1])
    config, weights = checkpoint.read(folder)
    tower = Tower(Config.of(config), weights)
    for name, grid in (("picture", (1, 4, 6)), ("clip", (6, 2, 4))):
        seen = tower.look(np.load(folder / f"{name}.rows.npy"), grid)
        sizes = [round(float(np.sqrt(np.mean(x * x))), 3)
                 for x in (seen.patches, seen.normed, *seen.layers, seen.projected, seen.features)]
        print(f"{name}: rms per stage {sizes}")


if __name__ == "__main__":
    main()
