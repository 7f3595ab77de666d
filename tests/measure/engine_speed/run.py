#!/usr/bin/env python3
"""Holds our engine's speed on the CPU against llama.cpp's, case by case, in one run.

    tests/measure/engine_speed/run.py --m3 build/ci/bin/m3 --roof build/ci/bin/bench_roof \\
        --llama-bench PATH --shapes-dir DIR

Both engines have the same weights (see write.py), take turns as A B B A on all cores, and the
memory's speed is probed between. A case counts when the machine was idle and its speed steady;
otherwise it is taken again, and in the end refused. One line a case; one JSON line a case is added
to the results. Exits 1 when a gate is missed or a case could not be taken.
"""

import argparse
import datetime
import json
import os
import statistics
import sys
import time

import cases
import machine
from engines import Ours, Peer

BUSY_LIMIT = 0.07    # of the machine, by others
PROBE_LIMIT = 0.10   # between the slowest and the fastest probe of a case
ATTEMPTS = 3
PROBED = "cpu read"  # the probe that must hold still, with the most threads that were probed


def wait_until_idle(patience):
    """None, or the reason why nothing can be measured now."""
    end = time.monotonic() + patience
    while (share := machine.busy_share()) > BUSY_LIMIT:
        if time.monotonic() > end:
            return f"others use {share:.0%} of the machine"
    return None


def probe(options):
    return machine.probe(options.roof) if options.roof else {}


def unsteady(probes):
    """None, or how far the probes of a case lie apart."""
    rates = [[rate for name, rate in sorted(p.items()) if name.startswith(PROBED)][-1:] for p in probes]
    rates = [rate for found in rates for rate in found]
    if not rates or max(rates) <= min(rates) * (1 + PROBE_LIMIT):
        return None
    return f"the memory's speed went from {min(rates):.1f} to {max(rates):.1f} GB/s"


def take(case, engines, options):
    """A B B A once: the samples of each engine, the probes, and what spoils it or None."""
    samples, others = {engine.name: [] for engine in engines}, 0.0
    probes, spoilt = [], None
    for idx, engine in enumerate([*engines, *reversed(engines)]):
        engine.warm(case)
        if not options.rough and (spoilt := wait_until_idle(options.patience)):
            return samples, probes, others, spoilt
        if idx % len(engines) == 0:
            probes.append(probe(options))
        found, share = engine.samples(case, options.reps, options.threads)
        samples[engine.name] += found
        others = max(others, share)
    probes.append(probe(options))
    if others > BUSY_LIMIT:
        spoilt = f"others used {others:.0%} of the machine meanwhile"
    return samples, probes, others, spoilt or unsteady(probes)


def measure(case, engines, options):
    for _ in range(1 if options.rough else ATTEMPTS):
        samples, probes, others, spoilt = take(case, engines, options)
        if not spoilt:
            break
    record = {"case": case.name, "model": case.model, "peer_model": case.peer_model,
              "prompt": case.prompt, "gen": case.gen, "depth": case.depth, "gate": case.gate,
              "threads": options.threads, "samples": samples, "probes": probes,
              "others": round(others, 3), "spoilt": spoilt, "rough": options.rough,
              "date": datetime.datetime.now().isoformat(timespec="seconds")}
    for judge, of in (("median", statistics.median), ("best", max)):
        record[judge] = {name: round(of(rates), 2) for name, rates in samples.items() if rates}
        if len(record[judge]) == 2:
            record["ratio_" + judge] = round(record[judge]["ours"] / record[judge]["peer"], 3)
    record["verdict"] = verdict(record)
    return record


def verdict(record):
    if record["rough"]:
        return "rough"
    if record["spoilt"]:
        return "refused"
    if "ratio_median" not in record:
        return "alone"
    return "pass" if record["ratio_median"] >= record["gate"] else "MISSED"


def line(case, record):
    """Tokens per second, the median and in brackets the best."""
    text = f"{case.name:9} {case.what:27} {case.shape}"
    for name, rate in record["median"].items():
        text += f"  {name} {rate:7.1f} ({record['best'][name]:.1f})"
    if "ratio_median" in record:
        text += f"  ratio {record['ratio_median']:.2f} ({record['ratio_best']:.2f})"
        text += f"  gate {case.gate:.1f}"
    spoilt = f": {record['spoilt']}" if record["spoilt"] else ""
    return f"{text}  {record['verdict']}{spoilt}"


def run_case(case, engines, options):
    """True where the case was taken and its gate, if there was one to judge, was reached."""
    for engine in engines:
        if not os.path.exists(engine.path(case)):
            print(f"{case.name:9} not taken: no {engine.path(case)}; make it with write.py")
            return False
    try:
        record = measure(case, engines, options)
    except (RuntimeError, OSError, ValueError, KeyError, machine.Late) as error:
        print(f"{case.name:9} not taken: {error}")
        return False
    with open(options.results, "a") as file:
        file.write(json.dumps(record) + "\n")
    print(line(case, record), flush=True)
    return record["verdict"] in ("pass", "alone", "rough")


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--m3", help="the program m3")
    parser.add_argument("--llama-bench", help="the peer's bench; not part of this project")
    parser.add_argument("--roof", help="the program bench_roof, the probe between the runs")
    parser.add_argument("--shapes-dir", required=True, help="the folder that write.py filled")
    parser.add_argument("--cases", help="e.g. C1,C9@2048; all without it")
    parser.add_argument("--reps", type=int, default=4, help="samples a turn; each engine has two turns")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--results", help="a file of JSON lines; SHAPES_DIR/results.jsonl without it")
    parser.add_argument("--patience", type=float, default=60, help="seconds to wait for an idle machine")
    parser.add_argument("--rough", action="store_true",
                        help="also on a busy machine, once; nothing is judged and the lines say rough")
    options = parser.parse_args()
    options.results = options.results or os.path.join(options.shapes_dir, "results.jsonl")
    return options


def main():
    options = parse()
    programs = ((Ours, options.m3, "m3: the peer is measured alone"),
                (Peer, options.llama_bench, "llama-bench: ours is measured alone, and not judged"))
    engines = []
    for kind, program, without in programs:
        if program:
            engines.append(kind(program, options.shapes_dir))
        else:
            print(f"no {without}")
    if not engines:
        sys.exit("nothing to measure: give --m3, --llama-bench or both")
    if not options.roof:
        print("no bench_roof: the memory's speed is not probed")
    passed = [run_case(case, engines, options) for case in cases.chosen(options.cases)]
    sys.exit(0 if all(passed) else 1)


if __name__ == "__main__":
    main()
