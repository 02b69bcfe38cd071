"""manage.py serve: the site under gunicorn, on PORT (8000) of this machine. `make run` ends in it."""

import os
import socket
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError

DEFAULT_PORT = 8000
PORTS_TO_TRY = 20


class Command(BaseCommand):
    help = "Serves the site; PORT, HOST and WEB_CONCURRENCY come from the environment."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        host = os.environ.get("HOST") or "127.0.0.1"
        port = self._port(host, os.environ.get("PORT", ""))
        workers = os.environ.get("WEB_CONCURRENCY") or "2"
        shown = f"[{host}]" if ":" in host else host
        self.stdout.write(f"CrampCoach is at http://{shown}:{port}/ (stop with Ctrl+C)")
        self.stdout.flush()
        command = [sys.executable, "-m", "gunicorn", "crampcoach.wsgi:application"]
        command += ["--bind", f"{shown}:{port}", "--workers", workers]
        command += ["--log-level", "warning"]
        os.execv(sys.executable, command)

    def _port(self, host: str, wanted: str) -> int:
        """The port asked for, or the first free one from 8000 on. Raises CommandError."""
        if wanted:
            if not (wanted.isdigit() and 0 < int(wanted) < 65536):
                raise CommandError(
                    f"PORT must be a number up to 65535, not {wanted!r}."
                )
            if not is_free(host, int(wanted)):
                raise CommandError(
                    f"Port {wanted} of {host} is taken by another program. Set PORT to another number."
                )
            return int(wanted)
        for port in range(DEFAULT_PORT, DEFAULT_PORT + PORTS_TO_TRY):
            if is_free(host, port):
                if port != DEFAULT_PORT:
                    self.stdout.write(f"Port {DEFAULT_PORT} is taken; using {port}.")
                return port
        raise CommandError(
            f"Ports {DEFAULT_PORT} to {DEFAULT_PORT + PORTS_TO_TRY - 1} are taken. Set PORT to a free one."
        )


def is_free(host: str, port: int) -> bool:
    """Whether a server could listen there now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
