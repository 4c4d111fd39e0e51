"""Emphasis: brackets as the field writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.emphasis import escaped, marked, read_emphasis, reweighted
from sd3explorer.walk.limits import MAX_TEXT
from sd3explorer.walk.recipe import Prompt

# Brackets come often enough to meet each other.
texts = st.text(st.sampled_from("ab (:)[]\\1.2"), max_size=40)


def weights_of(prompt):
    """The words of a prompt that count for more or less, with what they count for."""
    read = read_emphasis(prompt)
    return {read.text[start:end]: weight for start, end, weight in read.stretches}


@pytest.mark.parametrize(
    ("prompt", "text", "weights"),
    [
        ("a red dog", "a red dog", {}),
        ("a (red) dog", "a red dog", {"red": 1.1}),
        ("a (red:1.3) dog", "a red dog", {"red": 1.3}),
        ("a (red:.5) dog", "a red dog", {"red": 0.5}),
        ("a (red: 1.5 ) dog", "a red dog", {"red": 1.5}),
        ("a (red:-1) dog", "a red dog", {"red": -1.0}),
        ("a [red] dog", "a red dog", {"red": 0.909091}),
        ("a ((red)) dog", "a red dog", {"red": 1.21}),
        ("a (big (red:1.5):2) dog", "a big red dog", {"big ": 2.0, "red": 3.0}),
        ("[a:1.2]", "a:1.2", {"a:1.2": 0.909091}),
        ("(a:1.0)", "a", {}),
    ],
)
def test_brackets_say_how_much_words_count(prompt, text, weights):
    assert read_emphasis(prompt).text == text
    assert weights_of(prompt) == weights


@pytest.mark.parametrize(
    ("prompt", "text"),
    [
        (r"a \(red\) dog", "a (red) dog"),
        (r"a \[red\] dog", "a [red] dog"),
        (r"C:\\dogs", r"C:\dogs"),
        (r"a\nb", r"a\nb"),
    ],
)
def test_a_backslash_takes_a_bracket_for_itself(prompt, text):
    assert read_emphasis(prompt).text == text
    assert weights_of(prompt) == {}


@pytest.mark.parametrize("prompt", [":)", "a :( dog", "a) (b", "(a]", "a ("])
def test_a_bracket_that_nothing_answers_to_is_text(prompt):
    assert read_emphasis(prompt).text == prompt
    assert weights_of(prompt) == {}


@given(texts)
def test_an_escaped_text_says_just_that(text):
    read = read_emphasis(escaped(text))
    assert read.text == text
    assert read.stretches == ()


@given(texts)
def test_what_is_read_can_be_typed_again(prompt):
    read = read_emphasis(prompt)
    again = read_emphasis(marked(read.text, read.stretches))
    assert (again.text, again.stretches) == (read.text, read.stretches)


@given(texts)
def test_each_character_is_known_by_its_place_among_the_marks(prompt):
    read = read_emphasis(prompt)
    assert len(read.origins) == len(read.text)
    for character, origin in zip(read.text, read.origins, strict=True):
        assert character in prompt[origin : origin + 2]


@pytest.mark.parametrize(
    ("prompt", "change", "result"),
    [
        ("a |red| dog", 0.1, "a (|red|:1.1) dog"),
        ("a | red  |dog", 0.1, "a  (|red|:1.1)  dog"),
        ("a re||d dog", 0.1, "a (|red|:1.1) dog"),
        ("a (|red|:1.1) dog", 0.1, "a (|red|:1.2) dog"),
        ("a (|red|) dog", 0.1, "a (|red|:1.2) dog"),
        ("a (|red|:1.1) dog", -0.1, "a |red| dog"),
        ("a |red| dog", -0.1, "a (|red|:0.9) dog"),
        ("a (|red| dog:1.5)", 0.1, "a ((|red|:1.1) dog:1.5)"),
        (r"a \(|red|\) dog", 0.1, r"a \((|red|:1.1)\) dog"),
        ("(|red|:10)", 0.1, "(|red|:10)"),
        ("(red:1||.3) hat", 0.1, "(|red|:1.4) hat"),
        ("(red:1.3||) hat", 0.1, "(|red|:1.4) hat"),
        ("||(red:1.3) hat", -0.1, "(|red|:1.2) hat"),
        ("(r||ed hat:1.3) x", 0.1, "(|red hat|:1.4) x"),
        ("((re||d:1.2) hat:1.3)", 0.1, "((|red|:1.3) hat:1.3)"),
        ("(|red| hat:1.3)", 0.1, "((|red|:1.1) hat:1.3)"),
        ("[r||ed]", 0.1, "[(|red|:1.1)]"),
        ("<lora:in||k:0.8> dog", 0.1, "<lora:|ink|:0.8> dog"),
        ("a  || dog", 0.1, "a  || dog"),
    ],
)
def test_a_stretch_or_a_word_is_made_to_count_for_more(prompt, change, result):
    start, end = prompt.index("|"), prompt.rindex("|") - 1
    changed, first, last = reweighted(prompt.replace("|", ""), start, end, change)
    assert f"{changed[:first]}|{changed[first:last]}|{changed[last:]}" == result


@given(texts)
def test_stretches_are_in_order_and_within_the_text(prompt):
    read = read_emphasis(prompt)
    ends = [0, *(place for start, end, _ in read.stretches for place in (start, end)), len(read.text)]
    assert ends == sorted(ends)


def test_weights_have_bounds():
    assert weights_of("((a:1000):1000)") == {"a": 10.0}


@pytest.mark.usefixtures("hang_guard")
@pytest.mark.parametrize("unit", ["(", "()", "(a:1.1)", "((", "\\(", "[(", ")"])
def test_the_longest_prompt_of_brackets_is_read_at_once(unit):
    read_emphasis(unit * (MAX_TEXT // len(unit)))
    read_emphasis("(" * (MAX_TEXT // 2) + ")" * (MAX_TEXT // 2))


def test_a_recipe_holds_what_is_read_and_where_it_counts():
    assert Prompt.of(" a (red:1.3)\ndog ") == Prompt("a red dog", emphasis=((2, 5, 1.3),))
    assert Prompt.of("a (red:1) dog") == Prompt.of("a red dog") == Prompt("a red dog")
