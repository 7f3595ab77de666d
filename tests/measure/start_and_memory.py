#!/usr/bin/env python3
"""Starts the window five times and holds two figures against their limits.

usage: start_and_memory.py build/ci/bin/trifold

Process start to first complete picture, and resident memory after three idle seconds, on the
offscreen platform and, where DISPLAY is set, on that display too. Exit code 1 when a median is
over its limit. Run it on a machine that does nothing else.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

NUM_RUNS = 5
IDLE_SECONDS = 3
MAX_SECONDS_TO_PAINT = 0.40
MAX_RESIDENT_MB = 90.0


def fresh_environment(platform, folder):
    environment = dict(os.environ, QT_QPA_PLATFORM=platform, TRIFOLD_TRACE="start")
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        environment[f"XDG_{name}_HOME"] = os.path.join(folder, name.lower())
    environment["XDG_RUNTIME_DIR"] = folder
    return environment


def memory_mb(pid):
    figures = {}
    with open(f"/proc/{pid}/smaps_rollup") as lines:
        for line in lines:
            words = line.split()
            if words[0] in ("Rss:", "Pss:"):
                figures[words[0]] = int(words[1]) * 1024 / 1e6
    return figures["Rss:"], figures["Pss:"]


def run_once(program, platform):
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic_ns()
        process = subprocess.Popen([program], env=fresh_environment(platform, folder),
                                   stderr=subprocess.PIPE, text=True)
        try:
            words = []
            for line in process.stderr:
                words = line.split()
                if words[:1] == ["first-paint"]:
                    break
                print(f"{program} says: {line.strip()}")
            else:
                sys.exit(f"{program} ended without a first picture")
            time.sleep(IDLE_SECONDS)
            resident, proportional = memory_mb(process.pid)
        finally:
            process.kill()
            process.wait()
        return (int(words[1]) - started) / 1e9, resident, proportional


def report(platform, what, values, limit, unit):
    median = statistics.median(values)
    verdict = "" if limit is None else ("ok" if median <= limit else "OVER")
    shown = "" if limit is None else f"{limit:.2f}"
    print(f"{platform:10} {what:22} {median:8.2f} {min(values):8.2f} {max(values):8.2f}"
          f" {shown:>8} {unit:3} {verdict}")
    return verdict != "OVER"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    platforms = ["offscreen"] + (["xcb"] if os.environ.get("DISPLAY") else [])
    print(f"{'platform':10} {'figure':22} {'median':>8} {'least':>8} {'most':>8} {'limit':>8}")
    good = True
    for platform in platforms:
        run_once(sys.argv[1], platform)  # warms the disk cache
        runs = [run_once(sys.argv[1], platform) for _ in range(NUM_RUNS)]
        paint, resident, proportional = zip(*runs)
        good &= report(platform, "start to first paint", paint, MAX_SECONDS_TO_PAINT, "s")
        good &= report(platform, "resident, idle", resident, MAX_RESIDENT_MB, "MB")
        report(platform, "proportional, idle", proportional, None, "MB")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
