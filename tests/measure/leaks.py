#!/usr/bin/env python3
"""How many secrets the scan finds, and how often it is wrong.

usage: leaks.py recall RULES.toml BENCH [--samples N] [--wild] [--seed N]
       leaks.py alarms BENCH DIR…

recall: makes secrets that fit the patterns of a rule file in the format of gitleaks, puts each into a
file of its own between lines of other text, and counts those that bench_leaks finds. --wild draws
what stands around a value from the pattern too, not from the usual ways to write an assignment.
alarms: the share of the text files below each folder with a finding, and each finding.
Exits with 1 when a limit is missed: 95 % found, 1 % of the files flagged.
"""
import argparse
import json
import math
import os
import random
import re
import re._parser as parser
import string
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

# Public by purpose (ids, keys that may be seen), or a kind of file and not of text.
LEFT_OUT = {
    "adobe-client-id", "asana-client-id", "bitbucket-client-id", "discord-client-id",
    "flutterwave-public-key", "linkedin-client-id", "lob-pub-api-key", "looker-client-id",
    "mailgun-pub-key", "messagebird-client-id", "plaid-client-id", "sendbird-access-id",
    "sumologic-access-id", "pkcs12-file",
}
NAME, SIGN, END = "\ue002", "\ue000", "\ue001"
PATTERNS = [  # how that file writes "anything before the word", "= and its like", "end of the value"
    (r"[\w.-]{0,50}?", NAME),
    (r"""(?:[ \t\w.-]{0,20})[\s'"]{0,3}(?:=|>|:{1,3}=|\|\||:|=>|\?=|,)[\x60'"\s=]{0,5}""", SIGN),
    (r"""(?:[ \t\w.-]{0,20})[\s'"]{0,3})(?:=|>|:{1,3}=|\|\||:|=>|\?=|,)[\x60'"\s=]{0,5}""", ")" + SIGN),
    (r"""(?:[\x60'"\s;]|\\[nr]|$)""", END),
]
WAYS = [(' = "', '"'), ("='", "'"), (": ", "\n"), ("=", "\n"), ('": "', '",'), (" := `", "`"),
        (" => '", "',"), ('_key = "', '";'), ("_token: '", "'"), ('", "', '")'), ("_SECRET=", "\n"),
        (" ?= ", "\n"), (".key=", " # x\n"), ('||"', '";')]
BEFORE = "#include <map>\n\nint main()\n{\n    return run(argc, argv);\n}\n"
AFTER = "\nstatic void close(Handle* handle) { handle->done = true; }\n"
PATHS = {"freemius-secret-key": "a.php", "hashicorp-tf-password": "a.tf", "kubernetes-secret-yaml": "a.yaml",
         "nuget-config-password": "nuget.config"}


def scoped(pattern):
    """(?i) in the middle holds to the end of its group; Python wants that written as a group."""
    pattern = pattern.replace("[[:alnum:]]", "[A-Za-z0-9]").replace(r"\z", r"\Z")
    while (at := pattern.find("(?i)", 1)) > 0:
        depth, end, in_set = 0, at + 4, False
        while end < len(pattern):
            char = pattern[end]
            if char == "\\":
                end += 1
            elif in_set:
                in_set = char != "]"
            elif char == "[":
                in_set = True
            elif char == "(":
                depth += 1
            elif char == ")":
                if depth == 0:
                    break
                depth -= 1
            end += 1
        pattern = f"{pattern[:at]}(?i:{pattern[at + 4:end]}){pattern[end:]}"
    return pattern


class Maker:
    """Texts that fit a pattern. Where every character fits, one of base64 is taken."""

    def __init__(self, pattern, rng):
        self.rng = rng
        self.tree = parser.parse(pattern)
        self.has_case = bool(self.tree.state.flags & re.IGNORECASE)

    def make(self):
        self.way = self.rng.choice(WAYS)
        self.mixes = self.rng.random() < 0.5
        self.groups = {}
        return self.of(self.tree, self.has_case)

    def of(self, tree, folds):
        return "".join(self.one(op, arg, folds) for op, arg in tree)

    def one(self, op, arg, folds):
        name = str(op)
        if name == "LITERAL":
            return self.mark(chr(arg))
        if name == "ANY":
            return "."  # a dot that nobody escaped
        if name in ("IN", "NOT_LITERAL", "CATEGORY"):
            char = self.rng.choice(self.members(name, arg))
            return char.swapcase() if folds and self.mixes and self.rng.random() < 0.5 else char
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            least, most, inner = arg
            if [str(one[0]) for one in inner] == ["ANY"]:
                inner = [("NOT_LITERAL", 0)]
            most = min(most, least + (24 if least < 80 else 60))
            return "".join(self.of(inner, folds) for _ in range(self.rng.randint(least, most)))
        if name == "SUBPATTERN":
            _, add, remove, inner = arg
            return self.of(inner, (folds or bool(add & re.IGNORECASE)) and not remove & re.IGNORECASE)
        if name == "BRANCH":
            return self.of(self.rng.choice(arg[1]), folds)
        return ""

    def mark(self, char):
        if char == NAME:
            return self.rng.choice(["", "my_", "prod.", "the-"])
        return self.way[0] if char == SIGN else self.way[1] if char == END else char

    def members(self, name, arg):
        everything = string.ascii_letters + string.digits + "+/"
        if name == "NOT_LITERAL":
            return everything.replace(chr(arg), "")
        if name == "CATEGORY":
            arg = [("CATEGORY", arg)]
        chars, negated, categories = "", False, []
        for op, value in arg:
            if str(op) == "NEGATE":
                negated = True
            elif str(op) == "LITERAL":
                chars += chr(value)
            elif str(op) == "RANGE":
                chars += "".join(map(chr, range(value[0], value[1] + 1)))
            else:
                categories.append(str(value))
        kinds = {"CATEGORY_DIGIT": string.digits, "CATEGORY_WORD": string.ascii_letters + string.digits + "_",
                 "CATEGORY_SPACE": " ", "CATEGORY_NOT_SPACE": everything}
        if "CATEGORY_NOT_SPACE" in categories:
            return everything
        chars += "".join(kinds[one] for one in categories)
        return "".join(c for c in everything if c not in chars) or " " if negated else chars


def entropy(text):
    return -sum(n / len(text) * math.log2(n / len(text)) for n in Counter(text).values())


def kubernetes(rng):
    """The pattern of this kind lets anything stand between its words; this is what files look like."""
    value = "".join(rng.choice(string.ascii_letters + string.digits) for _ in range(rng.randint(12, 60)))
    return rng.choice([f"apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: {value}==\n",
                       f"data:\n    user: '{value}'\n    other: ab\nkind: Secret\nmetadata: {{}}\n"])


def samples_of(rule, count, wild, rng):
    """Up to `count` texts with the span of the secret that the rule's own pattern finds in each."""
    pattern = scoped(rule["regex"])
    checks, marked = re.compile(pattern), pattern
    for spelled, mark in [] if wild else PATTERNS:
        marked = marked.replace(spelled, mark)
    maker, found = Maker(marked, rng), []
    for _ in range(count * 40):
        text = kubernetes(rng) if rule["id"].startswith("kubernetes") else maker.make()
        match = checks.search(text)
        group = rule.get("secretGroup") or next((n for n in range(1, checks.groups + 1) if match and match[n]), 0)
        if match and entropy(match[group]) >= rule.get("entropy", 0) and not is_allowed(rule, match[group]):
            found.append((text, *match.span(group)))
        if len(found) == count:
            break
    return found


def is_allowed(rule, secret):
    """What the rule file itself calls no secret."""
    for allow in rule.get("allowlists", []):
        if any(re.search(scoped(one), secret) for one in allow.get("regexes", [])
               if allow.get("regexTarget", "secret") == "secret"):
            return True
        if any(word in secret.lower() for word in allow.get("stopwords", [])):
            return True
    return False


def scan(bench, files):
    with tempfile.NamedTemporaryFile("w", suffix=".list") as names:
        names.write("\n".join(map(str, files)) + "\n")
        names.flush()
        output = subprocess.run([bench, "--list", names.name], check=True, capture_output=True).stdout
    found = defaultdict(list)
    for line in output.decode("utf-8", "replace").splitlines():
        leak = json.loads(line)
        found[leak["path"]].append(leak)
    return found


def recall(args):
    rng = random.Random(args.seed)
    rules = tomllib.loads(Path(args.rules).read_text())["rules"]
    with tempfile.TemporaryDirectory() as folder:
        spans, named = {}, {}
        for rule in rules:
            if "regex" not in rule:
                continue
            for number, (text, begin, end) in enumerate(samples_of(rule, args.samples, args.wild, rng)):
                path = Path(folder, f"{rule['id']}.{number}", PATHS.get(rule["id"], "a.txt"))
                path.parent.mkdir()
                path.write_bytes((BEFORE + text + AFTER).encode())
                before = len(BEFORE.encode())
                spans[str(path)] = (before + len(text[:begin].encode()), before + len(text[:end].encode()))
                named[str(path)] = rule["id"]
        leaks = scan(args.bench, spans)
        hits, totals, missed = Counter(), Counter(), {}
        for path, (begin, end) in spans.items():
            name = named[path]
            totals[name] += 1
            if any(leak["begin"] < end and leak["end"] > begin for leak in leaks.get(path, [])):
                hits[name] += 1
            else:
                missed.setdefault(name, Path(path).read_bytes()[begin - 40:end + 10])
    counted = [name for name in totals if name not in LEFT_OUT]
    for name in sorted(totals, key=lambda name: hits[name] / totals[name]):
        if hits[name] < totals[name]:
            note = "  left out" if name in LEFT_OUT else ""
            print(f"{name:45}{hits[name]:4} of {totals[name]}{note}   {missed[name][:150] if args.show else ''}")
    share = 100 * sum(hits[n] for n in counted) / sum(totals[n] for n in counted)
    everything = 100 * sum(hits.values()) / sum(totals.values())
    low = [name for name in counted if hits[name] < 0.95 * totals[name]]
    none = [rule["id"] for rule in rules if rule["id"] not in totals and rule["id"] not in LEFT_OUT]
    print(f"{len(counted)} kinds, {sum(totals[n] for n in counted)} secrets: {share:.1f} % found;"
          f" {len(low)} kinds below 95 %; {len(LEFT_OUT)} left out (with them {everything:.1f} %)")
    if none:
        print("no sample could be made of", ", ".join(none))
    return share >= 95


def texts_below(folder):
    for where, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if one != ".git"]
        for name in names:
            path = Path(where, name)
            if path.is_file() and not path.is_symlink() and b"\0" not in path.open("rb").read(8000):
                yield path


def alarms(args):
    flagged_all, count_all = 0, 0
    for folder in args.folders:
        files = list(texts_below(folder))
        leaks = scan(args.bench, files)
        flagged_all, count_all = flagged_all + len(leaks), count_all + len(files)
        print(f"{Path(folder).name:30}{len(leaks):5} of {len(files):6} files   {100 * len(leaks) / len(files):.2f} %")
        for path, found in leaks.items():
            content = Path(path).read_bytes()
            for leak in found if args.show else []:
                shown = content[max(0, leak["begin"] - 50):leak["end"] + 5][:140]
                print(f"    {leak['rule']:22}{Path(path).relative_to(folder)}:{leak['line']} {shown}")
    print(f"{'all':30}{flagged_all:5} of {count_all:6} files   {100 * flagged_all / count_all:.2f} %")
    return flagged_all <= 0.01 * count_all


def main():
    parse = argparse.ArgumentParser(usage=__doc__.replace("%", "%%"))
    commands = parse.add_subparsers(required=True)
    one = commands.add_parser("recall")
    one.add_argument("rules")
    one.add_argument("bench")
    one.add_argument("--samples", type=int, default=20)
    one.add_argument("--seed", type=int, default=1)
    one.add_argument("--wild", action="store_true")
    one.add_argument("--show", action="store_true")
    one.set_defaults(run=recall)
    one = commands.add_parser("alarms")
    one.add_argument("bench")
    one.add_argument("folders", nargs="+")
    one.add_argument("--show", action="store_true")
    one.set_defaults(run=alarms)
    args = parse.parse_args()
    sys.exit(0 if args.run(args) else 1)


if __name__ == "__main__":
    main()
