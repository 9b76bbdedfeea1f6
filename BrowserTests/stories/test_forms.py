"""Forms as data: questions that come and go, what is wrong said beside it, and the schema for programs."""

import pytest
from jsonschema import Draft202012Validator

from stories.hands import press
from stories.test_main_job import main

SHEETS = ["HN001", "HN044", "HN049"]


def heading(visitor):
    return main(visitor).get_by_role("heading", level=1).inner_text()


def reach(citizen, title, copies="2"):
    """From the start of a birth registration to the question of that title."""
    citizen.go("/file/HN001")
    press(citizen, "Bắt đầu")
    for _ in range(20):
        if heading(citizen) == title:
            return main(citizen)
        page = main(citizen)
        for label, value in [("Chủ hồ sơ", "Vũ Thị Hư Cấu"), ("Điện thoại", "0912345678")]:
            if page.get_by_label(label).count():
                page.get_by_label(label).fill(value)
        if page.get_by_label("Ủy ban nhân dân phường Bồ Đề").count():
            page.get_by_label("Ủy ban nhân dân phường Bồ Đề").check()
        number = page.locator("form.form input[inputmode=decimal]")
        if number.count():
            number.fill(copies)
        press(citizen, "Tiếp tục")
    raise AssertionError(f"the question {title} does not come")


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_a_question_comes_with_the_answer_that_asks_for_it(visit, script, width):
    citizen = visit(script=script, width=width)
    page = reach(citizen, "Nơi nhận bản sao")
    citizen.check(f"forms-address-{width}")
    page.get_by_label("Số nhà, đường, tổ, thôn").fill("Số 2, phố Minh Họa")
    press(citizen, "Tiếp tục")
    page = main(citizen)
    assert "phường, xã" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("Số nhà, đường, tổ, thôn").input_value() == "Số 2, phố Minh Họa"
    citizen.check(f"forms-mistake-{width}")
    page.get_by_role("alert").get_by_role("link").click()
    page.get_by_label("Phường, xã").fill("Phường Bồ Đề")
    press(citizen, "Tiếp tục")
    assert heading(citizen) == "Xác nhận của người đi khai"
    assert "không phải chữ ký số" in main(citizen).inner_text()
    citizen.check(f"forms-signature-{width}")


def test_without_copies_nobody_asks_where_to_send_them(visit):
    citizen = visit(script=False)
    reach(citizen, "Xác nhận của người đi khai", copies="0")
    citizen.go("/file/HN001/field.noi_gui_ban_sao")
    assert heading(citizen) != "Nơi nhận bản sao"


@pytest.mark.parametrize("code", SHEETS)
def test_the_schema_is_one(visit, code):
    answer = visit().page.request.get(f"/procedures/{code}/form.schema.json")
    assert answer.status == 200 and "schema+json" in answer.headers["content-type"]
    schema = answer.json()
    Draft202012Validator.check_schema(schema)
    assert Draft202012Validator(schema).is_valid({})
    assert all(part["title"] for part in schema["properties"].values())
    again = visit().page.request.get(
        f"/procedures/{code}/form.schema.json", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status == 304


def test_the_schema_knows_what_the_form_asks(visit):
    schema = visit().page.request.get("/procedures/HN044/form.schema.json").json()
    check = Draft202012Validator(schema).is_valid
    alone = {"chu_the": "Cá nhân", "von": 50_000_000}
    assert check(alone)
    assert not check({**alone, "von": "năm mươi triệu"})
    assert not check({**alone, "chu_the": "Công ty"})
    several = {**alone, "chu_the": "Nhóm người"}
    assert check({**several, "thanh_vien": [{"ho_ten": "Vũ Thị Hư Cấu", "von_gop": 1}]})
    assert not check({**several, "thanh_vien": [{"ho_ten": "Vũ Thị Hư Cấu"}]})
    assert check({**alone, "thanh_vien": "không ai hỏi"})
