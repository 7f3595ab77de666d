#!/usr/bin/env python3
"""Writes the folder `talk`: shape `a` with a tokenizer of single bytes and M3's control tokens.

What it says is noise; it exists so that a whole question and answer can be tried.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
CONTROL = ["]~!b[", "]~b]", "[e~[", "]<]minimax[>[", "<mm:think>", "</mm:think>"]
VOCAB = 272


def byte_symbols():
    """The printable character that stands for each byte in byte-level vocabularies."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [byte for byte in range(256) if byte not in plain]
    symbols = {byte: chr(byte) for byte in plain}
    symbols.update({byte: chr(256 + place) for place, byte in enumerate(rest)})
    return symbols


def tokenizer():
    small = json.loads((HERE.parent / "tokenizer" / "small.json").read_text())
    symbols = byte_symbols()
    small["model"]["vocab"] = {symbols[byte]: byte for byte in range(256)}
    small["model"]["merges"] = []
    plain = small["added_tokens"][0]
    small["added_tokens"] = [
        {**plain, "id": 256 + place, "content": text, "special": place < 4}
        for place, text in enumerate(CONTROL)
    ]
    return small


def write(made, out):
    for path in [*made.glob("*.safetensors"), made / "model.safetensors.index.json"]:
        (out / path.name).write_bytes(path.read_bytes())
    config = json.loads((made / "config.json").read_text())
    config["eos_token_id"] = 256 + CONTROL.index("[e~[")
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    (out / "tokenizer.json").write_text(json.dumps(tokenizer(), ensure_ascii=False) + "\n")


def main():
    out = HERE / "talk"
    out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, str(HERE / "make_tiny.py"), "--shape", "a", "--seed", "1",
                        "--set", f"vocab={VOCAB}", "--out", folder], check=True)
        write(pathlib.Path(folder) / "a", out)


if __name__ == "__main__":
    main()
