"""All campaigns. Those that fork come before those in which FFmpeg and vips begin threads of their own."""

from tests.faults import (
    brought,
    clocks,
    crowd,
    days,
    disk,
    exports,
    hubs,
    installation,
    kept,
    kills,
    load,
    messages,
    models,
    power,
    queues,
    store,
    walk_files,
    windows,
)

FORKING = (
    kills.WRITERS,
    kills.EDITS,
    kills.COMMAND_LINE,
    kills.ENGINE,
    kills.STARTER_ENGINE,
    queues.CAMPAIGN,
    crowd.CAMPAIGN,
    windows.CAMPAIGN,
    days.CAMPAIGN,
    installation.CAMPAIGN,
)

CAMPAIGNS = (
    *FORKING,
    walk_files.CAMPAIGN,
    messages.CAMPAIGN,
    models.CHECKPOINTS,
    models.PRESETS,
    store.CAMPAIGN,
    kept.CAMPAIGN,
    exports.CAMPAIGN,
    disk.CAMPAIGN,
    power.CAMPAIGN,
    clocks.CAMPAIGN,
    hubs.CAMPAIGN,
    brought.CAMPAIGN,
    load.CAMPAIGN,
)
