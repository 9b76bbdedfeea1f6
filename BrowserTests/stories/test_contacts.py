"""A citizen shows an e-mail address by a code from the mail, sees what was filed under it, and is told as wished."""

import re

import pytest

from stories.hands import press, record, walk
from stories.test_birth import accept
from stories.test_filing import file_birth
from stories.test_main_job import PASSWORD, main

WINDOWS = pytest.mark.parametrize(
    "script, width",
    [(True, 1280), (False, 1280), (True, 390), (False, 390)],
    ids=["desktop", "desktop without script", "phone", "phone without script"])


def ask_for_code(citizen, email):
    citizen.go("/my")
    main(citizen).get_by_role("textbox", name="Thư điện tử").fill(email)
    press(citizen, "Gửi mã")
    assert email not in main(citizen).inner_text(), "who looks over a shoulder learns no address"


def code_from(mailbox, email):
    """The six digits of the mail, Vietnamese and English the same."""
    mail = mailbox.read(email, holding="Mã xác nhận")
    codes = set(re.findall(r"\b\d{6}\b", mail))
    assert len(codes) == 1, mail
    return codes.pop()


def another(code):
    return f"{(int(code) + 1) % 1_000_000:06}"


def type_code(citizen, code):
    main(citizen).get_by_label("Mã xác nhận").fill(code)
    press(citizen, "Xác nhận")


def refused(citizen):
    return main(citizen).get_by_role("alert").inner_text()


def type_wrong_ones(citizen, code, picture):
    type_code(citizen, "12")
    assert "Hãy nhập mã gồm 6 chữ số đã gửi cho bạn." in refused(citizen)
    type_code(citizen, another(code))
    assert "Mã không đúng. Còn 4 lần nhập." in refused(citizen)
    citizen.check(picture)


def choose(citizen, way):
    """On the page of the dossier, with the choice unfolded or not."""
    if not main(citizen).get_by_role("radio", name=way, exact=True).is_visible():
        main(citizen).locator("summary", has_text="Báo cho tôi về hồ sơ bằng").click()
    main(citizen).get_by_role("radio", name=way, exact=True).check()
    press(citizen, "Lưu")
    assert "Đã lưu cách báo." in main(citizen).inner_text()


def chosen(citizen, code):
    citizen.go(f"/my/{code}")
    main(citizen).locator("summary", has_text="Báo cho tôi về hồ sơ bằng").click()
    return main(citizen).locator("[name=notices]:checked").get_attribute("value")


def follow_stop_link(citizen, mail, code, picture):
    """The link asks first; the button ends the mails."""
    citizen.go(re.search(r"http://\S+/notices/stop\?\S+", mail).group(0))
    page = main(citizen)
    assert "Thôi nhận thư về hồ sơ" in page.inner_text() and code in page.inner_text()
    citizen.check(f"{picture}-ask")
    press(citizen, "Thôi nhận thư")
    assert "Đã thôi gửi thư về hồ sơ này." in main(citizen).inner_text()
    citizen.check(f"{picture}-done")


def fill_in_again(citizen, dossier, window):
    """What was filed is used for a new filing by a consent, which is withdrawn afterwards."""
    citizen.go("/file/HN001")
    box = main(citizen).get_by_label("Tôi đồng ý để cơ quan điền sẵn")
    assert not box.is_checked(), "a consent is an act"
    box.check()
    citizen.check(f"prefill-offer-{window}")
    press(citizen, "Bắt đầu")
    citizen.go("/file/HN001/person")
    page = main(citizen)
    assert f"Điền sẵn từ hồ sơ {dossier}" in page.inner_text()
    assert page.locator("[name=name]").input_value().endswith("(hư cấu)")
    citizen.check(f"prefill-person-{window}")
    citizen.go("/my/prefill")
    assert "đã đồng ý lúc" in main(citizen).inner_text()
    citizen.check(f"prefill-given-{window}")
    press(citizen, "Rút lại sự đồng ý")
    assert not main(citizen).get_by_label("Tôi đồng ý để cơ quan dùng lại").is_checked()


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_a_shown_address_opens_my_and_is_filed_under(visit, mailbox, script, width):
    window = f"{width}-{'script' if script else 'plain'}"
    email, child = f"hu.cau.{window}@example.vn", f"Vũ Bé Thư {window} (hư cấu)"
    citizen = visit(script=script, width=width)
    ask_for_code(citizen, email)
    citizen.check(f"my-code-{window}")
    code = code_from(mailbox, email)
    type_wrong_ones(citizen, code, f"my-wrong-{window}")
    type_code(citizen, code)
    assert "Chưa có hồ sơ nào" in main(citizen).inner_text()
    citizen.check(f"my-empty-{window}")

    # Who has shown the address is not asked for another code.
    filing = file_birth(citizen, child, email=email)
    citizen.go("/my")
    main(citizen).get_by_role("link", name=filing).click()
    assert filing in main(citizen).inner_text()

    clerk = visit()
    dossier = accept(clerk, filing, child)
    notice = mailbox.read(email, holding=dossier)
    assert "Cơ quan đã tiếp nhận hồ sơ" in notice and child not in notice, notice

    citizen.go("/my")
    citizen.check(f"my-list-{window}")
    fill_in_again(citizen, dossier, window)
    citizen.go("/my")
    main(citizen).get_by_role("link", name=dossier).click()
    for way, word in [("Không báo", "none"), ("Thư điện tử", "email")]:
        choose(citizen, way)
        assert chosen(citizen, dossier) == word
    citizen.check(f"my-dossier-{window}")
    follow_stop_link(citizen, notice, dossier, f"notice-stop-{window}")
    assert chosen(citizen, dossier) == "none"
    expect_no_more(visit, mailbox, clerk, dossier, email)


def expect_no_more(visit, mailbox, clerk, dossier, email):
    """The result is ready, and the next mail is one that was asked for afterwards."""
    walk(visit, clerk, dossier, lambda told: told["status"] == "resultReady")
    ask_for_code(visit(), email)
    code_from(mailbox, email)
    assert mailbox.texts(email) == []


@WINDOWS
def test_an_address_is_shown_while_filing(visit, mailbox, script, width):
    window = f"{width}-{'script' if script else 'plain'}"
    email, child = f"khi.nop.{window}@example.vn", f"Vũ Bé Mã {window} (hư cấu)"

    def show(citizen):
        heading = main(citizen).get_by_role("heading", level=1).inner_text()
        assert heading == "Xác nhận thư điện tử hoặc điện thoại"
        citizen.check(f"verify-{window}")
        main(citizen).get_by_role("button", name="Gửi mã đến").click()
        code = code_from(mailbox, email)
        type_wrong_ones(citizen, code, f"verify-wrong-{window}")
        type_code(citizen, f"{code[:3]} {code[3:]}")

    citizen = visit(script=script, width=width)
    filing = file_birth(citizen, child, email=email, show=show)
    clerk = visit()
    clerk.sign_in("mc.bode", PASSWORD)
    clerk.go(f"/filings/{filing}")
    assert "Đã xác nhận thư điện tử" in main(clerk).inner_text()


def test_a_code_ends_after_five_wrong_tries(visit, mailbox):
    email = "nhap.sai@example.vn"
    citizen = visit(width=390)
    ask_for_code(citizen, email)
    code = code_from(mailbox, email)
    for left in [4, 3, 2, 1, 0]:
        type_code(citizen, another(code))
        assert f"Mã không đúng. Còn {left} lần nhập." in refused(citizen)
    type_code(citizen, code)
    assert "nhập sai quá 5 lần. Hãy lấy mã mới." in refused(citizen), refused(citizen)
    citizen.check("my-code-ended")
    main(citizen).get_by_role("textbox", name="Thư điện tử").fill(email)
    press(citizen, "Gửi mã")
    assert re.search(r"Vừa gửi một mã. Hãy chờ \d+ giây", refused(citizen)), refused(citizen)
    citizen.check("my-code-too-soon")


def test_a_code_holds_in_the_window_that_asked(visit, mailbox):
    """Who reads the mail over a shoulder cannot use it elsewhere."""
    email = "cua.so.khac@example.vn"
    citizen, other = visit(), visit()
    ask_for_code(citizen, email)
    code = code_from(mailbox, email)
    ask_for_code(other, "cua.so.nay@example.vn")
    type_code(other, code)
    assert "Mã không đúng" in refused(other)
    type_code(citizen, code)
    assert "Chưa có hồ sơ nào" in main(citizen).inner_text()


def test_a_link_to_stop_that_was_changed_stops_nothing(visit):
    citizen = visit(width=390)
    citizen.go("/notices/stop?code=BD-170703-0001&token=0123456789abcdef", status=404)
