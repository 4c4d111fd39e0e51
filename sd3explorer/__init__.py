"""Explore the latent space of Stable Diffusion 3: walks in, frames out.

import sd3explorer as sx

walk = sx.Walk.load("dog-to-cat.sd3walk")
for frame in sx.render(walk):
    ...
"""

from sd3explorer.own_path import leave_current_folder

leave_current_folder()

from sd3explorer.render.walks import render  # noqa: E402
from sd3explorer.version import __version__  # noqa: E402
from sd3explorer.walk.walk import Walk  # noqa: E402

__all__ = ["Walk", "__version__", "render"]
