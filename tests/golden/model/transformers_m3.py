#!/usr/bin/env python3
"""The official Transformers classes run over a tiny checkpoint: the second oracle.

    transformers_m3.py FOLDER               weights handed over by name (any number format)
    transformers_m3.py FOLDER --official    through from_pretrained, as anyone would load it (bf16)

float32, eager attention. Needs torch and transformers >= 5.23 (README).
"""

import dataclasses
import json
import pathlib
import sys

import numpy as np
import torch
import transformers
from transformers.models.minimax_m3_vl import configuration_minimax_m3_vl as configurations
from transformers.models.minimax_m3_vl import modeling_minimax_m3_vl as modeling

import checkpoint

transformers.logging.set_verbosity_error()
transformers.logging.disable_progress_bar()

RENAMED = [("self_attn.index_", "self_attn.indexer."),
           ("block_sparse_moe.e_score", "mlp.gate.e_score"), ("block_sparse_moe.", "mlp.")]


@dataclasses.dataclass
class Observed:
    logits: np.ndarray = None
    hidden: list = dataclasses.field(default_factory=list)
    blocks: list = dataclasses.field(default_factory=list)
    experts: list = dataclasses.field(default_factory=list)
    expert_weights: list = dataclasses.field(default_factory=list)


def official_state(weights):
    """The released names and tensors as the official modules hold them: gate and up in one."""
    state, experts = {}, {}
    for name, values in weights.items():
        tensor = torch.tensor(values, dtype=torch.float32)
        module, _, part = name.removesuffix(".weight").rpartition(".")
        if ".experts." in name:
            layer, _, number = module.partition(".experts.")
            experts.setdefault(layer, {}).setdefault(int(number), {})[part] = tensor
        else:
            for old, new in RENAMED:
                name = name.replace(old, new)
            state[name] = tensor
    for name in [n for n in state if n.endswith(".gate_proj.weight")]:
        up = name.replace("gate_proj", "up_proj")
        state[name.replace("gate_proj", "gate_up_proj")] = torch.cat([state.pop(name),
                                                                      state.pop(up)])
    for layer, parts in experts.items():
        at = layer.replace("block_sparse_moe", "mlp") + ".experts."
        rows = [parts[e] for e in sorted(parts)]
        state[at + "gate_up_proj"] = torch.stack([torch.cat([r["w1"], r["w3"]]) for r in rows])
        state[at + "down_proj"] = torch.stack([r["w2"] for r in rows])
    return state


def text_model(folder):
    config, weights = checkpoint.read(folder)
    text = configurations.MiniMaxM3VLTextConfig(**config["text_config"])
    text._experts_implementation = "eager"
    model = modeling.MiniMaxM3VLForCausalLM._from_config(text, attn_implementation="eager",
                                                         dtype=torch.float32)
    weights = {n: v for n, v in weights.items() if n.startswith(("model.", "lm_head."))}
    model.load_state_dict(official_state(weights), strict=True)
    return model.eval(), model.model


def whole_model(folder):
    """from_pretrained on the folder, with a small vision tower put in as the folder has none."""
    raw = json.loads((pathlib.Path(folder) / "config.json").read_text())
    raw["vision_config"] = {"hidden_size": 32, "intermediate_size": 32, "num_hidden_layers": 1,
                            "num_attention_heads": 2, "image_size": 28}
    raw["projector_hidden_size"] = 32
    config = configurations.MiniMaxM3VLConfig(**raw)
    config.text_config._experts_implementation = "eager"
    model, report = modeling.MiniMaxM3SparseForConditionalGeneration.from_pretrained(
        folder, config=config, dtype=torch.float32, attn_implementation="eager",
        output_loading_info=True)
    missing = [k for k in report["missing_keys"] if "vision" not in k and "projector" not in k]
    assert not missing and not report["unexpected_keys"], (missing, report["unexpected_keys"])
    return model.eval(), model.model.language_model


def watch(text, seen):
    def saw_blocks(_, __, out):
        groups = text.config.num_key_value_heads
        assert out.ndim == 4 and out.shape[1] == groups, "selection without an axis of groups"
        full = np.full((out.shape[2], groups, text.config.index_topk_blocks), -1, dtype=np.int32)
        ids = out[0].transpose(0, 1).numpy()
        far = np.where(ids < 0, np.iinfo(np.int32).max, ids)
        far.sort(axis=-1)
        full[..., :ids.shape[-1]] = np.where(far == np.iinfo(np.int32).max, -1, far)
        seen.blocks.append(full)

    def saw_router(_, __, out):
        ids, order = out[2].sort(dim=-1)
        seen.experts.append(ids.numpy().astype(np.int32))
        seen.expert_weights.append(out[1].gather(1, order).numpy())

    text.embed_tokens.register_forward_hook(lambda _, __, out: seen.hidden.append(out[0].numpy()))
    for layer in text.layers:
        layer.register_forward_hook(lambda _, __, out: seen.hidden.append(out[0].numpy()))
        if layer.self_attn.indexer is not None:
            layer.self_attn.indexer.register_forward_hook(saw_blocks)
        if hasattr(layer.mlp, "gate"):
            layer.mlp.gate.register_forward_hook(saw_router)


def run_folder(folder, official=False):
    model, text = whole_model(folder) if official else text_model(folder)
    rotary = json.loads((pathlib.Path(folder) / "config.json").read_text())["text_config"]
    assert 2 * len(text.rotary_emb.inv_freq) == rotary["rotary_dim"], "partial rotary was lost"
    tokens = torch.tensor([json.loads((pathlib.Path(folder) / "tokens.json").read_text())])
    seen = Observed()
    watch(text, seen)
    with torch.no_grad():
        seen.logits = model(input_ids=tokens, use_cache=False).logits[0].numpy()
    return seen


def stepwise_logits(folder):
    """One token at a time through the official cache."""
    model, _ = text_model(folder)
    tokens = json.loads((pathlib.Path(folder) / "tokens.json").read_text())
    past, rows = None, []
    with torch.no_grad():
        for token in tokens:
            out = model(input_ids=torch.tensor([[token]]), past_key_values=past, use_cache=True)
            past = out.past_key_values
            rows.append(out.logits[0, -1].numpy())
    return np.stack(rows)


def main():
    seen = run_folder(sys.argv[1], "--official" in sys.argv)
    print(f"transformers {transformers.__version__}, torch {torch.__version__}: "
          f"logits {seen.logits.shape}, norm {np.linalg.norm(seen.logits):.4f}")


if __name__ == "__main__":
    main()
