// Whole pages: what always stands in the head, and that nothing can run inline.

import HTML
import Testing

@Suite struct `Whole documents` {
    @Test func `type, language, character set, width and title are always there`() {
        let page = document(lang: "vi", title: "Việc <8>") { h1 { "Việc" } }
        #expect(
            page.string == """
                <!doctype html>
                <html lang="vi"><head><meta charset="utf-8">\
                <meta name="viewport" content="width=device-width, initial-scale=1">\
                <title>Việc &lt;8&gt;</title></head><body><h1>Việc</h1></body></html>

                """)
    }

    @Test func `files of the site are named in the head`() {
        let page = document(lang: "en", title: "a", bodyClass: "ona5") {
            icon("/assets/mark.svg")
            styleSheet("/assets/a.css")
            script("/assets/a.js")
            meta(name: "robots", content: "noindex, \"x\"")
        } body: {
            p { "x" }
        }
        #expect(
            page.string.contains(
                """
                <title>a</title><link rel="icon" href="/assets/mark.svg" type="image/svg+xml">\
                <link rel="stylesheet" href="/assets/a.css"><script src="/assets/a.js" defer>\
                </script><meta name="robots" content="noindex, &quot;x&quot;"></head>\
                <body class="ona5"><p>x</p></body>
                """))
    }

    @Test func `the character set stands within the first kilobyte however long the title`() {
        let page = document(
            lang: "vi", title: String(repeating: "ệ", count: 5000), body: HTML.empty)
        let start = String(decoding: page.bytes.prefix(1024), as: UTF8.self)
        #expect(start.contains("<meta charset=\"utf-8\">"))
    }

    @Test func `a page is valid UTF-8`() {
        let page = document(lang: "vi", title: "Ễ") { for text in hostileTexts { p { text } } }
        #expect(String(validating: page.bytes, as: UTF8.self) != nil)
    }
}

@Suite struct `Drawings` {
    @Test func `the mark of the product`() {
        let mark = SVG.svg(.viewBox("0 0 44 20"), .aria("hidden", "true"), .focusable("false")) {
            SVG.path(.d("M8 10h26"), .stroke("currentColor"), .strokeWidth(3))
            SVG.circle(.cx(34), .cy(10), .r(6.5), .class("dot"))
        }
        #expect(
            mark.string == """
                <svg viewBox="0 0 44 20" aria-hidden="true" focusable="false">\
                <path d="M8 10h26" stroke="currentColor" stroke-width="3"></path>\
                <circle cx="34" cy="10" r="6.5" class="dot"></circle></svg>
                """)
    }

    @Test func `names and descriptions are text`() {
        let drawing = SVG.svg(.role("img"), .aria("labelledby", "t d")) {
            SVG.title(.id("t")) { "Sơ đồ <1>" }
            SVG.desc(.id("d")) { "Tám bước" }
            SVG.defs { SVG.marker(.id("m"), .orient("auto"), .refX(8), .markerWidth(8)) { "" } }
            SVG.g(.class("b"), .transform("translate(2 3)")) {
                SVG.text(.x(1), .y(2.25), .textAnchor("middle")) { SVG.tspan(.dy(12)) { "a&b" } }
            }
            SVG.line(.x1(0), .y1(0), .x2(9), .y2(9), .markerEnd("url(#m)"))
            SVG.polyline(.points("0,0 1,1"))
            SVG.polygon(.points("0,0 1,1 2,0"))
            SVG.a(.href("/x")) { SVG.rect(.x(0), .y(0), .width(2), .height(3), .rx(1)) }
        }
        #expect(
            drawing.string == """
                <svg role="img" aria-labelledby="t d"><title id="t">Sơ đồ &lt;1&gt;</title>\
                <desc id="d">Tám bước</desc><defs><marker id="m" orient="auto" refX="8" \
                markerWidth="8"></marker></defs><g class="b" transform="translate(2 3)">\
                <text x="1" y="2.25" text-anchor="middle"><tspan dy="12">a&amp;b</tspan></text>\
                </g><line x1="0" y1="0" x2="9" y2="9" marker-end="url(#m)"></line>\
                <polyline points="0,0 1,1"></polyline><polygon points="0,0 1,1 2,0"></polygon>\
                <a href="/x"><rect x="0" y="0" width="2" height="3" rx="1"></rect></a></svg>
                """)
    }

    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (1, "1"), (1.5, "1.5"), (1.25, "1.25"), (1.05, "1.05"),
        (0.004, "0"), (0.006, "0.01"), (-0.25, "-0.25"), (-3, "-3"), (1.999, "2"),
        (-0.001, "0"), (119.4, "119.4"), (1e12, "0"), (.infinity, "0"), (.nan, "0"),
        (99_999.995, "100000"),
    ])
    func `numbers have two decimals at most`(_ number: Double, _ expected: String) {
        #expect(SVG.digits(of: number) == expected)
    }
}
