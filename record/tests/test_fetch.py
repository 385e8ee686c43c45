"""What is fetched from the internet, and what never is."""

import gzip
import hashlib
import ssl
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from record.archive.addresses import is_public
from record.archive.failures import BrokenAnswer, EndlessRedirects, HttpError, Refused, TooLarge, TooSlow, Unreachable
from record.archive.fetch import Fetcher, Limits
from record.tests.web import Web, drips_headers, gives, goes_on, hangs_up, keeps_silent, redirects, says_it_has

LIMITS = Limits(size=200_000, seconds=10, connect=5, silence=5)
HASTY = Limits(seconds=0.4, connect=0.3, silence=0.2)
PUBLIC = "93.184.216.34"


@pytest.fixture(scope="module")
def secure(tmp_path_factory):
    """(a site with a certificate for decisions.example, a context that trusts it)"""
    certificate, key = _certificate("decisions.example", tmp_path_factory.mktemp("tls"))
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(certificate, key)
    with Web(tls=serving) as web:
        web.pages["/"] = gives("sealed in transit")
        yield web, ssl.create_default_context(cafile=certificate)


def fetcher(web, **options):
    return Fetcher(**{"limits": LIMITS, "allowed": web.allowed, **options})


def body_of(web, path="/", **options):
    with fetcher(web, **options).fetch(web.url(path)) as page:
        return page.body.read()


class TestWhatIsFetched:
    def test_a_page_comes_with_its_type_size_and_hash(self, web):
        web.pages["/a"] = gives("<p>A decision</p>")
        with fetcher(web).fetch(web.url("/a")) as page:
            assert (page.status, page.media_type, page.size) == (200, "text/html", 17)
            assert page.sha256 == hashlib.sha256(page.body.read()).hexdigest()
            assert (page.final_url, page.moved_to) == (web.url("/a"), "")

    def test_a_packed_page_is_unpacked(self, web):
        web.pages["/"] = gives(gzip.compress(b"words " * 1000), **{"Content-Encoding": "gzip"})
        assert body_of(web) == b"words " * 1000

    def test_the_tracker_names_itself_and_brings_no_cookie(self, web, settings):
        settings.PUBLIC_URL = "https://tracker.example"
        web.pages["/"] = gives("x", **{"Set-Cookie": "who=you"})
        web.pages["/first"] = redirects(web.url("/"))
        body_of(web, "/first")
        _path, headers = web.asked[-1]
        assert "+https://tracker.example" in headers["User-Agent"]
        assert headers["Host"] == f"127.0.0.1:{web.port}"
        assert "Cookie" not in headers

    def test_the_environment_s_proxy_is_not_asked(self, web, monkeypatch):
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        web.pages["/"] = gives("direct")
        assert body_of(web) == b"direct"

    def test_an_address_with_letters_of_any_script_is_asked_for_as_the_web_writes_it(self, web):
        web.pages["/d%C3%A9cision?n=%C3%A9"] = gives("x")
        assert body_of(web, "/décision?n=é#part") == b"x"

    @pytest.mark.parametrize("said", ["", "nonsense", "text/<b>", "a" * 300 + "/b"])
    def test_a_type_that_is_none_is_unknown_bytes(self, web, said):
        web.pages["/"] = gives("x", media_type=said)
        with fetcher(web).fetch(web.url()) as page:
            assert page.media_type == "application/octet-stream"


class TestRedirects:
    def test_they_are_followed_and_told(self, web):
        web.pages |= {"/1": redirects("/2"), "/2": redirects(web.url("/3"), 307), "/3": gives("here")}
        with fetcher(web).fetch(web.url("/1")) as page:
            assert [redirect.status for redirect in page.redirects] == [302, 307]
            assert (page.final_url, page.moved_to) == (web.url("/3"), "")

    def test_the_new_address_is_where_permanent_ones_lead(self, web):
        web.pages |= {"/1": redirects("/2", 301), "/2": redirects("/3", 308), "/3": redirects("/4", 302), "/4": gives("here")}
        with fetcher(web).fetch(web.url("/1")) as page:
            assert (page.moved_to, page.final_url) == (web.url("/3"), web.url("/4"))

    @pytest.mark.parametrize(
        ("location", "path"), [("/a b", "/a%20b"), ("/d\u00c3\u00a9cision", "/d%C3%A9cision"), ("/\x00?\x01", "/%00?%01"), ("/x#part", "/x")]
    )
    def test_their_target_is_written_as_the_web_writes_it(self, web, location, path):
        web.pages |= {"/": redirects(location), path: gives("here")}
        with fetcher(web).fetch(web.url()) as page:
            assert page.final_url == web.url(path)

    @pytest.mark.parametrize("location", ["http://[::1", "/" + "a" * 3000])
    def test_one_to_what_is_no_address_is_refused(self, web, location):
        web.pages["/"] = redirects(location)
        with pytest.raises(Refused):
            body_of(web)

    def test_five_are_enough(self, web):
        web.pages["/"] = redirects("/")
        with pytest.raises(EndlessRedirects):
            body_of(web)
        assert len(web.asked) == 6

    @pytest.mark.parametrize(
        "target",
        [
            "http://127.0.0.1/",
            "http://localhost/",
            "http://169.254.169.254/latest/meta-data/",
            "http://[::1]/",
            "http://10.0.0.1/",
            "//192.168.1.1/",
            "https://172.16.0.1/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "ftp://example.org/",
            "gopher://127.0.0.1:6379/_x",
            "http://user:secret@example.org/",
        ],
    )
    def test_none_leads_to_a_place_that_may_not_be_asked(self, web, target):
        web.pages["/"] = redirects(target)
        with pytest.raises(Refused):
            body_of(web)

    def test_none_leads_to_another_port_of_this_machine(self, web):
        with Web() as other:
            other.pages["/"] = gives("a secret")
            web.pages["/"] = redirects(other.url())
            with pytest.raises(Refused):
                body_of(web)
            assert other.asked == []


class TestWhatGoesWrong:
    @pytest.mark.parametrize("status", [202, 204, 300, 304, 401, 403, 404, 410, 429, 500, 503])
    def test_an_answer_other_than_the_page(self, web, status):
        web.pages["/"] = gives("sorry", status=status)
        with pytest.raises(HttpError) as refusal:
            body_of(web)
        assert refusal.value.status == status

    def test_nobody_listens(self, web):
        with Web() as gone:
            pass
        with pytest.raises(Unreachable):
            Fetcher(limits=LIMITS, allowed=gone.allowed).fetch(gone.url())

    def test_a_name_without_an_address(self, web):
        def unknown(host, port):
            raise OSError("Name or service not known")

        with pytest.raises(Unreachable):
            fetcher(web, resolve=unknown).fetch("http://nowhere.example/")

    def test_a_resolver_that_hangs(self, web):
        with pytest.raises(TooSlow):
            fetcher(web, limits=Limits(seconds=0.1), resolve=lambda host, port: keeps_silent(0.3)(None)).fetch("http://slow.example/")

    @pytest.mark.parametrize(
        "page",
        [
            pytest.param(keeps_silent(3), id="no answer"),
            pytest.param(goes_on(every=3, chunk=b"x"), id="stops in the middle"),
            pytest.param(goes_on(every=0.02, chunk=b"x"), id="drips"),
            pytest.param(goes_on(every=0.02, chunk=b"x", chunked=True), id="drips in chunks"),
            pytest.param(drips_headers(every=0.02), id="drips headers"),
        ],
    )
    def test_a_page_that_takes_too_long(self, web, page):
        web.pages["/"] = page
        started = datetime.now(UTC)
        with pytest.raises(TooSlow):
            body_of(web, limits=HASTY)
        assert datetime.now(UTC) - started < timedelta(seconds=2)

    @pytest.mark.parametrize(
        "page",
        [
            pytest.param(says_it_has(10**9), id="said beforehand"),
            pytest.param(goes_on(), id="without a length"),
            pytest.param(goes_on(chunked=True), id="in chunks"),
            pytest.param(gives(gzip.compress(bytes(10**7)), **{"Content-Encoding": "gzip"}), id="packed"),
        ],
    )
    def test_a_page_that_is_too_large(self, web, page):
        web.pages["/"] = page
        with pytest.raises(TooLarge):
            body_of(web)

    @pytest.mark.parametrize(
        "page",
        [
            pytest.param(hangs_up(), id="reset in the middle"),
            pytest.param(hangs_up(b""), id="reset at once"),
            pytest.param(hangs_up(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel"), id="half a chunk"),
            pytest.param(says_it_has(1000), id="shorter than it says"),
            pytest.param(gives(b"not gzip", **{"Content-Encoding": "gzip"}), id="bad gzip"),
            pytest.param(hangs_up(b"SSH-2.0-OpenSSH\r\n\r\n"), id="no HTTP"),
            pytest.param(gives(b""), id="empty"),
        ],
    )
    def test_a_broken_answer(self, web, page):
        web.pages["/"] = page
        with pytest.raises(BrokenAnswer):
            body_of(web)


class TestAddressesThatAreNeverAsked:
    @pytest.mark.parametrize(
        "address",
        [
            "127.0.0.1", "127.8.8.8", "0.0.0.0", "0.1.2.3", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.0.1",
            "169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1",
            "203.0.113.1", "192.88.99.1", "168.63.129.16", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
            "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1",
            "2001::1", "2001:0:7f00:1::", "2001:db8::1", "2002:7f00:1::1", "3fff::1", "fc00::1", "fd00:ec2::254",
            "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
        ],
    )  # fmt: skip
    def test_private_and_reserved_ones(self, address):
        assert not is_public(address)

    @pytest.mark.parametrize("address", ["8.8.8.8", PUBLIC, "172.32.0.1", "100.128.0.1", "2a00:1450:4001::200e", "2606:2800:220:1::1"])
    def test_those_of_public_hosts_are(self, address):
        assert is_public(address)

    @pytest.mark.parametrize(
        "host",
        [
            "localhost", "localhost.", "127.0.0.1", "127.1", "2130706433", "017700000001", "0x7f000001", "0x7f.1", "0177.0.0.1",
            "0", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[fe80::1]", "[fc00::1]", "10.0.0.1", "192.168.0.1",
            "169.254.169.254", "2852039166", "１２７.０.０.１", "127。0。0。1",
        ],
    )  # fmt: skip
    def test_however_they_are_written(self, web, host):
        with pytest.raises(Refused):
            fetcher(web).fetch(f"http://{host}/")

    @pytest.mark.parametrize(
        "answers",
        [
            ["127.0.0.1"], ["169.254.169.254"], ["10.0.0.1"], ["172.16.0.1"], ["192.168.0.1"], ["::1"], ["fe80::1%lo"],
            ["fc00::1"], ["::ffff:10.0.0.1"], [PUBLIC, "10.0.0.1"], ["10.0.0.1", PUBLIC], ["2606:2800:220:1::1", "::1"],
        ],
    )  # fmt: skip
    def test_a_name_is_refused_for_any_private_address_that_it_has(self, web, answers):
        with pytest.raises(Refused):
            fetcher(web, resolve=lambda host, port: answers).fetch("http://innocent.example/")

    def test_a_redirect_to_such_a_name(self, web):
        web.pages["/"] = redirects("http://inside.example/")
        names = {"127.0.0.1": ["127.0.0.1"], "inside.example": ["10.0.0.1"]}
        with pytest.raises(Refused):
            body_of(web, resolve=lambda host, port: names[host])

    def test_a_name_is_asked_once_and_the_address_looked_at_is_the_one_connected_to(self, web):
        """A second answer, private, would never be seen."""
        answers = iter([["127.0.0.1"], ["169.254.169.254"]])
        web.pages["/"] = gives("the first")
        with fetcher(web, resolve=lambda host, port: next(answers)).fetch(web.url(host="rebinding.example")) as page:
            assert page.body.read() == b"the first"
        assert web.asked[0][1]["Host"] == f"rebinding.example:{web.port}"
        assert next(answers) == ["169.254.169.254"]

    def test_each_redirect_is_looked_at_anew(self, web):
        """The same name, now with a private address."""
        answers = iter([["127.0.0.1"], ["169.254.169.254"]])
        web.pages["/"] = redirects("/again")
        with pytest.raises(Refused):
            fetcher(web, resolve=lambda host, port: next(answers)).fetch(web.url(host="rebinding.example"))

    @pytest.mark.parametrize("port", [0, 22, 25, 5432, 6379, 8080, 65535])
    def test_ports_other_than_those_of_the_web(self, web, port):
        with pytest.raises(Refused):
            fetcher(web, resolve=lambda host, port: [PUBLIC]).fetch(f"http://public.example:{port}/")

    @pytest.mark.parametrize(
        "url",
        [
            "", "x", "/etc/passwd", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "http:///x",
            "http://:80/", "http://user@example.org/", "https://user:secret@example.org/", "http://@example.org/", "http://a..b/",
            "http://exa mple.org/", "http://example.org:99999/", "http://example.org:x/", "http://[::1/", "http://evil.example\\@example.org/",
            "http://exam\x00ple.org/", "http://" + "a" * 70 + ".example/",
        ],
    )  # fmt: skip
    def test_what_is_no_address_of_the_web(self, web, url):
        with pytest.raises(Refused):
            fetcher(web, resolve=lambda host, port: [PUBLIC]).fetch(url)


class TestCertificates:
    def test_the_name_asked_for_is_verified_though_the_address_is_connected_to(self, secure):
        web, trust = secure
        asking = fetcher(web, tls=trust, resolve=lambda host, port: ["127.0.0.1"])
        with asking.fetch(web.url(host="decisions.example")) as page:
            assert page.body.read() == b"sealed in transit"

    @pytest.mark.parametrize(("host", "trusted"), [("other.example", True), ("127.0.0.1", True), ("decisions.example", False)])
    def test_another_name_or_a_certificate_of_nobody(self, secure, host, trusted):
        web, trust = secure
        options = {"tls": trust} if trusted else {}
        with pytest.raises(Unreachable, match="certificate"):
            fetcher(web, resolve=lambda host, port: ["127.0.0.1"], **options).fetch(web.url(host=host))


def _certificate(host, folder):
    """Paths of a certificate that signs itself, and of its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "certificate.pem", folder / "key.pem"
    paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return paths
