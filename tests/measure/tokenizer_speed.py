#!/usr/bin/env python3
"""Holds our tokenizer's speed against the packages `tokenizers` and `tiktoken`, in one run.

All three encode the same 100 MB of source code and prose from this machine's own files, one thread
each, taking turns; the median of the rounds counts. Their ids must be the same. Then the load
times and how well many files scale over the cores. Prints one table; exits 1 when a limit is missed.

Needs a Python with both packages, kept outside the tree:
    python3 -m venv VENV && VENV/bin/pip install tokenizers tiktoken
    VENV/bin/python tests/measure/tokenizer_speed.py --bench build/ci/bin/bench_tokenizer \\
        --tokenizer DIR/tokenizer.json --work DIR
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time

CODE = (".h", ".hpp", ".c", ".cpp", ".cc", ".py", ".js", ".pl", ".pm", ".sh", ".cmake", ".css", ".sql")
PROSE = (".txt", ".md", ".rst", ".html", ".pod", ".texi", "copyright", "README", "NEWS", "changelog")
ROOTS = ("/usr/include", "/usr/lib/python3", "/usr/lib/python3.11", "/usr/share", "/usr/lib/gcc",
         "/usr/local/lib", "/usr/local/include", "/usr/lib/llvm-14", "/usr/local/cuda/include")
CHUNK_BYTES = 4096  # the two packages encode texts of a few pages, as they are used


def files_with(endings, limit, taken):
    """Valid UTF-8 files in sorted order, at most 1 MB each, nothing twice, `limit` bytes in all."""
    total = 0
    for root in ROOTS:
        for folder, folders, names in os.walk(root):
            folders.sort()
            for name in sorted(names):
                path = os.path.join(folder, name)
                if not name.endswith(endings) or os.path.islink(path) or path in taken:
                    continue
                if not 0 < os.path.getsize(path) <= 1_000_000:
                    continue
                with open(path, "rb") as file:
                    content = file.read()
                try:
                    content.decode()
                except UnicodeDecodeError:
                    continue
                if b"\0" in content:
                    continue
                taken.add(path)
                yield path, content
                total += len(content)
                if total >= limit:
                    return


def gather(work, megabytes):
    """The corpus file: two thirds code, the rest prose; fewer megabytes where the machine has fewer."""
    path = os.path.join(work, f"corpus-{megabytes}.txt")
    if not os.path.exists(path):
        taken = set()
        with open(path + ".part", "wb") as out:
            for endings, share in ((CODE, 2 / 3), (PROSE, 1 / 3)):
                for _, content in files_with(endings, int(megabytes * 1e6 * share), taken):
                    out.write(content)
        os.replace(path + ".part", path)
    return path


def list_files(work, count):
    """As many source files as there are, each of them once, listed again until there are `count`."""
    path = os.path.join(work, f"files-{count}.list")
    if not os.path.exists(path):
        names = [p for p, _ in files_with(CODE + PROSE, 1 << 40, set())]
        lines = (names * (count // len(names) + 1))[:count]
        with open(path + ".part", "w") as out:
            out.write("\n".join(lines) + "\n")
        os.replace(path + ".part", path)
    return path


def cut(content):
    """Pieces at line ends, so that the packages see texts of the size that they are made for."""
    pieces, begin = [], 0
    while begin < len(content):
        end = content.find("\n", begin + CHUNK_BYTES)
        end = len(content) if end < 0 else end + 1
        pieces.append(content[begin:end])
        begin = end
    return pieces


def byte_by_symbol():
    own = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    table = {chr(byte): byte for byte in own}
    rest = [byte for byte in range(256) if byte not in own]
    table.update({chr(256 + idx): byte for idx, byte in enumerate(rest)})
    return table


def make_tiktoken(path):
    import tiktoken

    with open(path) as file:
        data = json.load(file)
    symbols = byte_by_symbol()
    ranks = {bytes(symbols[c] for c in text): id for text, id in data["model"]["vocab"].items()}
    pattern = data["pre_tokenizer"]["pretokenizers"][0]["pattern"]["Regex"]
    return tiktoken.Encoding("measured", pat_str=pattern, mergeable_ranks=ranks, special_tokens={})


def make_tokenizers(path):
    from tokenizers import Tokenizer

    with open(path) as file:
        data = json.load(file)
    data["added_tokens"] = []  # ours runs with control tokens as text; so do these two
    tokenizer = Tokenizer.from_str(json.dumps(data))
    tokenizer.no_truncation()
    return tokenizer


def nfc(pieces):
    import unicodedata

    return [unicodedata.normalize("NFC", piece) for piece in pieces]


class Ours:
    def __init__(self, options):
        self.options = options

    def run(self, *arguments):
        out = subprocess.run([self.options.bench, *arguments], check=True, stdout=subprocess.PIPE)
        return json.loads(out.stdout or b"{}")

    def seconds(self, corpus):
        return self.run("encode", self.options.tokenizer, corpus, "1")["seconds"]

    def ids(self, corpus, work):
        out = os.path.join(work, "ours.ids")
        self.run("ids", self.options.tokenizer, corpus, out)
        import array

        ids = array.array("I")
        with open(out, "rb") as file:
            ids.frombytes(file.read())
        return ids


def seconds_of(job):
    begin = time.perf_counter()
    job()
    return time.perf_counter() - begin


def same_ids(ours, options, packages):
    """True where all three give the same ids, piece by piece joined."""
    with open(os.path.join(options.work, "sample.txt"), "w") as file:
        file.write(options.sample)
    wanted = list(ours.ids(file.name, options.work))
    hf, tik = packages
    for name, ids in (("tokenizers", hf.encode(options.sample, add_special_tokens=False).ids),
                      ("tiktoken", tik.encode_ordinary(nfc([options.sample])[0]))):
        if ids != wanted:
            place = next((i for i, (a, b) in enumerate(zip(ids, wanted)) if a != b), -1)
            print(f"ids differ from {name} at token {place}: "
                  f"{ids[place:place + 5]} ours {wanted[place:place + 5]}")
            return False
    return True


def measure(options):
    ours = Ours(options)
    corpus = gather(options.work, options.megabytes)
    with open(corpus, encoding="utf-8", newline="") as file:
        content = file.read()
    num_mb = os.path.getsize(corpus) / 1e6
    pieces = cut(content)
    options.sample = "".join(pieces[:: max(1, len(pieces) // 2000)])
    tik, hf = make_tiktoken(options.tokenizer), make_tokenizers(options.tokenizer)
    rows = [("same ids, all three", same_ids(ours, options, (hf, tik)), True)]

    times = {"ours": [], "tokenizers": [], "tiktoken": []}
    for _ in range(options.rounds):
        times["ours"].append(ours.seconds(corpus))
        times["tokenizers"].append(seconds_of(
            lambda: [hf.encode(piece, add_special_tokens=False).ids for piece in pieces]))
        times["tiktoken"].append(seconds_of(lambda: [tik.encode_ordinary(piece) for piece in pieces]))
    median = {name: statistics.median(seconds) for name, seconds in times.items()}
    for name, seconds in median.items():
        spread = (max(times[name]) - min(times[name])) / seconds
        print(f"{name:11} {num_mb / seconds:8.1f} MB/s   spread {spread:.0%} of {num_mb:.0f} MB")
    rows.append(("MB/s, one thread", round(num_mb / median["ours"], 1), 40))
    rows.append(("times tokenizers", round(median["tokenizers"] / median["ours"], 1), 5))
    rows.append(("times tiktoken", round(median["tiktoken"] / median["ours"], 1), 3))
    return rows + measure_loads(ours, options) + measure_files(ours, options)


def measure_loads(ours, options):
    loads = ours.run("load", options.tokenizer, str(max(5, options.rounds)))
    return [("load from JSON, ms", -round(loads["json_s"] * 1e3, 1), -150),
            ("load from cache, ms", -round(loads["cache_s"] * 1e3, 1), -20)]


def measure_files(ours, options):
    """All cores against the sum of single-thread speeds; the first run only warms the page cache."""
    listing = list_files(options.work, options.files)
    cores = os.cpu_count()

    def seconds(threads):
        return ours.run("files", options.tokenizer, listing, str(threads))["seconds"]

    seconds(cores)
    one, many = [], []
    for _ in range(options.rounds):
        one.append(seconds(1))
        many.append(seconds(cores))
    scaling = statistics.median(one) / (statistics.median(many) * cores)
    print(f"{options.files} files: {statistics.median(one):.2f} s on 1 thread, "
          f"{statistics.median(many):.2f} s on {cores}")
    return [(f"% of {cores} single threads", round(scaling * 100, 1), 90)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bench", required=True, help="the program bench_tokenizer")
    parser.add_argument("--tokenizer", required=True, help="a tokenizer.json in a folder that can be written")
    parser.add_argument("--work", required=True, help="a folder for the corpus and the lists")
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--files", type=int, default=80_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    os.environ["RAYON_NUM_THREADS"] = "1"
    os.makedirs(options.work, exist_ok=True)
    rows = measure(options)
    print(f"\n{'what':24}{'measured':>10}{'limit':>10}")
    for what, value, limit in rows:
        sign = "≤" if not isinstance(limit, bool) and limit < 0 else "≥"
        shown = [str(abs(x)) if not isinstance(x, bool) else str(x) for x in (value, limit)]
        print(f"{what:24}{shown[0]:>10}{sign + ' ' + shown[1]:>10}  {'pass' if value >= limit else 'FAIL'}")
    sys.exit(0 if all(value >= limit for _, value, limit in rows) else 1)


if __name__ == "__main__":
    main()
