"""The tokenizers in a preset of KerasHub: whether they fit its model, and how much of a prompt they read."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sd3explorer.presets.files import ASSETS, CONFIG, PREPROCESSOR, read_bytes
from sd3explorer.presets.preset import PresetError, again
from sd3explorer.presets.tokens import END, START, Vocabulary
from sd3explorer.walk.files import reason

ENCODER = "clip_l"
ENCODERS = (ENCODER, "clip_g")
VOCABULARY, MERGES, WORDS = "vocabulary.json", "merges.txt", "words.txt"
# How the first line of merges begins, which is none of them.
VERSION = "#version:"


def check_tokenizers(folder: Path, config: dict[str, Any]) -> None:
    """Refuses a preset whose texts could not be read, and names the file that is damaged.

    Args:
        folder: The preset's folder.
        config: The part "config" of its configuration.

    Raises:
        PresetError: A tokenizer of CLIP is missing or damaged, or gives what the model can't read.
        KeyError, TypeError: A field is missing.
    """
    preprocessor = _json(folder / PREPROCESSOR)["config"]
    lengths = {preprocessor[f"{name}_preprocessor"]["config"]["sequence_length"] for name in ENCODERS}
    longest = min(config[name]["config"]["max_sequence_length"] for name in ENCODERS)
    if len(lengths) > 1 or max(lengths) > longest:
        raise PresetError(
            f"the tokenizers in {folder} make more tokens than its {CONFIG} allows, or not all as many; "
            f"{again(folder)}"
        )
    for name in ENCODERS:
        assets = _assets(folder, preprocessor, name)
        check_tokenizer(assets / VOCABULARY, assets / MERGES, config[name]["config"]["vocabulary_size"])


def read_vocabulary(folder: Path) -> Vocabulary | None:
    """Reads what the text encoder of a preset can read.

    Args:
        folder: The preset's folder.

    Returns:
        None where it is unknown what is read: a file is missing or damaged, or the preset
        has a T5, which reads on where CLIP ends.
    """
    try:
        return _read(folder)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def vocabulary_of(
    known: dict[str, int], merges: Sequence[str], max_tokens: int, words: tuple[str, ...] = ()
) -> Vocabulary:
    """What a CLIP reads of a prompt.

    Args:
        known: Its tokens.
        merges: Pairs that are joined, "a b", the most frequent first.
        max_tokens: As for `Vocabulary`.
        words: As for `Vocabulary`.

    Raises:
        ValueError: A merge is no pair.
    """
    pairs = [tuple(line.split(" ")) for line in merges]
    ranks = {(a, b): rank for rank, (a, b) in enumerate(pairs) if a + b in known}
    return Vocabulary(ranks, max_tokens, words)


def check_tokenizer(vocabulary_file: Path, merges_file: Path, words: int) -> None:
    """Refuses the tokenizer of a CLIP that is damaged, or gives what the CLIP can't read.

    Args:
        vocabulary_file: JSON with the number of each token.
        merges_file: Pairs that are joined, one a line.
        words: How many tokens the CLIP knows.

    Raises:
        PresetError: A file is missing or damaged; says which.
    """
    file = vocabulary_file
    try:
        vocabulary = _json(file)
        sound = _is_vocabulary(vocabulary, words)
        if sound:
            file = merges_file
            sound = _are_merges(_text(file), vocabulary)
    except FileNotFoundError as error:
        raise PresetError(f"{file} is missing; {again(file)}") from error
    except OSError as error:
        raise PresetError(f"{file} can't be read: {reason(error)}; {again(file)}") from error
    except (ValueError, RecursionError):
        sound = False
    if not sound:
        raise PresetError(f"{file} is damaged; {again(file)}")


def _is_vocabulary(content: Any, words: int) -> bool:
    return (
        isinstance(content, dict)
        and {START, END} <= content.keys()
        and all(type(number) is int and 0 <= number < words for number in content.values())
    )


def _are_merges(text: str, vocabulary: dict[str, int]) -> bool:
    lines = text.removesuffix("\n").split("\n")
    pairs = [line.rstrip().split(" ") for line in lines if VERSION not in line]
    return all(len(pair) == 2 and vocabulary.keys() >= set(pair) for pair in pairs)


def _read(folder: Path) -> Vocabulary | None:
    config = _json(folder / PREPROCESSOR)["config"]
    if config.get("t5_preprocessor"):
        return None
    encoder = config[f"{ENCODER}_preprocessor"]["config"]
    assets = _assets(folder, config, ENCODER)
    known = _json(assets / VOCABULARY)
    lines = [line for line in _text(assets / MERGES).split("\n") if line and VERSION not in line]
    return vocabulary_of(known, lines, int(encoder["sequence_length"]), _read_words(folder / WORDS))


def _assets(folder: Path, config: dict[str, Any], encoder: str) -> Path:
    # KerasHub names a tokenizer's folder after its configuration's file.
    tokenizer = config[f"{encoder}_preprocessor"]["config"]["tokenizer"]["config"]
    name = tokenizer["config_file"]
    if not isinstance(name, str):
        raise TypeError(name)
    return folder / ASSETS / name.removesuffix(".json")


def _read_words(file: Path) -> tuple[str, ...]:
    if not file.is_file():
        return ()
    return tuple(line.strip() for line in _text(file).splitlines() if line.strip())


def _json(file: Path) -> Any:
    return json.loads(_text(file))


def _text(file: Path) -> str:
    return read_bytes(file).decode().replace("\r\n", "\n")
