// The slots of an office, who is on duty in them, and the route of a day.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The slots and the roster of an office` {
    private static let noon = [
        Deliveries.SlotRule(
            first: .monday, last: .sunday, from: MinuteOfDay(12 * 60) ?? .sameDayCutoff,
            through: MinuteOfDay(13 * 60) ?? .sameDayCutoff, onHolidays: true)
    ]

    private func roster(
        _ office: DossierTestOffice, as person: PersonID = "chi"
    ) async throws -> Deliveries.Roster {
        let (viewer, now) = (try await office.viewer(person), office.now)
        return try await office.desk.read {
            try $0.deliveryRoster(ofOffice: nil, for: viewer, at: now)
        }
    }

    @Test func `are proposed until the office sets its own`() async throws {
        try await DossierTestOffice.run { office in
            let before = try await roster(office)
            #expect(before.isUsual && before.rules == Deliveries.usualSlots)
            #expect(before.lines.count == 18 && before.lines.allSatisfy { $0.officer == nil })
            try await office.plan(.setSlots(Self.noon))
            let after = try await roster(office)
            #expect(!after.isUsual && after.rules == Self.noon)
            #expect(after.lines.count == Deliveries.daysAhead)
            #expect(after.lines.filter(\.isDayOff).count == 4)
            #expect(try await roster(office, as: "la").isUsual, "each office has its own")
        }
    }

    @Test(
        arguments: [
            ("binh", true, true, true), ("anh", true, true, true), ("pho", true, true, true),
            ("chi", false, true, true), ("ha", false, false, false),
            ("tam", false, false, false), ("ke", false, false, false),
            ("la", false, false, false), ("giang", false, false, false),
        ] as [(PersonID, Bool, Bool, Bool)])
    func `are set by the head of the counter and leaders, the roster by its officers`(
        _ person: PersonID, _ sets: Bool, _ rosters: Bool, _ finds: Bool
    ) async throws {
        try await DossierTestOffice.run { office in
            let slot = DeliverySamples.moment(DeliverySamples.evening)
            let sequence = try await office.sequence()
            let refusal: Deliveries.Rejection = finds ? .mayNotPlan : .officeUnknown("p")
            if rosters {
                try await office.plan(.roster(slot, officer: "ha"), by: person)
            } else {
                await #expect(throws: refusal) {
                    try await office.plan(.roster(slot, officer: "ha"), by: person)
                }
            }
            if sets {
                try await office.plan(.setSlots(Self.noon), by: person)
            } else {
                await #expect(throws: refusal) {
                    try await office.plan(.setSlots(Self.noon), by: person)
                }
            }
            let done = (sets ? 1 : 0) + (rosters ? 1 : 0)
            #expect(try await office.sequence() == sequence + done)
        }
    }

    @Test func `say nothing when nothing changes`() async throws {
        try await DossierTestOffice.run { office in
            let slot = DeliverySamples.moment(DeliverySamples.evening)
            for _ in 0..<2 {
                try await office.plan(.setSlots(Deliveries.usualSlots))
                try await office.plan(.roster(slot, officer: "ha"))
            }
            let entries = try await office.number(
                "SELECT count(*) AS n FROM entry WHERE stream = 'deliveryPlan/p'")
            #expect(entries == 2)
        }
    }

    @Test func `take an officer in and out again`() async throws {
        try await DossierTestOffice.run { office in
            let slot = DeliverySamples.moment(DeliverySamples.evening)
            try await office.plan(.roster(slot, officer: "ha"))
            #expect(try await roster(office).lines.first?.officer?.id == "ha")
            try await office.plan(.roster(slot, officer: "tam"))
            #expect(try await roster(office).lines.first?.officer?.id == "tam")
            try await office.plan(.roster(slot, officer: nil))
            #expect(try await roster(office).lines.first?.officer == nil)
        }
    }

    @Test(
        arguments: [
            ("2017-07-03T17:30", "la", .officerUnknown),
            ("2017-07-03T17:30", "ai", .officerUnknown),
            ("2017-07-03T08:00", "ha", .slotUnknown), ("2017-06-30T17:30", "ha", .slotPast),
            ("2017-12-01T17:30", "ha", .slotUnknown),
        ] as [(String, PersonID, Deliveries.Rejection)])
    func `name somebody of the office in a slot to come`(
        _ start: String, _ officer: PersonID, _ rejection: Deliveries.Rejection
    ) async throws {
        try await DossierTestOffice.run { office in
            await #expect(throws: rejection) {
                try await office.plan(
                    .roster(DeliverySamples.moment(start), officer: officer))
            }
        }
    }

    @Test func `must be rules that can be followed`() async throws {
        let from = try #require(MinuteOfDay(8 * 60))
        let through = try #require(MinuteOfDay(9 * 60))
        func rule(
            _ first: Weekday, _ last: Weekday, _ from: MinuteOfDay, _ through: MinuteOfDay
        ) -> Deliveries.SlotRule {
            .init(first: first, last: last, from: from, through: through, onHolidays: false)
        }
        let good = rule(.monday, .friday, from, through)
        let bad: [([Deliveries.SlotRule], Deliveries.Rejection)] = [
            ([], .rulesMissing), ([rule(.friday, .monday, from, through)], .ruleInvalid(row: 1)),
            ([good, rule(.monday, .monday, through, from)], .ruleInvalid(row: 2)),
            ([good, good, rule(.monday, .monday, from, from)], .ruleInvalid(row: 3)),
            (Array(repeating: good, count: 7), .ruleInvalid(row: 7)),
        ]
        try await DossierTestOffice.run { office in
            for (rules, rejection) in bad {
                await #expect(throws: rejection) {
                    try await office.plan(.setSlots(rules))
                }
            }
            try await office.plan(.setSlots([rule(.sunday, .sunday, from, through)]))
        }
    }

    @Test func `an officer on duty carries what nobody else is named for`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code)
            await #expect(throws: Deliveries.Rejection.officerMissing) {
                try await office.schedule(code, officer: nil)
            }
            try await office.plan(
                .roster(DeliverySamples.moment(DeliverySamples.evening), officer: "tam"))
            try await office.schedule(code, officer: nil)
            #expect(try await office.delivery(code)?.officer == "tam")
            let route = try await office.route(as: "tam")
            #expect(route.duties == [DeliverySamples.slot(DeliverySamples.evening)])
        }
    }

    @Test func `forget duties long past, the ledger does not`() {
        var plan = Deliveries.Plan()
        for day in 0..<200 {
            let slot = DeliverySamples.slot(DeliverySamples.evening)
            let moved = Deliveries.Slot(
                start: slot.start + day * 1_440, end: slot.end + day * 1_440)
            plan.apply(
                .rostered(at: moved.start, by: "chi", slot: moved, officer: "ha"))
        }
        #expect(plan.roster.count == 61)
    }
}

@Suite struct `The route of a day` {
    private func asked(
        _ office: DossierTestOffice, _ address: String, slot: String = DeliverySamples.evening,
        officer: PersonID = "ha"
    ) async throws -> String {
        let code = try await office.ready()
        try await office.askHome(code) {
            $0.recipient.address = address
            $0.recipient.name = "Người \(address)"
        }
        try await office.schedule(code, slot, officer: officer)
        return code
    }

    @Test func `goes by slots, then by addresses, and the carrier sees to whom`() async throws {
        try await DossierTestOffice.run(at: "2017-07-07T09:00") { office in
            try await office.issue()
            let addresses = [
                "Số 10, phố B, phường A", "Số 9, phố B, phường A", "Số 1, phố Ă, phường A",
            ]
            var codes: [String] = []
            for address in addresses {
                codes.append(try await asked(office, address, slot: "2017-07-08T14:00"))
            }
            codes.append(
                try await asked(office, "Số 99, phố Z, phường Z", slot: "2017-07-08T08:00"))
            let route = try await office.route("2017-07-08")
            #expect(route.isOwn && route.isDayOff && route.officer == "ha")
            #expect(route.stops.map(\.dossier) == [codes[3], codes[2], codes[1], codes[0]])
            #expect(route.stops.map(\.recipient?.address).last == addresses[0])
            #expect(route.stops.allSatisfy { $0.recipient?.phone == "0912 345 678" })
        }
    }

    @Test func `shows others the stops without names, numbers and addresses`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await asked(office, "Số 1, phố B")
            for person: PersonID in ["chi", "binh", "anh", "pho"] {
                let route = try await office.route(as: person, of: "ha")
                #expect(!route.isOwn && route.stops.map(\.dossier) == [code])
                #expect(route.stops.allSatisfy { $0.recipient == nil }, "\(person)")
            }
            for person: PersonID in ["tam", "ke"] {
                await #expect(throws: Deliveries.Rejection.unknown("ha")) {
                    _ = try await office.route(as: person, of: "ha")
                }
            }
            for person: PersonID in ["la", "giang"] {
                #expect(
                    try await office.route(as: person, of: "ha").stops.isEmpty,
                    "another office's")
            }
        }
    }

    @Test func `has what is to bring on that day alone, and nothing that is done`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await asked(office, "Số 1, phố B")
            _ = try await asked(office, "Số 2, phố B", slot: "2017-07-04T17:30")
            _ = try await asked(office, "Số 3, phố B", officer: "tam")
            #expect(try await office.route().stops.map(\.dossier) == [code])
            #expect(try await office.route("2017-07-05").stops.isEmpty)
            try await office.order(.send, code, by: "ha")
            #expect(try await office.route().stops.map(\.standing) == [.out])
            try await office.handOver(code)
            #expect(try await office.route().stops.isEmpty)
        }
    }

    @Test func `leads those who run deliveries to the other carriers of the day`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            _ = try await asked(office, "Số 1, phố B")
            _ = try await asked(office, "Số 3, phố B", officer: "tam")
            let route = try await office.route(as: "chi")
            #expect(route.stops.isEmpty && route.others.map(\.id) == ["ha", "tam"])
            #expect(route.others.map(\.name) == ["Người ha", "Người tam"])
            #expect(try await office.route(as: "ha").others.isEmpty)
        }
    }

    @Test func `is announced on the carrier's own list of work`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            #expect(try await office.work(.mine, of: "ha").deliveries == 0)
            let code = try await asked(office, "Số 1, phố B")
            _ = try await asked(office, "Số 2, phố B", slot: "2017-07-04T17:30")
            #expect(try await office.work(.mine, of: "ha").deliveries == 2)
            #expect(try await office.work(.mine, of: "tam").deliveries == 0)
            let page = try await office.open("/work", as: "ha")
            #expect(page.text.contains("Mang kết quả đến nhà (2)"))
            try await office.order(.send, code, by: "ha")
            try await office.handOver(code)
            #expect(try await office.work(.mine, of: "ha").deliveries == 1)
        }
    }
}
