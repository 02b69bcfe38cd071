"""What search engines and link previews get: titles, addresses, linked data, the site map and the rules for robots."""

import json
import re
from xml.etree import ElementTree

import pytest

from crampcoach.library.linked_data import to_script
from tests.library.conftest import PATHS, ROWS, make_dated, make_knowledge

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def html_of(client, path):
    return client.get(path).content.decode()


def meta(html, name):
    found = re.search(
        rf'<meta [^>]*(?:name|property)="{name}"[^>]* content="([^"]*)"', html
    )
    return found[1] if found else ""


def linked_data(client, path):
    (text,) = SCRIPT.findall(html_of(client, path))
    return json.loads(text)


@pytest.mark.parametrize("path", [*PATHS, "/search/", "/feedback/", "/accessibility/"])
def test_every_page_has_a_title_a_description_and_one_address(live, client, path):
    html = html_of(client, path)
    assert re.search(r"<title>[^<]{8,}</title>", html)
    assert html.count('rel="canonical"') == 1
    assert meta(html, "description")
    assert meta(html, "og:title")
    assert meta(html, "og:url") == f"http://testserver{path}"
    assert meta(html, "og:image") == "http://testserver/static/img/card.png"


@pytest.mark.parametrize("path", ["/", "/causes/tired-muscle/", "/nl/help/"])
def test_each_page_names_itself_in_the_other_language_and_a_default(live, client, path):
    english = path.removeprefix("/nl")
    html = html_of(client, path)
    for language, target in (
        ("en", english),
        ("nl", f"/nl{english}"),
        ("x-default", english),
    ):
        line = f'rel="alternate" hreflang="{language}" href="http://testserver{target}"'
        assert html.count(line) == 1


def test_home_tells_search_engines_where_to_search(live, client):
    data = linked_data(client, "/")
    assert data["@type"] == "WebSite"
    target = data["potentialAction"]["target"]["urlTemplate"]
    assert target == "http://testserver/search/?q={search_term_string}"


def test_a_cause_is_a_medical_condition_on_a_medical_page(live, client):
    data = linked_data(client, "/causes/tired-muscle/")
    assert data["@type"] == "MedicalWebPage"
    assert data["about"]["@type"] == "MedicalCondition"
    assert data["url"] == "http://testserver/causes/tired-muscle/"
    assert "lastReviewed" not in data


def test_claims_are_questions_with_their_verdict(live, client):
    data = linked_data(client, "/claims/")
    assert data["@type"] == "FAQPage"
    (question,) = data["mainEntity"]
    assert question["name"] == "Salt stops cramps"
    assert question["acceptedAnswer"]["text"] == "No good evidence"
    assert question["acceptedAnswer"]["url"] == "http://testserver/claims/salt/"


@pytest.mark.parametrize("path", [row for row in ROWS if "sources" not in row])
def test_search_engines_are_told_when_the_text_last_changed(publish, client, path):
    publish(make_dated())
    assert linked_data(client, f"/{path}/")["dateModified"] == "2026-12-02"


@pytest.mark.parametrize("path", [row for row in ROWS if "sources" not in row])
def test_search_engines_are_told_no_date_that_nobody_knows(live, client, path):
    assert "dateModified" not in linked_data(client, f"/{path}/")


def test_the_dutch_page_says_its_language(live, client):
    assert linked_data(client, "/nl/claims/")["inLanguage"] == "nl"


def test_linked_data_cannot_end_its_element():
    script = to_script(
        {"name": "</script><script>alert(1)//\u2028&"},
        site="http://x",
        url="http://x/",
        language="en",
    )
    assert "<" not in script
    assert "&" not in script
    assert json.loads(script)["name"].startswith("</script>")


def test_robots_keep_out_of_checks_and_the_admin(live, client):
    response = client.get("/robots.txt")
    lines = response.content.decode().splitlines()
    assert response.headers["Content-Type"].startswith("text/plain")
    assert {"Disallow: /check/", "Disallow: /nl/check/", "Disallow: /admin/"} <= set(
        lines
    )
    assert "Sitemap: http://testserver/sitemap.xml" in lines


def test_robots_may_read_the_page_a_check_starts_on(live, client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert {"Allow: /check/$", "Allow: /nl/check/$"} <= set(lines)


def test_the_site_map_lists_every_page_once_in_both_languages(live, client):
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found = [element.text for element in root.iter() if element.tag.endswith("}loc")]
    assert len(found) == len(set(found))
    for path in PATHS:
        assert f"http://testserver{path}" in found
        assert f"http://testserver/nl{path}" in found
    assert not [
        url for url in found if "/check/" in url or "/causes/clot-in-leg" in url
    ]


def days(client):
    """address -> day of the last change, of what the site map dates."""
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return {
        entry[0].text.removeprefix("http://testserver"): entry[1].text
        for entry in root
        if len(entry) > 1
    }


def test_the_site_map_dates_each_page_of_one_row_by_its_last_change(publish, client):
    publish(make_dated())
    found = days(client)
    assert {found[f"/{path}/"] for path in ROWS} == {"2026-12-02"}
    assert {found[f"/nl/{path}/"] for path in ROWS} == {"2026-12-02"}
    assert found["/causes/"] == found["/"] == "2026-11-20"


def test_the_site_map_gives_no_date_that_nobody_knows(live, client):
    assert not {f"/{path}/" for path in ROWS} & days(client).keys()


def test_a_new_release_makes_a_new_site_map(publish, client):
    publish(make_knowledge())
    assert b"/claims/salt/" in client.get("/sitemap.xml").content
    publish(make_knowledge(claims=()))
    assert b"/claims/salt/" not in client.get("/sitemap.xml").content


def test_the_manifest_and_its_icons_are_there(settings):
    folder = settings.BASE_DIR / "static" / "img"
    manifest = json.loads((folder / "site.webmanifest").read_text())
    for icon in manifest["icons"]:
        assert (folder / icon["src"]).is_file()


def test_the_social_card_is_small(settings):
    card = settings.BASE_DIR / "static" / "img" / "card.png"
    assert card.stat().st_size <= 60_000
