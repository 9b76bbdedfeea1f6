// The numbers above the lists are the numbers of the rows in them, at whatever time of the day.

import Engine
import HTML
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Numbers above the lists` {
    /// A ward with work of many ages: open, offered, waiting and done.
    private func withWork(_ body: (DossierTestOffice) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            for (index, text) in [
                "2017-06-29T16:45", "2017-06-30T17:00", "2017-07-03T08:00", "2017-07-03T11:30",
                "2017-07-03T11:31", "2017-07-03T16:59", "2017-07-03T17:00", "2017-07-03T17:01",
                "2017-07-04T08:00",
            ].enumerated() {
                try office.set(text)
                for (number, process) in ["KS-01", "CT-02", "XN-03"].enumerated() {
                    let person: PersonID = (index + number) % 2 == 0 ? "chi" : "binh"
                    let code = try await office.receive(by: person) {
                        $0.process = .init(process)
                    }
                    let steps = (index * 3 + number) % 5
                    if process != "XN-03" || steps < 2 {
                        for _ in 0..<min(steps, 2) { try await office.advance(code) }
                    }
                    if steps == 4, process == "KS-01" {
                        let item = try await office.item(code)
                        if item.offer == nil {
                            try await office.act(
                                .askDuty(item.id, reason: "Lệ phí"), on: code, by: item.holder)
                        }
                    }
                }
            }
            try await body(office)
        }
    }

    private static let moments = [
        "2017-07-04T07:00", "2017-07-04T08:00", "2017-07-04T08:30", "2017-07-04T08:31",
        "2017-07-04T11:59", "2017-07-04T12:00", "2017-07-04T12:45", "2017-07-04T13:30",
        "2017-07-04T17:29", "2017-07-04T17:30", "2017-07-04T18:00", "2017-07-04T23:59",
        "2017-07-05T00:00", "2017-07-08T10:00", "2017-07-09T23:00", "2017-07-10T08:00",
        "2017-07-03T12:00", "2017-07-03T18:00", "2017-07-03T17:30",
    ]

    @Test func `agree with the rows at noon, in the evening and at the weekend`() async throws {
        try await withWork { office in
            var states: Set<String> = []
            for text in Self.moments {
                try office.set(text)
                for person in DossierTestSamples.people {
                    let list = try await office.work(.mine, of: person)
                    #expect(list.next == nil)
                    let note = "\(person) at \(text)"
                    #expect(list.counts.mine == list.rows.count, "\(note)")
                    #expect(
                        list.counts.late == list.rows.count { $0.left.state == .late }, "\(note)")
                    #expect(
                        list.counts.today == list.rows.count { $0.left.state == .today },
                        "\(note)")
                    #expect(list.counts.offered == list.offered.count, "\(note)")
                    let waiting = try await office.work(.waiting, of: person)
                    #expect(list.counts.waiting == waiting.rows.count, "\(note)")
                    let unit = try await office.work(.unit, of: person)
                    #expect(list.counts.unit == unit.rows.count, "\(note)")
                    let helping = try await office.work(.cooperating, of: person)
                    #expect(list.counts.cooperating == helping.rows.count, "\(note)")
                    for row in list.rows + waiting.rows + list.offered {
                        states.insert(row.left.state.rawValue)
                    }
                }
            }
            // The moments must have met every state but the undated.
            #expect(states.isSuperset(of: ["late", "today", "soon", "waiting"]), "\(states)")
        }
    }

    @Test func `least time comes first, and what has no date of its own last`() async throws {
        try await withWork { office in
            for text in Self.moments {
                try office.set(text)
                for person: PersonID in ["chi", "binh", "ha", "anh"] {
                    let rows = try await office.work(.mine, of: person).rows
                    let dues = rows.map { $0.due?.rawValue ?? Int.max }
                    #expect(dues == dues.sorted(), "\(person) at \(text)")
                    let lefts = rows.compactMap(\.left.minutes)
                    #expect(lefts == lefts.sorted(), "\(person) at \(text)")
                }
            }
        }
    }

    @Test func `every open piece of work lies in exactly one person's list`() async throws {
        try await withWork { office in
            let open = try await office.desk.read {
                try $0.rows("SELECT dossier, item, person FROM workItem").map {
                    "\(try $0.text("dossier"))/\(try $0.int("item"))"
                }
            }
            #expect(Set(open).count == open.count)
            var seen: [String] = []
            for person in DossierTestSamples.people {
                let viewer = try await office.viewer(person)
                let mine = try await office.work(.mine, of: person)
                let waiting = try await office.work(.waiting, of: person)
                for row in mine.offered + mine.rows + waiting.rows {
                    let isOwn = row.list == .offered || row.holderIsViewer
                    if isOwn, viewer.absentees.isEmpty { seen.append("\(row.dossier)/\(row.item)") }
                }
            }
            #expect(Set(seen).count == seen.count)
            #expect(Set(seen).isSubset(of: Set(open)))
        }
    }

    @Test func `a substitute sees the absent person's work within the dates`() async throws {
        try await withWork { office in
            for (text, isActing) in [("2017-12-31T09:00", true), ("2018-01-02T09:00", false)] {
                try office.set(text)
                let own = try await office.work(.mine, of: "ha")
                let other = try await office.work(.mine, of: "tam")
                let hers = other.rows.filter { $0.holder == "Người ha" }
                #expect(hers.count == (isActing ? own.rows.count : 0), "\(text)")
                #expect(hers.allSatisfy { !$0.holderIsViewer })
            }
        }
    }

    @Test func `a number stops at its maximum and says that there is more`() throws {
        var counts = Work.Counts()
        counts.mine = Work.countMaximum
        counts.late = Work.countMaximum - 1
        counts.unit = 12
        let page = WorkView(
            list: try WorkTestRows.list(.mine, counts: counts), frame: try WorkTestRows.frame(.vi)
        ).html.string
        #expect(page.contains("1.000+") && page.contains("999<") && !page.contains("999+"))
        let english = WorkView(
            list: try WorkTestRows.list(.mine, counts: counts), frame: try WorkTestRows.frame(.en)
        ).html.string
        #expect(english.contains("1,000+"))
    }
}
