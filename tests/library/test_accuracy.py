"""The public scorecard: made from the live release's own figures, honest about what they are worth."""

import re

import pytest

from crampcoach.content import releases
from crampcoach.content.scorecards import ReleaseScorecard
from crampcoach.library import accuracy
from crampcoach.library.peers import PEERS
from tests.library.conftest import make_knowledge

FAILURE = {
    "slug": "km-34-calf",
    "story": "A calf that <b>locks</b> at km 34.",
    "faults": ["urgency-too-high", "cause-not-first"],
    "trace": ["where", "feel"],
    "expected": {
        "urgency": ["self-care", "see-doctor"],
        "causes": ["tired-muscle"],
        "contributors": ["too-fast"],
        "conditions": [],
    },
    "given": {
        "urgency": "call-ambulance",
        "causes": ["too-fast", "tired-muscle"],
        "conditions": ["clot-in-leg"],
    },
}
CARD = {
    "n": 120,
    "top1": 0.9996,
    "top3": 1.0,
    "listed": 1.0,
    "list_length_mean": 2.9794,
    "contributor_recall": 0.781,
    "conditions_named": None,
    "urgency_exact": 0.9,
    "urgency_accepted": 0.95,
    "under_triage": ["one"],
    "over_triage": ["km-34-calf", "two"],
    "self_care_over_triaged": 0.05,
    "safe_gilbert": 0.99,
    "pages_median": 17.0,
    "pages_p90": 21,
    "counts": {"causes": 80, "contributors": 30, "conditions": 0, "finished": 100},
    "levels": {
        "self-care": {"low": 0, "right": 38, "high": 2},
        "call-ambulance": {"low": 1, "right": 79, "high": 0},
    },
    "failures": [FAILURE],
}


def scorecard(number, card=CARD, note="", **changes):
    return ReleaseScorecard(number, "2026-11-20", note, card | changes, card)


@pytest.fixture
def measured(publish, monkeypatch):
    """Makes a release with these scorecards live, and gives its Knowledge."""

    def make_live(*cards):
        monkeypatch.setattr(releases, "scorecards", lambda number: cards)
        return publish(make_knowledge(release=2))

    return make_live


def text_of(client, path="/accuracy/"):
    html = client.get(path).content.decode()
    return re.sub(r"\s+", " ", html)


def test_the_figures_of_the_live_release_are_shown_out_of_a_hundred(measured, client):
    measured(scorecard(2))
    html = text_of(client)
    assert "This release (2)" in html
    assert "120 stories" in html
    assert "<td>78.1</td><td>30</td>" in html
    assert "Ours names 3.0 causes" in html
    assert "Half of the stories need 17 question pages or fewer" in html
    assert "nine out of ten need 21" in html


def test_too_low_and_too_high_stand_apart_by_level_most_urgent_first(measured, client):
    measured(scorecard(2))
    html = text_of(client)
    first = "Ambulance now</th><td>80</td><td>1</td><td>79</td><td>0</td>"
    second = "Self-care</th><td>40</td><td>0</td><td>38</td><td>2</td>"
    assert html.index(first) < html.index(second)


def test_a_story_that_went_wrong_is_told_with_its_pages_and_both_results(
    measured, client
):
    measured(scorecard(2))
    html = text_of(client)
    assert "A calf that &lt;b&gt;locks&lt;/b&gt; at km 34." in html
    assert "Self-care or Book a visit" in html
    assert "<ol><li>Where?</li><li>Feel?</li></ol>" in html
    assert "/warning-signs/#clot-in-leg" in html
    assert "2 question pages were shown" in html
    assert html.index("Told too much urgency") < html.index("km-34-calf")


def test_the_page_warns_that_own_stories_flatter_and_nobody_has_reviewed(
    measured, client
):
    measured(scorecard(2))
    html = text_of(client)
    assert "These figures look better than real life" in html
    assert "No clinician has reviewed the stories" in html
    assert "Knitza and others, 2024" in html


def test_the_page_reassures_nobody(measured, client):
    measured(scorecard(2))
    main = text_of(client).partition("<main")[2].partition("</main>")[0].lower()
    for words in ("safe", "all clear", "nothing serious", "%"):
        assert words not in main.replace("unsafe", "")


def test_published_figures_stand_beside_ours_with_their_study(measured, client):
    measured(scorecard(2))
    html = text_of(client)
    for peer in PEERS:
        assert peer.study in html and peer.reference in html
    assert html.index("CrampCoach, this release") < html.index(PEERS[0].study)


def test_releases_can_be_compared_with_their_notes(measured, client):
    measured(scorecard(2, note="More <stories>"), scorecard(1, top1=0.5, note="First"))
    html = text_of(client)
    assert "More &lt;stories&gt;" in html
    assert html.index("More &lt;stories&gt;") < html.index(">First<")
    assert re.search(r'<td data-label="Right cause first">50</td>', html)
    assert re.search(r'<td data-label="Stories told too much">2</td>', html)


def test_the_length_of_the_list_is_rounded_and_not_cut_off(measured, client):
    measured(scorecard(2, list_length_mean=2.9794), scorecard(1, list_length_mean=2.46))
    html = text_of(client)
    assert '<td data-label="Length of the list">3</td>' in html
    assert '<td data-label="Length of the list">2.5</td>' in html


def test_a_release_that_was_not_measured_says_so(measured, client):
    measured(scorecard(2, card={}))
    assert "This release was not measured." in text_of(client)


def test_a_release_from_before_levels_and_failures_were_kept_still_has_a_page(
    measured, client
):
    old = {
        name: value
        for name, value in CARD.items()
        if name not in ("counts", "levels", "failures")
    }
    measured(scorecard(2, card=old))
    html = text_of(client)
    assert "120 stories" in html
    assert "Urgency: too low and too high" not in html


def test_the_about_page_gives_the_main_figures_and_the_way_to_all(measured, client):
    measured(scorecard(2))
    html = text_of(client, "/about/")
    assert "We try each release on 120 written stories" in html
    assert "99.9 of 100" in html
    assert 'href="/accuracy/"' in html


def test_every_page_links_to_the_scorecard_at_its_foot(measured, client):
    measured(scorecard(2))
    footer = text_of(client, "/causes/").partition("<footer")[2]
    assert 'href="/accuracy/"' in footer


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (1.0, "100"),
        (0.9996, "99.9"),
        (0.9547, "95.5"),
        (0.0001, "0.1"),
        (0.0, "0"),
        (None, "–"),
    ],
)
def test_a_share_is_never_rounded_to_all_or_none(share, shown):
    assert accuracy.of_hundred(share) == shown


def test_dutch_figures_have_a_comma(measured, client):
    measured(scorecard(2))
    html = text_of(client, "/nl/accuracy/")
    assert "<td>78,1</td>" in html
    assert "70,5</td>" in html
