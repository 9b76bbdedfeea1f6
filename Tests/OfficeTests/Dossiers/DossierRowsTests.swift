// The read tables follow by differences: after every act the rows of a dossier must be those that
// its state gives when everything is written anew.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Rows of a dossier` {
    private static let workColumns = [
        "person", "unit", "list", "sortDue", "holder", "sender", "node", "step", "due", "since",
        "needsTaking", "nextTimer",
    ]
    private static let timeColumns = [
        "due", "endedAt", "endedDay", "class", "indexMinutes", "calendar",
    ]
    private static let standingColumns = ["status", "paused", "focalPoint", "holder", "step"]

    /// The rows in the tables beside those of the state.
    private func expectWhole(_ code: String, in office: DossierTestOffice) async throws {
        let dossier = try await office.state(code)
        let (rows, register, work) = try await office.desk.read { reading in
            let registration = dossier.registration
            let rows = DossierRows(
                dossier, try reading.issue(registration.process, registration.issue), .vietnam)
            return (
                rows, try reading.rows("SELECT * FROM dossier WHERE code = ?", [.text(code)]),
                try reading.rows("SELECT * FROM workItem WHERE dossier = ?", [.text(code)])
            )
        }
        #expect(register.count == 1)
        let row = try #require(register.first)
        let times = try Self.timeColumns.map { try row.value($0) }
        let standing = try Self.standingColumns.map { try row.value($0) }
        #expect(times == rows.times)
        #expect(standing == rows.standing)
        #expect(work.count == rows.work.count)
        for row in work {
            let item = WorkItemID(try row.int("item"))
            let values = try Self.workColumns.map { try row.value($0) }
            #expect(values == rows.work[item])
        }
    }

    @Test func `the rows are whole after every act from receipt to return`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await expectWhole(code, in: office)
            var acts = 0
            while try await !office.state(code).status.isEnded, acts < 20 {
                try await office.advance(code)
                try await expectWhole(code, in: office)
                acts += 1
            }
            #expect(acts > 4)
            #expect(try await office.number("SELECT count(*) AS n FROM workItem") == 0)
        }
    }

    @Test func `a stop and its end move the work from list to list and back`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let item = try await office.item(code)
            try await office.perform(
                .askSupplement(code, item.id, reason: "Thiếu", papers: ["Giấy chứng sinh"]),
                by: item.holder)
            try await expectWhole(code, in: office)
            let waiting = "SELECT count(*) AS n FROM workItem WHERE list = 'waiting'"
            #expect(try await office.number(waiting) == 1)
            try office.set("2017-07-05T09:00")
            try await office.act(.receiveSupplement(item.id), on: code, by: item.holder)
            try await expectWhole(code, in: office)
            #expect(try await office.number(waiting) == 0)
        }
    }

    @Test func `a refused act leaves the rows as they were`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let before = try await office.desk.read { try $0.rows("SELECT * FROM workItem") }
            await #expect(throws: Dossiers.Rejection.self) {
                try await office.act(
                    .complete(1, product: "", fields: [:]), on: code, by: "giang")
            }
            let after = try await office.desk.read { try $0.rows("SELECT * FROM workItem") }
            #expect(after.map(\.values) == before.map(\.values))
            try await expectWhole(code, in: office)
        }
    }

    @Test func `work of another dossier is left alone`() async throws {
        try await DossierTestOffice.run { office in
            let first = try await office.receive()
            let second = try await office.receive()
            try await office.advance(first, times: 3)
            try await expectWhole(first, in: office)
            try await expectWhole(second, in: office)
            try await office.act(
                .close(.withdrawn, reason: "Công dân rút"), on: second, by: "chi")
            try await expectWhole(second, in: office)
            try await expectWhole(first, in: office)
        }
    }

    @Test func `a wait and an offer have the values of their lists`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code)
            let offered = try await office.desk.read {
                try $0.rows(
                    "SELECT person, holder, list FROM workItem WHERE dossier = ?", [.text(code)])
            }
            let item = try await office.item(code)
            #expect(item.offer != nil)
            #expect(try offered.first?.text("list") == "offered")
            #expect(try offered.first?.text("person") == item.offer?.person.rawValue)
            #expect(try offered.first?.text("holder") == item.holder.rawValue)
        }
    }
}
