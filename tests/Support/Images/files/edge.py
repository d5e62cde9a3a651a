#!/usr/bin/python3
"""Stands for Traefik's image: of its swarm provider, file provider, entry points, ping, basic auth and retry as much as the program uses.

Asks the Docker API for services every refreshSeconds, as Traefik does. The services say lbswarm: Traefik would send a request to the service's
virtual address, from where the swarm passes it to a task. Here the swarm's DNS, asked for each request, says which tasks there are.
"""
import base64
import crypt
import hmac
import http.client
import http.server
import itertools
import json
import re
import socket
import ssl
import sys
import threading
import time
import urllib.request

import yaml

STATIC = yaml.safe_load(open("/etc/traefik/traefik.yml"))
DYNAMIC = yaml.safe_load(open(STATIC["providers"]["file"]["filename"]))
PROVIDER = STATIC["providers"]["swarm"]
INTERNAL = int(STATIC["entryPoints"]["internal"]["address"].rsplit(":", 1)[1])
ATTEMPTS = DYNAMIC["http"]["middlewares"]["retry"]["retry"]["attempts"]
routes = []
turns = itertools.count()


def ask(path):
    base = PROVIDER["endpoint"].replace("tcp://", "http://")
    return json.load(urllib.request.urlopen(base + path, timeout=10))


def refresh():
    found = []
    for service in ask("/v1.41/services"):
        labels = service["Spec"].get("Labels") or {}
        if labels.get("traefik.enable") != "true":
            continue
        for key, rule in labels.items():
            router = re.fullmatch(r"traefik\.http\.routers\.(.+)\.rule", key)
            if not router:
                continue
            name = f"traefik.http.routers.{router[1]}"
            target = labels[f"{name}.service"]
            found.append({
                "host": re.search(r"Host\(`([^`]+)`\)", rule)[1],
                "path": (re.search(r" Path\(`([^`]+)`\)|\(Path\(`([^`]+)`\)", rule) or [None, None, None])[2],
                "priority": int(labels[f"{name}.priority"]),
                "auth": "dashboard-auth@file" in labels[f"{name}.middlewares"],
                "port": int(labels.get(f"traefik.http.services.{target}.loadbalancer.server.port", 0)),
                "service": service["Spec"]["Name"],
            })
    routes[:] = sorted(found, key=lambda route: -route["priority"])


def refresh_for_ever():
    while True:
        try:
            refresh()
        except Exception as failure:
            print("provider:", failure, file=sys.stderr, flush=True)
        time.sleep(PROVIDER["refreshSeconds"])


def may_pass(header):
    user, _, password = base64.b64decode((header or "").removeprefix("Basic ")).decode().partition(":")
    for line in open(DYNAMIC["http"]["middlewares"]["dashboard-auth"]["basicAuth"]["usersFile"]):
        name, _, known = line.strip().partition(":")
        if name == user and hmac.compare_digest(crypt.crypt(password, known), known):
            return True
    return False


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        host = (self.headers["Host"] or "").split(":")[0]
        route = next((each for each in routes if each["host"] == host and self.covers(each["path"])), None)
        if route is None:
            return self.answer(404, b"no route")
        if route["auth"] and not may_pass(self.headers["Authorization"]):
            return self.answer(401, b"", {"WWW-Authenticate": 'Basic realm="traefik"'})
        body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        for _ in range(ATTEMPTS):
            try:
                hosts = sorted({each[4][0] for each in socket.getaddrinfo(route["service"], None, socket.AF_INET, socket.SOCK_STREAM)})
                upstream = http.client.HTTPConnection(hosts[next(turns) % len(hosts)], route["port"], timeout=5)
                upstream.request(self.command, self.path, body or None, {"Host": host})
                response = upstream.getresponse()
                return self.answer(response.status, response.read())
            except OSError as failure:
                reason = failure
                time.sleep(0.1)
        self.answer(502, str(reason).encode())

    do_POST = do_GET

    def covers(self, path):
        return path is None or self.path.split("?")[0] == path or self.path.startswith(path + "/")

    def answer(self, status, body, headers=None):
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Internal(Handler):
    def do_GET(self):
        self.answer(200, b"OK" if self.path == "/ping" else b"traefik_stand_in 1\n")


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 256


def listen(port, handler, certificate=None):
    server = Server(("", port), handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate["certFile"], certificate["keyFile"])
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()


if sys.argv[1:] == ["healthcheck"]:
    sys.exit(0 if urllib.request.urlopen(f"http://127.0.0.1:{INTERNAL}/ping", timeout=4).status == 200 else 1)
listen(INTERNAL, Internal)
if "tls" in DYNAMIC:
    listen(443, Handler, DYNAMIC["tls"]["stores"]["default"]["defaultCertificate"])
listen(80, Handler)
refresh_for_ever()
