"""The power was cut: a leader declares it, another approves it, and the page of lateness tells whose time it was."""

import csv
import io

import pytest

from stories.hands import open_act, pass_days, press, take_in
from stories.test_main_job import PASSWORD, main

OFFICE = "Ủy ban nhân dân phường Bồ Đề"
CAUSE = "Sự cố đã duyệt"
PERIOD = "/lateness?period=2017-Q3"


def told(reader):
    """The figures as a program reads them."""
    answer = reader.context.request.get(PERIOD, headers={"Accept": "application/json"})
    assert answer.status == 200, answer.status
    return answer.json()


def put_down_to(cause, report):
    return sum(row["minutes"] + row["openMinutes"] for row in report["sums"] if row["cause"] == cause)


def all_minutes(report):
    return sum(row["minutes"] + row["openMinutes"] for row in report["sums"])


def declare(leader, evidence):
    page = main(leader)
    page.get_by_label("Loại sự cố").select_option(label="Mất điện")
    page.get_by_label("Phạm vi").select_option(label="Cả cơ quan")
    page.get_by_label("Đơn vị, cơ quan").select_option(label=OFFICE)
    page.get_by_label("Từ lúc").fill("2017-08-02T08:00")
    page.get_by_label("Đến lúc").fill("2017-08-02T11:00")
    page.locator("#reason").fill("Mất điện toàn phường (hư cấu)")
    page.get_by_label("Căn cứ").fill(evidence)
    press(leader, "Khai sự cố")


def decide(leader, act, reason=""):
    leader.go("/outages")
    open_act(leader, "Quyết định về sự cố 1")
    main(leader).locator("#reason-1").fill(reason)
    press(leader, act)


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_an_outage_is_no_unit_s_time(visit_alone, script, width):
    visit = visit_alone
    chairman = visit(script=script, width=width)
    chairman.sign_in("ct.bode", PASSWORD)
    take_in(visit(script=script), "mc.bode", "HN001", f"Lê Bé Trễ {width} (hư cấu)")
    pass_days(chairman, 2)
    before = told(chairman)
    assert put_down_to("outage", before) == 0 and before["open"], "somebody is late"

    deputy = visit(script=script, width=width)
    deputy.sign_in("pct.bode", PASSWORD)
    deputy.go("/lateness")
    main(deputy).get_by_role("link", name="Sự cố hệ thống, mất điện").click()
    assert "Chưa khai sự cố nào" in main(deputy).inner_text()
    declare(deputy, evidence=" ")
    assert "Hãy ghi căn cứ" in main(deputy).get_by_role("alert").inner_text()
    deputy.check(f"outage-refused-{width}")
    declare(deputy, evidence="Thông báo 12/TB-ĐL (hư cấu)")
    text = main(deputy).inner_text()
    assert "Chờ duyệt" in text and "12/TB-ĐL" in text, text[:800]
    assert told(chairman)["sums"] == before["sums"], "declared alone changes nothing"

    decide(chairman, "Duyệt")
    assert "Đã duyệt" in main(chairman).inner_text()
    chairman.check(f"outages-{width}")
    after = told(chairman)
    assert put_down_to("outage", after) > 0
    assert all_minutes(after) == all_minutes(before), "nobody is less late"
    assert [row["due"] for row in after["open"]] == [row["due"] for row in before["open"]]
    read_by_cause(chairman, after, width)

    decide(chairman, "Rút lại", reason="Khai nhầm giờ (hư cấu)")
    assert "Đã rút lại" in main(chairman).inner_text()
    assert told(chairman)["sums"] == before["sums"]


def read_by_cause(leader, report, width):
    """The page, the dossiers behind one line of it, one of them, and the file."""
    leader.go(PERIOD)
    leader.check(f"lateness-{width}")
    main(leader).get_by_role("link", name=CAUSE, exact=True).first.click()
    assert f"Chỉ hồ sơ có phần: {CAUSE}." in main(leader).inner_text()
    leader.check(f"lateness-cause-{width}")
    main(leader).locator("table a[href*='#lateness']").first.click()
    part = main(leader).inner_text()
    assert "Trễ hạn do đâu" in part and CAUSE in part, part[:1500]
    leader.check(f"lateness-dossier-{width}")

    leader.go(PERIOD)
    link = main(leader).get_by_role("link", name="Tải danh sách (CSV)").get_attribute("href")
    answer = leader.context.request.get(link)
    assert answer.status == 200 and answer.headers["content-type"].startswith("text/csv")
    head, *rows = csv.reader(io.StringIO(answer.body().decode("utf-8-sig")))
    assert head[:3] == ["Nguyên nhân", "Đơn vị", "Phút làm việc"], head
    assert len(rows) == len(report["sums"])
    late = head.index("Đang quá hạn, phút")
    minutes = sum(int(row[2]) + int(row[late]) for row in rows if row[0] == CAUSE)
    assert minutes == put_down_to("outage", report)
