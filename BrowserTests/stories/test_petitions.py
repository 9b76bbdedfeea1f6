"""Somebody without an account tells the office about its work; it is given, asked about, answered, published."""

import pytest

from stories import hands
from stories.hands import press
from stories.test_main_job import PASSWORD, main

PUBLIC_PAGES = ["/petitions/new", "/petitions/follow", "/petitions/published"]


def send(citizen, subject, kind="Khen, góp ý, việc khác", picture=None):
    """Fills the form and returns the number and the secret."""
    citizen.go("/")
    citizen.page.get_by_role("link", name="Phản ánh", exact=True).click()
    page = main(citizen)
    page.get_by_role("radio", name=kind).check()
    page.get_by_label("Cơ quan nhận").select_option(label="Ủy ban nhân dân phường Bồ Đề")
    page.get_by_label("Tóm tắt trong một câu").fill(subject)
    page.get_by_label("Nội dung").fill("Buổi sáng đông, người già phải đứng.\n(Phản ánh hư cấu.)")
    page.get_by_label("Họ, tên").fill("Vũ Thị Hư Cấu")
    if picture:
        citizen.check(f"{picture}-form")
    press(citizen, "Gửi phản ánh")
    page = main(citizen)
    assert "Hãy giữ hai mã này" in page.inner_text(), page.inner_text()[:800]
    if picture:
        citizen.check(f"{picture}-sent")
    number, secret = [code.inner_text() for code in page.locator(".appoint .code").all()]
    assert number.startswith("PA-") and len(secret) == 11
    return number, secret


def follow(citizen, number, secret):
    return hands.follow(citizen, "/petitions/follow", "Mã phản ánh", number, secret)


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_for_everybody(visit, width):
    visitor = visit(width=width)
    for path in PUBLIC_PAGES:
        visitor.go(path)
        visitor.check(f"petitions{path.replace('/', '-')}-{width}")


def test_they_fit_a_narrow_phone(visit):
    visitor = visit(width=320)
    for path in PUBLIC_PAGES:
        visitor.check_fit(path)


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_a_petition_is_asked_about_answered_and_published(visit, script, width):
    citizen = visit(script=script, width=width)
    subject = f"Nên có ghế cho người chờ {width}"
    number, secret = send(citizen, subject, picture=f"petition-{width}")
    assert "chờ giao" in follow(citizen, number, secret).inner_text()

    leader = visit(script=script)
    leader.sign_in("ct.bode", PASSWORD)
    main(leader).get_by_role("link", name="Phản ánh, kiến nghị").click()
    main(leader).get_by_role("link", name="Mới đến").click()
    leader.check(f"petitions-new-{width}")
    main(leader).get_by_role("link", name=subject).click()
    page = main(leader)
    assert "Vũ Thị Hư Cấu" in page.inner_text()
    page.get_by_text("Giao cho người khác").first.click()
    leader.check(f"petition-received-{width}")
    officer_name = page.locator("#assign-person option[value='vp.bode']").inner_text()
    page.get_by_label("Người", exact=True).first.select_option(label=officer_name)
    press(leader, "Giao cho người khác")
    assert "Đang giải quyết" in main(leader).inner_text()

    officer = visit(script=script)
    officer.sign_in("vp.bode", PASSWORD)
    officer.go("/petitions")
    officer.check(f"petitions-mine-{width}")
    main(officer).get_by_role("link", name=subject).click()
    page = main(officer)
    page.get_by_text("Hỏi thêm", exact=True).first.click()
    page.get_by_label("Cần hỏi điều gì").fill("Ông, bà thường đến buổi nào?")
    press(officer, "Hỏi thêm")
    officer.check(f"petition-asking-{width}")

    asked = follow(citizen, number, secret)
    assert "thường đến buổi nào" in asked.inner_text()
    citizen.check(f"petition-asked-{width}")
    asked.get_by_label("Trả lời câu hỏi").fill("Buổi sáng thứ Hai.")
    press(citizen, "Gửi trả lời")
    assert "Đã nhận phần trả lời thêm." in main(citizen).inner_text()

    answer(officer, number, width)
    told = follow(citizen, number, secret).inner_text()
    assert "Đã trả lời" in told and "Đã đặt thêm ghế." in told
    citizen.check(f"petition-answered-{width}")
    citizen.go("/petitions/published")
    published = main(citizen).inner_text()
    assert "Ghế cho người chờ" in published and "Hư Cấu" not in published
    citizen.check(f"petitions-published-{width}")


def answer(officer, number, width):
    """First with the sender's name in the public text, then without."""
    officer.go(f"/petitions/{number}")
    page = main(officer)
    assert "Buổi sáng thứ Hai." in page.inner_text()
    page.get_by_label("Trả lời", exact=True).fill("Đã đặt thêm ghế.")
    page.get_by_text("Công khai luôn câu trả lời").click()
    page.get_by_label("Công khai bản viết dưới đây").check()
    page.get_by_label("Tiêu đề công khai").fill("Ghế cho người chờ")
    page.get_by_label("Câu hỏi công khai").fill("Bà Vũ Thị Hư Cấu hỏi: sao không có ghế?")
    page.get_by_label("Trả lời công khai").fill("Đã đặt thêm ghế.")
    press(officer, "Gửi trả lời")
    page = main(officer)
    assert "Hãy bỏ đi rồi công khai" in page.get_by_role("alert").inner_text()
    officer.check(f"petition-refused-{width}")
    page.get_by_label("Câu hỏi công khai").fill("Sao không có ghế?")
    press(officer, "Gửi trả lời")
    assert "Đúng hạn" in main(officer).inner_text()
    officer.check(f"petition-done-{width}")


def test_a_word_about_an_officer_is_for_leaders(visit):
    citizen = visit(width=390)
    number, _ = send(citizen, "Hỏi ở quầy không ai trả lời", kind="Thái độ cán bộ, hồ sơ chậm")
    head = visit()
    head.sign_in("mc.bode", PASSWORD)
    head.go("/petitions?list=incoming")
    assert number not in main(head).inner_text()
    head.go(f"/petitions/{number}", status=404)
    leader = visit()
    leader.sign_in("ct.bode", PASSWORD)
    leader.go(f"/petitions/{number}")
    press(leader, "Tôi giữ phản ánh này")
    assert "Trả lời người gửi" in main(leader).inner_text()


def test_a_form_left_empty_and_a_wrong_secret(visit):
    citizen = visit(width=390)
    number, _ = send(citizen, "Góp ý ngắn")
    text = follow(citizen, number, "ZZZZZ-ZZZZZ").inner_text()
    assert "Không có phản ánh nào khớp" in text and "Góp ý ngắn" not in text
    citizen.check("petition-wrong-secret")


def test_leaders_read_the_months(visit):
    leader = visit()
    leader.sign_in("ct.bode", PASSWORD)
    leader.go("/petitions")
    main(leader).get_by_role("link", name="Số liệu phản ánh theo tháng").click()
    assert "Tỷ lệ đúng hạn" in main(leader).inner_text()
    leader.check("petitions-figures")
