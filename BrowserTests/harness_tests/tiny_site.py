"""A site of a few pages, good and flawed ones, to prove that the harness sees what it must see."""

import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

PAGE = """<!doctype html><html lang="vi"><head><title>Thử</title>
<meta name="viewport" content="width=device-width"></head>
<body><main><h1>{title}</h1>{body}</main></body></html>"""

FORM = """<form method="post" action="/sign-in">
<label for="name">Tên đăng nhập</label><input id="name" name="name">
<label for="password">Mật khẩu</label><input id="password" name="password" type="password">
<button>Đăng nhập</button></form>"""

PAGES = {
    "/": "<p>Không có lỗi.</p>",
    "/sign-in": FORM,
    "/no-alt": '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    "/wide": '<p style="width:600px">Rộng hơn màn hình điện thoại.</p>',
    "/script": '<p id="a">tắt</p><script>document.getElementById("a").textContent="bật"</script>',
    "/script-fails": "<script>missing()</script>",
    "/elsewhere": '<img alt="" src="http://127.0.0.2:9/picture.png">',
    "/broken": "<p>Hỏng.</p>",
}


class TinySite(BaseHTTPRequestHandler):
    def do_GET(self):
        status = 500 if self.path == "/broken" else 200 if self.path in PAGES else 404
        signed_in = "person=lan" in self.headers.get("Cookie", "")
        title = "Chào Lan" if signed_in else "Trang thử"
        self.answer(status, PAGE.format(title=title, body=PAGES.get(self.path, "")))

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        form = parse_qs(self.rfile.read(length).decode())
        if form.get("password") != ["đúng"]:
            self.answer(422, PAGE.format(title="Sai mật khẩu", body=FORM))
            return
        self.send_response(303)
        self.send_header("Set-Cookie", "person=lan; HttpOnly")
        self.send_header("Location", "/")
        self.end_headers()

    def answer(self, status, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if self.path == "/":
            # The strictest policy: the checks must work in spite of it.
            self.send_header("Content-Security-Policy", "default-src 'none'")
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    time.sleep(0.3)  # A real server is not ready at once either.
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), TinySite).serve_forever()
