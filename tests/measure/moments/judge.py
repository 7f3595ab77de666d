"""What was found in a clip, held against what truly happened in it."""

from dataclasses import dataclass, field

LARGE = 0.01  # share of the screen from which a change must be found


@dataclass
class Score:
    changes: int = 0
    shown: int = 0  # a kept frame in time shows the result
    told: int = 0  # it looks as in a kept frame, and the time of that is told
    kept: int = 0
    duplicates: int = 0
    missed: list = field(default_factory=list)

    def add(self, other):
        for name in ("changes", "shown", "told", "kept", "duplicates", "missed"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def recall(self):
        return (self.shown + self.told) / self.changes if self.changes else 1

    @property
    def duplicate_share(self):
        return self.duplicates / self.kept if self.kept else 0


def judge(truth, found):
    large = [change for change in truth.changes if change.area >= LARGE]
    untils = [change.start for change in large[1:]] + [float("inf")]
    states = {kept["index"]: truth.state_at(kept["time"]) for kept in found["kept"]}
    score = Score(changes=len(large), kept=len(states), duplicates=len(states) - len(set(states.values())))
    for change, until in zip(large, untils):
        slack = 0.5 / truth.rate  # clips store times in steps of their own
        inside = lambda entry: change.end - slack <= entry["time"] < until - slack
        # The film that may play beside it is no part of what came back.
        same = lambda again: states.get(again["like"], [None])[0] == truth.state_at(again["time"])[0]
        if any(inside(kept) for kept in found["kept"]):
            score.shown += 1
        elif any(inside(again) and same(again) for again in found["again"]):
            score.told += 1
        else:
            score.missed.append(change)
    return score
