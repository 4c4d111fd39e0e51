"""What a worker may say: answers to what it was asked, in the shapes that these have, and nothing else."""

import io

import numpy as np
import pytest

from sd3explorer.processes.message import message, read_message, write_message
from sd3explorer.render.messages import (
    Compiled,
    Denoising,
    DeviceMemory,
    EngineSettings,
    Failed,
    Measured,
    Notice,
    Phase,
    Rendered,
    RenderError,
    Status,
    Tuned,
)
from sd3explorer.render.squeezing import Squeezed, squeezed, unsqueezed
from sd3explorer.render.wire import (
    KINDS,
    Angles,
    Answer,
    Asked,
    Drawn,
    Render,
    Underway,
    Undrawn,
    UselessError,
    received,
    sent,
)
from sd3explorer.walk.recipe import Prompt
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import gradient, small_gradient


def over_the_wire(value):
    pipe = io.BytesIO()
    write_message(pipe, message(value, KINDS))
    pipe.seek(0)
    return read_message(pipe, KINDS)


@pytest.fixture
def recipes(facts):
    walk = Walk(timing=Timing(6), sampler=Sampler(num_steps=2))
    return [walk.recipe(index, facts) for index in range(6)]


@pytest.fixture
def asked(recipes):
    asked = Asked()
    asked.add(recipes[:4])
    asked.add(recipes[4:])
    return asked


def test_what_is_asked_arrives_as_it_was(recipes, starter):
    for value in (Render(3, tuple(recipes)), EngineSettings(starter, (64, 64), watched=True)):
        assert over_the_wire(value) == value


def test_what_an_engine_reports_arrives_as_it_was(recipes, asked):
    prompts = (Prompt("a"), Prompt("b"))
    picture = gradient(recipes[0])
    events = [
        Denoising(tuple(recipes[:2]), tuple(map(small_gradient, recipes[:2]))),
        Rendered(recipes[0], picture),
        Failed(recipes[5], "a reason"),
        Status(Phase.COMPILING),
        Notice("memory ran out"),
        Compiled(4, True),
        Tuned(16),
        DeviceMemory("GPU 0", 1, 2),
        Measured(prompts, np.eye(2, dtype=np.float32)),
    ]
    for event in events:
        found = received(over_the_wire(Answer(1, sent(event))).content, asked, prompts)
        assert repr(found) == repr(event)
    assert [len(batch) for batch in asked.batches] == [3, 1]


def test_a_batch_is_over_when_all_of_its_frames_are_answered(recipes, asked):
    for recipe in (recipes[4], recipes[5]):
        asked.take(recipe.digest)
    assert asked.batches == (tuple(recipes[:4]),)
    for recipe in recipes[:4]:
        asked.take(recipe.digest)
    assert not asked


def test_a_frame_that_nobody_asked_for_or_that_comes_twice_is_refused(recipes, asked, facts):
    other = Walk(sampler=Sampler(num_steps=9)).recipe(0, facts)
    image = gradient(other)
    for digest in (other.digest, "", None, 3, b"x", ()):
        with pytest.raises(UselessError):
            received(Drawn(digest, image), asked)
        with pytest.raises(UselessError):
            received(Undrawn(digest, "why"), asked)
    received(Drawn(recipes[0].digest, image), asked)
    with pytest.raises(UselessError, match="nobody asked for"):
        received(Drawn(recipes[0].digest, image), asked)


LIES = {
    "no picture": lambda _: None,
    "another height": lambda image: image[1:],
    "another number of channels": lambda image: image[..., :1],
    "another dtype": lambda image: image.astype(np.float32),
    "a list": lambda image: image.tolist(),
    "a squeezed one of another size": lambda image: squeezed(image[1:]),
    "a squeezed one that is too long": lambda image: squeezed(np.vstack([image, image])),
    "a squeezed one that is damaged": lambda image: Squeezed(0, squeezed(image).data[:-9]),
    "a squeezed one of nothing": lambda _: Squeezed(0, b""),
    "a squeezed one of no bytes": lambda _: Squeezed(0, "text"),
    "a squeezed one along nothing": lambda image: Squeezed(7, squeezed(image).data),
}


@pytest.mark.parametrize("case", LIES)
def test_a_picture_has_the_shape_that_was_asked_for(case, recipes, asked):
    with pytest.raises(RenderError):
        received(Drawn(recipes[0].digest, LIES[case](gradient(recipes[0]))), asked)


NONSENSE = [
    None,
    "text",
    Drawn,
    Status("compiling"),
    Notice(7),
    Compiled(0, True),
    Compiled(4, "yes"),
    Tuned(-1),
    Tuned(10**9),
    DeviceMemory("GPU", -1, 2),
    DeviceMemory("GPU", 1, 2**70),
    DeviceMemory(None, 1, 2),
    Angles(np.zeros((3, 3), np.float32)),
    Angles(None),
    Answer(1, Tuned(1)),
]


@pytest.mark.parametrize("content", NONSENSE, ids=repr)
def test_what_makes_no_sense_is_refused(content, asked):
    with pytest.raises(UselessError):
        received(content, asked, (Prompt("a"), Prompt("b")))


def test_small_pictures_of_frames_that_are_done_are_no_news(recipes, asked):
    asked.take(recipes[0].digest)
    assert received(Underway((recipes[0].digest,), (small_gradient(recipes[0]),)), asked) is None
    for images in ((), ("x", "y")):
        assert received(Underway((recipes[1].digest,), images), asked) is None
    with pytest.raises(UselessError, match="another shape"):
        received(Underway((recipes[1].digest,), (gradient(recipes[1]),)), asked)


def test_what_it_says_in_words_can_do_nothing_to_a_terminal(asked, recipes):
    long = "\x1b[2J\n" + "x" * 10_000
    for event in (Notice(long), DeviceMemory(long, 1, 2), Undrawn(recipes[0].digest, long)):
        shown = repr(received(event, asked))
        assert "\x1b" not in shown
        assert len(shown) < 4_000


@pytest.mark.parametrize("shape", [(1, 1, 3), (8, 16, 3), (33, 7, 3), (64, 64, 3)])
def test_squeezed_frames_lose_nothing(shape):
    noise = np.random.default_rng(1).integers(0, 256, shape, np.uint8)
    across, down = (
        np.broadcast_to(np.arange(shape[axis]).reshape(form) % 256, shape).astype(np.uint8)
        for axis, form in ((1, (1, -1, 1)), (0, (-1, 1, 1)))
    )
    for image in (noise, across, down, np.zeros(shape, np.uint8)):
        assert (unsqueezed(squeezed(image), shape[:2]) == image).all()


def test_frames_take_fewer_bytes(recipes):
    image = gradient(recipes[0])
    assert len(squeezed(image).data) < image.nbytes / 3
