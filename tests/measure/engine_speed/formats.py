"""Random weights in the formats of both engines at once: the same values, each in its own layout.

A format says which pieces a matrix becomes in our checkpoint, and makes them from random bits
together with the peer's blocks. Values have no mean and a spread near 1/sqrt(inputs), so that activations stay in
range however deep the model is.
"""

import math

import numpy as np


def random_words(bits, num, dtype):
    """`num` random values of an unsigned type, from the raw 64-bit words of a bit generator."""
    num_words = -(-num * np.dtype(dtype).itemsize // 8)
    return bits.random_raw(num_words).view(dtype)[:num]


def random_bf16(bits, rows, cols, spread):
    """Sign and mantissa random, one of four exponents: the bits of bf16, without a float in between."""
    exponent = 127 + round(math.log2(spread / 0.88))  # 0.88: the root mean square at exponent 0
    words = random_words(bits, rows * cols, np.uint16)
    steps = (words >> 7) & 3
    return ((words & 0x807F) | ((exponent - steps) << 7).astype(np.uint16)).reshape(rows, cols)


def bf16_to_f32(words):
    return (words.astype(np.uint32) << 16).view(np.float32)


class Bf16:
    peer = "BF16"
    quantization = None

    def pieces(self, rows, cols):
        return {".weight": ("BF16", [rows, cols])}

    def make(self, bits, rows, cols):
        words = random_bf16(bits, rows, cols, cols**-0.5)
        return {".weight": words}, words


class Int8:
    """MXFP8 here and Q8_0 there, of the whole numbers up to 120 that E4M3 holds: exact in both."""

    peer = "Q8_0"
    quantization = {"quant_method": "mxfp8", "activation_scheme": "dynamic",
                    "weight_block_size": [1, 32]}

    def __init__(self):
        held = [n for n in range(121) if n % (1 << max(0, n.bit_length() - 4)) == 0]  # four bits
        codes = {0: 0} | {n: self.e4m3(n) for n in held if n}
        # 256 values with the spread of a bell curve, nearest held ones, both signs alike.
        bell = [40 * math.sqrt(-2 * math.log(1 - (i + 0.5) / 128)) * 0.7 for i in range(128)]
        sizes = [min(held, key=lambda n: abs(n - min(x, 120))) for x in bell]
        self.codes = bytes([codes[n] for n in sizes] + [codes[n] | (0x80 if n else 0) for n in sizes])
        self.numbers = bytes([n for n in sizes] + [(256 - n) % 256 for n in sizes])
        self.spread = math.sqrt(sum(n * n for n in sizes) / 128)

    @staticmethod
    def e4m3(number):
        exponent = number.bit_length() - 1
        return (exponent + 7) << 3 | ((number << 3 >> exponent) & 7)

    def pieces(self, rows, cols):
        return {".weight": ("F8_E4M3", [rows, cols]), ".weight_scale_inv": ("U8", [rows, cols // 32])}

    def make(self, bits, rows, cols):
        choice = random_words(bits, rows * cols, np.uint8).tobytes()
        power = round(math.log2(cols**-0.5 / self.spread))
        steps = random_words(bits, rows * cols // 32, np.uint8) & 1
        block = np.empty((rows * cols // 32, 34), np.uint8)
        block[:, :2] = np.ldexp(1.0, power - steps.astype(np.int32)).astype("<f2").view(np.uint8) \
            .reshape(-1, 2)
        block[:, 2:] = np.frombuffer(choice.translate(self.numbers), np.uint8).reshape(-1, 32)
        scales = (127 + power - steps.astype(np.int32)).astype(np.uint8)
        return {".weight": np.frombuffer(choice.translate(self.codes), np.uint8),
                ".weight_scale_inv": scales}, block


class Int4:
    """GPTQ's layout here, Q4_0 there (groups of 32 only): (q - 8) * scale in both."""

    # Without 0 (it becomes 8, the middle) the values have no mean. With one, all rows would answer
    # the mean of their input alike, tokens would become the same, and choose the same experts.
    BALANCED = bytes([(low or 8) | (high or 8) << 4 for high in range(16) for low in range(16)])

    def __init__(self, group):
        self.group = group
        self.peer = "Q4_0" if group == 32 else None
        self.quantization = {"quant_method": "gptq", "bits": 4, "group_size": group, "sym": True,
                             "desc_act": False}

    def pieces(self, rows, cols):
        groups = cols // self.group
        return {".qweight": ("I32", [cols // 8, rows]), ".qzeros": ("I32", [groups, rows // 8]),
                ".scales": ("F16", [groups, rows])}

    def make(self, bits, rows, cols):
        groups = cols // self.group
        pairs = random_words(bits, rows * cols // 2, np.uint8).tobytes().translate(self.BALANCED)
        pairs = np.frombuffer(pairs, np.uint8).reshape(rows, cols // 2)
        wobble = random_words(bits, rows * groups, np.uint8).reshape(rows, groups)
        scales = ((0.75 + wobble / 512) * cols**-0.5 / 4.2).astype("<f2")  # 4.2: the spread of q
        pieces = {".qweight": np.ascontiguousarray(pairs.view("<u4").T),  # low nibble = first input
                  ".qzeros": np.full((groups, rows // 8), 0x77777777, "<u4"),  # stored less one
                  ".scales": np.ascontiguousarray(scales.T)}
        return pieces, self.blocks(pairs, scales) if self.peer else None

    @staticmethod
    def blocks(pairs, scales):
        """Q4_0: value j of a block in the low half of byte j, value j + 16 in the high half."""
        pairs = pairs.reshape(-1, 2, 8)
        first, second = pairs[:, 0], pairs[:, 1]
        block = np.empty((len(pairs), 18), np.uint8)
        block[:, :2] = scales.reshape(-1, 1).view(np.uint8)
        block[:, 2::2] = (first & 15) | (second << 4)
        block[:, 3::2] = (first >> 4) | (second & 0xF0)
        return block


FORMATS = {"bf16": Bf16(), "int8": Int8(), "int4g32": Int4(32), "int4g128": Int4(128)}


def make_plain(bits, tensor):
    """What no format quantises: our array, and the peer's of the same values."""
    rows, cols = tensor.rows, max(tensor.cols, 1)
    if tensor.kind == "f32":
        values = bf16_to_f32(random_bf16(bits, rows, cols, cols**-0.5 if tensor.cols else 0.05))
        return values, values
    spread = {"norm": 0.1, "embedding": 1.0, "index": cols**-0.5}[tensor.kind]
    words = random_bf16(bits, rows, cols, spread)
    if tensor.kind == "embedding":
        return words, words
    values = bf16_to_f32(words)
    return words, values + np.float32(1) if tensor.kind == "norm" else values
