"""The same engine, frames and playhead as where rendering is tested."""

from tests.app.rendering.conftest import bench_with

__all__ = ["bench_with"]
