"""Faults by chance, and what comes of them: `python -m tests.faults [--minutes N] [--only NAME]`."""

import argparse
import sys
import time
from dataclasses import replace
from itertools import count, islice

from tests.faults.campaign import Kind, run
from tests.faults.campaigns import CAMPAIGNS

HEADINGS = ("campaign", "trials", *(kind.value for kind in Kind), "seconds")
MOST_SHOWN = 5


def main() -> int:
    """Runs campaigns, and prints what they found. Fails where that is anything."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument(
        "--minutes", type=float, help="for all together; without, as many trials as are whole"
    )
    parser.add_argument("--only", action="append", choices=[each.name for each in CAMPAIGNS], metavar="NAME")
    parser.add_argument("--trials", type=int, help="of each campaign")
    parser.add_argument("--first", type=int, default=0, metavar="SEED", help="of the first trial (0)")
    parser.add_argument("--short", action="store_true", help="as few trials as the gate has")
    parser.add_argument("--list", action="store_true", help="say what there is")
    words = parser.parse_args()
    chosen = [each for each in CAMPAIGNS if not words.only or each.name in words.only]
    if words.short:
        chosen = [replace(each, whole=each.short) for each in chosen if each.short]
    if words.list:
        for campaign in chosen:
            print(f"{campaign.name:12} {campaign.whole:7,}  {campaign.what}")
        return 0
    print(" | ".join(HEADINGS))
    found = []
    for campaign in chosen:
        until = None
        if words.minutes is not None:
            until = time.monotonic() + 60 * words.minutes / len(chosen)
        trials = words.trials or (campaign.whole if words.minutes is None else None)
        tally = run(campaign, islice(count(words.first), trials), until)
        kinds = (f"{tally.counts[kind]}" for kind in Kind)
        print(" | ".join((tally.name, f"{tally.trials:,}", *kinds, f"{tally.seconds:.0f}")), flush=True)
        found += [(tally.name, *each) for each in tally.found]
    for name, seed, kind, what in found[:MOST_SHOWN]:
        print(f"\n{kind}, again by: python -m tests.faults --only {name} --first {seed} --trials 1\n{what}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
