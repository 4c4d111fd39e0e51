"""A program that measures which precision suits this device.

`python -m sd3explorer.diffusion.measuring BACKEND` prints one JSON object, `{"precision": …}` or
`{"error": …}`. It is a program, so that who asks needs no Keras, and gets the device's memory back.
"""

import json
import sys

from sd3explorer.diffusion import backend


def measure(name: str) -> dict[str, str]:
    """The precision that suits a backend on this device.

    Args:
        name: Keras' backend.

    Returns:
        `precision`, the name of a dtype, or `error`, a sentence that says what to do.
    """
    try:
        compiler = backend.select(name)
        # Imports Keras, so only now that its backend is chosen.
        from sd3explorer.diffusion.precision import chosen_precision

        return {"precision": chosen_precision("auto", compiler)}
    except backend.DiffusionError as error:
        return {"error": str(error)}


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1])))
