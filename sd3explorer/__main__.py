"""`python -m sd3explorer`: the same as the command `sd3explorer`."""

import sys

from sd3explorer.cli import main

if __name__ == "__main__":
    sys.exit(main())
