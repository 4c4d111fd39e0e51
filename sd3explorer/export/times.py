"""How long each frame of an animation shows, in formats that don't know every length of time."""

import math
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Times:
    """The times that a format can say.

    Args:
        tick: Its unit, in milliseconds.
        shortest: The fewest ticks that a frame may show and players still keep to.
        longest: The most ticks that a frame can show.
    """

    tick: int
    shortest: int
    longest: int

    def rate(self, frame_rate: float) -> float:
        """The mean frame rate at which it plays what was asked to play at `frame_rate`.

        It is the same for all but those that would need shorter or longer times.
        """
        ticks = 1000.0 / self.tick
        return min(max(frame_rate, ticks / self.longest), ticks / self.shortest)

    def delays(self, frame_rate: float, count: int) -> list[int]:
        """How long each frame shows, in ticks.

        Each frame takes the rounding error of those before it along, so the mean frame rate is kept,
        and the total is at most 1 tick off `count / frame_rate`. That holds for frame rates that
        `rate` leaves alone; others get the shortest or the longest time for every frame.

        Args:
            frame_rate: Frames per second, above 0.
            count: Number of frames.

        Returns:
            `count` numbers of ticks, no two of which differ by more than 1.
        """
        period = 1000.0 / self.tick / self.rate(frame_rate)
        ends = [math.floor(i * period + 0.5) for i in range(count + 1)]
        return [end - start for start, end in pairwise(ends)]


# Browsers slow anything faster down to 10 frames per second.
GIF_TIMES = Times(tick=10, shortest=2, longest=65_535)
# Browsers take 10 milliseconds and less for a mistake, and show 100.
MILLISECONDS = Times(tick=1, shortest=11, longest=65_535)
