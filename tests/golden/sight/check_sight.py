#!/usr/bin/env python3
"""Holds the committed folder against both oracles, and shows that it tells wrong from right.

    check_sight.py            by numpy, and by transformers where installed
    check_sight.py --wrong    the table of deliberate mistakes, see mistakes.md
"""

import argparse
import importlib.util
import pathlib
import sys

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "model"))

import make_sight  # noqa: E402
import numpy_sight  # noqa: E402

FOLDER = HERE / "tiny"
TOLERANCE = 1e-5    # of the norm; a mistake must move something ten times as far


def distance(got, want):
    want = np.asarray(want, dtype=np.float64)
    return float(np.linalg.norm(np.asarray(got, dtype=np.float64) - want) / np.linalg.norm(want))


def golden(name):
    return np.load(FOLDER / f"{name}.npy")


def stages(seen):
    return [seen.patches, seen.normed, *seen.layers]


def check(title, look, logits_of):
    """Every stage of the picture and the clip, the large picture, two at once, and the logits."""
    _, _, _, media, tokens = make_sight.run(FOLDER)
    worst = {}
    features = []
    for (name, _), part in zip(make_sight.GRIDS.items(), media):
        seen = look(*part)
        features.append(seen.features)
        worst[name] = distance(seen.features, golden(f"{name}.features"))
        if name == "second":
            continue
        worst[name + " stages"] = max(distance(got, want) for got, want in zip(
            [*stages(seen), seen.projected],
            [*golden(f"{name}.tower"), golden(f"{name}.projected")]))
    large = look(numpy_sight.large_rows(make_sight.LARGE), make_sight.LARGE).features
    worst["large"] = distance(large[::make_sight.LARGE_EVERY], golden("large.features"))
    worst["logits"] = distance(logits_of(tokens, np.concatenate(features)), golden("logits"))
    print(f"{title:13}" + ", ".join(f"{n} {d:.1e}" for n, d in worst.items()), flush=True)
    return all(d < TOLERANCE for d in worst.values())


def by_numpy():
    made, weights, tower, _, _ = make_sight.run(FOLDER)
    return check("numpy", tower.look,
                 lambda tokens, rows: make_sight.logits(made, weights, tokens, rows).logits)


def by_transformers():
    import transformers_sight
    made = make_sight.run(FOLDER)[0]
    def logits_of(tokens, rows):
        positions, _ = make_sight.placed(rows, tokens, made)
        return transformers_sight.logits(FOLDER, tokens, positions, rows)
    print("transformers", transformers_sight.VERSION)
    return check("transformers", transformers_sight.Tower(FOLDER).look, logits_of)


def table():
    """Distances of features and logits under each mistake; the committed variants must be these."""
    made, weights, _, media, tokens = make_sight.run(FOLDER)
    right = np.concatenate([golden(f"{name}.features") for name in make_sight.GRIDS])
    missed = []
    print("| mistake | features off by | logits off by |\n|---|---|---|")
    for wrong, kept in zip(numpy_sight.WRONG, golden("wrong")):
        features = make_sight.run(FOLDER, [wrong])[2].look_at_all(media)
        assert distance(kept, features) < 1e-6, wrong
        logits = make_sight.logits(made, weights, tokens, features).logits
        off = distance(features, right)
        print(f"| {wrong} | {off:.1e} | {distance(logits, golden('logits')):.1e} |", flush=True)
        if off < 10 * TOLERANCE:
            missed.append(wrong)
    for harmless in numpy_sight.HARMLESS:
        features = make_sight.run(FOLDER, [harmless])[2].look_at_all(media)
        print(f"| ({harmless}: no mistake) | {distance(features, right):.0e} | |")
        assert distance(features, right) < TOLERANCE / 10, harmless
    return missed


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--wrong", action="store_true")
    if parser.parse_args().wrong:
        missed = table()
        raise SystemExit(f"not shown: {', '.join(missed)}" if missed else 0)
    fine = by_numpy()
    if importlib.util.find_spec("transformers") is None:
        print("transformers is not installed: numpy alone")
    else:
        fine = by_transformers() and fine
    raise SystemExit(0 if fine else "off")


if __name__ == "__main__":
    main()
