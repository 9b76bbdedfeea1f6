"""Somebody asks what the office knows of them; it is given to one holder and answered; leaders see who looked."""

import pytest

from stories import hands
from stories.hands import press
from stories.test_main_job import PASSWORD, main

PUBLIC_PAGES = ["/privacy/new", "/privacy/follow"]
LEADER_PAGES = ["/privacy", "/privacy/claims", "/reads"]


def send(citizen, words, right="Xem dữ liệu", picture=None):
    """Fills the form and returns the number and the secret."""
    citizen.go("/privacy/new")
    page = main(citizen)
    page.get_by_role("radio", name=right).check()
    page.get_by_label("Cơ quan nhận").select_option(label="Ủy ban nhân dân phường Bồ Đề")
    page.get_by_label("Nội dung yêu cầu").fill(words)
    page.get_by_label("Họ, tên").fill("Vũ Thị Hư Cấu")
    page.get_by_label("Điện thoại").fill("0912345678")
    if picture:
        citizen.check(f"{picture}-form")
    press(citizen, "Gửi yêu cầu")
    page = main(citizen)
    assert "Hãy giữ hai mã này" in page.inner_text(), page.inner_text()[:800]
    number, secret = [code.inner_text() for code in page.locator(".appoint .code").all()]
    assert number.startswith("DL-") and len(secret) == 11
    return number, secret


def follow(citizen, number, secret):
    return hands.follow(citizen, "/privacy/follow", "Số của yêu cầu", number, secret)


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_for_everybody(visit, width):
    visitor = visit(width=width)
    for path in PUBLIC_PAGES:
        visitor.go(path)
        visitor.check(f"privacy{path.replace('/', '-')}-{width}")


def test_they_fit_a_narrow_phone(visit):
    visitor = visit(width=320)
    for path in PUBLIC_PAGES:
        visitor.check_fit(path)


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_for_who_answers(visit, width):
    leader = visit(width=width)
    leader.sign_in("ct.bode", PASSWORD)
    for path in LEADER_PAGES:
        leader.go(path)
        leader.check(f"leader{path.replace('/', '-')}-{width}")


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_a_claim_is_given_and_answered(visit, script, width):
    citizen = visit(script=script, width=width)
    words = f"Cơ quan đang giữ gì về tôi? {width}"
    number, secret = send(citizen, words, picture=f"claim-{width}")
    assert "Đã nhận" in follow(citizen, number, secret).inner_text()

    leader = visit(script=script)
    leader.sign_in("ct.bode", PASSWORD)
    leader.go(f"/privacy/claims/{number}")
    page = main(leader)
    assert words in page.inner_text() and "chưa đối chiếu với văn bản gốc" in page.inner_text()
    page.get_by_label("Người giải quyết").select_option(value="vp.bode")
    press(leader, "Giao")
    assert "Đang giải quyết" in main(leader).inner_text()

    officer = visit(script=script)
    officer.sign_in("vp.bode", PASSWORD)
    officer.go(f"/privacy/claims/{number}")
    page = main(officer)
    page.get_by_text("Trả lời đã thực hiện", exact=True).first.click()
    page.get_by_label("Trả lời người yêu cầu").fill("Chỉ có phản ánh này. (Trả lời hư cấu.)")
    press(officer, "Kết thúc")
    assert "Đã thực hiện" in main(officer).inner_text()
    officer.check(f"claim-ended-{width}")

    told = follow(citizen, number, secret)
    assert "Chỉ có phản ánh này." in told.inner_text()
    citizen.check(f"claim-told-{width}")

    leader.go("/reads")
    assert "Nhật ký xem" in main(leader).inner_text()
    main(leader).locator("table a[href^='/reads/']").first.click()
    leader.check(f"looks-{width}")


def test_numbers_are_masked_until_asked_for(visit):
    officer = visit()
    officer.sign_in("mc.bode", PASSWORD)
    officer.go("/dossiers")
    main(officer).locator("table a[href^='/dossiers/']").first.click()
    page = main(officer)
    before = page.inner_text()
    if "Hiện đủ số" in before:
        assert "•••" in before
        page.get_by_role("button", name="Hiện đủ số giấy tờ và điện thoại").click()
        assert "•••" not in main(officer).inner_text()
        officer.check("dossier-numbers")
