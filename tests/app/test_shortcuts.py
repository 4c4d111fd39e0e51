"""Which keys do what, as they come and as they are chosen."""

import ast
import re
from pathlib import Path

import pytest

from sd3explorer.app import actions
from sd3explorer.app.menus.table import table
from sd3explorer.app.shortcuts import (
    key_names,
    keys_of,
    menu_shortcuts,
    owner_of,
    panel_shortcuts,
    plain,
    portable_key,
    usual_key,
    with_key,
    with_key_name,
)

WINDOW_PAGE = Path(__file__).parents[2] / "docs" / "window.md"
KEY_ROW = re.compile(r"^\| ([^|]+) \| [^|]+ \| ([^|]+) \| [^|]+ \|$", re.MULTILINE)
ARROWS = str.maketrans({"←": "Left", "→": "Right", "↑": "Up", "↓": "Down"})

# They change words in a prompt's field, and are no action of the window.
KEYS_OF_PROMPTS = {"Ctrl+Up", "Ctrl+Down"}


def key_of(action, chosen):
    return {each.id: each.keys for each in menu_shortcuts(chosen)}[action]


def test_no_two_things_have_one_key():
    keys = [key.toString() for entry in table() for key in keys_of(entry, {})]
    assert len(keys) == len(set(keys))


def test_the_documentation_names_keys_that_there_are():
    page = WINDOW_PAGE.read_text("utf-8")
    _head, _line, *rows = KEY_ROW.findall(page[page.index("## Keys") :])
    named = {key for row in rows for cell in row for key in re.split(",? ", cell.replace("`", ""))}
    there = {key.toString() for entry in table() for key in keys_of(entry, {})}
    assert {key.translate(ARROWS) for key in named} - there == KEYS_OF_PROMPTS


@pytest.mark.parametrize("action", [entry.id for entry in table() if entry.keys])
def test_every_key_that_an_action_comes_with_is_one_that_can_be_kept(action):
    assert portable_key(usual_key(action)) == usual_key(action)


def test_an_action_has_the_key_that_was_chosen_and_no_other():
    [redo] = [entry for entry in table() if entry.id == "redo"]
    assert len(keys_of(redo, {})) == 2
    assert [key.toString() for key in keys_of(redo, {"redo": "F7"})] == ["F7"]
    assert keys_of(redo, {"redo": ""}) == []


def test_a_key_that_another_action_got_is_not_also_that_of_its_first_owner():
    assert key_of("export", {"history": "Ctrl+E"}) == ""
    assert key_of("export", {"history": ""}) == "Ctrl+E"


def test_the_owner_of_a_key_is_found_among_menus_and_panels():
    assert owner_of("ctrl+e", {}).id == "export"
    assert owner_of("Ctrl+E", {}, but="export") is None
    assert owner_of("Ctrl+E", {"export": "F5"}) is None
    assert owner_of("F5", {"export": "F5"}).id == "export"
    assert owner_of("Alt+Up", {}) in panel_shortcuts()
    assert owner_of("F12", {}) is None


def test_an_action_loses_a_chosen_key_that_another_one_gets():
    assert with_key({"export": "F5"}, "history", "F5") == {"export": "", "history": "F5"}


def test_what_is_no_key_is_none():
    assert portable_key("ctrl+e") == "Ctrl+E"
    assert portable_key("") == ""
    for wrong in (None, 5, ["Ctrl+E"], "Foo", "Ctrl+", "Ctrl+A, Ctrl+B", "Ctrl+" * 1000):
        assert portable_key(wrong) is None


def test_a_text_of_a_menu_loses_its_marks_alone():
    assert plain("Cut && &paste…") == "Cut & paste"


def test_hints_call_keys_as_this_system_does_and_arrows_by_their_signs():
    names = key_names({"render": "F9", "stop": ""})
    assert (names["render"], names["stop"], names["previous"]) == ("F9", "", "←")
    assert names["keep_version"] == "Ctrl+K"


def test_a_tooltip_names_a_key_where_there_is_one():
    assert with_key_name("Keep", "Ctrl+K") == "Keep (Ctrl+K)"
    assert with_key_name("Keep", "") == "Keep"


# Of panels, which can't be changed.
FIXED = {"(P)", "Ctrl+C", "Ctrl+Space", "Alt+Up", "Alt+Down"}
KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)+\w+|\bF\d+\b|\([A-Z]\)")


def test_no_text_of_the_window_names_a_key_that_can_be_changed():
    named = {}
    for file in Path(actions.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text())):
            if isinstance(call, ast.Call) and getattr(call.func, "attr", getattr(call.func, "id", "")) in (
                "tr",
                "translate",
            ):
                texts = [each.value for each in call.args if isinstance(each, ast.Constant)]
                for key in KEY.findall(" ".join(map(str, texts))):
                    named.setdefault(key, file.name)
    assert named.keys() <= FIXED, named
    assert "Ctrl+Space" in named
