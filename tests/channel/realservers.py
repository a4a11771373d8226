"""nginx as a place over WebDAV, Prosody as a chat server and a PDS as Bluesky, each in a folder of a test's own."""

import base64
import glob
import hashlib
import json
import os
import re
import urllib.parse
import urllib.request

from processes import Process, freePort

NGINX = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1;
load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
events {{ worker_connections 64; }}
http {{
    access_log {folder}/access.log; client_max_body_size 4m;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
    uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    server {{
        listen 127.0.0.1:{port};
        location / {{ root {folder}/www; }}
        location /dav/ {{
            alias {folder}/www/; dav_methods PUT DELETE MKCOL COPY MOVE; {create}
            dav_access user:rw group:r all:r;
            auth_basic "status page"; auth_basic_user_file {folder}/passwords;
        }}
    }}
}}
"""

PROSODY = """
daemonize = false; run_as_root = true
pidfile = "{folder}/prosody.pid"; data_path = "{folder}/data"; certificates = "{folder}"
interfaces = {{ "127.0.0.1" }}; c2s_ports = {{ {port} }}; modules_disabled = {{ "s2s" }}
modules_enabled = {{ "roster", "saslauth", "tls", "ping", "disco" }}
authentication = "internal_plain"; c2s_require_encryption = true; allow_unencrypted_plain_auth = false
log = {{ info = "*console" }}
VirtualHost "daon.example.kr"
    ssl = {{ key = "{key}", certificate = "{certificate}" }}
Component "rooms.daon.example.kr" "muc"
    modules_enabled = {{ "muc_mam" }}; muc_log_by_default = true; muc_room_locking = false
    muc_room_default_persistent = true
Component "closed.daon.example.kr" "muc"
    restrict_room_creation = true
"""


class Nginx:
    """Reads and writes below `folder`/www; `create`: whether it makes folders that a file asks for."""

    USER, PASSWORD = "publisher", "비밀:p4ss"

    def __init__(self, folder, begin, create="create_full_put_path on;"):
        self.port = freePort()
        self.www = folder + "/www"
        os.mkdir(self.www)
        os.chmod(folder, 0o755)
        os.chmod(self.www, 0o777)
        hashed = base64.b64encode(hashlib.sha1(self.PASSWORD.encode()).digest()).decode()
        with open(folder + "/passwords", "w", encoding="utf-8") as file:
            file.write(f"{self.USER}:{{SHA}}{hashed}\n")
        with open(folder + "/nginx.conf", "w", encoding="utf-8") as file:
            file.write(NGINX.format(folder=folder, port=self.port, create=create))
        begin(Process(["/usr/sbin/nginx", "-p", folder, "-c", folder + "/nginx.conf"])).waitForPort(self.port)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def endpoint(self):
        return self.url + "/dav/"


class Prosody:
    """Two accounts, relay and duty; what nobody has read yet stands in its folder."""

    PASSWORD = "비밀 of relay"

    def __init__(self, folder, begin, authority, name="daon.example.kr"):
        accounts = folder + "/data/daon%2eexample%2ekr/accounts"
        os.makedirs(accounts)
        for user, password in (("relay", self.PASSWORD), ("duty", "another")):
            with open(f"{accounts}/{user}.dat", "w", encoding="utf-8") as file:
                file.write(f'return {{ ["password"] = "{password}"; }};')
        certificate, key = authority.issue(name)
        self.port = freePort()
        with open(folder + "/prosody.cfg.lua", "w", encoding="utf-8") as file:
            file.write(PROSODY.format(folder=folder, port=self.port, key=key, certificate=certificate))
        begin(Process(["/usr/bin/prosody", "--config", folder + "/prosody.cfg.lua"])).waitForPort(self.port)
        self.data = folder + "/data"
        self.offline = self.data + "/daon%2eexample%2ekr/offline"
        self.settings = {"jid": "relay@daon.example.kr/bongsu", "to": "duty@daon.example.kr", "server": "127.0.0.1",
                         "port": str(self.port)}

    def kept(self):
        """What waits for whoever is on duty."""
        return self._read(glob.escape(self.offline) + "/*")

    def said(self):
        """What was said in rooms."""
        return self._read(glob.escape(self.data) + "/rooms%2edaon%2eexample%2ekr/muc_log/*")

    @staticmethod
    def _read(pattern):
        found = b""
        for path in glob.glob(pattern):
            with open(path, "rb") as file:
                found += file.read()
        return re.sub(rb"\\(\d{3})", lambda byte: bytes([int(byte[1])]), found).decode()  # as Lua writes strings


class Pds:
    """One account; what was posted to it, newest first."""

    HANDLE = "daon.test"

    def __init__(self, folder, begin):
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pds.js")
        servers = os.environ["BONGSU_SERVERS"]
        assert os.path.exists(servers + "/complete"), "there is no PDS here: run installer/install-servers"
        self.port = freePort()
        server = Process(["/usr/bin/node", script, folder, str(self.port), str(freePort())],
                         env=dict(os.environ, NODE_PATH=servers + "/node_modules"))
        begin(server).waitForPort(self.port, patience=60)
        account = self._call("com.atproto.server.createAccount", {
            "handle": self.HANDLE, "email": "relay@daon.example.kr", "password": "only for people"})
        self.password = self._call("com.atproto.server.createAppPassword", {"name": "bongsu"}, account["accessJwt"])["password"]

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def posts(self):
        """[{"uri", "cid", "value"}]"""
        asked = urllib.parse.urlencode({"repo": self.HANDLE, "collection": "app.bsky.feed.post"})
        return self._call("com.atproto.repo.listRecords?" + asked)["records"]

    def _call(self, method, said=None, token=""):
        asked = urllib.request.Request(f"{self.url}/xrpc/{method}", headers={"Content-Type": "application/json"},
                                       data=None if said is None else json.dumps(said).encode())
        if token:
            asked.add_header("Authorization", "Bearer " + token)
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(asked, timeout=60) as answer:
            return json.load(answer)
