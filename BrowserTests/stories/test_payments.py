"""A fee is asked after intake, paid by VietQR, found on the bank's statement, and settled."""

import re
from urllib.parse import quote

import pytest

from harness.codes import codes_on
from stories.test_main_job import PASSWORD, main, receive


def set_account(visit, clerk):
    """An administrator says where citizens transfer to, and tries the code."""
    clerk.go("/payments")
    link = main(clerk).get_by_role("link", name="Tài khoản nhận chuyển khoản")
    address = link.get_attribute("href")
    administrator = visit()
    administrator.sign_in("quantri", PASSWORD)
    administrator.go(address)
    page = main(administrator)
    page.get_by_label("Mã ngân hàng (BIN)").fill("970436")
    page.get_by_label("Số tài khoản").fill("123 456 789")
    page.get_by_label("Chủ tài khoản").fill("ubnd phuong bo de")
    page.get_by_role("button", name="Đặt tài khoản").click()
    assert "UBND PHUONG BO DE" in main(administrator).inner_text()
    [trial] = codes_on(administrator)
    assert trial.startswith("000201010211") and "0109123456789" in trial, trial
    administrator.check("payment-account")


def settled(clerk):
    """The sum of the quarter, in đồng: the largest amount of the page."""
    clerk.go("/payments/settlement")
    sums = re.findall(r"([\d.]+)\sđồng", main(clerk).inner_text())
    return max((int(amount.replace(".", "")) for amount in sums), default=0)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_fee_is_paid_by_transfer(visit, script):
    reader = visit()
    code = receive(reader, "Trần Bé Phí (hư cấu)")
    [tracking] = codes_on(reader)
    assert tracking == f"{reader.address}/track?code={quote(code)}", tracking
    set_account(visit, reader)

    clerk = visit(script=script)
    clerk.sign_in("mc.bode", PASSWORD)
    clerk.go(f"/dossiers/{code}")
    main(clerk).get_by_role("link", name="Thu, hoàn phí").click()
    page = main(clerk)
    page.get_by_label("Số tiền").fill("8.000")
    page.get_by_label("Lý do").fill("Bản sao trích lục")
    clerk.check("payment-ask")
    page.get_by_role("button", name="Yêu cầu nộp phí").click()
    assert "Phải nộp 8.000 đồng" in main(clerk).inner_text()
    clerk.check("payment-waiting")

    purpose = re.sub(r"[^A-Z0-9]", "", code.upper())
    reader.go(f"/dossiers/{code}/payments")
    [transfer] = codes_on(reader)
    assert "54048000" in transfer and purpose in transfer, transfer
    reader.go(f"/dossiers/{code}/receipt")
    assert len(codes_on(reader)) == 2
    reader.check("receipt-with-codes")
    reader.go(f"/dossiers/{code}/slip")
    found = codes_on(reader)
    assert tracking in found and len(found) == 2, found
    # The other leads to the comparison of the sheet with the ledger.
    stamp = next(text for text in found if text != tracking)
    assert f"/dossiers/{quote(code)}/slip/check?version=" in stamp, stamp
    reader.go(stamp.removeprefix(reader.address))
    assert "Phiếu khớp sổ" in main(reader).inner_text()
    reader.check("slip-checked")
    reader.check("slip-with-code")
    reader.go(f"/dossiers/{code}")
    reader.check("dossier-with-payment")

    before = settled(clerk)
    clerk.go("/payments/statement")
    day = main(clerk).page.locator("body").inner_text()
    today = re.search(r"\d\d/\d\d/\d{4}", day).group(0)
    main(clerk).get_by_label("Nội dung sao kê").fill(
        "Ngày giao dịch\tGhi có\tDiễn giải\tSố tham chiếu\n"
        f"{today}\t8.000\tMBVCB.1234 {purpose} nop phi\tFT1\n"
        f"{today}\t5.000\tchuyen tien\tFT2\n"
    )
    main(clerk).get_by_role("button", name="Đối chiếu").click()
    assert "Không rõ hồ sơ" in main(clerk).inner_text()
    clerk.check("payment-statement")
    main(clerk).get_by_role("button", name="Ghi nhận 1 khoản đã khớp").click()
    assert "Đã ghi nhận 1 khoản, 8.000 đồng." in main(clerk).inner_text()
    clerk.check("payment-recorded")
    clerk.go("/payments")
    assert code in main(clerk).inner_text()
    clerk.check("payment-list")
    # The office is shared: others have paid into it.
    assert settled(clerk) == before + 8_000
    clerk.check("payment-settlement")
    clerk.go(f"/dossiers/{code}/payments")
    assert "FT1" in main(clerk).inner_text()
    clerk.check("payment-paid")
