// The story of a dossier's time in lines of text, and what its clocks must show at the end.
import Testing
import WorkTime

/// One case of a clock table. Events are written `2017-07-03T09:00 received` with an optional cause
/// behind; what must come out is written `due class minutes`, with `-` for nothing.
struct ClockStory: Sendable, CustomTestStringConvertible {
    let name: String
    let policy: ClockPolicy
    let events: [ClockEvent]
    let due: String
    let timeliness: String
    let minutes: String

    init(
        _ name: String, _ term: String, after: AfterSupplement = .restart, _ events: [String],
        _ shown: String
    ) {
        self.name = name
        policy = ClockPolicy(term: Term(term) ?? .workingDays(-1), afterSupplement: after)
        self.events = events.map(ClockEvent.init(line:))
        let parts = shown.split(separator: " ").map(String.init)
        due = parts[0]
        timeliness = parts[1]
        minutes = parts[2]
    }

    var testDescription: String { name }

    func read() throws(ClockError) -> ClockReading {
        try DossierClock.read(events, policy: policy, calendar: .vietnam)
    }
}

extension ClockEvent {
    /// `2017-07-03T09:00 dutyAsked fee`; what cannot be read becomes an event that no story has.
    init(line: String) {
        let parts = line.split(separator: " ").map(String.init)
        let kind = Kind(rawValue: parts.count > 1 ? parts[1] : "") ?? .stopped
        self.init(kind, at: clock(parts.first ?? ""), cause: parts.count > 2 ? parts[2] : nil)
    }
}
