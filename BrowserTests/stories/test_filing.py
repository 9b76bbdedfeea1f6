"""A citizen finds a procedure and files online, without an account; the counter takes it in."""

import re

import pytest

from stories.hands import press
from stories.test_main_job import PASSWORD, main

PUBLIC_PAGES = [
    "/", "/procedures", "/procedures?q=khai+sinh", "/procedures?event=housing",
    "/procedures?q=khong+co+dau", "/procedures/HN001", "/procedures/HN009", "/procedures/HN042",
    "/file/HN001",
]


def name_of(path):
    return "public-" + (re.sub(r"[^\w.]+", "-", path).strip("-") or "home")


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_for_everybody(visit, width):
    visitor = visit(width=width)
    for path in PUBLIC_PAGES:
        visitor.go(path)
        visitor.check(f"{name_of(path)}-{width}")


def test_they_fit_a_narrow_phone(visit):
    visitor = visit(width=320)
    for path in PUBLIC_PAGES:
        visitor.check_fit(path)


def test_nothing_is_filled_in_for_who_has_shown_no_address(visit):
    """Without a session of /my there is nothing to consent to."""
    citizen = visit(width=390)
    citizen.go("/file/HN001")
    assert main(citizen).locator("[name=prefill]").count() == 0
    press(citizen, "Bắt đầu")
    citizen.go("/my/prefill")
    assert citizen.page.url.endswith("/my"), citizen.page.url
    assert main(citizen).get_by_role("button", name="Gửi mã").is_visible()
    citizen.check("prefill-without-a-code")


def add_nothing(citizen, picture):
    """Pictures may be left out."""
    assert "ảnh giấy tờ" in main(citizen).get_by_role("heading", level=1).inner_text()
    if picture:
        citizen.check(f"{picture}-files")
    press(citizen, "Tiếp tục")


def file_birth(citizen, child, picture=None, add_files=add_nothing, email="", show=None):
    """From the first page to the number of the filing.

    `show(citizen)` answers the page that asks for a code, where it is asked.
    """
    citizen.go("/")
    main(citizen).get_by_label("Tìm thủ tục").fill("khai sinh")
    press(citizen, "Tìm")
    main(citizen).get_by_role("link", name="Đăng ký khai sinh", exact=True).click()
    main(citizen).get_by_role("link", name="Nộp hồ sơ trực tuyến").click()
    press(citizen, "Bắt đầu")
    main(citizen).get_by_label("Ủy ban nhân dân phường Bồ Đề").check()
    press(citizen, "Tiếp tục")
    page = main(citizen)
    page.get_by_label("Chủ hồ sơ").fill("Vũ Thị Hư Cấu (hư cấu)")
    if picture:
        citizen.check(f"{picture}-person")
    press(citizen, "Tiếp tục")
    page.get_by_label("Điện thoại").fill("12")
    press(citizen, "Tiếp tục")
    assert "bắt đầu bằng 0" in page.get_by_role("alert").inner_text()
    if picture:
        citizen.check(f"{picture}-mistake")
    page.get_by_label("Điện thoại").fill("0912345678")
    page.get_by_role("textbox", name="Thư điện tử").fill(email)
    press(citizen, "Tiếp tục")
    if show:
        show(citizen)
    press(citizen, "Tiếp tục")
    answer_fields(citizen, child)
    page.get_by_label("Tờ khai đăng ký khai sinh").check()
    if picture:
        citizen.check(f"{picture}-papers")
    press(citizen, "Tiếp tục")
    add_files(citizen, picture)
    page.get_by_label("Tại nhà").check()
    press(citizen, "Tiếp tục")
    assert child in page.inner_text()
    if picture:
        citizen.check(f"{picture}-review")
    press(citizen, "Gửi hồ sơ")
    if picture:
        citizen.check(f"{picture}-done")
    return page.locator(".appoint").inner_text()


def answer_fields(citizen, child):
    """The questions of the form, whatever they are, until the papers come."""
    for _ in range(20):
        page = main(citizen)
        if "giấy tờ nào" in page.get_by_role("heading", level=1).inner_text():
            return
        for box in page.locator("form.form input:not([type=hidden])").all():
            kind = box.get_attribute("type")
            number = box.get_attribute("inputmode") == "decimal"
            if kind == "checkbox":
                box.check()
                continue
            box.fill("2017-11-20" if kind == "date" else "1" if number else child)
        for select in page.locator("form.form select").all():
            select.select_option(index=1)
        press(citizen, "Tiếp tục")
    raise AssertionError("the questions do not end")


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_a_birth_is_filed_and_taken_in(visit, script, width):
    child = f"Vũ Bé Trực Tuyến {width} (hư cấu)"
    citizen = visit(script=script, width=width)
    code = file_birth(citizen, child, picture=f"filing-{width}")
    assert code.startswith("DK-")
    clerk = visit()
    clerk.sign_in("mc.bode", PASSWORD)
    clerk.go("/counter")
    main(clerk).get_by_role("link", name="Nộp trực tuyến").click()
    clerk.check(f"filings-{width}")
    main(clerk).get_by_role("link", name=code).click()
    assert child in main(clerk).inner_text()
    clerk.check(f"filing-at-the-counter-{width}")
    press(clerk, "Tiếp nhận hồ sơ")
    assert "Giấy tiếp nhận hồ sơ" in main(clerk).inner_text()
    clerk.go(f"/filings/{code}")
    assert "Đã thành hồ sơ" in main(clerk).inner_text()
    clerk.check(f"filing-taken-in-{width}")


def test_something_is_missing_and_is_asked_for_once(visit):
    citizen = visit(width=390)
    code = file_birth(citizen, "Vũ Bé Thiếu Giấy (hư cấu)")
    clerk = visit()
    clerk.sign_in("mc.bode", PASSWORD)
    clerk.go(f"/filings/{code}")
    page = main(clerk)
    page.get_by_text("Yêu cầu bổ sung (một lần)").first.click()
    page.get_by_label("Lý do", exact=True).fill("Chưa có giấy chứng sinh")
    page.get_by_role("button", name="Yêu cầu bổ sung (một lần)").click()
    assert "Chờ bổ sung" in page.inner_text()
    assert page.get_by_role("button", name="Yêu cầu bổ sung (một lần)").count() == 0
    clerk.check("filing-asked")


def test_those_in_charge_issue_a_procedure_anew(visit):
    editor = visit()
    editor.sign_in("cchc.nv", PASSWORD)
    editor.go("/procedures/HN017")
    main(editor).get_by_role("link", name="Công bố lần mới").click()
    editor.check("procedure-issue")
    page = main(editor)
    page.get_by_label("Có hiệu lực từ").fill("2018-01-01")
    page.get_by_label("Phí, lệ phí").last.fill("Mỗi bản | không đồng")
    press(editor, "Công bố")
    assert "Không đọc được dòng 1" in page.get_by_role("alert").inner_text()
    editor.check("procedure-issue-refused")
    page.get_by_label("Phí, lệ phí").last.fill("Mỗi bản | 9.000 | bản")
    press(editor, "Công bố")
    assert "Lần công bố 1" in page.inner_text(), "the new issue begins later"
