#!/usr/bin/env python3
"""Writes tiny random M3 checkpoints with the outputs they must give.

    make_tiny.py                                    every shape into its folder beside this file
    make_tiny.py --shape b                          one of them
    make_tiny.py --shape c --seed 900 --out DIR     the same shape with other weights
    make_tiny.py --shape a --set length=200 --set blocks_per_token=3 --out DIR
    make_tiny.py --shape b128 --out DIR             a larger one, too large to keep here

Seeds are tried upwards from the given one until no selection of blocks or experts is closer to its
cut than MARGIN, so that a float32 engine selects the same; facts.json records what was found.
"""

import argparse
import dataclasses
import json
import pathlib

import numpy as np

import checkpoint
import formats
import numpy_m3

HERE = pathlib.Path(__file__).resolve().parent
MARGIN = 1e-4


@dataclasses.dataclass(frozen=True)
class Shape:
    """A model's sizes; `length` tokens are run through it."""
    length: int
    hidden: int
    dense_layers: int
    sparse_layers: int
    heads: int
    head_dim: int
    rotary_dim: int
    index_dim: int
    block: int
    blocks_per_token: int
    experts: int
    experts_per_token: int
    expert_width: int
    shared_width: int
    dense_width: int
    vocab: int
    groups: int = 4
    theta: float = 5000000
    epsilon: float = 1e-6
    alpha: float = 1.702
    limit: float = 7.0
    routed_scale: float = 2.0
    key_size: float = 1.0     # root mean square of queries and keys before their norm
    shards: int = 2
    seed: int = 1
    format: str = "bf16"
    names: str = "released"   # or "exported": as quantised exports spell them
    hidden_states: int = 1    # 0: hidden.npy is not written
    kept: int = 1             # 0: made only when asked for by name


FORMATS = Shape(
    length=128, hidden=128, dense_layers=1, sparse_layers=1, heads=8, head_dim=32, rotary_dim=16,
    index_dim=32, block=16, blocks_per_token=2, experts=8, experts_per_token=4, expert_width=128,
    shared_width=128, dense_width=256, vocab=128, hidden_states=0)

SHAPES = {
    "a": Shape(length=96, hidden=64, dense_layers=1, sparse_layers=2, heads=8, head_dim=32,
               rotary_dim=16, index_dim=32, block=8, blocks_per_token=2, experts=8,
               experts_per_token=4, expert_width=32, shared_width=32, dense_width=128, vocab=128),
    "b": Shape(length=168, hidden=64, dense_layers=1, sparse_layers=3, heads=16, head_dim=64,
               rotary_dim=32, index_dim=64, block=16, blocks_per_token=3, experts=16,
               experts_per_token=4, expert_width=16, shared_width=48, dense_width=64, vocab=160,
               theta=10000, shards=3),
    "c": Shape(length=400, hidden=96, dense_layers=2, sparse_layers=3, heads=8, head_dim=32,
               rotary_dim=16, index_dim=64, block=32, blocks_per_token=4, experts=12,
               experts_per_token=2, expert_width=16, shared_width=32, dense_width=80, vocab=128,
               epsilon=1e-5, alpha=0.702, limit=4.0, routed_scale=2.5, key_size=0.01, shards=4),
    "d": Shape(length=128, hidden=128, dense_layers=1, sparse_layers=1, heads=8, head_dim=128,
               rotary_dim=64, index_dim=128, block=16, blocks_per_token=2, experts=8,
               experts_per_token=4, expert_width=256, shared_width=256, dense_width=256, vocab=256),
    "mxfp8": dataclasses.replace(FORMATS, format="mxfp8", expert_width=256, shared_width=256),
    "fp8": dataclasses.replace(FORMATS, format="fp8", dense_width=288),
    "gptq": dataclasses.replace(FORMATS, format="gptq"),
    "awq": dataclasses.replace(FORMATS, format="awq", names="exported"),
    "exported": Shape(
        length=96, hidden=64, dense_layers=1, sparse_layers=1, heads=8, head_dim=32, rotary_dim=16,
        index_dim=32, block=8, blocks_per_token=2, experts=8, experts_per_token=4, expert_width=32,
        shared_width=32, dense_width=128, vocab=128, names="exported", hidden_states=0),
}
SHAPES["b128"] = dataclasses.replace(SHAPES["b"], hidden=128, expert_width=32, kept=0)
SHAPES["d256"] = dataclasses.replace(SHAPES["d"], hidden=256, heads=16, sparse_layers=2,
                                     dense_width=512, kept=0)

FP8_BLOCK = [64, 64]
INT4_GROUP = 128


def released_config(s):
    layers = s.dense_layers + s.sparse_layers
    kinds = [0] * s.dense_layers + [1] * s.sparse_layers
    text = {
        "architectures": ["MiniMaxM3SparseForCausalLM"], "hidden_size": s.hidden,
        "intermediate_size": s.expert_width, "dense_intermediate_size": s.dense_width,
        "shared_intermediate_size": s.shared_width, "num_hidden_layers": layers,
        "num_attention_heads": s.heads, "num_key_value_heads": s.groups, "head_dim": s.head_dim,
        "vocab_size": s.vocab, "max_position_embeddings": 4096, "rms_norm_eps": s.epsilon,
        "use_gemma_norm": True, "attention_output_gate": False, "rope_theta": s.theta,
        "rotary_dim": s.rotary_dim, "partial_rotary_factor": s.rotary_dim / s.head_dim,
        "hidden_act": "swigluoai", "swiglu_alpha": s.alpha, "swiglu_limit": s.limit,
        "use_qk_norm": True, "qk_norm_type": "per_head", "tie_word_embeddings": False,
        "num_local_experts": s.experts, "num_experts_per_tok": s.experts_per_token,
        "n_shared_experts": 1, "scoring_func": "sigmoid", "use_routing_bias": True,
        "routed_scaling_factor": s.routed_scale, "moe_layer_freq": kinds,
        "num_mtp_modules": 7, "num_nextn_predict_layers": 1,
        "sparse_attention_config": {
            "use_sparse_attention": True, "sparse_index_dim": s.index_dim,
            "sparse_num_index_heads": s.groups, "sparse_topk_blocks": s.blocks_per_token,
            "sparse_block_size": s.block, "sparse_score_type": "max", "sparse_init_block": 0,
            "sparse_local_block": 1, "sparse_attention_freq": kinds,
            "sparse_disable_index_value": kinds}}
    config = {
        "architectures": ["MiniMaxM3SparseForConditionalGeneration"],
        "model_type": "minimax_m3_vl", "torch_dtype": "bfloat16", "transformers_version": "4.52.4",
        "image_token_index": s.vocab - 3, "video_token_index": s.vocab - 2,
        "eos_token_id": s.vocab - 1, "text_config": text}
    quantisation = quantisation_config(s, layers)
    return config | ({"quantization_config": quantisation} if quantisation else {})


def quantisation_config(s, layers):
    gates = [f"model.layers.{i}.block_sparse_moe.gate" for i in range(s.dense_layers, layers)]
    ignored = ["lm_head", "model.embed_tokens"] + gates
    if s.format == "mxfp8":
        return {"quant_method": "mxfp8", "activation_scheme": "dynamic",
                "weight_block_size": [1, 32], "ignored_layers": ignored}
    if s.format == "fp8":
        kept = [f"model.layers.{i}.self_attn.index_k_proj" for i in range(s.dense_layers, layers)]
        return {"quant_method": "fp8", "activation_scheme": "dynamic", "fmt": "e4m3",
                "weight_block_size": FP8_BLOCK, "ignored_layers": ignored + kept}
    if s.format == "gptq":
        return {"quant_method": "gptq", "bits": 4, "group_size": INT4_GROUP, "desc_act": False,
                "sym": True, "checkpoint_format": "gptq", "lm_head": False,
                "dynamic": {"-:.*self_attn.*": {}, "-:.*shared_experts.*": {},
                            "-:.*layers\\.0\\.mlp.*": {}}}
    if s.format == "awq":
        return {"quant_method": "awq", "bits": 4, "group_size": INT4_GROUP, "zero_point": True,
                "version": "gemm", "modules_to_not_convert": [
                    "self_attn", "shared_experts", "layers.0.mlp", "mlp.gate", "lm_head"]}
    return None


class Weights:
    """Random weights under the released names: bf16 numbers, router and its bias float32."""

    def __init__(self, shape, rng):
        self.rng = rng
        self.made = {}
        self.uneven = shape.format != "bf16"
        self.shifted = shape.format == "awq"
        s = shape
        self.matrix("model.embed_tokens", s.vocab, s.hidden, 1.0)
        self.norm("model.norm", s.hidden, 0.0, 0.3)
        self.matrix("lm_head", s.vocab, s.hidden, s.hidden**-0.5)
        for i in range(s.dense_layers + s.sparse_layers):
            at, sparse = f"model.layers.{i}.", i >= s.dense_layers
            self.norm(at + "input_layernorm", s.hidden, 0.0, 0.3)
            self.norm(at + "post_attention_layernorm", s.hidden, 0.0, 0.3)
            self.attention(s, at + "self_attn.", sparse)
            if sparse:
                self.mixture(s, at + "block_sparse_moe.")
            else:
                self.mlp(s, at + "mlp.", s.dense_width, 0.5)

    def matrix(self, name, rows, columns, size):
        values = size * self.rng.standard_normal((rows, columns))
        if self.uneven:    # every row and every tile has a scale of its own …
            row = 2.0**self.rng.uniform(-1, 1, (rows, 1))
            tile = 2.0**self.rng.uniform(-1, 1, (-(-rows // 32), -(-columns // 32)))
            values *= row * formats.spread(tile, (32, 32), values.shape) / 1.35
        if self.shifted:   # … and every group a zero point
            shift = self.rng.standard_normal((rows, -(-columns // INT4_GROUP)))
            values += 0.5 * size * formats.spread(shift, (1, INT4_GROUP), values.shape)
        self.made[name + ".weight"] = checkpoint.rounded_to_bf16(values)

    def norm(self, name, width, mean, size):
        values = mean + size * self.rng.standard_normal(width)
        self.made[name + ".weight"] = checkpoint.rounded_to_bf16(values)

    def attention(self, s, at, sparse):
        unit, key = s.hidden**-0.5, s.key_size * s.hidden**-0.5
        self.matrix(at + "q_proj", s.heads * s.head_dim, s.hidden, key)
        self.matrix(at + "k_proj", s.groups * s.head_dim, s.hidden, key)
        self.matrix(at + "v_proj", s.groups * s.head_dim, s.hidden, unit)
        self.matrix(at + "o_proj", s.hidden, s.heads * s.head_dim, (s.heads * s.head_dim)**-0.5)
        self.norm(at + "q_norm", s.head_dim, 0.5, 0.4)
        self.norm(at + "k_norm", s.head_dim, 0.5, 0.4)
        if sparse:
            self.matrix(at + "index_q_proj", s.groups * s.index_dim, s.hidden, key)
            self.matrix(at + "index_k_proj", s.index_dim, s.hidden, key)
            self.norm(at + "index_q_norm", s.index_dim, 0.0, 0.4)
            self.norm(at + "index_k_norm", s.index_dim, 0.0, 0.4)

    def mixture(self, s, at):
        # Experts 2i and 2i+1 want nearly the same tokens: near ties.
        gate = 1.5 * s.hidden**-0.5 * self.rng.standard_normal((s.experts, s.hidden))
        gate[1::2] = gate[0::2] + 0.1 * gate[1::2]
        bias = 0.2 * self.rng.standard_normal(s.experts)
        bias[1::2] = bias[0::2] + 0.1 * bias[1::2]
        self.made[at + "gate.weight"] = gate.astype(np.float32).astype(np.float64)
        self.made[at + "e_score_correction_bias"] = bias.astype(np.float32).astype(np.float64)
        for e in range(s.experts):
            self.mlp(s, f"{at}experts.{e}.", s.expert_width, 0.4, ("w1", "w3", "w2"))
        self.mlp(s, at + "shared_experts.", s.shared_width, 0.4)

    def mlp(self, s, at, width, size, names=("gate_proj", "up_proj", "down_proj")):
        gate, up, down = names
        self.matrix(at + gate, width, s.hidden, 0.55 * s.limit * s.hidden**-0.5)
        self.matrix(at + up, width, s.hidden, 0.55 * s.limit * s.hidden**-0.5)
        self.matrix(at + down, s.hidden, width, size / s.limit * width**-0.5)


def is_expert(name):
    return ".experts." in name


def stored(name, values, s, config):
    """The parts a weight is stored as: {part name: (dtype, array)}."""
    if name.endswith("block_sparse_moe.gate.weight") or name.endswith("_bias"):
        return {name.rpartition(".")[2]: ("F32", values)}
    module = name.removesuffix(".weight")
    ignored = config.get("quantization_config", {}).get("ignored_layers", [])
    if values.ndim == 2 and module not in ignored:
        if s.format == "mxfp8":
            return formats.mxfp8(values)
        if s.format == "fp8":
            return formats.block_fp8(values, FP8_BLOCK)
        if s.format == "gptq" and is_expert(name):
            return formats.gptq(values, INT4_GROUP)
        if s.format == "awq" and is_expert(name):
            return formats.awq(values, INT4_GROUP)
    return {"weight": ("BF16", checkpoint.bf16_bits(values))}


EXPORTED = [("self_attn.index_", "self_attn.indexer."), (".w1.", ".gate_proj."),
            (".w3.", ".up_proj."), (".w2.", ".down_proj."),
            ("block_sparse_moe.e_score", "mlp.gate.e_score"), ("block_sparse_moe.", "mlp.")]


def spelled(name, s):
    if s.names == "released":
        return "language_model." + name
    for old, new in EXPORTED:
        name = name.replace(old, new)
    return name if name.startswith("lm_head") else name.replace("model.", "model.language_model.")


def write_checkpoint(folder, s, seed):
    rng = np.random.default_rng(seed)
    config = released_config(s)
    tensors = {}
    for name, values in Weights(s, rng).made.items():
        for part, tensor in stored(name, values, s, config).items():
            tensors[spelled(f"{name.rpartition('.')[0]}.{part}", s)] = tensor
    checkpoint.write(folder, config, tensors, s.shards, rng)
    tokens = rng.integers(0, s.vocab - 8, s.length).tolist()
    (folder / "tokens.json").write_text(json.dumps(tokens) + "\n")


def write_outputs(folder, s, seed, trace):
    def save(name, parts, kind):
        np.save(folder / f"{name}.npy", np.asarray(parts, dtype=kind))
    save("logits", trace.logits, "<f4")
    save("blocks", trace.blocks, "<i4")
    save("experts", trace.experts, "<i4")
    save("expert_weights", trace.expert_weights, "<f4")
    if s.hidden_states:
        save("hidden", trace.hidden, "<f4")
    groups = np.asarray(trace.blocks)
    differ = (groups != groups[:, :, :1]).any(axis=(2, 3))
    facts = {"seed": seed, "block_margin": float(f"{trace.block_margin:.3e}"),
             "expert_margin": float(f"{trace.expert_margin:.3e}"),
             "block_choices": trace.block_choices,
             "positions_where_groups_differ": round(float(differ.mean()), 4),
             "gates_clamped": round(trace.gates_clamped / trace.neurons, 4),
             "ups_clamped": round(trace.ups_clamped / trace.neurons, 4)}
    (folder / "facts.json").write_text(json.dumps(facts, indent=1) + "\n")
    return facts


def make(folder, s):
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(s.seed, s.seed + 1000):
        write_checkpoint(folder, s, seed)
        trace = numpy_m3.run_folder(folder)
        if min(trace.block_margin, trace.expert_margin) > MARGIN:
            return write_outputs(folder, s, seed, trace)
    raise SystemExit(f"no seed of 1000 keeps {MARGIN} from every cut")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shape", choices=SHAPES, action="append", help="default: all")
    parser.add_argument("--seed", type=int, help="first seed to try")
    parser.add_argument("--out", type=pathlib.Path, default=HERE, help="folder of the folders")
    parser.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE",
                        help="another value for a field of Shape")
    return parser.parse_args()


def main():
    args = arguments()
    kinds = {f.name: f.type for f in dataclasses.fields(Shape)}
    changed = {k: kinds[k](v) for k, v in (item.split("=", 1) for item in args.set)}
    if args.seed is not None:
        changed["seed"] = args.seed
    for name in args.shape or [n for n, s in SHAPES.items() if s.kept]:
        facts = make(args.out / name, dataclasses.replace(SHAPES[name], **changed))
        print(name, json.dumps(facts), flush=True)


if __name__ == "__main__":
    main()
