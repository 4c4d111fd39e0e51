import dataclasses
import json
import os
import random
import re
import shutil
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.presets import tokens

PROMPTS = (
    "",
    " ",
    "a 3d dog face on a sky blue background",
    "A Fox's 123 tail!! 3.14 (yes)",
    "   spaced\n\tout\r\n ",
    "\N{FOX FACE} «лиса» \u202e \N{FAMILY}\u200d\N{HEAVY BLACK HEART}\ufe0f",
    "don't we're I'LL they've 'twas i'd'd",
    "café cafe\u0301 a\u0328\u0301 \u0301 x \u0301",
    "한국어 \u1112\u1161\u11ab\u1100\u1173\u11af",
    "x<|endoftext|>y <|startoftext|> <|ENDOFTEXT|> <|endof",
    "\u3000全角 \xa0nbsp 一二三",
    "!!!???...'s ...''re",
    "६ Ⅷ ½ ² ১২৩ কো",
    "שלום עולם مرحبا بالعالم",
    "ΟΔΥΣΣΕΥΣ İstanbul STRASSE ẞ ǅ",
    "a\x00b\x1cc\x1fd\x85e\u2028f\u200bg",
    "rainbow" * 40,
    "a fox, " * 200,
    "mmmmmmmmaaaaaaannnnnnnnn aaaa lllleeee",
)


@pytest.fixture(scope="module")
def vocabulary(starter):
    vocabulary = starter.vocabulary()
    assert vocabulary is not None
    return vocabulary


@pytest.fixture(scope="module")
def tokenizer(starter):
    from sd3explorer.diffusion.loading import load_preprocessor

    return load_preprocessor(starter).clip_l_preprocessor.tokenizer


@pytest.fixture
def damaged(starter, tmp_path):
    folder = tmp_path / "preset"
    folder.mkdir()
    shutil.copytree(starter.folder / "assets", folder / "assets")
    for file in ("preprocessor.json", "words.txt"):
        shutil.copy(starter.folder / file, folder)
    return dataclasses.replace(starter, folder=folder)


def theirs(tokenizer, prompt):
    return len(tokenizer.tokenize([prompt])[0])


@pytest.mark.parametrize("prompt", PROMPTS)
def test_counts_what_kerashub_counts(vocabulary, tokenizer, prompt):
    assert vocabulary.count(prompt) == theirs(tokenizer, prompt) + 2


@pytest.mark.parametrize("seed", range(40))
def test_counts_what_kerashub_counts_in_random_texts(vocabulary, tokenizer, seed):
    source = random.Random(seed)
    pool = [*vocabulary.words, *"aeiou'!., 0123456789\n-", *PROMPTS[5], *PROMPTS[12]]
    prompt = "".join(source.choices(pool, k=60))
    assert vocabulary.count(prompt) == theirs(tokenizer, prompt) + 2


@pytest.mark.parametrize("prompt", PROMPTS)
def test_a_prompt_is_cut_only_when_it_has_more_tokens_than_the_encoder_reads(vocabulary, prompt):
    assert (vocabulary.cut(prompt) is None) == (vocabulary.count(prompt) <= vocabulary.max_tokens)


def test_the_encoder_gets_the_same_tokens_without_the_words_after_the_cut(vocabulary, starter):
    from sd3explorer.diffusion.loading import load_preprocessor

    preprocessor = load_preprocessor(starter)
    prompt = "Cafe\u0301 \N{FOX FACE}: " + "a 3d dog face, " * 6
    cut = vocabulary.cut(prompt)
    whole, read, less = preprocessor.generate_preprocess([prompt, prompt[:cut], prompt[: cut - 2]])["clip_l"]
    assert list(whole) == list(read)
    assert list(whole) != list(less)


def test_the_cut_is_where_the_first_unread_character_is(vocabulary):
    fitting = " ".join(["fox"] * (vocabulary.max_tokens - 2))
    assert vocabulary.cut(fitting) is None
    assert vocabulary.cut(f"{fitting} dog") == len(fitting) + 1


def test_characters_that_are_composed_count_as_they_were_written(vocabulary):
    prefix = "cafe\u0301 "
    prompt = prefix + "fox " * vocabulary.max_tokens
    words_read = vocabulary.max_tokens - 2 - (vocabulary.count(prefix) - 2)
    assert vocabulary.cut(prompt) == len(prefix) + 4 * words_read


def test_a_character_of_which_only_some_bytes_are_read_is_not_read(vocabulary):
    prefix = "fox " * (vocabulary.max_tokens - 3)
    assert vocabulary.cut(prefix + "\N{FOX FACE}") == len(prefix)


@pytest.fixture
def merged(monkeypatch):
    """How many letters the words have that tokens are made of, each time anew."""
    letters = []
    merge = tokens._merged
    monkeypatch.setattr(
        tokens, "_merged", lambda word, merges: letters.append(len(word)) or merge(word, merges)
    )
    return letters


def test_typing_on_makes_tokens_of_the_last_word_alone(vocabulary, merged):
    text = " ".join(f"thing {number}" for number in range(300))
    vocabulary.measure(text)
    merged.clear()
    vocabulary.measure(f"{text} qx")
    assert merged == [2]


def test_tokens_of_a_long_text_without_spaces_are_made_once_and_not_kept(vocabulary, merged):
    text = "q" * 5000
    for _ in range(2):
        count, cut = vocabulary.measure(text)
        assert cut is not None and count > vocabulary.max_tokens
    assert merged == [5000, 5000]


def test_the_limit_is_that_of_the_preset(vocabulary):
    assert vocabulary.max_tokens == 24


def test_the_starter_model_names_its_words(vocabulary):
    assert "dog face" in vocabulary.words


def test_a_preset_without_a_list_of_words_has_none(damaged):
    (damaged.folder / "words.txt").unlink()
    vocabulary = damaged.vocabulary()
    assert vocabulary is not None and vocabulary.words == ()


@pytest.mark.parametrize("file", ["merges.txt", "vocabulary.json"])
def test_a_preset_whose_tokenizer_is_missing_has_no_vocabulary(damaged, file):
    (damaged.folder / "assets/clip_l_tokenizer" / file).unlink()
    assert damaged.vocabulary() is None


def test_a_preset_whose_files_are_damaged_has_no_vocabulary(damaged):
    (damaged.folder / "preprocessor.json").write_text("[1, 2")
    assert damaged.vocabulary() is None


def test_where_a_t5_reads_on_nothing_can_be_told_of_the_cut(damaged):
    file = damaged.folder / "preprocessor.json"
    document = json.loads(file.read_text())
    document["config"]["t5_preprocessor"] = {"config": {"sequence_length": 256}}
    file.write_text(json.dumps(document))
    assert damaged.vocabulary() is None


@pytest.mark.parametrize("name", ["merges.txt", "vocabulary.json"])
def test_a_tokenizer_that_is_a_pipe_is_not_waited_for(name, damaged):
    file = damaged.folder / "assets" / "clip_l_tokenizer" / name
    file.unlink()
    os.mkfifo(file)
    # Whoever opens it waits for this, and a test that hangs would tell nothing.
    writer = threading.Timer(20.0, lambda: file.write_text(""))
    writer.start()
    try:
        assert damaged.vocabulary() is None
        assert writer.is_alive()
    finally:
        writer.cancel()
        writer.join()


def test_words_that_were_not_taught_are_found(vocabulary):
    prompt = "A Dog and jazz in Vienna, 3d, a jack-o-lantern, ok"
    found = [prompt[start:end] for start, end in vocabulary.unknown(prompt)]
    assert found == ["jazz", "Vienna"]


def test_no_word_is_unknown_to_a_model_that_does_not_say_what_it_knows(vocabulary):
    silent = tokens.Vocabulary(vocabulary._merges, vocabulary.max_tokens)
    assert silent.unknown("jazz in Vienna") == []


def test_all_that_is_offered_is_known(vocabulary):
    assert [word for word in vocabulary.words if vocabulary.unknown(word)] == []


@given(st.text())
def test_what_is_unknown_is_a_word_of_the_text(vocabulary, text):
    for start, end in vocabulary.unknown(text):
        assert 3 <= end - start <= 24
        assert re.search(r"[\s\d_]", text[start:end]) is None
