#!/usr/bin/env python3
"""Measures how many bytes of each kind of file make a token, for app/ingest/count/bytes_per_token.cpp.

Walks the given trees, takes at most --megabytes of each ending, spread over all the files that have
it, has m3 encode them with the model's tokenizer as the model is shown them, each line behind its
number, and prints the table. Endings with less than --least KB are left out; what all files together
give is the last line.

    tests/measure/bytes_per_token.py --m3 build/ci/bin/m3 --tokenizer FILE TREE…
"""

import argparse
import collections
import json
import os
import random
import subprocess
import sys

MOST_FILE = 1 << 20


def ending_of(name):
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem else name.lower()


def files_by_ending(trees):
    found = collections.defaultdict(list)
    for tree in trees:
        for folder, folders, names in os.walk(tree):
            folders[:] = sorted(f for f in folders if f not in (".git", "node_modules", "__pycache__"))
            for name in names:
                path = os.path.join(folder, name)
                if not os.path.islink(path) and 0 < os.path.getsize(path) <= MOST_FILE:
                    found[ending_of(name)].append(path)
    return found


def text_of(path):
    with open(path, "rb") as file:
        content = file.read()
    if b"\0" in content[:8192]:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None


def shown(text):
    lines = text.replace("\r\n", "\n").split("\n")
    return "".join(f"{number}\t{line}\n" for number, line in enumerate(lines, 1))


def sample(paths, limit):
    random.Random(1).shuffle(paths)
    total = 0
    for path in paths:
        try:
            text = text_of(path)
        except OSError:
            continue
        if text is None:
            continue
        yield text
        total += len(text.encode())
        if total >= limit:
            return


def count(options, texts):
    """Bytes of all texts together, and tokens of what the model is shown."""
    lines = "".join(json.dumps({"text": shown(text)}) + "\n" for text in texts)
    out = subprocess.run([options.m3, "tokenize", "--tokenizer", options.tokenizer, "--raw", "--jsonl"],
                         input=lines.encode(), stdout=subprocess.PIPE, check=False).stdout
    num_bytes = num_tokens = 0
    for text, line in zip(texts, out.splitlines()):
        answer = json.loads(line)
        if "ids" in answer:
            num_bytes += len(text.encode())
            num_tokens += len(answer["ids"])
    return num_bytes, num_tokens


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--m3", required=True)
    parser.add_argument("--tokenizer", required=True)
    parser.add_argument("--megabytes", type=float, default=2)
    parser.add_argument("--least", type=float, default=100)
    parser.add_argument("trees", nargs="+")
    options = parser.parse_args()
    rows, all_bytes, all_tokens = [], 0, 0
    for ending, paths in files_by_ending(options.trees).items():
        texts = list(sample(paths, options.megabytes * 1e6))
        num_bytes, num_tokens = count(options, texts) if texts else (0, 0)
        if num_bytes >= options.least * 1e3 and len(texts) >= 5:
            rows.append((num_bytes, ending, len(texts), num_bytes / num_tokens))
        all_bytes, all_tokens = all_bytes + num_bytes, all_tokens + num_tokens
    for num_bytes, ending, num_files, ratio in sorted(rows, key=lambda row: row[1]):
        print(f"{ending:20}{ratio:6.2f}   {num_files:6} files {num_bytes / 1e6:8.2f} MB")
    print(f"{'(all)':20}{all_bytes / max(1, all_tokens):6.2f}")
    sys.exit(0 if rows else 1)


if __name__ == "__main__":
    main()
