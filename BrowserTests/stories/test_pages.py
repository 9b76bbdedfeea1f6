"""Every page type: opens, has no accessibility flaw, fits a desktop and a phone."""

import pytest

PASSWORD = "longbien2017"

PAGES = {
    "quantri": ["/work", "/organisation", "/account", "/help", "/clock"],
    "mc.bode": ["/counter", "/counter/HN001", "/dossiers", "/work?list=done", "/reports"],
    "cchc.nv": [
        "/processes", "/processes/gaps", "/processes/HN001", "/processes/HN001/compare",
        "/processes/check", "/reports/article",
    ],
    "ct.bode": ["/work", "/work?list=unit", "/work?list=waiting", "/work?list=cooperating"],
}


@pytest.mark.parametrize("account", PAGES)
def test_pages_of(visit, account):
    visitor = visit()
    visitor.sign_in(account, PASSWORD)
    for path in PAGES[account]:
        visitor.go(path)
        name = path.strip("/").replace("/", "-").replace("?", "-").replace("=", "-")
        visitor.check(f"{account}-{name}")


def test_sign_in_page(visit):
    visitor = visit()
    visitor.go("/sign-in")
    visitor.check("sign-in")


def test_english(visit):
    visitor = visit()
    visitor.sign_in("mc.bode", PASSWORD)
    visitor.page.get_by_role("link", name="English").click()
    assert visitor.page.locator("html").get_attribute("lang") == "en"
    assert "[" not in visitor.page.get_by_role("main").inner_text()
    visitor.check("work-english")
