// The kit for a counter without power or line: numbers that are kept for paper, and blank forms of
// what people ask for most. Printed before it is needed; nothing personal stands in it.

import Engine
import WorkTime

extension Counter {
    public struct Kit: Sendable, Encodable {
        /// A blank intake.
        public struct Form: Sendable, Encodable, Hashable {
            public let process: String
            public let title: String
            public let term: String
            /// Papers that are asked for, each with a box.
            public let papers: [String]
            /// Fields of the first step that are filled in by hand.
            public let fields: [String]
        }

        public let office: UnitID
        public let officeName: String
        public let day: DayNumber
        /// Windows have blocks of their own, so that two kits of one day never share a number.
        public let window: Int
        public let numbers: [String]
        public let forms: [Form]
        /// What the receipts of that day will be printed on.
        public let receipt: Papers.Form?
    }

    static let kitForms = 5
    static let kitBlock = 20
    static let kitWindows = 20

    /// `PA-170703-C1-01`: office, day, window, number. They are no codes of dossiers: those come
    /// when the forms are entered later.
    static func kitNumbers(of office: String, on day: DayNumber, window: Int) -> [String] {
        let date = day.text.split(separator: "-").map { $0.suffix(2) }.joined()
        return (1...kitBlock).map { number in
            "\(office)-\(date)-C\(window)-\(number < 10 ? "0" : "")\(number)"
        }
    }
}
