// Random looks over many days: the counts of the book are those of the looks themselves, and what
// lies outside the own work is told by the dossier's own history.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Looks by chance` {
    private static let readers: [PersonID] = ["anh", "pho", "binh", "chi", "tam", "ha", "ke"]

    /// Who had a part in a dossier, told from its state: focal point, holders, who was offered it,
    /// who completed a step.
    private func parts(
        of code: String, in office: DossierTestOffice
    ) async throws -> Set<PersonID> {
        let dossier = try await office.state(code)
        guard let instance = dossier.instance else { return [] }
        var people: Set<PersonID> = [instance.focalPoint]
        for item in instance.items {
            people.insert(item.holder)
            if let offer = item.offer { people.insert(offer.person) }
        }
        for record in instance.records { people.insert(record.person) }
        let helping = try await office.desk.read { reading in
            try reading.rows(
                "SELECT person FROM cooperation WHERE dossier = ?", [.text(code)]
            ).map { PersonID(try $0.text("person")) }
        }
        return people.union(helping)
    }

    private func lines(_ sql: String, _ office: DossierTestOffice) async throws -> [String] {
        try await office.desk.read { reading in
            try reading.rows(sql).map { row in
                "\(try row.text("unit")) \(try row.int("day")) \(try row.text("person")) "
                    + "\(try row.int("subjects")) \(try row.int("outside"))"
            }
        }
    }

    @Test(arguments: [4, 1_954, 2_017] as [UInt64])
    func `are counted once a subject, reader and day`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            var codes: [String] = []
            for number in 0..<150 {
                office.sources.set(office.now + 1 + chance.below(200))
                if number % 12 == 0 { codes.append(try await office.receive()) }
                let code = chance.pick(codes)
                if chance.below(3) == 0,
                    try await office.state(code).instance?.items.isEmpty == false
                {
                    try await office.advance(code)
                }
                let papers: [Reads.Paper] = [.page, .receipt, .slip, .form]
                try await office.look(
                    at: code, by: chance.pick(Self.readers), chance.pick(papers))
            }
            let counted = try await lines(
                "SELECT * FROM readDay ORDER BY unit, day, person", office)
            let told = try await lines(
                """
                SELECT unit, day, person, count(*) AS subjects, SUM(outside) AS outside FROM (
                    SELECT unit, day, person, subject,
                        CASE WHEN min(first) = min(CASE WHEN outside = 1 THEN first END)
                            THEN 1 ELSE 0 END AS outside
                    FROM personalRead GROUP BY unit, day, person, subject) AS s
                GROUP BY unit, day, person ORDER BY unit, day, person
                """, office)
            #expect(counted == told)
            #expect(counted.count > 20)
        }
    }

    @Test(arguments: [7, 2_020] as [UInt64])
    func `lie outside exactly where the reader had no part`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            // After the year no substitute stands in for anybody.
            try office.set("2018-01-03T09:00")
            var chance = DossierTestChance(seed: seed)
            for _ in 0..<12 {
                let code = try await office.receive {
                    $0.process = chance.pick(["KS-01", "CT-02", "XN-03"])
                }
                for _ in 0..<chance.below(7) {
                    guard try await office.state(code).instance?.items.isEmpty == false else {
                        break
                    }
                    try await office.advance(code)
                }
                let own = try await parts(of: code, in: office)
                for reader in Self.readers {
                    try await office.look(at: code, by: reader)
                    let outside = try await office.number(
                        "SELECT outside AS n FROM personalRead WHERE subject = ? AND person = ?",
                        [.text(code), .text(reader.rawValue)])
                    #expect(outside == (own.contains(reader) ? 0 : 1), "\(code) \(reader)")
                }
            }
        }
    }

    @Test func `of two nodes at once are one row and one count`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let other = try office.node()
            try await office.look(at: code, by: "chi")
            try await other.look(at: code, by: "chi")
            try await other.look(at: code, by: "chi", .slip)
            #expect(
                try await office.number("SELECT SUM(times) AS n FROM personalRead") == 3)
            #expect(try await office.number("SELECT subjects AS n FROM readDay") == 1)
        }
    }

    @Test func `of who holds no position any more keep their place`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.look(at: code, by: "chi")
            _ = try await office.desk.perform(
                .people(
                    .endHolding(
                        position: "p.mc:can-bo-mc", person: "chi",
                        through: try #require(DayNumber("2017-07-03")))), by: nil,
                at: office.sources.now)
            try office.set("2017-07-10T09:00")
            let day = try #require(try await office.readBook(as: "anh").days.first)
            #expect(day.name == "Người chi" && day.unitName == "Một cửa phường A")
        }
    }

    @Test func `go on within one day from a key too`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<70 {
                let code = try await office.receive()
                office.sources.set(office.now + 1)
                try await office.look(at: code, by: "binh")
            }
            let (viewer, day) = (try await office.viewer("anh"), office.now.day)
            var (subjects, after) = ([String](), "")
            repeat {
                let from = after
                let log = try await office.desk.read {
                    try $0.readDay(of: "binh", on: day, after: from, for: viewer)
                }
                subjects += log.looks.map(\.subject)
                after = log.next ?? ""
            } while !after.isEmpty && subjects.count < 500
            #expect(subjects.count == 70 && Set(subjects).count == 70)
        }
    }
}
