"""The check is light on a phone: the first question with all that it loads, and each further step."""

import re

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from crampcoach.content import releases

FIRST_PAGE = 40_000  # bytes, compressed
FURTHER_STEP = 6_000
HTMX = {"HX-Request": "true"}
LOADED = re.compile(
    r'(?:<link rel="stylesheet" href|<script src|<use href)="/static/([^"#]+)'
)
OFFERED = re.compile(
    r'<(?:input type="(?:radio|checkbox)"|button)[^>]*? name="([a-z-]+)" value="([a-z-]+)"'
)
PREFERRED = ("calf", "none", "not-sure")  # what this runner answers where it is offered


@pytest.fixture
def steps(db, monkeypatch, real):
    """Every page of a visit that ends in a report, as the phone gets it."""
    monkeypatch.setattr(releases, "live", lambda language="en": real)
    client, shown = Client(), []
    url = client.post("/check/").headers["Location"]
    response = client.get(url)
    while "/q/" in url:
        html = response.content.decode()
        shown.append((url, html))
        response = client.post(url, answers_to(html), headers=HTMX)
        assert response.status_code == 200, url
        url = response.headers["HX-Push-Url"]
    return [*shown, (url, response.content.decode())]


def answers_to(html):
    offered = {}
    for name, value in OFFERED.findall(html):
        offered.setdefault(name, []).append(value)
    return {
        name: next(value for value in PREFERRED if value in values)
        for name, values in offered.items()
        if set(PREFERRED) & set(values)
    }


def test_the_first_question_weighs_at_most_40_kilobytes(steps):
    _url, html = steps[0]
    files = {finders.find(name) for name in LOADED.findall(html)}
    assert packed(html.encode()) + sum(packed(read(f)) for f in files) <= FIRST_PAGE


def test_each_further_step_weighs_at_most_6_kilobytes(steps):
    weights = {url: packed(html.encode()) for url, html in steps[1:] if "/q/" in url}
    heaviest = max(weights, key=weights.get)
    assert weights[heaviest] <= FURTHER_STEP, heaviest


def read(path):
    with open(path, "rb") as file:
        return file.read()


def packed(data):
    return len(brotli.compress(data, quality=5))
