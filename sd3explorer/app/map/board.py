"""What is on the map: pins, how they are mixed, and the route that is drawn over them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from sd3explorer.app.prompt_names import DOT, short_names, with_percentages
from sd3explorer.app.texts import translate
from sd3explorer.walk.limits import MAX_PINS
from sd3explorer.walk.map.layout import CORNERS, Points, arranged, circle, rearranged
from sd3explorer.walk.map.mixing import Layout, mix_at
from sd3explorer.walk.map.route import blend_along, length, middle, place_on
from sd3explorer.walk.mix import Mix
from sd3explorer.walk.paths import Blend, Grid, Keyframe, Morph, Pin, Place, Weights
from sd3explorer.walk.pictures import KeyframePicture
from sd3explorer.walk.recipe import Picture, Prompt, shares
from sd3explorer.walk.walk import Walk

# How far noises of two seeds are apart, and two pictures, as if prompts were: near, but not the same place.
# The model has no words for pictures that could be measured beside prompts.
SEED_DISTANCE, PICTURE_DISTANCE = 0.1, 0.4
# A smaller share isn't named: it would be none of a hundred.
LEAST_NAMED = 0.005
# A shorter route is a slip of the hand.
LEAST_LENGTH = 0.01


@dataclass(frozen=True, slots=True)
class BoardPin:
    """A pin, and what the map knows of it.

    Args:
        pin: The pin; without a place until its distances are known.
        held: Whether it was put where it is by hand.
        added: Whether it was put on the map, and isn't of the walk.
    """

    pin: Pin
    held: bool = False
    added: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """What is on the map.

    Args:
        pins: The pins.
        layout: How they are mixed.
        strokes: The route, in the stretches in which it was drawn.
        closed: Whether it leads back to its start.
    """

    pins: tuple[BoardPin, ...] = ()
    layout: Layout = Layout.MAP
    strokes: tuple[tuple[Place, ...], ...] = ()
    closed: bool = False

    @property
    def places(self) -> list[Place]:
        """Where the pins are: corners in a square, a circle while nothing else is known."""
        around = circle(len(self.pins))
        places = [each.pin.place or around[number] for number, each in enumerate(self.pins)]
        return [*CORNERS, *places[len(CORNERS) :]] if self.layout is Layout.SQUARE else places

    @property
    def shown(self) -> int:
        """How many pins count: in a square the first four."""
        return len(CORNERS) if self.layout is Layout.SQUARE else len(self.pins)

    @property
    def can_be_square(self) -> bool:
        """Whether there are four pins for the corners."""
        return len(self.pins) >= len(CORNERS)

    @property
    def route(self) -> list[Place]:
        """The whole route; no place twice in a row."""
        line: list[Place] = []
        for place in (place for stroke in self.strokes for place in stroke):
            if not line or line[-1] != place:
                line.append(place)
        return line

    @property
    def has_route(self) -> bool:
        """Whether the route leads anywhere."""
        return length(self.route) >= LEAST_LENGTH

    @property
    def room(self) -> int:
        """How many more pins there is room for."""
        return MAX_PINS - len(self.pins)

    def names(self) -> list[str]:
        """What the pins are called."""
        prompts = tuple(Prompt.of(each.pin.prompt).marked for each in self.pins)
        # A picture may have no prompt, which tells none of the others apart.
        names = short_names(tuple(prompt for prompt in prompts if prompt))
        found: list[str] = []
        for each, prompt in zip(self.pins, prompts, strict=True):
            name = names.get(prompt) or translate("Preview", "no prompt")
            if each.pin.picture is not None:
                with_picture = translate("Map", "{0} · picture")
                name = with_picture.format(name) if prompt else translate("Map", "picture")
            seed = translate("Map", "{0} · seed {1}").format(name, each.pin.seed)
            found.append(name if each.pin.seed is None else seed)
        return found

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Those of its pins, each once."""
        shown = (each.pin.picture for each in self.pins)
        return tuple(dict.fromkeys(picture.picture for picture in shown if picture is not None))

    def described(self, place: Place) -> str:
        """What is mixed at a place, in words: "dog 35 % · cat 65 %"."""
        mixed = zip(self.names(), self.mix(place), strict=False)
        shown = [(name, weight) for name, weight in mixed if weight >= LEAST_NAMED]
        return with_percentages([name for name, _ in shown], [weight for _, weight in shown], DOT)

    def mix(self, place: Place) -> tuple[float, ...]:
        """How much of each pin a place shows."""
        return mix_at(place, self.places, self.layout)

    def walk_at(self, walk: Walk, place: Place) -> Walk:
        """The walk all of whose frames show the mix of a place."""
        # Hundredths, so that who comes back to a place finds its picture.
        weights = tuple(round(weight, 2) for weight in self.mix(place))
        still = Weights(weights if any(weights) else self.mix(place))
        return replace(walk, path=Blend(self._all_pins(), (still, still)), placement=None)

    def blend(self) -> Blend:
        """The path along the route, which leads somewhere."""
        return blend_along(self.route, self._all_pins(), self.places, self.layout, self.closed)

    def with_pins(self, pins: Sequence[Pin]) -> "Board":
        """The board with more pins, as many as there is room for, without those that are there already."""
        known = {_essence(each.pin) for each in self.pins}
        new = {_essence(pin): pin for pin in pins if _essence(pin) not in known}
        added = [BoardPin(pin, added=True) for pin in new.values()]
        return replace(self, pins=(*self.pins, *added[: self.room]))

    def with_another_seed(self, number: int, seed: int) -> "Board":
        """The board with a pin again, with a noise of its own.

        Args:
            number: The pin.
            seed: Of the noise.
        """
        return self.with_pins([replace(self.pins[number].pin, seed=seed, place=None)])

    def without(self, number: int) -> "Board":
        """The board without a pin; its route stays where it is."""
        pins = (*self.pins[:number], *self.pins[number + 1 :])
        square = self.layout is Layout.SQUARE and len(pins) >= len(CORNERS)
        return replace(self, pins=pins, layout=Layout.SQUARE if square else Layout.MAP)

    def with_pin_at(self, number: int, place: Place) -> "Board":
        """The board with a pin moved by hand."""
        each = self.pins[number]
        moved = replace(each, pin=replace(each.pin, place=place), held=True)
        return replace(self, pins=(*self.pins[:number], moved, *self.pins[number + 1 :]))

    def placed(self, angles: Points) -> "Board":
        """The board with places for all pins that have none."""
        places = arranged(self._distances(angles), [each.pin.place for each in self.pins])
        return self._with_places(places)

    def arranged_anew(self, angles: Points) -> "Board":
        """The board with all pins where they belong, but for those that were put where they are by hand."""
        held = [each.held for each in self.pins]
        return self._with_places(rearranged(self._distances(angles), self.places, held))

    def place_of(self, walk: Walk, index: int) -> Place | None:
        """Where a frame of the walk is on the map; None where it shows what isn't on it."""
        path = walk.path
        if isinstance(path, Blend) and all(each.place for each in path.keyframes):
            line = path if walk.placement is None else path.without_easings()
            return place_on(line, walk.place(index), walk.frame_count)
        if isinstance(path, Morph):
            on_way = self._place_between(walk, path, index)
            if on_way is not None:
                return on_way
        places: dict[str, Place] = {}
        for each, place in zip(self.pins, self.places, strict=True):
            places.setdefault(Prompt.of(each.pin.prompt).marked, place)
        mixed = shares(walk.embeddings(index).positive)
        if not mixed.keys() <= places.keys():
            return None
        return middle(tuple(mixed.values()), [places[text] for text in mixed])

    def _place_between(self, walk: Walk, path: Morph, index: int) -> Place | None:
        """Where a frame of a morph is, on the way from a keyframe's pin to the next one's."""
        line = path if walk.placement is None else path.without_easings()
        number, progress = line.tempo(walk.frame_count).progress(walk.place(index))
        places = {_essence(each.pin): place for each, place in zip(self.pins, self.places, strict=True)}
        ends = [line.keyframes[number], line.keyframes[(number + 1) % len(line.keyframes)]]
        found = [places.get(_essence(_pin_of(each))) if _is_pin(each) else None for each in ends]
        start, end = found
        share = float(progress)
        return None if start is None or end is None else middle((1.0 - share, share), (start, end))

    def _all_pins(self) -> tuple[Pin, ...]:
        return tuple(each.pin for each in self.pins)

    def _with_places(self, places: Sequence[Place]) -> "Board":
        pairs = zip(self.pins, places, strict=True)
        return replace(
            self, pins=tuple(replace(each, pin=replace(each.pin, place=place)) for each, place in pairs)
        )

    def _distances(self, angles: Points) -> Points:
        away = np.asarray(angles, np.float64) ** 2
        away += SEED_DISTANCE**2 * _differ([each.pin.seed for each in self.pins])
        away += PICTURE_DISTANCE**2 * _differ([each.pin.picture for each in self.pins])
        return np.sqrt(away)


def board_of(walk: Walk, before: Board) -> Board:
    """The map of a walk.

    Args:
        walk: The walk.
        before: What was on the map: places and routes stay, and so do pins that were added to it.
    """
    known = {_essence(each.pin): each for each in before.pins}
    pins: dict[tuple[object, ...], BoardPin] = {}
    for pin in _pins_of(walk):
        there = known.get(_essence(pin), BoardPin(pin))
        # Where they were drawn, pins of a blend belong; what was moved since was moved for a reason.
        place = there.pin.place or pin.place
        pins.setdefault(_essence(pin), replace(there, pin=replace(pin, place=place), added=False))
    for each in before.pins:
        if each.added:
            pins.setdefault(_essence(each.pin), each)
    found = tuple(pins.values())[:MAX_PINS]
    return Board(found, _layout(walk, before, len(found)), before.strokes, before.closed)


def _layout(walk: Walk, before: Board, pins: int) -> Layout:
    match walk.path:
        case Grid(corners=corners) if len(set(corners)) == len(CORNERS):
            return Layout.SQUARE
        case Blend(pins=known) if tuple(pin.place for pin in known[: len(CORNERS)]) == CORNERS:
            return Layout.SQUARE
        case _:
            return before.layout if before.pins and pins >= len(CORNERS) else Layout.MAP


def _pins_of(walk: Walk) -> list[Pin]:
    path = walk.path
    if isinstance(path, Blend):
        return list(path.pins)
    if isinstance(path, Morph):
        return [_pin_of(each) for each in path.keyframes if _is_pin(each)]
    return [Pin(each.prompt, each.negative_prompt) for each in path.prompts]


def _is_pin(keyframe: Keyframe) -> bool:
    """Whether it has a place of its own: not only one between others."""
    return keyframe.mix is None or isinstance(keyframe.picture, KeyframePicture)


def _pin_of(keyframe: Keyframe) -> Pin:
    return Pin(
        keyframe.prompt,
        keyframe.negative_prompt,
        keyframe.seed if isinstance(keyframe.seed, int) else None,
        picture=None if isinstance(keyframe.picture, Mix) else keyframe.picture,
    )


def _differ(values: Sequence[object]) -> Points:
    return np.array([[one != other for other in values] for one in values], np.float64)


def _essence(pin: Pin) -> tuple[object, ...]:
    return pin.prompt, pin.negative_prompt, pin.seed, pin.picture
