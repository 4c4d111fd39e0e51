"""The Python interface, as a script uses it."""

from dataclasses import replace

import pytest

import sd3explorer as sx
from sd3explorer.presets.preset import PresetError
from sd3explorer.render.local import LocalRenderer
from sd3explorer.render.messages import Compiled, EngineSettings, RenderError
from sd3explorer.walk.model import Model
from sd3explorer.walk.paths import Hold, Prompts
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Motion, Timing
from tests.gradient import GradientModel, OverflowingModel, gradient


@pytest.fixture
def walk():
    return sx.Walk(timing=Timing(10), sampler=Sampler(num_steps=1))


@pytest.fixture
def render(starter, tmp_path):
    settings = EngineSettings(starter, (128, 128))

    def render(walk, load_model=GradientModel):
        return list(sx.render(walk, store=tmp_path, renderer=LocalRenderer(settings, load_model)))

    return render


def test_frames_come_in_the_order_of_the_walk_with_recipe_and_image(render, walk):
    frames = render(walk)
    assert [frame.index for frame in frames] == list(range(10))
    assert all((frame.image == gradient(frame.recipe)).all() for frame in frames)
    assert len({frame.recipe for frame in frames}) == 10


def test_frames_that_were_rendered_before_keep_their_place(render, walk):
    render(replace(walk, timing=Timing(4)))
    frames = render(walk)
    assert [frame.index for frame in frames] == list(range(10))
    assert [frame.index for frame in frames if frame.from_store] == [0, 3, 6, 9]
    assert all((frame.image == gradient(frame.recipe)).all() for frame in frames)


def test_equal_frames_come_each_in_its_place(render, walk):
    frames = render(replace(walk, path=Hold(Prompts("a"))))
    assert [frame.index for frame in frames] == list(range(10))


def test_all_frames_of_an_even_walk_come_in_order_each_where_it_was_found_to_lie(render, walk, facts):
    frames = render(replace(walk, timing=Timing(10, motion=Motion.EVEN)))
    assert [frame.index for frame in frames] == list(range(10))
    assert all((frame.image == gradient(frame.recipe)).all() for frame in frames)
    assert (frames[0].recipe, frames[-1].recipe) == (walk.recipe(0, facts), walk.recipe(9, facts))


def test_a_search_that_cannot_go_on_is_an_error(render, walk):
    with pytest.raises(RenderError, match="the motion can't be made even: its numbers became infinite"):
        render(replace(walk, timing=Timing(10, motion=Motion.EVEN)), OverflowingModel)


def test_a_walk_that_was_saved_renders_the_same(render, walk, tmp_path):
    walk.save(tmp_path / "walk.sd3walk")
    assert [f.recipe for f in render(sx.Walk.load(tmp_path / "walk.sd3walk"))] == [
        f.recipe for f in render(walk)
    ]


def test_a_model_that_is_not_here_is_fetched_for_those_who_ask_alone(monkeypatch, starter, tmp_path):
    def fetch(preset, on_progress):
        fetched.append(preset)
        return starter

    fetched = []
    monkeypatch.setattr("sd3explorer.render.walks.fetch_preset", fetch)
    monkeypatch.setenv("KAGGLEHUB_CACHE", str(tmp_path))
    walk = sx.Walk(timing=Timing(1), model=Model("stable_diffusion_3_medium", (128, 128)))
    renderer = LocalRenderer(EngineSettings(starter, (128, 128)), GradientModel)
    with pytest.raises(PresetError, match=r"stable_diffusion_3_medium is not on this machine, .* fetch=True"):
        next(sx.render(walk, store=tmp_path, renderer=renderer))
    assert fetched == []
    assert list(sx.render(walk, store=tmp_path, renderer=renderer, fetch=True))
    assert fetched == ["stable_diffusion_3_medium"]


def test_a_frame_that_cannot_be_rendered_is_an_error_that_names_it(render, walk):
    with pytest.raises(RenderError, match="frame 1 can't be rendered: its numbers became infinite"):
        render(walk, OverflowingModel)


def test_an_unknown_preset_is_an_error(tmp_path, walk):
    with pytest.raises(PresetError, match='no preset and no folder is called "nope"'):
        next(sx.render(replace(walk, model=Model("nope")), store=tmp_path))


def test_a_size_that_the_model_cannot_do_is_an_error_before_anything_is_loaded(tmp_path, walk):
    with pytest.raises(PresetError, match="multiples of 16, up to 256"):
        next(sx.render(replace(walk, model=Model("starter", (512, 512))), store=tmp_path))


def test_a_renderer_in_this_process_can_be_warmed_too(starter, facts, walk):
    settings = EngineSettings(starter, (128, 128))
    renderer, recipe = LocalRenderer(settings, GradientModel), walk.recipe(0, facts)
    assert [event for event in renderer.warm([recipe]) if isinstance(event, Compiled)] == [
        Compiled(1, guided=recipe.guided),
        Compiled(settings.frames_at_once, guided=recipe.guided),
    ]
