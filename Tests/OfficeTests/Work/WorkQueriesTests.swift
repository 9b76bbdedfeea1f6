// The work lists: their order, their pages, their counts, and those of substitutes.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Work lists` {
    /// All rows of a list, page by page.
    private func all(
        _ tab: Work.Tab, of person: PersonID, in office: DossierTestOffice
    ) async throws -> (rows: [Work.Row], done: [Work.DoneRow], pages: Int) {
        var (rows, done, pages): ([Work.Row], [Work.DoneRow], Int) = ([], [], 0)
        var key: String?
        repeat {
            let list = try await office.work(tab, of: person, after: key)
            #expect(list.rows.count <= Work.pageSize && list.done.count <= Work.pageSize)
            rows += list.rows
            done += list.done
            pages += 1
            key = list.next
        } while key != nil && pages < 20
        return (rows, done, pages)
    }

    @Test func `pages of 130 rows hold each once, least time first`() async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: 3)
            var codes: Set<String> = []
            for _ in 0..<130 {
                office.sources.set(
                    try #require(LocalMinute("2017-07-03T08:00")) + chance.below(5) * 10)
                codes.insert(try await office.receive())
            }
            let (rows, _, pages) = try await all(.mine, of: "chi", in: office)
            #expect(rows.count == 130)
            #expect(Set(rows.map(\.dossier)) == codes)
            #expect(pages == 3)
            let keys = rows.map { "\($0.due?.rawValue ?? 0) \($0.dossier)" }
            #expect(keys == keys.sorted())
            let counts = try await office.work(.mine, of: "chi").counts
            #expect(counts.mine == 130)
            #expect(counts.today == 130)
            #expect(counts.unit == 130)
            let viewer = try await office.viewer("chi")
            var filter = Dossiers.Filter()
            var listed: [String] = []
            repeat {
                let (asked, now) = (filter, office.now)
                let page = try await office.desk.read {
                    try $0.register(asked, for: viewer, at: now)
                }
                #expect(page.count == 130)
                listed += page.rows.map(\.code)
                filter.after = page.next
            } while filter.after != nil && listed.count < 1000
            #expect(listed.count == 130)
            #expect(Set(listed) == codes)
        }
    }

    @Test func `what waits for the citizen comes last and has no date`() async throws {
        try await DossierTestOffice.run { office in
            let paused = try await office.receive()
            try await office.act(.askDuty(1, reason: "Lệ phí"), on: paused, by: "chi")
            let open = try await office.receive()
            let list = try await office.work(.mine, of: "chi")
            #expect(list.rows.map(\.dossier) == [open])
            #expect(list.counts.waiting == 1)
            let waiting = try await office.work(.waiting, of: "chi").rows
            #expect(waiting.map(\.dossier) == [paused])
            #expect(waiting.first?.left.state == .waiting)
            #expect(waiting.first?.left.minutes == nil)
            let last = try await office.number(
                "SELECT count(*) AS n FROM workItem WHERE dossier = ? AND sortDue = ?",
                [.text(paused), SQLValue(Dossiers.sortLast)])
            #expect(last == 1)
        }
    }

    @Test func `pages of what waits hold a substitute's and an absentee's rows once`()
        async throws
    {
        try await DossierTestOffice.run { office in
            var codes: Set<String> = []
            for number in 0..<80 {
                let person: PersonID = number % 2 == 0 ? "chi" : "binh"
                let code = try await office.receive(by: person)
                try await office.act(.askDuty(1, reason: "Lệ phí"), on: code, by: person)
                codes.insert(code)
            }
            let (rows, _, pages) = try await all(.waiting, of: "binh", in: office)
            #expect(rows.count == 80)
            #expect(Set(rows.map(\.dossier)) == codes)
            #expect(pages == 2)
            #expect(try await office.work(.waiting, of: "binh").counts.waiting == 80)
            let own = try await all(.waiting, of: "chi", in: office)
            #expect(own.rows.count == 40)
        }
    }

    @Test func `somebody named a substitute twice sees each row once`() async throws {
        try await DossierTestOffice.run { office in
            let day = office.now.day
            _ = try await office.desk.perform(
                .people(
                    .substitute(
                        .init(
                            absent: "chi", substitute: "binh", unit: "p.mc", from: day,
                            through: day + 3, reason: "họp"))), by: nil, at: office.sources.now)
            let code = try await office.receive()
            let list = try await office.work(.mine, of: "binh")
            #expect(list.rows.map(\.dossier) == [code])
            #expect(list.rows.map(\.holderIsViewer) == [false])
            #expect(list.counts.mine == 1)
        }
    }

    @Test func `what is done stands newest first, all of it once`() async throws {
        try await DossierTestOffice.run { office in
            for number in 0..<60 {
                office.sources.set(
                    try #require(LocalMinute("2017-07-03T08:00")) + number / 2)
                try await office.advance(try await office.receive())
            }
            let (_, done, pages) = try await all(.done, of: "chi", in: office)
            #expect(done.count == 60)
            #expect(Set(done.map(\.dossier)).count == 60)
            #expect(pages == 2)
            let ends = done.map(\.endedAt)
            #expect(ends == ends.sorted(by: >))
            #expect(done.allSatisfy { $0.result == .onTime && $0.step == "Tiếp nhận hồ sơ" })
        }
    }

    @Test func `who cooperates sees the work, and the unit sees its own`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            #expect(try await office.work(.cooperating, of: "ke").rows.isEmpty)
            try await office.advance(code)
            let list = try await office.work(.cooperating, of: "ke")
            #expect(list.rows.map(\.dossier) == [code])
            #expect(list.counts.cooperating == 1)
            #expect(try await office.work(.unit, of: "tam").rows.isEmpty)
            try await office.advance(code)
            #expect(try await office.work(.unit, of: "tam").rows.map(\.holder) == ["Người ha"])
            #expect(try await office.work(.unit, of: "ke").rows.isEmpty)
            try await office.advance(code)
            #expect(try await office.work(.cooperating, of: "ke").rows.isEmpty)
            #expect(try await office.work(.unit, of: "tam").rows.isEmpty)
        }
    }

    @Test func `time that is over is late, and says how long`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try office.set("2017-07-03T09:30")
            #expect(try await office.work(.mine, of: "chi").rows.first?.left.state == .today)
            try office.set("2017-07-03T10:30")
            let list = try await office.work(.mine, of: "chi")
            #expect(list.rows.map(\.dossier) == [code])
            #expect(list.rows.first?.left.state == .late)
            #expect(list.rows.first?.left.minutes == -60)
            #expect(list.counts.late == 1)
            #expect(list.counts.today == 0)
        }
    }
}
