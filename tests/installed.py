"""Tests of packages that may not be installed."""

import importlib.util

import pytest


def needs(*packages):
    """Skips tests where a package is missing. None is imported: every process collects all tests."""
    missing = [package for package in packages if importlib.util.find_spec(package) is None]
    return pytest.mark.skipif(bool(missing), reason=f"needs {', '.join(missing)}")
