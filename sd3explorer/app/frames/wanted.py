"""The frames that are wanted, by their digests."""

from collections.abc import Iterator, Mapping, Sequence

from sd3explorer.walk.recipe import Recipe


class Wanted(Mapping[str, Recipe]):
    """Recipes by their digests, in the order they are wanted, each made when it is asked for.

    Args:
        places: For each digest the frame whose recipe it is, or that recipe.
        recipes: The recipes of all frames.
    """

    def __init__(self, places: Mapping[str, int | Recipe], recipes: Sequence[Recipe]) -> None:
        self._places = places
        self._recipes = recipes

    def __getitem__(self, digest: str) -> Recipe:
        place = self._places[digest]
        return self._recipes[place] if isinstance(place, int) else place

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def after(self, others: Sequence[Recipe]) -> "Wanted":
        """The same ones after others."""
        if not others:
            return self
        return Wanted({recipe.digest: recipe for recipe in others} | dict(self._places), self._recipes)
