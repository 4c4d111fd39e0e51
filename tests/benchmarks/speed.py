"""Frames per second of `render` beside the seed guide's compiled loop, taking turns in one run.

Also what driving the steps one by one costs against one loop around the same step.
"""

import argparse
import os
import random
import tempfile
import time
from contextlib import closing
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

from sd3explorer.bench.measures import frame_rates, ratios
from sd3explorer.bench.messages import Work
from sd3explorer.diffusion import backend
from sd3explorer.presets.locate import locate
from sd3explorer.render.child import ChildRenderer
from sd3explorer.render.job import Job
from sd3explorer.render.messages import EngineSettings, auto_batch_size
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.noises import Varying
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

IMAGE_SIZE, GUIDANCE_SCALE = (128, 128), 7.0
# In each round, so that the child always has one to go on with.
BATCHES = 2


def fused(pipeline, compiler):
    """Our own step in one compiled loop, which nothing can stop."""
    from keras import ops

    denoiser = pipeline._denoiser

    def loop(latents, context, pooled, schedule, guidance_scale, num_steps):
        modulations = denoiser.modulations(schedule[:-1], pooled)

        def body(index, latents):
            sigmas = schedule[index], schedule[index + 1]
            return denoiser.guided_step(latents, *sigmas, modulations[index], context, guidance_scale)

        return ops.fori_loop(0, num_steps, body, latents)

    return compiler.compile_function(loop, pipeline._backbone.diffuser.variables)


def alternate(ways, rounds):
    """Seconds of each way in each round, the ways taking turns."""
    for run in ways.values():
        run(-1)
    seconds = {name: [] for name in ways}
    for turn in range(rounds):
        # In a random order, as this machine's other work comes in waves.
        for name, run in random.sample(list(ways.items()), len(ways)):
            start = time.perf_counter()
            run(turn)
            seconds[name].append(time.perf_counter() - start)
    return seconds


def report(seconds, frames, reference):
    """Prints the medians, and the median of the ratios within each round."""
    for name, each in seconds.items():
        rate, ratio = frame_rates(each, frames), ratios(each, seconds[reference])
        print(
            f"{name:42} {rate.median:6.2f} frames/s, {ratio.median:.3f} × {reference} "
            f"({ratio.low:.3f} to {ratio.high:.3f})"
        )


def main():
    """Runs and prints both comparisons."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--num-steps", type=int, default=28)
    parser.add_argument("--batch-size", type=int, default=auto_batch_size(IMAGE_SIZE))
    parsed = parser.parse_args()
    batch_size, frames = parsed.batch_size, BATCHES * parsed.batch_size
    compiler = backend.select("tensorflow")
    from keras import ops

    from sd3explorer.bench import keras_ways, models
    from sd3explorer.diffusion import evaluate
    from sd3explorer.diffusion.pipeline import Pipeline

    preset = locate("starter")
    work = Work(preset, IMAGE_SIZE, parsed.num_steps, GUIDANCE_SCALE, batch_size, BATCHES, "float32")
    backbone = models.build(work, "float32")
    seed = keras_ways.Seed(backbone, models.encode_texts(backbone, work, compiler), work)

    def seed_run(turn):
        for recipes in work.recipes(turn + 1):
            seed.render(recipes)

    with tempfile.TemporaryDirectory() as folder:
        store = FrameStore(Path(folder, "frames"))
        settings = EngineSettings(preset, IMAGE_SIZE, "float32", "tensorflow", batch_size)
        with closing(ChildRenderer(settings, Path(folder, "log"))) as renderer:

            def our_run(turn, interval=None):
                # Fresh noise in every round, or the store would have the frames already.
                walk = Walk(noise=Varying(turn + 1), timing=Timing(frames))
                walk = Walk(
                    walk.title,
                    walk.path,
                    walk.noise,
                    walk.timing,
                    Sampler(parsed.num_steps, GUIDANCE_SCALE, interval),
                )
                for _ in Job(walk, preset.facts("float32"), store, renderer, batch_size).run():
                    pass

            ways = {
                "the seed's compiled loop": seed_run,
                "render (child process, frame store)": our_run,
                "render, guidance only in the middle": lambda turn: our_run(turn, (0.25, 0.9)),
            }
            report(alternate(ways, parsed.rounds), frames, "the seed's compiled loop")

    pipeline = Pipeline.load(preset, IMAGE_SIZE, "float32", compiler)
    facts = ModelFacts("", IMAGE_SIZE, parsed.num_steps, GUIDANCE_SCALE)
    recipes = [Walk(timing=Timing(batch_size)).recipe(index, facts) for index in range(batch_size)]
    loop = fused(pipeline, compiler)
    denoising = pipeline._denoising
    starts = [evaluate.noise(recipe.noise, pipeline._denoiser.latents_shape) for recipe in recipes]
    [share] = denoising.shares(recipes, starts, range(parsed.num_steps), batch_size)
    latents = ops.convert_to_tensor(share.start)
    texts = [ops.concatenate([getattr(each, part) for each in share.texts]) for part in ("context", "pooled")]
    schedule = ops.convert_to_tensor(denoising.schedule.sigmas(parsed.num_steps))
    scales = ops.convert_to_tensor(np.full(batch_size, GUIDANCE_SCALE, np.float32))
    num_steps = ops.convert_to_tensor(parsed.num_steps)
    ways = {
        "one fused loop": lambda turn: np.array(loop(latents, *texts, schedule, scales, num_steps)),
        "step by step": lambda turn: np.array(denoising.denoised(share, lambda latents: True)),
    }
    print()
    report(alternate(ways, 3 * parsed.rounds), batch_size, "one fused loop")


if __name__ == "__main__":
    main()
