"""The official Transformers classes over the tiny folder: the second oracle.

One picture, or one clip of at most four temporal patches, a call: the official tower knows no longer
segments. float32, eager attention. Needs torch and transformers after the repair of its vision rope.
"""

import pathlib
import sys

import numpy as np
import torch
import transformers
from transformers.models.minimax_m3_vl import configuration_minimax_m3_vl as configurations
from transformers.models.minimax_m3_vl import modeling_minimax_m3_vl as modeling

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "model"))

import checkpoint  # noqa: E402
import numpy_sight  # noqa: E402
import transformers_m3  # noqa: E402

RENAMED = [("vision_tower.vision_model.embeddings.patch_embedding", "embeddings.proj"),
           ("vision_tower.vision_model.encoder.layers", "layers"),
           ("vision_tower.vision_model.", ""), ("multi_modal_projector.", ""),
           ("patch_merge_mlp.", "merge_")]


def official_configs(raw):
    vision, merging = raw["vision_config"], raw["vision_config"]["img_token_compression_config"]
    names = ("hidden_size", "intermediate_size", "num_hidden_layers", "num_attention_heads",
             "patch_size", "hidden_act", "layer_norm_eps")
    vision = {n: vision[n] for n in names} | {
        "temporal_patch_size": merging["temporal_patch_size"],
        "spatial_merge_size": merging["spatial_merge_size"],
        "rope_parameters": {"rope_type": "axial", "rope_theta": vision["rope_theta"]}}
    return configurations.MiniMaxM3VLConfig(
        text_config=raw["text_config"], vision_config=vision,
        projector_hidden_size=raw["projector_hidden_size"])


class Tower:
    def __init__(self, folder):
        raw, weights = checkpoint.read(folder)
        config = official_configs(raw)
        config.vision_config._attn_implementation = "eager"
        self.tower = modeling.MiniMaxM3VLVisionModel(config.vision_config).float().eval()
        self.connector = modeling.MiniMaxM3VLMultiModalProjector(config).float().eval()
        own = {n: torch.tensor(v, dtype=torch.float32) for n, v in weights.items()
               if not n.startswith(("model.", "lm_head"))}
        tower = {n: v for n, v in own.items() if n.startswith("vision_tower")}
        joint = {n: v for n, v in own.items() if not n.startswith("vision_tower")}
        self.tower.load_state_dict(self.renamed(tower), strict=True)
        self.connector.load_state_dict(self.renamed(joint), strict=True)
        self.segment_frames = raw["vision_config"]["vision_segment_max_frames"]

    @staticmethod
    def renamed(state):
        out = {}
        for name, values in state.items():
            for old, new in RENAMED:
                name = name.replace(old, new)
            out[name] = values
        return out

    def look(self, rows, grid):
        """Segment by segment, each a call of its own."""
        t, h, w = grid
        parts = []
        for first in range(0, t, self.segment_frames):
            frames = min(self.segment_frames, t - first)
            part = rows[first * h * w:(first + frames) * h * w]
            parts.append(self.look_once(part, (frames, h, w)))
        return numpy_sight.Tower.joined(parts)

    def look_once(self, rows, grid):
        seen, hooks = numpy_sight.Seen(), []
        def keep(name):
            return lambda _, __, out: setattr(seen, name, out.reshape(-1, out.shape[-1]).numpy())
        def keep_rope(_, __, out):
            cos = out[0]
            assert cos.shape[-1] == 78, "the vision rope of this version turns another width"
            assert not torch.equal(cos[0], cos[1]), "rows that differ in w alone are turned alike"
        def keep_layer(_, __, out):
            out = out[0] if isinstance(out, tuple) else out
            seen.layers.append(out.reshape(-1, out.shape[-1]).numpy())
        hooks.append(self.tower.embeddings.register_forward_hook(keep("patches")))
        hooks.append(self.tower.pre_layrnorm.register_forward_hook(keep("normed")))
        hooks.append(self.tower.rotary_emb.register_forward_hook(keep_rope))
        hooks.append(self.connector.linear_2.register_forward_hook(keep("projected")))
        hooks += [layer.register_forward_hook(keep_layer) for layer in self.tower.layers]
        pixels = torch.tensor(numpy_sight.numbers(rows), dtype=torch.float32)
        with torch.no_grad():
            out = self.tower(pixels, torch.tensor([grid])).last_hidden_state
            seen.features = self.connector(out.reshape(-1, out.shape[-1])).numpy()
        for hook in hooks:
            hook.remove()
        return seen


def logits(folder, tokens, positions, features):
    """The text model's, with the features over the placeholders' embeddings."""
    model, text = transformers_m3.text_model(folder)
    with torch.no_grad():
        rows = text.embed_tokens(torch.tensor([tokens]))
        rows[0, positions] = torch.tensor(np.asarray(features), dtype=torch.float32)
        return model(inputs_embeds=rows, use_cache=False).logits[0].numpy()


VERSION = transformers.__version__
