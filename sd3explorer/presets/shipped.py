"""The tokenizers that ship with the app: a flipped bit there would make wrong pictures without a word."""

from sd3explorer.presets.digests import check_digests
from sd3explorer.presets.files import read_bytes
from sd3explorer.presets.preset import PresetError, again
from sd3explorer.resources import resource
from sd3explorer.walk.files import reason


def shipped(folder: str, name: str) -> bytes:
    """What is in a file of a tokenizer that ships with the app.

    Args:
        folder: Of the tokenizer, in `resources/tokenizers`.
        name: Of the file.

    Raises:
        PresetError: It is missing or damaged; says what to do.
    """
    place = resource("tokenizers")
    file = place / folder / name
    check_digests(place, [file])
    try:
        return read_bytes(file)
    except OSError as error:
        raise PresetError(f"{file} can't be read: {reason(error)}; {again(file)}") from error
