"""What no browser does: a body of ten gigabytes that never comes, said on a bare line."""

import socket
import time
from urllib.parse import urlsplit

import pytest

from stories.test_main_job import main

TEN_GIGABYTES = 10 * 1024**3


def say(address, path, headers, body):
    """Sends a head and a little of its body; what came back, and after how long the line was closed."""
    place = urlsplit(address)
    lines = [f"POST {path} HTTP/1.1", f"Host: {place.netloc}", *headers, "", ""]
    begun = time.monotonic()
    with socket.create_connection((place.hostname, place.port), timeout=5) as line:
        line.settimeout(10)
        line.sendall("\r\n".join(lines).encode() + body)
        answer = b""
        try:
            while piece := line.recv(65536):
                answer += piece
        except ConnectionResetError:
            pass
    return answer.decode(errors="replace"), time.monotonic() - begun


@pytest.mark.parametrize(
    "kind",
    ["application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x"],
    ids=["form", "JSON", "files"])
@pytest.mark.parametrize("path", ["/petitions/new", "/file/HN001/files", "/track", "/sign-in"])
def test_ten_gigabytes_are_refused_before_they_come(visit, kind, path):
    citizen = visit(width=390)
    citizen.go("/file/HN001")
    main(citizen).get_by_role("button", name="Bắt đầu").click()
    cookies = "; ".join(f"{c['name']}={c['value']}" for c in citizen.context.cookies())
    body = b'--x\r\nContent-Disposition: form-data; name="file.T"; filename="a.pdf"\r\n\r\n%PDF-1.4'
    answer, seconds = say(
        citizen.address, path,
        [f"Cookie: {cookies}", f"Content-Type: {kind}", f"Content-Length: {TEN_GIGABYTES}"], body)
    head = answer.split("\r\n\r\n")[0]
    assert head.startswith("HTTP/1.1 413 "), answer[:300]
    assert "connection: close" in head.lower(), head
    assert "quá lớn" in answer and "</html>" in answer, "the sentence came whole"
    assert seconds < 5, f"closed after {seconds:.1f} s"
    citizen.go("/file/HN001/files")
    assert "a.pdf" not in main(citizen).inner_text(), "nothing of it was kept"


def test_the_next_one_is_answered(visit):
    citizen = visit()
    for _ in range(20):
        say(citizen.address, "/petitions/new", [f"Content-Length: {TEN_GIGABYTES}"], b"kind=idea")
    citizen.go("/petitions/new")
    assert "Gửi phản ánh" in main(citizen).inner_text()


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "application/json"])
def test_a_body_without_length_or_end_is_cut_off(visit, kind):
    citizen = visit()
    place = urlsplit(citizen.address)
    head = "\r\n".join([
        "POST /petitions/new HTTP/1.1", f"Host: {place.netloc}", f"Content-Type: {kind}",
        "Transfer-Encoding: chunked", "", ""])
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    sent = 0
    with socket.create_connection((place.hostname, place.port), timeout=10) as line:
        line.sendall(head.encode())
        with pytest.raises(OSError):
            while sent < 1024 * len(chunk):
                line.sendall(chunk)
                sent += len(chunk)
    # The kernel takes a few megabytes more than the office reads.
    assert 1024**2 < sent < 32 * 1024**2, f"cut off after {sent} bytes"
    citizen.go("/petitions/new")
    assert "Gửi phản ánh" in main(citizen).inner_text()
