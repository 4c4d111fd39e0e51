"""A frame as a PNG file that proves which frame it is."""

import hashlib
import io
import zlib
from typing import BinaryIO

import numpy as np
from PIL import Image as PillowImage
from PIL.PngImagePlugin import PngInfo

from sd3explorer.render.messages import Image

# In bytes: several times what the largest picture of any model takes.
LARGEST = 2**28

# Not "sha256", which frames of earlier versions have: that is of the pixels alone, so that a file which is in
# another frame's place would be shown as that.
CHECKSUM = "frame-sha256"

# Reading the first picture makes Pillow import what it knows of formats. That must not fail with a frame in
# hand, as it does where too many files are open.
PillowImage.preinit()


def write_frame(file: BinaryIO, digest: str, image: Image) -> None:
    """Writes a frame as a PNG.

    Args:
        file: Where to.
        digest: Its recipe's digest.
        image: uint8 (height, width, 3).

    Raises:
        OSError: It can't be written.
    """
    notes = PngInfo()
    notes.add_text(CHECKSUM, _checksum(digest, image))
    # Of the strategies of level 1, this one is a fifth faster, and smaller too.
    PillowImage.fromarray(image).save(
        file, format="PNG", pnginfo=notes, compress_level=1, compress_type=zlib.Z_RLE
    )


def frame_in(data: bytes, digest: str) -> Image | None:
    """The frame in a PNG file.

    Args:
        data: All of the file.
        digest: The digest of the recipe that it has to be the frame of.

    Returns:
        uint8 (height, width, 3), or None where the file is damaged or another frame's.

    Raises:
        MemoryError: There is too little memory to find out.
    """
    if len(data) > LARGEST:
        return None
    try:
        with PillowImage.open(io.BytesIO(data), formats=["PNG"]) as picture:
            image = np.asarray(picture.convert("RGB"))
            checksum = picture.info.get(CHECKSUM)
    except MemoryError:
        raise
    except Exception:
        # Everything that a reader of pictures comes across in bytes that are no picture.
        return None
    return image if checksum == _checksum(digest, image) else None


def _checksum(digest: str, image: Image) -> str:
    height, width, _ = image.shape
    checksum = hashlib.sha256(f"{digest} {height}x{width}".encode())
    checksum.update(np.ascontiguousarray(image).data)
    return checksum.hexdigest()
