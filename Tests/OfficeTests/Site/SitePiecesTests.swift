// Pieces of pages: the shapes and class names that the style sheet knows.

import HTML
import Testing

@testable import Office

@Suite struct `Pieces at the top of a page` {
    @Test func `a head without acts has no empty box`() {
        #expect(Piece.head("Việc").string == "<div class=\"head\"><div><h1>Việc</h1></div></div>")
        let full = Piece.head("A") {
            "b"
        } acts: {
            Piece.act("Mở", "/a", .main)
        }
        #expect(
            full.string == """
                <div class="head"><div><h1>A</h1><p>b</p></div>\
                <div class="acts"><a class="btn go" href="/a">Mở</a></div></div>
                """)
    }

    @Test func `the path ends at the page itself`() {
        #expect(
            Piece.crumbs(label: "Đường", [.init("Việc", "/work"), .init("Hồ sơ 43")]).string == """
                <nav class="path" aria-label="Đường"><ol><li><a href="/work">Việc</a></li>\
                <li aria-current="page">Hồ sơ 43</li></ol></nav>
                """)
    }

    @Test func `a part is named by its heading`() {
        let part = Piece.part("Các bước", id: "h", look: .panel, isHeadingHidden: true) { "x" }
        #expect(
            part.string == """
                <section class="section panel" aria-labelledby="h">\
                <h2 id="h" class="vh">Các bước</h2>x</section>
                """)
    }
}

@Suite struct `States` {
    @Test(arguments: Piece.State.allCases)
    func `are a class and always words`(_ state: Piece.State) {
        let name = state == .wasLate ? "was-late" : "\(state)"
        let badge = Piece.state(state, "Quá 1 ngày").string
        #expect(badge == "<span class=\"st \(name)\">Quá 1 ngày</span>")
    }

    @Test func `may have a line beneath`() {
        let badge = Piece.state(.today, "Còn 6 giờ") {
            Piece.moment("17:00", machine: "2019-07-18T17:00")
        }
        #expect(
            badge.string.hasSuffix(
                "<small><time datetime=\"2019-07-18T17:00\">17:00</time></small>"))
    }
}

@Suite struct `Lists of facts and steps` {
    @Test func `facts, pairs and sums share one shape`() {
        let facts = [Piece.Fact("Bước", "5/8"), .init("Hẹn", isTotal: true) { b { "23/07" } }]
        let inside = """
            <div><dt>Bước</dt><dd>5/8</dd></div>\
            <div class="total"><dt>Hẹn</dt><dd><b>23/07</b></dd></div></dl>
            """
        #expect(Piece.facts(facts).string == "<dl class=\"facts\">" + inside)
        #expect(Piece.pairs(facts).string == "<dl class=\"pairs\">" + inside)
        #expect(Piece.tally(facts).string == "<dl class=\"tally\">" + inside)
    }

    @Test func `a figure shows its base and opens its records`() {
        let figure = Piece.Figure(
            "Đúng hạn", value: "96,97 %", base: "832 / 858", records: .init("Mở 26", "/late"))
        #expect(
            Piece.figures([figure]).string == """
                <dl class="figs"><div><dt>Đúng hạn</dt><dd class="big">96,97 %</dd>\
                <dd>832 / 858</dd><dd class="base"><a href="/late">Mở 26</a></dd></div></dl>
                """)
    }

    @Test func `exactly the step at hand is marked as current`() {
        let text = Piece.steps([
            .init("1", .past, lines: ["Hà", "xong"]), .init("2", .here), .init("3", .next),
        ]).string
        #expect(text.contains("<li class=\"past\"><b>1</b> Hà<br>xong</li>"))
        #expect(text.contains("<li class=\"here\" aria-current=\"step\"><b>2</b></li>"))
        #expect(text.hasSuffix("<li class=\"next\"><b>3</b></li></ol>"))
    }

    @Test func `citizens see a list with times and pauses`() {
        let text = Piece.steps(
            [.init("Dừng", .past, lines: ["Thiếu"], when: "28/06", isGap: true)], asTrack: true)
        #expect(
            text.string == """
                <ol class="steps track"><li class="past gap"><b>Dừng</b> \
                <span class="when">28/06</span> <em>Thiếu</em></li></ol>
                """)
    }

    @Test func `an event that stops the clock is seen`() {
        let when = Piece.moment("28/06", machine: "2019-06-28")
        let text = Piece.timeline([.init(when, stopsClock: true) { "Dừng" }, .init(when) { "x" }])
        #expect(text.string.hasPrefix("<ol class=\"log\"><li class=\"stopclock\"><time"))
        #expect(
            text.string.hasSuffix(
                "</li><li><time datetime=\"2019-06-28\">28/06</time><div>x</div></li></ol>"))
    }

    private func sum(note: String? = nil, isOpen: Bool = true) -> String {
        Piece.sum(
            "Vì sao?", note: note, id: "why", isOpen: isOpen,
            heads: .init(step: "Phép", date: "Ngày", reason: "Lý do", basis: "Căn cứ"),
            lines: [.init("= Hẹn", date: "23/07", reason: "Cuối", isTotal: true)]
        ).string
    }

    @Test func `a sum is a stacked table that unfolds under its question`() {
        let text = sum()
        #expect(
            text.hasPrefix(
                "<section class=\"section\" aria-labelledby=\"why-title\">"
                    + "<details class=\"panel\" open><summary><h2 id=\"why-title\">Vì sao?</h2>"))
        #expect(text.contains("<table class=\"sum stack\" role=\"table\"><caption class=\"vh\">"))
        #expect(text.contains("<tr class=\"total\" role=\"row\">"))
        #expect(text.contains("<td class=\"none\" role=\"cell\"></td></tr>"))
    }

    @Test func `the way to a sum leads inside what unfolds, so that browsers open it`() {
        let text = sum(note: "Hai phép tính", isOpen: false)
        #expect(text.contains("<details class=\"panel\"><summary>"))
        #expect(text.contains("</summary><div id=\"why\"><table"))
        #expect(text.contains("<caption><span class=\"note\">Hai phép tính</span></caption>"))
    }
}

@Suite struct `Ways between lists` {
    @Test func `the tab that is open is marked`() {
        let text = Piece.tabs(
            label: "Việc",
            [.init("Của tôi", "/a", count: "8", isCurrent: true), .init("Xong", "/b")])
        #expect(
            text.string == """
                <nav class="tabs section" aria-label="Việc"><ul><li>\
                <a href="/a" aria-current="page">Của tôi <span class="num">8</span></a></li>\
                <li><a href="/b">Xong</a></li></ul></nav>
                """)
    }

    @Test func `a number without a state has plain words`() {
        let text = Piece.strip(
            label: "Tóm tắt", [.init("8", "việc", "/a"), .init("1", "quá hạn", "/b", state: .late)])
        #expect(text.string.contains("<b>8</b> <span>việc</span>"))
        #expect(text.string.contains("<b>1</b> <span class=\"st late\">quá hạn</span>"))
    }

    @Test func `the end of a list has no way on`() {
        #expect(!Piece.more("Đủ 8 việc.", label: "Dòng").string.contains("<nav"))
        let text = Piece.more("50", label: "Dòng", next: .init("Tiếp", "/work?after=9")).string
        #expect(
            text.contains("<a class=\"btn small\" rel=\"next\" href=\"/work?after=9\">Tiếp</a>"))
        #expect(!text.contains("rel=\"first\""))
    }
}

@Suite struct `Acts, notices and papers` {
    @Test func `a button tells which it is`() {
        let text = Piece.submit("Từ chối", .stop, name: "act", value: "refuse", to: "/refuse")
            .string
        #expect(
            text == """
                <button class="btn stop" type="submit" name="act" value="refuse" \
                formaction="/refuse">Từ chối</button>
                """)
    }

    @Test(arguments: [(true, "alert"), (false, "status")])
    func `a notice interrupts only if urgent`(_ isUrgent: Bool, _ role: String) {
        let text = Piece.notice(.done, "Đã nhận", isUrgent: isUrgent).string
        #expect(text.contains("role=\"\(role)\"><span class=\"st done\">Đã nhận</span>"))
    }

    @Test func `keys work only with the script, and can be turned off`() {
        let keys = [Piece.Key("j", "k", does: "dòng")]
        let help = Piece.keyHelp(title: "Phím", keys, switchLabel: "Bật", close: "Đóng").string
        #expect(help.hasPrefix("<dialog id=\"keys\" aria-labelledby=\"keys-title\">"))
        #expect(help.contains("data-keys-switch"))
        #expect(help.contains("<kbd>j</kbd> <kbd>k</kbd> <span>dòng</span>"))
        #expect(Piece.printButton("In").string.contains(" hidden>In</button>"))
    }

    @Test func `a sheet has its head, lines and signatures`() {
        let sheet = Piece.paper(titleID: "t") {
            Piece.crest(
                .init(
                    superior: ["UBND", "QUẬN"], issuer: ["MỘT CỬA"], nation: "CỘNG HÒA",
                    motto: "Độc lập", placeAndDate: "Long Biên"))
            Piece.paperLines([.init("Tên:", isHalf: true, isBold: true) { "Linh" }])
            Piece.signatures(["NGƯỜI NỘP", "(Ký)", "Linh"], ["NGƯỜI NHẬN", "Hà"])
        }.string
        #expect(
            sheet.hasPrefix("<div class=\"desk\"><article class=\"paper\" aria-labelledby=\"t\">"))
        #expect(
            sheet.contains("<p>UBND<br>QUẬN</p><p class=\"short\"><strong>MỘT CỬA</strong></p>"))
        #expect(sheet.contains("<div class=\"half\"><dt>Tên:</dt> <dd>Linh</dd></div>"))
        #expect(sheet.contains("<p><strong>NGƯỜI NỘP</strong></p><p><i>(Ký)</i></p><p>Linh</p>"))
    }
}
