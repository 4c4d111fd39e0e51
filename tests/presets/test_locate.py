"""From the name in a walk to a preset that is here, without asking any network."""

import shutil
import socket
import subprocess
import sys
from urllib.parse import quote

import pytest

from sd3explorer.presets.catalog import BUILT_IN
from sd3explorer.presets.locate import locate, present
from sd3explorer.presets.preset import PresetError
from sd3explorer.resources import resource
from tests.empty_home import make_empty_home

SHIPPED = resource("models", "starter")
MEDIUM = BUILT_IN[1]
COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*arguments):
        raise AssertionError("locate asks no network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(autouse=True)
def caches(monkeypatch, tmp_path):
    """The two hubs' caches, both empty."""
    monkeypatch.setenv("KAGGLEHUB_CACHE", str(tmp_path / "kaggle"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hugging-face"))
    return tmp_path


def put_preset(folder):
    folder.mkdir(parents=True)
    for name in ("config.json", "preprocessor.json"):
        shutil.copy(SHIPPED / name, folder)
    (folder / "model.weights.h5").write_bytes(b"weights")
    return folder


def put_kaggle(caches, version=5, complete=True):
    parts = MEDIUM.handle.removeprefix("kaggle://").split("/")[:-1]
    folder = put_preset(caches.joinpath("kaggle", "models", *parts, str(version)))
    if complete:
        (folder.parent / f"{version}.complete").touch()
    return folder


def put_hugging_face(caches, name="me/sd3", commit=COMMIT):
    repository = caches / "hugging-face" / f"models--{name.replace('/', '--')}"
    (repository / "refs").mkdir(parents=True, exist_ok=True)
    (repository / "refs" / "main").write_text(commit)
    return put_preset(repository / "snapshots" / commit)


# Counts what is asked of a network, from before the hubs' libraries are there.
ASKING_NOBODY = """
import socket, sys
asked = []

def note(*arguments, **named):
    asked.append(arguments)
    raise OSError("no network")

for name in ("connect", "connect_ex", "sendto", "sendmsg"):
    setattr(socket.socket, name, note)
for name in ("getaddrinfo", "gethostbyname", "create_connection"):
    setattr(socket, name, note)
from sd3explorer.presets.locate import locate, present
print([locate(preset) for preset in sys.argv[1:]], asked)
"""


def refusal(preset):
    with pytest.raises(PresetError) as caught:
        locate(preset)
    return str(caught.value)


# What ships, and folders


def test_the_starter_is_always_here():
    assert locate("starter").folder == SHIPPED.resolve()


def test_a_folder_is_a_preset(tmp_path):
    assert locate(str(put_preset(tmp_path / "mine"))).folder == (tmp_path / "mine").resolve()


def test_a_folder_is_called_as_the_walk_calls_it(tmp_path):
    assert locate(str(put_preset(tmp_path / "mine"))).name == str(tmp_path / "mine")


def test_a_folder_may_be_relative(tmp_path, monkeypatch):
    put_preset(tmp_path / "mine")
    monkeypatch.chdir(tmp_path)
    assert locate("mine").folder == (tmp_path / "mine").resolve()


def test_a_folder_may_lie_at_home(tmp_path, monkeypatch):
    put_preset(tmp_path / "mine")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert locate("~/mine").folder == (tmp_path / "mine").resolve()


def test_a_model_that_an_exported_file_names_is_found_where_models_are(tmp_path, monkeypatch):
    home = make_empty_home(tmp_path, monkeypatch)
    mine = put_preset(home / "ComfyUI" / "models" / "checkpoints" / "mine")
    assert locate("./mine").folder == mine.resolve()
    for other in ("mine", "./checkpoints/mine", "./other"):
        with pytest.raises(PresetError, match="no preset and no folder"):
            locate(other)


def test_a_folder_called_starter_does_not_take_the_starters_place(tmp_path, monkeypatch):
    put_preset(tmp_path / "starter")
    monkeypatch.chdir(tmp_path)
    assert locate("starter").folder == SHIPPED.resolve()


def test_a_folder_that_is_no_preset_says_what_it_lacks(tmp_path):
    assert "has no model.weights.h5" in refusal(str(tmp_path))


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "model.weights.h5").touch()
    assert "no preset and no folder is called" in refusal(str(tmp_path / "model.weights.h5"))


# Names that lead nowhere


def test_an_unknown_name_is_shown():
    assert refusal("stable_difusion").startswith('no preset and no folder is called "stable_difusion"')


@pytest.mark.parametrize("entry", BUILT_IN, ids=lambda entry: entry.name)
def test_an_unknown_name_is_refused_with_each_that_is_known(entry):
    assert f" {entry.name}," in refusal("stable_difusion")


@pytest.mark.parametrize("hub", ["kaggle://", "hf://"])
def test_an_unknown_name_is_refused_with_the_hubs(hub):
    assert f" {hub} " in refusal("stable_difusion")


@pytest.mark.parametrize("name", ["Starter", "http://example.org/model", "kaggle:keras/sd3", "nul\x00", "…"])
def test_what_only_looks_like_a_preset_is_unknown(name):
    assert "no preset and no folder is called" in refusal(name)


def test_a_name_too_long_for_any_file_is_unknown():
    assert "no preset and no folder is called" in refusal("x" * 5000)


def test_the_home_of_nobody_is_unknown():
    assert "no preset and no folder is called" in refusal("~nobody-of-that-name/mine")


@pytest.mark.parametrize("name", ["two\nlines", "a\rreturn"])
def test_an_unknown_name_is_shown_in_one_line(name):
    assert not set("\r\n") & set(refusal(name))


def test_looking_for_a_preset_asks_no_hub_nor_do_their_libraries_when_they_begin():
    presets = ["hf://me/sd3", MEDIUM.name, "kaggle://me/sd3/keras/mine", "kaggle://me/sd3/keras/mine/1"]
    answer = subprocess.run(
        [sys.executable, "-c", ASKING_NOBODY, *presets], capture_output=True, text=True, check=True
    )
    assert answer.stdout == "[None, None, None, None] []\n"


@pytest.mark.parametrize("address", ["file://{}", "file://localhost{}", "file:{}"])
def test_a_folder_may_be_an_address(address, tmp_path):
    folder = put_preset(tmp_path / "my own #1 ü%")
    assert locate(address.format(quote(str(folder)))).folder == folder


@pytest.mark.parametrize("address", ["file://elsewhere{}", "file:", "file://", "file:///%00", "file://[{}"])
def test_an_address_of_no_folder_here_is_unknown(address, tmp_path):
    folder = put_preset(tmp_path / "mine")
    assert "no preset and no folder is called" in refusal(address.format(folder))


@pytest.mark.parametrize("name", ["two\nlines", "bell\x07", "\x1b[31mred", "a\u2028b"])
def test_a_folder_with_a_name_that_nobody_can_show_is_refused(name, tmp_path):
    message = refusal(str(put_preset(tmp_path / name)))
    assert message.endswith("holds control characters; give the folder another name")
    assert message.isprintable()


@pytest.mark.parametrize("name", ["übung", "my\xa0model", "my 🦊", "\u200fאב"])
def test_a_folder_with_a_name_of_another_language_will_do(name, tmp_path):
    assert locate(str(put_preset(tmp_path / name))).folder == tmp_path / name


# What has to be fetched first


def test_what_is_here_is_present(caches):
    assert present("starter") == locate("starter")


def test_what_is_not_here_is_reported_with_its_size_and_the_way_to_fetch_it():
    with pytest.raises(PresetError) as caught:
        present(MEDIUM.name)
    assert str(caught.value) == (
        "stable_diffusion_3_medium is not on this machine, and nothing is fetched unasked; to fetch it "
        "(6.0 GB), run: sd3explorer models fetch stable_diffusion_3_medium, or ask for it with --fetch "
        "(in Python with fetch=True)"
    )


@pytest.mark.parametrize(
    ("handle", "why"),
    [
        ("hf://me/" + "x" * 1000, "it has more than 500 characters"),
        ("kaggle://../../../../1", "it leads out of its hub"),
        ("hf://./sd3", "it leads out of its hub"),
        ("hf://me/sd3\x07", "it holds control characters"),
    ],
)
def test_a_handle_that_no_hub_has_is_refused_in_a_short_line(handle, why):
    message = refusal(handle)
    assert message.endswith(f"is not a handle of a model: {why}")
    assert message.isprintable()
    assert len(message) < 200


# Kaggle


def test_a_kaggle_preset_that_was_never_fetched_is_not_here():
    assert locate(MEDIUM.name) is None


def test_a_kaggle_preset_that_was_fetched_is_here_by_its_name(caches):
    folder = put_kaggle(caches)
    assert locate(MEDIUM.name).folder == folder


def test_a_kaggle_preset_that_was_fetched_is_here_by_its_handle(caches):
    folder = put_kaggle(caches)
    assert locate(MEDIUM.handle).folder == folder


def test_another_version_of_a_kaggle_preset_is_not_that_one(caches):
    put_kaggle(caches, version=4)
    assert locate(MEDIUM.name) is None


def test_a_kaggle_handle_without_a_version_takes_the_newest_here(caches):
    put_kaggle(caches, version=9)
    folder = put_kaggle(caches, version=10)
    assert locate(MEDIUM.handle.removesuffix("/5")).folder == folder


def test_a_kaggle_handle_without_a_version_passes_over_one_that_is_not_complete(caches):
    folder = put_kaggle(caches, version=9)
    put_kaggle(caches, version=10, complete=False)
    assert locate(MEDIUM.handle.removesuffix("/5")).folder == folder


def test_an_interrupted_download_from_kaggle_is_not_here(caches):
    put_kaggle(caches, complete=False)
    assert locate(MEDIUM.name) is None


def test_a_kaggle_preset_that_lost_a_file_is_not_here(caches):
    (put_kaggle(caches) / "model.weights.h5").unlink()
    assert locate(MEDIUM.name) is None


def test_versions_of_a_kaggle_preset_have_identities_of_their_own(caches):
    put_kaggle(caches, version=4)
    put_kaggle(caches, version=5)
    older = locate(MEDIUM.handle.removesuffix("5") + "4")
    assert older.identity != locate(MEDIUM.handle).identity


def test_a_name_and_its_handle_are_one_model(caches):
    put_kaggle(caches)
    assert locate(MEDIUM.name).identity == locate(MEDIUM.handle).identity


# Hugging Face


def test_a_hugging_face_preset_that_was_never_fetched_is_not_here():
    assert locate("hf://me/sd3") is None


def test_a_hugging_face_preset_that_was_fetched_is_here(caches):
    folder = put_hugging_face(caches)
    assert locate("hf://me/sd3").folder.resolve() == folder.resolve()


def test_an_interrupted_download_from_hugging_face_is_not_here(caches):
    (put_hugging_face(caches) / "model.weights.h5").unlink()
    assert locate("hf://me/sd3") is None


def test_commits_of_a_hugging_face_preset_have_identities_of_their_own(caches):
    put_hugging_face(caches)
    older = locate("hf://me/sd3").identity
    put_hugging_face(caches, commit=COMMIT[::-1])
    assert locate("hf://me/sd3").identity != older


# Handles of no preset


@pytest.mark.parametrize(
    "handle",
    ["hf://", "hf://a/b/c", "hf://a b", "kaggle://", "kaggle://keras/sd3", "kaggle://a/b/keras/c/newest"],
)
def test_a_handle_of_nothing_is_not_here(handle):
    assert locate(handle) is None
