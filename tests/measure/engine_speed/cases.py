"""The cases: which model in which format, what is timed, and how much faster than the peer ours must be."""

from typing import NamedTuple


class Case(NamedTuple):
    id: str
    what: str
    shape: str
    format: str
    prompt: int  # tokens of a prompt, or
    gen: int     # tokens generated one by one; the other is 0
    depth: int   # tokens that are in the context before
    gate: float
    peer_format: str = ""  # where the peer cannot have the same one

    @property
    def name(self):
        return self.id + (f"@{self.depth}" if self.depth else "")

    @property
    def model(self):
        return f"{self.shape}-{self.format}"

    @property
    def peer_model(self):
        return f"{self.shape}-{self.peer_format or self.format}"


CASES = [
    Case("C1", "decode int4", "m3s", "int4g32", 0, 64, 0, 1.0),
    Case("C2", "decode int8", "m3s", "int8", 0, 48, 0, 1.0),
    Case("C3", "decode bf16", "m3s", "bf16", 0, 32, 0, 1.0),
    Case("C4", "decode int4, 128 experts", "m3e", "int4g32", 0, 32, 0, 1.0),
    Case("C5", "prefill int4", "m3s", "int4g32", 512, 0, 0, 1.0),
    Case("C6", "prefill int8", "m3s", "int8", 512, 0, 0, 1.0),
    Case("C7", "prefill bf16", "m3s", "bf16", 512, 0, 0, 1.0),
    Case("C8", "prefill int4, 128 experts", "m3e", "int4g32", 512, 0, 0, 1.0),
    *(Case("C9", "MSA prefill", "m3a", "int8", 512, 0, depth, 2.0) for depth in (2048, 8192)),
    *(Case("C10", "MSA decode", "m3a", "int8", 0, 16, depth, 2.0) for depth in (2048, 8192, 16384)),
    Case("C11", "decode int4, groups of 128", "m3s", "int4g128", 0, 64, 0, 1.0, "int4g32"),
]


def chosen(names):
    """C9 names all its depths, C9@2048 one of them."""
    if not names:
        return CASES
    wanted = names.split(",")
    unknown = [name for name in wanted if name not in {c.id for c in CASES} | {c.name for c in CASES}]
    if unknown:
        raise SystemExit(f"no case {unknown[0]}; there are {', '.join(c.name for c in CASES)}")
    return [case for case in CASES if case.id in wanted or case.name in wanted]
