"""Explore the latent space of Stable Diffusion 3: walks in, frames out.

import sd3explorer as sx

walk = sx.Walk.load("dog-to-cat.sd3walk")
for frame in sx.render(walk):
    ...
"""

from sd3explorer.render.walks import render
from sd3explorer.version import __version__
from sd3explorer.walk.walk import Walk

__all__ = ["Walk", "__version__", "render"]
