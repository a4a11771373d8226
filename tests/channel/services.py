"""What the services' own documents demand, as servers on loopback: each checks strictly and answers as the service does."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Request:
    def __init__(self, method, path, headers, body):
        self.method = method
        self.path, _, self.query = path.partition("?")
        self.headers = {name.lower(): value for name, value in headers.items()}
        self.body = body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def type(self):
        return self.headers.get("content-type", "").split(";")[0].strip()


class Answer:
    def __init__(self, status, body=b"", headers=None, type="application/json"):
        self.status = status
        self.body = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.headers = dict(headers or {})
        self.headers.setdefault("Content-Type", type)


class Service:
    """One service: `answer(request)` is its contract. Every request is kept in `taken`, every fault of ours in `faults`."""

    def __init__(self):
        self.taken = []
        self.faults = []
        self.next = []  # answers it gives whatever it is asked, once each: what the service does on a bad day
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *words):
                pass

            def handleAny(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                request = Request(self.command, self.path, self.headers, body)
                service.taken.append(request)
                if service.next:
                    answer = service.next.pop(0)
                else:
                    try:
                        answer = service.answer(request)
                    except Exception as fault:  # a request that cannot even be read is a fault of ours
                        service.faults.append(f"{type(fault).__name__}: {fault}")
                        answer = Answer(400, {"error": "unreadable"})
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handleAny

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def demand(self, holds, what):
        """A word of the contract: what does not hold is remembered and answered as the service would."""
        if not holds:
            self.faults.append(what)
        return holds

    def answer(self, request):
        raise NotImplementedError
