"""Pictures in the place of prompts: what a keyframe has of a picture, and the pictures in a walk file."""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Document, Fields, text
from sd3explorer.walk.limits import MAX_ZOOM
from sd3explorer.walk.mix import Mix, Mixed, expression_of
from sd3explorer.walk.recipe import Inverted, Noise, Picture, PictureLatents, Pull, slerp_between

MAX_PICTURE_BYTES = 512_000
# More would not fit into a walk file anyway.
MAX_PICTURES = 64

# Of base64, which takes four letters for three bytes.
_MAX_LETTERS = (MAX_PICTURE_BYTES + 2) // 3 * 4
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Mode(StrEnum):
    """How a walk comes to a picture."""

    NEAR = "near"
    THROUGH = "through"


@dataclass(frozen=True, slots=True)
class KeyframePicture:
    """What a keyframe shows of a picture.

    Args:
        picture: The picture.
        mode: *Near* begins with the noise of the keyframe and is led to the picture for a part of the steps,
            which is image to image. *Through* begins with the noise that the picture itself comes from.
        strength: How much of it is changed, in [0, 1]; 0 is the picture itself, at 1 nothing is left of it.
        x: Where the frame lies in the picture: 0 is its left side, 1 its right one.
        y: 0 is its top, 1 its bottom.
        zoom: How many times smaller the frame is than the largest one that fits into the picture.
    """

    picture: Picture
    mode: Mode = Mode.NEAR
    strength: float = 0.6
    x: float = 0.5
    y: float = 0.5
    zoom: float = 1.0

    @property
    def latents(self) -> PictureLatents:
        """What recipes call it."""
        return PictureLatents(self.picture, self.x, self.y, self.zoom)

    def noise(self, own: Noise) -> Noise:
        """The noise that a frame starts from which shows nothing but this.

        Args:
            own: What it would start from without a picture.
        """
        if self.mode is Mode.NEAR:
            return own
        return slerp_between(Inverted(self.latents), own, self.strength)

    def pull(self, share: float) -> Pull | None:
        """How a frame is led along the picture.

        It ends half-way to the next keyframe, so no frame is led along two pictures and the model itself
        draws what lies between them. The square makes the end smooth.

        Args:
            share: How much of it the frame shows, from 0 to 1.
        """
        weight = max(2.0 * share - 1.0, 0.0) ** 2
        until = 1.0
        if self.mode is Mode.NEAR:
            until = 1.0 - self.strength
        else:
            weight *= 1.0 - self.strength
        return Pull(self.latents, weight, until) if weight > 0.0 and until > 0.0 else None

    @classmethod
    def read(cls, value: object, name: str) -> "KeyframePicture":
        """The picture in an object of a walk file; its bytes are elsewhere in the file.

        Raises:
            WalkError: A field is impossible.
        """
        fields, own = Fields(value, name), cls(Picture(""))
        picture = cls(
            picture=Picture(_digest(fields.take("sha256"), fields.path("sha256"))),
            mode=fields.choice("mode", Mode, own.mode),
            strength=fields.number("strength", 0.0, 1.0, own.strength),
            x=fields.number("x", 0.0, 1.0, own.x),
            y=fields.number("y", 0.0, 1.0, own.y),
            zoom=fields.number("zoom", 1.0, MAX_ZOOM, own.zoom),
        )
        fields.finish()
        return picture

    def document(self) -> Document:
        """Its object in a walk file, without its bytes."""
        return {
            "sha256": self.picture.digest,
            "mode": self.mode.value,
            "strength": self.strength,
            "x": self.x,
            "y": self.y,
            "zoom": self.zoom,
        }


def picture_of(data: bytes) -> Picture:
    """A picture with its name.

    Args:
        data: A WebP file of `MAX_PICTURE_BYTES` at most.
    """
    return Picture(hashlib.sha256(data).hexdigest(), data)


def noise_of(content: Mixed[KeyframePicture | None], own: Noise) -> Noise:
    """The noise that a frame starts from.

    Args:
        content: The picture that it shows, None for none, or a mix of these.
        own: What it would start from without pictures.
    """
    return expression_of(content, lambda each: own if each is None else each.noise(own))


def pull_of(content: Mixed[KeyframePicture | None]) -> Pull | None:
    """How a frame is led along a picture.

    Args:
        content: As for `noise_of`.
    """
    return strongest_pull(_shares(content, 1.0))


def strongest_pull(shares: Iterable[tuple[KeyframePicture | None, float]]) -> Pull | None:
    """How a frame is led along the picture that it shows more of than of all else; None where there is none.

    Args:
        shares: What it shows, None for no picture, and how much of that; they sum up to 1.
    """
    by_picture: dict[KeyframePicture, float] = {}
    for picture, share in shares:
        if picture is not None:
            by_picture[picture] = by_picture.get(picture, 0.0) + share
    # Of no other one can it show more than a half.
    pulls = (picture.pull(share) for picture, share in by_picture.items())
    return next((pull for pull in pulls if pull is not None), None)


def read_picture(value: object, name: str) -> KeyframePicture | None:
    """The picture in a field; None is none."""
    return None if value is None else KeyframePicture.read(value, name)


def picture_document(picture: KeyframePicture | None) -> Document | None:
    """What stands in a field."""
    return None if picture is None else picture.document()


def read_pictures(value: object, name: str) -> dict[str, Picture]:
    """The pictures in a walk file, by their digests.

    Args:
        value: An object from digests to WebP files in base64.
        name: Its path in the document.

    Raises:
        WalkError: It is something else, or a picture isn't what it is called, or too large.
    """
    values = Fields(value, name).rest()
    if len(values) > MAX_PICTURES:
        raise WalkError(f"{name}: must be {MAX_PICTURES} pictures at most, not {len(values)}")
    return {key: _read_data(key, data, f"{name}.{_digest(key, name)}") for key, data in values.items()}


def pictures_document(pictures: Iterable[Picture]) -> dict[str, str]:
    """What `read_pictures` reads; those without their bytes are left out."""
    each = {picture.digest: picture for picture in pictures if picture.data}
    return {digest: base64.b64encode(picture.data).decode() for digest, picture in sorted(each.items())}


def changed_picture(
    picture: KeyframePicture | None, change: Callable[[Picture], Picture]
) -> KeyframePicture | None:
    """What a keyframe shows, of another picture."""
    return None if picture is None else replace(picture, picture=change(picture.picture))


def _shares(
    content: Mixed[KeyframePicture | None], share: float
) -> Iterator[tuple[KeyframePicture | None, float]]:
    if isinstance(content, Mix):
        yield from _shares(content.start, share * float(1 - content.t))
        yield from _shares(content.end, share * float(content.t))
    else:
        yield content, share


def _digest(value: object, name: str) -> str:
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise WalkError(f"{name}: must be called by SHA-256, 64 of the digits 0 to 9 and a to f")
    return value


def _read_data(digest: str, value: object, name: str) -> Picture:
    try:
        data = base64.b64decode(text(value, name, _MAX_LETTERS), validate=True)
    except (binascii.Error, ValueError) as error:
        raise WalkError(f"{name}: must be a WebP file in base64") from error
    picture = picture_of(data)
    if picture.digest != digest or len(data) > MAX_PICTURE_BYTES:
        raise WalkError(f"{name}: is damaged: its bytes aren't those of the picture that it is called")
    return picture
