"""A model comes to another machine by ssh, whole or not at all, and frames are rendered with it there."""

import shutil
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest

from sd3explorer.presets import places
from sd3explorer.presets.loras.lora import preset_with_loras
from sd3explorer.presets.preset import PresetError
from sd3explorer.render.copying import PIECE_BYTES, copy, missing, parcels
from sd3explorer.render.messages import Rendered, RenderError
from sd3explorer.render.receiving import Receiving, clear_unfinished, is_missing
from sd3explorer.walk.model import Model
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.temporary import temporary_folder
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.presets.loras.made import write_lora
from tests.render import far_places
from tests.ssh_server import Server, has_server

SIZE = (64, 64)


@pytest.fixture(scope="module")
def mine(cut_starter, tmp_path_factory):
    """A model that no other machine has, with a LoRA, in a folder with a space in its name."""
    folder = tmp_path_factory.mktemp("mine") / "my model"
    shutil.copytree(cut_starter.folder, folder)
    lora = folder.parent / "glow.safetensors"
    ones = np.ones((2, 256), np.float32)
    pairs = {"joint_blocks.0.x_block.attn.proj": (ones, ones.T)}
    write_lora(lora, pairs, "diffusion_model.{}")
    # A path that the other machine, which is this one, has nothing at.
    preset = replace(cut_starter, name="/nowhere/my model", folder=folder)
    return preset_with_loras(preset, [str(lora)])


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("ssh"))
    yield server
    server.close()


@pytest.fixture
def there(server, tmp_path):
    """The other machine, with a home of its own in which no model is."""
    program = server.program(far_places.gradients, HOME=tmp_path, XDG_DATA_HOME=tmp_path / "data")
    return server.place(program)


@has_server
def test_what_is_lacking_there_is_copied_once_and_renders(server, there, mine, tmp_path):
    walk = Walk(timing=Timing(4), sampler=Sampler(num_steps=4), model=Model("starter", SIZE))
    facts = mine.facts("float32")
    recipes = [walk.recipe(index, facts) for index in range(4)]
    settings = there.settings(mine, SIZE, "float32", batch_size=4)
    with closing(there.open(settings)) as renderer:
        with pytest.raises(RenderError, match=r"models copy '.*/my model' ssh://box.* --lora .*glow"):
            [*renderer.render([recipes])]

        assert [parcel.title for parcel in missing(there, mine)] == ["my model", "glow.safetensors"]
        seen = []
        copied = copy(there, mine, lambda done, total: seen.append((done, total)))
        assert seen[-1] == (copied, copied)
        assert copied == sum(parcel.size for parcel in parcels(mine)) > PIECE_BYTES
        assert missing(there, mine) == ()
        assert copy(there, mine) == 0

        assert sum(isinstance(event, Rendered) for event in renderer.render([recipes])) == 4
    assert str(tmp_path / "data" / "sd3explorer" / "models") in " ".join(there.look().models)


@has_server
def test_a_cut_leaves_nothing_behind(server, there, mine, tmp_path):
    def cut(done, _total):
        server.proxy.cut()

    with pytest.raises(RenderError, match=r"^box can't be reached|^box: the worker there ended"):
        copy(there, mine, cut)
    # Whatever comes next clears up.
    assert len(missing(there, mine)) == 2
    assert not [*(tmp_path / "data" / "sd3explorer" / "models").iterdir()]


@has_server
def test_a_model_of_a_hub_is_fetched_there_and_not_copied(there, mine):
    of_hub = replace(mine, name="stable_diffusion_3_medium", identity="kaggle://… 1", loras=())
    assert [parcel.can_be_copied for parcel in missing(there, of_hub)] == [False]
    with pytest.raises(RenderError, match="fetch it there with: sd3explorer models fetch stable_diffusion_3"):
        copy(there, of_hub)


class TestReceiving:
    """The far side by itself."""

    @pytest.fixture(autouse=True)
    def own_data(self, tmp_path, monkeypatch):
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
        self.models = places.copied_folder()
        self.loras = places.copied_loras()

    @pytest.fixture
    def offers(self, mine):
        return [parcel.offer for parcel in parcels(mine)]

    def received(self, parcel, change=bytes):
        receiving = Receiving(parcel.offer)
        for file in parcel.files:
            data = change(file.read_bytes())
            for start in range(0, len(data), PIECE_BYTES):
                whole = receiving.take(data[start : start + PIECE_BYTES])
        return whole

    def test_files_are_kept_when_all_are_there(self, mine):
        model, lora = parcels(mine)
        assert is_missing(model.offer)
        with pytest.raises(PresetError, match="the LoRA is for isn't there"):
            is_missing(lora.offer)
        assert self.received(model)
        assert not is_missing(model.offer)
        assert is_missing(lora.offer)
        assert self.received(lora)
        assert not is_missing(lora.offer)
        (kept,) = self.models.iterdir()
        assert sorted(file.name for file in (kept / "my model").iterdir()) == sorted(
            {name.split("/")[0] for name in mine.files}
        )

    def test_other_files_than_were_offered_are_refused(self, mine):
        model, _ = parcels(mine)
        with pytest.raises((RenderError, PresetError)):
            self.received(model, lambda data: data[::-1])
        assert not [*self.models.iterdir()]
        assert is_missing(model.offer)

    def test_weights_that_differ_are_refused(self, mine):
        model, _ = parcels(mine)

        def flipped(data):
            return data[:-1] + bytes([data[-1] ^ 1]) if len(data) > PIECE_BYTES else data

        with pytest.raises(RenderError, match="isn't what was offered"):
            self.received(model, flipped)
        assert not [*self.models.iterdir()]

    def test_more_than_was_offered_is_refused(self, offers):
        receiving = Receiving(offers[0])
        with pytest.raises(RenderError, match="more came"):
            receiving.take(bytes(offers[0].files[0][1] + 1))
        assert not [*self.models.iterdir()]

    @pytest.mark.parametrize(
        "name",
        [
            "../up",
            "/etc/passwd",
            "a/../../b",
            "",
            ".hidden",
            "a//b",
            "c:\\x",
            "a\0b",
            "x" * 201,
            "a/" * 9 + "b",
        ],
    )
    def test_names_that_lead_elsewhere_are_refused(self, offers, name):
        sized = (*offers[0].files[1:], (name, 1))
        with pytest.raises(RenderError, match="names that no model has"):
            Receiving(replace(offers[0], files=sized))
        with pytest.raises(RenderError, match="names that no model has"):
            Receiving(replace(offers[0], place=name))
        assert not self.models.exists()

    def test_more_than_there_is_room_for_is_refused(self, offers):
        with pytest.raises(RenderError, match=r"no room: it takes [\d.]+ GB and .* are free"):
            Receiving(replace(offers[0], files=(("model", 10**18),)))
        assert not [*self.models.iterdir()]

    def test_what_a_killed_worker_has_left_is_removed(self):
        self.models.mkdir(parents=True)
        with temporary_folder(self.models, "copied") as left:
            pass
        left.mkdir()
        clear_unfinished()
        assert not left.exists()
