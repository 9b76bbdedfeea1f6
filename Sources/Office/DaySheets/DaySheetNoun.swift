// The sheet of one person on one day.

import Engine
import WorkTime

extension DaySheets {
    /// In the order of the sheet, the most urgent first.
    public enum Group: String, Sendable, Encodable, CaseIterable, CodingKeyRepresentable {
        case late, today
        /// Handed over and not accepted yet.
        case offered
        case petitions
        /// A citizen waits for an answer.
        case messages
        case tomorrow
        /// Waits for the citizen.
        case waiting
    }

    public struct Line: Sendable, Encodable, Hashable {
        /// Of a dossier or a petition.
        public let code: String
        public let isPetition: Bool
        public let title: String
        public let step: String
        public let due: LocalMinute?
        public let since: LocalMinute
        public let left: Work.TimeLeft
    }

    public struct Part: Sendable, Encodable {
        public let group: Group
        public let lines: [Line]
        /// How many there are beside those that are shown.
        public let more: Int
        /// The lists hold further ones that were not counted.
        public let isOpenEnded: Bool
    }

    public struct Sheet: Sendable, Encodable {
        public let name: String
        public let unit: String
        public let now: LocalMinute
        /// The next working day.
        public let tomorrow: DayNumber
        public let parts: [Part]

        public var isEmpty: Bool { parts.isEmpty }
    }

    /// Where the sheet is sent each working morning; nowhere without an address.
    public struct Choice: Sendable, Encodable, Hashable {
        public let email: String
    }

    public struct Page: Sendable, Encodable {
        public let sheet: Sheet
        public let mail: Choice?
        public let mailFrom: Int
    }

    public enum Rejection: Refusal, Hashable {
        case emailInvalid

        public var code: String { "daySheets.emailInvalid" }
        public var field: String? { "email" }
        public var sentence: Bilingual {
            Bilingual(
                vi: "Địa chỉ thư điện tử phải có dạng ten@noi.vn, viết không dấu.",
                en: "An e-mail address looks like name@place.vn, in plain letters.")
        }
    }
}
