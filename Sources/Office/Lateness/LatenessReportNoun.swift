// The lateness of a period, by cause and by unit.

import Engine
import WorkTime

extension Lateness {
    /// What is looked at.
    struct Filter: Hashable, Sendable {
        var period: DaySpan
        var office: UnitID?
        var cause: Cause?
        var unit: UnitID?
        /// Where the list goes on.
        var after: Key?
    }

    /// Place of a dossier in the list, the latest end first.
    struct Key: Hashable, Sendable {
        let day: Int
        let code: String

        init(day: Int, code: String) {
            self.day = day
            self.code = code
        }

        /// `17400/CODE`, as addresses carry it.
        init?(_ text: String) {
            let parts = text.split(separator: "/", maxSplits: 1)
            guard parts.count == 2, let day = Int(parts[0]) else { return nil }
            self.init(day: day, code: String(parts[1]))
        }

        var text: String { "\(day)/\(code)" }
    }

    /// A cause and a unit with all that was put down to them.
    public struct Sum: Sendable, Encodable, Hashable {
        public let cause: Cause
        public let unit: UnitID?
        public let unitName: String
        /// Of dossiers that ended late in the period.
        public var minutes = 0
        public var dossiers = 0
        /// Of those that are overdue now.
        public var openMinutes = 0
        public var openDossiers = 0
    }

    /// A late dossier of the list.
    public struct Row: Sendable, Encodable {
        public let code: String
        public let title: String
        public let due: LocalMinute?
        /// `nil` while it is open.
        public let endedAt: LocalMinute?
        public let minutes: Int
        public let lines: [Shown.Line]
    }

    public struct Office: Sendable, Encodable, Hashable {
        public let id: UnitID
        public let name: String
    }

    public struct Report: Sendable, Encodable {
        public let from: DayNumber
        public let through: DayNumber
        /// Offices between which the viewer may choose.
        public let offices: [Office]
        public let office: UnitID?
        public let cause: Cause?
        public let unit: UnitID?
        /// Sums of all causes and units, whatever the list shows.
        public let sums: [Sum]
        /// Working minutes and dossiers that ended late in the period.
        public let minutes: Int
        public let dossiers: Int
        public let rows: [Row]
        public let next: String?
        /// Overdue now, those due first.
        public let open: [Row]
        /// More are overdue than were looked at.
        public let isCut: Bool
    }

    static let pageSize = 50
    /// Overdue dossiers that one page looks at.
    static let openMaximum = 100

    public enum Rejection: Refusal, Hashable {
        case causeUnknown(String)
        case unitUnknown(String)
        case keyUnknown

        public var code: String { "lateness.\(String(describing: self).prefix { $0 != "(" })" }

        public var sentence: Bilingual {
            switch self {
            case .causeUnknown(let text):
                Bilingual(
                    vi: "Không có nguyên nhân “\(text)”. Hãy chọn trong danh sách.",
                    en: "There is no cause “\(text)”. Choose one of the list.")
            case .unitUnknown(let text):
                Bilingual(
                    vi: "Không có đơn vị “\(text)”.", en: "There is no unit “\(text)”.")
            case .keyUnknown:
                Bilingual(
                    vi: "Không hiểu chỗ xem tiếp. Hãy mở lại từ đầu danh sách.",
                    en: "Where to go on is not understood. Open the list from its beginning.")
            }
        }
    }
}
