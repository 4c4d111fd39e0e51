"""Pictures as latents: by the VAE's encoder, and the noise that they come from."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from keras import ops
from keras_hub.models import StableDiffusion3Backbone

from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.pictures.error import PictureError
from sd3explorer.pictures.pixels import pixels
from sd3explorer.presets.preset import PIXELS_PER_LATENT
from sd3explorer.walk.maths import Array
from sd3explorer.walk.recipe import PictureLatents

# Those of SD3 Medium take 1 MB for 1024 × 1024 pixels.
KEPT_PICTURES = 32


class Pictures:
    """Encodes pictures, each once.

    Args:
        backbone: The model.
        latents_shape: Height and width in latents, and channels.
        compile_function: Compiles a function that uses the VAE's weights.
    """

    def __init__(
        self,
        backbone: StableDiffusion3Backbone,
        latents_shape: tuple[int, int, int],
        compile_function: Callable[[Callable[..., Any]], Callable[..., Any]],
    ) -> None:
        self._encode = compile_function(encoder(backbone))
        height, width, _ = latents_shape
        self._shape = height * PIXELS_PER_LATENT, width * PIXELS_PER_LATENT
        self._kept = lru_cache(KEPT_PICTURES)(self._encoded)

    def latents(self, picture: PictureLatents) -> Array:
        """The latents of a picture without noise.

        Returns:
            float32 (height // 8, width // 8, 16).

        Raises:
            DiffusionError: The picture isn't there, or is damaged.
        """
        return self._kept(picture)

    def _encoded(self, picture: PictureLatents) -> Array:
        try:
            image = pixels(picture, self._shape)
        except PictureError as error:
            raise DiffusionError(str(error)) from error
        images = image[None].astype(np.float32) / 127.5 - 1.0
        return np.array(ops.convert_to_numpy(self._encode(ops.convert_to_tensor(images)))[0])


def encoder(backbone: StableDiffusion3Backbone) -> Callable[[Any], Any]:
    """The function from pictures to latents.

    It takes the middle of the distribution that the encoder says: KerasHub draws from it, so that each time
    it would be another picture.

    Args:
        backbone: The model.
    """

    def encode(images: Any) -> Any:
        moments = backbone.vae.encoder(ops.cast(images, backbone.vae.compute_dtype))
        mean, _ = ops.split(moments, 2, axis=-1)
        return ops.cast(backbone.image_rescaling(mean), "float32")

    return encode
