"""Makes the site's font files in public/fonts: subsets, renamed because the licence reserves "Source".

usage: python3 subsetFonts.py SOURCES OUT      (needs fonttools and brotli)

SOURCES holds three unpacked npm packages: serif/ (source-serif 4.5.1), sans/ (source-sans 3.52.0) and
stix/ (@fontsource/stix-two-math 5.3.0). A letter that the site needs and the subset lacks is added below.
"""

import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCES, OUT = sys.argv[1:3]


def letters(*ranges):
    return "".join(chr(code) for first, last in ranges for code in range(first, last + 1))


ASCII = letters((0x20, 0x7E))
ACCENTED = letters((0xA0, 0xFF)) + "ŁłŚśŠšŽžČčŞşĞğİıŒœŌōŪū\u0302"
SPACES = "\u00a0\u2009\u200a\u202f"
SIGNS = "–—‘’“”…†‡′″‰‹›−×÷±≈≠≤≥∞√→←↑↓↗·•№€"
GREEK = "ΔΣΩαβγδεηθκλμνπρστφχω"
TEXT = ASCII + ACCENTED + SPACES + SIGNS + GREEK
PLAIN = ASCII + "\u00a0\u202f–—‘’“”…×−±·→½éèüöäßρστ"
FIGURES = TEXT + "▲▼△▽◆●○✓"
BOLD = PLAIN + "≈≤≥μ↑↓▲▼"

ITALICS = letters((0x1D434, 0x1D467), (0x1D6FC, 0x1D715)) + "\u210e\U0001d6e5\U0001d6f4\U0001d6fa"
OPERATORS = "ℒℓ∂∑∏∫√∞≈≠≤≥≪≫±×÷−·⋅∈∝→←⇒∼…⋯ˆ¯˜˙′∣∥⟨⟩⌊⌋\u0302\u0303\u0304\u2061\u2062\u2009\u00a0ΔΣΩ"
GROWING = "()[]{}|√∑∏∫ˆ¯˜/\u0302\u0303\u0304"

BASIC = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "case"]
BOOKISH = [*BASIC, "onum", "pnum", "lnum"]


def cut(font, text, features):
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    worker = subset.Subsetter(options)
    worker.populate(text=text)
    worker.subset(font)


def save(font, name):
    font.flavor = "woff2"
    path = os.path.join(OUT, name + ".woff2")
    font.save(path)
    print(name, os.path.getsize(path), "bytes")


def make(path, name, family, style, text, features):
    font = TTFont(os.path.join(SOURCES, path), recalcTimestamp=False)
    cut(font, text, features)
    # Copyright and licence stay; every name that holds the reserved one goes.
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 13, 14)]
    full = f"{family} {style}"
    postscript = f"{family.replace(' ', '')}-{style}"
    for name_id, value in {1: family, 2: style, 3: full, 4: full, 6: postscript}.items():
        table.setName(value, name_id, 3, 1, 0x409)
    save(font, name)


def make_math():
    path = "stix/package/files/stix-two-math-latin-400-normal.woff2"
    font = TTFont(os.path.join(SOURCES, path), recalcTimestamp=False)
    variants = font["MATH"].table.MathVariants
    cmap = font.getBestCmap()
    growing = {cmap.get(ord(letter)) for letter in GROWING}
    for direction in ("Vert", "Horiz"):
        coverage = getattr(variants, direction + "GlyphCoverage")
        forms = zip(coverage.glyphs, getattr(variants, direction + "GlyphConstruction"))
        kept = [(glyph, form) for glyph, form in forms if glyph in growing]
        coverage.glyphs = [glyph for glyph, _ in kept]
        setattr(variants, direction + "GlyphConstruction", [form for _, form in kept])
        setattr(variants, direction + "GlyphCount", len(kept))
    cut(font, ASCII + ITALICS + OPERATORS, ["ccmp", "kern"])
    save(font, "math")


SERIF = "serif/package/TTF/SourceSerif4"
SANS = "sans/package/TTF/SourceSans3"
make(SERIF + "-Regular.ttf", "serif-regular", "Observatory Serif", "Regular", TEXT, BOOKISH)
make(SERIF + "-It.ttf", "serif-italic", "Observatory Serif", "Italic", PLAIN, BOOKISH)
make(SERIF + "-Semibold.ttf", "serif-semibold", "Observatory Serif", "Semibold", PLAIN, BOOKISH)
make(SERIF + "Display-Regular.ttf", "display-regular", "Observatory Display", "Regular", PLAIN, BOOKISH)
make(SANS + "-Regular.ttf", "sans-regular", "Observatory Sans", "Regular", FIGURES, BASIC)
make(SANS + "-Semibold.ttf", "sans-semibold", "Observatory Sans", "Semibold", BOLD, BASIC)
make_math()
