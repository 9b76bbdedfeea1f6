"""A leader lets somebody of the office sign in one field until a day; the dossier names both; then it is revoked."""

import pytest

from stories.hands import at_unit, holder, open_act, press, record, take_in, walk
from stories.test_main_job import PASSWORD, main

BIRTH = "HN001"
FIELD = "Hộ tịch"
DELEGATE = "vp.bode"
DOCUMENT = "05/UQ-UBND (hư cấu)"


def give(leader, document):
    page = main(leader)
    page.get_by_label("Người được giao").select_option(DELEGATE)
    page.get_by_label("Hình thức ký").select_option("authorisation")
    page.get_by_label("Từ ngày").fill("2017-08-01")
    page.get_by_label("Đến hết ngày").fill("2017-08-31")
    page.get_by_label("Số văn bản ủy quyền").fill(document)
    page.get_by_role("checkbox", name=FIELD, exact=True).check()
    press(leader, "Giao ký")


def sign(delegate, code, width):
    delegate.go("/signing")
    text = main(delegate).inner_text()
    assert "theo ủy quyền" in text and f"văn bản {DOCUMENT}" in text, text[:1500]
    delegate.check(f"delegation-desk-{width}")
    main(delegate).locator(f"input[name=item][value^='{code}/']").check()
    press(delegate, "Xem trước khi ký")
    press(delegate, "Ký 1 việc")
    assert "Đã ký 1 trên 1 việc" in main(delegate).inner_text()


def own_name(visitor):
    return visitor.page.locator(".me a").text_content()


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_a_field_is_delegated_until_a_day(visit_alone, script, width):
    visit = visit_alone
    clerk = visit(script=script)
    clerk.sign_in("mc.bode", PASSWORD)
    codes = [take_in(clerk, None, BIRTH, f"Lê Bé Ký {number} (hư cấu)") for number in (1, 2)]
    for code in codes:
        walk(visit, clerk, code, at_unit("Ủy ban nhân dân phường"), script)
    signers = {holder(clerk, code) for code in codes}
    assert len(signers) == 1, signers

    leader = visit(script=script, width=width)
    leader.sign_in(signers.pop(), PASSWORD)
    leader.go("/signing")
    main(leader).get_by_role("link", name="Ủy quyền ký").click()
    assert "Cơ quan chưa có ủy quyền ký nào" in main(leader).inner_text()
    give(leader, document=" ")
    assert "Hãy ghi số văn bản ủy quyền." in main(leader).get_by_role("alert").inner_text()
    leader.check(f"delegation-refused-{width}")
    give(leader, DOCUMENT)
    text = main(leader).inner_text()
    assert "Đang có hiệu lực" in text and FIELD in text and "31/08/2017" in text, text[:1500]
    leader.check(f"delegations-{width}")

    delegate = visit(script=script, width=width)
    delegate.sign_in(DELEGATE, PASSWORD)
    sign(delegate, codes[0], width)
    assert record(clerk, codes[0])["status"] == "resultReady"
    clerk.go(f"/dossiers/{codes[0]}")
    text = main(clerk).inner_text()
    assert f"{own_name(delegate)} ({own_name(leader)}, TUQ. {DOCUMENT})" in text, "both names"
    clerk.check(f"delegation-dossier-{width}")

    revoke(leader, width)
    delegate.go("/signing")
    assert codes[1] not in main(delegate).inner_text(), "nothing is left to sign"
    leader.go("/signing")
    assert codes[1] in main(leader).inner_text(), "it waits for the leader as before"


def revoke(leader, width):
    leader.go("/delegations")
    open_act(leader, "Thu hồi ủy quyền 1")
    main(leader).locator("#reason-1").fill(" ")
    press(leader, "Thu hồi")
    assert "Hãy ghi lý do thu hồi." in main(leader).get_by_role("alert").inner_text()
    open_act(leader, "Thu hồi ủy quyền 1")
    main(leader).locator("#reason-1").fill("Đã đi công tác về (hư cấu)")
    press(leader, "Thu hồi")
    text = main(leader).inner_text()
    assert "Đã thu hồi" in text and "Đã đi công tác về" in text, text[:1500]
    leader.check(f"delegation-revoked-{width}")


def test_who_leads_nothing_gives_nothing(visit):
    clerk = visit(width=390)
    clerk.sign_in("mc.bode", PASSWORD)
    clerk.go("/delegations")
    assert main(clerk).get_by_role("button", name="Giao ký").count() == 0
    clerk.check("delegations-of-a-clerk")
