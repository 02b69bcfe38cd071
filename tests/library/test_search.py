"""Search finds what runners type, forgives a slip of the pen, and helps when there is nothing."""

import pytest

from crampcoach.library.lay_words import LAY_WORDS, OTHER_WORDS
from crampcoach.library.search import LONGEST_QUERY, find
from tests.library.conftest import make_knowledge


def names(knowledge, query):
    return [entry.name for entry in find(knowledge, query).results]


def slugs(knowledge, query):
    return [
        entry.url.rstrip("/").rpartition("/")[2]
        for entry in find(knowledge, query).results
    ]


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("charley horse", "muscle-fatigue"),
        ("charly hors", "muscle-fatigue"),
        ("stitch", "side-stitch"),
        ("hamstring", "leg-muscle-strain"),
        ("kramp", "muscle-fatigue"),
        ("pulled calf", "leg-muscle-strain"),
        ("sciatica", "disc-nerve-root"),
        ("growing pains", "night-cramp"),
        ("cramps at night", "night-cramp"),
        ("backpain", "back-muscle-strain"),
        ("piriformus", "deep-gluteal"),
        ("plantar fasciitis", "achilles-heel-pain"),
        ("DOMS", "delayed-soreness"),
        ("back pain after stretching", "stretch-spasm"),
        ("dark pee", "dark-pee-after-running"),
        ("steken in de zij", "side-stitch"),
        ("cramp", "muscle-fatigue"),
        ("cramping calves", "muscle-fatigue"),
        ("kuit", "muscle-fatigue"),
        ("marathon cramp", "muscle-fatigue"),
        ("cramp km 34", "muscle-fatigue"),
        ("back locked", "back-locks"),
        ("seized up back", "back-locks"),
        ("rest calf strain", "leg-muscle-strain"),
    ],
)
def test_what_runners_type_leads_to_the_right_page_first(real, query, slug):
    assert slugs(real, query)[0] == slug


def test_a_word_for_the_same_thing_finds_as_much(real):
    assert len(names(real, "kramp")) > 10
    assert names(real, "knie")[0] == names(real, "knee")[0]


def test_each_other_word_stands_for_a_word_of_the_rows(real):
    for word, same in OTHER_WORDS.items():
        assert names(real, same), word


def test_claims_are_found_by_their_statement(real):
    assert any("pickle" in name.casefold() for name in names(real, "pickle juice"))


def test_findings_are_found_by_the_words_of_their_answer(real):
    assert "Cramp at night or in bed" in names(real, "wakes from sleep")


def test_a_query_about_an_emergency_is_met_with_help(real):
    found = find(real, "chest pain")
    assert found.results[0].url == "/help/"
    assert found.has_emergency


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("DVT", "possible-dvt"),
        ("swollen calf after flight", "possible-dvt"),
        ("calf pain flight", "possible-dvt"),
        ("saddle numbness", "cauda-equina"),
        ("numb between my legs", "cauda-equina"),
        ("peeing brown", "rhabdo-dark-urine"),
    ],
)
def test_everyday_words_for_a_danger_lead_to_its_warning_sign(real, query, slug):
    assert slug in slugs(real, query)[:3]


def test_a_word_that_nobody_knows_spoils_nothing(real):
    assert slugs(real, "cramp zzyzx")[0] == slugs(real, "cramp")[0]


def test_a_short_word_is_not_taken_for_another(real):
    assert "Bone" not in " ".join(names(real, "bonk"))


def test_an_everyday_query_raises_no_alarm(real):
    assert not find(real, "calf cramp").has_emergency


def test_a_danger_leads_to_its_place_among_the_warning_signs(real):
    urls = [entry.url for entry in find(real, "low calcium").results]
    assert any(url.startswith("/warning-signs/#") for url in urls)


def test_every_lay_word_leads_to_pages_that_exist(real):
    rows = {
        "cause": real.cause,
        "symptom": real.symptom,
        "warning_sign": real.warning_sign,
        "page": {"help"},
    }
    for phrase, targets in LAY_WORDS.items():
        for target in targets:
            kind, _, slug = target.partition(":")
            assert slug in rows[kind], phrase


@pytest.mark.parametrize("query", ["", "  ", "the of", "?!", "x" * 500, "\x00", "0"])
def test_odd_queries_find_nothing_and_break_nothing(real, query):
    assert find(real, query).results == []


def test_only_the_start_of_a_long_query_counts(real):
    assert find(real, "kramp " + " " * LONGEST_QUERY + "stitch") == find(real, "kramp")


def test_a_word_that_is_nowhere_is_answered_with_one_like_it(real):
    assert find(real, "dehydrashun").guesses == ["dehydration"]


def test_the_index_is_made_once_for_a_release():
    known = make_knowledge()
    find(known, "knot")
    index = known.kept["library.search"]
    find(known, "cramp")
    assert known.kept["library.search"] is index


def test_the_page_shows_results_without_javascript(live, client):
    html = client.get("/search/?q=hard+knto").content.decode()
    assert 'href="/symptoms/hard-knot/"' in html
    assert 'value="hard knto"' in html


def test_the_fragment_is_the_list_alone(live, client):
    html = client.get("/search/results/?q=knot").content.decode()
    assert 'href="/symptoms/hard-knot/"' in html
    assert "<html" not in html
    assert "hx-swap-oob" not in html


def test_htmx_gets_the_count_for_the_status_line_as_well(live, client):
    response = client.get("/search/results/?q=knot", headers={"hx-request": "true"})
    assert 'id="found" hx-swap-oob="innerHTML"' in response.content.decode()


def test_nothing_found_says_what_to_do_next(live, client):
    html = client.get("/search/?q=qwertzuiop").content.decode()
    assert "Nothing found" in html
    assert 'href="/check/"' in html
    assert 'href="/help/"' in html
    assert 'href="/symptoms/#calf"' in html


def test_a_query_is_escaped(live, client):
    html = client.get("/search/?q=<script>alert(1)</script>").content.decode()
    assert "<script>alert" not in html


def test_what_was_asked_is_not_kept_by_caches_or_search_engines(live, client):
    for path in ("/search/?q=knot", "/search/results/?q=knot"):
        response = client.get(path)
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in client.get("/search/").headers


def test_the_search_box_is_on_content_pages_and_htmx_only_on_the_search_page(
    live, client
):
    for path in ("/", "/causes/tired-muscle/", "/nl/about/"):
        html = client.get(path).content.decode()
        assert 'role="search"' in html
        assert "htmx" not in html
    assert "htmx-2" in client.get("/search/").content.decode()


def test_claims_are_filtered_by_verdict_and_topic(client, live):
    for claim in live.claims:
        chosen = {"verdict": claim.verdict, "topic": claim.topic}
        page = client.get("/claims/filter/", chosen).content.decode()
        for other in live.claims:
            fits = (other.verdict, other.topic) == (claim.verdict, claim.topic)
            assert (f'"/claims/{other.slug}/"' in page) is (
                fits or not claim.topic and other.verdict == claim.verdict
            )


def test_an_unknown_filter_shows_every_claim(client, live):
    page = client.get("/claims/filter/?verdict=x&topic=y").content.decode()
    assert all(f'"/claims/{claim.slug}/"' in page for claim in live.claims)
