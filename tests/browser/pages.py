"""Somebody at a browser, and the public addresses that the tests walk."""

import csv
import io

from django.urls import reverse

from record.collection import lists

AN_ANSWER = "/bound/?state=HUN&on=2025-04-03&person=benjamin-netanyahu"
EACH_TEMPLATE = {
    "home": "/",
    "list": "/findings/?state=ITA&state=HUN",
    "empty list": "/findings/?state=FRA&from=2025",
    "State": "/states/hungary/",
    "person": "/persons/osama-elmasry-njeem/",
    "proceeding": "/proceedings/tjk-vladimir-putin-2025/",
    "source": "/sources/zivik-icc-ukraine-2026/",
    "bound": "/bound/",
    "answer": AN_ANSWER,
    "refused question": "/bound/?state=XX&on=2025-13",
    "about": "/about/",
    "data": "/data/",
    "corrections": "/corrections/",
    "methodology": "/methodology/",
    "method": "/methodology/findings/",
    "charges": "/warrants/omar-al-bashir-2009-03-04/",
    "changes": "/changes/?edition=1&kind=findings",
    "editions": "/editions/",
    "history": "/states/hungary/history/",
    "reply": "/replies/ita-2025-10-31/",
    "form": "/corrections/ask/?entry=findings/mng-2024-10-24",
    "missing": "/nothing/at-all/",
    "refused list": "/findings/?outcome=bad&colour=red",
    "session": "/assembly/24/",
    "topic": "/assembly/topics/non-cooperation/",
    "budget": "/assembly/budget/",
    "measures": "/measures/",
    "official": "/officials/kimberly-prost/",
    "joint statement": "/statements/states-parties-support-2025-02-07/",
    "visit": "/visits/vladimir-putin-mng-2024-09-02/",
    "election": "/elections/judge-2023-12-04/",
    "offices": "/assembly/offices/?on=2025-11-11",
    "sign in": "/accounts/login/",
}
LONGEST = ["/persons/vladimir-putin/", "/states/united-states/", "/situations/darfur/", "/visits/"]
FACES = [(width, scheme) for width in (1440, 390) for scheme in ("light", "dark")]


def of_collection(collection):
    """Its list and its newest entry."""
    return [reverse("list", args=[collection.name]), collection.model.objects.public().order_by("-pk").first().get_absolute_url()]


def public_addresses():
    """Every list with an entry of it, and each template."""
    return [*(address for collection in lists() for address in of_collection(collection)), *EACH_TEMPLATE.values()]


class Reader:
    """A page with what went wrong on it, and the few things that a reader does again and again."""

    def __init__(self, page):
        self.page, self.wrong = page, []
        page.on("console", lambda message: self.wrong.append(f"{page.url}: {message.text}") if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.wrong.append(f"{page.url}: {error}"))

    def go(self, address):
        return self.page.goto(address)

    def get(self, address):
        """The answer to the same browser, outside the page."""
        return self.page.context.request.get(address)

    @property
    def address(self):
        """The address of the page, without its server."""
        return "/" + self.page.url.split("/", 3)[3]

    def rows(self):
        """The addresses that the rows of the first table lead to."""
        links = self.page.locator("main table").first.locator("tbody th a")
        return [link.get_attribute("href") for link in links.all()]

    def download(self, link):
        """The rows of the CSV behind a link, as dictionaries."""
        with self.page.expect_download() as begun:
            link.click()
        return list(csv.DictReader(io.StringIO(begun.value.path().read_text(encoding="utf-8"))))

    def tab_to(self, target, most=150):
        """Press Tab until a thing has the focus, as somebody without a mouse does; how many presses it took."""
        wanted = target.element_handle()
        for presses in range(1, most):
            self.page.keyboard.press("Tab")
            if wanted.evaluate("element => element === document.activeElement"):
                return presses
        raise AssertionError(f"{most} presses of Tab do not reach {target}")

    def enter(self, target):
        """Tab to a link or button and press Enter."""
        self.tab_to(target)
        self.page.keyboard.press("Enter")

    def overflow(self):
        """By how many pixels the page can be pushed sideways."""
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
