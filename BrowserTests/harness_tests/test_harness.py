"""The harness itself: what it must let pass, and what it must not."""

import smtplib
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from harness.mail import mailbox
from harness.server import ServerFailed, served
from harness.visitor import Visitor

TINY_SITE = Path(__file__).with_name("tiny_site.py")


@pytest.fixture(scope="module")
def site():
    with served(lambda port: [sys.executable, str(TINY_SITE), str(port)]) as address:
        yield address


@pytest.fixture
def open_window(browser, site):
    return lambda **choices: Visitor(browser, site, **choices)


def test_a_good_page_passes_under_a_strict_policy_and_leaves_pictures(
    open_window, tmp_path, monkeypatch
):
    monkeypatch.setenv("ROVIEC_PICTURES", str(tmp_path))
    visitor = open_window()
    visitor.go("/")
    visitor.check("good")
    visitor.leave()
    assert sorted(picture.name for picture in tmp_path.iterdir()) == [
        "good-1280.png",
        "good-390.png",
    ]


def test_a_good_page_passes_without_script(open_window):
    visitor = open_window(script=False, width=390)
    visitor.go("/")
    visitor.check("good")
    visitor.leave()


@pytest.mark.parametrize("script, word", [(True, "bật"), (False, "tắt")])
def test_script_runs_only_where_it_is_on(open_window, script, word):
    visitor = open_window(script=script)
    assert visitor.go("/script").locator("#a").inner_text() == word
    visitor.leave()


@pytest.mark.parametrize("script", [True, False])
def test_a_flaw_of_accessibility_fails_the_check(open_window, script):
    visitor = open_window(script=script)
    visitor.go("/no-alt")
    with pytest.raises(AssertionError, match="image-alt"):
        visitor.check("flawed")


def test_a_page_that_scrolls_sideways_fails_at_telephone_width_only(open_window):
    visitor = open_window()
    visitor.go("/wide")
    with pytest.raises(AssertionError, match="/wide at 390 px:\nwider than 390 px: <p style"):
        visitor.check("wide")


def test_a_person_signs_in_and_is_known_afterwards(open_window):
    visitor = open_window(script=False)
    page = visitor.sign_in("lan", "đúng")
    assert page.get_by_role("heading").inner_text() == "Chào Lan"
    visitor.leave()


def test_a_wrong_password_is_told(open_window):
    visitor = open_window()
    with pytest.raises(AssertionError, match="lan was not let in: Sai mật khẩu"):
        visitor.sign_in("lan", "sai")


def test_windows_do_not_share_cookies(open_window):
    open_window().sign_in("lan", "đúng")
    assert open_window().go("/").get_by_role("heading").inner_text() == "Trang thử"


def test_an_unexpected_status_fails(open_window):
    with pytest.raises(AssertionError, match="/nowhere answered 404, not 200"):
        open_window().go("/nowhere")
    open_window().go("/nowhere", status=404)


@pytest.mark.parametrize(
    "path, fault",
    [
        ("/script-fails", "script failed: missing is not defined"),
        ("/elsewhere", "the page asked another host: http://127.0.0.2:9/picture.png"),
    ],
)
def test_what_goes_wrong_unseen_fails_when_the_visitor_leaves(open_window, path, fault):
    visitor = open_window()
    visitor.go(path)
    with pytest.raises(AssertionError, match=fault):
        visitor.leave()


def test_an_answer_that_is_a_bug_fails_when_the_visitor_leaves(open_window):
    visitor = open_window()
    visitor.go("/broken", status=500)
    with pytest.raises(AssertionError, match="/broken answered 500"):
        visitor.leave()


def test_a_server_that_ends_is_told_with_its_log():
    code = "import sys; print('cổng đã dùng'); sys.exit(3)"
    with pytest.raises(ServerFailed, match="ended with 3\ncổng đã dùng"):
        with served(lambda port: [sys.executable, "-c", code]):
            pass


def test_a_server_that_never_answers_is_told():
    code = "import time; time.sleep(60)"
    with pytest.raises(ServerFailed, match="no answer from http://127.0.0.1:"):
        with served(lambda port: [sys.executable, "-c", code], seconds=0.5):
            pass


def send(box, recipient, subject, text):
    mail = EmailMessage()
    mail["Subject"] = subject
    mail.set_content(text, cte="base64")
    with smtplib.SMTP(box.url.removeprefix("smtp://")) as line:
        line.send_message(mail, "mot-cua@ubnd.example", [recipient])


def test_a_mail_is_read_once_by_its_recipient():
    with mailbox() as box:
        send(box, "lan@example.vn", "Mã xác nhận", "Mã: 123456\n.\nhết")
        send(box, "nam@example.vn", "Mã xác nhận", "Mã: 654321")
        assert box.read("lan@example.vn") == "Mã xác nhận\n\nMã: 123456\n.\nhết\n"
        assert box.texts("lan@example.vn") == []
        assert box.texts("nam@example.vn") == ["Mã xác nhận\n\nMã: 654321\n"]


def test_a_mail_is_found_by_its_words_among_several():
    with mailbox() as box:
        send(box, "lan@example.vn", "Một", "không phải")
        send(box, "lan@example.vn", "Hai", "chính là thư này")
        assert box.read("lan@example.vn", holding="chính là").startswith("Hai\n")
        assert len(box.texts("lan@example.vn")) == 1


def test_a_mail_that_does_not_come_is_told_with_those_that_did():
    with mailbox() as box:
        send(box, "lan@example.vn", "Khác", "thư khác")
        told = "no mail with “mã” to lan@example.vn in 0.2 s, but .*thư khác"
        with pytest.raises(AssertionError, match=told):
            box.read("lan@example.vn", holding="mã", seconds=0.2)
