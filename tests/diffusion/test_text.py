import numpy as np
import pytest

from sd3explorer.diffusion import text
from sd3explorer.diffusion.loading import load_backbone, load_preprocessor
from sd3explorer.diffusion.text import TextEncoder
from sd3explorer.walk.recipe import Prompt


@pytest.fixture(scope="module")
def backbone(starter):
    return load_backbone(starter, (64, 64), "float32")


@pytest.fixture(scope="module")
def tokenize(starter):
    return load_preprocessor(starter).generate_preprocess


def as_it_is(function, variables):
    """In place of a compiler, which takes many times as long as the encoders do.

    Compiled, they are compared with KerasHub's by whole frames.
    """
    return function


@pytest.fixture(scope="module")
def encoder(backbone, tokenize):
    return TextEncoder(backbone, tokenize, as_it_is)


def test_each_distinct_prompt_is_encoded_once(backbone, tokenize):
    asked = []

    def watched(prompts):
        asked.extend(prompts)
        return tokenize(prompts)

    encoder = TextEncoder(backbone, watched, as_it_is)
    for prompt in ("a fox", "", "a fox", "a dog", "", "a fox"):
        encoder.encode(prompt)
    assert asked == ["a fox", "", "a dog"]


def test_only_so_many_prompts_are_kept(encoder, monkeypatch):
    monkeypatch.setattr(text, "KEPT_PROMPTS", 2)
    for prompt in ("one", "two", "three"):
        encoder.encode(prompt)
    assert [prompt for prompt, *_ in encoder._known] == ["two", "three"]


def test_the_rows_without_a_token_are_padding(encoder, backbone):
    embedding = encoder.encode("a fox")
    tokens = backbone.clip_l.max_sequence_length
    assert embedding.padding == tokens
    assert not embedding.context[tokens:].any()
    assert embedding.context[:tokens].any(axis=1).all()


@pytest.mark.parametrize("prompt", ["", " ", "a fox " * 500, "\N{FOX FACE} «лиса» \u202e", "a\nb\tc\0d"])
def test_any_text_is_a_prompt(encoder, prompt):
    embedding = encoder.encode(prompt)
    assert np.isfinite(embedding.context).all()
    assert np.isfinite(embedding.pooled).all()


# Emphasis


def rows_that_differ(first, second):
    return np.flatnonzero(np.abs(first.context - second.context).max(axis=1) > 1e-6).tolist()


def test_emphasis_moves_a_words_row_further_from_that_of_the_empty_prompt(encoder):
    plain, empty = encoder.encode("a red fox"), encoder.encode("")
    strong = encoder.encode("a red fox", (), ((2, 5, 1.5),))
    assert rows_that_differ(plain, strong) == [2]
    moved = strong.context[2] - empty.context[2]
    assert np.allclose(moved, 1.5 * (plain.context[2] - empty.context[2]), atol=1e-5)
    assert np.array_equal(strong.pooled, plain.pooled)


def test_a_weight_of_nothing_leaves_what_the_empty_prompt_says(encoder):
    none = encoder.encode("a red fox", (), ((2, 9, 0.0),))
    assert np.allclose(none.context[2:4], encoder.encode("").context[2:4], atol=1e-6)


def test_words_that_are_not_read_are_not_emphasised(encoder):
    words = "a fox " * 100
    plain, strong = encoder.encode(words), encoder.encode(words, (), ((500, 503, 2.0),))
    assert rows_that_differ(plain, strong) == []


def test_a_t5_reads_the_same_emphasis_at_its_own_tokens(backbone, tokenize):
    def read_on(prompts, should_stop):
        return np.stack([np.full((256, 4096), 1.0 + len(prompt), np.float32) for prompt in prompts])

    encoder = TextEncoder(backbone, tokenize, as_it_is, read_on, count_pieces=lambda text: len(text.split()))
    plain = encoder.encode("a red fox")
    strong = encoder.encode("a red fox", (), ((2, 5, 1.5),))
    assert rows_that_differ(plain, strong) == [2, backbone.clip_l.max_sequence_length + 1]


def test_token_ids_are_a_legal_input_without_any_tokenizer(encoder, tokenize):
    ids = {name: np.asarray(value) for name, value in tokenize(["a fox"]).items()}
    assert np.array_equal(encoder.encode_ids(ids).context, encoder.encode("a fox").context)


@pytest.mark.parametrize("typed", ["a 3d dog,\n on teal", " a  3d\tdog, on \r\n teal\n\n"])
def test_white_space_tells_the_tokenizers_nothing(tokenize, typed):
    read, as_typed = (tokenize([each]) for each in (Prompt.of(typed).text, typed))
    assert read.keys() == as_typed.keys()
    assert all(np.array_equal(read[name], as_typed[name]) for name in read)


# With a T5 that is no part of the model


def read_on(asked):
    def read(prompts, should_stop):
        if should_stop():
            return None
        asked.append(prompts)
        return np.stack([np.full((5, 4096), len(prompt), np.float32) for prompt in prompts])

    return read


def test_what_t5_reads_takes_the_place_of_the_padding(backbone, tokenize, encoder):
    with_t5 = TextEncoder(backbone, tokenize, as_it_is, read_on([]))
    tokens = backbone.clip_l.max_sequence_length
    embedding, without = with_t5.encode("a fox"), encoder.encode("a fox")
    assert embedding.padding == with_t5.padding == 0
    assert np.array_equal(embedding.context[:tokens], without.context[:tokens])
    assert np.array_equal(embedding.context[tokens:], np.full((5, 4096), 5.0))
    assert np.array_equal(embedding.pooled, without.pooled)


def test_t5_reads_all_new_prompts_at_once_and_none_twice(backbone, tokenize):
    asked = []
    encoder = TextEncoder(backbone, tokenize, as_it_is, read_on(asked))
    assert encoder.prepare(["a fox", "", "a fox"], lambda: False)
    assert encoder.prepare(["", "a dog"], lambda: False)
    encoder.encode("a dog")
    assert asked == [["a fox", ""], ["a dog"]]


def test_reading_with_t5_can_be_stopped(backbone, tokenize):
    encoder = TextEncoder(backbone, tokenize, as_it_is, read_on([]))
    assert not encoder.prepare(["a fox"], lambda: True)
    assert encoder.prepare(["a fox"], lambda: False)
