"""Number formats of quantised checkpoints: how weights are packed, and what the packed ones mean.

Packing returns {part name: (dtype, array)}; the README says where each layout is described.
"""

import numpy as np

# OCP E4M3FN: no infinities, 0x7F and 0xFF are NaN, largest 448.
AWQ_ORDER = [0, 2, 4, 6, 1, 3, 5, 7]
SHIFTS = 4 * np.arange(8, dtype=np.uint32)


def e4m3_table():
    table = np.empty(256)
    for bits in range(256):
        sign, exponent, mantissa = bits >> 7, (bits >> 3) & 15, bits & 7
        size = mantissa / 8 * 2.0**-6 if exponent == 0 else (1 + mantissa / 8) * 2.0**(exponent - 7)
        table[bits] = np.nan if bits & 0x7F == 0x7F else (-size if sign else size)
    return table


E4M3 = e4m3_table()


def e4m3_values(bits):
    return E4M3[bits]


def e4m3_bits(values):
    """The nearest representable number, an even mantissa on a tie; beyond 448 saturates."""
    positive = E4M3[:0x7F]
    size = np.minimum(np.abs(values), positive[-1])
    above = np.clip(np.searchsorted(positive, size), 1, len(positive) - 1)
    up, down = positive[above] - size, size - positive[above - 1]
    nearest = np.where((up < down) | ((up == down) & (above % 2 == 0)), above, above - 1)
    return (nearest | np.where(np.signbit(values), 0x80, 0)).astype(np.uint8)


def mxfp8(weight):
    """E4M3 with one power of two for 32 neighbours of a row, stored as its biased exponent."""
    rows, columns = weight.shape
    tiles = weight.reshape(rows, columns // 32, 32)
    largest = np.maximum(np.abs(tiles).max(axis=-1), 2.0**-100)
    exponent = np.floor(np.log2(largest)) - 8
    bits = e4m3_bits(tiles / 2.0**exponent[..., None]).reshape(weight.shape)
    return {"weight": ("F8_E4M3", bits),
            "weight_scale_inv": ("U8", (exponent + 127).astype(np.uint8))}


def block_fp8(weight, block):
    """E4M3 with one float32 factor for a block of rows and columns; edges may be cut."""
    rows, columns = (-(-n // b) for n, b in zip(weight.shape, block))
    scale = np.empty((rows, columns), dtype=np.float32)
    for i in range(rows):
        for j in range(columns):
            tile = weight[i * block[0]:(i + 1) * block[0], j * block[1]:(j + 1) * block[1]]
            scale[i, j] = np.abs(tile).max() / 448
    bits = e4m3_bits(weight / spread(scale, block, weight.shape))
    return {"weight": ("F8_E4M3", bits), "weight_scale_inv": ("F32", scale)}


def spread(scale, block, shape):
    full = scale.astype(np.float64).repeat(block[0], axis=0).repeat(block[1], axis=1)
    return full[:shape[0], :shape[1]]


def scaled_fp8(values, scale, quantisation):
    if quantisation["quant_method"] == "mxfp8":
        scale = 2.0**(scale.astype(np.float64) - 127)
    return values * spread(scale, quantisation["weight_block_size"], values.shape)


def nibbles_packed(values, axis):
    """Eight values of 0..15 along an axis into one word, the first in the lowest bits."""
    parts = np.moveaxis(values, axis, -1).astype(np.uint32)
    parts = parts.reshape(parts.shape[:-1] + (-1, 8))
    words = np.bitwise_or.reduce(parts << SHIFTS, axis=-1)
    return np.ascontiguousarray(np.moveaxis(words, -1, axis)).view(np.int32)


def nibbles_unpacked(words, axis):
    parts = np.moveaxis(words, axis, -1).view(np.uint32)[..., None] >> SHIFTS & 15
    return np.moveaxis(parts.reshape(parts.shape[:-2] + (-1,)), -1, axis).astype(np.int64)


def awq_shuffled(values):
    eights = values.reshape(values.shape[0], -1, 8)
    return eights[:, :, AWQ_ORDER].reshape(values.shape)


def awq_unshuffled(values):
    eights = values.reshape(values.shape[0], -1, 8)
    return eights[:, :, np.argsort(AWQ_ORDER)].reshape(values.shape)


def gptq(weight, group):
    """Symmetrical: zero point 8 everywhere, stored one less; eight inputs share a word."""
    inputs = weight.T.reshape(weight.shape[1] // group, group, -1)
    scale = (np.abs(inputs).max(axis=1) / 7.5).astype(np.float16)
    q = np.clip(np.rint(inputs / scale[:, None].astype(np.float64)) + 8, 0, 15)
    return {"qweight": ("I32", nibbles_packed(q.reshape(weight.shape[1], -1), 0)),
            "qzeros": ("I32", nibbles_packed(np.full(scale.shape, 8 - 1), 1)),
            "scales": ("F16", scale),
            "g_idx": ("I32", (np.arange(weight.shape[1]) // group).astype(np.int32))}


def awq(weight, group):
    """Zero points of their own; eight outputs share a word, in AWQ_ORDER from its lowest bits."""
    inputs = weight.T.reshape(weight.shape[1] // group, group, -1)
    low, high = np.minimum(inputs.min(axis=1), 0), np.maximum(inputs.max(axis=1), 0)
    scale = ((high - low) / 15).astype(np.float16)
    zero = np.clip(np.rint(-low / scale.astype(np.float64)), 0, 15)
    q = np.clip(np.rint(inputs / scale[:, None].astype(np.float64)) + zero[:, None], 0, 15)
    return {"qweight": ("I32", nibbles_packed(awq_shuffled(q.reshape(weight.shape[1], -1)), 1)),
            "qzeros": ("I32", nibbles_packed(awq_shuffled(zero), 1)),
            "scales": ("F16", scale)}


def int4_values(quantisation, g_idx, qweight, qzeros, scales):
    """[out, in] float64 of a GPTQ or AWQ linear."""
    if quantisation["quant_method"] == "gptq":
        q, zero = nibbles_unpacked(qweight, 0), nibbles_unpacked(qzeros, 1) + 1
    else:
        q = awq_unshuffled(nibbles_unpacked(qweight, 1))
        zero = awq_unshuffled(nibbles_unpacked(qzeros, 1))
        g_idx = np.arange(len(q)) // quantisation["group_size"]
    return ((q - zero[g_idx]) * scales[g_idx].astype(np.float64)).T
