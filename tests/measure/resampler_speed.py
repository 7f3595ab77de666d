#!/usr/bin/env python3
"""Holds the resampler's speed against Pillow-SIMD and torchvision, in one run.

All three make the same two pictures, an enlarged and a shrunken one, of a screen of 1920 x 1080, one
thread each, taking turns; the median of the rounds counts, in processor time of the thread alone.
"frame" has its weights and its memory already, as every frame of a clip but the first; "picture"
makes both anew, as the other two always do, and is what is held against them. Says too how far the
others' pixels are from ours, which are Pillow's. Prints one table; exits 1 when ours is slower.

Needs a Python with the packages, kept outside the tree:
    python3 -m venv VENV && VENV/bin/pip install torch torchvision numpy
    CFLAGS="-O3 -mavx2" VENV/bin/pip install --no-binary pillow-simd pillow-simd
    VENV/bin/python tests/measure/resampler_speed.py --bench build/ci/bin/bench_resample
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

FROM = (1920, 1080)
TO = ((1932, 1092), (896, 504))
LEVELS = {"plain": 0, "AVX2": 1, "AVX-512": 2}
JOBS = 5  # of a package in a round; the median stands for the round


def screen():
    """A page of text in columns: hard edges, few colours, as what people paste has them."""
    import numpy

    y, x = numpy.mgrid[0:FROM[1], 0:FROM[0]].astype(numpy.uint32)
    letters = (((x >> 3) * 2654435761) ^ ((y >> 4) * 40503)) >> (((x & 7) * 5 + ((y >> 1) & 7) * 3) & 31)
    ink = (letters & 1).astype(numpy.uint8)
    return numpy.stack([30 + ink * 190, 30 + ink * 185, 30 + ink * 140], axis=2)


def milliseconds_of(job):
    taken = []
    for _ in range(JOBS):
        begin = time.thread_time()
        job()
        taken.append(time.thread_time() - begin)
    return statistics.median(taken) * 1e3


class Ours:
    def __init__(self, bench, level, raw, folder):
        self.bench, self.level, self.raw = bench, level, raw
        self.out = os.path.join(folder, "out.rgb")

    def run(self, to):
        sizes = [str(side) for side in (*FROM, *to)]
        done = subprocess.run([self.bench, self.raw, *sizes, str(JOBS), str(LEVELS[self.level]), self.out],
                              check=True, stdout=subprocess.PIPE)
        return json.loads(done.stdout)

    def pixels(self, to):
        import numpy

        self.run(to)
        return numpy.fromfile(self.out, dtype=numpy.uint8).reshape(to[1], to[0], 3)


def packages(pixels):
    """Name and job of a size, for each package; each in the layout that it is fastest with."""
    import numpy
    import PIL
    import PIL.Image
    import torch
    import torchvision
    from torchvision.transforms import InterpolationMode
    from torchvision.transforms.v2 import functional

    torch.set_num_threads(1)
    picture = PIL.Image.fromarray(pixels)
    tensor = torch.from_numpy(pixels).permute(2, 0, 1)

    def pillow(to):
        return picture.resize(to, PIL.Image.BICUBIC)

    def vision(to):
        return functional.resize(tensor, [to[1], to[0]], interpolation=InterpolationMode.BICUBIC,
                                 antialias=True)

    return {f"Pillow-SIMD {PIL.__version__}": (pillow, numpy.asarray),
            f"torchvision {torchvision.__version__}": (vision, lambda got: got.permute(1, 2, 0).numpy())}


def measure(options, folder):
    pixels = screen()
    raw = os.path.join(folder, "in.rgb")
    pixels.tofile(raw)
    ours = {level: Ours(options.bench, level, raw, folder) for level in options.levels}
    others = packages(pixels)
    missed = False
    for to in TO:
        times = {}
        for _ in range(options.rounds):
            for level, one in ours.items():
                taken = one.run(to)
                if taken["level"] != level:
                    sys.exit(f"this machine has no {level}")
                times.setdefault(f"ours, {level}, frame", []).append(taken["run_ms"])
                times.setdefault(f"ours, {level}, picture", []).append(taken["whole_ms"])
            for name, (job, _) in others.items():
                times.setdefault(name, []).append(milliseconds_of(lambda: job(to)))
        missed |= report(to, times, {name: difference(ours, get(job(to)), to)
                                     for name, (job, get) in others.items()})
    return missed


def difference(ours, got, to):
    wanted = next(iter(ours.values())).pixels(to)
    apart = abs(got.astype(int) - wanted)
    return f"{(apart > 0).mean():.2%} of its bytes differ, by up to {apart.max()}"


def report(to, times, differences):
    """The table of one size; true when the best level is slower than a package."""
    median = {name: statistics.median(taken) for name, taken in times.items()}
    print(f"\n{FROM[0]} x {FROM[1]} to {to[0]} x {to[1]}")
    best = min(taken for name, taken in median.items() if name.endswith("picture"))
    for name, taken in median.items():
        spread = (max(times[name]) - min(times[name])) / taken
        verdict = ""
        if name in differences:
            verdict = f"ours is {taken / best:.2f} times as fast; {differences[name]}"
        print(f"{name:28}{taken:8.2f} ms  spread {spread:4.0%}  {verdict}".rstrip())
    return any(median[name] < best for name in differences)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bench", required=True, help="the program bench_resample")
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--levels", nargs="+", choices=LEVELS, default=["AVX-512", "AVX2"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        missed = measure(options, folder)
    load = os.getloadavg()[0]
    print(f"\nload {load:.1f} on {os.cpu_count()} cores" + (": rough" if load > 1.3 else ""))
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
