"""Lighthouse on three pages of a served site: `make audit`. Needs Node (npx) beside Debian's chromium.

Not part of `make test`: it takes a minute, fetches Lighthouse from the npm registry, and times depend on the machine.
"""

import json
import os
import shutil
import subprocess

import pytest

from tests.browser.journey import start

LIGHTHOUSE = "lighthouse@12"
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"

pytestmark = pytest.mark.skipif(not shutil.which("npx"), reason="no Node here")


def scores(url, chromium, folder, *options):
    report = folder / "report.json"
    command = ["npx", "--yes", LIGHTHOUSE, url, "--quiet", "--output=json"]
    command += [f"--output-path={report}", f"--chrome-flags={FLAGS}"]
    command += [f"--only-categories={','.join(LEAST)}", *options]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": chromium})
    categories = json.loads(report.read_text())["categories"]
    return {name: round(categories[name]["score"] * 100) for name in LEAST}


def assert_good(name, found):
    print(name, found)
    assert all(found[key] >= least for key, least in LEAST.items()), found


@pytest.mark.parametrize("path", ["/", "/causes/muscle-fatigue/"])
def test_a_page_for_reading(site, chromium, tmp_path, path):
    assert_good(path, scores(site + path, chromium, tmp_path))


def test_a_question(page, site, chromium, tmp_path):
    """Crawlers must not read it, which Lighthouse would hold against it."""
    start(page, site)
    found = scores(page.url, chromium, tmp_path, "--skip-audits=is-crawlable")
    assert_good("question", found)
