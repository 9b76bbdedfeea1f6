"""A person at a browser window of their own: own cookies, with or without JavaScript."""

import os
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from harness.checks import WIDTHS, accessibility_flaws, sideways_flaws

SIGN_IN = "/sign-in"
NAME_FIELD = "Tên đăng nhập"
PASSWORD_FIELD = "Mật khẩu"
SIGN_IN_BUTTON = "Đăng nhập"


class Visitor:
    """`page` is Playwright's page; the methods are what stories do again and again."""

    def __init__(self, browser, address, script=True, width=1280):
        self.address = address
        self.script = script
        self.context = browser.new_context(
            base_url=address,
            java_script_enabled=script,
            viewport={"width": width, "height": WIDTHS.get(width, 900)},
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.faults = []
        self._watch()

    def go(self, path, status=200):
        """Opens a path of the office and expects its status."""
        answer = self.page.goto(path)
        assert answer.status == status, f"{path} answered {answer.status}, not {status}"
        return self.page

    def sign_in(self, name, password):
        """Signs in through the form, as a person does, and expects to be let in."""
        self.go(SIGN_IN)
        self.page.get_by_label(NAME_FIELD).fill(name)
        self.page.get_by_label(PASSWORD_FIELD).fill(password)
        self.page.get_by_role("main").get_by_role("button", name=SIGN_IN_BUTTON).click()
        refused = urlsplit(self.page.url).path == SIGN_IN
        assert not refused, f"{name} was not let in: {self.page.get_by_role('main').inner_text()}"
        return self.page

    def check(self, picture):
        """Checks the page as it stands at each width and keeps a picture of it."""
        before = self.page.viewport_size
        with self._page_with_script() as page:
            for width, height in WIDTHS.items():
                for window in {self.page, page}:
                    window.set_viewport_size({"width": width, "height": height})
                self._keep(f"{picture}-{width}.png")
                flaws = sideways_flaws(page) + accessibility_flaws(page)
                where = f"{urlsplit(page.url).path} at {width} px"
                assert not flaws, "\n".join([f"{where}:"] + flaws)
        self.page.set_viewport_size(before)

    def check_fit(self, path):
        """Opens a page and expects it to fit the window as wide as it is."""
        self.go(path)
        wide = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{path} is {wide} px wider than the window"

    def leave(self):
        """Closes the window; what went wrong unseen on the way fails here."""
        self.context.close()
        assert not self.faults, "\n".join(self.faults)

    @contextmanager
    def _page_with_script(self):
        """The page, or a copy of it where its window has no script, which the checks need."""
        if self.script:
            yield self.page
            return
        content = self.page.content()

        def answer(route):
            if route.request.is_navigation_request():
                route.fulfill(body=content, content_type="text/html; charset=utf-8")
            elif route.request.resource_type == "script":
                route.abort()
            else:
                route.continue_()

        context = self.context.browser.new_context(storage_state=self.context.storage_state())
        copy = context.new_page()
        copy.route("**/*", answer)
        copy.goto(self.page.url)
        try:
            yield copy
        finally:
            context.close()

    def _keep(self, name):
        folder = os.environ.get("ROVIEC_PICTURES")
        if folder:
            self.page.screenshot(path=Path(folder) / name, full_page=True)

    def _watch(self):
        self.page.on("pageerror", lambda error: self.faults.append(f"script failed: {error}"))
        self.page.on("console", self._hear)
        self.context.on("request", self._see_request)
        self.context.on("response", self._see_response)

    def _hear(self, message):
        # A refused form (422) or a page that is not there (404) is told as an error as well.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.faults.append(f"console: {message.text}")

    def _see_request(self, request):
        if not request.url.startswith((self.address + "/", "data:", "blob:")):
            self.faults.append(f"the page asked another host: {request.url}")

    def _see_response(self, response):
        if response.status >= 500:
            self.faults.append(f"{response.url} answered {response.status}")
