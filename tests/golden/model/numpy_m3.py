#!/usr/bin/env python3
"""MiniMax M3's text forward pass in float64 numpy: the definition the engine is held against.

Written from the description of the model alone, one step after another, with nothing fast in it.
`wrong` names deliberate mistakes (see WRONG): a golden file is worth something only if each of
them moves the logits, and check_oracles.py shows that it does.

    numpy_m3.py FOLDER      runs a checkpoint and prints what happened
"""

import dataclasses
import json
import pathlib
import sys

import numpy as np

import checkpoint

WRONG = {
    "shared_selection": "one selection for all groups (block scores maximised over index heads)",
    "own_block_on_top": "the own block is added to the top k instead of counted among them",
    "own_block_not_forced": "the own block must win its place",
    "block_zero_forced": "block 0 always selected as well",
    "no_selection": "dense attention in sparse layers",
    "blocks_anchored_elsewhere": "blocks begin half a block before position 0",
    "block_mean": "a block's score is the mean of its keys instead of the maximum",
    "index_head_zero": "all groups use the selection of index head 0",
    "no_index_rope": "index heads are not rotated",
    "no_index_norm": "index heads are not normalised",
    "interleaved_rope": "RoPE pairs are (2i, 2i+1)",
    "full_rotary": "RoPE turns the whole head",
    "norm_after_rope": "queries and keys are normalised after the rotation",
    "no_qk_norm": "queries and keys are not normalised",
    "plain_norm": "norms multiply by w",
    "norm_plus_two": "norms multiply by 2+w (1 added twice)",
    "epsilon_1e-6": "rms_norm_eps is taken for granted",
    "softmax_scale": "scores are scaled by rotary_dim^-0.5",
    "kv_head_modulo": "query head j reads KV head j mod G",
    "bias_in_weights": "mixing weights are made of the biased scores",
    "bias_ignored": "selection of experts without the correction bias",
    "router_bf16": "router weights and input are rounded to bfloat16",
    "router_softmax": "router scores are a softmax",
    "not_renormalised": "mixing weights do not sum to 1",
    "no_routed_scale": "routed_scaling_factor is left out",
    "shared_expert_scaled": "routed_scaling_factor also multiplies the shared expert",
    "no_shared_expert": "the shared expert is left out",
    "gate_clamped_below": "gates are clamped at -limit too",
    "gate_not_clamped": "gates are not clamped",
    "up_not_clamped": "ups are not clamped",
    "up_without_one": "ups are not increased by 1",
    "alpha_1": "the sigmoid's gain is left out (plain SiLU)",
    "interleaved_gate_up": "rows of [gate; up] are read alternately",
    "swapped_gate_up": "gate and up change places",
    "not_causal": "the own block is read beyond the position",
    "embedding_scaled": "embeddings are multiplied by sqrt(hidden)",
    "tied_head": "the head uses the embedding's rows",
    "no_final_norm": "the head reads the hidden state as it is",
}


@dataclasses.dataclass(frozen=True)
class Config:
    """What the forward pass needs of config.json."""
    hidden: int
    heads: int
    groups: int
    head_dim: int
    rotary_dim: int
    theta: float
    epsilon: float
    sparse_layers: tuple
    expert_layers: tuple
    experts: int
    experts_per_token: int
    routed_scale: float
    alpha: float
    limit: float
    index_dim: int
    block: int
    blocks_per_token: int

    @staticmethod
    def of(config):
        text = config["text_config"]
        sparse = text["sparse_attention_config"]
        assert sparse["sparse_num_index_heads"] == text["num_key_value_heads"]
        assert sparse["sparse_score_type"] == "max"
        assert (sparse["sparse_init_block"], sparse["sparse_local_block"]) == (0, 1)
        return Config(
            hidden=text["hidden_size"], heads=text["num_attention_heads"],
            groups=text["num_key_value_heads"], head_dim=text["head_dim"],
            rotary_dim=text["rotary_dim"], theta=text["rope_theta"], epsilon=text["rms_norm_eps"],
            sparse_layers=tuple(bool(f) for f in sparse["sparse_attention_freq"]),
            expert_layers=tuple(bool(f) for f in text["moe_layer_freq"]),
            experts=text["num_local_experts"], experts_per_token=text["num_experts_per_tok"],
            routed_scale=text["routed_scaling_factor"], alpha=text["swiglu_alpha"],
            limit=text["swiglu_limit"], index_dim=sparse["sparse_index_dim"],
            block=sparse["sparse_block_size"], blocks_per_token=sparse["sparse_topk_blocks"])


@dataclasses.dataclass
class Trace:
    """What one pass produced; lists hold one entry per layer that has such a thing."""
    logits: np.ndarray = None
    hidden: list = dataclasses.field(default_factory=list)
    blocks: list = dataclasses.field(default_factory=list)
    experts: list = dataclasses.field(default_factory=list)
    expert_weights: list = dataclasses.field(default_factory=list)
    block_margin: float = np.inf
    expert_margin: float = np.inf
    block_choices: int = 0
    neurons: int = 0
    gates_clamped: int = 0
    ups_clamped: int = 0


def sigmoid(x):
    return 0.5 * (1.0 + np.tanh(0.5 * x))


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


class Model:
    def __init__(self, config, weights, wrong=()):
        unknown = set(wrong) - set(WRONG)
        assert not unknown, unknown
        self.config = config
        self.weights = weights
        self.wrong = frozenset(wrong)
        self.trace = Trace()

    def run(self, tokens, features=None):
        """Whole prompt at once, positions 0, 1, 2 …; returns the Trace. `features` is (positions,
        rows): what stands there instead of the embedding."""
        c, w = self.config, self.weights
        self.trace = Trace()
        h = w["model.embed_tokens.weight"][np.asarray(tokens)]
        if "embedding_scaled" in self.wrong:
            h = h * np.sqrt(c.hidden)
        if features is not None:
            h = h.copy()
            h[features[0]] = features[1]
        self.trace.hidden.append(h)
        for layer in range(len(c.sparse_layers)):
            at = f"model.layers.{layer}."
            x = self.norm(h, w[at + "input_layernorm.weight"])
            h = h + self.attention(x, at + "self_attn.", c.sparse_layers[layer])
            u = self.norm(h, w[at + "post_attention_layernorm.weight"])
            h = h + (self.mixture(u, at + "block_sparse_moe.") if c.expert_layers[layer]
                     else self.mlp(u, at + "mlp.", ("gate_proj", "up_proj", "down_proj")))
            self.trace.hidden.append(h)
        if "no_final_norm" not in self.wrong:
            h = self.norm(h, w["model.norm.weight"])
        tied = "tied_head" in self.wrong
        self.trace.logits = h @ w["model.embed_tokens.weight" if tied else "lm_head.weight"].T
        return self.trace

    def norm(self, x, w):
        epsilon = 1e-6 if "epsilon_1e-6" in self.wrong else self.config.epsilon
        gain = 1.0 + w
        if "plain_norm" in self.wrong:
            gain = w
        if "norm_plus_two" in self.wrong:
            gain = 2.0 + w
        return x / np.sqrt(np.mean(x * x, axis=-1, keepdims=True) + epsilon) * gain

    def rope(self, x):
        """x is [position, head, dim]; the first rotary_dim dims turn, pair (i, i + half)."""
        width = x.shape[-1] if "full_rotary" in self.wrong else self.config.rotary_dim
        half = width // 2
        frequency = self.config.theta ** (-2.0 * np.arange(half) / width)
        angle = np.arange(x.shape[0])[:, None, None] * frequency
        first, second = slice(0, half), slice(half, width)
        if "interleaved_rope" in self.wrong:
            first, second = slice(0, width, 2), slice(1, width, 2)
        out = x.copy()
        out[..., first] = x[..., first] * np.cos(angle) - x[..., second] * np.sin(angle)
        out[..., second] = x[..., second] * np.cos(angle) + x[..., first] * np.sin(angle)
        return out

    def project(self, x, at, name, heads):
        """One of q, k, index_q, index_k: projected, normalised per head, rotated."""
        w = self.weights
        y = (x @ w[f"{at}{name}_proj.weight"].T).reshape(len(x), heads, -1)
        index = name.startswith("index")
        if "norm_after_rope" in self.wrong:
            return self.norm(self.rope(y), w[f"{at}{name}_norm.weight"])
        if ("no_index_norm" if index else "no_qk_norm") not in self.wrong:
            y = self.norm(y, w[f"{at}{name}_norm.weight"])
        return y if index and "no_index_rope" in self.wrong else self.rope(y)

    def attention(self, x, at, sparse):
        c, w, length = self.config, self.weights, len(x)
        q = self.project(x, at, "q", c.heads)
        k = self.project(x, at, "k", c.groups)
        v = (x @ w[at + "v_proj.weight"].T).reshape(length, c.groups, c.head_dim)
        visible = np.tri(length, dtype=bool)[None].repeat(c.groups, axis=0)
        if sparse:
            selected = self.selected_keys(x, at)
            visible = selected if "not_causal" in self.wrong else visible & selected
        scale = (c.rotary_dim if "softmax_scale" in self.wrong else c.head_dim) ** -0.5
        out = np.empty((length, c.heads, c.head_dim))
        for head in range(c.heads):
            g = head // (c.heads // c.groups)
            if "kv_head_modulo" in self.wrong:
                g = head % c.groups
            score = np.where(visible[g], q[:, head] @ k[:, g].T * scale, -np.inf)
            out[:, head] = softmax(score) @ v[:, g]
        return out.reshape(length, -1) @ w[at + "o_proj.weight"].T

    def selected_keys(self, x, at):
        """Which keys each group of each position may see: [group, position, key]."""
        c, length = self.config, len(x)
        iq = self.project(x, at, "index_q", c.groups)
        ik = self.project(x, at, "index_k", 1)[:, 0]
        shift = c.block // 2 if "blocks_anchored_elsewhere" in self.wrong else 0
        block_of = (np.arange(length) + shift) // c.block
        score = np.stack([iq[:, g] @ ik.T for g in range(c.groups)])
        score = np.where(np.tri(length, dtype=bool), score, -np.inf)
        scores = self.block_scores(score, block_of)
        if "shared_selection" in self.wrong:
            scores = scores.max(axis=0, keepdims=True).repeat(c.groups, axis=0)
        if "index_head_zero" in self.wrong:
            scores = scores[:1].repeat(c.groups, axis=0)
        chosen = self.choose_blocks(scores, block_of)
        if "no_selection" in self.wrong:
            chosen = np.ones_like(chosen)
        return np.stack([chosen[g][:, block_of] for g in range(c.groups)])

    def block_scores(self, score, block_of):
        blocks = [score[..., block_of == b] for b in range(block_of[-1] + 1)]
        if "block_mean" in self.wrong:
            means = []
            for keys in blocks:
                seen = np.isfinite(keys)
                total = np.where(seen, keys, 0.0).sum(axis=-1)
                count = seen.sum(axis=-1)
                means.append(np.where(count > 0, total / np.maximum(count, 1), -np.inf))
            return np.stack(means, axis=-1)
        return np.stack([keys.max(axis=-1) for keys in blocks], axis=-1)

    def choose_blocks(self, scores, block_of):
        """scores is [group, position, block]; the result says of each whether it is read."""
        c = self.config
        groups, length, count = scores.shape
        size = np.abs(np.where(np.isfinite(scores), scores, 0.0)).max(axis=-1)
        forced = scores.copy()
        if "own_block_not_forced" not in self.wrong:
            forced[:, np.arange(length), block_of] = np.inf
        if "block_zero_forced" in self.wrong:
            forced[:, :, 0] = np.inf
        want = c.blocks_per_token + (1 if "own_block_on_top" in self.wrong else 0)
        order = np.argsort(-forced, axis=-1, kind="stable")
        ranked = np.take_along_axis(forced, order, axis=-1)
        chosen = np.zeros(scores.shape, dtype=bool)
        listed = np.full((length, groups, want), -1, dtype=np.int32)
        for g in range(groups):
            for p in range(length):
                keep = order[g, p, :want][ranked[g, p, :want] > -np.inf]
                chosen[g, p, keep] = True
                listed[p, g, :len(keep)] = np.sort(keep)
        self.trace.blocks.append(listed)
        if count > want:
            cut = np.isfinite(ranked[..., want]) & np.isfinite(ranked[..., want - 1])
            gap = ranked[..., want - 1][cut] - ranked[..., want][cut]
            self.trace.block_choices += int(cut.sum())
            margin = np.min(gap / size[cut], initial=np.inf)
            self.trace.block_margin = min(self.trace.block_margin, float(margin))
        return chosen

    def mixture(self, u, at):
        c, w = self.config, self.weights
        score = self.router(u, w[at + "gate.weight"])
        bias = w[at + "e_score_correction_bias"]
        choice = score if "bias_ignored" in self.wrong else score + bias
        order = np.argsort(-choice, axis=-1, kind="stable")
        ids = np.sort(order[:, :c.experts_per_token], axis=-1)
        ranked = np.take_along_axis(choice, order, axis=-1)
        if c.experts_per_token < c.experts:
            last, next_one = ranked[:, c.experts_per_token - 1], ranked[:, c.experts_per_token]
            margin = (last - next_one) / np.maximum(np.abs(last), np.abs(next_one))
            self.trace.expert_margin = min(self.trace.expert_margin, float(margin.min()))
        mix = np.take_along_axis(choice if "bias_in_weights" in self.wrong else score, ids, axis=-1)
        if "not_renormalised" not in self.wrong:
            mix = mix / mix.sum(axis=-1, keepdims=True)
        self.trace.experts.append(ids.astype(np.int32))
        self.trace.expert_weights.append(mix)
        routed = np.zeros_like(u)
        for e in range(c.experts):
            rows, slots = np.nonzero(ids == e)
            if len(rows):
                y = self.mlp(u[rows], f"{at}experts.{e}.", ("w1", "w3", "w2"))
                routed[rows] += mix[rows, slots][:, None] * y
        shared = self.mlp(u, at + "shared_experts.", ("gate_proj", "up_proj", "down_proj"))
        if "no_shared_expert" in self.wrong:
            shared = 0.0 * shared
        if "shared_expert_scaled" in self.wrong:
            shared = c.routed_scale * shared
        return routed * (1.0 if "no_routed_scale" in self.wrong else c.routed_scale) + shared

    def router(self, u, gate):
        if "router_bf16" in self.wrong:
            u, gate = checkpoint.rounded_to_bf16(u), checkpoint.rounded_to_bf16(gate)
        logits = u @ gate.T
        return softmax(logits) if "router_softmax" in self.wrong else sigmoid(logits)

    def mlp(self, u, at, names):
        gate, up, down = (self.weights[f"{at}{name}.weight"] for name in names)
        if "swapped_gate_up" in self.wrong:
            gate, up = up, gate
        if "interleaved_gate_up" in self.wrong:
            both = np.concatenate([gate, up])
            gate, up = both[0::2], both[1::2]
        limit, alpha = self.config.limit, self.config.alpha
        g, l = u @ gate.T, u @ up.T
        self.trace.neurons += g.size
        self.trace.gates_clamped += int((g > limit).sum())
        self.trace.ups_clamped += int((np.abs(l) > limit).sum())
        if "gate_not_clamped" not in self.wrong:
            g = np.minimum(g, limit)
        if "gate_clamped_below" in self.wrong:
            g = np.maximum(g, -limit)
        if "up_not_clamped" not in self.wrong:
            l = np.clip(l, -limit, limit)
        gain = 1.0 if "alpha_1" in self.wrong else alpha
        one = 0.0 if "up_without_one" in self.wrong else 1.0
        return (g * sigmoid(gain * g) * (l + one)) @ down.T


def run_folder(folder, wrong=(), **reading):
    """The trace of a checkpoint folder on its own tokens.json."""
    folder = pathlib.Path(folder)
    config, weights = checkpoint.read(folder, **reading)
    tokens = json.loads((folder / "tokens.json").read_text())
    return Model(Config.of(config), weights, wrong).run(tokens)


def main():
    trace = run_folder(sys.argv[1])
    print(f"logits {trace.logits.shape}, norm {np.linalg.norm(trace.logits):.4f}")
    sizes = [round(float(np.sqrt(np.mean(h * h))), 3) for h in trace.hidden]
    print(f"hidden rms per layer {sizes}")
    print(f"smallest margin: blocks {trace.block_margin:.2e} of {trace.block_choices} choices, "
          f"experts {trace.expert_margin:.2e}")
    print(f"clamped: gates {trace.gates_clamped / trace.neurons:.2%}, "
          f"ups {trace.ups_clamped / trace.neurons:.2%}")


if __name__ == "__main__":
    main()
