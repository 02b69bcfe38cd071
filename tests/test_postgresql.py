"""The parts that touch a database, once more on PostgreSQL: a cluster of its own, thrown away afterwards."""

import glob
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PARTS = (
    "tests/content/test_feedback.py",
    "tests/content/test_loading.py",
    "tests/content/test_models.py",
    "tests/content/test_releases.py",
    "tests/assessments/test_models.py",
    "tests/assessments/test_bad_input.py",
)
BINARIES = sorted(glob.glob("/usr/lib/postgresql/*/bin")) or [
    str(Path(found).parent) for found in [shutil.which("initdb")] if found
]


@pytest.fixture(scope="module")
def postgresql():
    """The DATABASE_URL of a running cluster."""
    if not BINARIES:
        if os.environ.get("CI") == "true":
            pytest.fail("no PostgreSQL found, and its test must run in CI")
        sys.stderr.write("\n*** NO POSTGRESQL FOUND: ITS TEST IS SKIPPED ***\n")
        pytest.skip("no PostgreSQL found (Debian: apt-get install postgresql)")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="crampcoach-postgresql-") as folder:
        data = f"{folder}/data"
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        _own(folder)
        _run("initdb", "-D", data, "-U", "runner", "-A", "trust", "-N")
        _run("pg_ctl", "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield f"postgres://runner@127.0.0.1:{port}/postgres"
        finally:
            _run("pg_ctl", "-D", data, "-m", "immediate", "stop")


def _own(folder):
    """PostgreSQL refuses to run as root: then its own user runs it."""
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")


def _run(program, *arguments):
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    command = [*user, f"{BINARIES[-1]}/{program}", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


def test_content_and_visits_work_on_postgresql(postgresql):
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *PARTS],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": postgresql},
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout[-4000:]
