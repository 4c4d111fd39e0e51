"""What came of an export."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an export.

    Args:
        bytes: Size of the file, or of all files of the folder.
        width: Of its pictures, or of the contact sheet, in pixels.
        height: In pixels.
        frames: How many it holds; a video of several rounds holds its frames as often.
        scale: Size of the pictures as a factor; smaller than asked where a max size demanded it.
        quality: 100 as good as the format is here without a max size, down to 0.
        tries: How many times it was encoded, in whole or in part.
        note: What was given up for a max size, as one sentence; empty where nothing was.
    """

    bytes: int
    width: int
    height: int
    frames: int
    scale: float = 1.0
    quality: int = 100
    tries: int = 1
    note: str = ""
