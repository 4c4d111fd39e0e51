"""The order in which frames are rendered: coarse to fine, so that the whole walk can soon be scrubbed."""

from collections import deque
from collections.abc import Iterator


def coarse_to_fine(frames: int) -> Iterator[int]:
    """All frames: the ends first, then the middle, then the quarters, and so on.

    Args:
        frames: Number of frames.
    """
    yield from range(min(frames, 1))
    if frames > 1:
        yield frames - 1
    gaps = deque([(0, frames - 1)])
    while gaps:
        start, end = gaps.popleft()
        if end - start > 1:
            middle = (start + end) // 2
            yield middle
            gaps += (start, middle), (middle, end)
