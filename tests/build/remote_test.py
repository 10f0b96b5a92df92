"""Remote tiers of the object cache: real servers, and some that are not what they seem."""

import hashlib
import os
import shutil
import stat
import subprocess
import time
from pathlib import Path

from cache_test import FILES, MODULES, Case
from servers import Liar, Process, program, start_nginx, start_redis


class Remote(Case):
    def setUp(self) -> None:
        super().setUp()
        self.servers = self.project.folder / "servers"
        self.servers.mkdir()
        self.home = self.project.folder / "home"
        self.project.environment |= {"HOME": str(self.home), "XDG_CACHE_HOME": ""}

    def use(self, remote: str) -> dict[str, int]:
        """A build that has nothing but the remote."""
        shutil.rmtree(self.project.cache, ignore_errors=True)
        return self.rebuild(PERRY_CACHE_REMOTE=remote)

    def compile_edges(self) -> list[dict[str, str]]:
        return [e for e in self.project.edges() if e["kind"] == "cc"]

    def errors(self) -> list[str]:
        return [e["problem"] for e in self.compile_edges() if e["errors"] != "0"]

    def check_used(self, remote: str, tier: str) -> None:
        """Cold, then warm from the remote alone, then warm without it; always the same bytes."""
        self.assertEqual(self.use(remote), {"compiled": MODULES}, self.errors())
        self.assertEqual(self.errors(), [])
        clean = self.project.results()
        self.assertEqual(self.use(remote), {"cached": MODULES}, self.errors())
        self.assertEqual({e["tier"] for e in self.compile_edges()}, {tier})
        self.assertIn("src/b.ts: it says WARN", self.text)
        self.assertEqual(self.project.results(), clean)
        self.assertEqual(self.rebuild(), {"cached": MODULES})
        self.assertEqual({e["tier"] for e in self.compile_edges()}, {"local"})

    def check_unused(self, remote: str, problem: str) -> None:
        self.assertEqual(self.use(remote), {"compiled": MODULES})
        self.assertTrue(any(problem in e for e in self.errors()), self.errors())
        self.assertEqual(self.project.results(), self.project.clean_results())


class Http(Remote):
    def test_used(self):
        port = start_nginx(self, self.servers).port
        url = f"http://127.0.0.1:{port}/some/place"
        self.check_used(url, url)
        data = self.servers / "data/some/place"
        self.assertEqual(len(list((data / "ac").iterdir())), MODULES)
        for path in (data / "cas").iterdir():
            self.assertEqual(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
        keys = {e["key"] for e in self.compile_edges()}
        self.assertEqual({p.name for p in (data / "ac").iterdir()}, keys)

    def test_without_a_folder(self):
        port = start_nginx(self, self.servers).port
        url = f"http://127.0.0.1:{port}"
        self.use(url)
        environment = {"PERRY_CACHE_DIR": "", "HOME": "", "PERRY_CACHE_REMOTE": url}
        self.assertEqual(self.rebuild(**environment), {"cached": MODULES})

    def test_user_and_password(self):
        password = "pa ss/word"
        digest = subprocess.run([program("openssl"), "passwd", "-apr1", password],
                                capture_output=True, text=True, check=True).stdout
        (self.servers / "users").write_text(f"me:{digest}")
        port = start_nginx(self, self.servers, location="auth_basic x; auth_basic_user_file "
                                                        f"{self.servers}/users;").port
        self.check_used(f"http://me:pa%20ss%2Fword@127.0.0.1:{port}", f"http://127.0.0.1:{port}")
        # Not in the build folder, and for nobody else.
        for path in self.project.build.rglob("*"):
            if path.is_file():
                self.assertNotIn(password.encode(), path.read_bytes(), path)
        kept = list((self.home / ".cache/perry/credentials").iterdir())
        self.assertEqual([stat.S_IMODE(p.stat().st_mode) for p in kept], [0o600])
        self.check_unused(f"http://me:wrong@127.0.0.1:{port}", "status 401")

    def test_bearer(self):
        port = start_nginx(self, self.servers,
                           location='if ($http_authorization != "Bearer abc.def") { return 401; }').port
        self.check_used(f"http://127.0.0.1:{port}|bearer=abc.def", f"http://127.0.0.1:{port}")
        self.check_unused(f"http://127.0.0.1:{port}", "status 401")
        secrets = self.servers / "secrets"
        secrets.write_text("bearer abc.def\n")
        self.assertEqual(self.use(f"http://127.0.0.1:{port}|credentials={secrets}"),
                         {"cached": MODULES})

    def certificate(self, name: str) -> tuple[Path, Path]:
        paths = (self.servers / f"{name}.pem", self.servers / f"{name}.key")
        subprocess.run([program("openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt",
                        "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=test",
                        "-addext", f"subjectAltName={name}", "-out", paths[0], "-keyout", paths[1]],
                       capture_output=True, check=True)
        return paths

    def test_encrypted(self):
        mine, other = self.certificate("IP:127.0.0.1"), self.certificate("DNS:elsewhere")
        port = start_nginx(self, self.servers, tls=mine).port
        url = f"https://127.0.0.1:{port}"
        self.check_used(f"{url}|authority={mine[0]}", url)
        self.check_unused(url, "its certificate is not trusted")
        self.check_unused(f"{url}|authority={other[0]}", "its certificate is not trusted")
        wrong = start_nginx(self, self.servers, tls=other).port
        self.check_unused(f"https://127.0.0.1:{wrong}|authority={other[0]}",
                          "its certificate is not trusted")

    def test_only_read(self):
        port = start_nginx(self, self.servers).port
        url = f"http://127.0.0.1:{port}"
        self.assertEqual(self.use(url + "|read-only"), {"compiled": MODULES})
        self.assertEqual(self.errors(), [])
        self.assertEqual(list((self.servers / "data").iterdir()), [])
        self.use(url)
        self.project.edit("src/c.ts", "return 3", "return 4")
        self.assertEqual(self.use(url + "|read-only"), {"cached": MODULES - 1, "compiled": 1})
        self.assertEqual(len(list((self.servers / "data/ac").iterdir())), MODULES)

    def test_refuses_to_be_written(self):
        # One that may not be written is still read, and told so once.
        url = f"http://127.0.0.1:{start_nginx(self, self.servers).port}"
        self.use(url)
        port = start_nginx(self, self.servers, methods="").port
        self.project.edit("src/c.ts", "return 3", "return 4")
        self.project.edit("src/b.ts", "return 2", "return 4")
        self.configure(PERRY_CACHE_REMOTE=f"http://127.0.0.1:{port}")
        shutil.rmtree(self.project.cache)
        shutil.rmtree(self.project.build / "obj")
        (self.project.build / "edges.log").unlink()
        self.assertEqual(self.project.ninja("-j1").exit_code, 0)
        outcomes = sorted(e["outcome"] for e in self.compile_edges())
        self.assertEqual(outcomes, ["cached"] * (MODULES - 2) + ["compiled"] * 2)
        self.assertEqual(len(self.errors()), 1, self.errors())
        self.assertIn("status 405", self.errors()[0])

    def test_server_goes_away(self):
        server = start_nginx(self, self.servers)
        url = f"http://127.0.0.1:{server.port}"
        self.use(url)
        server.stop()
        self.check_unused(url, "Connection refused")

    def test_entries_that_were_tampered_with(self):
        url = f"http://127.0.0.1:{start_nginx(self, self.servers).port}"
        self.use(url)
        for path in (self.servers / "data/cas").iterdir():
            data = path.read_bytes()
            path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
        self.check_unused(url, "what it sends is not what was kept")
        # The right name for the wrong contents, as one who wants to be believed would have it.
        self.use(url)
        digests = {}
        for path in (self.servers / "data/cas").iterdir():
            data = path.read_bytes()[:-1] + b"!"
            digests[path.name.encode()] = hashlib.sha256(data).hexdigest().encode()
            (path.parent / digests[path.name.encode()].decode()).write_bytes(data)
        for path in (self.servers / "data/ac").iterdir():
            data = path.read_bytes()
            for old, new in digests.items():
                data = data.replace(old, new)
            path.write_bytes(data)
        self.check_unused(url, "it is damaged")


class Redis(Remote):
    def ask(self, server: Process, *words: str) -> str:
        return subprocess.run([program("redis-cli"), "-p", str(server.port), *words],
                              capture_output=True, text=True, check=True,
                              env={**os.environ, "REDISCLI_AUTH": "secret"}).stdout.strip()

    def test_used(self):
        server = start_redis(self, self.servers / "redis", "--requirepass", "secret")
        self.check_used(f"redis://:secret@127.0.0.1:{server.port}/3|ttl=1000",
                        f"redis://127.0.0.1:{server.port}/3")
        keys = self.ask(server, "-n", "3", "KEYS", "perry:*").split()
        self.assertEqual({k.removeprefix("perry:") for k in keys},
                         {e["key"] for e in self.compile_edges()})
        self.assertTrue(900 < int(self.ask(server, "-n", "3", "TTL", keys[0])) <= 1000)
        self.ask(server, "ACL", "SETUSER", "me", "on", ">word", "~perry:*", "+get", "+set", "+select")
        self.assertEqual(self.use(f"redis://me:word@127.0.0.1:{server.port}/3"), {"cached": MODULES})
        self.check_unused(f"redis://:wrong@127.0.0.1:{server.port}", "WRONGPASS")
        self.check_unused(f"redis://127.0.0.1:{server.port}", "NOAUTH")

    def test_for_ever(self):
        server = start_redis(self, self.servers / "redis")
        self.use(f"redis://127.0.0.1:{server.port}|ttl=0")
        key = self.ask(server, "KEYS", "*").split()[0]
        self.assertEqual(self.ask(server, "TTL", key), "-1")

    def test_two_remotes(self):
        # The second one has what the first one lacks, and each gets what is new.
        first = start_redis(self, self.servers / "first")
        second = start_redis(self, self.servers / "second")
        urls = [f"redis://127.0.0.1:{s.port}" for s in (first, second)]
        self.use(urls[1])
        self.project.edit("src/c.ts", "return 3", "return 4")
        self.assertEqual(self.use(" ".join(urls)), {"cached": MODULES - 1, "compiled": 1})
        self.assertEqual({e["tier"] for e in self.compile_edges()}, {"", urls[1]})
        self.assertEqual((self.ask(first, "DBSIZE"), self.ask(second, "DBSIZE")), ("1", str(MODULES + 1)))


class Misbehaviour(Remote):
    def one_by_one(self, remote: str) -> float:
        """How long all compile steps took together, one after the other."""
        shutil.rmtree(self.project.cache, ignore_errors=True)
        shutil.rmtree(self.project.build, ignore_errors=True)
        self.configure(PERRY_CACHE_REMOTE=remote)
        built = self.project.ninja("-j1")
        self.assertEqual(built.exit_code, 0, built.text)
        self.assertEqual(self.project.results(), self.project.clean_results())
        return sum(int(e["duration"]) for e in self.compile_edges()) / 1e6

    def test_never_answers(self):
        for scheme in ("http", "https", "redis"):
            with self.subTest(scheme):
                server = Liar(self, lambda connection, request: time.sleep(60))
                self.one_by_one(f"{scheme}://127.0.0.1:{server.port}|timeout=300")
                self.assertEqual(len(self.errors()), 1, self.errors())
                self.assertIn("it did not answer in time", self.errors()[0])
                self.assertEqual(server.asked, 1)

    def test_trickles(self):
        def trickle(connection, request) -> bool:
            for byte in b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n":
                connection.sendall(bytes([byte]))
                time.sleep(0.05)
            return True
        server = Liar(self, trickle)
        self.one_by_one(f"http://127.0.0.1:{server.port}|timeout=300")
        self.assertEqual((server.asked, len(self.errors())), (1, 1), self.errors())

    def test_slow_adds_up(self):
        # No answer is later than the time-out, but together they are.
        def slowly(connection, request) -> bool:
            time.sleep(0.3)
            connection.sendall(b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
            return True
        server = Liar(self, slowly)
        self.project.write({f"src/m{i}.ts": f"export const m{i} = {i};\n" for i in range(8)})
        self.project.write({"src/main.ts": FILES["src/main.ts"] +
                            "".join(f'import "./m{i}";\n' for i in range(8))})
        self.one_by_one(f"http://127.0.0.1:{server.port}|timeout=600|read-only")
        self.assertEqual(len(self.compile_edges()), MODULES + 8)
        self.assertLessEqual(server.asked, 4)
        self.assertEqual(self.errors(), [])

    def test_asked_again_later(self):
        server = Liar(self, lambda connection, request: None)
        remote = f"http://127.0.0.1:{server.port}"
        self.one_by_one(remote)
        asked = server.asked
        for path in self.project.build.glob("remote-*.lost"):
            os.utime(path, (1, 1))
        self.project.edit("src/c.ts", "return 3", "return 4")
        self.outcomes()
        self.assertGreater(server.asked, asked)

    def test_nonsense(self):
        answers = {
            "http": [b"220 mail.example ESMTP\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                     b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhello", b"HTTP/1.1 302 Moved\r\n"
                     b"Location: /login\r\nContent-Length: 0\r\n\r\n", b"\0" * 100_000,
                     b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", b""],
            "redis": [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"$5\r\nhello\r\n", b"$99999999999\r\n",
                      b"$-2\r\n", b"*1\r\n$1\r\nx\r\n", b"-LOADING\r\n", b""],
        }
        for scheme, texts in answers.items():
            for text in texts:
                with self.subTest(scheme=scheme, text=text):
                    def answer(connection, request, text=text) -> bool:
                        connection.sendall(text)
                        return False
                    server = Liar(self, answer)
                    self.assertEqual(self.use(f"{scheme}://127.0.0.1:{server.port}"),
                                     {"compiled": MODULES})
                    self.assertGreater(len(self.errors()), 0)
        self.assertEqual(self.project.results(), self.project.clean_results())

    def test_name_that_is_none(self):
        self.assertEqual(self.use("http://no-such-host.invalid"), {"compiled": MODULES})
        self.assertGreater(len(self.errors()), 0)
