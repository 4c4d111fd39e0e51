"""All campaigns: first what somebody else may have made, then bad luck."""

from tests.faults import exports, messages, models, store, walk_files

CAMPAIGNS = (
    walk_files.CAMPAIGN,
    exports.CAMPAIGN,
    messages.CAMPAIGN,
    models.CHECKPOINTS,
    models.PRESETS,
    store.CAMPAIGN,
)
