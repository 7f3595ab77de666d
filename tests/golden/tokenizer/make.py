#!/usr/bin/env python3
"""Makes the small tokenizer beside this script, and what the package `tokenizers` gives for it.

small.json is trained on this tree's own sources; cases.jsonl and bytelevel.jsonl (the same
vocabulary, split by ByteLevel's own pattern) hold texts and the ids that `tokenizers` gives, in the
form of the M3 vectors. Needs the package `tokenizers` (0.22 made what is committed).
    VENV/bin/python tests/golden/tokenizer/make.py
"""

import json
import pathlib
import random
import subprocess

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[2]
PATTERN = (r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
           r"|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
           r"|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+")
ADDED = [AddedToken("[e~[", special=True, normalized=False), AddedToken("]~b]", special=True, normalized=False),
         AddedToken("]~b]x", special=True, normalized=False), AddedToken("<think>", special=False, normalized=False),
         AddedToken("</think>", special=False, normalized=False), AddedToken("<caf\u00e9>", special=False, normalized=True)]
PIECES = ["\r\n", "\n", "\t", " ", "   ", "\u00a0", "\u2028", "\u3000", "\u0085", "'s", "'LL", "'\u017f", "e\u0301",
          "\u00e9", "\u1100\u1161\u11a8", "\u4e16\u754c", "\u0645\u0631", "\U0001f469\u200d\U0001f4bb", "\u212b", "1234567",
          "\u0664", "\u00b2", "!!!", "//", "->", "<think>", "</think>", "]~b]", "]~b]x", "[e~[", "<caf\u00e9>",
          "<cafe\u0301>", "]~b", "<thin", "camelCase", "HTTPServer", "the", "Result", "return", "\u0301", "A\u0301B",
          "#include", "namespace tf", "\u01c5", "\u02b0", "\u00df", "\u1e9e"]


def train():
    files = sorted(subprocess.run(["git", "ls-files", "kernels", "engine/json", "README.md"], cwd=ROOT, check=True,
                                  stdout=subprocess.PIPE, text=True).stdout.split())
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(PATTERN), "removed", invert=True),
        pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(vocab_size=1200, show_progress=False,
                                  initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
    tokenizer.train_from_iterator(((ROOT / file).read_text() for file in files), trainer)
    tokenizer.add_tokens(ADDED)
    return tokenizer


def texts():
    random.seed(7)
    out = ["", "Hello's 1234!!!\n\u4e16\u754c", "a" * 300, " " * 40 + "x", "\n\n  \n x", "]~b]xy]~b][e~[", "\u0301abc"]
    for count in range(1, 121):
        out.append("".join(random.choice(PIECES) for _ in range(1 + count % 12)))
    return out


def cases(tokenizer, plain):
    for text in texts():
        yield {"text": text, "added": True, "ids": tokenizer.encode(text, add_special_tokens=False).ids}
        yield {"text": text, "added": False, "ids": plain.encode(text, add_special_tokens=False).ids}


def write(name, lines):
    (HERE / name).write_text("".join(json.dumps(line) + "\n" for line in lines))


def main():
    tokenizer = train()
    data = json.loads(tokenizer.to_str())
    (HERE / "small.json").write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n")
    plain = Tokenizer.from_str(json.dumps({**data, "added_tokens": []}))
    write("cases.jsonl", cases(tokenizer, plain))
    data["pre_tokenizer"] = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
    data["normalizer"] = None
    tokenizer = Tokenizer.from_str(json.dumps(data))
    plain = Tokenizer.from_str(json.dumps({**data, "added_tokens": []}))
    write("bytelevel.jsonl", cases(tokenizer, plain))


main()
