"""What there is to know of a walk's frames before any is rendered: their recipes, and which are kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sd3explorer.app.frames.place_finder import Places, guessed
from sd3explorer.app.frames.tasks import Pace
from sd3explorer.motion.finder import Progress
from sd3explorer.presets.identity import Stopped
from sd3explorer.presets.loras.lora import preset_with_loras
from sd3explorer.presets.preset import Preset, PresetError
from sd3explorer.render.messages import RenderError
from sd3explorer.render.order import coarse_to_fine
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.recipe import Recipe, with_steps
from sd3explorer.walk.spots import Bridge, OnBridge, Spot
from sd3explorer.walk.walk import Recipes, Walk

# The share of the steps that a draft is made with, and the fewest that show anything.
DRAFT_SHARE, LEAST_DRAFT_STEPS = 4, 4

# Finds a preset that is here; the first time it may read gigabytes for that, unless its argument says stop.
Locate = Callable[[str, Stopped], Preset | None]
# Finds out what frames are rendered in, the first time within seconds, unless its argument says stop.
FindPrecision = Callable[[Stopped], str]
# Finds out where the frames of an even walk lie, as far as what is rendered leads.
FindPlaces = Callable[[Walk, ModelFacts, Callable[[], bool]], Places]


@dataclass(frozen=True, slots=True)
class Survey:
    """A walk's frames.

    Args:
        walk: The walk.
        placed: The walk with the places of its frames, as far as they are known.
        preset: Its model, or None where that isn't here.
        precision: Name of the dtype that its frames are rendered in, or "".
        facts: What the recipes know of the model, or None.
        trouble: Why there are no recipes, or "".
        recipes: The recipe of each frame; empty where the model isn't here.
        digests: The digest of each of them.
        kept: Digests of those frames that are in the store.
        drafts: From a digest to that of its draft, for frames of which only a draft is there.
        places: From a digest to the frames that have it.
        order: From each digest to a frame that has it, coarse to fine.
        with_picture: The frames that are kept or have a draft, in order.
        wanted: What has to be rendered to find the places of an even walk's frames. Until they are found,
            frames show what is near to them, as a draft.
        stand_ins: From what is wanted to the digest of the frame that shows it, until more is known.
        looked_at: How many frames were rendered to find them.
        progress: How far that is.
        bridges: The frames on each bridge over a cut, in order; none before all places are found.
    """

    walk: Walk
    placed: Walk
    preset: Preset | None
    precision: str
    facts: ModelFacts | None
    trouble: str
    recipes: Sequence[Recipe]
    digests: tuple[str, ...]
    kept: frozenset[str]
    drafts: dict[str, str]
    # The window would wait for these where there are 100,000 frames.
    places: Mapping[str, Sequence[int]] = field(default_factory=dict[str, Sequence[int]])
    order: dict[str, int] = field(default_factory=dict[str, int])
    with_picture: Sequence[int] = ()
    wanted: tuple[Recipe, ...] = ()
    stand_ins: Mapping[str, str] = field(default_factory=dict[str, str])
    looked_at: int = 0
    progress: Progress = field(default_factory=Progress)
    bridges: tuple[range, ...] = ()


def survey(
    walk: Walk,
    locate: Callable[[], Preset | None],
    find_precision: Callable[[], str],
    find_places: FindPlaces,
    store: FrameStore,
    before: "Survey",
    outdated: Callable[[], bool],
) -> Survey | None:
    """Looks a walk's frames up.

    Args:
        walk: The walk.
        locate: Finds its preset; None where that isn't here.
        find_precision: Finds out what the frames are rendered in.
        find_places: Finds out where the frames of an even walk lie.
        store: Where frames are kept.
        before: What was looked up last: where its frames lie is a guess where nothing is known of the walk's
            own, and what a search has found before is the same in its next round.
        outdated: Asked again and again whether nobody wants to know any more.

    Returns:
        What was found; None when it was outdated first.
    """
    try:
        preset = locate()
        if preset is not None and walk.model.image_size is not None:
            preset.check_image_size(walk.model.image_size)
        if preset is None:
            return unknown(walk)
        preset = preset_with_loras(preset, [lora.file for lora in walk.model.loras], outdated)
        precision = find_precision()
        facts = preset.facts(precision)
        found = find_places(walk, facts, outdated)
    except (PresetError, RenderError) as error:
        return replace(unknown(walk), trouble=str(error))
    placed = guessed(found.walk, before.placed)
    recipes = Recipes(placed, facts)
    spots = placed.placement.spots if placed.placement else range(len(recipes))
    known = _known(placed, facts, before)
    digests: list[str] = []
    kept: set[str] = set()
    drafts: dict[str, str] = {}
    places: dict[str, list[int] | range] = {}
    # Of 100,000 frames only what is needed of all is kept: looking for garbage among that many recipes,
    # Python would stop the window.
    pace = Pace()
    for index, spot in enumerate(spots):
        if outdated():
            return None
        pace.keep()
        digest = known.get(spot) or recipes[index].digest
        known[spot] = digest
        digests.append(digest)
        same = places.get(digest)
        if isinstance(same, list):
            same.append(index)
        else:
            places[digest] = [*same, index] if same else range(index, index + 1)
        if same:
            continue
        if store.has(digest):
            if found.wanted:
                drafts[digest] = digest
            else:
                kept.add(digest)
        elif store.has(draft := draft_of(recipes[index]).digest):
            drafts[digest] = draft
    return Survey(
        walk,
        placed,
        preset,
        precision,
        facts,
        "",
        recipes,
        tuple(digests),
        frozenset(kept),
        drafts,
        places,
        order={digests[index]: index for index in coarse_to_fine(walk.frame_count)},
        with_picture=[index for index, digest in enumerate(digests) if digest in kept or digest in drafts],
        wanted=tuple(found.wanted),
        # Where only a guess is known, a frame shows what is rendered near to it.
        stand_ins={recipe.digest: digests[placed.frame_near(spot)] for recipe, spot in found.wanted.items()}
        if found.walk.placement is None
        else {},
        bridges=() if found.wanted else bridged_frames(placed),
        looked_at=found.looked_at,
        progress=found.progress,
    )


def _known(placed: Walk, facts: ModelFacts, before: Survey) -> dict[Spot | int, str]:
    """The digests of spots that were looked up before: from round to round of a search, nearly all."""
    places, places_before = placed.placement, before.placed.placement
    if places is None or places_before is None or facts != before.facts or places.key != places_before.key:
        return {}
    return dict(zip(places_before.spots, before.digests, strict=True))


def unknown(walk: Walk) -> Survey:
    """What is known of a walk whose model isn't here: nothing."""
    return Survey(walk, walk, None, "", None, "", (), (), frozenset(), {})


def bridged_frames(walk: Walk) -> tuple[range, ...]:
    """The frames on each bridge of a walk."""
    bridged: dict[Bridge, range] = {}
    for index, spot in enumerate(walk.placement.spots if walk.placement else ()):
        if isinstance(spot, OnBridge):
            first = bridged[spot.bridge].start if spot.bridge in bridged else index
            bridged[spot.bridge] = range(first, index + 1)
    return tuple(bridged.values())


def draft_of(recipe: Recipe) -> Recipe:
    """The same frame with fewer steps."""
    steps = min(recipe.num_steps, max(LEAST_DRAFT_STEPS, recipe.num_steps // DRAFT_SHARE))
    return with_steps(recipe, steps)
