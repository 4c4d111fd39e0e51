"""What a format is: how its files are written, what they can do, and how they are read again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from sd3explorer.export.clip import Clip, Size
from sd3explorer.export.options import Encoding, Options
from sd3explorer.export.source import Source
from sd3explorer.export.times import Times


@dataclass(frozen=True, slots=True)
class Reader:
    """What finds the comments and descriptions in a file, without decoding it and without trusting it.

    Args:
        matches: Whether it can read a file that begins with these 16 bytes.
        texts: Reads the file.
    """

    matches: Callable[[bytes], bool]
    texts: Callable[[Source], Iterator[bytes]]


class Repeats(Enum):
    """Whether an animation starts over after its end."""

    AS_ASKED = "as asked"
    UP_TO_PLAYER = "up to the player"


class NoRoomError(Exception):
    """A file has no room for another walk: it has to be encoded anew."""


Write = Callable[[Clip, Path, Encoding], Size]
Exchange = Callable[[Path, Clip, Path], None]

# What every format knows, and what every one knows that plays.
ANY_OPTIONS = frozenset({"scale", "smooth", "quality", "pictures"})
PLAYING_OPTIONS = ANY_OPTIONS | {"rounds", "ending", "max_bytes"}


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a clip, and what it can do.

    Its files are pictures or videos that carry their walk: `readers` find it, and `thumbnail.py` and
    `playback.py` show the files again.

    Args:
        name: What it is called in a list to choose from.
        suffixes: Suffixes of its files, in lower case with their dot; none for a folder.
        aliases: Those of its suffixes that are only another spelling, and are not offered to choose from.
        write: Writes a clip to a path: an empty file, or an empty folder. The path is a temporary
            one that keeps the suffix; the exporter puts it into place.
        metadata: Where in it the walk is, for people.
        readers: What finds the walk in it again.
        exchange: Writes a file or folder that it wrote once more, to an empty one, with the walk that a clip
            carries in place of its own; nothing is encoded anew. It may raise `NoRoomError`. None where that
            can't be.
        options: Names of the fields of `Options` that it knows.
        animates: Whether it plays the frames; else it holds each of them once.
        repeats: Whether it starts over, if it plays at all.
        times: How long its frames can show; None where any frame rate plays, or nothing does.
        graded: Those of its suffixes whose quality can be lowered to save space.
        shrinks_first: How small pictures become, as a factor, before quality is lowered. A GIF looks
            better with fewer pixels than with fewer colours, at the same number of bytes, down to
            half its width and height.
        max_side: The most pixels that a frame of it may be wide or high.
        container: FFmpeg's name of its container, where libvips can't decode it. Named, so that FFmpeg won't
            take a text file for a list of other files to open.
        is_video: Whether only FFmpeg can play it; else Pillow does.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Write
    metadata: str
    readers: tuple[Reader, ...]
    exchange: Exchange | None = None
    aliases: tuple[str, ...] = ()
    options: frozenset[str] = ANY_OPTIONS
    animates: bool = False
    repeats: Repeats | None = None
    times: Times | None = None
    graded: tuple[str, ...] = ()
    shrinks_first: float = 1.0
    max_side: int | None = None
    container: str = ""
    is_video: bool = False

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of files."""
        return not self.suffixes

    def frame_count(self, clip: Clip) -> int:
        """How many frames it holds of a clip, which is how many are read for it."""
        return len(clip.playback_order) if self.animates else len(clip.frames)

    def is_graded(self, path: Path) -> bool:
        """Whether the quality of a file of it can be lowered to save space, by the file's suffix."""
        return path.suffix.lower() in self.graded

    def known(self, options: Options) -> Options:
        """The options without those that it doesn't know, which are as they are by default."""
        return Options(**{name: getattr(options, name) for name in options.asked() & self.options})

    def played_rate(self, frame_rate: float) -> float:
        """The frame rate at which it plays what was asked to play at `frame_rate`."""
        return self.times.rate(frame_rate) if self.times else frame_rate
