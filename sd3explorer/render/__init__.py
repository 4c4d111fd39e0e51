"""From a walk to frames: order of work, frame store, and where the work runs.

This package can be called: `sd3explorer.render(walk)` is `sd3explorer.render.walks.render(walk)`. A
function of that name beside the package would hide it from `import sd3explorer.render.store as store`.
"""

import sys
from collections.abc import Iterator
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sd3explorer.render.job import Frame


class _Room(ModuleType):
    def __call__(self, *arguments: Any, **options: Any) -> "Iterator[Frame]":
        """Renders a walk; see `walks.render`."""
        # Whoever needs one module of the room shouldn't wait for all of them.
        from sd3explorer.render.walks import render

        return render(*arguments, **options)


sys.modules[__name__].__class__ = _Room
