// The paper kit of the counter: blank forms, numbers that never meet, nothing personal.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The paper kit of the counter` {
    @Test func `has a block of numbers of its office, day and window`() throws {
        let day = try #require(DayNumber("2017-07-03"))
        let numbers = Counter.kitNumbers(of: "PA", on: day, window: 2)
        #expect(numbers.first == "PA-170703-C2-01" && numbers.last == "PA-170703-C2-20")
        #expect(numbers.count == Counter.kitBlock)
        var all: Set<String> = []
        var count = 0
        for office in ["PA", "PB"] {
            for offset in 0..<3 {
                for window in 1...Counter.kitWindows {
                    let block = Counter.kitNumbers(of: office, on: day + offset, window: window)
                    all.formUnion(block)
                    count += block.count
                }
            }
        }
        #expect(all.count == count, "no two blocks share a number")
    }

    @Test func `holds blank forms of what is asked for most, and nothing personal`()
        async throws
    {
        try await DossierTestOffice.run { office in
            for _ in 0..<2 { try await office.receive() }
            try await office.receive { $0.process = "XN-03" }
            try office.set("2017-07-04T09:00")
            let page = try await office.open("/counter/offline-kit", as: "chi")
            #expect(page.status == .ok)
            for words in [
                "KHỐI SỐ PHIẾU GIẤY", "PA-170704-C1-01", "PA-170704-C1-20", "Đăng ký khai sinh",
                "Giấy chứng sinh", "Số bản sao", "Tên con", "Nhập sau", "☐ Tờ khai",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("Hư Cấu") && !page.text.contains("0912"))
            let json = try await office.open(
                "/counter/offline-kit?window=3&day=2017-07-10", as: "chi", wantsJSON: true
            ).json()
            let forms = try #require(json["forms"] as? [[String: Any]])
            #expect(forms.first?["process"] as? String == "KS-01", "the most asked for")
            #expect((json["numbers"] as? [String])?.first == "PA-170710-C3-01")
            let before = try await office.sequence()
            _ = try await office.open("/counter/offline-kit", as: "chi")
            #expect(try await office.sequence() == before, "looking changes nothing")
        }
    }

    @Test func `is for the counter, and takes no odd window or day`() async throws {
        try await DossierTestOffice.run { office in
            for person: PersonID in ["anh", "ha", "ke", "giang"] {
                let page = try await office.open("/counter/offline-kit", as: person)
                #expect(page.status == .unprocessableContent, "\(person)")
            }
            #expect(try await office.open("/counter/offline-kit", as: nil).location == "/sign-in")
            for (window, expected) in [("0", "C1"), ("-5", "C1"), ("99", "C20"), ("x", "C1")] {
                let page = try await office.open(
                    "/counter/offline-kit?window=\(window)&day=%3Cb%3E", as: "chi")
                #expect(page.text.contains("PA-170703-\(expected)-01"), "\(window)")
                #expect(!page.text.contains("<b>"))
            }
            let counter = try await office.open("/counter", as: "chi")
            #expect(counter.text.contains("href=\"/counter/offline-kit\""))
        }
    }
}
