"""Emoji as pictures: each of a set's drawings, 128 × 128 with transparency, in a PNG of its own."""

import functools
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from .registry import Package, read_json
from .things import THINGS

SIDE = 128

# The set that is only ever looked at to measure the VAE: nothing is trained on it.
UNSEEN = "noto-old"

# The share of a drawing's side that stays empty around it.
MARGIN = 0.04


@dataclass(frozen=True, slots=True)
class EmojiSet:
    """Drawings by one hand.

    Args:
        name: Of the folder with its pictures.
        package: Where the drawings are.
    """

    name: str
    package: Package


SETS = (
    EmojiSet(
        "twemoji",
        Package(
            "@iconify-json/twemoji",
            "1.2.5",
            "uKpuIEV0v6K5BW3Mjdyl+XKFVAbbcPxAgifKvEMtZoUZB5+YiY5zaMm2uNNCxyXzAWU9yNLlj41WU6/mvgALsw==",
        ),
    ),
    EmojiSet(
        "fluent",
        Package(
            "@iconify-json/fluent-emoji",
            "1.2.7",
            "D8G6bKAyIsyxP1rzZtIWr/gg/fO4Rg1+DyCWlfqKK4h8W+4Em/Y0P6QYgJUQTlUcagzJvSyg+9OBv4hz4Hc/QA==",
        ),
    ),
    EmojiSet(
        "fluent-flat",
        Package(
            "@iconify-json/fluent-emoji-flat",
            "1.2.6",
            "RY47RgPb47fYUiyrA64sIOL0+UU02s29sXpNBbIQRBUlPlfNFTKUmZDERGuxDs/7yNGWqQYvuaSYM1M4fRXlUw==",
        ),
    ),
    EmojiSet(
        "fluent-ink",
        Package(
            "@iconify-json/fluent-emoji-high-contrast",
            "1.2.6",
            "esqhZPpkrF7sNX3NsLoh8KW64okEr/bzko7WNnFP+qTJGAqDPDYjp0925yxuivXy3HtVQB8xhIKu3+Nq1byX5w==",
        ),
    ),
    EmojiSet(
        "noto",
        Package(
            "@iconify-json/noto",
            "1.2.9",
            "DQiuXENbun41ch+XPSV55H9FaWKpHTyz46YIKtSaKYD4fIDDzL1tR6H4np/T38jfrTAeI3rcKF0mqHYeZVAuaw==",
        ),
    ),
    EmojiSet(
        "noto-old",
        Package(
            "@iconify-json/noto-v1",
            "1.2.5",
            "/DsVMius69Q0fRS53z7QK1TROSuar606jiIx+laXtdsYGMXpf6LtHBx6CGfoo3UHHb/XpBsw+1L1x3eyPqMuVA==",
        ),
    ),
)
NAMES = Package(
    "unicode-emoji-json",
    "0.9.0",
    "HdrQW/7SdbXUsTd8uTATv7LvQJkCSgbAgRCDCtOhQ6xn3EAx+xZHQtRniOXWJK3ywIqPegkNhP4U4EbuFsiQng==",
)
KEYWORDS = Package(
    "emojilib",
    "4.0.3",
    "KbWiYre9aRSaPbHrHZIz9zmoM+21LAsK1VFJtnTh1VCtWE/rNMDviGhQTmselFl95dhqtGlY22iH0leG5BuW0g==",
)


def slug(name: str) -> str:
    """The name as the sets write it: "dog face" is "dog-face"."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("’", "")).strip("-")


def render_all(work: Path) -> None:
    """Renders what isn't rendered yet into `work/pictures/SET/SLUG.png`, the known things first.

    Also writes `work/keywords.json`, a sorted list of words that people say of emoji.
    """
    archives = work / "archives"
    emoji = {
        slug(entry["name"]): symbol
        for symbol, entry in read_json(NAMES, archives, "data-by-emoji.json").items()
        if entry["group"] != "Flags"
    }
    keywords = read_json(KEYWORDS, archives, "dist/emoji-en-US.json")
    words = {word.replace("_", " ") for symbol in emoji.values() for word in keywords.get(symbol, [])}
    (work / "keywords.json").write_text(json.dumps(sorted(word for word in words if word.isascii())))
    known = [slug(thing) for thing in THINGS]
    icons = {emoji_set.name: read_json(emoji_set.package, archives, "icons.json") for emoji_set in SETS}
    for slugs in (known, sorted(emoji.keys() - set(known))):
        for name, icon_set in icons.items():
            count = sum(1 for _ in render_set(icon_set, slugs, work / "pictures" / name))
            print(f"{name}: {count} pictures", flush=True)


def render_set(icon_set: dict[str, Any], slugs: list[str], folder: Path) -> Iterator[Path]:
    """Renders those of a set's drawings that the set has.

    Yields:
        Each picture's file, written now or before.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in slugs:
        file = folder / f"{name}.png"
        icon = icon_set["icons"].get(name) or icon_set["icons"].get(
            icon_set.get("aliases", {}).get(name, {}).get("parent")
        )
        if icon is None:
            continue
        if not file.exists():
            picture = draw(icon, icon_set)
            if picture is None:
                print(f"{name} can't be drawn", flush=True)
                continue
            part = file.with_suffix(".part")
            picture.save(part, format="PNG", optimize=True)
            part.replace(file)
        yield file


def draw(icon: dict[str, Any], icon_set: dict[str, Any]) -> Image.Image | None:
    """One drawing of an icon set as RGBA, `SIDE` pixels a side, with a margin.

    Returns:
        The picture, or None where resvg fails at it or nothing is to be seen on it.
    """
    import resvg_py

    width, height = (icon.get(key, icon_set.get(key, 16)) for key in ("width", "height"))
    side = max(width, height)
    left = icon.get("left", 0) - (side - width) / 2 - MARGIN * side
    top = icon.get("top", 0) - (side - height) / 2 - MARGIN * side
    view = (1 + 2 * MARGIN) * side
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="{left} {top} {view} {view}" width="{SIDE}" height="{SIDE}">{icon["body"]}</svg>'
    )
    try:
        png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=SIDE, height=SIDE, skip_system_fonts=True))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # resvg's own failures are no `Exception`s
        return None
    picture = Image.open(io.BytesIO(png)).convert("RGBA")
    return picture if picture.getextrema()[3][1] else None


@functools.lru_cache(1024)
def load(work: Path, set_name: str, name: str) -> np.ndarray | None:
    """A rendered picture as uint8 (SIDE, SIDE, 4), or None where the set has no such drawing."""
    file = work / "pictures" / set_name / f"{name}.png"
    if not file.exists():
        return None
    with Image.open(file) as picture:
        return np.asarray(picture.convert("RGBA"))


def rendered(work: Path, set_name: str) -> list[str]:
    """The names of a set's rendered pictures."""
    return sorted(file.stem for file in (work / "pictures" / set_name).glob("*.png"))


def held_out(name: str) -> bool:
    """Whether a drawing is kept away from the VAE's training, to measure on it: every twelfth name.

    By a checksum of the name, so that it doesn't depend on what else there is. Things the model must know
    are never held out.
    """
    known = {slug(thing) for thing in THINGS}
    return name not in known and sum(name.encode()) % 12 == 0


def negative(rgba: np.ndarray) -> np.ndarray:
    """Drawings, uint8 (..., 4), with white for black and black for white."""
    return np.concatenate([255 - rgba[..., :3], rgba[..., 3:]], -1)


def on_colour(rgba: np.ndarray, colour: np.ndarray) -> np.ndarray:
    """Lays pictures on a colour.

    Args:
        rgba: uint8 (..., 4).
        colour: 0 to 255, to be broadcast to (..., 3).

    Returns:
        float32 (..., 3), 0 to 255.
    """
    alpha = rgba[..., 3:].astype(np.float32) / 255
    return rgba[..., :3] * alpha + np.asarray(colour, np.float32) * (1 - alpha)
