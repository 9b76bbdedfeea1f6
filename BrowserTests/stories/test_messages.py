"""A citizen and the officer who has the dossier write to each other; the citizen files for somebody else."""

import pytest

from stories.test_main_job import PASSWORD, main, receive
from stories.test_tracking import DIGITS, ask


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_a_question_is_answered(visit, script, width):
    officer = visit(script=script)
    name = f"Trần Thị {'Hỏi' if script else 'Nhắn'} (hư cấu)"
    code = receive(officer, name)

    citizen = visit(script=script, width=width)
    page = ask(citizen, code, DIGITS)
    citizen.check(f"message-form-{script}")
    page.get_by_label("Nhắn cho cán bộ đang giữ hồ sơ").fill("Tôi có cần mang bản chính không?")
    page.get_by_role("button", name="Gửi tin nhắn").click()
    page = main(citizen)
    assert "Đã gửi tin nhắn." in page.inner_text()
    assert "không phải thời hạn luật định" in page.inner_text()
    citizen.check(f"message-sent-{script}")

    officer.go("/work")
    main(officer).get_by_role("link", name="Tin nhắn chờ trả lời").click()
    officer.check(f"message-waiting-{script}")
    officer.go(f"/dossiers/{code}")
    main(officer).get_by_role("link", name="Tin nhắn (1), chờ trả lời").click()
    assert "Tôi có cần mang bản chính không?" in main(officer).inner_text()
    officer.check(f"message-thread-{script}")
    main(officer).get_by_label("Trả lời người dân").fill("Có, xin mang bản chính.")
    main(officer).get_by_role("button", name="Gửi tin nhắn").click()
    assert "Có, xin mang bản chính." in main(officer).inner_text()

    answered = ask(citizen, code, DIGITS)
    text = answered.inner_text()
    assert "Có, xin mang bản chính." in text
    assert name not in text
    citizen.check(f"message-answered-{script}")


def test_an_empty_message_says_what_is_wrong(visit):
    officer = visit()
    code = receive(officer, "Trần Thị Để Trống (hư cấu)")
    officer.go(f"/dossiers/{code}/messages")
    main(officer).get_by_label("Trả lời người dân").fill("   ")
    main(officer).get_by_role("button", name="Gửi tin nhắn").click()
    assert "Hãy viết nội dung." in main(officer).get_by_role("alert").inner_text()
    officer.check("message-refused")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_door_of_my_dossiers(visit, width):
    citizen = visit(width=width)
    citizen.go("/track")
    main(citizen).get_by_role("link", name="Xem mọi hồ sơ của tôi").click()
    assert "Hồ sơ của tôi" in main(citizen).get_by_role("heading", level=1).inner_text()
    citizen.check(f"my-{width}")


def test_how_one_is_told_is_chosen(visit):
    officer = visit()
    code = receive(officer, "Trần Thị Không Báo (hư cấu)")
    citizen = visit(width=390)
    page = ask(citizen, code, DIGITS)
    page.locator("summary", has_text="Báo cho tôi về hồ sơ bằng").click()
    page.get_by_label("Không báo").check()
    page.get_by_role("button", name="Lưu", exact=True).click()
    assert "Đã lưu cách báo." in main(citizen).inner_text()
    citizen.check("notice-choice")


def test_who_files_for_somebody_else_is_named(visit):
    citizen = visit(width=390)
    citizen.go("/file/HN001")
    main(citizen).get_by_role("button", name="Bắt đầu", exact=True).click()
    page = main(citizen)
    page.get_by_label("Ủy ban nhân dân phường Bồ Đề").check()
    page.get_by_role("button", name="Tiếp tục", exact=True).click()
    page.get_by_label("Chủ hồ sơ").fill("Vũ Thị Hư Cấu (hư cấu)")
    page.get_by_label("Nộp thay người khác").check()
    page.get_by_role("button", name="Tiếp tục", exact=True).click()
    assert "Người nộp thay" in main(citizen).get_by_role("alert").inner_text()
    citizen.check("filing-for-another-mistake")
