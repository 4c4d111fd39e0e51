"""Pictures as latents, and frames that are led to them, with the real starter model."""

import io
from dataclasses import replace

import numpy as np
import pytest
from keras import ops
from PIL import Image

from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.diffusion.denoising import steps_left_out, weight_at
from sd3explorer.walk.pictures import KeyframePicture, Mode, picture_of
from sd3explorer.walk.recipe import (
    Denoised,
    Gaussian,
    Inverted,
    Picture,
    PictureLatents,
    Prompt,
    Pull,
    Recipe,
    Slerp,
    slerp_between,
)
from tests.waves import waves

SIDE = 128
STEPS = 4


def never():
    return False


def picture(pixels):
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "WEBP", lossless=True)
    return picture_of(file.getvalue())


WAVES = waves(0.0)
LATENTS = PictureLatents(picture(WAVES), 0.5, 0.5, 1.0)


@pytest.fixture(scope="module")
def frame(facts):
    return Recipe(Prompt("a dog"), Prompt(""), Gaussian(7), STEPS, 2.5, (SIDE, SIDE), facts.fingerprint)


@pytest.fixture(scope="module")
def round_trip(pipeline):
    """What the VAE alone makes of a picture, by KerasHub's encoder."""

    def round_trip(pixels):
        images = ops.convert_to_tensor(pixels[None].astype(np.float32) / 127.5 - 1.0)
        return pipeline._decode(pipeline._backbone.encode_image_step(images), never)[0][0]

    return round_trip


def shown(kind, strength, frame):
    keyframe = KeyframePicture(LATENTS.picture, kind, strength)
    return replace(frame, noise=keyframe.noise(frame.noise), pull=keyframe.pull(1.0))


def rendered(pipeline, *recipes):
    return [image.astype(int) for image in pipeline.render(recipes, 2, never)]


def test_the_latents_are_those_of_kerashubs_encoder(pipeline):
    images = ops.convert_to_tensor(WAVES[None].astype(np.float32) / 127.5 - 1.0)
    expected = ops.convert_to_numpy(pipeline._backbone.encode_image_step(images))[0]
    assert np.abs(pipeline._pictures.latents(LATENTS) - expected).max() < 1e-4


@pytest.mark.parametrize("kind", Mode)
def test_at_strength_0_a_picture_comes_back_as_the_vae_alone_gives_it(kind, pipeline, frame, round_trip):
    [image] = rendered(pipeline, shown(kind, 0.0, frame))
    assert np.abs(image - round_trip(WAVES)).max() <= 1


def test_near_it_is_image_to_image(pipeline, frame):
    """As KerasHub has it: noise is added to the latents, and the steps that are left are done."""
    backbone, after = pipeline._backbone, 2
    pictures, noise = pipeline._pictures.latents(LATENTS), pipeline._trajectories._start(frame, frame.noise)
    backbone.configure_scheduler(STEPS)
    # As its `add_noise` does, which this version of Keras can't call.
    sigma = float(
        ops.convert_to_numpy(backbone.scheduler(ops.convert_to_tensor(after), num_steps=STEPS)[0])[0]
    )
    noisy = sigma * noise + (1.0 - sigma) * pictures
    start, *_ = pipeline._denoising.shares([frame] * 2, [noisy] * 2, range(after, STEPS), 2)
    expected = pipeline._decode(pipeline._denoising.denoised(start, lambda _: True), never)[0][0]
    [image] = rendered(pipeline, shown(Mode.NEAR, 0.5, frame))
    assert np.abs(image - expected).max() <= 1


def test_a_pull_that_weighs_nothing_changes_nothing(pipeline, frame):
    one, other = rendered(pipeline, frame), rendered(pipeline, replace(frame, pull=Pull(LATENTS, 1e-9, 1.0)))
    assert np.abs(one[0] - other[0]).max() <= 1


def test_between_strengths_it_is_more_and_more_like_the_picture(pipeline, frame, round_trip):
    images = rendered(pipeline, shown(Mode.NEAR, 0.3, frame), shown(Mode.NEAR, 0.9, frame))
    far, near = (np.abs(image - round_trip(WAVES)).mean() for image in reversed(images))
    assert near < far / 2


def test_frames_of_one_batch_may_be_led_to_other_pictures(pipeline, frame):
    other = PictureLatents(picture(waves(2.0)), 0.5, 0.5, 1.0)
    led = [replace(frame, pull=Pull(latents, 0.5, 1.0)) for latents in (LATENTS, other)]
    together, alone = rendered(pipeline, *led), [rendered(pipeline, each)[0] for each in led]
    assert max(np.abs(one - two).max() for one, two in zip(together, alone, strict=True)) <= 1
    assert np.abs(together[0] - together[1]).mean() > 5


def test_the_noise_of_a_picture_is_found_once_for_all_frames_near_it(pipeline, frame, monkeypatch):
    found = []
    inverted = pipeline._denoising.inverted
    monkeypatch.setattr(
        pipeline._denoising, "inverted", lambda share, watch: found.append(share) or inverted(share, watch)
    )
    moved = PictureLatents(LATENTS.picture, 0.5, 0.5, 2.0)
    frames = [replace(frame, noise=Slerp(Inverted(moved), Gaussian(7), t)) for t in (0.2, 0.8)]
    first = rendered(pipeline, *frames)
    assert np.array_equal(first, rendered(pipeline, *frames))
    assert len(found) == 1


def test_a_stop_while_that_noise_is_sought_ends_it(pipeline, frame):
    moved = PictureLatents(LATENTS.picture, 0.5, 0.5, 3.0)
    assert pipeline.render([replace(frame, noise=Inverted(moved))], 2, lambda: True) == []


def test_a_bridge_begins_at_a_picture_as_at_anything_else(pipeline, frame):
    prompt = frame.embedding
    sides = [
        Denoised(noise, prompt, Prompt(""), 2, pull=pull)
        for noise, pull in ((Inverted(LATENTS), Pull(LATENTS, 1.0, 1.0)), (frame.noise, None))
    ]
    over = [replace(frame, noise=slerp_between(*sides, t), first_step=2) for t in (0.0, 0.5, 1.0)]
    images = [rendered(pipeline, each)[0] for each in over]
    # Its far side is the frame itself.
    assert np.abs(images[2] - rendered(pipeline, frame)[0]).max() <= 1
    assert np.abs(images[0] - images[2]).mean() > 5
    assert np.abs(images[1] - images[2]).mean() > 1


def test_getting_ready_for_a_frame_that_is_a_picture_compiles_what_those_beside_it_need(pipeline, frame):
    picture = shown(Mode.THROUGH, 0.0, frame)
    pipeline.warm(picture, 1, never)
    assert pipeline.has_compiled([replace(picture, pull=None)], 1)
    assert pipeline.has_compiled([frame], 1)


def test_a_picture_without_bytes_and_a_damaged_one_are_reported(pipeline, frame):
    for one, message in ((Picture("0" * 64), "not in this walk's file"), (picture_of(b"RIFF"), "damaged")):
        pull = Pull(PictureLatents(one, 0.5, 0.5, 1.0), 1.0, 0.5)
        with pytest.raises(DiffusionError, match=message):
            pipeline.render([replace(frame, pull=pull)], 2, never)


def test_a_step_is_led_as_far_as_the_pull_goes():
    assert [weight_at(Pull(LATENTS, 0.5, 0.625), step, 4) for step in range(4)] == [0.5, 0.5, 0.25, 0.0]
    assert weight_at(None, 0, 4) == 0.0


def test_steps_that_only_lead_to_the_picture_need_no_model(frame):
    assert steps_left_out([frame]) == 0
    half = replace(frame, pull=Pull(LATENTS, 1.0, 0.5))
    assert steps_left_out([half]) == 2
    assert steps_left_out([replace(frame, pull=Pull(LATENTS, 1.0, 1.0)), half]) == 2
    assert steps_left_out([replace(frame, pull=Pull(LATENTS, 0.9, 1.0))]) == 0
    assert steps_left_out([replace(frame, pull=Pull(LATENTS, 1.0, 1.0))]) == STEPS
