"""The same pictures as the seed guide's way of making them, frame by frame, for all its experiments."""

import numpy as np
import pytest

from sd3explorer.walk.noises import Fixed, Orbit, Varying
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.diffusion import seed_guide

NUM_STEPS, GUIDANCE_SCALE = 4, 7.0
DOG, CAT = "a 3d dog face on a sky blue background", "a 3d cat face on a cream background"
CORNERS = (DOG, "a 3d pizza", "a flat house on a teal background", "a fox")


def corners():
    first, second, third, fourth = (Prompts(prompt) for prompt in CORNERS)
    return first, second, third, fourth


EXPERIMENTS = {
    "prompt interpolation": (
        Walk(path=Morph((Keyframe(DOG), Keyframe(CAT))), noise=Fixed(42), timing=Timing(3)),
        lambda guide: seed_guide.morph(guide, (DOG, CAT), 3),
    ),
    "prompt grid": (
        Walk(path=Grid(corners(), 3, 3), noise=Fixed(42)),
        lambda guide: seed_guide.grid(guide, CORNERS, 3, varying=False),
    ),
    "prompt grid with varying latents": (
        Walk(path=Grid(corners(), 2, 2), noise=Varying(42)),
        lambda guide: seed_guide.grid(guide, CORNERS, 2, varying=True),
    ),
    "walk around a prompt": (
        Walk(path=Wander(Prompts(DOG), 0.01), noise=Fixed(42), timing=Timing(4)),
        lambda guide: seed_guide.wander(guide, DOG, 4, 0.01),
    ),
    "circular walk through the noise": (
        Walk(path=Hold(Prompts(CAT)), noise=Orbit(42), timing=Timing(4)),
        lambda guide: seed_guide.orbit(guide, CAT, 4),
    ),
}


@pytest.fixture
def models(request):
    """Ours and the guide's, of the cut model or of the whole one."""

    def models(whole):
        names = ("whole_pipeline", "whole_guide") if whole else ("pipeline", "guide")
        return map(request.getfixturevalue, names)

    return models


@pytest.mark.parametrize(
    ("name", "whole"), [*((name, False) for name in EXPERIMENTS), ("prompt interpolation", True)]
)
def test_our_frames_are_the_seed_guides_frames(name, whole, models, facts):
    pipeline, guide = models(whole)
    walk, seeds_way = EXPERIMENTS[name]
    embeddings, latents = seeds_way(guide)
    assert len(embeddings) == walk.frame_count
    batch = [np.concatenate(parts) for parts in zip(*embeddings, strict=True)]
    expected = guide.generate(np.stack(latents), batch, NUM_STEPS, GUIDANCE_SCALE).astype(int)
    sampled = Walk(
        path=walk.path,
        noise=walk.noise,
        timing=walk.timing,
        sampler=Sampler(NUM_STEPS, GUIDANCE_SCALE),
    )
    for start in range(0, walk.frame_count, 4):
        indices = range(start, min(start + 4, walk.frame_count))
        images = pipeline.render([sampled.recipe(index, facts) for index in indices], 4, lambda: False)
        for index, image in zip(indices, images, strict=True):
            difference = np.abs(expected[index] - image)
            assert difference.max() <= 2
            assert difference.mean() <= 0.1
        # A test that compares flat grey with flat grey would prove nothing.
        assert expected[start].std() > 10


@pytest.mark.parametrize(
    ("guidance_scale", "num_steps", "whole"),
    [(1.0, 4, False), (1.0, 6, False), (5.0, 4, False), (5.0, 28, True), (8.0, 4, False), (8.0, 6, True)],
)
def test_few_steps_and_much_guidance_enlarge_no_rounding(guidance_scale, num_steps, whole, models, facts):
    pipeline, guide = models(whole)
    # Next to both noises of the orbit; one alone where there are many steps, which takes less time.
    indices = [1, 4] if num_steps < 10 else [1]
    embeddings, latents = seed_guide.orbit(guide, CAT, 12)
    batch = [np.concatenate([embeddings[index][part] for index in indices]) for part in range(4)]
    scale = guidance_scale if guidance_scale > 1.0 else None
    expected = guide.generate(np.stack([latents[index] for index in indices]), batch, num_steps, scale)
    sampler = Sampler(num_steps, guidance_scale)
    walk = Walk(path=Hold(Prompts(CAT)), noise=Orbit(42), timing=Timing(12), sampler=sampler)
    images = pipeline.render([walk.recipe(index, facts) for index in indices], 4, lambda: False)
    difference = np.abs(expected.astype(int) - np.stack(images))
    assert difference.max() <= 2
    assert difference.mean() <= 0.06
    assert expected.std() > 10


def test_without_guidance_the_negative_prompt_is_not_even_computed(guide, pipeline, facts):
    walk = Walk(path=Hold(Prompts(DOG, "a cat")), timing=Timing(1), sampler=Sampler(NUM_STEPS, 1.0))
    [image] = pipeline.render([walk.recipe(0, facts)], 4, lambda: False)
    embeddings = guide.encode(DOG)
    expected = guide.generate(seed_guide.noise(42)[None], embeddings, NUM_STEPS, None)[0]
    assert np.abs(expected.astype(int) - image).max() <= 2


def test_a_negative_prompt_leads_away_as_in_kerashub(guide, pipeline, facts):
    walk = Walk(path=Hold(Prompts(DOG, "a cat")), timing=Timing(1), sampler=Sampler(NUM_STEPS, 5.0))
    [image] = pipeline.render([walk.recipe(0, facts)], 4, lambda: False)
    expected = guide.generate(seed_guide.noise(42)[None], guide.encode(DOG, "a cat"), NUM_STEPS, 5.0)[0]
    assert np.abs(expected.astype(int) - image).max() <= 2
