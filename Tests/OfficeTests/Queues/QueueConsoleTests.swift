// The officers' desk of the queue as it is shown, and what programs get from it.

import Engine
import HTML
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The view of the officers' desk` {
    private func frame(_ language: Language = .vi) throws -> Site.Frame {
        Site.Frame(
            texts: try .bundled(), assets: [:], language: language, viewer: nil,
            now: QueueSamples.start, isDemo: false, path: "", formToken: "", commandKey: "")
    }

    private func console(
        _ day: Queues.Day, window: Int?, field: String = "", at minutes: Int = 30
    ) -> Queues.Console {
        let now = QueueSamples.start + minutes
        let here = window.flatMap { day.called(at: $0) }
        return Queues.Console(
            office: "p", officeName: "UBND phường A", fields: ["Đất đai", "Hộ tịch"],
            window: window, field: field, here: here, others: day.called.filter { $0 != here },
            line: day.line(for: field), figures: day.figures(at: now), terms: Queues.terms,
            now: now)
    }

    private func text(
        _ console: Queues.Console, _ language: Language = .vi,
        refusal: Queues.Rejection? = nil
    ) throws -> String {
        let view = QueueConsoleView(
            console: console, frame: try frame(language), refusal: refusal)
        return String(decoding: view.html.bytes, as: UTF8.self)
    }

    @Test func `asks first where the officer sits`() throws {
        let page = try text(console(QueueSamples.day([false]), window: nil))
        #expect(page.contains("name=\"window\"") && !page.contains("value=\"next\""))
        #expect(page.contains("001") && page.contains("09:00, 30 phút"))
    }

    @Test func `offers one call where the window is free, and five acts where it is not`() throws {
        var day = QueueSamples.day([false, false])
        let free = try text(console(day, window: 2))
        #expect(free.contains("Cửa đang trống.") && free.contains("value=\"next\""))
        for act in ["again", "notHere", "end", "done"] {
            #expect(!free.contains("value=\"\(act)\""), "\(act)")
        }
        try day.perform(.next(window: 2, field: "", ends: false), at: QueueSamples.start + 5)
        let busy = try text(console(day, window: 2))
        for act in ["again", "notHere", "end", "done"] {
            #expect(busy.contains("value=\"\(act)\""), "\(act)")
        }
        #expect(!busy.contains("value=\"next\"") && busy.contains("đã gọi 1 lần"))
        #expect(busy.contains("name=\"number\" value=\"1\""))
    }

    @Test func `names the other windows, and marks who comes first or again`() throws {
        var day = QueueSamples.day([false, true, false], fields: ["Hộ tịch", "", "Đất đai"])
        try day.perform(.next(window: 1, field: "", ends: false))
        try day.perform(.next(window: 7, field: "", ends: false))
        try day.perform(.notHere(2))
        let page = try text(console(day, window: 1))
        #expect(page.contains("Các cửa khác") && page.contains("Cửa 7"))
        #expect(page.contains("(đã vắng một lần)") && page.contains(">ưu tiên<"))
    }

    @Test func `keeps the field that the window takes`() throws {
        let day = QueueSamples.day([false, false], fields: ["Hộ tịch", "Đất đai"])
        let page = try text(console(day, window: 1, field: "Hộ tịch"))
        #expect(page.contains("<option value=\"Hộ tịch\" selected>"))
        #expect(page.contains("name=\"field\" value=\"Hộ tịch\""))
        #expect(!page.contains(">002<"), "the other field is not in this line")
    }

    @Test func `shows the figures, with a dash where there is none yet`() throws {
        let empty = try text(
            console(Queues.Day(office: "p", day: QueueSamples.start.day), window: nil))
        #expect(empty.contains("Không có ai chờ") && empty.contains("–"))
        var day = QueueSamples.day([false, false])
        try day.perform(.next(window: 1, field: "", ends: false), at: QueueSamples.start + 12)
        try day.perform(.next(window: 2, field: "", ends: false), at: QueueSamples.start + 21)
        let page = try text(console(day, window: nil))
        #expect(page.contains("16 phút") && page.contains("20 phút"), "median and longest")
    }

    @Test func `says a refusal at the window`() throws {
        let page = try text(
            console(QueueSamples.day([false]), window: 2), refusal: .windowBusy(1))
        #expect(page.contains("Số 001 còn ở cửa này.") && page.contains("href=\"#window\""))
        let other = try text(
            console(QueueSamples.day([false]), window: 2), refusal: .nobodyWaits)
        #expect(other.contains("role=\"alert\"") && !other.contains("href=\"#window\""))
    }

    @Test func `has all its words in English`() throws {
        var day = QueueSamples.day([false, true])
        try day.perform(.next(window: 1, field: "", ends: false))
        let page = try text(console(day, window: 1), .en)
        for words in ["Done, call the next number", "Not here", "Median wait", "Window 1"] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(page.matches(of: /\[queue\.[a-zA-Z.]+\]/).isEmpty)
    }
}

@Suite struct `The screen and the slip as they are shown` {
    private func frame() throws -> Site.Frame {
        Site.Frame(
            texts: try .bundled(), assets: [:], language: .vi, viewer: nil,
            now: QueueSamples.start, isDemo: false, path: "", formToken: "", commandKey: "",
            publicAddress: "https://mot-cua.example.vn")
    }

    @Test func `the screen speaks of numbers and windows alone`() throws {
        let screen = Queues.Screen(
            office: "p", officeName: "UBND <phường> A",
            calls: [.init(number: "012", window: 3), .init(number: "009", window: 1)],
            next: ["013", "014"], waiting: 5, now: QueueSamples.start)
        let view = QueueScreenView(screen: screen, frame: try frame())
        let page = String(decoding: view.html.bytes, as: UTF8.self)
        for words in ["012", "Cửa 3", "009", "Cửa 1", "013  014", "Đang chờ: 5 người"] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(page.contains("UBND &lt;phường") && page.contains("class=\"public screen\""))
        let first = try #require(page.firstRange(of: "012")).lowerBound
        let second = try #require(page.firstRange(of: "009")).lowerBound
        #expect(first < second, "the latest call stands above")
    }

    @Test(arguments: [
        (Queues.Standing.waiting, "Trước ông, bà còn 4 người."),
        (.called, "Mời đến cửa 6."), (.done, "Đã xong."), (.missed, "hỏi cán bộ một cửa"),
    ])
    func `the slip says how it stands, and leads to itself`(
        _ standing: Queues.Standing, _ words: String
    ) throws {
        let slip = Queues.Slip(
            office: "p", officeName: "UBND phường A", number: 12, text: "012", field: "",
            drawnAt: QueueSamples.start, standing: standing, window: 6, before: 4)
        let page = String(
            decoding: QueueSlipView(slip: slip, frame: try frame()).html.bytes, as: UTF8.self)
        #expect(page.contains(words) && page.contains(">012<"))
        #expect(page.contains("class=\"qr\"") && page.contains("Việc khác, hoặc chưa rõ"))
        #expect(slip.address.text == "/queue/p/tickets/12")
    }
}
