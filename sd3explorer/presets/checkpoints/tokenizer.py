"""The tokenizers of checkpoints: those of the family, which ship with the app, or a model's own beside it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from sd3explorer.presets.files import read_bytes
from sd3explorer.presets.preset import PresetError
from sd3explorer.presets.shipped import shipped
from sd3explorer.presets.tokenizers import VERSION, check_tokenizer, vocabulary_of
from sd3explorer.presets.tokens import BYTE_SYMBOLS, END, END_OF_WORD, START, Vocabulary
from sd3explorer.walk.files import reason

# Rows of the embedding of a CLIP that has the vocabulary of OpenAI's.
CLIP_WORDS = 49408

# In diffusers' folders.
FOLDERS = {"clip_l": "tokenizer", "clip_g": "tokenizer_2"}
VOCABULARY, MERGES, CONFIG = "vocab.json", "merges.txt", "tokenizer_config.json"

# Which of the family fill up texts with the token of their end; the others do with that of number 0.
PADS_WITH_END = {"clip_l": True, "clip_g": False}


@dataclass(frozen=True, slots=True)
class ClipTokenizer:
    """The words of a CLIP.

    Args:
        vocabulary: Number of each token.
        merges: Pairs that are joined, "a b", the most frequent first.
        pads_with_end: Whether texts are filled up with the token of their end, or with that of number 0.
    """

    vocabulary: dict[str, int]
    merges: Sequence[str]
    pads_with_end: bool

    def vocabulary_for(self, tokens: int) -> Vocabulary:
        """What an encoder with these words reads of a prompt.

        Args:
            tokens: How many, those of start and end included.
        """
        return vocabulary_of(self.vocabulary, self.merges, tokens)


def own_folder(name: str, words: int, beside: Path, place: str) -> Path | None:
    """Where the tokenizer of a CLIP is.

    Args:
        name: Of the CLIP.
        words: Rows of its embedding.
        beside: Folder of the model.
        place: The model, for messages.

    Returns:
        None for the one that ships with the app.

    Raises:
        PresetError: It has other words than the family, and there are none beside it.
    """
    if words == CLIP_WORDS:
        return None
    folder = beside / FOLDERS[name]
    if (folder / VOCABULARY).is_file() and (folder / MERGES).is_file():
        return folder
    raise PresetError(
        f"{place} reads {words:,} different words, not the {CLIP_WORDS:,} of Stable Diffusion 3; "
        f"put its {VOCABULARY} and {MERGES} into {folder}"
    )


def tokenizer_files(folder: Path) -> list[Path]:
    """The files of a tokenizer in a folder, those that are there."""
    return [file for name in (VOCABULARY, MERGES, CONFIG) if (file := folder / name).is_file()]


def read_tokenizer(name: str, words: int, folder: Path | None) -> ClipTokenizer:
    """Reads the words of a CLIP.

    Args:
        name: Of the CLIP.
        words: Rows of its embedding.
        folder: Where they are; None for those that ship with the app.

    Raises:
        PresetError: A file is missing or damaged, or has words that the CLIP doesn't.
    """
    if folder is None:
        lines = _lines(shipped("clip", MERGES))
        return ClipTokenizer(_family_vocabulary(lines), lines, PADS_WITH_END[name])
    check_tokenizer(folder / VOCABULARY, folder / MERGES, words)
    try:
        vocabulary: dict[str, int] = json.loads(read_bytes(folder / VOCABULARY))
        lines = _lines(read_bytes(folder / MERGES))
        return ClipTokenizer(vocabulary, lines, _pads_with_end(name, folder, vocabulary))
    except OSError as error:
        raise PresetError(f"{error.filename or folder} can't be read: {reason(error)}") from error


def _family_vocabulary(merges: Sequence[str]) -> dict[str, int]:
    # As simple_tokenizer.py of openai/CLIP numbers them: bytes, bytes at a word's end, merges, two marks.
    symbols = sorted(BYTE_SYMBOLS)
    ends = [f"{symbol}{END_OF_WORD}" for symbol in symbols]
    joined = [merge.replace(" ", "") for merge in merges]
    return {token: number for number, token in enumerate((*symbols, *ends, *joined, START, END))}


def _lines(merges: bytes) -> list[str]:
    lines = merges.decode().replace("\r\n", "\n").split("\n")
    return [line.rstrip() for line in lines if line and VERSION not in line]


def _pads_with_end(name: str, folder: Path, vocabulary: dict[str, int]) -> bool:
    try:
        config: object = json.loads(read_bytes(folder / CONFIG))
    except FileNotFoundError:
        return PADS_WITH_END[name]
    except (ValueError, RecursionError) as error:
        raise PresetError(f"{folder / CONFIG} is damaged; fetch or copy the model again") from error
    token: Any = cast(dict[str, Any], config).get("pad_token") if isinstance(config, dict) else None
    if isinstance(token, dict):
        token = cast(dict[str, Any], token).get("content")
    if token is None:
        return PADS_WITH_END[name]
    if token == END:
        return True
    if not isinstance(token, str) or vocabulary.get(token) != 0:
        raise PresetError(f"{folder / CONFIG} has texts filled up with a token that can't be used here")
    return False
