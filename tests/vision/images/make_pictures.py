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

from PIL import Image, ImageOps

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
    index = palette(64).load()
    add("short-palette.png", png(lambda x, y: (index[x, y],), 8, 3,
                                 chunk(b"PLTE", bytes(palette(64).getpalette())[:60])), "PNG")
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


# --- WebP ------------------------------------------------------------------------------------

def riff(*chunks):
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def riff_chunk(name, data):
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def bitstream(data):
    """The chunks of a still WebP without its outer header."""
    chunks = data[12:]
    return chunks[18:] if chunks.startswith(b"VP8X") else chunks


def webp_number(value):
    return struct.pack("<I", value)[:3]


def offset_webp(alpha):
    """Animated, the first frame smaller than the canvas and not in its corner."""
    frames = b""
    for im in ((rgba() if alpha else rgb()).crop((0, 0, 20, 16)), rgb().crop((3, 3, 30, 20))):
        pixels = bitstream(saved(im, "WEBP", lossless=alpha))
        head = (webp_number(4 // 2) + webp_number(6 // 2) + webp_number(im.width - 1)
                + webp_number(im.height - 1) + webp_number(100) + b"\0")
        frames += riff_chunk(b"ANMF", head + pixels)
    flags = struct.pack("<I", 0x02 | (0x10 if alpha else 0))
    return riff(riff_chunk(b"VP8X", flags + webp_number(W - 1) + webp_number(H - 1)),
                riff_chunk(b"ANIM", struct.pack("<IH", 0xFF00FF00, 0)), frames)


def make_webp():
    add("lossy.webp", saved(rgb(), "WEBP"), "WebP")
    add("lossless.webp", saved(rgb(), "WEBP", lossless=True), "WebP")
    add("lossy-alpha.webp", saved(rgba(), "WEBP"), "WebP", alpha=True)
    add("lossless-alpha.webp", saved(rgba(), "WEBP", lossless=True, exact=True), "WebP", alpha=True)
    add("turned8.webp", saved(rgb(), "WEBP", exif=exif(8)), "WebP", turned=True)
    frames = [rgb(), ImageOps.mirror(rgb()), ImageOps.flip(rgb())]
    add("animated.webp", saved(frames[0], "WEBP", save_all=True, append_images=frames[1:]), "WebP", frames=3)
    frames = [rgba(), ImageOps.mirror(rgba())]
    add("animated-alpha.webp", saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True),
        "WebP", frames=2, alpha=True)
    add("offset.webp", offset_webp(False), "WebP", frames=2)
    add("offset-alpha.webp", offset_webp(True), "WebP", frames=2, alpha=True)


# --- GIF -------------------------------------------------------------------------------------

def gif(canvas, frames, colours=None, background=0):
    """frames: (left, top, image, transparent index or None, local colours or None)"""
    def flags(entries):
        return 0x80 | ((len(entries) // 3).bit_length() - 2) if entries else 0

    out = b"GIF89a" + struct.pack("<HHBBB", *canvas, flags(colours), background, 0) + bytes(colours or b"")
    for left, top, im, clear, local in frames:
        if clear is not None:
            out += b"\x21\xf9\x04" + struct.pack("<BHB", 1, 10, clear) + b"\0"
        out += b"\x2c" + struct.pack("<HHHHB", left, top, *im.size, flags(local)) + bytes(local or b"")
        out += packed_gif(im)
    return out + b";"


def packed_gif(im, bits=8):
    """Pixels as codes of one length: a clear code before the length would grow."""
    codes = []
    for idx, value in enumerate(im.getdata()):
        if idx % ((1 << bits) - 3) == 0:
            codes.append(1 << bits)
        codes.append(value)
    codes.append((1 << bits) + 1)
    number = sum(code << (bits + 1) * idx for idx, code in enumerate(codes))
    data = number.to_bytes((len(codes) * (bits + 1) + 7) // 8, "little")
    blocks = b"".join(bytes([len(data[at:at + 255])]) + data[at:at + 255] for at in range(0, len(data), 255))
    return bytes([bits]) + blocks + b"\0"


def make_gif():
    im = palette(64)
    colours = im.getpalette()[:192]
    add("plain.gif", saved(im, "GIF", interlace=0), "GIF")
    add("interlaced.gif", saved(im, "GIF", interlace=1), "GIF")
    add("two-colours.gif", saved(palette(2), "GIF"), "GIF")
    add("clear.gif", saved(im, "GIF", transparency=5), "GIF", alpha=True)
    add("grey.gif", saved(rgb().convert("L"), "GIF"), "GIF")
    noise = Image.new("P", (200, 60))
    noise.putdata([(x * x * 31 + x * 17 + x // 7) % 256 for x in range(12000)])
    noise.putpalette([(i * 7) % 256 for i in range(768)])
    add("long-codes.gif", saved(noise, "GIF"), "GIF")
    add("flat.gif", saved(Image.new("P", (300, 200), 3), "GIF"), "GIF")
    frames = [im, ImageOps.mirror(im), ImageOps.flip(im)]
    add("animated.gif", saved(frames[0], "GIF", save_all=True, append_images=frames[1:]), "GIF", frames=3)
    part = im.crop((4, 4, 24, 20))
    add("offset.gif", gif((W, H), [(7, 5, part, None, None)], colours, 9), "GIF")
    add("offset-clear.gif", gif((W, H), [(7, 5, part, 3, None)], colours), "GIF", alpha=True)
    add("outside.gif", gif((10, 10), [(7, 5, part, None, None), (0, 0, part, None, None)], colours), "GIF", frames=2)
    add("local.gif", gif((20, 16), [(0, 0, part, None, colours)], [0, 0, 0, 9, 9, 9]), "GIF")
    add("no-palette.gif", gif((20, 16), [(0, 0, part, None, None)]), "GIF")
    add("short-palette.gif", gif((20, 16), [(0, 0, part, None, None)], colours[:24]), "GIF")


# --- BMP -------------------------------------------------------------------------------------

def bmp(bits, rows, colours=b"", packing=0, masks=b"", header=40, top_down=False, size=(W, H)):
    """rows: the packed rows in the order of the picture, or one block for runs"""
    width, height = size
    data = rows if isinstance(rows, bytes) else b"".join(
        row + b"\0" * (-len(row) % 4) for row in (rows if top_down else rows[::-1]))
    if header == 12:
        info = struct.pack("<IHHHH", 12, width, height, 1, bits)
    else:
        info = struct.pack("<IiiHHIIiiII", header, width, -height if top_down else height, 1, bits, packing,
                           len(data), 2835, 2835, len(colours) // 4, 0)
        info += (masks if header > 40 else b"").ljust(header - 40, b"\0")
        info += masks if header == 40 else b""
    offset = 14 + len(info) + len(colours)
    return b"BM" + struct.pack("<IHHI", offset + len(data), 0, 0, offset) + info + colours + data


def index_rows(im, bits):
    index = im.load()
    return [packed([index[x, y] for x in range(im.width)], bits) for y in range(im.height)]


def pixel_rows(pack):
    return [b"".join(pack(*pixel(x, y), alpha_at(x, y)) for x in range(W)) for y in range(H)]


def bmp_colours(im, count, width=4):
    p = (im.getpalette() + [0] * 768)[:count * 3]
    return b"".join(bytes((p[i + 2], p[i + 1], p[i])) + b"\0" * (width - 3) for i in range(0, count * 3, 3))


def runs8(im):
    index = im.load()
    out = b""
    for y in reversed(range(im.height)):
        x = 0
        while x < im.width:
            run = 1
            while x + run < im.width and index[x + run, y] == index[x, y]:
                run += 1
            if run == 1 and x + 5 <= im.width:  # five as they are: an odd number, padded
                out += b"\0\5" + bytes(index[x + i, y] for i in range(5)) + b"\0"
                run = 5
            else:
                out += bytes((run, index[x, y]))
            x += run
        out += b"\0\0"
    return out + b"\0\1"


def runs4(im):
    index = im.load()
    out = b""
    for y in reversed(range(im.height)):
        for x in range(0, im.width - 7, 7):
            nibbles = [index[x + i, y] for i in range(7)] + [0]
            out += b"\0\7" + bytes(nibbles[i] << 4 | nibbles[i + 1] for i in range(0, 8, 2))
        x = (im.width - 1) // 7 * 7
        out += b"".join(bytes((1, index[i, y] << 4)) for i in range(x, im.width)) + b"\0\0"
    return out + b"\0\1"


def make_bmp():
    for bits, count in ((1, 2), (4, 16), (8, 200)):
        im = palette(count)
        add(f"palette{bits}.bmp", bmp(bits, index_rows(im, bits), bmp_colours(im, count)), "BMP", bits=bits)
    im = palette(16)
    add("short-palette.bmp", bmp(8, index_rows(palette(200), 8), bmp_colours(palette(200), 50)), "BMP")
    add("core4.bmp", bmp(4, index_rows(im, 4), bmp_colours(im, 16, 3), header=12), "BMP", bits=4)
    add("core24.bmp", bmp(24, pixel_rows(lambda r, g, b, a: bytes((b, g, r))), header=12), "BMP")
    add("rgb24.bmp", saved(rgb(), "BMP"), "BMP")
    add("grey8.bmp", saved(rgb().convert("L"), "BMP"), "BMP")
    add("topdown24.bmp", bmp(24, pixel_rows(lambda r, g, b, a: bytes((b, g, r))), top_down=True), "BMP")
    add("rgb32.bmp", bmp(32, pixel_rows(lambda r, g, b, a: bytes((b, g, r, a)))), "BMP")
    add("rgb555.bmp", bmp(16, pixel_rows(lambda r, g, b, a: struct.pack("<H", r >> 3 << 10 | g >> 3 << 5 | b >> 3))),
        "BMP", bits=5)
    add("rgb565.bmp", bmp(16, pixel_rows(lambda r, g, b, a: struct.pack("<H", r >> 3 << 11 | g >> 2 << 5 | b >> 3)),
                          packing=3, masks=struct.pack("<III", 0xF800, 0x7E0, 0x1F)), "BMP", bits=5)
    add("rgba32-v5.bmp", bmp(32, pixel_rows(lambda r, g, b, a: bytes((b, g, r, a))), packing=3, header=124,
                             masks=struct.pack("<IIII", 0xFF0000, 0xFF00, 0xFF, 0xFF000000)), "BMP", alpha=True)
    add("rgba32-v3.bmp", bmp(32, pixel_rows(lambda r, g, b, a: bytes((r, g, b, a))), packing=3, header=56,
                             masks=struct.pack("<IIII", 0xFF, 0xFF00, 0xFF0000, 0xFF000000)), "BMP", alpha=True)
    im = palette(200)
    add("runs8.bmp", bmp(8, runs8(im), bmp_colours(im, 200), packing=1), "BMP")
    im = palette(16)
    add("runs4.bmp", bmp(4, runs4(im), bmp_colours(im, 16), packing=2), "BMP", bits=4)
    # Seven pixels at the start of the bottom row, the rest left out: index 0, says the format.
    colours = bytes((9, 9, 9, 0)) + bytes((200, 100, 50, 0))
    row0 = b"\x09\x09\x09" * W
    row1 = b"\x32\x64\xc8" * 7 + b"\x09\x09\x09" * (W - 7)
    add("runs8-cut.bmp", bmp(8, b"\7\1\0\1", colours, packing=1), "BMP",
        by_hand=((W, H), row0 * (H - 1) + row1))


# --- TIFF ------------------------------------------------------------------------------------

def tiff(tags, blocks, order="<", tiled=False):
    """tags: {number: (type, values)}; blocks: strips or tiles, uncompressed"""
    out = (b"II*\0" if order == "<" else b"MM\0*") + b"\0\0\0\0"
    offsets = []
    for block in blocks:
        offsets.append(len(out))
        out += block + b"\0" * (len(block) % 2)
    tags = dict(tags)
    tags[324 if tiled else 273] = (4, offsets)
    tags[325 if tiled else 279] = (4, [len(block) for block in blocks])
    entries = b""
    for number, (kind, values) in sorted(tags.items()):
        data = struct.pack(f"{order}{len(values)}{'H' if kind == 3 else 'I'}", *values)
        if len(data) > 4:
            place, data = len(out), data
            out += data + b"\0" * (len(data) % 2)
            data = struct.pack(order + "I", place)
        entries += struct.pack(order + "HHI", number, kind, len(values)) + data.ljust(4, b"\0")
    at = len(out)
    out += struct.pack(order + "H", len(tags)) + entries + b"\0\0\0\0"
    return out[:4] + struct.pack(order + "I", at) + out[8:]


def tiff_tags(bits, photometric, **more):
    tags = {256: (3, [W]), 257: (3, [H]), 258: (3, bits), 259: (3, [1]), 262: (3, [photometric]),
            277: (3, [len(bits)]), 278: (3, [H])}
    tags.update({int(name[1:]): value for name, value in more.items()})
    return tags


def row_block(sample_at, depth, order="<"):
    def line(y):
        samples = [s for x in range(W) for s in sample_at(x, y)]
        return struct.pack(f"{order}{len(samples)}H", *samples) if depth == 16 else packed(samples, depth)
    return b"".join(line(y) for y in range(H))


def make_tiff():
    for depth in (1, 2, 4, 8):
        for name, photometric in (("white", 0), ("black", 1)):
            add(f"{name}{depth}.tif", tiff(tiff_tags([depth], photometric),
                [row_block(lambda x, y: (grey(x, y) >> (8 - depth),), depth)]), "TIFF", bits=depth)
        im = palette(1 << min(depth, 6))
        count = 1 << depth
        colours = (im.getpalette() + [0] * 768)[:count * 3]
        table = [colours[i * 3 + c] * 257 for c in range(3) for i in range(count)]
        index = im.load()
        add(f"palette{depth}.tif", tiff(tiff_tags([depth], 3, t320=(3, table)),
            [row_block(lambda x, y: (index[x, y],), depth)]), "TIFF", bits=depth)
    high = bytes(v for y in range(H) for x in range(W) for v in (grey(x, y),) * 3)
    for tail, order in (("", "<"), ("-big", ">")):
        # Pillow keeps 16 bits of grey and clips them; the high byte is what is right.
        add(f"grey16{tail}.tif", tiff(tiff_tags([16], 1),
            [row_block(lambda x, y: (deep(grey(x, y), x, y),), 16, order)], order),
            "TIFF", bits=16, by_hand=((W, H), high))
        add(f"rgb16{tail}.tif", tiff(tiff_tags([16] * 3, 2),
            [row_block(lambda x, y: [deep(v, x, y) for v in pixel(x, y)], 16, order)], order), "TIFF", bits=16)
    add("rgba16.tif", tiff(tiff_tags([16] * 4, 2, t338=(3, [2])),
        [row_block(lambda x, y: [deep(v, x, y) for v in pixel(x, y) + (alpha_at(x, y),)], 16)]),
        "TIFF", bits=16, alpha=True)
    four = row_block(lambda x, y: pixel(x, y) + (alpha_at(x, y),), 8)
    add("rgba8.tif", tiff(tiff_tags([8] * 4, 2, t338=(3, [2])), [four]), "TIFF", alpha=True)
    add("rgba8-unsaid.tif", tiff(tiff_tags([8] * 4, 2), [four]), "TIFF", alpha=True)
    add("rgbx8.tif", tiff(tiff_tags([8] * 4, 2, t338=(3, [0])), [four]), "TIFF")
    multiplied = row_block(lambda x, y: [v * alpha_at(x, y) // 255 for v in pixel(x, y)] + [alpha_at(x, y)], 8)
    add("rgba8-multiplied.tif", tiff(tiff_tags([8] * 4, 2, t338=(3, [1])), [multiplied]), "TIFF", alpha=True)
    add("greyalpha8.tif", tiff(tiff_tags([8] * 2, 1, t338=(3, [2])),
        [row_block(lambda x, y: (grey(x, y), alpha_at(x, y)), 8)]), "TIFF", alpha=True)
    planes = [row_block(lambda x, y: (pixel(x, y)[c],), 8) for c in range(3)]
    add("planes.tif", tiff(tiff_tags([8] * 3, 2, t284=(3, [2])), planes), "TIFF")
    add("strips.tif", tiff(tiff_tags([8] * 3, 2, t278=(3, [5])),
        [row_block(pixel, 8)[at * W * 3:(at + 5) * W * 3] for at in range(0, H, 5)]), "TIFF")
    tiles = [b"".join(bytes(pixel(x, y)) if x < W and y < H else b"\0\0\0"
                      for y in range(top, top + 16) for x in range(left, left + 16))
             for top in range(0, H, 16) for left in range(0, W, 16)]
    tags = tiff_tags([8] * 3, 2, t322=(3, [16]), t323=(3, [16]))
    del tags[278]
    add("tiles.tif", tiff(tags, tiles, tiled=True), "TIFF")
    add("cmyk8.tif", saved(rgb().convert("CMYK"), "TIFF"), "TIFF")
    for way in ("tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg"):
        add(f"rgb-{way.removeprefix('tiff_')}.tif", saved(rgb(), "TIFF", compression=way), "TIFF")
    add("rgb-predictor.tif", saved(rgb(), "TIFF", compression="tiff_lzw", tiffinfo={317: 2}), "TIFF")
    add("grey-jpeg.tif", saved(rgb().convert("L"), "TIFF", compression="jpeg"), "TIFF")
    for way in ("group3", "group4"):
        add(f"fax-{way}.tif", saved(rgb().convert("1"), "TIFF", compression=way), "TIFF", bits=1)
    # Luma and chroma as they are, no JPEG around them: libtiff translates. Pillow uses another
    # sum for files without compression, so this one is compressed.
    add("ycbcr.tif", saved(rgb().convert("YCbCr"), "TIFF", compression="tiff_lzw"), "TIFF")
    add("turned6.tif", tiff(tiff_tags([8] * 3, 2, t274=(3, [6])), [row_block(pixel, 8)]), "TIFF", turned=True)
    pages = [rgb(), ImageOps.mirror(rgb()), ImageOps.flip(rgb())]
    add("pages.tif", saved(pages[0], "TIFF", save_all=True, append_images=pages[1:]), "TIFF", frames=3)


def make_svg():
    """Not in the table, as Pillow draws none: something to begin with for whoever looks for faults."""
    (OUT / "drawing.svg").write_text(
        '<?xml version="1.0"?>\n<!-- a drawing -->\n<!DOCTYPE svg>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><style>rect{fill:red}</style>'
        '<g id="a"><rect width="5mm" height="5"/></g><text y="9">a &amp; b</text></svg>\n')


def main():
    OUT.mkdir(exist_ok=True)
    for old in OUT.iterdir():
        old.unlink()
    make_png()
    make_jpeg()
    make_webp()
    make_gif()
    make_bmp()
    make_tiff()
    make_svg()
    (HERE / "pictures.txt").write_text("\n".join(rows) + "\n")
    print(len(rows), "pictures,", sum(f.stat().st_size for f in OUT.iterdir()), "bytes")


main()
