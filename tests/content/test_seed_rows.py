"""The five articles that the project began with: each thing they say is carried or judged by a claim."""

from pathlib import Path

SEED_ROWS = Path(__file__).parent.parent / "seed_rows.txt"


def test_every_row_of_the_seed_articles_is_heard_in_a_claim(real_rows):
    seeds = set(SEED_ROWS.read_text().split())
    heard = {row for claim in real_rows["claims"] for row in claim.get("heard_in", ())}
    assert len(seeds) == 105
    assert seeds - heard == set()
