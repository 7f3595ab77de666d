"""A clip that is drawn frame by frame, and what truly happens in it."""

import random
import subprocess
import zlib
from dataclasses import dataclass, field

from canvas import Canvas


@dataclass
class Change:
    start: float  # of its first frame
    end: float  # of the first frame that shows its result
    area: float  # share of the screen


@dataclass
class Truth:
    changes: list = field(default_factory=list)
    states: list = field(default_factory=list)  # of each frame of the grid, noise left out
    rate: int = 30

    def state_at(self, time):
        return self.states[min(int(time * self.rate + 0.5), len(self.states) - 1)]


class Recording:
    """The base is what counts; overlays (pointer, caret, clock, video) come on top of every frame."""

    def __init__(self, path, size, rng, vary_rate=False, rate=None, crf=None):
        self.width, self.height = size
        self.rng = rng
        self.rate = rate or rng.choice([24, 30, 30, 30, 30, 60])
        self.crf = crf or rng.randint(18, 35)
        self.base = Canvas(*size, 0xF4F4F4)
        self.truth = Truth(rate=self.rate)
        self.overlays = []
        self.moving = None  # a label that changes with every frame that counts as new
        self.state = None
        varied = ["-vf", "mpdecimate=max=0:hi=1:lo=1:frac=0", "-vsync", "vfr"] if vary_rate else []
        self.encoder = subprocess.Popen(
            ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24",
             "-s", f"{size[0]}x{size[1]}", "-r", str(self.rate), "-i", "-", *varied,
             "-c:v", "libx264", "-preset", "veryfast", "-crf", str(self.crf),
             "-pix_fmt", "yuv420p", str(path)], stdin=subprocess.PIPE)

    @property
    def now(self):
        return len(self.truth.states) / self.rate

    def write(self):
        if self.state is None:
            self.state = zlib.crc32(self.base.rgb)
        picture = self.base
        if self.overlays:
            picture = self.base.copy()
            for overlay in self.overlays:
                overlay(picture, self.now)
        moving = self.moving(self.now) if self.moving else 0
        self.truth.states.append((self.state, moving))
        self.encoder.stdin.write(picture.rgb)

    def hold(self, seconds):
        for _ in range(max(1, round(seconds * self.rate))):
            self.write()

    def draw(self, paint):
        """A step that is not a change of its own: typing, animation."""
        paint(self.base)
        self.state = None

    def change(self, rect, paint, steps=(), good=None):
        """`steps` are the looks of an animation, a frame each, before the final one; from number
        `good` on they are as good as it."""
        start = self.now
        for step in steps:
            self.draw(step)
            self.write()
        self.draw(paint)
        end = self.now if good is None else min(start + good / self.rate, self.now)
        x, y, width, height = self.base.clipped(rect)
        area = width * height / (self.width * self.height)
        self.truth.changes.append(Change(start, end, area))

    def fade(self, rect, seconds, paint):
        """From what is there to what `paint` makes of it."""
        before, after = self.base.copy(), self.base.copy()
        paint(after)
        count = max(1, round(seconds * self.rate))
        steps = [lambda c, s=(i + 1) / (count + 1): c.blend(rect, before, after, s)
                 for i in range(count)]
        self.change(rect, lambda c: c.paste(rect, after, int(rect[0]), int(rect[1])), steps)

    def close(self):
        self.encoder.stdin.close()
        if self.encoder.wait(timeout=300) != 0:
            raise RuntimeError("ffmpeg could not write the clip")
        return self.truth


def pointer(recording, seed):
    """Moves for a while, rests for a while; some 0.03 % of the screen."""
    width, height = recording.width, recording.height
    high = max(12, round((width * height * 0.0003 / 0.3) ** 0.5))

    def place(step):
        spot = random.Random(f"{seed}-{step}")
        return spot.uniform(0.05, 0.9) * width, spot.uniform(0.05, 0.9) * height

    def paint(canvas, now):
        step, inside = divmod(now, 1.7)
        (x0, y0), (x1, y1) = place(int(step)), place(int(step) + 1)
        part = min(1, inside / 0.8)
        part = part * part * (3 - 2 * part)
        x, y = x0 + (x1 - x0) * part, y0 + (y1 - y0) * part
        for row in range(high):
            canvas.box((x, y + row, max(1, row * 0.6 + 1), 1), 0x101010)

    return paint


def caret(spot, colour=0x202020):
    def paint(canvas, now):
        if now % 1.06 < 0.53:
            x, y = spot()
            canvas.box((x, y, 2, 18), colour)
    return paint


def clock(recording, sheet):
    def paint(canvas, now):
        canvas.paste((recording.width - 100, 4, 18, 20), sheet, 8 * (int(now) % 40), 0)
    return paint


def spinner(spot, side=32):
    def paint(canvas, now):
        x, y = spot
        canvas.box((x, y, side, side), 0xE0E0E0)
        turn = int(now * 12) % 4
        canvas.box((x + side // 2 * (turn in (1, 2)), y + side // 2 * (turn > 1), side // 2, side // 2),
                   0x3070C0)
    return paint
