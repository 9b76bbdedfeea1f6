"""A citizen follows a dossier without an account, brings what is missing, fetches the result and rates."""

import pytest

from stories.test_main_job import PASSWORD, complete, main, receive

DIGITS = "0218"


def ask(citizen, code, digits=""):
    citizen.go(f"/track?code={code}")
    page = main(citizen)
    assert page.get_by_label("Mã hồ sơ").input_value() == code
    page.get_by_label("4 số cuối điện thoại").fill(digits)
    page.get_by_role("button", name="Xem", exact=True).click()
    return main(citizen)


def handle(visit, code, officer, script):
    """From the counter to the signature."""
    complete(officer, code)
    specialist = visit(script=script)
    specialist.sign_in("ht.bode", PASSWORD)
    complete(specialist, code)
    leader = visit(script=script)
    leader.sign_in("pct.bode", PASSWORD)
    if code not in main(leader).inner_text():
        leader = visit(script=script)
        leader.sign_in("ct.bode", PASSWORD)
    complete(leader, code)


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_a_dossier_is_followed_and_rated(visit, script, width):
    officer = visit(script=script)
    name = f"Trần Bé {'Theo' if script else 'Dõi'} (hư cấu)"
    code = receive(officer, name)

    citizen = visit(script=script, width=width)
    citizen.go("/sign-in")
    citizen.page.get_by_role("link", name="Tra cứu hồ sơ").click()
    citizen.check(f"track-form-{script}")

    short = ask(citizen, code)
    assert "Mức độ hoàn thành" in short.inner_text()
    assert "Vì sao ngày này?" not in short.inner_text()
    citizen.check(f"track-short-{script}")

    full = ask(citizen, code, DIGITS)
    text = full.inner_text()
    for words in ["Đăng ký khai sinh", "Hẹn trả kết quả", "Vì sao ngày này?", "024 0000 0000"]:
        assert words in text, text[:1500]
    assert name not in text and "không phải làm gì thêm" in text
    citizen.check(f"track-full-{script}")

    handle(visit, code, officer, script)
    ready = ask(citizen, code, DIGITS)
    assert "Kết quả đã có từ" in ready.inner_text(), ready.inner_text()[:1500]
    citizen.check(f"track-ready-{script}")

    complete(officer, code)
    done = ask(citizen, code, DIGITS)
    assert "Ông bà thấy thế nào?" in done.inner_text()
    for question, level in [
        ("Thời gian giải quyết", "Hài lòng"), ("Thái độ của cán bộ", "Hài lòng"),
        ("Số lần phải đi lại", "Bình thường"), ("Hướng dẫn rõ ràng", "Hài lòng"),
    ]:
        group = done.get_by_role("group", name=question)
        group.get_by_role("radio", name=level, exact=True).check()
    done.get_by_label("Ý kiến thêm").fill("Nhanh, dễ hiểu.")
    citizen.check(f"track-rating-{script}")
    done.get_by_role("button", name="Gửi đánh giá").click()
    assert "Đã nhận đánh giá" in main(citizen).inner_text()
    citizen.check(f"track-rated-{script}")

    officer.go(f"/dossiers/{code}")
    assert "Nhanh, dễ hiểu." in main(officer).inner_text()
    officer.check(f"dossier-rated-{script}")


def test_papers_that_are_missing_are_listed(visit):
    officer = visit()
    code = receive(officer, "Trần Bé Thiếu (hư cấu)")
    complete(officer, code)
    specialist = visit()
    specialist.sign_in("ht.bode", PASSWORD)
    specialist.go(f"/dossiers/{code}")
    page = main(specialist)
    accept = page.get_by_role("button", name="Nhận bàn giao")
    if accept.count():
        accept.click()
        page = main(specialist)
    page.get_by_text("Yêu cầu bổ sung", exact=False).first.click()
    page.get_by_label("Giấy tờ phải bổ sung").first.fill("Giấy chứng sinh bản chính")
    page.locator("textarea[id^=askSupplement-][id$=-reason]").fill("Bản nộp bị mờ")
    page.get_by_role("button", name="Yêu cầu bổ sung").first.click()
    citizen = visit(width=390)
    text = ask(citizen, code, DIGITS).inner_text()
    assert "Giấy chứng sinh bản chính" in text, text[:1500]
    assert "Bản nộp bị mờ" not in text, "the officer's reason stays in the house"
    assert "Tạm dừng" in text and "Nộp tại" in text
    citizen.check("track-papers")


def test_wrong_digits_tell_nothing_and_end(visit):
    officer = visit()
    code = receive(officer, "Trần Bé Đoán (hư cấu)")
    citizen = visit()
    for number in range(5):
        text = ask(citizen, code, f"900{number}").inner_text()
        assert "Không có hồ sơ nào khớp" in text, text[:600]
    citizen.check("track-wrong")
    text = ask(citizen, code, DIGITS).inner_text()
    assert "quá nhiều lần" in text and "Đăng ký khai sinh" not in text
    citizen.check("track-too-many")


def test_leaders_read_ratings(visit):
    leader = visit()
    leader.sign_in("ct.bode", PASSWORD)
    leader.go("/reports")
    main(leader).get_by_role("link", name="Đánh giá của người dân").click()
    page = main(leader)
    assert "Chín chỉ số" in page.inner_text(), page.inner_text()[:800]
    leader.check("ratings")
    leader.go("/ratings?period=2017&records=1")
    leader.check("ratings-records")
