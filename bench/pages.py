"""Pages from memory, beside nginx that hands out the same bytes; and what it costs to make one."""

from __future__ import annotations

import http.client
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.report import Finding, Section
from bench.site import EVERYTHING, PORT, SITE, end_group, processor_seconds, serving, wait_for_answer

PAGES = {"home": "/de/", "activity": "/de/learn/lantern-trail/", "article": "/de/teach/one-hour/"}
ROUNDS = 3
SECONDS = 3
CONNECTIONS = 32
UNCACHED = 60
NGINX_PORT = PORT + 1
WSGI = "wsgi --blocking-threads 1 --runtime-mode mt"
"""More threads only wait for each other: Python runs one at a time."""
NGINX = """
daemon off; worker_processes 1; error_log /dev/null; pid {folder}/pid;
events {{ worker_connections 512; }}
http {{
    access_log off; types {{ }} default_type "text/html; charset=utf-8"; sendfile on; open_file_cache max=100;
    client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
    server {{ listen 127.0.0.1:{port}; root {folder}/pages; add_header Content-Encoding br; }}
}}
"""


class Rate(NamedTuple):
    per_second: float
    microseconds: float
    """Of the processor, a request."""


def measure(data: Path) -> Section:
    missing = [name for name in ("nginx", "wrk") if shutil.which(name) is None]
    findings = [*_uncached(data)]
    if missing:
        reason = f"not measured: sudo apt-get install {' '.join(missing)}"
        findings.append(Finding("beside nginx", reason))
    else:
        findings += _beside_nginx(data)
    return Section(
        "Pages",
        "python bench/run.py pages",
        findings,
        [
            f"{CONNECTIONS} connections, {SECONDS} s each, median of {ROUNDS}; nginx and Codora take turns,"
            " one worker each, and share two cores with wrk. nginx sends the file that Codora's cache holds,"
            " compressed already. Uncached: a page of its own each time, as a visitor with a session gets it."
        ],
    )


def _beside_nginx(data: Path) -> Iterator[Finding]:
    for name, path in PAGES.items():
        plain, files, port = [], [], []
        for _ in range(ROUNDS):
            with serving(SITE, data, interface=WSGI) as site:
                body = fetch(path, {"Accept-Encoding": "br"})
                plain.append(rate_of(site, PORT, path))
            with _nginx(data, path, body) as server:
                files.append(rate_of(server, NGINX_PORT, path))
            with serving(EVERYTHING, data) as site:
                fetch(path, {"Accept-Encoding": "br"})
                port.append(rate_of(site, PORT, path))
        ours, nginx, one_port = median_of(plain), median_of(files), median_of(port)
        share, cost = ours.per_second / nginx.per_second, ours.microseconds / nginx.microseconds
        yield Finding(
            f"{name}, {len(body):,} bytes: nginx",
            f"{nginx.per_second:,.0f}/s, {nginx.microseconds:.0f} µs a request",
        )
        yield Finding(f"{name}: Codora", f"{ours.per_second:,.0f}/s, {ours.microseconds:.0f} µs a request")
        yield Finding(f"{name}: throughput, share of nginx", f"{share:.2f}", "≥ 0.7", share >= 0.7)
        yield Finding(f"{name}: processor, times nginx", f"{cost:.1f}", "≤ 2", cost <= 2)
        yield Finding(
            f"{name}: on the one port", f"{one_port.per_second:,.0f}/s, {one_port.microseconds:.0f} µs"
        )


def _uncached(data: Path) -> Iterator[Finding]:
    with serving(SITE, data, interface=WSGI) as site:
        for name, path in PAGES.items():
            for _ in range(5):
                fetch(path, {"Cookie": "sessionid=none"})
            before = processor_seconds(site)
            for _ in range(UNCACHED):
                fetch(path, {"Cookie": "sessionid=none"})
            milliseconds = 1000 * (processor_seconds(site) - before) / UNCACHED
            aim = ("≤ 12 ms", milliseconds <= 12) if name == "home" else ("", None)
            yield Finding(f"{name}, uncached: processor", f"{milliseconds:.1f} ms", *aim)


def fetch(path: str, headers: dict[str, str]) -> bytes:
    with closing(http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)) as connection:
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        if response.status != 200:
            raise RuntimeError(f"{path} answered {response.status}.")
        return response.read()


def rate_of(server: subprocess.Popen[bytes], port: int, path: str) -> Rate:
    command = f"wrk -t1 -c{CONNECTIONS} -d{SECONDS}s -H Accept-Encoding:br http://127.0.0.1:{port}{path}"
    before = processor_seconds(server)
    said = subprocess.run(command.split(), capture_output=True, text=True, check=True).stdout
    used = processor_seconds(server) - before
    if "Non-2xx" in said:
        raise RuntimeError(f"{path} was refused under load.")
    requests = int(re.search(r"(\d+) requests in", said)[1])  # type: ignore[index]
    return Rate(float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), 1e6 * used / requests)  # type: ignore[index]


def median_of(rates: list[Rate]) -> Rate:
    return Rate(median(rate.per_second for rate in rates), median(rate.microseconds for rate in rates))


@contextmanager
def _nginx(data: Path, path: str, body: bytes) -> Iterator[subprocess.Popen[bytes]]:
    folder = data / "nginx"
    page = folder / "pages" / path.strip("/") / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(body)
    for made in (data, folder, folder / "pages", *page.parents):
        if data in (made, *made.parents):
            made.chmod(0o755)
    (folder / "conf").write_text(NGINX.format(folder=folder, port=NGINX_PORT))
    server = subprocess.Popen(
        ["nginx", "-c", str(folder / "conf"), "-e", "/dev/null"], start_new_session=True
    )
    try:
        wait_for_answer(path, port=NGINX_PORT)
        yield server
    finally:
        end_group(server, signal.SIGTERM)
