"""Draws what the starter model knows, for the list of its words: `python packaging/word_pictures.py`."""

from collections.abc import Iterator
from dataclasses import replace

from PIL import Image as PillowImage

from sd3explorer.presets.catalog import STARTER
from sd3explorer.presets.locate import locate
from sd3explorer.presets.words import COLUMNS, SIDE, word_pictures
from sd3explorer.render.local import LocalRenderer
from sd3explorer.render.messages import EngineSettings, Image, Rendered
from sd3explorer.walk.model import Model
from sd3explorer.walk.paths import Hold, Prompts
from sd3explorer.walk.recipe import Recipe
from sd3explorer.walk.walk import Walk

PRECISION = "float32"
AT_ONCE = 8


def main() -> None:
    """Writes one picture, with a tile for each word, row by row in the order of the vocabulary."""
    preset = locate(STARTER.name)
    assert preset is not None
    vocabulary = preset.vocabulary()
    assert vocabulary is not None
    walk, facts = Walk(model=Model(STARTER.name)), preset.facts(PRECISION)
    paths = [Hold(Prompts(f"a 3d {word} on a white background")) for word in vocabulary.words]
    recipes = [replace(walk, path=path).recipe(0, facts) for path in paths]
    renderer = LocalRenderer(EngineSettings(preset, preset.image_size, PRECISION))
    sheet = PillowImage.new("RGB", (COLUMNS * SIDE, -(-len(recipes) // COLUMNS) * SIDE), "white")
    for number, image in enumerate(pictures(renderer, recipes)):
        tile = PillowImage.fromarray(image).resize((SIDE, SIDE), PillowImage.Resampling.LANCZOS)
        row, column = divmod(number, COLUMNS)
        sheet.paste(tile, (column * SIDE, row * SIDE))
    target = word_pictures(vocabulary.words)
    sheet.save(target, quality=80, method=6)
    print(f"{target}: {target.stat().st_size:,} bytes")


def pictures(renderer: LocalRenderer, recipes: list[Recipe]) -> Iterator[Image]:
    """The pictures of recipes, in their order."""
    for first in range(0, len(recipes), AT_ONCE):
        batch = recipes[first : first + AT_ONCE]
        events = list(renderer.render([batch]))
        images = {event.recipe.digest: event.image for event in events if isinstance(event, Rendered)}
        yield from (images[recipe.digest] for recipe in batch)


if __name__ == "__main__":
    main()
