// The overdue list: the same dossiers as the register, the longest overdue first, nobody's name.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The overdue list` {
    private func list(
        _ office: DossierTestOffice, as person: PersonID = "anh", unit: UnitID? = nil,
        after key: String? = nil, isWhole: Bool = false
    ) async throws -> Reports.Overdue {
        let (viewer, now) = (try await office.viewer(person), office.now)
        return try await office.desk.read {
            try $0.overdue(ofOffice: unit, for: viewer, after: key, isWhole: isWhole, at: now)
        }
    }

    @Test func `holds open dossiers whose appointment is over, and no others`() async throws {
        try await DossierTestOffice.run { office in
            let late = try await office.receive()
            let done = try await office.receive()
            let waiting = try await office.receive()
            try await office.advance(waiting, times: 2)
            try await office.askPapers(waiting)
            try office.set("2017-07-06T09:00")
            let first = try await list(office)
            #expect(Set(first.rows.map(\.code)) == [late, done], "who waits is not late")
            try await office.finish(done)
            #expect(try await list(office).rows.map(\.code) == [late])
            let fresh = try await office.receive()
            let third = try await list(office)
            #expect(!third.rows.contains { $0.code == fresh })
            let row = try #require(third.rows.first)
            #expect(row.title == "Đăng ký khai sinh" && row.office == "UBND phường A")
            #expect(row.focalPoint == "Người chi" && !row.holder.isEmpty && !row.step.isEmpty)
            #expect(row.left.state == .late && (row.left.minutes ?? 0) < 0)
            #expect(third.count == 1 && third.next == nil && !third.isPartial)
        }
    }

    @Test func `is empty on the day of the appointment and not on the next`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let due = try #require(try await office.record(code, as: "anh").clock?.dueAt)
            office.sources.set(due)
            #expect(try await list(office).rows.isEmpty)
            office.sources.set(LocalMinute(startOf: due.day + 1) + 1)
            #expect(try await list(office).rows.map(\.code) == [code])
        }
    }

    @Test(arguments: [3, 77] as [UInt64])
    func `is the register of what is overdue, whoever looks`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            try await office.fillByChance(seed)
            var largest = 0
            for person: PersonID in ["anh", "binh", "chi", "tam", "ha", "giang", "la"] {
                let own = try await list(office, as: person, isWhole: true)
                var filter = Dossiers.Filter()
                filter.state = .overdue
                let (asked, viewer, now) = (filter, try await office.viewer(person), office.now)
                let register = try await office.desk.read {
                    try $0.register(asked, for: viewer, at: now)
                }
                #expect(own.count == register.count, "\(person)")
                #expect(Set(own.rows.map(\.code)) == Set(register.rows.map(\.code)))
                let dues = own.rows.map(\.due)
                #expect(dues == dues.sorted())
                largest = max(largest, own.count)
            }
            #expect(largest > 2)
        }
    }

    @Test func `goes on from a key, each dossier once`() async throws {
        try await DossierTestOffice.run { office in
            var codes: [String] = []
            for _ in 0..<53 { codes.append(try await office.receive { $0.process = "CT-02" }) }
            try office.set("2017-07-10T09:00")
            let first = try await list(office)
            #expect(first.count == 53 && first.rows.count == Reports.overduePage)
            let key: String = try #require(first.next)
            let second = try await list(office, after: key)
            #expect(second.rows.count == 3 && second.next == nil)
            #expect((first.rows + second.rows).map(\.code).sorted() == codes.sorted())
            let whole = try await list(office, isWhole: true)
            #expect(whole.rows.map(\.code) == (first.rows + second.rows).map(\.code))
            let page = try await office.open("/reports/overdue", as: "anh")
            #expect(page.text.contains("/reports/overdue?after="))
            let wrong = try await office.open("/reports/overdue?after=x", as: "anh")
            #expect(wrong.status == .notFound)
        }
    }

    @Test func `holds what a unit had a part in, and nothing of other wards`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.receive()
            try await office.receive(by: "la") {
                $0.office = "r"
                $0.process = "CT-02"
            }
            try await office.advance(code, times: 2)
            try office.set("2017-07-10T09:00")
            #expect(try await list(office, as: "anh").count == 2)
            let own = try await list(office, as: "ha")
            #expect(own.rows.map(\.code) == [code] && own.isPartial)
            #expect(try await list(office, as: "giang").count == 1)
            #expect(try await list(office, as: "anh", unit: "p").count == 2)
            await #expect(throws: Reports.Rejection.officeUnknown("r")) {
                try await list(office, as: "anh", unit: "r")
            }
        }
    }

    @Test func `is a page in both languages and one JSON value`() async throws {
        try await DossierTestOffice.run { office in
            let empty = try await office.open("/reports/overdue", as: "anh")
            #expect(empty.text.contains("Không có hồ sơ quá hạn"))
            let code = try await office.receive()
            try office.set("2017-07-10T09:00")
            let page = try await office.open("/reports/overdue", as: "anh")
            for words in [
                "Hồ sơ quá hạn", "/dossiers/\(code)", "Người chi", "1 hồ sơ đã quá ngày hẹn trả",
                "/reports/overdue.csv", "/reports/overdue.xlsx",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("Hư Cấu"), "no applicant is named")
            #expect(!page.text.contains("[reports."))
            let english = try await office.open("/reports/overdue", as: "anh", language: "en")
            #expect(english.text.contains("Overdue dossiers"))
            #expect(!english.text.contains("[reports."))
            let json = try await office.open("/reports/overdue", as: "anh", wantsJSON: true)
            #expect(try json.json()["count"] as? Int == 1)
            #expect(!json.text.contains("Hư Cấu"))
            let stranger = try await office.open("/reports/overdue", as: nil)
            #expect(stranger.location == "/sign-in")
        }
    }

    @Test(arguments: [
        "office=%27;DROP", "office=r", "office=%00x", "after=1~", "after=~~~", "after=%27~x",
    ])
    func `answers hostile addresses without a list`(_ query: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.receive(by: "la") {
                $0.office = "r"
                $0.process = "CT-02"
            }
            try office.set("2017-07-10T09:00")
            let page = try await office.open("/reports/overdue?\(query)", as: "anh")
            #expect([.notFound, .ok].contains(page.status))
            #expect(!page.text.contains("PB-17"))
        }
    }
}
