// Who comes first, how often somebody is called, and what a number can be drawn for: settings of an
// office. No text of law at hand orders the line of a one-stop shop, so who comes first counts as
// unconfirmed until a source is named. Where nothing was set, these hold.

import WorkTime

extension Queues {
    public struct Terms: Hashable, Sendable, Codable {
        /// Ordinary numbers called between two that come first, while both kinds wait.
        public var ordinaryBetween: Int
        /// How often one number is called before it counts as not here.
        public var callsMaximum: Int
        /// How often who was not here goes back into the line.
        public var setBacksMaximum: Int
        /// Minutes before the opening from which numbers are drawn.
        public var minutesBefore: Int
        /// What a number can be drawn for; empty for the fields of the procedures, at any window.
        public var fields: [Field]
        /// Who comes first; empty where nobody does.
        public var priorities: [Priority]
    }

    /// A kind of business, and the windows that take it.
    public struct Field: Hashable, Sendable, Codable {
        public var name: String
        public var windows: [Int]
    }

    /// A group of people who come first. Which one somebody belongs to is never asked.
    public struct Priority: Hashable, Sendable, Codable {
        public var vi: String
        public var en: String
        /// The text that says so; empty while none was named: unconfirmed.
        public var source: String
    }

    /// A number of the terms, with what it may be.
    public enum Number: String, Hashable, Sendable, Codable, CaseIterable {
        case ordinaryBetween, callsMaximum, setBacksMaximum, minutesBefore

        public var range: ClosedRange<Int> {
            switch self {
            case .ordinaryBetween: 0...9
            case .callsMaximum: 1...20
            case .setBacksMaximum: 0...5
            case .minutesBefore: 0...240
            }
        }
    }

    static let terms = Terms(
        ordinaryBetween: 1, callsMaximum: 5, setBacksMaximum: 1, minutesBefore: 60, fields: [],
        priorities: usualPriorities)

    static let usualPriorities = [
        Priority(vi: "Người cao tuổi", en: "Elderly people", source: ""),
        Priority(vi: "người khuyết tật", en: "people with disabilities", source: ""),
        Priority(vi: "phụ nữ mang thai", en: "pregnant women", source: ""),
        Priority(vi: "người có con nhỏ đi cùng", en: "people with small children", source: ""),
    ]

    static let fieldsMaximum = 12
    static let prioritiesMaximum = 12
    static let labelMaximum = 80
    static let sourceMaximum = 200
}

extension Queues.Terms {
    public var isConfirmed: Bool {
        !priorities.isEmpty && priorities.allSatisfy { !$0.source.isEmpty }
    }

    func field(_ name: String) -> Queues.Field? { fields.first { $0.name == name } }

    /// What a window takes; nothing is set for any window where no fields are.
    func names(at window: Int) -> [String] {
        fields.filter { $0.windows.contains(window) }.map(\.name)
    }

    subscript(number: Queues.Number) -> Int {
        switch number {
        case .ordinaryBetween: ordinaryBetween
        case .callsMaximum: callsMaximum
        case .setBacksMaximum: setBacksMaximum
        case .minutesBefore: minutesBefore
        }
    }
}
