// The settings of an office's line, as their stream tells them.

import Engine
import Ledger
import WorkTime

extension Queues {
    static let settingsFeature = "queueSettings"

    static func settingsStream(of office: UnitID) -> String {
        "\(settingsFeature)/\(office.rawValue)"
    }

    /// What holds now, and who said so last.
    public struct Settings: Hashable, Sendable, Codable {
        public var terms: Terms
        public var changedAt: LocalMinute
        public var changedBy: PersonID
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum SettingEvent: Hashable, Sendable, Codable {
        case set(terms: Terms, at: LocalMinute, by: PersonID)
    }
}

extension Queues.Settings: ToldState {
    static var savedEvery: Int { 16 }

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        Self(
            try EventDecoding.event(
                Queues.SettingEvent.self, entryType: entry.type,
                payload: try entry.decodedPayload(), feature: Queues.settingsFeature))
    }

    /// The whole is set each time: nothing of the one before stays.
    init(_ event: Queues.SettingEvent) {
        switch event {
        case .set(let terms, let at, let by):
            self.init(terms: terms, changedAt: at, changedBy: by)
        }
    }
}
