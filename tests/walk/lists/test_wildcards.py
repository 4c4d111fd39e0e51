"""Wildcards: what is drawn, and how it ends where it can't be."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.lists import Folder, MissingFileError, has_wildcards, with_drawn
from sd3explorer.walk.mix import Mix
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.walk import Walk


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "things").mkdir()
    (tmp_path / "colour.txt").write_text("# colours\nred\n\nblue\n")
    (tmp_path / "things" / "animal_a.txt").write_text("a __colour__ dog\n")
    return Folder(tmp_path)


def drawn(text, seed=0, folder=None):
    return with_drawn(Walk(path=Hold(Prompts(text))), seed, folder or Folder()).path.prompt.prompt


def outcomes(text, folder=None):
    return {drawn(text, seed, folder) for seed in range(60)}


def test_one_of_the_choices_is_drawn():
    assert outcomes("a {red|blue|} dog") == {"a red dog", "a blue dog", "a  dog"}


def test_choices_may_lie_in_each_other():
    assert outcomes("{a|{b|c}} d") == {"a d", "b d", "c d"}
    assert outcomes("{x {a} y|z}") == {"x {a} y", "z"}


def test_a_weight_makes_a_choice_more_likely_or_impossible():
    assert outcomes("{0::a|1::b}") == {"b"}
    heavy = [drawn("{9::a|b}", seed) for seed in range(200)]
    assert 150 < heavy.count("a") < 200


def test_a_name_between_underscores_stands_for_a_line_of_its_file(folder):
    assert outcomes("a __colour__ fox", folder) == {"a red fox", "a blue fox"}
    assert outcomes("__things/animal_a__", folder) == {"a red dog", "a blue dog"}
    assert outcomes("{__colour__|green}", folder) == {"red", "blue", "green"}


def test_the_same_seed_draws_the_same(folder):
    text = "{a|b|c} __colour__ {d|e|f}"
    assert all(drawn(text, seed, folder) == drawn(text, seed, folder) for seed in range(9))


@pytest.mark.parametrize("text", ["", "a {dog}", "{{a}}", "a | b", "a} | {b", "snake_case __ b", "(a:1.2)"])
def test_what_is_no_wildcard_stays(text):
    assert not has_wildcards(Hold(Prompts(text)))
    assert drawn(text) == text


@pytest.mark.parametrize("text", ["{a|b}", "{a {b} | c}", "a __b__ c", "{red|blue dog"])
def test_wildcards_are_seen(text):
    assert has_wildcards(Hold(Prompts("", text)))


@pytest.mark.parametrize(
    "path",
    [
        Morph((Keyframe("{a|a}", "{b|b}", 2.0, dwell=3), Keyframe("c")), closed=True),
        Grid((Prompts("{a|a}"), Prompts("", "{b|b}"), Prompts("c"), Prompts("d")), 3, 5),
        Wander(Prompts("{a|a}", "{b|b}"), 0.5),
        Hold(Prompts("{a|a}", "{b|b}")),
    ],
)
def test_every_prompt_of_every_kind_of_path_is_drawn_and_nothing_else_changes(path):
    text = Walk(path=path).dump()
    assert with_drawn(Walk(path=path), 1, Folder()).dump() == text.replace("{a|a}", "a").replace("{b|b}", "b")


def test_a_mix_is_drawn_as_the_keyframes_that_it_lies_between():
    start, end = Keyframe("{a|b|c|d|e}"), Keyframe("{v|w|x|y|z}")
    mix = Keyframe("{a|b|c|d|e}", mix=Mix(start.prompts, end.prompts, Fraction(1, 3)), seed=7)
    path = Morph((start, mix, end, replace(start, prompt="{a|b|c|d|e}")))
    for seed in range(9):
        first, middle, last, _ = with_drawn(Walk(path=path), seed, Folder()).path.keyframes
        assert middle == replace(first, mix=Mix(first.prompts, last.prompts, Fraction(1, 3)), seed=7)


def test_a_mix_of_what_is_alike_once_drawn_is_none_any_more():
    mix = Keyframe(mix=Mix(Prompts("{a|a}"), Prompts("{b|b}", "", ()), Fraction(1, 2)))
    same = Keyframe(mix=Mix(Prompts("{a|a}"), Prompts("a"), Fraction(1, 2)))
    path = Morph((mix, same))
    assert has_wildcards(path)
    assert with_drawn(Walk(path=path), 1, Folder()).path.keyframes == (
        Keyframe(mix=Mix(Prompts("a"), Prompts("b"), Fraction(1, 2))),
        Keyframe("a"),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{red|blue dog", 'prompt 1: "{red|blue dog" has a { without its }: close it, or take it out'),
        ("{2$$a|b}", 'prompt 1: "{2$$a|b}" would draw several at once ($$), which is not possible here'),
        ("{0::a|0::b}", "prompt 1: all choices of a wildcard have the weight 0"),
        ("{" * 30 + "a|b" + "}" * 30, "prompt 1: its wildcards lie in each other too deeply"),
        ("__../secret__", "prompt 1: __../secret__: names of files have letters"),
        ("__colour*__", "prompt 1: __colour*__: names of files have letters"),
        ("__/etc/passwd__", "prompt 1: __/etc/passwd__: names of files have letters"),
        ("__nothing__", "nothing.txt isn't there, so nothing can be drawn for __nothing__"),
        ("__circle__", "prompt 1: its wildcards lie in each other too deeply, or lead in a circle"),
        ("__many__", "prompt 1: there are more than 20,000 wildcards to draw: take some out"),
        ("__long__ __long__", "prompt 1: has 18,001 characters once drawn, 10,000 at most: shorten it"),
        ("__empty__", "empty.txt: has no lines to draw from: write one thing per line"),
        ("__binary__", "binary.txt: is not text in UTF-8: save it as such"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(folder, text, message):
    for name, content in (
        ("circle", b"__circle__"),
        ("many", b"__many2__ " * 150),
        ("many2", b"{a|b} " * 150),
        ("long", b"x" * 9_000),
        ("empty", b"# nothing\n"),
        ("binary", b"\xff\xfe"),
    ):
        (folder.place / f"{name}.txt").write_bytes(content)
    with pytest.raises(WalkError) as error:
        drawn(text, 0, folder)
    assert str(error.value).startswith("prompt 1: ")
    assert message in str(error.value)


def test_a_file_that_is_missing_is_an_error_of_its_own(folder):
    with pytest.raises(MissingFileError, match=r"fox\.txt isn't there, so nothing can be drawn for __fox__"):
        drawn("__fox__", 0, folder)
    with pytest.raises(MissingFileError, match=r"^prompt 1: __fox__ stands for a line of fox\.txt"):
        drawn("__fox__")


@given(st.text(alphabet="{}|$:_ab1 ", max_size=60), st.integers(0, 2**64 - 1))
def test_any_text_is_drawn_or_refused_and_then_there_is_nothing_left_to_draw(text, seed):
    try:
        result = drawn(text, seed)
    except WalkError:
        assert has_wildcards(Hold(Prompts(text)))
    else:
        assert result == text or has_wildcards(Hold(Prompts(text)))
