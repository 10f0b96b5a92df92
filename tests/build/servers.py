"""Servers on this machine's loop-back interface, for tests of remote tiers."""

import shutil
import socket
import subprocess
import threading
import time
import unittest
from pathlib import Path


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def program(name: str) -> str:
    """Or the test is left out, and says why."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin:/sbin")
    if not found:
        raise unittest.SkipTest(f"{name} is not installed; scripts/setup --tests installs it")
    return found


class Process:
    """A server of its own in a folder of its own."""

    def __init__(self, case: unittest.TestCase, command: list[str | Path], port: int):
        self.port = port
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        case.addCleanup(self.stop)
        for _ in range(600):
            if self.process.poll() is not None:
                raise AssertionError(f"{command[0]} ended with {self.process.returncode}")
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError(f"{command[0]} does not listen")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


def start_nginx(case: unittest.TestCase, folder: Path, *, methods: str = "PUT", location: str = "",
                tls: tuple[Path, Path] | None = None) -> Process:
    """Keeps what it is given below `folder`/data."""
    nginx = program("nginx")
    port = free_port()
    for name in ("data", "temporary"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    user = "user root;" if Path(folder).stat().st_uid == 0 else ""
    listen = f"listen 127.0.0.1:{port}{' ssl' if tls else ''};"
    keys = f"ssl_certificate {tls[0]}; ssl_certificate_key {tls[1]};" if tls else ""
    dav = f"dav_methods {methods}; create_full_put_path on;" if methods else ""
    temporary = "\n".join(f"{name}_temp_path {folder}/temporary;" for name in
                          ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    config = folder / f"nginx-{port}.conf"
    config.write_text(f"""
daemon off; {user} pid {folder}/nginx-{port}.pid; error_log {folder}/error.log;
worker_processes 1;
events {{ }}
http {{
  access_log {folder}/access.log;
  {temporary}
  client_max_body_size 100m;
  server {{
    {listen} {keys}
    root {folder}/data;
    location / {{ {dav} {location} }}
  }}
}}
""")
    return Process(case, [nginx, "-c", config, "-p", folder, "-e", folder / "error.log"], port)


def start_redis(case: unittest.TestCase, folder: Path, *options: str) -> Process:
    redis = program("redis-server")
    port = free_port()
    folder.mkdir(parents=True, exist_ok=True)
    return Process(case, [redis, "--port", str(port), "--bind", "127.0.0.1", "--dir", folder,
                          "--save", "", *options], port)


class Liar:
    """Answers every connection as `answer` does, which gets the socket and what came first."""

    def __init__(self, case: unittest.TestCase, answer):
        self.answer = answer
        self.asked = 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()
        case.addCleanup(self.socket.close)

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection: socket.socket) -> None:
        with connection:
            try:
                while request := connection.recv(1 << 20):
                    self.asked += 1
                    if not self.answer(connection, request):
                        return
            except OSError:
                pass
