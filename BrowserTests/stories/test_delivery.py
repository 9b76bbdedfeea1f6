"""A result is asked home on /track, scheduled, found on the route and handed over with the code."""

import re

import pytest

from stories.test_main_job import PASSWORD, complete, main, receive
from stories.test_tracking import DIGITS, ask, handle


def request(citizen, code, picture):
    """The citizen asks for it, with flowers."""
    page = ask(citizen, code, DIGITS)
    page.get_by_text("Yêu cầu trả tại nhà").click()
    page.get_by_label("Họ tên người nhận").fill("Trần Thị Nhận (hư cấu)")
    page.get_by_label("Số điện thoại người nhận").fill("0900 000 218")
    page.get_by_label("Địa chỉ nhận").fill("Số 12, ngõ 5, phố Minh Họa, phường Bồ Đề")
    page.get_by_role("radio", name="Cán bộ của cơ quan").check()
    page.get_by_label("Giờ mong muốn").select_option(index=1)
    assert page.get_by_role("checkbox", name="Hoa và thiệp").is_checked()
    citizen.check(f"delivery-ask-{picture}")
    page.get_by_role("button", name="Gửi yêu cầu").click()
    text = main(citizen).inner_text()
    assert "Chờ xếp lịch" in text and "Trần Thị Nhận" not in text, text[:1500]
    citizen.check(f"delivery-asked-{picture}")


def schedule(officer, code, picture):
    """The clerk carries it today, in the first slot there is, and returns the slot's day."""
    officer.go(f"/dossiers/{code}")
    main(officer).get_by_role("link", name="Mở việc trả tại nhà").click()
    page = main(officer)
    assert "Trần Thị Nhận (hư cấu)" in page.inner_text()
    page.get_by_label("Giờ hẹn").select_option(index=0)
    carrier = page.get_by_label("Người mang")
    name = next(o for o in carrier.locator("option").all_inner_texts() if o.strip())
    own = officer.page.locator(".me a").inner_text()
    names = carrier.locator("option").all_inner_texts()
    carrier.select_option(label=own if own in names else name)
    officer.check(f"delivery-schedule-{picture}")
    page.get_by_role("button", name="Xếp lịch trả").click()
    return main(officer).locator("time").first.get_attribute("datetime")[:10]


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_a_result_is_brought_home(visit, script, width):
    officer = visit(script=script)
    code = receive(officer, f"Trần Bé {'Hoa' if script else 'Thiệp'} (hư cấu)")
    citizen = visit(script=script, width=width)
    request(citizen, code, script)
    handle(visit, code, officer, script)
    officer.go(f"/dossiers/{code}")
    accept = main(officer).get_by_role("button", name="Nhận bàn giao")
    if accept.count():
        accept.click()
    day = schedule(officer, code, script)

    ready = ask(citizen, code, DIGITS)
    door = re.search(r"\b\d{3} \d{3}\b", ready.locator("#delivery ~ .appoint").inner_text()).group(0)
    assert "Mã nhận kết quả" in ready.inner_text()
    citizen.check(f"delivery-code-{script}")

    phone = visit(script=script, width=390)
    phone.sign_in("mc.bode", PASSWORD)
    assert "Mang kết quả đến nhà" in main(phone).inner_text()
    phone.go(f"/deliveries/route?day={day}")
    text = main(phone).inner_text()
    assert "Số 12, ngõ 5, phố Minh Họa" in text and "kèm hoa và thiệp" in text, text[:1500]
    phone.check(f"delivery-route-{script}")
    main(phone).locator(f"a[href='/deliveries/{code}']").click()
    main(phone).get_by_role("button", name="Bắt đầu mang đi").click()

    page = main(phone)
    page.get_by_role("checkbox", name="Đã đối chiếu").check()
    page.get_by_role("checkbox", name="Đã xem giấy tiếp nhận").check()
    page.get_by_label("Mã nhận của người dân").fill("000 000" if door != "000 000" else "111 111")
    page.get_by_role("button", name="Đã trao kết quả").click()
    assert "còn 4 lần thử" in main(phone).inner_text()
    phone.check(f"delivery-wrong-{script}")
    page = main(phone)
    page.get_by_label("Mã nhận của người dân").fill(door)
    page.get_by_role("checkbox", name="Đã tặng hoa").check()
    page.get_by_role("button", name="Đã trao kết quả").click()
    assert "đúng mã nhận" in main(phone).inner_text(), main(phone).inner_text()[:1500]
    phone.check(f"delivery-done-{script}")

    if "hoàn thành bước đó" in main(phone).inner_text():
        complete(officer, code)
    officer.go(f"/dossiers/{code}")
    assert "Đã trả kết quả" in main(officer).inner_text()
    officer.check(f"delivery-dossier-{script}")
    officer.go("/deliveries?standing=delivered")
    assert code in main(officer).inner_text()
    officer.check(f"delivery-list-{script}")


def test_slots_and_roster(visit):
    leader = visit()
    leader.sign_in("ct.bode", PASSWORD)
    leader.go("/deliveries/roster")
    page = main(leader)
    assert "chưa xác nhận" in page.inner_text()
    leader.check("delivery-roster")
    page.get_by_role("button", name="Ghi khung giờ").click()
    assert "chưa xác nhận" not in main(leader).inner_text()
    main(leader).get_by_label("Người mang").select_option(index=1)
    main(leader).get_by_role("button", name="Ghi lịch trực").click()
    leader.check("delivery-roster-set")
    leader.go("/deliveries/leave")
    leader.check("delivery-leave")
