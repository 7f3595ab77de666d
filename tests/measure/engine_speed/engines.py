"""The two programs that are held against each other, each asked in its own way for the same thing."""

import json
import os

import machine

LIMIT_SECONDS = 1800


class Engine:
    def __init__(self, program, models):
        self.program, self.models = program, models

    def samples(self, case, reps, threads):
        """Tokens per second of each repetition, and the share of the machine that others had."""
        done = machine.run(self.command(case, reps, threads), LIMIT_SECONDS)
        found = self.read(case, done.out.strip().splitlines())
        if len(found) != reps or min(found) <= 0:
            raise RuntimeError(f"{self.program} gave {len(found)} samples of {reps}: {found}")
        return found, done.others

    def warm(self, case):
        """Reads the model once, so that the page cache starts alike for every run."""
        path = self.path(case)
        names = [os.path.join(path, n) for n in os.listdir(path)] if os.path.isdir(path) else [path]
        for name in names:
            with open(name, "rb", buffering=0) as file:
                while file.read(16 << 20):
                    pass


class Ours(Engine):
    name = "ours"

    def path(self, case):
        return os.path.join(self.models, case.model)

    def command(self, case, reps, threads):
        return [self.program, "bench", "--model", self.path(case), "--prompt", str(case.prompt),
                "--gen", str(case.gen), "--depth", str(case.depth), "--reps", str(reps),
                "--threads", str(threads), "--json"]

    @staticmethod
    def read(case, lines):
        return json.loads(lines[-1])["gen_tokens_per_s" if case.gen else "prompt_tokens_per_s"]


class Peer(Engine):
    name = "peer"

    def path(self, case):
        return os.path.join(self.models, case.peer_model + ".gguf")

    def command(self, case, reps, threads):
        return [self.program, "-m", self.path(case), "-p", str(case.prompt), "-n", str(case.gen),
                "-d", str(case.depth), "-r", str(reps), "-t", str(threads),
                "-fa", "on",  # without it the peer leaves MSA out
                "-o", "jsonl"]

    @staticmethod
    def read(case, lines):
        tests = [json.loads(line) for line in lines if line.startswith("{")]
        return next(test["samples_ts"] for test in tests
                    if (test["n_prompt"], test["n_gen"]) == (case.prompt, case.gen))
