"""The officer who has a dossier asks two units at once: one answers, the other stays silent."""

import re

import pytest

from stories.test_main_job import PASSWORD, main, receive

QUESTION = "Nơi cư trú ghi trong tờ khai có đúng không?"


def ask(officer, code):
    officer.go(f"/dossiers/{code}")
    main(officer).get_by_role("link", name=re.compile("^Xin ý kiến")).first.click()
    page = main(officer)
    page.get_by_label("Nội dung cần ý kiến").fill(QUESTION)
    page.get_by_text("Hỏi thêm nơi khác").click()
    for place, unit in [(1, "Địa chính - Xây dựng"), (2, "Văn phòng - Thống kê")]:
        choice = page.get_by_label(f"Nơi thứ {place}: đơn vị")
        value = choice.locator("option", has_text=unit).first.get_attribute("value")
        choice.select_option(value=value)
        page.get_by_label(f"Nơi thứ {place}: hạn trả lời").fill("1")
    page.get_by_label("Nơi thứ 2: tính theo").select_option("working_minutes")
    page.get_by_label("Vẫn hỏi dù hạn trả lời sau hẹn trả kết quả").check()
    page.get_by_role("button", name="Gửi câu hỏi").click()
    assert QUESTION in main(officer).inner_text()


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_two_units_are_asked(visit, script, width):
    officer = visit(script=script)
    name = f"Trần Thị {'Ý Kiến' if script else 'Đồng Ý'} (hư cấu)"
    code = receive(officer, name)
    ask(officer, code)
    officer.check(f"consultation-asked-{script}")

    unit = visit(script=script, width=width)
    unit.sign_in("dc.bode", PASSWORD)
    unit.go("/consultations")
    unit.check(f"consultation-list-{script}")
    main(unit).locator(f"a[href='/dossiers/{code}/consultations']").click()
    text = main(unit).inner_text()
    assert QUESTION in text
    assert name not in text, "who is asked is not told of the applicant"
    main(unit).get_by_label("Đồng ý, có ý kiến").check()
    main(unit).get_by_label("Nội dung ý kiến, lý do").fill("Đúng, thiếu số nhà.")
    unit.check(f"consultation-answer-{script}")
    main(unit).get_by_role("button", name="Ghi ý kiến").click()
    assert "Đã trả lời trong hạn" in main(unit).inner_text()
    unit.go(f"/dossiers/{code}", status=404)

    officer.go(f"/dossiers/{code}/consultations")
    text = main(officer).inner_text()
    assert "Đúng, thiếu số nhà." in text
    officer.check(f"consultation-open-{script}")
    officer.go(f"/dossiers/{code}")
    assert "Vẫn hoàn thành được bước" in main(officer).inner_text()
    officer.check(f"consultation-warning-{script}")


def test_a_question_to_nobody_says_what_is_wrong(visit):
    officer = visit()
    code = receive(officer, "Trần Thị Không Ai (hư cấu)")
    officer.go(f"/dossiers/{code}/consultations")
    main(officer).get_by_label("Nội dung cần ý kiến").fill(QUESTION)
    main(officer).get_by_role("button", name="Gửi câu hỏi").focus()
    officer.page.keyboard.press("Enter")
    assert "Hãy chọn ít nhất một nơi để hỏi." in main(officer).get_by_role("alert").inner_text()
    assert main(officer).get_by_label("Nội dung cần ý kiến").input_value() == QUESTION
    officer.check("consultation-refused")
