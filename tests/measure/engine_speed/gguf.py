"""A GGUF v3 file of the architecture minimax-m3, written piece by piece."""

import struct

TYPES = {"F32": 0, "Q4_0": 2, "Q8_0": 8, "BF16": 30}
BITS = {"F32": 32, "Q4_0": 4.5, "Q8_0": 8.5, "BF16": 16}
ALIGNMENT = 32


def keys(shape):
    """The metadata that the architecture's loader asks for; no tokenizer, ids only."""
    prefix = "minimax-m3."
    own = {"context_length": "max_position_embeddings", "embedding_length": "hidden_size",
           "feed_forward_length": "dense_intermediate_size", "vocab_size": "vocab_size",
           "attention.head_count": "num_attention_heads",
           "attention.head_count_kv": "num_key_value_heads", "attention.key_length": "head_dim",
           "attention.value_length": "head_dim", "rope.dimension_count": "rotary_dim",
           "expert_count": "num_local_experts", "expert_used_count": "num_experts_per_tok",
           "expert_feed_forward_length": "intermediate_size",
           "expert_shared_count": "n_shared_experts", "leading_dense_block_count": "dense_layers",
           "attention.indexer.head_count": "num_key_value_heads",
           "attention.indexer.key_length": "sparse_index_dim",
           "attention.indexer.top_k": "sparse_topk_blocks",
           "attention.indexer.block_size": "sparse_block_size"}
    return {"general.architecture": "minimax-m3", "tokenizer.ggml.model": "no_vocab",
            **{prefix + key: shape[field] for key, field in own.items()},
            prefix + "block_count": shape["dense_layers"] + shape["sparse_layers"],
            prefix + "rope.freq_base": float(shape["rope_theta"]),
            prefix + "attention.layer_norm_rms_epsilon": float(shape["rms_norm_eps"]),
            prefix + "expert_gating_func": 2,  # sigmoid
            prefix + "expert_weights_scale": float(shape["routed_scaling_factor"]),
            prefix + "expert_weights_norm": True, prefix + "attention.indexer.local_blocks": 1}


def text(value):
    return struct.pack("<Q", len(value)) + value.encode()


def typed(value):
    if isinstance(value, str):
        return struct.pack("<I", 8) + text(value)
    if isinstance(value, bool):
        return struct.pack("<I?", 7, value)
    return struct.pack("<If", 6, value) if isinstance(value, float) else struct.pack("<II", 4, value)


class Gguf:
    """`tensors` are {name: (type, parts, shape)}; more than one part is one more, outermost extent."""

    def __init__(self, path, metadata, tensors):
        head = struct.pack("<4sIQQ", b"GGUF", 3, len(tensors), len(metadata))
        head += b"".join(text(key) + typed(value) for key, value in metadata.items())
        self.places, end = {}, 0
        for name, (kind, parts, shape) in tensors.items():
            extents = ([parts] if parts > 1 else []) + shape
            head += text(name) + struct.pack("<I", len(extents))
            head += b"".join(struct.pack("<Q", extent) for extent in reversed(extents))
            head += struct.pack("<IQ", TYPES[kind], end)
            num = 1
            for extent in shape:
                num *= extent
            part_bytes = int(num * BITS[kind] / 8)
            self.places[name] = (end, part_bytes)
            end += -(-part_bytes * parts // ALIGNMENT) * ALIGNMENT
        head += bytes(-len(head) % ALIGNMENT)
        self.begin = len(head)
        self.file = open(path, "wb")
        self.file.write(head)
        self.file.truncate(self.begin + end)

    def write(self, name, part, array):
        place, part_bytes = self.places[name]
        if array.nbytes != part_bytes:
            raise ValueError(f"{name}: {array.nbytes} bytes, planned were {part_bytes}")
        self.file.seek(self.begin + place + part * part_bytes)
        self.file.write(array)

    def close(self):
        self.file.close()
