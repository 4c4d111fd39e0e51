"""Explore the latent space of Stable Diffusion 3: walks in, frames out.

import sd3explorer as sx

walk = sx.Walk.load("dog-to-cat.sd3walk")
for frame in sx.render(walk):
    ...
"""

from typing import TYPE_CHECKING

from sd3explorer.own_path import leave_current_folder

leave_current_folder()

from sd3explorer.version import __version__  # noqa: E402
from sd3explorer.walk.walk import Walk  # noqa: E402

if TYPE_CHECKING:
    from sd3explorer.render.walks import render
else:
    # The package, which can be called; type checkers know no such thing, and see what it calls.
    from sd3explorer import render

__all__ = ["Walk", "__version__", "render"]
