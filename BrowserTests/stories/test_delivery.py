"""A result is asked home on /track, scheduled, found on the route and handed over with the code, a
signature or a photo; its fee is set, shown and taken."""

import re
from urllib.parse import urljoin

import pytest

from stories.test_attachments import PHOTO, photo
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


def set_fee(visit):
    """Births cost something when an officer brings them; set once for all stories."""
    leader = visit()
    leader.sign_in("ct.bode", PASSWORD)
    leader.go("/deliveries/fees")
    page = main(leader)
    if "15.000 đồng" in page.inner_text():
        return
    leader.check("delivery-fees")
    page.locator("select[name=process]").select_option(value="HN001")
    page.locator("input[name=amount]").fill("15.000")
    page.locator("input[name=from]").fill("2017-07-01")
    page.locator("input[name=source]").fill("Mức phí hư cấu, chưa xác nhận")
    page.get_by_role("button", name="Ghi mức phí").click()
    assert "đang áp dụng" in main(leader).inner_text(), main(leader).inner_text()[:1500]
    page = main(leader)
    page.locator("input[name=centre]").fill("Quỹ quà mừng khai sinh (hư cấu)")
    page.locator("input[name=cost]").fill("120.000")
    page.get_by_role("button", name="Ghi nguồn chi").click()
    leader.check("delivery-fees-set")


def sign(phone):
    """Draws a name with the mouse, as a finger would."""
    board = main(phone).locator("[data-pad] canvas")
    board.scroll_into_view_if_needed()
    box = board.bounding_box()
    mouse = phone.page.mouse
    for start in (0.2, 0.5):
        mouse.move(box["x"] + box["width"] * start, box["y"] + box["height"] * 0.7)
        mouse.down()
        for step in range(1, 9):
            mouse.move(
                box["x"] + box["width"] * (start + step * 0.025),
                box["y"] + box["height"] * (0.7 - 0.05 * (step % 5)))
        mouse.up()
    kept = board.evaluate("board => board.parentElement.querySelector('input').files.length")
    assert kept == 1, "the signature is in the form"


def open_picture(phone, name):
    """The bytes behind a link to a picture, and their kind."""
    address = main(phone).get_by_role("link", name=name).get_attribute("href")
    answer = phone.page.request.get(urljoin(phone.page.url, address))
    assert answer.ok, answer.status
    return answer.body(), answer.headers["content-type"]


@pytest.mark.parametrize("script", [True, False], ids=["signature", "photo without script"])
def test_the_door_is_proven_by_a_picture(visit, script):
    set_fee(visit)
    officer = visit(script=script)
    code = receive(officer, f"Trần Bé {'Ký' if script else 'Ảnh'} (hư cấu)")
    citizen = visit(script=script, width=390)
    assert "15.000 đồng" in ask(citizen, code, DIGITS).inner_text()
    request(citizen, code, f"door-{script}")
    assert "Xin trả 15.000 đồng" in ask(citizen, code, DIGITS).inner_text()
    handle(visit, code, officer, script)
    officer.go(f"/dossiers/{code}")
    accept = main(officer).get_by_role("button", name="Nhận bàn giao")
    if accept.count():
        accept.click()
    schedule(officer, code, f"door-{script}")

    phone = visit(script=script, width=390)
    phone.sign_in("mc.bode", PASSWORD)
    phone.go(f"/deliveries/{code}")
    main(phone).get_by_role("button", name="Bắt đầu mang đi").click()
    main(phone).get_by_label("Số biên lai").fill("HC-0012")
    main(phone).get_by_role("button", name="Đã thu phí").click()
    assert "đã thu (biên lai HC-0012)" in main(phone).inner_text()

    page = main(phone)
    page.get_by_role("checkbox", name="Đã đối chiếu").check()
    page.get_by_role("checkbox", name="Đã xem giấy tiếp nhận").check()
    page.get_by_role("checkbox", name="Đã tặng hoa").check()
    if script:
        sign(phone)
        page.get_by_role("button", name="Ký lại").click()
        sign(phone)
    else:
        assert not page.locator("[data-pad]").is_visible(), "no pad without the script"
        page.locator("input[name=photo]").set_input_files(PHOTO)
    page.get_by_role("button", name="Đã trao kết quả").click()
    text = main(phone).inner_text()
    assert ("ký nhận" if script else "bằng ảnh") in text, text[:1500]
    phone.check(f"delivery-door-{script}")
    if script:
        body, kind = open_picture(phone, "Mở chữ ký")
        assert kind == "image/png" and body.startswith(b"\x89PNG") and len(body) > 500
    else:
        assert open_picture(phone, "Mở ảnh") == (photo(), "image/png")

    ask(citizen, code, DIGITS)
    words = "Người nhận đã ký nhận." if script else "Có ảnh khi trao."
    text = main(citizen).inner_text()
    assert words in text and "/proof/" not in citizen.page.content(), text[:1500]
    officer.go(f"/dossiers/{code}/payments")
    paid = main(officer).inner_text()
    assert "15.000" in paid and "HC-0012" in paid, paid[:1500]
    officer.go("/deliveries/gifts")
    assert "Quỹ quà mừng khai sinh (hư cấu)" in main(officer).inner_text()
    officer.check(f"delivery-gifts-{script}")


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
