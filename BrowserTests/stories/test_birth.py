"""A birth is filed from home and followed until flowers are at the door: all by one citizen who never goes out."""

import re

import pytest

from stories.hands import open_as_holder, press, record, walk
from stories.test_filing import file_birth
from stories.test_main_job import PASSWORD, main
from stories.test_tracking import ask

DIGITS = "5678"
SATURDAY = "2017-08-05"


def accept(clerk, code, child):
    """The counter takes the filing in; the code of the dossier."""
    clerk.sign_in("mc.bode", PASSWORD)
    clerk.go(f"/filings/{code}")
    assert child in main(clerk).inner_text()
    press(clerk, "Tiếp nhận hồ sơ")
    return re.search(r"BD-\d{6}-\d{4}", main(clerk).inner_text()).group(0)


def wish_for_saturday(citizen, code):
    page = ask(citizen, code, DIGITS)
    page.get_by_text("Yêu cầu trả tại nhà").click()
    page.get_by_label("Họ tên người nhận").fill("Nguyễn Trần Hoàng Phương Thảo Nguyên (hư cấu)")
    page.get_by_label("Số điện thoại người nhận").fill("0912 345 678")
    page.get_by_label("Địa chỉ nhận").fill(
        "Căn hộ 1204, tòa nhà B3, khu đô thị Minh Họa, ngách 12/34 ngõ 567, phường Bồ Đề")
    page.get_by_role("radio", name="Cán bộ của cơ quan").check()
    slots = page.get_by_label("Giờ mong muốn")
    days = [option.get_attribute("value") for option in slots.locator("option").all()]
    slots.select_option(next(day for day in days if day and day.startswith(SATURDAY)))
    page.get_by_role("button", name="Gửi yêu cầu").click()
    assert "Chờ xếp lịch" in main(citizen).inner_text()


def schedule(clerk, code, picture):
    clerk.go(f"/deliveries/{code}")
    page = main(clerk)
    assert "Nguyễn Trần Hoàng Phương Thảo Nguyên" in page.inner_text()
    slots = page.get_by_label("Giờ hẹn")
    days = [option.get_attribute("value") for option in slots.locator("option").all()]
    slots.select_option(next(day for day in days if day.startswith(SATURDAY)))
    carrier = page.get_by_label("Người mang")
    own = clerk.page.locator(".me a").inner_text()
    carrier.select_option(label=own)
    clerk.check(f"birth-schedule-{picture}")
    press(clerk, "Xếp lịch trả")


def until_saturday(clerk):
    for _ in range(7):
        clerk.go("/clock")
        if "05/08/2017" in clerk.page.locator("body").inner_text().split("Chỉnh giờ")[0]:
            return
        press(clerk, "Tiến 1 ngày")
    raise AssertionError("Saturday does not come")


def hand_over(phone, code, door, picture):
    phone.sign_in("mc.bode", PASSWORD)
    phone.go("/deliveries/route")
    text = main(phone).inner_text()
    assert "Căn hộ 1204" in text and "kèm hoa và thiệp" in text, text[:1500]
    phone.check(f"birth-route-{picture}")
    main(phone).locator(f"a[href='/deliveries/{code}']").click()
    press(phone, "Bắt đầu mang đi")
    page = main(phone)
    page.get_by_role("checkbox", name="Đã đối chiếu").check()
    page.get_by_role("checkbox", name="Đã xem giấy tiếp nhận").check()
    page.get_by_label("Mã nhận của người dân").fill(door)
    page.get_by_role("checkbox", name="Đã tặng hoa").check()
    phone.check(f"birth-door-{picture}")
    press(phone, "Đã trao kết quả")
    assert "đúng mã nhận" in main(phone).inner_text()


def rate(citizen, code, picture):
    page = ask(citizen, code, DIGITS)
    text = page.inner_text()
    assert "Đã trả" in text, text[:1500]
    citizen.check(f"birth-delivered-{picture}")
    for group in page.get_by_role("group").all():
        levels = group.get_by_role("radio", name="Hài lòng", exact=True)
        if levels.count():
            levels.check()
    press(citizen, "Gửi đánh giá")
    assert "Đã nhận đánh giá" in main(citizen).inner_text()
    citizen.check(f"birth-rated-{picture}")


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_from_home_to_flowers_at_the_door(visit_alone, script, width):
    visit = visit_alone
    child = f"Nguyễn Trần Hoàng Bảo Khánh Linh {width} (hư cấu)"
    citizen = visit(script=script, width=width)
    filing = file_birth(citizen, child)
    told = ask(citizen, filing, DIGITS).inner_text()
    assert "Chờ cơ quan xem" in told or "Chờ" in told, told[:800]

    clerk = visit(script=script)
    code = accept(clerk, filing, child)
    walk(visit, clerk, code, lambda told: told["status"] == "resultReady", script)
    if record(clerk, code)["work"][0].get("receiver"):
        open_as_holder(visit, clerk, code, script)

    wish_for_saturday(citizen, code)
    schedule(clerk, code, width)
    ready = ask(citizen, code, DIGITS).inner_text()
    door = re.search(r"\b\d{3} \d{3}\b", ready[ready.index("Mã nhận kết quả"):]).group(0)
    citizen.check(f"birth-code-{width}")

    until_saturday(clerk)
    hand_over(visit(script=script, width=390), code, door, width)
    rate(citizen, code, width)
    assert record(clerk, code)["status"] == "returned"

    clerk.go("/deliveries/leave?period=2017")
    assert "05/08/2017" in main(clerk).inner_text(), "work on a day off is counted"
    clerk.check(f"birth-leave-{width}")
