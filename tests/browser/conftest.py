"""A real site (gunicorn, its own database, the real content) and Debian's chromium. Skipped loudly where there is none."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))),
    None,
)
ADMIN = {"username": "editor", "password": "a-long-enough-password"}


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def chromium():
    if CHROMIUM:
        return CHROMIUM
    if os.environ.get("CI") == "true":
        pytest.fail("no chromium found, and the browser tests must run in CI")
    sys.stderr.write("\n*** NO CHROMIUM FOUND: THE BROWSER TESTS ARE SKIPPED ***\n")
    pytest.skip("no chromium found (Debian: apt-get install chromium)")


@pytest.fixture(scope="session")
def browser_type_launch_args(chromium):
    quiet = ["--disable-gpu", "--disable-background-networking", "--no-first-run"]
    if os.geteuid() == 0:
        quiet.append("--no-sandbox")
    return {"executable_path": chromium, "args": quiet, "headless": True}


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The address of a served site."""
    folder = tmp_path_factory.mktemp("site")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "crampcoach.settings",
        "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
        "SECRET_KEY": "only-for-this-test",
        "PORT": str(port),
        "DJANGO_SUPERUSER_PASSWORD": ADMIN["password"],
    }
    environment.pop("DEBUG", None)
    for command in (
        ["migrate", "--verbosity", "0"],
        ["load_content"],
        ["publish", "--first"],
        ["collectstatic", "--no-input", "--verbosity", "0"],
        [
            "createsuperuser",
            "--no-input",
            "--username",
            ADMIN["username"],
            "--email",
            "editor@example.org",
        ],
    ):
        manage(environment, *command)
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve"], cwd=ROOT, env=environment
    )
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def manage(environment, *command):
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def wait_for(port):
    for _ in range(300):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.request("GET", "/healthz/")
            response = connection.getresponse()
            response.read()
            if response.status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise RuntimeError("the site did not start")


@pytest.fixture(scope="session")
def base_url(site):
    return site


@pytest.fixture
def messages(page):
    """What the console said, and what the page asked of other hosts; both must stay empty."""
    said = []
    page.on("console", lambda m: said.append(m.text) if m.type != "info" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "request",
        lambda r: (
            said.append(r.url)
            if not r.url.startswith(("http://127.0.0.1", "data:"))
            else None
        ),
    )
    return said
