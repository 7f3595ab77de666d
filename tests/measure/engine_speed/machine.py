"""What the machine does beside the measurement: idle or not, and how fast its memory is just now."""

import os
import re
import subprocess
import time
from typing import NamedTuple

TICKS = os.sysconf("SC_CLK_TCK")


def busy_seconds():
    """Seconds that all processors together have worked, or were taken away, since the start."""
    with open("/proc/stat") as file:
        ticks = [int(word) for word in file.readline().split()[1:9]]
    return (sum(ticks) - ticks[3] - ticks[4]) / TICKS  # all but idle and waiting for the disk


def share_of(seconds, wall):
    return max(0.0, seconds) / (wall * os.cpu_count())


def busy_share(wall=2.0):
    begin, busy = time.monotonic(), busy_seconds()
    time.sleep(wall)
    return share_of(busy_seconds() - busy, time.monotonic() - begin)


Late = subprocess.TimeoutExpired


class Run(NamedTuple):
    out: str
    others: float  # the share of the machine that other processes had meanwhile


def run(command, limit_seconds):
    """Runs one program to its end; raises where it fails or hangs."""
    begin, busy, own = time.monotonic(), busy_seconds(), os.times()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          timeout=limit_seconds)
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines() or ["nothing was said"]
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {lines[-1]}")
    now = os.times()
    ours = sum(now[:4]) - sum(own[:4])
    return Run(done.stdout, share_of(busy_seconds() - busy - ours, time.monotonic() - begin))


def probe(bench_roof):
    """GB/s by name, e.g. {"cpu read 2 threads": 47.1}, from the bench of the memory roofs."""
    out = run([bench_roof], 120).out
    return {name: float(rate) for name, rate in re.findall(r"^(cpu .*?)\s{2,}([\d.]+) GB/s", out, re.M)}
