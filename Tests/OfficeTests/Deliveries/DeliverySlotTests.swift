// When results are brought, whatever the working calendar says; and in which order of addresses.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Slots of a day` {
    private func rule(
        _ first: Weekday, _ last: Weekday, _ from: String, _ through: String,
        holidays: Bool = false
    ) throws -> Deliveries.SlotRule {
        Deliveries.SlotRule(
            first: first, last: last, from: try #require(MinuteOfDay(from)),
            through: try #require(MinuteOfDay(through)), onHolidays: holidays)
    }

    private func starts(
        _ day: String, _ rules: [Deliveries.SlotRule]? = nil
    ) -> [String] {
        var plan = Deliveries.Plan()
        plan.rules = rules
        return plan.slots(on: DeliverySamples.day(day), .vietnam).map(\.start.time.text)
    }

    /// The usual ones: evenings of working days, weekends with their holidays.
    @Test(arguments: [
        ("2017-07-03", ["17:30"]), ("2017-07-07", ["17:30"]), ("2017-07-08", ["08:00", "14:00"]),
        ("2017-07-09", ["08:00", "14:00"]), ("2017-09-01", ["17:30"]),
        ("2017-09-02", ["08:00", "14:00"]), ("2017-09-03", ["08:00", "14:00"]),
        ("2017-09-04", []), ("2017-04-30", ["08:00", "14:00"]), ("2017-05-01", []),
        ("2017-05-02", []), ("2017-01-27", []), ("2017-01-28", ["08:00", "14:00"]),
    ])
    func `lie on days off and holidays where the office wants`(
        _ day: String, _ expected: [String]
    ) {
        #expect(starts(day) == expected)
    }

    @Test func `know the calendar only to tell holidays`() throws {
        let always = try rule(.monday, .sunday, "08:00", "09:00", holidays: true)
        let never = try rule(.monday, .sunday, "08:00", "09:00")
        for day in ["2017-09-02", "2017-09-04", "2017-05-01", "2017-01-27"] {
            #expect(starts(day, [always]) == ["08:00"], "\(day)")
            #expect(starts(day, [never]).isEmpty, "\(day)")
        }
        for day in ["2017-07-08", "2017-07-09"] {
            #expect(starts(day, [never]) == ["08:00"], "a weekend is no holiday: \(day)")
        }
    }

    @Test(arguments: [
        ("2017-07-03", false), ("2017-07-04", true), ("2017-07-05", true), ("2017-07-06", true),
        ("2017-07-07", false), ("2017-07-08", false), ("2017-07-09", false),
    ])
    func `lie in a range of weekdays`(_ day: String, _ lies: Bool) throws {
        let rule = try rule(.tuesday, .thursday, "08:00", "09:00")
        #expect(starts(day, [rule]).isEmpty == !lies)
    }

    @Test func `stand in their order, each start once`() throws {
        let rules = [
            try rule(.monday, .monday, "15:00", "16:00"),
            try rule(.monday, .friday, "08:00", "09:30"),
            try rule(.monday, .monday, "15:00", "17:00"),
        ]
        #expect(starts("2017-07-03", rules) == ["08:00", "15:00"])
        var plan = Deliveries.Plan()
        plan.rules = rules
        let slot = plan.slot(at: DeliverySamples.moment("2017-07-03T15:00"), .vietnam)
        #expect(slot?.end == DeliverySamples.moment("2017-07-03T16:00"), "the first that says so")
        #expect(plan.slot(at: DeliverySamples.moment("2017-07-03T16:00"), .vietnam) == nil)
    }

    @Test func `are offered for two weeks`() {
        let slots = Deliveries.Plan().slots(from: DeliverySamples.day("2017-07-03"), .vietnam)
        #expect(slots.count == 10 + 4 * 2)
        #expect(slots.first?.day == DeliverySamples.day("2017-07-03"))
        #expect(slots.last?.day == DeliverySamples.day("2017-07-16"))
        #expect(slots == slots.sorted { $0.start < $1.start })
    }

    @Test(arguments: [
        ("2017-09-02", true, true), ("2017-09-03", true, false), ("2017-09-04", true, true),
        ("2017-09-05", false, false), ("2017-07-08", true, false), ("2017-07-07", false, false),
        ("1900-01-06", true, false), ("1900-01-08", false, false),
    ])
    func `are on a day off or on a holiday, as the calendar says`(
        _ day: String, _ isOff: Bool, _ isHoliday: Bool
    ) {
        let day = DeliverySamples.day(day)
        #expect(Deliveries.isDayOff(day, .vietnam) == isOff)
        #expect(Deliveries.isHoliday(day, .vietnam) == isHoliday)
    }
}

@Suite struct `The order of a route` {
    private static let ordered = [
        "Số 9, phố Ái Mộ, phường Bồ Đề", "Số 10, phố Ái Mộ, phường Bồ Đề",
        "Số 2, ngõ 5, phố Ái Mộ, phường Bồ Đề", "Số 12, ngõ 5, phố Ái Mộ, phường Bồ Đề",
        "Số 1, ngõ 12, phố Ái Mộ, phường Bồ Đề", "Số 3, phố Bồ Đề, phường Bồ Đề",
        "Số 3A, phố Bồ Đề, phường Bồ Đề", "Số 3B, phố Bồ Đề, phường Bồ Đề",
        "Số 1, phố Đức Giang, phường Đức Giang",
    ]

    private func sorted(_ addresses: [String]) -> [String] {
        addresses.sorted {
            Deliveries.precedes(Deliveries.addressKey($0), Deliveries.addressKey($1))
        }
    }

    @Test func `is by ward, street, lane and number, and 10 comes after 9`() {
        let expected = Self.ordered
        var shuffled = expected
        for turn in 0..<40 {
            shuffled.swapAt(turn % shuffled.count, (turn * 7 + 3) % shuffled.count)
            let result = sorted(shuffled)
            // Lanes of a street and its own numbers do not mix.
            #expect(Set(result) == Set(expected))
            #expect(result.last == expected.last)
            let place = { (text: String) in result.firstIndex(of: text) ?? -1 }
            #expect(place(expected[0]) < place(expected[1]))
            #expect(place(expected[2]) < place(expected[3]))
            #expect(place(expected[3]) < place(expected[4]))
            #expect(place(expected[5]) < place(expected[6]))
            #expect(place(expected[6]) < place(expected[7]))
        }
    }

    @Test func `does not care for marks, capitals and spaces`() {
        let keys = ["Số 9,phố ái mộ", "so 9 , PHO AI MO", " Số  9;  Phố Ái Mộ "].map {
            Deliveries.addressKey($0)
        }
        #expect(Set(keys).count == 1)
        #expect(keys[0] == [[.word("pho"), .word("ai"), .word("mo")], [.word("so"), .number(9)]])
    }

    @Test(arguments: ["", ",", " , ; \n", "99999999999999999999999999", "😀", "a,b,c,d,e,f,g"])
    func `takes any address`(_ address: String) {
        let key = Deliveries.addressKey(address)
        #expect(!Deliveries.precedes(key, key))
    }
}

@Suite struct `The code for the door` {
    @Test func `has six digits and comes out of chance`() {
        var seen: Set<String> = []
        for number in 0..<500 {
            let chance = (0..<16).map {
                UInt8(truncatingIfNeeded: (number &* 31 &+ 7) >> ($0 % 3 * 8))
            }
            let code = Deliveries.code(from: chance)
            #expect(code.count == 6 && code.allSatisfy { ("0"..."9").contains($0) })
            #expect(code == Deliveries.code(from: chance), "the same for the same chance")
            seen.insert(code)
        }
        #expect(seen.count > 490)
    }

    @Test(arguments: [("123456", "123 456"), ("000001", "000 001")])
    func `is read in two halves`(_ code: String, _ spoken: String) {
        #expect(Deliveries.spoken(code) == spoken)
    }
}

@Suite struct `What a sheet says of deliveries` {
    private func terms(
        _ ways: [Dossiers.ReturnWay], presence: Bool = false,
        events: [Procedures.LifeEvent] = []
    ) -> Deliveries.Terms {
        var sheet = ProcedureSamples.birth
        sheet.returnWays = ways
        sheet.requiresPresence = presence
        sheet.lifeEvents = events
        return Deliveries.Terms(sheet)
    }

    @Test func `is who carries, by the ways in which the result goes back`() {
        #expect(terms([.counter]).carriers.isEmpty)
        #expect(terms([.counter, .online]).carriers.isEmpty)
        #expect(terms([.home]).carriers == [.officer])
        #expect(terms([.post, .counter]).carriers == [.post])
        #expect(terms([.post, .home]).carriers == [.officer, .post])
    }

    @Test func `is nothing without a sheet`() {
        let terms = Deliveries.Terms(nil)
        #expect(!terms.isOffered && !terms.hasGift && !terms.requiresPresence)
    }

    @Test func `is that presence is required, whatever else it names`() {
        let terms = terms([.home, .post], presence: true, events: [.marriage])
        #expect(terms.requiresPresence && !terms.isOffered)
    }

    @Test(arguments: Procedures.LifeEvent.allCases)
    func `is flowers for a birth alone`(_ event: Procedures.LifeEvent) {
        #expect(terms([.home], events: [event]).hasGift == (event == .birth))
    }
}
