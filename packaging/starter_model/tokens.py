"""A byte-pair vocabulary in CLIP's layout: trained on captions, and used as KerasHub's tokenizer uses it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

START, END = "<|startoftext|>", "<|endoftext|>"
WORD_END = "</w>"
PATTERN = r"<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"


@dataclass(frozen=True)
class Vocabulary:
    """Token ids and the merges that make them.

    Args:
        ids: Of every token. The last two are the start and the end of a text: CLIP finds the end of a text
            by its id being the largest.
        merges: Pairs of tokens, "a b", in the order of merging.
    """

    ids: dict[str, int]
    merges: list[str]

    @classmethod
    def load(cls, folder: Path) -> "Vocabulary":
        """Reads `vocabulary.json` and `merges.txt`, as they are in a preset's `assets/`."""
        lines = (folder / "merges.txt").read_text().splitlines()
        merges = [line for line in lines if line and "#version:" not in line]
        return cls(json.loads((folder / "vocabulary.json").read_text()), merges)

    def save(self, folder: Path) -> None:
        """Writes them."""
        (folder / "vocabulary.json").write_text(json.dumps(self.ids, ensure_ascii=False))
        (folder / "merges.txt").write_text("\n".join(self.merges))

    @classmethod
    def train(cls, texts: Iterable[str], size: int = 3500) -> "Vocabulary":
        """The vocabulary that writes these texts in few tokens; about `size` of them."""
        alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
        tokenizer = empty_tokenizer(models.BPE(end_of_word_suffix=WORD_END, unk_token=END))
        trainer = trainers.BpeTrainer(
            vocab_size=size, initial_alphabet=alphabet, end_of_word_suffix=WORD_END, min_frequency=2
        )
        tokenizer.train_from_iterator(texts, trainer)
        trained = json.loads(tokenizer.to_str())["model"]
        tokens = sorted(trained["vocab"], key=trained["vocab"].__getitem__)
        ends = [byte + WORD_END for byte in alphabet]
        tokens += [token for token in ends if token not in trained["vocab"]] + [START, END]
        merges = [merge if isinstance(merge, str) else " ".join(merge) for merge in trained["merges"]]
        return cls({token: index for index, token in enumerate(tokens)}, merges)

    def tokenizer(self) -> Tokenizer:
        """What splits texts into these tokens."""
        merges = [tuple(merge.split(" ")) for merge in self.merges]
        return empty_tokenizer(
            models.BPE(vocab=self.ids, merges=merges, end_of_word_suffix=WORD_END, unk_token=END)
        )


class Tokens:
    """Texts to token ids.

    Args:
        vocabulary: The ids.
        length: Of every text: longer ones are cut, shorter ones filled up with 0.
    """

    def __init__(self, vocabulary: Vocabulary, length: int) -> None:
        self._tokenizer = vocabulary.tokenizer()
        self._start, self._end = vocabulary.ids[START], vocabulary.ids[END]
        self._length = length

    def __call__(self, texts: list[str]) -> torch.Tensor:
        """Token ids, int64 (texts, length)."""
        result = torch.zeros(len(texts), self._length, dtype=torch.int64)
        for row, encoding in zip(result, self._tokenizer.encode_batch(texts), strict=True):
            ids = [self._start, *encoding.ids[: self._length - 2], self._end]
            row[: len(ids)] = torch.tensor(ids)
        return result


def empty_tokenizer(model: models.Model) -> Tokenizer:
    """A tokenizer that splits and normalizes as CLIP's does."""
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(PATTERN), behavior="removed", invert=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False),
        ]
    )
    return tokenizer
