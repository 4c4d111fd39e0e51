"""What people might type to get a scene."""

import re

import numpy as np

from .scenes import Scene
from .things import INK, OTHER_WORDS_FOR_COLOURS, PLURALS, THINGS

# How often the caption of a plain scene is empty, so that the denoiser also learns pictures without a prompt
# (for guidance). Composed scenes always have one, and what is in ink: so an empty prompt gives one whole
# thing in colours, and guidance leads away from that.
DROPOUT = 0.3
# How often the style is left open. That of ink never is: who names no style gets colours.
STYLELESS = 0.25
# How often words are strewn in that the picture doesn't show, how often a long frame is put around it, and
# how often a long sentence that is made up on the spot.
STREWN, FRAMED, SURROUNDED = 0.12, 0.1, 0.4
# How often a single thing is spoken of in the plural, as in "bananas".
PLURAL = 0.08
# How often a small thing's place is left open.
VAGUE = 0.2
VAGUE_PLACES = {
    "in the distance": "",
    **{
        f"in the {end} {side} corner": " in the corner"
        for end in ("top", "bottom")
        for side in ("left", "right")
    },
}
# How often a colour is called by another word for it, where there is one.
OTHER_COLOURS = 0.25

FILLER_TEXT = """
cute beautiful perfect lighting colorful tiny happy nice film grain photo picture of the in style with
and field everywhere at very detailed artwork painting watercolor drawing sketch shiny lovely old new
realistic fluffy cinematic portrait sharp focus bokeh 4k hd wonderful soft warm light modern
"""
FILLERS = tuple(FILLER_TEXT.split())
FRAMES = (
    "a photo of {}, golden hour, sharp focus, film grain",
    "a beautiful photograph of {}, perfect lighting",
    "{} in a beautiful field of flowers, colorful, perfect lighting, film grain",
    "{}, highly detailed, cinematic lighting, award winning photography",
    "a portrait of {}, shallow depth of field, bokeh, 4k",
    "an oil painting of {} by a famous artist",
    "please draw me {}",
    "I would like to see {}",
    "picture of {}, trending, masterpiece",
    "emoji of {}",
    "icon of {}",
    "a close look at {}, studio light, highly detailed",
)
OPENINGS = (
    "a photo of",
    "a picture of",
    "a painting of",
    "an old drawing of",
    "a poster with",
    "a dreamy image of",
    "there is",
    "imagine",
    "behold",
    "once upon a time there was",
    "my friend has",
    "we saw",
    "the story of",
    "award winning shot of",
    "gorgeous",
    "a gigantic",
    "a sad",
    "the quick",
)
ADDITIONS = (
    "golden hour",
    "film grain",
    "at dawn",
    "under the stars",
    "in the snow",
    "by the sea",
    "in a dark forest",
    "on a busy street",
    "on a wooden table",
    "next to a window",
    "for my daughter",
    "wide shot",
    "volumetric light",
    "hyperrealistic",
    "award winning",
    "concept art",
    "digital art",
    "matte painting",
    "in the style of an old master",
    "50mm",
    "f1.8",
    "iso 200",
    "unreal engine",
    "highly detailed",
    "cinematic",
    "foggy morning",
    "pastel tones",
    "made of wool",
    "jumping over a fence",
    "sleeping on a sofa",
    "dancing in the kitchen",
    "trending",
)
WORDS_FOR_STYLES = {
    "flat": ("flat", "flat", "flat", "2d"),
    "3d": ("3d", "3d", "3d", "glossy 3d"),
    INK: ("ink", "ink", "ink", "black and white", "line art"),
}
WITHOUT_STYLE = "{article}{thing}{on}"
PLAIN = (
    "{article}{style} {thing}{on}",
    "{thing}, {style}{comma}",
    "{article}{style} {thing}{comma}",
)


def caption(scene: Scene, rng: np.random.Generator, strange: tuple[str, ...] = ()) -> str:
    """One of the many captions of a scene; for a plain one in colours, now and then none.

    Args:
        scene: What the picture shows.
        rng: Chooses.
        strange: More words that the picture doesn't show, to be strewn in now and then.
    """
    if scene.plain and scene.style != INK and rng.random() < DROPOUT:
        return ""
    text = describe(scene, rng)
    if rng.random() < STREWN:
        words = text.split(" ")
        for _ in range(rng.integers(1, 4)):
            source = strange if strange and rng.random() < 0.3 else FILLERS
            words.insert(int(rng.integers(len(words) + 1)), source[rng.integers(len(source))])
        text = " ".join(words)
    elif rng.random() < FRAMED:
        text = pick(FRAMES, rng).format(text)
    elif rng.random() < SURROUNDED:
        text = surround(text, rng, strange)
    return text


def surround(text: str, rng: np.random.Generator, strange: tuple[str, ...] = ()) -> str:
    """The text in a long sentence of phrases and words by chance, none of which the picture shows."""

    def phrase(phrases: tuple[str, ...]) -> str:
        if rng.random() < 0.5:
            return pick(phrases, rng)
        source = strange if strange and rng.random() < 0.7 else FILLERS
        return " ".join(pick(source, rng) for _ in range(rng.integers(1, 4)))

    if rng.random() < 0.6:
        text = f"{phrase(OPENINGS)} {text}"
    for _ in range(rng.integers(0, 4)):
        text = f"{text}{pick((' ', ', ', ', '), rng)}{phrase(ADDITIONS)}"
    return text


def describe(scene: Scene, rng: np.random.Generator, vague: float = VAGUE) -> str:
    """The scene in words, without anything strewn in.

    A white background is mostly not spoken of, so that it is what one gets without asking.

    Args:
        scene: What the picture shows.
        rng: Chooses.
        vague: How often a small thing's place is left open: "in the corner", or nothing for its usual place.
    """
    silent = scene.colour == "white" and rng.random() < 0.75
    colour = scene.colour
    if colour in OTHER_WORDS_FOR_COLOURS and rng.random() < OTHER_COLOURS:
        colour = pick(OTHER_WORDS_FOR_COLOURS[colour], rng)
    on = pick((" on a {} background", " on {}", " with a {} background"), rng).format(colour)
    comma = f", {colour} background"
    if silent:
        on = comma = ""
    style = pick(WORDS_FOR_STYLES[scene.style], rng)
    things = [name(figure.thing, rng) for figure in scene.figures]
    first = things[0]
    if scene.plain:
        article = "a " if rng.random() < 0.6 else ""
        if not article and rng.random() < PLURAL:
            first = plural(first)
        form = WITHOUT_STYLE if scene.style != INK and rng.random() < STYLELESS else pick(PLAIN, rng)
        return with_articles(form.format(article=article, thing=first, style=style, on=on, comma=comma))
    style = f"{style} " if scene.style == INK or rng.random() < 0.7 else ""
    if scene.place in ("two", "three"):
        return with_articles(f"{scene.place} {style}{plural(first)}{on}")
    if scene.place == "pair":
        beside = pick(("and", "and", "next to", "beside"), rng)
        return with_articles(f"a {style}{first} {beside} a {things[1]}{on}")
    if scene.place == "close-up":
        text = pick(("a close-up of a {}{}{}", "a big {}{}{}", "a huge {}{}{}"), rng)
        return with_articles(text.format(style, first, on))
    place = f" {scene.place}"
    if rng.random() < vague:
        place = VAGUE_PLACES.get(scene.place, place)
    return with_articles(f"a {pick(('small', 'tiny', 'little'), rng)} {style}{first}{place}{on}")


def prompt(scene: Scene) -> str:
    """The plainest caption of a plain scene: "a flat dog face on a teal background"."""
    return with_articles(f"a {scene.style} {scene.figures[0].thing} on a {scene.colour} background")


def name(thing: str, rng: np.random.Generator) -> str:
    """What someone calls the thing: its name half of the time, or another word for it."""
    others = THINGS[thing]
    return pick(others, rng) if others and rng.random() < 0.5 else thing


def plural(words: str) -> str:
    """More than one of it: "fox" is "foxes"."""
    if words in PLURALS:
        return PLURALS[words]
    if " of " in words:
        head, _, rest = words.partition(" of ")
        return f"{plural(head)} of {rest}"
    if words.endswith("s") and not words.endswith(("ss", "us")):
        return words
    if words.endswith(("s", "x", "ch", "sh")):
        return f"{words}es"
    if words.endswith("y") and words[-2] not in "aeiou":
        return f"{words[:-1]}ies"
    return f"{words}s"


def with_articles(text: str) -> str:
    """The text with "an" for "a" where English wants it."""
    return re.sub(r"\ba (?=[aeiou])(?!uni|ufo)", "an ", text)


def pick(options: tuple[str, ...], rng: np.random.Generator) -> str:
    """One of them."""
    return options[rng.integers(len(options))]
