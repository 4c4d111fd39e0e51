"""What the seed guide does, written anew and plainly: KerasHub's own steps, one after the other."""

import math

import keras
import numpy as np
import tensorflow as tf
from keras import ops


class SeedGuide:
    """KerasHub's model with nothing of ours around it.

    Args:
        backbone: A `StableDiffusion3Backbone`.
        preprocessor: Its `StableDiffusion3TextToImagePreprocessor`.
    """

    def __init__(self, backbone, preprocessor):
        self.backbone = backbone
        self.preprocessor = preprocessor
        # A graph of KerasHub's operations, as going through its layers takes longer than small batches do.
        self._step = tf.function(self._denoise_step, autograph=False, reduce_retracing=True)

    def encode(self, prompt, negative_prompt=""):
        """Context, negative context, pooled and negative pooled embeddings, each of batch 1."""
        token_ids = self.preprocessor.generate_preprocess([prompt])
        negative_token_ids = self.preprocessor.generate_preprocess([negative_prompt])
        return [np.array(part) for part in self.backbone.encode_text_step(token_ids, negative_token_ids)]

    def generate(self, latents, embeddings, num_steps, guidance_scale):
        """uint8 images of a batch; the guidance scale is one number, or one a step, None being none."""
        scales = guidance_scale if isinstance(guidance_scale, list) else [guidance_scale] * num_steps
        self.backbone.configure_scheduler(num_steps)
        latents = ops.convert_to_tensor(latents, "float32")
        embeddings = [ops.convert_to_tensor(part) for part in embeddings]
        sigmas = self.backbone.scheduler.sigmas
        for step in range(num_steps):
            scale = None if scales[step] is None else ops.convert_to_tensor(scales[step], "float32")
            latents = self._step(latents, embeddings, sigmas, ops.convert_to_tensor(step), scale)
        self.backbone.scheduler.sigmas = sigmas
        images = ops.convert_to_numpy(self.backbone.decode_step(latents))
        return np.round(np.clip((images + 1.0) / 2.0, 0.0, 1.0) * 255.0).astype(np.uint8)

    def _denoise_step(self, latents, embeddings, sigmas, step, scale):
        # As an argument, or the graph would keep the schedule that it is traced with. Where there is one,
        # nothing asks for the number of steps.
        self.backbone.scheduler.sigmas = sigmas
        return self.backbone.denoise_step(latents, embeddings, step, step, scale)


def noise(seed, stream=0, size=16):
    """The noise that both sides start from."""
    key = np.array([seed, stream], np.uint64)
    generator = np.random.Generator(np.random.Philox(key=key))
    return generator.standard_normal((size, size, 16), dtype=np.float32)


def slerp(first, second, t):
    """The seed's formula, on NumPy."""
    dot = np.sum(first * second / (np.linalg.norm(first.ravel()) * np.linalg.norm(second.ravel())))
    if abs(dot) > 0.9995:
        return (1 - t) * first + t * second
    theta = np.arccos(dot)
    start = np.sin(theta - theta * t) / np.sin(theta)
    end = np.sin(theta * t) / np.sin(theta)
    return (start * first + end * second).astype(np.float32)


def morph(guide, prompts, count):
    """Embeddings and latents of a prompt interpolation."""
    first, second = (guide.encode(prompt) for prompt in prompts)
    embeddings = [
        [slerp(first[0], second[0], t), first[1], slerp(first[2], second[2], t), first[3]]
        for t in np.linspace(0, 1, count)
    ]
    return embeddings, [noise(42)] * count


def grid(guide, prompts, size, varying):
    """Embeddings and latents of a 4-way prompt grid, with one angle for each pair of pictures."""
    corners = [guide.encode(prompt) for prompt in prompts]

    def mix(part, u, v):
        top = slerp(corners[0][part], corners[1][part], u)
        bottom = slerp(corners[2][part], corners[3][part], u)
        return slerp(top, bottom, v)

    places = [(u, v) for v in np.linspace(0, 1, size) for u in np.linspace(0, 1, size)]
    embeddings = [[mix(0, u, v), corners[0][1], mix(2, u, v), corners[0][3]] for u, v in places]
    return embeddings, [noise(42, index if varying else 0) for index in range(size * size)]


def wander(guide, prompt, count, step_size):
    """Embeddings and latents of a walk around a prompt, added up step by step."""
    context, negative, pooled, negative_pooled = guide.encode(prompt)
    embeddings = []
    for _ in range(count):
        embeddings.append([context, negative, pooled, negative_pooled])
        context = context + np.float32(step_size)
        pooled = pooled + np.float32(step_size)
    return embeddings, [noise(42)] * count


def orbit(guide, prompt, count):
    """Embeddings and latents of a circular walk that doesn't show its first frame twice."""
    first, second = noise(42, 0), noise(42, 1)
    angles = [2.0 * math.pi * index / count for index in range(count)]
    latents = [np.float32(math.cos(angle)) * first + np.float32(math.sin(angle)) * second for angle in angles]
    return [guide.encode(prompt)] * count, latents


def load(folder, precision="float32"):
    """The preset, all of it in one precision."""
    import json

    from keras_hub.models import StableDiffusion3Backbone, StableDiffusion3TextToImagePreprocessor

    config = json.loads((folder / "config.json").read_text())["config"]
    parts = {name: config[name] for name in ("vae", "clip_l", "clip_g")}
    for part in parts.values():
        part["config"]["dtype"] = keras.dtype_policies.serialize(keras.DTypePolicy(precision))
    backbone = StableDiffusion3Backbone.from_preset(str(folder), dtype=precision, **parts)
    return SeedGuide(backbone, StableDiffusion3TextToImagePreprocessor.from_preset(str(folder)))
