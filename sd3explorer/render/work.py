"""The frames that several engines render together: who has which, what is done, and what is still to come."""

import math
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from sd3explorer.render.messages import Batch
from sd3explorer.walk.recipe import Recipe

# How soon an engine without work looks again whether there is any.
SECONDS_BETWEEN_LOOKS = 0.05

# So often may engines be lost with a frame alone before it is set aside.
LOSSES_ALLOWED = 3

# How much the last batch counts for in an engine's pace; those before it count for the rest.
NEWEST_SHARE = 0.5


@dataclass(slots=True)
class Pace:
    """How fast an engine is, as far as that is known.

    Args:
        seconds_per_step: Of a denoising step of a whole batch, with all that goes with it.
        frames_per_minute: Of the batches that it has rendered so far.
    """

    seconds_per_step: float | None = None
    frames_per_minute: float | None = None

    def seconds(self, num_steps: int) -> float:
        """Seconds that a batch takes; infinite where nothing was measured."""
        return math.inf if self.seconds_per_step is None else self.seconds_per_step * num_steps

    def count(self, frames: int, num_steps: int, seconds: float) -> None:
        """A batch took so long."""
        step, rate = seconds / num_steps, 60.0 * frames / max(seconds, 1e-6)
        self.seconds_per_step = _mean(self.seconds_per_step, step)
        self.frames_per_minute = _mean(self.frames_per_minute, rate)


@dataclass(slots=True, eq=False)
class _Share:
    """A batch that an engine has: those of its frames that it hasn't answered yet.

    Args:
        recipes: These, by their digests.
        frames: How many it began with.
        num_steps: Denoising steps of each.
        whole: Whether the engine's pace shows in it; one frame alone may have a program of its own.
    """

    recipes: dict[str, Recipe]
    frames: int
    num_steps: int
    whole: bool


@dataclass(slots=True)
class _Hand:
    """What an engine has, the batch that it works on first."""

    pace: Pace
    shares: deque[_Share] = field(default_factory=lambda: deque[_Share]())
    # When it began with the first; None while it gets ready, which says nothing of its pace.
    begun: float | None = None

    def seconds_left(self, number: int, now: float) -> float:
        """How long it may be until one of its batches is done."""
        if self.begun is None:
            return math.inf
        spent = now - self.begun
        takes = [self.pace.seconds(self.shares[each].num_steps) for each in range(number + 1)]
        # What is overdue, or nobody knows anything of, may take as long again as it has taken too long.
        first = spent if takes[0] == math.inf else abs(takes[0] - spent)
        return first + sum(takes[1:])


class Work:
    """The frames of one run, which engines take by themselves, so that a fast one takes more of them.

    When nothing is left, an engine without work also takes over what another one has, where it will be done
    sooner: what only waits there, and what a slow or stuck one works on. The first result counts.
    All methods may be called from any thread.

    Args:
        batches: Where frames come from, each once; asked by one thread at a time.
        paces: How fast each engine is.
        clock: Tells the time in seconds.
    """

    def __init__(
        self, batches: Iterable[Batch], paces: Iterable[Pace], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._coming: Iterator[Batch] = iter(batches)
        self._hands = [_Hand(pace) for pace in paces]
        self._clock = clock
        # Also held while `batches` are asked, so whoever stops the engines must not wait for it.
        self._changed = threading.Condition()
        self._left: deque[Batch] = deque()
        # Frames that some engine has and none has answered.
        self._open: set[str] = set()
        self._losses: Counter[str] = Counter()

    def join(self, pace: Pace) -> int:
        """One more engine takes part; its number."""
        with self._changed:
            self._hands.append(_Hand(pace))
            return len(self._hands) - 1

    def is_left(self) -> bool:
        """Whether there is anything to do. Asks for the next batch, so it is for when no engine is there."""
        with self._changed:
            if not self._open and not self._left:
                self._left.extend(filter(None, [next(filter(None, self._coming), ())]))
            return bool(self._open or self._left)

    def wait(self, engine: int, size: int, stopped: Callable[[], bool]) -> Batch | None:
        """The next frames for an engine that has none; None when all are done, or it was stopped.

        Args:
            engine: Which one asks.
            size: The most frames that it renders at once.
            stopped: Asked again and again.
        """
        with self._changed:
            while not stopped():
                batch = self._take(engine, size)
                if batch or not self._open:
                    return batch
                self._changed.wait(SECONDS_BETWEEN_LOOKS)
            return None

    def take(self, engine: int, size: int) -> Batch | None:
        """The next frames for an engine, if there are any. Never waits.

        Args:
            engine: Which one asks.
            size: The most frames that it renders at once.
        """
        with self._changed:
            return self._take(engine, size)

    def settle(self, engine: int, recipe: Recipe) -> tuple[bool, list[int]]:
        """An engine has answered a frame.

        Returns:
            Whether it is the first to do so, and the engines that now work in vain.
        """
        digest = recipe.digest
        with self._changed:
            first = digest in self._open
            self._open.discard(digest)
            hand = self._hands[engine]
            share = next((each for each in hand.shares if digest in each.recipes), None)
            if share is not None:
                del share.recipes[digest]
                if not share.recipes:
                    self._finish(hand, share)
            self._changed.notify_all()
            return first, [number for number in range(len(self._hands)) if self._is_in_vain(number)]

    def pause(self, engine: int) -> None:
        """An engine gets ready, which may take long and says nothing of its pace."""
        with self._changed:
            self._hands[engine].begun = None

    def give_back(self, engine: int) -> None:
        """An engine won't answer what it has: others will, before anything new."""
        with self._changed:
            shares, self._hands[engine].shares = self._hands[engine].shares, deque()
            self._hands[engine].begun = None
            for share in reversed(shares):
                batch = [recipe for digest, recipe in share.recipes.items() if self._is_lost(digest)]
                self._open.difference_update(recipe.digest for recipe in batch)
                if batch:
                    self._left.appendleft(batch)
            self._changed.notify_all()

    def lose(self, engine: int) -> Batch:
        """An engine was lost, maybe because of the frames that it worked on.

        These are tried again in halves, so that one that is to blame is soon alone.

        Returns:
            Those that are not tried again, as engines were lost with them alone too often.
        """
        with self._changed:
            hand = self._hands[engine]
            if not hand.shares:
                return ()
            share = hand.shares.popleft()
            batch = [recipe for digest, recipe in share.recipes.items() if self._is_lost(digest)]
            self._open.difference_update(recipe.digest for recipe in batch)
            self._changed.notify_all()
            if len(batch) == 1:
                self._losses[batch[0].digest] += 1
                if self._losses[batch[0].digest] >= LOSSES_ALLOWED:
                    return batch
            middle = (len(batch) + 1) // 2
            self._left.extendleft(filter(None, [batch[middle:], batch[:middle]]))
            return ()

    def is_open(self, recipe: Recipe) -> bool:
        """Whether some engine has this frame and none has answered it."""
        with self._changed:
            return recipe.digest in self._open

    def _take(self, engine: int, size: int) -> Batch | None:
        batch = self._next(size) or self._taken_over(engine)[:size]
        if not batch:
            return None
        recipes = {recipe.digest: recipe for recipe in batch}
        self._open |= recipes.keys()
        hand = self._hands[engine]
        if not hand.shares:
            hand.begun = self._clock()
        whole = len(batch) > 1 or size == 1
        hand.shares.append(_Share(recipes, len(batch), batch[0].num_steps, whole))
        return batch

    def _next(self, size: int) -> Batch:
        batch = self._left.popleft() if self._left else next(filter(None, self._coming), ())
        if len(batch) > size:
            self._left.appendleft(batch[size:])
        return batch[:size]

    def _taken_over(self, engine: int) -> Batch:
        if self._hands[engine].shares:
            return ()
        now = self._clock()
        worth: list[tuple[float, Batch]] = []
        for hand in self._hands:
            for number, share in enumerate(hand.shares):
                left = hand.seconds_left(number, now)
                batch = [each for digest, each in share.recipes.items() if self._is_single(digest)]
                if batch and self._is_sooner(engine, hand, number, left):
                    worth.append((left, batch))
        return max(worth, key=lambda each: each[0])[1] if worth else ()

    def _is_sooner(self, engine: int, other: _Hand, number: int, left: float) -> bool:
        """Whether an engine would have done a batch of another one before that has."""
        num_steps = other.shares[number].num_steps
        takes = self._hands[engine].pace.seconds(num_steps)
        if takes == math.inf:
            # One that hasn't shown how fast it is passes for as fast.
            takes = other.pace.seconds(num_steps)
        return takes < left or (takes == math.inf and number > 0)

    def _finish(self, hand: _Hand, share: _Share) -> None:
        now = self._clock()
        if hand.begun is not None and share.whole and share is hand.shares[0]:
            hand.pace.count(share.frames, share.num_steps, now - hand.begun)
        hand.shares.remove(share)
        hand.begun = now if hand.shares else None

    def _holders(self, digest: str) -> int:
        return sum(digest in share.recipes for hand in self._hands for share in hand.shares)

    def _is_single(self, digest: str) -> bool:
        return digest in self._open and self._holders(digest) == 1

    def _is_lost(self, digest: str) -> bool:
        return digest in self._open and not self._holders(digest)

    def _is_in_vain(self, engine: int) -> bool:
        shares = self._hands[engine].shares
        return bool(shares) and not any(digest in self._open for each in shares for digest in each.recipes)


def _mean(before: float | None, newest: float) -> float:
    return newest if before is None else NEWEST_SHARE * newest + (1.0 - NEWEST_SHARE) * before
