"""What the seed guide does, written anew and plainly: KerasHub's own steps, one after the other."""

import math
from functools import partial

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
        self._texts = {}
        # Graphs of KerasHub's operations, as going through its layers takes longer than small batches do. One
        # for every number of pictures: to make a graph takes longer than to go through the layers.
        height, width, _ = backbone.image_shape
        latents, one = _spec(None, height // 8, width // 8, 16), _spec()
        length, precision = backbone.clip_l.max_sequence_length, keras.config.floatx()
        rows = _spec(None, 2 * length, backbone.t5_hidden_dim, dtype=precision)
        vector = _spec(None, backbone.clip_hidden_dim, dtype=precision)
        conditions = [rows, rows, vector, vector], _spec(None), _spec(dtype="int32")
        self._guided_step = _graph(self._denoise_step, latents, *conditions, one)
        self._unguided_step = _graph(partial(self._denoise_step, scale=None), latents, *conditions)
        self.decode = _graph(backbone.decode_step, latents)
        ids = _spec(1, length, dtype="int32")
        self._encode = _graph(backbone.encode_text_step, *[{"clip_l": ids, "clip_g": ids}] * 2)

    def encode(self, prompt, negative_prompt=""):
        """Context, negative context, pooled and negative pooled embeddings, each of batch 1."""
        prompts = prompt, negative_prompt
        if prompts not in self._texts:
            tokens = (self.preprocessor.generate_preprocess([each]) for each in prompts)
            self._texts[prompts] = [np.array(part) for part in self._encode(*tokens)]
        return list(self._texts[prompts])

    def generate(self, latents, embeddings, num_steps, guidance_scale):
        """uint8 images of a batch; the guidance scale is one number, or one a step, None being none."""
        scales = guidance_scale if isinstance(guidance_scale, list) else [guidance_scale] * num_steps
        self.backbone.configure_scheduler(num_steps)
        latents = ops.convert_to_tensor(latents, "float32")
        embeddings = [ops.convert_to_tensor(part) for part in embeddings]
        sigmas = self.backbone.scheduler.sigmas
        for step in range(num_steps):
            now = latents, embeddings, sigmas, ops.convert_to_tensor(step, "int32")
            if scales[step] is None:
                latents = self._unguided_step(*now)
            else:
                latents = self._guided_step(*now, ops.convert_to_tensor(scales[step], "float32"))
        self.backbone.scheduler.sigmas = sigmas
        images = ops.convert_to_numpy(self.decode(latents))
        return np.round(np.clip((images + 1.0) / 2.0, 0.0, 1.0) * 255.0).astype(np.uint8)

    def _denoise_step(self, latents, embeddings, sigmas, step, scale):
        # As an argument, or the graph would keep the schedule that it is traced with. Where there is one,
        # nothing asks for the number of steps.
        self.backbone.scheduler.sigmas = sigmas
        return self.backbone.denoise_step(latents, embeddings, step, step, scale)


def _spec(*shape, dtype="float32"):
    return tf.TensorSpec(shape, dtype)


def _graph(function, *specs):
    return tf.function(function, input_signature=specs, autograph=False)


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

    from keras_hub.models import StableDiffusion3Backbone

    config = json.loads((folder / "config.json").read_text())["config"]
    parts = {name: config[name] for name in ("vae", "clip_l", "clip_g")}
    for part in parts.values():
        part["config"]["dtype"] = keras.dtype_policies.serialize(keras.DTypePolicy(precision))
    backbone = StableDiffusion3Backbone.from_preset(str(folder), dtype=precision, **parts)
    return SeedGuide(backbone, load_preprocessor(folder))


def load_preprocessor(folder):
    """What KerasHub makes tokens of prompts with."""
    from keras_hub.models import StableDiffusion3TextToImagePreprocessor

    return StableDiffusion3TextToImagePreprocessor.from_preset(str(folder))
