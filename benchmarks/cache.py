"""What the page cache saves and what it costs: a kept page beside the same page made, and beside the least that any application does.

    python -m benchmarks.cache

Asked in one process, without a server: the figures are the application's own. Asserts nothing. Works in a database of
its own, as benchmarks.lists does.
"""

import statistics
import time

from benchmarks.ground import loaded_record

ADDRESSES = {
    "home": "/",
    "a list": "/findings/",
    "States": "/states/",
    "an entry": "/states/hungary/",
    "bound": "/bound/?state=HUN",
    "about": "/about/",
}


def microseconds(application, environ, runs):
    """The median of some runs, a warm-up apart."""
    taken = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        answer = application(dict(environ), lambda status, headers: None)
        b"".join(answer)
        getattr(answer, "close", lambda: None)()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken[1:]) * 1e6


def least(body):
    """An application that has its one answer ready."""

    def application(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))])
        return [body]

    return application


def ready(cache, environ):
    """Asked until the edition is known and the page is kept; gives it."""
    headers = {}
    while "ETag" not in headers:
        answer = cache(dict(environ), lambda status, lines: headers.update(lines))
        body = b"".join(answer)
        getattr(answer, "close", lambda: None)()
    return body, headers["ETag"]


def compare(site, cache):
    from django.test import RequestFactory

    print(f"{'page':<10}{'bytes':>9}{'made':>12}{'kept':>10}{'304':>10}{'least':>10}  made/kept  kept/least")
    for name, address in ADDRESSES.items():
        environ = RequestFactory(headers={"host": "localhost"}).get(address).environ
        body, tag = ready(cache, environ)
        made = microseconds(site, environ, 15)
        kept = microseconds(cache, environ, 5000)
        at_hand = microseconds(cache, {**environ, "HTTP_IF_NONE_MATCH": tag}, 5000)
        bare = microseconds(least(body), environ, 5000)
        print(f"{name:<10}{len(body):>9}{made:>9.0f} µs{kept:>7.1f} µs{at_hand:>7.1f} µs{bare:>7.1f} µs{made / kept:>11.0f}{kept / bare:>12.1f}")


def main():
    with loaded_record():
        from django.core.wsgi import get_wsgi_application

        from icctracker.pagecache import PageCache

        site = get_wsgi_application()
        cache = PageCache(site, 64 * 2**20)
        compare(site, cache)
        cache.listener.close()


if __name__ == "__main__":
    main()
