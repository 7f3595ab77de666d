"""A model of the M3 family by its sizes: its config.json, its tensors, and their names in both engines."""

import json
import os
from typing import NamedTuple

# The released model's constants that no shape here changes.
FIXED = {"use_gemma_norm": True, "attention_output_gate": False, "use_qk_norm": True,
         "qk_norm_type": "per_head", "hidden_act": "swigluoai", "swiglu_alpha": 1.702,
         "swiglu_limit": 7.0, "scoring_func": "sigmoid", "use_routing_bias": True,
         "tie_word_embeddings": False}


class Tensor(NamedTuple):
    """`part` of `parts`: the peer keeps all experts of a layer in one tensor, ours one each."""
    name: str
    peer: str
    rows: int
    cols: int  # 0 for a vector of `rows`
    kind: str  # linear, embedding, index, norm, or f32
    part: int = 0
    parts: int = 1

    @property
    def shape(self):
        return [self.rows, self.cols] if self.cols else [self.rows]


def load(name):
    with open(os.path.join(os.path.dirname(__file__), "shapes.json")) as file:
        shapes = json.load(file)
    return {**shapes["common"], **shapes[name]}


def config(shape, quantization):
    """config.json, nested as the released one is."""
    text = {key: value for key, value in shape.items() if not key.startswith("sparse_")}
    num_dense, num_sparse = text.pop("dense_layers"), shape["sparse_layers"]
    is_sparse = [0] * num_dense + [1] * num_sparse
    text |= {"architectures": ["MiniMaxM3SparseForCausalLM"], "num_hidden_layers": len(is_sparse),
             "shared_intermediate_size": shape["intermediate_size"] * shape["n_shared_experts"],
             "partial_rotary_factor": shape["rotary_dim"] / shape["head_dim"],
             "moe_layer_freq": is_sparse, **FIXED}
    text["sparse_attention_config"] = {
        "use_sparse_attention": True, "sparse_num_index_heads": shape["num_key_value_heads"],
        "sparse_index_dim": shape["sparse_index_dim"],
        "sparse_topk_blocks": shape["sparse_topk_blocks"],
        "sparse_block_size": shape["sparse_block_size"], "sparse_score_type": "max",
        "sparse_init_block": 0, "sparse_local_block": 1, "sparse_attention_freq": is_sparse,
        "sparse_disable_index_value": is_sparse}
    whole = {"architectures": ["MiniMaxM3SparseForConditionalGeneration"],
             "model_type": "minimax_m3_vl", "torch_dtype": "bfloat16", "text_config": text}
    return whole | ({"quantization_config": quantization} if quantization else {})


def attention(shape, layer, is_sparse):
    hidden, head = shape["hidden_size"], shape["head_dim"]
    num_q, num_kv = shape["num_attention_heads"] * head, shape["num_key_value_heads"] * head
    ours, peer = f"language_model.model.layers.{layer}.", f"blk.{layer}."
    yield Tensor(ours + "input_layernorm.weight", peer + "attn_norm.weight", hidden, 0, "norm")
    for ours_name, peer_name, rows, cols in (
            ("q_proj", "attn_q", num_q, hidden), ("k_proj", "attn_k", num_kv, hidden),
            ("v_proj", "attn_v", num_kv, hidden), ("o_proj", "attn_output", hidden, num_q)):
        yield Tensor(f"{ours}self_attn.{ours_name}.weight", f"{peer}{peer_name}.weight",
                     rows, cols, "linear")
    for which in "qk":
        yield Tensor(f"{ours}self_attn.{which}_norm.weight", f"{peer}attn_{which}_norm.weight",
                     head, 0, "norm")
    if is_sparse:
        dim = shape["sparse_index_dim"]
        for which, heads in (("q", shape["num_key_value_heads"]), ("k", 1)):
            yield Tensor(f"{ours}self_attn.index_{which}_proj.weight",
                         f"{peer}indexer.{which}_proj.weight", heads * dim, hidden, "index")
            yield Tensor(f"{ours}self_attn.index_{which}_norm.weight",
                         f"{peer}indexer.{which}_norm.weight", dim, 0, "norm")
    yield Tensor(ours + "post_attention_layernorm.weight", peer + "ffn_norm.weight",
                 hidden, 0, "norm")


def feed_forward(ours, peer, names, hidden, width, part=0, parts=1):
    for ours_name, peer_name, rows, cols in zip(
            names, ("gate", "up", "down"), (width, width, hidden), (hidden, hidden, width)):
        yield Tensor(f"{ours}{ours_name}.weight", peer.format(peer_name), rows, cols, "linear",
                     part, parts)


def mixture(shape, layer):
    hidden, width = shape["hidden_size"], shape["intermediate_size"]
    num = shape["num_local_experts"]
    ours, peer = f"language_model.model.layers.{layer}.block_sparse_moe.", f"blk.{layer}."
    yield Tensor(ours + "gate.weight", peer + "ffn_gate_inp.weight", num, hidden, "f32")
    yield Tensor(ours + "e_score_correction_bias", peer + "exp_probs_b.bias", num, 0, "f32")
    for expert in range(num):
        yield from feed_forward(f"{ours}experts.{expert}.", peer + "ffn_{}_exps.weight",
                                ("w1", "w3", "w2"), hidden, width, expert, num)
    yield from feed_forward(ours + "shared_experts.", peer + "ffn_{}_shexp.weight",
                            ("gate_proj", "up_proj", "down_proj"), hidden,
                            width * shape["n_shared_experts"])


def tensors(shape):
    hidden, vocab = shape["hidden_size"], shape["vocab_size"]
    num_dense = shape["dense_layers"]
    yield Tensor("language_model.model.embed_tokens.weight", "token_embd.weight",
                 vocab, hidden, "embedding")
    for layer in range(num_dense + shape["sparse_layers"]):
        yield from attention(shape, layer, layer >= num_dense)
        if layer >= num_dense:
            yield from mixture(shape, layer)
        else:
            yield from feed_forward(
                f"language_model.model.layers.{layer}.mlp.", f"blk.{layer}." + "ffn_{}.weight",
                ("gate_proj", "up_proj", "down_proj"), hidden, shape["dense_intermediate_size"])
    yield Tensor("language_model.model.norm.weight", "output_norm.weight", hidden, 0, "norm")
    yield Tensor("language_model.lm_head.weight", "output.weight", vocab, hidden, "linear")
