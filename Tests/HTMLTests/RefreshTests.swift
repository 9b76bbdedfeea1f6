// A page that loads itself anew, and only where no script runs.

import HTML
import Testing

@Suite struct `A page that loads itself anew` {
    @Test(arguments: [(10, "10"), (1, "1"), (0, "1"), (-5, "1"), (3_600, "3600")])
    func `says so to browsers without scripts alone`(_ seconds: Int, _ content: String) {
        let written = String(decoding: refreshWithoutScript(seconds: seconds).bytes, as: UTF8.self)
        #expect(
            written
                == "<noscript><meta http-equiv=\"refresh\" content=\"\(content)\"></noscript>")
    }

    @Test func `stands in the head`() {
        let page = document(lang: "vi", title: "Màn hình") {
            refreshWithoutScript(seconds: 10)
        } body: {
            p { "Số 012" }
        }
        let text = String(decoding: page.bytes, as: UTF8.self)
        let refresh = text.firstRange(of: "<noscript>")?.lowerBound
        let end = text.firstRange(of: "</head>")?.lowerBound
        #expect(refresh != nil && end != nil)
        if let refresh, let end { #expect(refresh < end) }
    }
}
