"""Every page of the real content: it is valid HTML, its links lead somewhere, it is light, and the site map has it."""

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

import brotli
import html5lib
import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from crampcoach.content import releases

CONTENT_PAGE = (
    24_000  # bytes, compressed, with all that it loads but the icon of the tab
)
LINK = re.compile(r'<a [^>]*?href="([^"]+)"')
ID = re.compile(r'\sid="([^"]+)"')
LOADED = re.compile(
    r'(?:<link rel="stylesheet" href|<script src|<img [^>]*src|<use href)="/static/([^"#]+)'
)
START = "/"


@pytest.fixture(scope="module")
def pages(real):
    """path -> HTML of every page that can be reached by links from the first one, in English."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(releases, "live", lambda language="en": real)
        patch.setattr(releases, "scorecards", lambda release: ())
        return crawl(Client())


def crawl(client):
    found, todo = {}, [START]
    while todo:
        path = todo.pop()
        response = client.get(path)
        assert response.status_code == 200, path
        found[path] = response.content.decode()
        for link in LINK.findall(found[path]):
            target = link.partition("#")[0].partition("?")[0]
            if is_ours(target) and target not in found and target not in todo:
                todo.append(target)
    return found


def is_ours(target):
    return target.startswith("/") and not target.startswith(
        ("/static/", "/nl/", "/check/")
    )


def test_every_anchor_has_its_place(pages):
    ids = {path: set(ID.findall(html)) for path, html in pages.items()}
    for path, html in pages.items():
        for link in LINK.findall(html):
            target, _, anchor = link.partition("#")
            if anchor and (not target or is_ours(target)):
                assert anchor in ids[target or path], f"{path}: {link}"


def test_no_page_uses_an_id_twice(pages):
    for path, html in pages.items():
        ids = ID.findall(html)
        assert len(ids) == len(set(ids)), path


def test_every_page_is_valid_html(pages):
    parser = html5lib.HTMLParser(strict=False)
    for path, html in pages.items():
        parser.parse(html)
        assert parser.errors == [], path


def test_no_two_pages_have_the_same_title(pages):
    """But for sources: what others call their pages is not in our hands."""
    titles = {}
    for path, html in pages.items():
        if not path.startswith("/sources/"):
            title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)[1]
            titles.setdefault(title, []).append(path)
    assert [paths for paths in titles.values() if len(paths) > 1] == []


def test_every_row_has_a_page_that_links_lead_to_and_that_the_site_map_has(
    pages, real, publish
):
    publish(real)
    root = ElementTree.fromstring(Client().get("/sitemap.xml").content)
    urls = [element.text for element in root.iter() if element.tag.endswith("}loc")]
    listed = [
        path
        for path in (urlsplit(url).path for url in urls)
        if not path.startswith("/nl/")
    ]
    assert sorted(listed) == sorted(pages)


def test_a_content_page_weighs_at_most_24_kilobytes(pages):
    weights = {path: weight(html) for path, html in pages.items() if path != "/search/"}
    heaviest = max(weights, key=weights.get)
    assert weights[heaviest] <= CONTENT_PAGE, heaviest


def test_no_content_page_loads_javascript(pages):
    """But for the live search, and for the help that also opens without a connection; both work without."""
    for path, html in pages.items():
        if path != "/search/" and not path.startswith("/now/"):
            assert "<script src" not in html, path


def weight(html):
    files = {finders.find(name) for name in LOADED.findall(html)}
    return packed(html.encode()) + sum(packed(read(path)) for path in files)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def packed(data):
    return len(brotli.compress(data, quality=5))


def test_the_places_of_the_index_begin_with_the_commonest_cause(pages):
    calf = pages["/causes/"].split("Calf, back of the lower leg", 1)[1]
    assert re.search(r'href="([^"]+)"', calf)[1] == "/causes/muscle-fatigue/"


def test_the_ladder_is_no_way_to_stop_a_cause_coming_back(pages):
    part = pages["/causes/muscle-fatigue/"].split('id="prevention"')[1]
    part = part.split("</section>")[0]
    assert "Rung 1" not in part
    assert "/prevention/#ladder" in part
