"""All campaigns, those first that find most."""

from tests.faults import walk_files

CAMPAIGNS = (walk_files.CAMPAIGN,)
