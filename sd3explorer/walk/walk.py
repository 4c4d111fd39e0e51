"""The walk: the document that the window edits, the files hold and the engine renders."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path as FilePath
from typing import overload

from sd3explorer.walk import file as walk_file
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Document, Fields
from sd3explorer.walk.kind import read_kind
from sd3explorer.walk.loras import LoraFacts
from sd3explorer.walk.mix import contents_of
from sd3explorer.walk.model import Model, ModelFacts
from sd3explorer.walk.noises import NOISES, Fixed, NoisePlan
from sd3explorer.walk.paths import PATHS, Keyframe, Morph, Path
from sd3explorer.walk.paths.path import Anchor, nearest_frame
from sd3explorer.walk.paths.prompts import EmbeddingPair, Prompts
from sd3explorer.walk.pictures import pictures_document, read_pictures
from sd3explorer.walk.recipe import Adapter, Denoised, Latents, Noise, Picture, Prompt, Recipe, slerp_between
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.schedule import EVERY_LEVEL
from sd3explorer.walk.spots import Bridge, OnBridge, Placement, Spot, key_of, position_of
from sd3explorer.walk.stars import read_stars
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.trail import Trail, trail_of
from sd3explorer.walk.versions import Version, read_versions, versions_document


@dataclass(frozen=True, slots=True)
class Walk:
    """A path, a noise, a timing, a sampler and a model.

    Args:
        title: What people call it.
        path: Which text embedding each frame gets.
        noise: Which starting latents each frame gets.
        timing: How many frames, how fast, how they end.
        sampler: How each frame is denoised.
        model: Which model does it, and how large.
        placement: Where the frames of an even walk lie, where that was found. What was found for another
            walk is dropped, so that an edit needs no thought of it.
        versions: What it was when somebody kept it; these have no versions of their own.
        stars: Marks on what frames show; see `stars.star_of`.
    """

    title: str = ""
    path: Path = field(default_factory=lambda: Morph((Keyframe("a 3d dog face"), Keyframe("a 3d cat face"))))
    noise: NoisePlan = Fixed()
    timing: Timing = Timing()
    sampler: Sampler = Sampler()
    model: Model = Model()
    placement: Placement | None = None
    versions: "tuple[Version[Walk], ...]" = ()
    stars: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.placement is not None and not self._fits(self.placement):
            object.__setattr__(self, "placement", None)

    def _fits(self, placement: Placement) -> bool:
        is_its_own = self.is_even and placement.key == self.placement_key()
        if not is_its_own or len(placement.spots) != self.frame_count:
            return False
        last = placement.spots[-1]
        return (last.bridge.after if isinstance(last, OnBridge) else last) <= self.trail.ways

    @classmethod
    def load(cls, file: str | FilePath) -> "Walk":
        """Reads a walk file.

        Raises:
            WalkError: The file can't be read, or isn't a walk this app knows.
        """
        data = walk_file.read(FilePath(file))
        try:
            return cls.parse(data)
        except WalkError as error:
            raise WalkError(f"{file}: {error}") from error

    def save(self, file: str | FilePath) -> None:
        """Writes a walk file, whole or not at all.

        Raises:
            WalkError: The file can't be written, or would be too large to be read again.
        """
        walk_file.write(self.dump(), FilePath(file))

    @classmethod
    def parse(cls, data: bytes) -> "Walk":
        """The walk in the bytes of a walk file.

        Raises:
            WalkError: They hold no walk this app knows.
        """
        return cls.from_document(walk_file.parse(data))

    def dump(self) -> str:
        """The text of the walk's file."""
        return walk_file.dump(self.parts())

    @classmethod
    def from_document(cls, document: object) -> "Walk":
        """The walk in a JSON document.

        Raises:
            WalkError: A field is missing, unknown, of the wrong type or impossible.
        """
        fields = walk_file.fields_of(document)
        title = fields.text("title", "")
        known: dict[str, Picture] = {}
        walk = replace(
            cls._read(fields, known),
            title=title,
            versions=read_versions(fields, lambda version: cls._read(version, known)),
            stars=read_stars(fields),
        )
        fields.finish()
        return walk

    @classmethod
    def _read(cls, fields: Fields, known: dict[str, Picture]) -> "Walk":
        """What a walk and each of its versions are made of; `known` pictures are shared, and added to."""
        walk = cls(
            model=Model.read(fields.part("model")),
            sampler=Sampler.read(fields.part("sampler")),
            path=read_kind(fields.part("path"), PATHS) if fields.has("path") else cls().path,
            noise=read_kind(fields.part("noise"), NOISES),
            timing=Timing.read(fields.part("timing")),
            placement=Placement.read(fields.part("placement")) if fields.has("placement") else None,
        )
        if fields.has("pictures"):
            known |= read_pictures(fields.take("pictures"), fields.path("pictures"))
        walk = walk.with_pictures(lambda picture: known.get(picture.digest, picture))
        walk.check_strengths(fields.path("path"))
        return walk

    def check_strengths(self, name: str = "path") -> None:
        """Refuses keyframes with strengths for more LoRAs than there are, or fewer.

        Args:
            name: Of the path in its file, for the message.

        Raises:
            WalkError: A keyframe is such; the message names it.
        """
        count = len(self.model.loras)
        for number, keyframe in enumerate(self.path.keyframes if isinstance(self.path, Morph) else ()):
            mixes = contents_of(keyframe.mix) if keyframe.mix else ()
            for strengths in (keyframe.lora_strengths, *(prompts.lora_strengths for prompts in mixes)):
                if strengths and len(strengths) != count:
                    raise WalkError(
                        f"{name}.keyframes[{number}].lora_strengths: must have a number for each of the "
                        f"model's loras, of which there are {count}, not {len(strengths)}"
                    )

    def with_pictures(self, change: Callable[[Picture], Picture]) -> "Walk":
        """The same walk with other pictures, or with or without their bytes.

        Args:
            change: From each picture of its path to what it becomes.
        """
        return replace(self, path=self.path.with_pictures(change))

    def without_pictures(self) -> "Walk":
        """The walk with the names of its pictures alone, which show nothing of them."""
        return self.with_pictures(lambda picture: Picture(picture.digest))

    def parts(self) -> Document:
        """The walk's fields in its file, all but format and version; a file with them gives the walk back.

        A path that sets its number of frames leaves that out, so it comes back as the default.
        """
        written: set[str] = set()
        document: Document = {"title": self.title} | self._parts(written)
        if self.versions:
            # A picture that several show is written once.
            document["versions"] = versions_document(self.versions, lambda walk: walk._parts(written))
        return document | {"stars": list(self.stars)} if self.stars else document

    def _parts(self, written: set[str]) -> Document:
        timing = self.timing.document()
        if self.path.sets_frame_count:
            del timing["frames"]
        document: Document = {
            "model": self.model.document(),
            "sampler": self.sampler.document(),
            "path": self.path.document(),
            "noise": self.noise.document(),
            "timing": timing,
        }
        new = (picture for picture in self.path.pictures if picture.digest not in written)
        if pictures := pictures_document(new):
            document["pictures"] = pictures
            written.update(pictures)
        return document if self.placement is None else document | {"placement": self.placement.document()}

    @property
    def alone(self) -> "Walk":
        """The walk without its versions and stars: what its frames depend on, and exported files carry."""
        return replace(self, versions=(), stars=()) if self.versions or self.stars else self

    @property
    def frame_count(self) -> int:
        """Number of frames: what the path sets, else what the timing says."""
        return self.path.frame_count(self.timing.frames)

    @property
    def playback_order(self) -> Sequence[int]:
        """The indices of the frames of one round of playback, in the order they show."""
        return self.timing.playback_order(self.frame_count)

    def image_size(self, facts: ModelFacts) -> tuple[int, int]:
        """Height and width of the frames in pixels."""
        return self.model.image_size or facts.image_size

    @property
    def is_even(self) -> bool:
        """Whether its frames lie where the picture has changed by as much again as from the one before."""
        return self.timing.motion is Motion.EVEN and self.can_be_even

    @property
    def can_be_even(self) -> bool:
        """Whether there is a line that its frames can be moved on.

        There is none in a grid, which shows every mix of its prompts, nor where frames have nothing in common
        with the next, as each has a noise of its own, nor where they are all alike.
        """
        moves = self.path.moves or self.noise.moves
        lies_on_a_line = moves and not self.noise.jumps and self.path.row_length() is None
        return lies_on_a_line and self.frame_count > 2

    @property
    def trail(self) -> Trail:
        """What lies along it, whether a frame shows it or not."""
        return trail_of(self.path, self.noise, self.frame_count)

    def placement_key(self) -> str:
        """What the places of its frames depend on, where it is even."""
        parts = self.path, self.noise, self.sampler, self.model
        return key_of([*(part.document() for part in parts), self.frame_count, self.timing.bridges])

    def place(self, index: int) -> Fraction:
        """Where on the path frame `index` is, in frames of a steady walk from the first one."""
        if self.placement is None:
            return Fraction(index)
        return self.trail.place(_plain(self.placement.spots[index]))

    def frame_near(self, spot: Spot) -> int:
        """The frame whose place is nearest to a spot."""
        place, _ = position_of(spot)
        if self.placement is None:
            return nearest_frame(self.trail.place(place), self.frame_count)
        return nearest_frame(_place_in(self.placement.spots, place), self.frame_count)

    def embeddings(self, index: int) -> EmbeddingPair:
        """The embeddings of frame `index`."""
        if self.placement is None:
            return self.path.embeddings(index, self.frame_count)
        return self.trail.embeddings(_plain(self.placement.spots[index]))

    def noise_of(self, index: int) -> Noise:
        """The noise that frame `index` starts from; on a bridge, that of the spot it stands for."""
        if self.placement is None:
            return self.path.noise(index, self.frame_count, self.noise.noise(index, self.frame_count))
        return self.trail.noise_at(_plain(self.placement.spots[index]))

    def anchors(self) -> list[Anchor]:
        """Which prompts are pinned where: on which frame, or between which two."""
        frames = self.frame_count
        if self.placement is None:
            return self.path.anchors(frames)
        pinned, spots = self.trail.path.anchors(frames), self.placement.spots
        places = [_place_in(spots, self.trail.spot(anchor.place)) for anchor in pinned]
        return [
            replace(anchor, place=place, frame=nearest_frame(place, frames))
            for anchor, place in zip(pinned, places, strict=True)
        ]

    def recipe(self, index: int, facts: ModelFacts) -> Recipe:
        """The recipe of frame `index`.

        Args:
            index: Frame, from 0.
            facts: What to know of the model that `self.model.preset` names.
        """
        if self.placement is not None:
            return self.recipe_at(self.placement.spots[index], facts)
        return self._recipe(self.path, index, self.noise_of(index), facts)

    def recipe_at(self, spot: Spot, facts: ModelFacts) -> Recipe:
        """The recipe of what lies at a spot of the trail.

        Args:
            spot: The spot.
            facts: What to know of the model that `self.model.preset` names.
        """
        place = _plain(spot)
        trail = self.trail
        recipe = self._recipe(trail.path, trail.path_place(place), trail.noise_at(place), facts)
        if not isinstance(spot, OnBridge):
            return recipe
        # A preset may take fewer steps than the one that the bridge was found with.
        step = min(spot.bridge.step, recipe.num_steps - 1)
        if step == 0:
            return recipe
        before, after = (
            self._denoised(side, step, facts) for side in (spot.bridge.before, spot.bridge.after)
        )
        mixed: Latents = slerp_between(before, after, float(spot.mix))
        return replace(recipe, noise=mixed, first_step=step)

    def _denoised(self, spot: Fraction, steps: int, facts: ModelFacts) -> Denoised:
        recipe = self.recipe_at(spot, facts)
        noise = self.trail.noise_at(spot)
        # Else all frames of a bridge share what leads to its sides.
        scale = recipe.guidance_scale if self.path.varies_guidance else None
        return Denoised(
            noise, recipe.embedding, recipe.negative_embedding, steps, recipe.added, scale, recipe.pull
        )

    def _recipe(self, path: Path, place: int | Fraction, noise: Latents, facts: ModelFacts) -> Recipe:
        pair = self._pair(path, place, facts)
        strengths = path.lora_strengths(place, self.frame_count, self.model.lora_strengths)
        adapters = list(self._adapters(path, strengths, facts))
        merged = tuple(each for _, each, varies in adapters if not varies and each.strength)
        added = tuple(each for _, each, varies in adapters if varies)
        sampler = self.sampler.filled(facts)
        assert sampler.num_steps is not None and sampler.guidance_scale is not None
        scale = max(1.0, path.guidance_scale(place, self.frame_count, sampler.guidance_scale))
        interval = sampler.guidance_interval
        return Recipe(
            embedding=pair.positive,
            # Without guidance nothing leads away from it: one recipe for one picture.
            negative_embedding=pair.negative if scale > 1.0 else Prompt(""),
            noise=noise,
            num_steps=sampler.num_steps,
            guidance_scale=scale,
            image_size=self.image_size(facts),
            model=facts.fingerprint,
            # All noise levels are no choice of some, and without guidance there is none to choose for.
            guidance_interval=interval if scale > 1.0 and interval != EVERY_LEVEL else None,
            merged=merged or None,
            added=added or None,
            pull=path.pull(place, self.frame_count),
        )

    def _pair(self, path: Path, place: int | Fraction, facts: ModelFacts) -> EmbeddingPair:
        """The embeddings of a place, those of keyframes by encoders with the keyframes' own LoRAs."""
        own = self.model.lora_strengths
        if not facts.loras or not isinstance(path, Morph) or not any(path.varying_loras(own)):
            return path.embeddings(place, self.frame_count)
        morph = path

        def embed(prompts: Prompts) -> EmbeddingPair:
            found = self._adapters(morph, prompts.lora_strengths or own, facts)
            adapters = tuple(
                each for lora, each, varies in found if varies and lora.in_text and each.strength
            )
            texts = (prompts.prompt, prompts.negative_prompt)
            return EmbeddingPair(*(replace(Prompt.of(text), adapters=adapters or None) for text in texts))

        return morph.mixed(place, self.frame_count, embed)

    def _adapters(
        self, path: Path, strengths: Sequence[float], facts: ModelFacts
    ) -> Iterator[tuple[LoraFacts, Adapter, bool]]:
        """The LoRAs of which something is known, in use, and whether their strength varies."""
        varying = path.varying_loras(self.model.lora_strengths)
        for lora, strength, varies in zip(facts.loras, strengths, varying, strict=False):
            yield lora, Adapter(lora.identity, strength), varies


def _place_in(spots: Sequence[Spot], spot: Fraction) -> Fraction:
    """Between which frames a spot lies, as a place in frames."""

    def along(each: Spot) -> Fraction:
        return position_of(each)[0]

    after = bisect_left(spots, spot, key=along)
    # The end of a closed walk is behind its last frame.
    if after in (0, len(spots)) or along(spots[after]) == spot:
        return Fraction(after)
    start, end = along(spots[after - 1]), along(spots[after])
    return after - 1 + (spot - start) / (end - start)


def _plain(spot: Spot) -> Fraction:
    """The spot, or the one between the ends of its bridge, which are next to each other."""
    match spot:
        case OnBridge(Bridge(before, after), mix):
            return before + mix * (after - before)
        case _:
            return spot


@dataclass(frozen=True, slots=True)
class Recipes(Sequence[Recipe]):
    """The recipes of a walk's frames, each made when it is asked for.

    Args:
        walk: The walk.
        facts: What to know of the walk's model.
    """

    walk: Walk
    facts: ModelFacts

    def __len__(self) -> int:
        return self.walk.frame_count

    @overload
    def __getitem__(self, index: int) -> Recipe: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Recipe]: ...

    def __getitem__(self, index: int | slice) -> Recipe | Sequence[Recipe]:
        """The recipe of a frame, or of several.

        Raises:
            IndexError: There is no such frame.
        """
        if isinstance(index, slice):
            return [self[number] for number in range(len(self))[index]]
        return self.walk.recipe(range(len(self))[index], self.facts)
