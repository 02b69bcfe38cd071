"""gunicorn with two sync workers, and wrk as the load on it."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent
CONNECTIONS = 16


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(environment: Mapping[str, str]) -> Iterator[int]:
    """The port of a running site; it ends with the block."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "-w", "2", "-k", "sync"]
    command += ["-b", f"127.0.0.1:{port}", "--log-level", "error", "crampcoach.wsgi"]
    process = subprocess.Popen(
        command, env={**os.environ, **environment}, start_new_session=True
    )
    try:
        _wait_for(port)
        yield port
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def _wait_for(port: int) -> None:
    for _ in range(150):
        try:
            if fetch(port, "/bare/")[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the site did not start")


def fetch(
    port: int, path: str, headers: Mapping[str, str] | None = None
) -> tuple[int, Mapping[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers=dict(headers or {}))
    response = connection.getresponse()
    result = response.status, dict(response.getheaders()), response.read()
    connection.close()
    return result


def load(
    port: int,
    path: str,
    seconds: int,
    headers: Mapping[str, str] | None = None,
    steps: Path | None = None,
) -> tuple[float, int]:
    """(requests a second, answers that were no success) of `path`, or of the POSTs in `steps`."""
    if shutil.which("wrk") is None:
        raise SystemExit("make bench needs wrk (Debian: apt-get install wrk)")
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "20s"]
    for name, value in (headers or {}).items():
        command += ["-H", f"{name}: {value}"]
    if steps:
        command += ["-s", str(HERE / "step.lua")]
    command.append(f"http://127.0.0.1:{port}{path}")
    if steps:
        command += ["--", str(steps)]
    output = subprocess.run(command, capture_output=True, text=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", output)
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
    if rate is None:
        raise SystemExit(f"wrk said nothing of use about {path}:\n{output}")
    return float(rate[1]), int(failed[1]) if failed else 0
