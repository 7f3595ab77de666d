"""A screen to draw on in plain Python: boxes, and text that ffmpeg set."""

import os
import subprocess
import tempfile

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"


class Sheet:
    """Lines of text on one colour, set once and copied from as often as wanted."""

    def __init__(self, rng, size, ink, paper, font_size=16, spacing=6):
        self.width, self.height = size
        self.line = font_size + spacing
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as text:
            text.write("\n".join(words(rng, 90) for _ in range(self.height // self.line + 1)))
            text.flush()
            # A box as high as the line: drawtext spaces lines by their tallest letter.
            done = subprocess.run(
                ["ffmpeg", "-v", "error", "-f", "lavfi", "-i",
                 f"color=0x{paper:06x}:s={self.width}x{self.height}", "-vf",
                 f"format=rgb24,drawtext=fontfile={FONT}:textfile={text.name}:fontsize={font_size}"
                 f":fontcolor=0x{ink:06x}:line_spacing={spacing}:x=4:y=2",
                 "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"],
                check=True, capture_output=True, timeout=60)
        self.rgb = done.stdout


def words(rng, length):
    text = ""
    while len(text) < length:
        text += "".join(rng.choice("abcdefghiklmnoprstuvwxyz_()=;") for _ in range(rng.randint(2, 9)))
        text += " "
    return text[:rng.randint(length // 4, length)]


class Canvas:
    def __init__(self, width, height, colour):
        self.width, self.height = width, height
        self.rgb = bytearray(colour.to_bytes(3, "big") * (width * height))

    def copy(self):
        twin = object.__new__(Canvas)
        twin.width, twin.height, twin.rgb = self.width, self.height, bytearray(self.rgb)
        return twin

    def box(self, rect, colour):
        x, y, width, height = self.clipped(rect)
        row = colour.to_bytes(3, "big") * width
        for line in range(y, y + height):
            at = (line * self.width + x) * 3
            self.rgb[at:at + len(row)] = row

    def frame(self, rect, colour, thick=1):
        x, y, width, height = rect
        self.box((x, y, width, thick), colour)
        self.box((x, y + height - thick, width, thick), colour)
        self.box((x, y, thick, height), colour)
        self.box((x + width - thick, y, thick, height), colour)

    def paste(self, rect, sheet, left=0, top=0):
        """A part of a sheet, or of another canvas."""
        x, y, width, height = self.clipped(rect)
        width = min(width, sheet.width - left)
        for line in range(height):
            source = (((top + line) % sheet.height) * sheet.width + left) * 3
            at = ((y + line) * self.width + x) * 3
            self.rgb[at:at + width * 3] = sheet.rgb[source:source + width * 3]

    def blend(self, rect, under, over, share):
        """`over` over `under`, both canvases, for fades."""
        x, y, width, height = self.clipped(rect)
        table = [bytes(int(level * part + 0.5) for level in range(256)) for part in (1 - share, share)]
        for line in range(y, y + height):
            at = (line * self.width + x) * 3
            below = under.rgb[at:at + width * 3].translate(table[0])
            above = over.rgb[at:at + width * 3].translate(table[1])
            mixed = int.from_bytes(below, "big") + int.from_bytes(above, "big")
            self.rgb[at:at + width * 3] = mixed.to_bytes(width * 3 + 1, "big")[-width * 3:]

    def clipped(self, rect):
        x, y, width, height = (int(value) for value in rect)
        right, bottom = min(x + width, self.width), min(y + height, self.height)
        x, y = max(x, 0), max(y, 0)
        return x, y, max(right - x, 0), max(bottom - y, 0)
