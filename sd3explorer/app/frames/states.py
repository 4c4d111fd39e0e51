"""How far each frame of a walk is, and which picture it shows, by the digests of its recipes."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

from sd3explorer.app.frames.survey import Survey, unknown
from sd3explorer.walk.walk import Walk

# Where more frames than that change, or have the same recipe, it is quicker to look at all.
MANY = 1000


class FrameState(Enum):
    """How far a frame is."""

    MISSING = "missing"
    QUEUED = "queued"
    DRAFT = "draft"
    DONE = "done"
    FAILED = "failed"


class States:
    """What is known of the frames of a walk, as they are rendered.

    Attributes:
        places: From a digest to the frames that have it.
        kept: The digests of those that are rendered.
        done: How many frames that are.
        drafts: From a frame's digest to that of the draft that it shows.
        queued: The digests of those that will be rendered.
        failures: From a digest to why it can't be.
    """

    def __init__(self) -> None:
        self.places: Mapping[str, Sequence[int]] = {}
        self.kept: set[str] = set()
        self.done = 0
        self.drafts: dict[str, str] = {}
        self.queued: set[str] = set()
        self.failures: dict[str, str] = {}
        self._digests: Sequence[str] = ()
        self._full: dict[str, str] = {}
        # From what the search wants to the frames that show it, until more is known.
        self._stand_ins: Mapping[str, str] = {}
        # The places of frames with a picture, in order.
        self._there: list[int] = []
        self.begin(unknown(Walk()), goes_on=False)

    def begin(self, found: Survey, goes_on: bool) -> None:
        """Takes what was looked up.

        Args:
            found: All that was found.
            goes_on: Whether a search for even places goes on, for which all frames wait.
        """
        self._digests, self.places = found.digests, found.places
        self.kept = set(found.kept)
        self.done = sum(len(found.places[digest]) for digest in found.kept)
        self.drafts = dict(found.drafts)
        self._there = list(found.with_picture)
        # Of drafts that are on their way; those of walks that are gone would only add up.
        self._full = {draft: full for draft, full in self._full.items() if full in found.places}
        self._full |= {draft: full for full, draft in found.drafts.items()}
        self._stand_ins = found.stand_ins
        self.queued = set(self.places) if goes_on else self.queued & self.places.keys()
        there = self.places.keys() | {recipe.digest for recipe in found.wanted}
        self.failures = {name: why for name, why in self.failures.items() if name in there}

    def digest(self, index: int) -> str:
        """The digest of a frame, or ""."""
        return self._digests[index] if 0 <= index < len(self._digests) else ""

    def state(self, digest: str) -> FrameState:
        """How far the frames with a digest are."""
        if digest in self.kept:
            return FrameState.DONE
        if digest in self.failures:
            return FrameState.FAILED
        if digest in self.drafts:
            return FrameState.DRAFT
        return FrameState.QUEUED if digest in self.queued else FrameState.MISSING

    def states_of(self, indices: range) -> tuple[FrameState, ...]:
        """How far each of some frames in a row is."""
        digests = self._digests[indices.start : indices.stop]
        unknown = len(indices) - len(digests)
        if not (self.kept or self.failures or self.drafts or self.queued):
            return (FrameState.MISSING,) * len(indices)
        return (*map(self.state, digests), *[FrameState.MISSING] * unknown)

    def shown(self, index: int) -> str:
        """The digest of the picture that a frame shows: its own, or that of a draft; or ""."""
        digest = self.digest(index)
        return digest if digest in self.kept else self.drafts.get(digest, "")

    def frame_of(self, digest: str) -> str:
        """The digest of the frame that shows a picture: its own, or that of which it is a draft."""
        if digest in self.places:
            return digest
        return self._stand_ins.get(digest) or self._full.get(digest, digest)

    def nearest(self, index: int) -> int | None:
        """The frame nearest to one, itself first, that has a picture."""
        after = bisect_left(self._there, index)
        around = self._there[max(after - 1, 0) : after + 1]
        return min(around, key=lambda place: abs(place - index), default=None)

    def drafted(self) -> Iterator[int]:
        """The frames of which there is only a draft, but for those that show what will lie on them."""
        for digest, draft in self.drafts.items():
            if draft != digest and self.state(digest) is FrameState.DRAFT:
                yield from self.places.get(digest, ())

    def will_draft(self, draft: str, full: str) -> None:
        """A draft of a frame is going to be rendered."""
        self._full[draft] = full

    def take(self, digest: str, is_final: bool) -> str:
        """A picture was rendered.

        Args:
            digest: Of its recipe.
            is_final: Whether a frame whose own it is is done with it.

        Returns:
            The digest of the frames that show it, or "" where none does.
        """
        full = self.frame_of(digest)
        if full not in self.places:
            return ""
        if full == digest and is_final:
            if full not in self.kept:
                self.kept.add(full)
                self.done += len(self.places[full])
        elif full == digest or self.drafts.get(full) != full:
            self.drafts[full] = digest
        self.failures.pop(full, None)
        self.queued.discard(full)
        places = self.places[full]
        if len(places) > MANY:
            self._list_pictures()
        for place in places if len(places) <= MANY else ():
            if self.nearest(place) != place:
                insort(self._there, place)
        return full

    def fail(self, digest: str, reason: str) -> str:
        """A picture can't be rendered as things are; returns the digest of its frames."""
        full = self.frame_of(digest)
        self.failures[full] = reason
        self.queued.discard(full)
        return full

    def lose(self, digest: str) -> None:
        """A picture is no longer in the store."""
        full = self.frame_of(digest)
        if digest in self.kept:
            self.kept.discard(digest)
            self.done -= len(self.places.get(digest, ()))
        self.drafts.pop(full, None)
        places = self.places.get(full, ())
        if len(places) > MANY:
            self._list_pictures()
            return
        for place in places:
            found = bisect_left(self._there, place)
            if not self.shown(place) and self._there[found : found + 1] == [place]:
                del self._there[found]

    def runs_of(self, digests: Iterable[str]) -> list[tuple[int, int]]:
        """First and last of the frames in a row that have some digests; of the walk where these are many."""
        places: list[int] = []
        for digest in digests:
            places += self.places.get(digest, ())
            if len(places) > MANY:
                return [(0, len(self._digests) - 1)]
        runs: list[tuple[int, int]] = []
        for place in sorted(places):
            if runs and place <= runs[-1][1] + 1:
                runs[-1] = (runs[-1][0], place)
            else:
                runs.append((place, place))
        return runs

    def _list_pictures(self) -> None:
        self._there = [place for place in range(len(self._digests)) if self.shown(place)]
