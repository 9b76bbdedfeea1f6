// No query gives a viewer what the viewer may not see: every role in every unit, every way to ask.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// One invented person who holds one role in one unit and nothing else.
struct DossierSeat: Sendable, CustomStringConvertible {
    let unit: UnitID
    let role: People.Role

    var person: PersonID { PersonID("ghe-\(unit)-\(role.rawValue)") }
    var description: String { "\(role.rawValue) in \(unit)" }

    static let offices: [UnitID: [UnitID]] = [
        "p": ["p", "p.mc", "p.tp", "p.kt"], "r": ["r", "r.mc"],
    ]
    static let all: [DossierSeat] = offices.values.flatMap(\.self)
        .sorted { $0.rawValue < $1.rawValue }
        .flatMap { unit in People.Role.allCases.map { DossierSeat(unit: unit, role: $0) } }

    /// The rule in the words of the office: leaders and readers of figures see their whole office,
    /// the counter sees what its office received, everybody else what came to the own unit.
    var visible: Set<UnitID> {
        let office: UnitID = unit.rawValue.hasPrefix("p") ? "p" : "r"
        switch role {
        case .lead, .figures: return Set(Self.offices[office] ?? [])
        case .counter: return [unit, office]
        case .work, .head, .processes, .administer: return [unit]
        }
    }

    var commands: [People.Command] {
        let id = "ghe:\(unit):\(role.rawValue)"
        let begin = DayNumber("2016-01-01") ?? DayNumber(rawValue: 0)
        return [
            .createPosition(
                .init(
                    id: id, unit: unit, code: "ghe-\(role.rawValue)", title: "Ghế \(role.rawValue)",
                    roles: [role])),
            .addPerson(.init(id: person, name: "Người \(person)", isInvented: true)),
            .appoint(.init(position: id, person: person, from: begin)),
        ]
    }
}

/// A dossier with every unit it ever lay in, told by its history and not by a read table.
struct DossierPlaces: Sendable {
    let code: String
    let office: UnitID
    let units: Set<UnitID>
    let isEnded: Bool

    init(_ dossier: Dossiers.Dossier) {
        code = dossier.registration.code
        office = dossier.registration.office
        let instance = dossier.instance
        // Every dossier begins with the one-stop unit of its office.
        var units: Set<UnitID> = [office, office == "p" ? "p.mc" : "r.mc"]
        for handover in instance?.handovers ?? [] {
            units.formUnion([handover.giverUnit, handover.receiverUnit])
        }
        for record in instance?.records ?? [] { units.insert(record.unit) }
        for item in instance?.items ?? [] { units.insert(item.unit) }
        // The accountant cooperates in checking: KS-01 alone has that step.
        let wasChecked = instance?.handovers.contains { $0.toNode == "tham-dinh" } ?? false
        if wasChecked { units.insert("p.kt") }
        self.units = units
        isEnded = dossier.status.isResolved
    }

    func isVisible(to seat: DossierSeat) -> Bool { !units.isDisjoint(with: seat.visible) }
}

@Suite struct `Every role in every unit` {
    /// Dossiers of both wards at every stage, and the seats filled.
    private func play(_ office: DossierTestOffice) async throws -> [DossierPlaces] {
        for command in DossierSeat.all.flatMap(\.commands) {
            _ = try await office.desk.perform(
                .people(command), by: nil, at: office.sources.now)
        }
        var codes: [String] = []
        for (process, most) in [("KS-01", 7), ("CT-02", 3), ("XN-03", 1)] {
            for times in 0...most {
                let code = try await office.receive { $0.process = ProcessCode(process) }
                try await office.advance(code, times: times)
                codes.append(code)
            }
        }
        for times in 0...3 {
            let code = try await office.receive(by: "la") {
                $0.office = "r"
                $0.process = "CT-02"
            }
            try await office.advance(code, times: times)
            codes.append(code)
        }
        for outcome in [EndOutcome.refused, .withdrawn, .stopped] {
            let code = try await office.receive()
            try await office.act(.close(outcome, reason: "vì"), on: code, by: "chi")
            codes.append(code)
        }
        var places: [DossierPlaces] = []
        for code in codes { places.append(DossierPlaces(try await office.state(code))) }
        return places
    }

    @Test func `the register, its filters and its searches hold exactly what may be seen`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let places = try await play(office)
            #expect(Set(places.map(\.units)).count > 3, "the dossiers tell the units apart")
            for seat in DossierSeat.all {
                let expected = Set(places.filter { $0.isVisible(to: seat) }.map(\.code))
                let rows = try await office.register(as: seat.person).map(\.code)
                #expect(Set(rows) == expected && rows.count == expected.count, "\(seat)")
                for state in Dossiers.Filter.State.allCases {
                    var filter = Dossiers.Filter()
                    filter.state = state
                    let found = try await office.register(filter, as: seat.person)
                    #expect(expected.isSuperset(of: found.map(\.code)), "\(seat) \(state)")
                }
                for hidden in places where !expected.contains(hidden.code) {
                    var filter = Dossiers.Filter()
                    filter.search = hidden.code
                    #expect(try await office.register(filter, as: seat.person).isEmpty, "\(seat)")
                }
            }
        }
    }

    @Test func `one dossier is found by exactly those who may see it`() async throws {
        try await DossierTestOffice.run { office in
            let places = try await play(office)
            for seat in DossierSeat.all {
                for place in places {
                    let isFound = try await office.finds(place.code, as: seat.person)
                    #expect(isFound == place.isVisible(to: seat), "\(seat) \(place.code)")
                }
            }
        }
    }

    @Test func `no seat alone may do anything with work of others`() async throws {
        try await DossierTestOffice.run { office in
            let places = try await play(office)
            for seat in DossierSeat.all where seat.role != .lead {
                for place in places where place.isVisible(to: seat) {
                    let record = try await office.record(place.code, as: seat.person)
                    #expect(record.acts.isEmpty, "\(seat) \(place.code)")
                    // Work of a whole unit is the exception: any member takes it.
                    for work in record.work where !work.acts.isEmpty {
                        #expect(work.acts == [.accept] || work.acts == [.take], "\(seat)")
                        #expect(seat.unit == "p.tp", "\(seat)")
                    }
                }
            }
        }
    }

    @Test func `figures count exactly the dossiers that the register lists`() async throws {
        try await DossierTestOffice.run { office in
            let places = try await play(office)
            let now = office.now
            let span = DaySpan(now.day, now.day)
            for seat in DossierSeat.all {
                let viewer = try await office.viewer(seat.person)
                let figures = try await office.desk.read { reading in
                    let limit = Reports.Limit(of: viewer, in: try reading.organisation())
                    return try Reports.figures(reading, .init(period: span), limit: limit, now: now)
                }
                let visible = places.filter { $0.isVisible(to: seat) }
                #expect(figures.total.received == visible.count, "\(seat)")
                #expect(figures.total.resolved == visible.count { $0.isEnded }, "\(seat)")
                let offices = Set(visible.map { $0.office.rawValue })
                #expect(Set(figures.byOffice.map(\.id)) == offices, "\(seat)")
                let isWhole = seat.visible.contains("p") || seat.visible.contains("r")
                #expect(figures.isPartial == !isWhole, "\(seat)")
            }
        }
    }

    @Test func `work lists name no dossier that its reader may not open`() async throws {
        try await DossierTestOffice.run { office in
            let places = try await play(office)
            for seat in DossierSeat.all {
                let allowed = Set(places.filter { $0.isVisible(to: seat) }.map(\.code))
                for tab in Work.Tab.allCases {
                    let list = try await office.work(tab, of: seat.person)
                    let named =
                        list.rows.map(\.dossier) + list.offered.map(\.dossier)
                        + list.done.map(\.dossier)
                    #expect(allowed.isSuperset(of: named), "\(seat) \(tab)")
                }
            }
        }
    }

    @Test func `pages and JSON say not found where the query does`() async throws {
        try await DossierTestOffice.run { office in
            let places = try await play(office)
            for seat in DossierSeat.all {
                guard let hidden = places.first(where: { !$0.isVisible(to: seat) }) else {
                    continue
                }
                for path in ["", "/receipt", "/slip"] {
                    let address = "/dossiers/\(hidden.code)\(path)"
                    let page = try await office.open(address, as: seat.person)
                    #expect(page.status == .notFound, "\(seat) \(address)")
                    #expect(!page.text.contains("Hư Cấu"), "\(seat)")
                }
                let json = try await office.open(
                    "/dossiers/\(hidden.code)", as: seat.person, wantsJSON: true)
                #expect(try json.code() == "dossiers.unknown")
                let act = try await office.post(
                    "/dossiers/\(hidden.code)/acts", as: seat.person,
                    [("act", "complete"), ("item", "1"), ("product", "x")], wantsJSON: true)
                #expect(try act.code() == "dossiers.unknown", "\(seat)")
                let list = try await office.open("/dossiers", as: seat.person)
                #expect(!list.text.contains("/dossiers/\(hidden.code)\""), "\(seat)")
            }
        }
    }
}
