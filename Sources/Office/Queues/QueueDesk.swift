// The line of a day at the desk: drawing a number, and calling.

import Engine
import Ledger
import WorkTime

extension Queues {
    static func stream(of office: UnitID, on day: DayNumber) -> String {
        "\(feature)/\(office.rawValue)/\(day.text)"
    }
}

extension DeskReading {
    func toldQueue(of office: UnitID, on day: DayNumber) throws -> Told<Queues.Day>? {
        try told(Queues.Day.self, by: Queues.stream(of: office, on: day))
    }

    /// The office, when there is one that takes in dossiers on that day.
    func queueOffice(_ id: UnitID, on day: DayNumber) throws -> People.Unit {
        guard let unit = try organisation().units[id], unit.kind == .committee,
            unit.exists(on: day)
        else { throw Queues.Rejection.officeUnknown }
        return unit
    }

    func toldQueueSettings(of office: UnitID) throws -> Told<Queues.Settings>? {
        try told(Queues.Settings.self, by: Queues.settingsStream(of: office))
    }

    /// What holds in an office: what was set last, else what is usual.
    func queueTerms(of office: UnitID) throws -> Queues.Terms {
        try toldQueueSettings(of: office)?.state.terms ?? Queues.terms
    }

    /// From some time before the opening until the close; `nil` on a day off.
    func queueHours(
        on day: DayNumber, by terms: Queues.Terms
    ) throws -> ClosedRange<LocalMinute>? {
        let calendar = try calendar()
        guard let isWorking = try? calendar.isWorkingDay(day), isWorking,
            let opening = try? calendar.opening(of: day), let close = try? calendar.close(of: day)
        else { return nil }
        return (opening + -terms.minutesBefore)...close
    }
}

extension People.Organisation {
    /// Whether a person sits at the counter of an office.
    func mayCall(_ person: PersonID?, in office: UnitID, on day: DayNumber) -> Bool {
        guard let person else { return false }
        return units(where: .counter, of: person, on: day).contains {
            self.office(of: $0) == office
        }
    }
}

extension DeskWork {
    func perform(_ command: Queues.Command) throws -> DeskAnswer {
        switch command {
        case .draw(let office, let wish): return try draw(wish, in: office)
        case .act(let office, let act): return try perform(act, in: office)
        case .set(let office, let terms): return try set(terms, in: office)
        }
    }

    private func draw(_ wish: Queues.Wish, in office: UnitID) throws -> DeskAnswer {
        _ = try reading.queueOffice(office, on: today)
        let person = order.actor?.person
        let isOfficer = try reading.organisation().mayCall(person, in: office, on: today)
        if person != nil, !isOfficer { throw Queues.Rejection.mayNotCall }
        let told = try reading.toldQueue(of: office, on: today)
        let terms = try reading.queueTerms(of: office)
        let events = try Queues.decide(
            wish, on: told?.state,
            in: Queues.Surroundings(
                office: office,
                fields: try reading.queueFields(of: office, on: today, by: terms), now: now,
                hours: try reading.queueHours(on: today, by: terms), isOfficer: isOfficer,
                terms: terms))
        return try tell(events, told, office)
    }

    private func perform(_ act: Queues.Act, in office: UnitID) throws -> DeskAnswer {
        guard try reading.organisation().mayCall(order.actor?.person, in: office, on: today) else {
            throw Queues.Rejection.mayNotCall
        }
        let told = try reading.toldQueue(of: office, on: today)
        let day = told?.state ?? Queues.Day(office: office, day: today)
        let terms = try reading.queueTerms(of: office)
        return try tell(try Queues.decide(act, on: day, at: now, by: terms), told, office)
    }

    private func set(_ terms: Queues.Terms, in office: UnitID) throws -> DeskAnswer {
        _ = try reading.queueOffice(office, on: today)
        guard let person = order.actor?.person,
            try reading.organisation().mayArrangeQueue(person, in: office, on: today)
        else { throw Queues.Rejection.maySetNothing }
        let told = try reading.toldQueueSettings(of: office)
        let events = try Queues.decide(terms, by: person, at: now)
        let head = try write(
            events, feature: Queues.settingsFeature,
            stream: Queues.settingsStream(of: office), after: told?.head)
        if let last = events.last {
            try keep(Queues.Settings(last), after: told?.head.version ?? 0, head: head)
        }
        return DeskAnswer(head)
    }

    private func tell(
        _ events: [Queues.Event], _ told: Told<Queues.Day>?, _ office: UnitID
    ) throws -> DeskAnswer {
        var day = told?.state ?? Queues.Day(office: office, day: today)
        for event in events { day.apply(event) }
        let head = try write(
            events, feature: Queues.feature,
            stream: Queues.stream(of: office, on: today), after: told?.head)
        try keep(day, after: told?.head.version ?? 0, head: head)
        return DeskAnswer(head)
    }
}
