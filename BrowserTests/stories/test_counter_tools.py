"""Tools of the counter: many dossiers handed over at once, one entered later, the register, the kit."""

import re

import pytest

from stories.test_main_job import PASSWORD, fill_required, main, receive

BIRTH = "HN001"


def press(visitor, name):
    main(visitor).get_by_role("button", name=name).first.click()


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_dossiers_are_handed_over_with_one_sheet(visit, script, width):
    officer = visit(script=script, width=width)
    code = receive(officer, f"Trần Bé Bàn Giao {width} (hư cấu)")
    officer.go("/handovers")
    page = main(officer)
    assert code in page.inner_text(), page.inner_text()[:800]
    officer.check(f"handovers-{width}")
    form = page.locator("form", has_text=code)
    form.locator(f"input[value^='{code}/']").check()
    form.get_by_role("button", name="Xem lại trước khi bàn giao").click()
    assert "Bàn giao 1 hồ sơ" in main(officer).inner_text()
    officer.check(f"handover-preview-{width}")
    press(officer, "Bàn giao 1 hồ sơ")
    assert "Đã bàn giao 1 trên 1 hồ sơ." in main(officer).inner_text()
    officer.check(f"handover-done-{width}")
    main(officer).get_by_role("link", name=re.compile("Mở bảng kê BG-")).click()
    sheet = main(officer).inner_text()
    assert "BẢNG KÊ BÀN GIAO HỒ SƠ" in sheet and code in sheet
    number = re.search(r"BG-[^ \n]+", sheet).group(0)
    officer.check(f"handover-sheet-{width}")

    specialist = visit(script=script, width=width)
    specialist.sign_in("ht.bode", PASSWORD)
    specialist.go("/handovers")
    page = main(specialist)
    assert code in page.inner_text(), "the specialist does not find what was handed over"
    form = page.locator("form", has_text=code)
    form.locator(f"input[value^='{code}/']").check()
    form.get_by_role("button", name="Xem lại trước khi bàn giao").click()
    press(specialist, "Nhận 1 hồ sơ")
    assert "Đã bàn giao 1 trên 1 hồ sơ." in main(specialist).inner_text()
    specialist.go("/handovers/sheets")
    assert number in main(specialist).inner_text()
    specialist.go(f"/dossiers/{code}")
    assert "Hoàn thành và chuyển tiếp" in main(specialist).inner_text()


def the_same_paper_is_entered_once(officer, today, paper, code, script):
    officer.go(f"/counter/{BIRTH}")
    page = main(officer)
    page.get_by_label("Chủ hồ sơ", exact=True).fill("Lê Bé Nhập Hai Lần (hư cấu)")
    page.locator("[name^='paper.']").first.check()
    fill_required(page)
    page.get_by_text("Nhập sau: hồ sơ đã nhận trên giấy").click()
    page.get_by_label("Ngày nhận trên giấy").fill(today)
    page.get_by_label("Giờ nhận trên giấy").fill("00:01")
    page.get_by_label("Lý do nhập sau").fill("Mất điện (minh họa)")
    page.get_by_label("Số phiếu giấy").fill(paper.lower())
    press(officer, "Tiếp nhận và in giấy hẹn")
    assert f"đã nhập thành hồ sơ {code}" in main(officer).inner_text()
    officer.check(f"late-paper-twice-{script}")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_dossier_on_paper_is_entered_later(visit, script):
    officer = visit(script=script)
    officer.sign_in("mc.bode", PASSWORD)
    officer.go("/counter/offline-kit")
    assert "KHỐI SỐ PHIẾU GIẤY" in main(officer).inner_text()
    today = main(officer).get_by_label("Ngày dùng").input_value()
    officer.check(f"kit-{script}")

    officer.go(f"/counter/{BIRTH}")
    page = main(officer)
    page.get_by_label("Chủ hồ sơ", exact=True).fill("Lê Bé Nhập Sau (hư cấu)")
    page.locator("[name^='paper.']").first.check()
    fill_required(page)
    page.get_by_text("Nhập sau: hồ sơ đã nhận trên giấy").click()
    page.get_by_label("Ngày nhận trên giấy").fill(today)
    page.get_by_label("Giờ nhận trên giấy").fill("00:01")
    press(officer, "Tiếp nhận và in giấy hẹn")
    assert "ghi lý do" in main(officer).inner_text(), main(officer).inner_text()[:800]
    officer.check(f"late-refused-{script}")
    main(officer).get_by_label("Lý do nhập sau").fill("Mất điện (minh họa)")
    paper = f"BD-MINH-HOA-{script}"
    main(officer).get_by_label("Số phiếu giấy").fill(paper)
    press(officer, "Tiếp nhận và in giấy hẹn")
    receipt = main(officer).inner_text()
    assert "nhập sau lúc" in receipt and "Mất điện (minh họa)" in receipt
    assert paper in receipt
    code = re.search(r"[^ \n/]+-\d{6}-\d{4}", receipt).group(0)
    officer.check(f"late-receipt-{script}")
    the_same_paper_is_entered_once(officer, today, paper, code, script)

    officer.go(f"/registers?from={today}&to={today}")
    register = main(officer).inner_text()
    assert "SỔ THEO DÕI HỒ SƠ" in register and "Lê Bé Nhập Sau" in register
    assert "nhập sau lúc" in register
    officer.check(f"register-{script}")


def test_tools_fit_a_narrow_phone(visit):
    officer = visit(width=320)
    officer.sign_in("mc.bode", PASSWORD)
    for path in ["/handovers", "/handovers/sheets", "/registers", "/counter/offline-kit"]:
        officer.check_fit(path)


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_somebody_who_was_here_before_is_not_typed_again(visit, script, width):
    officer = visit(script=script, width=width)
    name = f"Trần Thị Quay Lại {width} (hư cấu)"
    code = receive(officer, name)
    officer.go(f"/dossiers/{code}")
    main(officer).get_by_role("link", name="Hồ sơ mới của người này").click()
    main(officer).get_by_role("link", name="Đăng ký khai sinh", exact=True).first.click()
    page = main(officer)
    assert page.get_by_label("Mã hồ sơ trước").input_value() == code
    assert page.get_by_label("Chủ hồ sơ", exact=True).input_value() == "", "not before the consent"
    press(officer, "Dùng lại thông tin")
    page = main(officer)
    assert "đánh dấu ô đồng ý" in page.inner_text()
    officer.check(f"counter-copy-refused-{width}")
    page.get_by_label("đồng ý dùng lại thông tin").check()
    press(officer, "Dùng lại thông tin")
    page = main(officer)
    assert f"Đã lấy thông tin chủ hồ sơ từ {code}." in page.inner_text()
    assert page.get_by_label("Chủ hồ sơ", exact=True).input_value() == name
    assert page.get_by_label("Điện thoại").first.input_value() == "0900 000 218"
    officer.check(f"counter-copied-{width}")
    page.locator("[name^='paper.']").first.check()
    fill_required(page)
    press(officer, "Tiếp nhận và in giấy hẹn")
    receipt = main(officer).inner_text()
    assert name in receipt and code not in receipt
