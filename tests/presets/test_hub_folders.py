"""Folders of diffusers on Hugging Face: in its library's own cache, and fetched from a hub played here."""

import json
import shutil
import subprocess
import sys

import pytest

from sd3explorer.presets import sources
from sd3explorer.presets.checkpoints.architecture import Architecture, Autoencoder, Clip, Transformer
from sd3explorer.presets.checkpoints.folder import FOLDERS
from sd3explorer.presets.checkpoints.layout import layout
from sd3explorer.presets.entry import Reader, preset_of
from sd3explorer.presets.locate import fetch, locate, present
from sd3explorer.presets.preset import PresetError
from tests.presets import test_fetch
from tests.presets.checkpoints.real_keys import write_pipeline
from tests.presets.headers import write_header
from tests.presets.test_fetch import COMMIT, environment, ignore, point_to, running_hub

HANDLE = "hf://me/sd3"
PARTS = ("mmdit", "vae", "clip_l", "clip_g")

CLIP = Clip(16, 1, 2, 16, 49408, 77, "gelu", projected=True)
TINY = Architecture(
    Transformer(64, 2, 1, 8, 4096, 32),
    Autoencoder((32,) * 4, (1,) * 4, (32,) * 4, (1,) * 4),
    CLIP,
    CLIP,
)


@pytest.fixture
def home(tmp_path, monkeypatch):
    point_to(test_fetch.NOBODY, tmp_path, monkeypatch)
    return tmp_path


def into_cache(home, folder, commit=COMMIT):
    """Puts a folder's files where Hugging Face's library has them: links to blobs."""
    repository = home / "hugging-face" / "models--me--sd3"
    snapshot = repository / "snapshots" / commit
    (repository / "refs").mkdir(parents=True, exist_ok=True)
    (repository / "refs" / "main").write_text(commit)
    (repository / "blobs").mkdir(exist_ok=True)
    for number, file in enumerate(sorted(path for path in folder.rglob("*") if path.is_file())):
        # As small ones are called: gigabytes would take their time to be what they are called.
        blob = repository / "blobs" / f"{commit[:16]}{number:024x}"
        link = snapshot / file.relative_to(folder)
        link.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(file, blob)
        link.symlink_to(blob)
    return snapshot


# In the cache


@pytest.mark.parametrize("shards", [1, 2])
def test_what_is_in_the_cache_is_found_named_and_identified(shards, home):
    snapshot = into_cache(home, write_pipeline(home / "made", "sd3.5_medium", shards))
    found = present(HANDLE)
    assert (found.name, found.kind) == (HANDLE, "Stable Diffusion 3.5 Medium")
    assert found.root.resolve() == snapshot.resolve()
    assert found.identity == f"{HANDLE} {COMMIT} mmdit vae clip_l clip_g t5"
    assert all(file.is_relative_to(found.root) for part in found.parts for file in part.files)
    found.check_weights()


def test_its_name_leads_back_to_its_handle(home):
    snapshot = into_cache(home, write_pipeline(home / "made", "sd3.5_medium"))
    assert preset_of(snapshot) == HANDLE
    entry = Reader().named(HANDLE)
    assert (entry.place, entry.problem) == (snapshot, "")
    assert entry.about == sources.about(snapshot)


def test_another_commit_is_another_model(home):
    into_cache(home, write_pipeline(home / "made", "sd3.5_medium"))
    before = present(HANDLE).identity
    into_cache(home, write_pipeline(home / "again", "sd3.5_medium"), COMMIT[::-1])
    assert present(HANDLE).identity == before.replace(COMMIT, COMMIT[::-1])


@pytest.mark.parametrize("shards", [1, 2])
@pytest.mark.parametrize("part", PARTS)
def test_what_lacks_a_file_is_still_to_be_fetched(part, shards, home):
    snapshot = into_cache(home, write_pipeline(home / "made", "sd3.5_medium", shards))
    lost = sorted((snapshot / FOLDERS[part]).glob("*.safetensors"))[-1]
    # As where the library's own tool has deleted what the link leads to.
    lost.resolve().unlink()
    assert locate(HANDLE) is None
    with pytest.raises(PresetError, match=f"{HANDLE} is not on this machine, and nothing is fetched unasked"):
        present(HANDLE)


def test_a_t5_that_is_there_in_part_is_left_out(home):
    snapshot = into_cache(home, write_pipeline(home / "made", "sd3.5_medium", 2))
    sorted((snapshot / FOLDERS["t5"]).glob("*.safetensors"))[-1].unlink()
    assert [part.name for part in present(HANDLE).parts] == [*PARTS]


# Fetched


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """All files of a tiny model on a hub: with a T5 too, and in formats that nobody needs."""
    folder = tmp_path_factory.mktemp("repository")
    for part, weights in layout(TINY).items():
        stem = "diffusion_pytorch_model" if part in ("mmdit", "vae") else "model"
        shapes = [(weight.name, weight.shape) for weight in weights]
        index = {}
        shards = 1 if part == "vae" else 2
        for number in range(shards):
            ending = f"-0000{number + 1}-of-0000{shards}" if shards > 1 else ""
            file = folder / FOLDERS[part] / f"{stem}{ending}.safetensors"
            some = dict(shapes[number::shards])
            write_header(file, some, "F8_E4M3")
            index |= dict.fromkeys(some, file.name)
        if shards > 1:
            (file.parent / f"{stem}.safetensors.index.json").write_text(json.dumps({"weight_map": index}))
        (file.parent / "config.json").write_text("{}")
    t5 = folder / FOLDERS["t5"]
    t5.mkdir()
    names = [f"model-0000{number}-of-00002.safetensors" for number in (1, 2)]
    (t5 / "model.safetensors.index.json").write_text(
        json.dumps({"weight_map": {"a": names[0], "b": names[1]}})
    )
    for file in (*names, "../flax_model.msgpack", "../vae/diffusion_pytorch_model.fp16.safetensors"):
        (t5 / file).write_bytes(b"large")
    (folder / "model_index.json").write_text(json.dumps({"_class_name": "StableDiffusion3Pipeline"}))
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def hub(repository, tmp_path, monkeypatch):
    monkeypatch.setattr(test_fetch, "FILES", repository)
    with running_hub() as server:
        point_to(server.url, tmp_path, monkeypatch)
        yield server


def test_all_but_t5_and_other_formats_is_fetched_and_used(hub, repository):
    found = fetch(HANDLE, ignore)
    assert (found.name, [part.name for part in found.parts]) == (HANDLE, [*PARTS])
    assert found.identity == f"{HANDLE} {COMMIT} mmdit vae clip_l clip_g"
    found.check_weights()
    assert locate(HANDLE) == found
    here = {file.relative_to(found.root).as_posix() for file in found.root.rglob("*") if file.is_file()}
    left = {name for name in repository if name not in here}
    assert left == {
        "flax_model.msgpack",
        "vae/diffusion_pytorch_model.fp16.safetensors",
        "text_encoder_3/model-00001-of-00002.safetensors",
        "text_encoder_3/model-00002-of-00002.safetensors",
    }
    asked = len(hub.asked)
    fetch(HANDLE, ignore)
    assert len(hub.asked) == asked


def test_a_part_in_another_precision_alone_is_fetched_as_it_is(hub, repository, monkeypatch):
    def rename(old, new):
        monkeypatch.setitem(repository, new, repository[old])
        monkeypatch.delitem(repository, old)

    # The VAE has both, the denoiser nothing else; its files are called as diffusers calls them.
    stem = "transformer/diffusion_pytorch_model"
    shards = [f"-0000{number}-of-00002.safetensors" for number in (1, 2)]
    for shard in shards:
        rename(f"{stem}{shard}", f"{stem}.fp16{shard}")
    index = repository[f"{stem}.safetensors.index.json"].replace(b"model-0", b"model.fp16-0")
    monkeypatch.setitem(repository, f"{stem}.safetensors.index.json", index)
    rename(f"{stem}.safetensors.index.json", f"{stem}.safetensors.index.fp16.json")
    found = fetch(HANDLE, ignore)
    assert [part.name for part in found.parts] == [*PARTS]
    found.check_weights()
    assert locate(HANDLE) == found
    assert not (found.root / "vae" / "diffusion_pytorch_model.fp16.safetensors").exists()


def test_another_pipeline_is_refused_before_its_weights_are_fetched(hub, repository, monkeypatch):
    other = json.dumps({"_class_name": "FluxPipeline"}).encode()
    monkeypatch.setitem(repository, "model_index.json", other)
    with pytest.raises(PresetError, match="holds a FluxPipeline, and only Stable Diffusion 3"):
        fetch(HANDLE, ignore)
    assert not [path for path in hub.asked if path.endswith(".safetensors")]


# No hub

UNREACHABLE = (
    "can't be fetched: the hub Hugging Face can't be reached; check the network connection and try again"
)


OFFLINE = """
from sd3explorer.presets.locate import fetch, locate
found = locate("hf://me/sd3")
assert found == fetch("hf://me/sd3", lambda *_: None)
print(found.identity)
try:
    fetch("hf://me/other", lambda *_: None)
except Exception as error:
    print(error)
"""


def test_where_the_library_is_told_to_stay_offline_what_is_here_is_used_and_no_more(home):
    into_cache(home, write_pipeline(home / "made", "sd3.5_medium"))
    answer = subprocess.run(
        [sys.executable, "-c", OFFLINE],
        env=environment(home, test_fetch.NOBODY) | {"HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
    )
    assert answer.stdout.splitlines() == [
        f"{HANDLE} {COMMIT} mmdit vae clip_l clip_g t5",
        f"hf://me/other {UNREACHABLE}",
    ], answer.stderr
