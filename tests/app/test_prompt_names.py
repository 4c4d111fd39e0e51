"""What prompts are called where there is little room."""

from sd3explorer.app import prompt_names
from sd3explorer.app.prompt_names import mixed_names, short_names
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

DOG = "a 3d dog face on a sky blue background"
CAT = "a 3d cat face on a cream background"
FOX = "a 3d fox on a lavender background"


def test_names_are_the_first_words_that_no_other_prompt_has():
    assert short_names((DOG, CAT, FOX)) == {DOG: "dog", CAT: "cat", FOX: "fox"}


def test_prompts_whose_words_all_come_twice_are_told_apart_by_several():
    prompts = tuple(f"{kind} of a {what}" for kind in ("photo", "painting") for what in ("dog", "cat"))
    assert list(short_names(prompts).values()) == ["photo dog", "photo cat", "painting dog", "painting cat"]


def test_a_prompt_that_is_part_of_another_is_named_in_full():
    assert short_names(("a dog", "a dog in the rain")) == {
        "a dog": "a dog",
        "a dog in the rain": "a dog in the rain",
    }


def test_words_in_another_order_are_named_in_full():
    assert list(short_names(("dog and cat", "cat and dog")).values()) == ["dog and cat", "cat and dog"]


def test_commas_and_capitals_tell_nothing_apart():
    assert list(short_names(("A dog, in rain", "a cat in rain")).values()) == ["dog", "cat"]


def test_an_empty_prompt_is_said_to_be_none():
    assert short_names(("", "a dog")) == {"": "no prompt", "a dog": "a dog"}


def test_names_are_of_the_words_without_marks_of_emphasis():
    walk = Walk(
        path=Morph((Keyframe("(a (flat:1.3) cat face:1.2)"), Keyframe("a [blue] dog face"))), timing=Timing(5)
    )
    assert mixed_names(walk.embeddings(0).positive, walk.path) == "flat cat"
    assert mixed_names(walk.embeddings(4).positive, walk.path) == "blue dog"
    assert list(short_names(("(a dog:1.2)" + " and so on" * 99, "a \\(cat\\)")).values())[1] == "(cat)"


def test_prompts_of_the_same_words_are_told_apart_by_their_emphasis():
    assert short_names(("a dog", "a (dog:1.3)", "a (cat:1.2)")) == {
        "a dog": "dog",
        "a (dog:1.3)": "(dog:1.3)",
        "a (cat:1.2)": "cat",
    }


def test_long_names_are_cut_short():
    [name] = short_names(("a word and another " * 9,)).values()
    assert len(name) <= 24
    assert name.endswith("…")


def test_the_names_of_a_path_are_found_once_however_many_frames_are_looked_at(monkeypatch):
    prompts = (f"a {animal} of kind {number}" for number, animal in enumerate(("dog", "cat", "fox")))
    walk = Walk(path=Morph(tuple(map(Keyframe, prompts))), timing=Timing(25))
    looked_up = []
    monkeypatch.setattr(
        prompt_names, "short_names", lambda texts: looked_up.append(texts) or short_names(texts)
    )
    for index in range(25):
        mixed_names(walk.embeddings(index).positive, walk.path)
    assert len(looked_up) == 1


def test_only_the_start_of_a_prompt_is_looked_at_for_its_name():
    long = "the " * 2000
    assert short_names((long + "dog", long + "cat", "a fox")) == {
        long + "dog": "the the the the the the…",
        long + "cat": "the the the the the the…",
        "a fox": "a fox",
    }
