#!/usr/bin/env python3
"""Makes the small pictures of every kind beside this script, and the table of what they decode to.

Run by hand where Pillow is installed (python3 -m pip install pillow); tests read only the result.
pictures.txt has a line a picture: name, format, width, height, bits, frames, alpha, turned, and the
FNV-1a 64 of the upright RGB bytes. What Pillow opens is held against Pillow: upright, transparency
on white. The few lines where it is not (see `by hand`) say so at their end.
"""
import io
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageOps, TiffImagePlugin

HERE = Path(__file__).resolve().parent
OUT = HERE / "pictures"
W, H = 37, 29
rows = []


def fnv(data):
    h = 0xCBF29CE484222325
    for byte in data:
        h = (h ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{h:016x}"


def pixel(x, y):
    """A gradient with hard edges, like a window on a screen."""
    if 6 <= x < 20 and 5 <= y < 12:
        return (250, 250, 245) if (x + y) % 3 else (20, 30, 40)
    return (x * 255 // (W - 1), y * 255 // (H - 1), (x * 5 + y * 3) % 256)


def alpha_at(x, y):
    return min(255, (x * y * 3) % 400)


def rgb():
    im = Image.new("RGB", (W, H))
    im.putdata([pixel(x, y) for y in range(H) for x in range(W)])
    return im


def rgba():
    im = Image.new("RGBA", (W, H))
    im.putdata([pixel(x, y) + (alpha_at(x, y),) for y in range(H) for x in range(W)])
    return im


def palette(colors=64):
    return rgb().quantize(colors, dither=Image.Dither.NONE)


def seen_by_pillow(data):
    im = Image.open(io.BytesIO(data))
    im.load()
    im = ImageOps.exif_transpose(im)
    if im.mode.startswith("I;16"):
        return None
    if im.mode in ("RGBA", "LA", "La", "RGBa", "PA") or "transparency" in im.info:
        if im.mode == "La":
            im = im.convert("LA")
        im = im.convert("RGBA")
        white = Image.new("RGB", im.size, (255, 255, 255))
        white.paste(im, mask=im.split()[3])
        return white
    return im.convert("RGB")


def add(name, data, kind, bits=8, frames=1, alpha=False, turned=False, by_hand=None):
    """by_hand: (size, rgb bytes) where Pillow does not say what is right."""
    (OUT / name).write_bytes(data)
    if by_hand:
        size, pixels = by_hand
    else:
        im = seen_by_pillow(data)
        size, pixels = im.size, im.tobytes()
    rows.append(f"{name} {kind} {size[0]} {size[1]} {bits} {frames} {int(alpha)} {int(turned)} "
                f"{fnv(pixels)}{' by-hand' if by_hand else ''}")


def saved(im, kind, **options):
    out = io.BytesIO()
    im.save(out, kind, **options)
    return out.getvalue()


def exif(orientation):
    block = Image.Exif()
    block[0x112] = orientation
    return block.tobytes()


# --- PNG, written here: Pillow writes few of its kinds ---------------------------------------

def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def packed(samples, depth):
    """Samples of one row as bytes, the first in the high bits."""
    if depth == 16:
        return b"".join(struct.pack(">H", s) for s in samples)
    bits = "".join(format(s, f"0{depth}b") for s in samples)
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def png(sample_at, depth, color, extra=b"", interlaced=False, size=(W, H)):
    """sample_at(x, y) -> the samples of a pixel, as stored."""
    width, height = size
    raw = b""
    for x0, y0, dx, dy in ADAM7 if interlaced else ((0, 0, 1, 1),):
        if x0 >= width or y0 >= height:
            continue
        for row, y in enumerate(range(y0, height, dy)):
            line = packed([s for x in range(x0, width, dx) for s in sample_at(x, y)], depth)
            bpp = max(1, len(sample_at(0, 0)) * depth // 8)
            if row % 2:  # the filter Sub, so that filters are seen too
                line = bytes((b - (line[i - bpp] if i >= bpp else 0)) & 255 for i, b in enumerate(line))
            raw += bytes([row % 2]) + line
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, int(interlaced))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra
            + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b""))


def deep(value, x, y):
    """16 bits whose low byte would round the high one up."""
    return value << 8 | (x * 37 + y * 91) % 256


def grey(x, y):
    return (pixel(x, y)[0] * 3 + pixel(x, y)[1]) // 4


def make_png():
    for interlaced in (False, True):
        tail = "-interlaced" if interlaced else ""
        for depth in (1, 2, 4, 8):
            add(f"grey{depth}{tail}.png", png(lambda x, y: (grey(x, y) >> (8 - depth),), depth, 0,
                                              interlaced=interlaced), "PNG", bits=depth)
            im = palette(1 << min(depth, 6))
            colours = chunk(b"PLTE", bytes(im.getpalette())[:3 << min(depth, 6)])
            index = im.load()
            add(f"palette{depth}{tail}.png", png(lambda x, y: (index[x, y],), depth, 3, colours,
                                                 interlaced=interlaced), "PNG", bits=depth)
            veil = chunk(b"tRNS", bytes([0, 200][: 1 << depth]))
            add(f"palette{depth}-veil{tail}.png",
                png(lambda x, y: (index[x, y],), depth, 3, colours + veil, interlaced=interlaced),
                "PNG", bits=depth, alpha=True)
        add(f"rgb8{tail}.png", png(pixel, 8, 2, interlaced=interlaced), "PNG")
        add(f"rgba8{tail}.png", png(lambda x, y: pixel(x, y) + (alpha_at(x, y),), 8, 6,
                                    interlaced=interlaced), "PNG", alpha=True)
        add(f"greyalpha8{tail}.png", png(lambda x, y: (grey(x, y), alpha_at(x, y)), 8, 4,
                                         interlaced=interlaced), "PNG", alpha=True)
        add(f"rgb16{tail}.png",
            png(lambda x, y: tuple(deep(v, x, y) for v in pixel(x, y)), 16, 2,
                interlaced=interlaced), "PNG", bits=16)
        add(f"rgba16{tail}.png",
            png(lambda x, y: tuple(deep(v, x, y) for v in pixel(x, y) + (alpha_at(x, y),)), 16, 6,
                interlaced=interlaced), "PNG", bits=16, alpha=True)
        add(f"greyalpha16{tail}.png",
            png(lambda x, y: (deep(grey(x, y), x, y), deep(alpha_at(x, y), x, y)), 16, 4,
                interlaced=interlaced), "PNG", bits=16, alpha=True)
        # Pillow keeps 16 bits of grey and clips them; the high byte is what is right.
        high = bytes(v for y in range(H) for x in range(W) for v in (grey(x, y),) * 3)
        add(f"grey16{tail}.png", png(lambda x, y: (deep(grey(x, y), x, y),), 16, 0,
                                     interlaced=interlaced), "PNG", bits=16, by_hand=((W, H), high))
    add("grey8-key.png", png(lambda x, y: (grey(x, y) & 0xF0,), 8, 0, chunk(b"tRNS", b"\0\x60")),
        "PNG", alpha=True)
    add("rgb8-key.png", png(pixel, 8, 2, chunk(b"tRNS", struct.pack(">HHH", 250, 250, 245))),
        "PNG", alpha=True)
    # Pillow compares the key of few bits with samples of eight; a key is of the stored bits.
    levels = [(pixel(x, y)[0] >> 6) for y in range(H) for x in range(W)]
    keyed = bytes(v for s in levels for v in ((255 if s == 1 else s * 85),) * 3)
    add("grey2-key.png", png(lambda x, y: (levels[y * W + x],), 2, 0, chunk(b"tRNS", b"\0\1")),
        "PNG", bits=2, alpha=True, by_hand=((W, H), keyed))
    add("gamma.png", png(pixel, 8, 2, chunk(b"gAMA", struct.pack(">I", 100000)) + chunk(b"sRGB", b"\0")),
        "PNG")
    frames = [rgb(), ImageOps.mirror(rgb()), ImageOps.flip(rgb())]
    add("animated.png", saved(frames[0], "PNG", save_all=True, append_images=frames[1:]), "PNG", frames=3)
    for turn in (3, 6):
        add(f"turned{turn}.png", saved(rgb(), "PNG", exif=exif(turn)), "PNG", turned=True)
    add("one.png", png(lambda x, y: (1, 2, 3), 8, 2, size=(1, 1)), "PNG")
    add("tall.png", png(lambda x, y: (y % 251,), 8, 0, size=(1, 1000)), "PNG")


# --- JPEG ------------------------------------------------------------------------------------

def without_adobe(data):
    at = data.index(b"\xff\xee\x00\x0eAdobe")
    return data[:at] + data[at + 16:]


def with_transform(data, transform):
    at = data.index(b"\xff\xee\x00\x0eAdobe")
    return data[:at + 15] + bytes([transform]) + data[at + 16:]


def make_jpeg():
    for name, sampling in (("444", 0), ("422", 1), ("420", 2)):
        add(f"rgb{name}.jpg", saved(rgb(), "JPEG", subsampling=sampling), "JPEG")
        add(f"progressive{name}.jpg", saved(rgb(), "JPEG", subsampling=sampling, progressive=True), "JPEG")
    add("grey.jpg", saved(rgb().convert("L"), "JPEG"), "JPEG")
    add("restarts.jpg", saved(rgb(), "JPEG", restart_marker_blocks=2), "JPEG")
    add("low.jpg", saved(rgb(), "JPEG", quality=8), "JPEG")
    add("keeprgb.jpg", saved(rgb(), "JPEG", keep_rgb=True), "JPEG")
    ink = saved(rgb().convert("CMYK"), "JPEG")
    add("cmyk-adobe.jpg", ink, "JPEG")
    add("cmyk-plain.jpg", without_adobe(ink), "JPEG")
    add("ycck.jpg", with_transform(ink, 2), "JPEG")
    for turn in range(1, 9):
        add(f"turned{turn}.jpg", saved(rgb(), "JPEG", exif=exif(turn)), "JPEG", turned=turn > 1)


def main():
    OUT.mkdir(exist_ok=True)
    for old in OUT.iterdir():
        old.unlink()
    make_png()
    make_jpeg()
    (HERE / "pictures.txt").write_text("\n".join(rows) + "\n")
    print(len(rows), "pictures,", sum(f.stat().st_size for f in OUT.iterdir()), "bytes")


main()
