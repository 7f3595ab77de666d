"""What people do on a screen, each as a scripted recording of ten to twenty seconds."""

from canvas import Sheet
from recording import caret, clock, pointer, spinner

LIGHT = (0xFFFFFF, 0x24292E, 0xF0F2F4, 0xC8CCD0)  # paper, ink, chrome, line
DARK = (0x1E1E1E, 0xD4D4D4, 0x2D2D30, 0x454548)
HUES = [0x3070C0, 0xB04040, 0x309050, 0xA06010, 0x704090, 0x208090]


class Stage:
    """A window with a bar above, a list beside, and a document."""

    def __init__(self, recording, rng, busy=True):
        self.rec, self.rng = recording, rng
        self.w, self.h = recording.width, recording.height
        self.paper, self.ink, self.chrome, self.line = rng.choice([LIGHT, DARK])
        self.document = self.rect(0.2, 0.06, 0.78, 0.9)
        self.sheets = [self.sheet() for _ in range(3)]
        self.window(recording.base)
        recording.state = None
        if busy:
            recording.overlays.append(clock(recording, self.sheets[0]))
            recording.overlays.append(pointer(recording, rng.random()))

    def rect(self, x, y, width, height):
        return round(x * self.w), round(y * self.h), round(width * self.w), round(height * self.h)

    def sheet(self, ink=None, paper=None, size=16):
        return Sheet(self.rng, (self.w, self.h * 2), self.ink if ink is None else ink,
                     self.paper if paper is None else paper, size)

    def window(self, canvas):
        canvas.box((0, 0, self.w, self.h), self.paper)
        canvas.box(self.rect(0, 0, 1, 0.05), self.chrome)
        canvas.box(self.rect(0, 0.05, 0.18, 0.95), self.chrome)
        canvas.box(self.rect(0.18, 0.05, 0, 0.95)[:2] + (1, self.h), self.line)
        canvas.paste(self.document, self.sheets[0])

    def anywhere(self, least, most):
        """A box whose share of the screen lies between the two."""
        share = self.rng.uniform(least, most)
        shape = self.rng.uniform(0.5, 2)
        width = min(0.7, (share * shape) ** 0.5)
        height = min(0.8, share / width)
        return self.rect(self.rng.uniform(0.02, 0.97 - width), self.rng.uniform(0.07, 0.97 - height),
                         width, height)

    def panel(self, rect, paper=None, text=True):
        """Paints a dialog: border, title, a few lines, a button."""
        sheet = self.rng.choice(self.sheets)
        top = self.rng.randrange(0, self.h)
        colour = self.rng.choice(HUES)
        paper = self.chrome if paper is None else paper

        def paint(canvas):
            x, y, width, height = rect
            canvas.box(rect, paper)
            canvas.frame(rect, self.line)
            canvas.box((x + 1, y + 1, width - 2, max(8, height // 8)), colour)
            if text:
                canvas.paste((x + 10, y + height // 6, width - 20, height // 2), sheet, 0, top)
            canvas.box((x + width - width // 4, y + height - height // 5, width // 5, height // 8),
                       colour)
        return paint

    def pause(self, least=0.9, most=2.2):
        self.rec.hold(self.rng.uniform(least, most))

    def restored(self, rect):
        """Paints what lies there now, later."""
        now = self.rec.base.copy()
        return lambda canvas: canvas.paste(rect, now, max(rect[0], 0), max(rect[1], 0))

    def open_and_close(self, rect, paint, shown=(0.9, 2.2)):
        back = self.restored(rect)
        self.rec.change(rect, paint)
        self.pause(*shown)
        self.rec.change(rect, back)
        self.pause()

    def new_text(self, rect, sheet=None):
        sheet = self.rng.choice(self.sheets) if sheet is None else sheet
        left, top = self.rng.randrange(0, 60), self.rng.randrange(0, self.h)
        return lambda canvas: canvas.paste(rect, sheet, left, top)


def typing(stage):
    rec, rng = stage.rec, stage.rng
    x, y, width, _ = stage.document
    spot = [x + 4, y]
    rec.overlays.append(caret(lambda: spot, stage.ink))
    rec.draw(lambda c: c.box(stage.document, stage.paper))
    stage.pause()
    for line in range(5):
        length = rng.randint(10, 50)
        for letter in range(length):
            at = (x + 4 + letter * 10, y + line * 22, 10, 22)
            rec.draw(lambda c, at=at: c.paste(at, stage.sheets[1], at[0] - x, at[1] - y))
            spot[:] = at[0] + 10, at[1]
            rec.hold(rng.uniform(0.03, 0.12))
        stage.pause(0.2, 0.6)
    output = stage.rect(0.2, 0.7, 0.78, 0.26)
    rec.change(output, stage.panel(output))
    stage.pause()


def dialogs(stage):
    stage.pause()
    for _ in range(4):
        rect = stage.anywhere(0.011, 0.25)
        stage.open_and_close(rect, stage.panel(rect))


def tabs(stage):
    stage.pause()
    for number in range(7):
        sheet = stage.sheets[number % 3]
        stage.rec.change(stage.document, stage.new_text(stage.document, sheet))
        stage.pause(0.7, 2)


def scrolling(stage):
    rec, rng = stage.rec, stage.rng
    top = 0
    stage.pause()
    for _ in range(5):
        frames = round(rng.uniform(0.3, 2.2) * rec.rate)
        way = rng.randint(200, 900)
        tops = [top + round(way * (1 - (1 - (i + 1) / frames) ** 3)) for i in range(frames)]
        steps = [lambda c, t=t: c.paste(stage.document, stage.sheets[0], 0, t) for t in tops[:-1]]
        top = tops[-1]
        # Nobody sees the last two pixels, over which it creeps for some tenths of a second.
        good = next(i for i, place in enumerate(tops) if top - place <= 2)
        rec.change(stage.document, lambda c: c.paste(stage.document, stage.sheets[0], 0, top), steps,
                   good)
        stage.pause()


def menus(stage):
    rec, rng = stage.rec, stage.rng
    stage.pause()
    for number in range(4):
        rect = stage.rect(0.02 + 0.12 * number, 0.05, 0.14, rng.uniform(0.12, 0.4))
        back = stage.restored(rect)
        rec.change(rect, stage.panel(rect))
        stage.pause(0.6, 1)
        for item in range(3):
            row = (rect[0] + 1, rect[1] + 40 + item * 26, rect[2] - 2, 24)
            under = stage.restored(row)
            rec.draw(lambda c, row=row: c.box(row, 0x4060A0))
            rec.hold(rng.uniform(0.15, 0.4))
            rec.draw(under)
        rec.change(rect, back)
        stage.pause()


def toasts(stage):
    rec, rng = stage.rec, stage.rng
    stage.pause()
    for _ in range(5):
        rect = stage.rect(0.75, rng.uniform(0.1, 0.85), 0.24, rng.uniform(0.05, 0.1))
        back = stage.restored(rect)
        if rng.random() < 0.5:
            rec.fade(rect, 0.15, stage.panel(rect))
            rec.hold(0.55)
        else:
            rec.change(rect, stage.panel(rect))
            rec.hold(0.7)
        rec.change(rect, back)
        stage.pause(1, 2)


def progress(stage):
    rec, rng = stage.rec, stage.rng
    stage.pause()
    for _ in range(2):
        rect = stage.anywhere(0.05, 0.15)
        back = stage.restored(rect)
        x, y, width, height = rect
        rec.change(rect, stage.panel(rect))
        whirl = spinner((x + 12, y + height - 44))
        rec.overlays.append(whirl)
        bar = (x + width // 8, y + height * 7 // 10, width * 3 // 4, 10)
        for part in range(40):
            rec.draw(lambda c, p=part: c.box((bar[0], bar[1], bar[2] * (p + 1) // 40, bar[3]), 0x30A050))
            rec.hold(rng.uniform(0.03, 0.15))
        rec.overlays.remove(whirl)
        rec.change(rect, back)
        stage.pause()
        done = stage.anywhere(0.02, 0.1)
        rec.change(done, stage.panel(done))
        stage.pause()


def hover(stage):
    """Cards that pale a little under the pointer, one after the other, and one that stays chosen."""
    rec, rng = stage.rec, stage.rng
    rec.draw(lambda c: c.box(stage.document, stage.paper))
    cards = [stage.rect(0.22 + 0.25 * (i % 3), 0.1 + 0.28 * (i // 3), 0.22, 0.24) for i in range(9)]
    for card in cards:
        rec.draw(stage.new_text((card[0] + 20, card[1] + 20, card[2] // 2, 60)))
        rec.draw(lambda c, card=card: c.frame(card, stage.line))
    stage.pause()
    pale = 0x0C0C0C if stage.paper < 0x808080 else -0x0A0A0A
    for card in rng.sample(cards, 5):
        x, y, width, height = card
        top = (x + 1, y + 1, width - 2, 19)
        rest = (x + 1, y + 80, width - 2, height - 81)
        rec.change(rest, lambda c: (c.box(top, stage.paper + pale), c.box(rest, stage.paper + pale)))
        stage.pause(0.6, 1.5)
        rec.change(rest, lambda c: (c.box(top, stage.paper), c.box(rest, stage.paper)))
        stage.pause(0.4, 0.8)


def theme(stage):
    rec = stage.rec
    everything = (0, 0, stage.w, stage.h)
    stage.pause()
    for number in range(4):
        stage.paper, stage.ink, stage.chrome, stage.line = DARK if number % 2 else LIGHT
        stage.sheets = [stage.sheet()] * 3
        if number % 2:
            rec.fade(everything, 0.3, stage.window)
        else:
            rec.change(everything, stage.window)
        stage.pause(1.5, 2.5)


def nothing(stage):
    """A pointer, a caret, a clock, a spinner, for ten seconds."""
    stage.rec.overlays += [caret(lambda: (stage.w // 2, stage.h // 2), stage.ink),
                           spinner((stage.w - 60, stage.h - 60))]
    stage.rec.hold(10)


def film(stage):
    """A film plays in a corner of the page while dialogs come and go elsewhere."""
    rec, rng = stage.rec, stage.rng
    place = stage.rect(0.6, 0.55, 0.36, 0.38)
    width, height = place[2], place[3]
    grain = stage.sheet(0xFFFFFF, 0x305030, 40)
    shade = stage.sheet(0xC0A020, 0x102040, 60)
    rec.change(place, lambda c: c.box(place, 0x000000))
    stage.pause()
    began = rec.now
    stage.film_runs = True

    def paint(canvas, now):
        if stage.film_runs:
            stage.film_at = now
        way = int((stage.film_at - began) * rec.rate)
        canvas.paste(place, grain, (way * 3) % (stage.w - width), way * 2)
        canvas.paste((place[0] + (way * 5) % width, place[1] + 20, width // 3, height // 2), shade)

    rec.overlays.insert(0, paint)
    rec.moving = lambda now: int((now if stage.film_runs else stage.film_at) * rec.rate)
    rec.hold(4)
    for _ in range(3):
        share = rng.uniform(0.015, 0.15)
        width_part = min(0.35, share ** 0.5)
        rect = stage.rect(rng.uniform(0.03, 0.2), rng.uniform(0.1, 0.5), width_part, share / width_part)
        stage.open_and_close(rect, stage.panel(rect), (1.2, 2.5))
    stage.film_runs = False
    stage.pause(2, 3)


def same_brightness(stage):
    """Panels whose colour changes while their brightness stays."""
    rec, rng = stage.rec, stage.rng
    stage.pause()
    for _ in range(5):
        rect = stage.anywhere(0.012, 0.08)
        bright = rng.randint(90, 160)
        colours = []
        while len(colours) < 2:
            red, blue = rng.randint(30, 220), rng.randint(30, 220)
            green = round((bright - 0.2126 * red - 0.0722 * blue) / 0.7152)
            far = not colours or abs((colours[0] >> 16) - red) + abs((colours[0] & 255) - blue) > 60
            if 0 <= green <= 255 and far:
                colours.append(red << 16 | green << 8 | blue)
        rec.change(rect, lambda c: c.box(rect, colours[0]))
        stage.pause()
        rec.change(rect, lambda c: c.box(rect, colours[1]))
        stage.pause()


def lists(stage):
    """Text alone is replaced, in a part of the page; a form gets values."""
    rec = stage.rec
    stage.pause()
    for _ in range(7):
        rect = stage.anywhere(0.012, 0.06)
        x = min(max(rect[0], stage.document[0]), stage.w - rect[2])
        rect = (x, rect[1], rect[2], rect[3])
        rec.change(rect, stage.new_text(rect))
        stage.pause()


def fades(stage):
    stage.pause()
    for _ in range(4):
        rect = stage.anywhere(0.03, 0.3)
        back = stage.restored(rect)
        stage.rec.fade(rect, stage.rng.uniform(0.2, 0.8), stage.panel(rect))
        stage.pause()
        stage.rec.fade(rect, stage.rng.uniform(0.2, 0.5), back)
        stage.pause()


def page_load(stage):
    rec, rng = stage.rec, stage.rng
    stage.pause()
    for _ in range(3):
        rec.change(stage.document, lambda c: c.box(stage.document, stage.paper))
        stage.pause(0.5, 1)
        for part in range(3):
            rect = stage.rect(0.2, 0.06 + part * 0.3, 0.78, 0.28)
            rec.change(rect, stage.new_text(rect) if part % 2 == 0 else stage.panel(rect))
            stage.pause(0.4, 1.2)


def terminal(stage):
    """Lines come at the foot and push the others up, in bursts."""
    rec, rng = stage.rec, stage.rng
    top = 0
    stage.pause()
    for _ in range(5):
        steps = []
        for _ in range(rng.randint(5, 25)):
            for _ in range(rng.randint(1, 4)):
                steps.append(lambda c, t=top: c.paste(stage.document, stage.sheets[0], 0, t))
            top += 22 * rng.randint(1, 3)
        rec.change(stage.document, lambda c, t=top: c.paste(stage.document, stage.sheets[0], 0, t), steps)
        stage.pause()


def walkthrough(stage):
    """A bit of all: the recording of a bug report."""
    rec, rng = stage.rec, stage.rng
    stage.pause()
    rec.change(stage.document, stage.new_text(stage.document, stage.sheets[1]))
    stage.pause()
    rect = stage.anywhere(0.02, 0.1)
    stage.open_and_close(rect, stage.panel(rect))
    form = stage.anywhere(0.1, 0.3)
    rec.change(form, stage.panel(form, text=False))
    stage.pause()
    x, y, _, height = form
    for letter in range(20):
        at = (x + 20 + letter * 10, y + height // 2, 10, 22)
        rec.draw(lambda c, at=at: c.paste(at, stage.sheets[2], letter * 10, 0))
        rec.hold(rng.uniform(0.05, 0.15))
    stage.pause()
    rec.change(stage.document, stage.new_text(stage.document, stage.sheets[2]))
    stage.pause()
    fault = stage.rect(0.3, 0.4, 0.4, 0.12)
    rec.fade(fault, 0.2, stage.panel(fault, 0xF0D0D0))
    stage.pause(1.5, 2)


SCENES = {scene.__name__: scene for scene in (
    typing, dialogs, tabs, scrolling, menus, toasts, progress, hover, theme, nothing, film,
    same_brightness, lists, fades, page_load, terminal, walkthrough)}
VARIED = {"dialogs", "tabs", "toasts", "scrolling", "walkthrough"}  # once more at a varying rate
