"""The web container's health check: /healthz, asked under the public name, since Django refuses any other."""

import os
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

host = urlsplit(os.environ.get("PUBLIC_URL", "")).netloc or "127.0.0.1"
urlopen(Request("http://127.0.0.1:8000/healthz", headers={"Host": host}), timeout=4).close()
