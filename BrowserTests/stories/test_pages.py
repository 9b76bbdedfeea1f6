"""Every page type: opens, has no accessibility flaw, fits a desktop, a phone and a narrow phone."""

import re

import pytest

from stories.test_main_job import complete, receive

PASSWORD = "longbien2017"

PAGES = {
    "quantri": [
        "/work", "/organisation", "/organisation?q=tu+phap", "/organisation?q=khong+ai+ca",
        "/organisation/ubnd", "/account", "/help", "/clock", "/calendar", "/notices",
    ],
    "mc.bode": [
        "/work", "/counter", "/counter?q=khai", "/counter?q=khong+co", "/counter/HN001",
        "/dossiers", "/dossiers?q=khong+co", "/dossiers?state=open", "/work?list=done",
        "/reports", "/payments", "/payments/account", "/payments/statement",
        "/payments/settlement", "/payments/settlement?period=2017-Q1", "/deliveries",
        "/deliveries/route", "/deliveries/roster", "/deliveries/leave", "/deliveries/fees",
        "/deliveries/gifts", "/counter/offline-kit",
        "/queue", "/queue?window=1", "/handovers", "/handovers/sheets", "/registers",
        "/queue/settings",
        "/consultations", "/consultations?list=silent",
    ],
    "cchc.nv": [
        "/processes", "/processes?q=khong+co", "/processes/gaps", "/processes/HN001",
        "/processes/HN049", "/processes/HN001/compare", "/processes/check", "/reports",
        "/reports/article", "/papers/regimes", "/papers/fields",
        "/papers/fields?regime=TT-03-2025&form=stop",
    ],
    "ct.bode": [
        "/work", "/work?list=unit", "/work?list=waiting", "/work?list=cooperating",
        "/queue/settings",
    ],
}

DOSSIER_PAGES = ["", "/receipt", "/slip"]


def main(visitor):
    return visitor.page.get_by_role("main")


def name_of(path):
    return re.sub(r"[^\w.]+", "-", path).strip("-")


@pytest.mark.parametrize("account", PAGES)
def test_pages_of(visit, account):
    visitor = visit()
    visitor.sign_in(account, PASSWORD)
    for path in PAGES[account]:
        visitor.go(path)
        visitor.check(f"{account}-{name_of(path)}")


@pytest.mark.parametrize("account", PAGES)
def test_pages_fit_a_narrow_phone(visit, account):
    visitor = visit(width=320)
    visitor.sign_in(account, PASSWORD)
    for path in PAGES[account]:
        visitor.check_fit(path)


def check_dossier(visitor, code, name):
    for page in DOSSIER_PAGES:
        visitor.go(f"/dossiers/{code}{page}")
        visitor.check(f"dossier-{name}{page.replace('/', '-')}")


def test_a_dossier_on_its_way(visit):
    officer = visit()
    code = receive(officer, "Lý Bé Đường (hư cấu)")
    check_dossier(officer, code, "held")
    officer.go(f"/dossiers/{code}")
    main(officer).get_by_text("Bàn giao cho người khác").first.click()
    officer.check("dossier-unfolded")
    complete(officer, code)
    check_dossier(officer, code, "passed-on")
    specialist = visit()
    specialist.sign_in("ht.bode", PASSWORD)
    specialist.go(f"/dossiers/{code}")
    specialist.check("dossier-offered")


def test_a_dossier_that_has_ended(visit):
    visitor = visit()
    visitor.sign_in("mc.bode", PASSWORD)
    visitor.go("/dossiers?state=resolved")
    path = main(visitor).locator("table.work th a").first.get_attribute("href")
    check_dossier(visitor, path.removeprefix("/dossiers/"), "ended")


def test_sign_in_pages(visit):
    visitor = visit()
    visitor.go("/sign-in")
    visitor.check("sign-in")
    visitor.page.get_by_label("Tên đăng nhập").fill("ai-do")
    visitor.page.get_by_label("Mật khẩu").fill("sai")
    main(visitor).get_by_role("button", name="Đăng nhập").click()
    assert "chưa đúng" in main(visitor).get_by_role("alert").inner_text()
    visitor.check("sign-in-refused")


def test_the_demo_is_entered_with_one_press(visit):
    visitor = visit(script=False, width=390)
    visitor.go("/sign-in")
    main(visitor).get_by_role("button", name="Vào với pct.bode").click()
    assert "Việc của tôi" in main(visitor).get_by_role("heading", level=1).inner_text()


@pytest.mark.parametrize("path", ["/khong-co", "/dossiers/XX-000000-0000", "/people/khong-co"])
def test_a_refusal_keeps_the_menu(visit, path):
    visitor = visit()
    visitor.sign_in("mc.bode", PASSWORD)
    visitor.go(path, status=404)
    visitor.check(f"refused-{name_of(path)}")
    assert visitor.page.get_by_role("navigation", name="Mục chính").is_visible()
    main(visitor).get_by_role("link", name="Về danh sách việc").click()
    assert visitor.page.url.endswith("/work")


def test_a_faulty_step_table_is_answered_in_place(visit):
    visitor = visit()
    visitor.sign_in("cchc.nv", PASSWORD)
    visitor.go("/processes/check")
    main(visitor).locator("textarea").fill("ma: x\nbuoc: [a")
    main(visitor).get_by_role("button", name="Kiểm tra").click()
    assert "Chưa ban hành được" in main(visitor).inner_text()
    visitor.check("process-faulty")


def test_the_way_to_the_sum_opens_it(visit):
    visitor = visit()
    visitor.sign_in("mc.bode", PASSWORD)
    visitor.go("/dossiers?state=resolved&class=onTime")
    main(visitor).locator("table.work th a").first.click()
    link = main(visitor).get_by_role("link", name="Vì sao ngày này?")
    assert not main(visitor).locator("#why").is_visible()
    link.click()
    assert main(visitor).locator("#why").is_visible()


def test_the_first_key_skips_to_the_content(visit):
    visitor = visit()
    visitor.sign_in("mc.bode", PASSWORD)
    visitor.go("/work")
    visitor.page.keyboard.press("Tab")
    skip = visitor.page.locator(":focus")
    assert skip.inner_text() == "Đến nội dung chính"
    assert skip.bounding_box()["y"] >= 0, "the skip link is not seen when it has the focus"
    visitor.page.keyboard.press("Enter")
    assert visitor.page.url.endswith("#content")


def test_english(visit):
    visitor = visit()
    visitor.sign_in("mc.bode", PASSWORD)
    visitor.page.get_by_role("link", name="English").click()
    assert visitor.page.locator("html").get_attribute("lang") == "en"
    for path in ["/work", "/counter", "/dossiers", "/organisation", "/reports", "/processes/HN001"]:
        visitor.go(path)
        assert "[" not in main(visitor).inner_text(), f"a text is missing on {path}"
    visitor.go("/work")
    visitor.check("work-english")
