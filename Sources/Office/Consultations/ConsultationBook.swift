// All consultations of one dossier, and applying what happened.

import Engine
import Ledger
import WorkTime

extension Consultations {
    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case asked(consultation: Consultation)
        /// With the turns of all its parts as they are from now on.
        case answered(number: Int, place: Int, answer: Answer, turns: [Turn])
        case silenceReported(number: Int, place: Int, report: Report)
        case withdrawn(number: Int, withdrawal: Withdrawal)
    }

    public struct Book: Hashable, Sendable, Codable {
        /// In the order of their numbers.
        public internal(set) var consultations: [Consultation] = []

        /// From 1.
        public func consultation(_ number: Int) -> Consultation? {
            consultations.indices.contains(number - 1) ? consultations[number - 1] : nil
        }
    }

    static func stream(of dossier: String) -> String { "\(feature)/\(dossier)" }
}

extension Consultations.Book: ToldState {
    static var savedEvery: Int { 16 }

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        var book = state ?? Self()
        book.apply(
            try EventDecoding.event(
                Consultations.Event.self, entryType: entry.type,
                payload: try entry.decodedPayload(), feature: Consultations.feature))
        return book
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Consultations.Event) {
        switch event {
        case .asked(let consultation): consultations.append(consultation)
        case .answered(let number, let place, let answer, let turns):
            change(number, place) { $0.answer = answer }
            for (index, turn) in turns.enumerated() {
                change(number, index + 1) { $0.turn = turn }
            }
        case .silenceReported(let number, let place, let report):
            change(number, place) { $0.report = report }
        case .withdrawn(let number, let withdrawal):
            guard consultations.indices.contains(number - 1) else { return }
            consultations[number - 1].withdrawal = withdrawal
        }
    }

    private mutating func change(
        _ number: Int, _ place: Int, _ change: (inout Consultations.Part) -> Void
    ) {
        guard consultations.indices.contains(number - 1),
            consultations[number - 1].parts.indices.contains(place - 1)
        else { return }
        change(&consultations[number - 1].parts[place - 1])
    }
}
