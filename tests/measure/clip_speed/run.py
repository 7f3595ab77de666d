#!/usr/bin/env python3
"""How long somebody waits who looks at ten minutes of 1080p: first frame, thumbnails, changes, seeks.

run.py [--clips FOLDER] [--seconds 600] [--seeks 200]

Makes a screen recording as recorders do (H.264 veryfast, a key frame every 250), once, and prints a line
for each figure beside its limit; every figure is the better of two rounds. Ends with 1 when a limit is missed.
Wants ffmpeg with libx264, and bench_clip of the preset ci.
"""

import argparse
import subprocess
import sys
from pathlib import Path

import recording

ENCODER = ["-c:v", "libx264", "-preset", "veryfast", "-g", "250", "-crf", "23"]
LIMITS = [  # as bench_clip names it, words, unit, limit
    ("first_frame_s", "first frame", "s", 0.1),
    ("thumbnails_s", "60 thumbnails", "s", 0.5),
    ("changes_s", "change graph of all of it", "s", 15),
    ("seek_p95_ms", "exact seek, p95", "ms", 150),
]


def round_of(bench, clip, seeks, seed):
    done = subprocess.run([bench, clip, str(seeks), str(seed)], capture_output=True, text=True, timeout=900)
    if done.returncode != 0:
        sys.exit(f"bench_clip: {done.stderr.strip()}")
    return {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bench", default="build/ci/bin/bench_clip")
    parser.add_argument("--clips", type=Path, default=Path("build/clips-measured"))
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seeks", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.clips.mkdir(parents=True, exist_ok=True)
    clip = args.clips / f"screen-{args.seconds:g}-{args.seed}.mp4"
    if not clip.exists():
        unfinished = clip.with_suffix(".making.mp4")
        recording.make(unfinished, args.seconds, args.seed, ENCODER)
        unfinished.rename(clip)
    rounds = [round_of(args.bench, clip, args.seeks, args.seed) for _ in range(2)]
    missed = False
    for name, words, unit, limit in LIMITS:
        value = min(figures[name] for figures in rounds)
        is_missed = value > limit
        missed = missed or is_missed
        print(f"{words:26} {value:8.3f} {unit:2}  limit {limit:g} {unit}{'  MISSED' if is_missed else ''}")
    last = rounds[-1]
    print(f"of {last['changes_frames']:.0f} frames looked at {last['changes']:.0f} differ from the one before, "
          f"{last['moments']:.0f} moments; a step on takes {last['step_p95_ms']:.1f} ms, "
          f"back {last['back_p95_ms']:.1f} ms (p95)")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
