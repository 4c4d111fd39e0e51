"""A way's own process, which gives little time to products of matrices: their rate is not what is tested."""

from sd3explorer.bench import worker

KINDS = worker.KINDS

SECONDS_OF_PRODUCTS = 0.001


def main(*arguments):
    """See `worker.main`."""
    worker.SECONDS_OF_PRODUCTS = SECONDS_OF_PRODUCTS
    worker.main(*arguments)
