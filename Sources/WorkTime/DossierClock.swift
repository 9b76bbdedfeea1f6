// The two clocks of a dossier, derived from its log: the appointment and the index.

/// Both clocks start with `received`, stop while a cause is open and end with the dossier. On
/// leaving a stop with a supplement the appointment clock restarts with the full term (Decree
/// 61/2018 Art. 19(4)), the index clock goes on; after a duty both go on. A dossier that was late
/// before a stop keeps its date for good.
public enum DossierClock {
    /// - Parameter events: in any order.
    public static func read(
        _ events: [ClockEvent], policy: ClockPolicy, calendar: WorkCalendar
    ) throws(ClockError) -> ClockReading {
        try run(events, policy: policy, calendar: calendar, traces: false).result
    }

    /// The same with every line of both sums.
    public static func explain(
        _ events: [ClockEvent], policy: ClockPolicy, calendar: WorkCalendar
    ) throws(ClockError) -> ClockExplanation {
        let machine = try run(events, policy: policy, calendar: calendar, traces: true)
        return try ClockError.reckon { () throws(CalendarError) in
            try ClockExplanation(
                reading: machine.result, appointment: machine.appointmentLines(),
                index: machine.indexLines())
        }
    }

    private static func run(
        _ events: [ClockEvent], policy: ClockPolicy, calendar: WorkCalendar, traces: Bool
    ) throws(ClockError) -> ClockMachine {
        let sorted = events.sorted()
        let receipts = sorted.filter { $0.kind == .received }
        guard let received = receipts.first else { throw .notReceived }
        if receipts.count > 1 { throw .receivedTwice(received.at, receipts[1].at) }
        if let first = sorted.first, first.kind != .received {
            throw .beforeReceived(first, received: received.at)
        }
        var machine = try start(received.at, policy, calendar, traces)
        for event in sorted.dropFirst() { try machine.take(event) }
        return machine
    }

    private static func start(
        _ received: LocalMinute, _ policy: ClockPolicy, _ calendar: WorkCalendar, _ traces: Bool
    ) throws(ClockError) -> ClockMachine {
        let scale: TermScale
        do {
            scale = try TermScale(policy.term, calendar: calendar, cutoff: policy.cutoff)
        } catch {
            throw .deadline(error)
        }
        return try ClockError.reckon { () throws(CalendarError) in
            try ClockMachine(
                received: received, scale: scale, afterSupplement: policy.afterSupplement,
                traces: traces)
        }
    }
}

/// A reading and how it came about.
public struct ClockExplanation: Hashable, Sendable, Codable {
    public let reading: ClockReading
    public let appointment: [ExplanationLine]
    public let index: [ExplanationLine]
}
