"""A screen recording of any length, made by ffmpeg alone: mostly still, with scrolling, typing and flashes."""

import random
import subprocess
import tempfile
from pathlib import Path

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"
WIDTH, HEIGHT, RATE = 1920, 1080, 30
PAGE = 6000  # pixels of a page of code
LINE = 22


def words(rng, length):
    text = ""
    while len(text) < length:
        text += "".join(rng.choice("abcdefghiklmnoprstuvwxyz_()=;") for _ in range(rng.randint(2, 9))) + " "
    return text[:rng.randint(length // 4, length)]


def picture(path, rng, size, ink, paper, lines):
    text = path.with_suffix(".txt")
    text.write_text("\n".join(words(rng, 110) for _ in range(lines)))
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", f"color={paper}:s={size[0]}x{size[1]}", "-vf",
         f"drawtext=fontfile={FONT}:textfile={text}:fontsize=16:fontcolor={ink}:line_spacing=6:x=6:y=4",
         "-frames:v", "1", str(path)], check=True, timeout=120)


def place_of_page(rng, seconds):
    """Which line of the page is at the top at a time: an expression of t. It jumps or rolls now and then."""
    expression, begin, at = "0", 0, 0
    while begin < seconds:
        begin += rng.uniform(6, 25)
        lasts = rng.choice([0.04, rng.uniform(0.5, 3)])
        to = rng.randrange(0, PAGE - HEIGHT, LINE)
        expression += f"+{to - at}*clip((t-{begin:.2f})/{lasts:.2f},0,1)"
        at = to
    return expression


def spans(rng, seconds, pause, length):
    """When something is there: an expression of t that is not 0 then."""
    parts, at = [], 0
    while True:
        at += rng.uniform(*pause)
        lasts = rng.uniform(*length)
        if at + lasts >= seconds:
            return "+".join(parts) or "0"
        parts.append(f"between(t,{at:.2f},{at + lasts:.2f})")
        at += lasts


def make(path, seconds, seed, encoder):
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        page, dialog, typed, paper = (folder / f"{name}.png" for name in ("page", "dialog", "typed", "paper"))
        picture(page, rng, (WIDTH, PAGE), "0xd4d4d4", "0x1e1e1e", PAGE // LINE)
        picture(dialog, rng, (700, 300), "0x202020", "0xf4f4f4", 12)
        picture(typed, rng, (1100, LINE + 4), "0xffd080", "0x1e1e1e", 1)
        picture(paper, rng, (1100, LINE + 4), "0x1e1e1e", "0x1e1e1e", 1)
        inputs = []
        for name in (page, typed, paper, dialog):
            inputs += ["-framerate", str(RATE), "-i", str(name)]
        typing = spans(rng, seconds, (8, 30), (3, 12))
        dialogs = spans(rng, seconds, (20, 60), (1, 8))
        flashes = spans(rng, seconds, (25, 70), (0.2, 0.2001))
        still = "format=yuv420p,loop=-1:1"  # decoded once, not for every frame
        graph = (
            f"[0]{still},crop={WIDTH}:{HEIGHT}:0:'trunc(({place_of_page(rng, seconds)})/2)*2'[page];"
            # What is typed lies under paper that goes away to the right, a letter at a time.
            f"[1]{still}[typed];[2]{still}[cover];"
            f"[page][typed]overlay=x=60:y=900:enable='{typing}'[a];"
            f"[a][cover]overlay=x='60+10*floor(8*mod(t,12))':y=900:enable='{typing}'[b];"
            f"[3]{still},split[one][two];"
            f"[b][one]overlay=x=600:y=380:enable='{dialogs}'[c];"
            f"[c][two]overlay=x=1100:y=40:enable='{flashes}'[out]")
        script = folder / "graph.txt"
        script.write_text(graph)
        subprocess.run(
            ["ffmpeg", "-v", "error", "-y", *inputs, "-filter_complex_script", str(script), "-map", "[out]", "-t",
             str(seconds), "-r", str(RATE), *encoder, str(path)], check=True, timeout=3600)
