// Lines that an office adds to an official form whose own fields are not known, or not all.

import Engine
import Ledger
import WorkTime

extension Papers {
    /// One line, printed below what the form has anyway.
    public struct Line: Hashable, Sendable, Codable {
        public enum Way: String, Hashable, Sendable, Codable, CaseIterable {
            /// As it stands.
            case text
            /// With room behind it, to be filled in by hand.
            case blank
        }

        public var label: Bilingual
        public var way: Way

        public init(_ label: Bilingual, _ way: Way) {
            self.label = label
            self.way = way
        }
    }

    /// The lines of one form, and who wrote them.
    public struct LineList: Hashable, Sendable, Codable {
        public var key: FormKey
        public var lines: [Line]
        public var at: LocalMinute
        public var by: PersonID
    }

    /// All added lines of the house, as their stream tells.
    public struct LineBook: Hashable, Sendable, Codable {
        /// One list a form, in the order in which they were first written.
        public internal(set) var lists: [LineList] = []

        public func list(of key: FormKey) -> LineList? { lists.first { $0.key == key } }
        public func lines(of key: FormKey) -> [Line] { list(of: key)?.lines ?? [] }
    }

    static let lineStream = "paperLines"
    static let lineFeature = "paperLine"
    static let linesMaximum = 10
    static let labelMaximum = 120
}

extension Papers.LineBook: ToldState {
    static var savedEvery: Int { 16 }

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        var book = state ?? Self()
        book.apply(
            try EventDecoding.event(
                Papers.LineEvent.self, entryType: entry.type,
                payload: try entry.decodedPayload(), feature: Papers.lineFeature))
        return book
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Papers.LineEvent) {
        switch event {
        case .written(let list):
            if let index = lists.firstIndex(where: { $0.key == list.key }) {
                lists[index] = list
            } else {
                lists.append(list)
            }
        }
    }
}
