"""Contact sheets: 64 prompts at a glance, and eight walks."""

import numpy as np
from PIL import Image, ImageDraw

from .sampling import Frame, Sampler

# The last one is the empty prompt.
PROMPT_TEXT = """
a 3d dog on a teal background | a puppy | a flat cat face on a purple background | a kitten, 3d |
a fox on a teal background | a red apple | pizza, flat | a 3d hamburger on a yellow background | castle |
a flat rocket on a black background | a sunflower | grinning face, 3d, purple background |
a snowman on a sky blue background | guitar | an octopus, flat | a bus on a pink background |
a 3d panda on a green background | a lion | a unicorn on a pink background | a flat owl | penguin, 3d |
a flat koala on an orange background | a tiger face on a white background | a pig |
a 3d strawberry on a cream background | two flat foxes | a small dog in the top left corner | bananas |
three 3d owls on a purple background | a dog and a cat on a yellow background | a big pumpkin | a cake |
a flat ghost on a black background | a robot | an alien, flat, green background | a skull |
a 3d car on a gray background | a blue heart on a white background | a bicycle | a helicopter |
a flat whale on a sky blue background | a dolphin, 3d | a crab on a cream background | a snail | a tree |
a palm tree on an orange background | a 3d cactus on a red background | a rose |
coffee on a brown background | a beer | a birthday cake, flat, pink background | a 3d doughnut |
a glossy 3d crown on a purple background | a gift | a camera | a golden key on a black background |
A cute dog in a beautiful field of flowers, perfect lighting, film grain | a photo of a dragon, 4k |
a house at night, on a black background | a volcano, flat, red background |
something nobody has ever seen | a green elephant on a red background | a zebra
"""
PROMPTS = (*(text.strip() for text in PROMPT_TEXT.split("|")), "")
WALKS = (
    ("a 3d dog face on a sky blue background", "a 3d cat face on a cream background"),
    ("a flat fox on a red background", "a flat fox on a blue background"),
    ("a flat owl on a teal background", "a 3d owl on a teal background"),
    ("a castle on a sky blue background", "a castle on a black background"),
    ("a red apple", "a green apple"),
    ("a 3d grinning face on a yellow background", "a 3d skull on a black background"),
    ("a flat rocket on a purple background", "a flat whale on a teal background"),
    ("a sunflower on a cream background", "a 3d lion on an orange background"),
)
COLUMNS, STEPS_OF_A_WALK = 8, 8
LINE = 26


def prompts(sampler: Sampler) -> Image.Image:
    """The pictures of `PROMPTS`, each over its prompt."""
    made = sampler([Frame(text, seed) for seed, text in enumerate(PROMPTS)])
    return grid(made, [text or "(nothing)" for text in PROMPTS])


def walks(sampler: Sampler) -> Image.Image:
    """A row for each of `WALKS`, with one noise each."""
    frames = [
        Frame(first, seed, last, step / (STEPS_OF_A_WALK - 1))
        for seed, (first, last) in enumerate(WALKS)
        for step in range(STEPS_OF_A_WALK)
    ]
    words = [(text if end else "") for walk in WALKS for text, end in ends(walk)]
    return grid(sampler(frames), words)


def ends(walk: tuple[str, str]) -> list[tuple[str, bool]]:
    """The two prompts where a row of a walk begins and ends, nothing between them."""
    return [(walk[0], True), *[("", False)] * (STEPS_OF_A_WALK - 2), (walk[1], True)]


def grid(made: np.ndarray, words: list[str]) -> Image.Image:
    """Pictures in rows of eight, each with some words below."""
    side = made.shape[1]
    rows = -(-len(made) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * side, rows * (side + LINE)), "white")
    pen = ImageDraw.Draw(sheet)
    for index, (picture, text) in enumerate(zip(made, words, strict=True)):
        left, top = index % COLUMNS * side, index // COLUMNS * (side + LINE)
        sheet.paste(Image.fromarray(picture), (left, top))
        for row, line in enumerate(wrapped(text)):
            pen.text((left + 2, top + side + 12 * row), line, fill="black", font_size=9)
    return sheet


def wrapped(text: str, width: int = 27) -> list[str]:
    """At most two lines of it."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines[:2]
