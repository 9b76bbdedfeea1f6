"""The signing desk: several at once, looked at before, in the place of somebody who is away; and the papers."""

import pytest

from stories.hands import (
    at_unit, holder, open_act, press, print_paper, record, take_in, walk)
from stories.test_main_job import PASSWORD, main

BIRTH = "HN001"
NAMES = [
    "Nguyễn Trần Hoàng Phương Thảo Nguyên (hư cấu)", "Lê An (hư cấu)", "Đặng Trần Bảo Châu (hư cấu)",
]


def stand_in(visit, absent, script):
    """The chairman names a colleague for who is away; the account of the colleague."""
    chairman = visit(script=script)
    chairman.sign_in("ct.bode", PASSWORD)
    unit = chairman.context.request.get(
        f"/people/{absent}", headers={"Accept": "application/json"}).json()
    unit = unit["positions"][0]["unit"]
    chairman.go(f"/organisation/{unit}")
    page = main(chairman)
    away, there = page.locator("select[name=absent]"), page.locator("select[name=substitute]")
    away.select_option(absent)
    others = [option.get_attribute("value") for option in there.locator("option").all()]
    substitute = next(one for one in others if one and one not in (absent, "ct.bode"))
    there.select_option(substitute)
    page.get_by_label("Từ ngày").fill("2017-08-01")
    page.get_by_label("Đến hết ngày").fill("2017-08-31")
    page.get_by_label("Lý do").fill("Đi công tác")
    chairman.check(f"signing-substitute-{script}")
    press(chairman, "Phân công")
    assert "Đi công tác" in main(chairman).inner_text()
    return substitute


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_several_are_signed_in_place_of_somebody(visit_alone, script, width):
    visit = visit_alone
    clerk = visit(script=script)
    clerk.sign_in("mc.bode", PASSWORD)
    codes = [take_in(clerk, None, BIRTH, name) for name in NAMES]
    for code in codes:
        walk(visit, clerk, code, at_unit("Ủy ban nhân dân phường"), script)
    signers = {holder(clerk, code) for code in codes}
    assert len(signers) == 1, signers
    absent = record(clerk, codes[0])["work"][0]["receiver"]["name"]
    substitute = stand_in(visit, signers.pop(), script)

    signer = visit(script=script, width=width)
    signer.sign_in(substitute, PASSWORD)
    signer.go("/signing")
    text = main(signer).inner_text()
    assert all(code in text for code in codes) and "Ký thay" in text, text[:1500]
    signer.check(f"signing-desk-{width}")
    press(signer, "Xem trước khi ký")
    assert main(signer).get_by_role("alert").count() == 1, "nothing was chosen"
    signer.check(f"signing-nothing-{width}")
    for code in codes[:2]:
        main(signer).locator(f"input[name=item][value^='{code}/']").check()
    press(signer, "Xem trước khi ký")
    text = main(signer).inner_text()
    assert "2 việc sẽ được ký" in text and codes[2] not in text, text[:1500]
    signer.check(f"signing-preview-{width}")
    press(signer, "Ký 2 việc")
    assert "Đã ký 2 trên 2 việc" in main(signer).inner_text()
    signer.check(f"signing-done-{width}")

    for code in codes[:2]:
        assert record(clerk, code)["status"] == "resultReady"
    assert record(clerk, codes[2])["status"] == "processing"
    clerk.go(f"/dossiers/{codes[0]}")
    text = main(clerk).inner_text()
    own = signer.page.locator(".me a").text_content()
    assert f"{own} ({absent})" in text, "both names stand there"
    print_paper(
        clerk, f"/dossiers/{codes[0]}/papers/result", "GIẤY BIÊN NHẬN TRẢ KẾT QUẢ",
        f"signing-result-{width}")


def close(clerk, name, reason):
    open_act(clerk, "Từ chối, rút hoặc dừng hồ sơ")
    page = main(clerk)
    page.locator("#end-reason").fill(reason)
    page.get_by_role("button", name=name, exact=True).click()


def test_papers_of_dossiers_that_end_early(visit):
    clerk = visit()
    clerk.sign_in("mc.bode", PASSWORD)
    for name, kind, heading in [
        ("Từ chối giải quyết", "refusal", "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ"),
        ("Dừng giải quyết", "stop", "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ"),
    ]:
        code = take_in(clerk, None, BIRTH, NAMES[0])
        clerk.go(f"/dossiers/{code}")
        close(clerk, name, "Không thuộc thẩm quyền giải quyết của Ủy ban nhân dân phường (hư cấu)")
        print_paper(clerk, f"/dossiers/{code}/papers/{kind}", heading, f"papers-{kind}")
    code = take_in(clerk, None, BIRTH, NAMES[0])
    print_paper(
        clerk, f"/dossiers/{code}/receipt", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "papers-receipt")
    print_paper(clerk, f"/dossiers/{code}/slip", "PHIẾU KIỂM SOÁT", "papers-slip")
