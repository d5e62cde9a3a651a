#!/usr/bin/python3
"""Stands for Lucky's and Hasura's images: answers every request with what the database says, logged in by the URL in the environment."""
import http.server
import json
import os
import signal
import socket
import sys
import threading

import psycopg2

from releases import RELEASES

HASURA = sys.argv[0].endswith("graphql-engine")
URL = os.environ["HASURA_GRAPHQL_DATABASE_URL" if HASURA else "DATABASE_URL"]
PORT = int(os.environ["HASURA_GRAPHQL_SERVER_PORT" if HASURA else "PORT"])
BROKEN = os.environ.get("BROKEN") == "yes"
# What the release's code reads: a column that is not there yet, or not any more, is a failed request.
COLUMNS = None if HASURA else RELEASES[os.environ["RELEASE"]][1]
HEALTH = ("/healthz", "/version")


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        try:
            if BROKEN:
                raise RuntimeError("this release is broken")
            body = {"healthy": True} if self.path in HEALTH else query()
            self.answer(200, body)
        except Exception as failure:
            self.answer(500, {"error": str(failure)})

    do_POST = do_GET

    def answer(self, status, body):
        text = json.dumps({**body, "release": os.environ.get("RELEASE"), "host": socket.gethostname()}).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *args):
        pass


def query():
    connection = psycopg2.connect(URL, connect_timeout=5)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT session_user, current_user")
            login, role = cursor.fetchone()
            if COLUMNS:
                cursor.execute(f"SELECT {COLUMNS} FROM customers LIMIT 1")
            return {"login": login, "role": role}
    finally:
        connection.close()


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = False
    request_queue_size = 128


server = Server(("", PORT), Handler)
signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown).start())
server.serve_forever(poll_interval=0.1)
server.server_close()
