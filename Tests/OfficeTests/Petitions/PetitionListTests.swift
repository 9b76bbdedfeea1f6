// Lists, counters and figures against what the states of all petitions say.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Lists of petitions` {
    private static let people: [PersonID] = [
        "anh", "pho", "binh", "chi", "tam", "ha", "ke", "giang", "la",
    ]

    /// Many petitions of two offices, somewhere on their way, over three months.
    private func fill(
        _ office: DossierTestOffice, _ chance: inout DossierTestChance
    ) async throws -> [String] {
        var codes: [String] = []
        for _ in 0..<60 {
            office.sources.set(office.now + chance.below(2_200))
            let place: UnitID = chance.below(5) == 0 ? "r" : "p"
            let kind = chance.pick(Petitions.Kind.allCases)
            codes.append(try await office.petition(kind) { $0.office = place })
            for _ in 0..<chance.below(4) {
                let code = chance.pick(codes)
                _ = try? await office.petitionAct(
                    chance.pick(PetitionSamples.acts), on: code, by: chance.pick(Self.people))
            }
            for code in codes where chance.below(12) == 0 {
                _ = try? await office.petitionAct(.assign("ha"), on: code, by: "anh")
            }
        }
        return codes
    }

    private func all(
        _ office: DossierTestOffice, _ tab: Petitions.Tab, _ person: PersonID
    ) async throws -> [Petitions.Row] {
        var (rows, after) = ([Petitions.Row](), "")
        repeat {
            let list = try await office.petitionList(tab, of: person, after: after)
            #expect(list.tab == tab || list.tabs == [.mine])
            rows += list.tab == tab ? list.rows : []
            after = list.next ?? ""
        } while !after.isEmpty
        return rows
    }

    @Test(arguments: [3, 2_018] as [UInt64])
    func `hold what the states say, for each person and each tab`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            let codes = try await fill(office, &chance)
            var states: [Petitions.Petition] = []
            for code in codes { states.append(try await office.petitionState(code)) }
            for person in Self.people {
                let viewer = try await office.viewer(person)
                let organisation = try await office.desk.read { try $0.organisation() }
                let charge = organisation.petitionCharge(
                    of: person, in: viewer.office, on: viewer.today)
                let names = [person] + viewer.absentees
                let own = states.filter { state in
                    state.standing == .taken || state.standing == .asked
                }.filter { state in
                    names.contains { $0 == state.holder || $0 == state.question?.to }
                }
                let whole = states.filter {
                    $0.registration.office == viewer.office
                        && charge.kinds.contains($0.registration.kind)
                }
                let expected: [(Petitions.Tab, [Petitions.Petition])] = [
                    (.mine, own), (.incoming, whole.filter { $0.standing == .received }),
                    (.open, whole.filter { $0.standing == .taken || $0.standing == .asked }),
                    (.ended, whole.filter(\.standing.isEnded)),
                ]
                for (tab, wanted) in expected {
                    let rows = try await all(office, tab, person)
                    #expect(
                        rows.map(\.code).sorted() == wanted.map(\.registration.code).sorted(),
                        "\(person) \(tab)")
                    expectOrder(rows, tab)
                }
                let counts = try await office.petitionList(.mine, of: person).counts
                #expect(counts.mine == own.count)
                #expect(counts.incoming == expected[1].1.count)
                #expect(counts.open == expected[2].1.count)
                let late = (expected[1].1 + expected[2].1).filter {
                    $0.registration.due.map { $0.day < office.now.day } ?? false
                }
                #expect(counts.late == late.count, "\(person)")
            }
        }
    }

    private func expectOrder(_ rows: [Petitions.Row], _ tab: Petitions.Tab) {
        for (first, second) in zip(rows, rows.dropFirst()) {
            if tab == .ended {
                #expect(first.since >= second.since)
            } else if let a = first.due, let b = second.due {
                #expect(a < b || (a == b && first.code < second.code))
            }
        }
    }

    @Test(arguments: [3, 77] as [UInt64])
    func `and figures add up to the same petitions`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            let codes = try await fill(office, &chance)
            var states: [Petitions.Petition] = []
            for code in codes { states.append(try await office.petitionState(code)) }
            let (viewer, now) = (try await office.viewer("anh"), office.now)
            let period = try #require(Reports.Period("2017"))
            let figures = try await office.desk.read {
                try $0.petitionFigures(ofOffice: "p", period.span, for: viewer, at: now)
            }
            let own = states.filter { $0.registration.office == "p" }
            #expect(figures.total.received == own.count)
            func count(_ isWanted: (Petitions.Petition) -> Bool) -> Int {
                own.count(where: isWanted)
            }
            #expect(figures.total.conduct == count { $0.registration.kind == .conduct })
            #expect(figures.total.regulation == count { $0.registration.kind == .regulation })
            #expect(figures.total.idea == count { $0.registration.kind == .idea })
            #expect(figures.total.answered == count { $0.standing == .answered })
            #expect(figures.total.refused == count { $0.standing == .refused })
            #expect(figures.total.forwarded == count { $0.standing == .forwarded })
            #expect(figures.total.open == count { !$0.standing.isEnded })
            let endedLate = count { state in
                guard let ended = state.endedAt, let due = state.registration.due else {
                    return false
                }
                return ended > due
            }
            #expect(figures.total.endedLate == endedLate)
            let openLate = count { state in
                !state.standing.isEnded
                    && (state.registration.due.map { $0.day < now.day } ?? false)
            }
            #expect(figures.total.openLate == openLate)
            #expect(figures.total.inTime == own.count - endedLate - openLate)
            for month in figures.months {
                let wanted = count {
                    let day = $0.registration.receivedAt.day
                    return day.year * 100 + day.month == month.month
                }
                #expect(month.received == wanted && wanted > 0)
                #expect(
                    month.received == month.conduct + month.regulation + month.idea)
                #expect(
                    month.received
                        == month.answered + month.refused + month.forwarded + month.open)
            }
            #expect(figures.months.map(\.month) == figures.months.map(\.month).sorted())
            let july = try #require(Reports.Period("2017-07"))
            let part = try await office.desk.read {
                try $0.petitionFigures(ofOffice: "", july.span, for: viewer, at: now)
            }
            #expect(part.months == figures.months.filter { $0.month == 201_707 })
            #expect(part.office == "p", "the own office unless another is named")
        }
    }

    @Test func `make a file that a spreadsheet reads, one line a month`() {
        var month = Petitions.MonthFigures(month: 201_709)
        #expect(month.name == "09/2017" && month.inTime == 0)
        (month.received, month.idea, month.open, month.openLate) = (3, 3, 3, 1)
        #expect(month.inTime == 2)
        let text = Petitions.table(
            of: [month, .init(month: 201_712)], heads: ["Tháng", "a,b", "=c"])
        #expect(text.first == "\u{FEFF}")
        let lines = text.dropFirst().split(separator: "\r\n").map(String.init)
        #expect(lines[0] == "Tháng,\"a,b\",'=c")
        #expect(lines[1] == "09/2017,3,0,0,3,0,0,0,0,3,1")
        #expect(lines[2] == "12/2017,0,0,0,0,0,0,0,0,0,0")
        #expect(month.numbers.count + 1 == Petitions.columns.count)
    }

    @Test func `tell a substitute's work apart by the days of the substitution`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            #expect(try await office.petitionList(.mine, of: "tam").rows.count == 1)
            try await office.petitionAct(.ask("ke", "x"), on: code, by: "tam")
            let step = try #require(try await office.petitionState(code).steps.last)
            #expect(step.turn.by == "tam", "the substitute's own name")
            #expect(try await office.petitionState(code).holder == "ha", "the holder stays")
            // The substitution ends with the year.
            try office.set("2018-01-02T09:00")
            #expect(try await office.petitionList(.mine, of: "tam").rows.isEmpty)
            #expect(try await office.petitionList(.mine, of: "ha").rows.count == 1)
            await #expect(throws: Petitions.Rejection.onlyForHolder) {
                try await office.petitionAct(.answer("x", nil), on: code, by: "tam")
            }
        }
    }
}
