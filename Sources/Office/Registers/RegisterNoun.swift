// The register as it is read, also by programs.

import Engine
import WorkTime

extension Registers {
    /// One dossier, with the columns of the form.
    public struct Row: Sendable, Encodable {
        public let code: String
        public let title: String
        public let sets: Int
        /// `nil` when the personal values were erased by law.
        public let applicant: String?
        public let address: String
        public let phone: String
        /// Who leads the work.
        public let owner: String
        public let receivedAt: LocalMinute
        public let appointment: LocalMinute?
        /// When the result came to the counter.
        public let resultAt: LocalMinute?
        /// When the citizen got it.
        public let returnedAt: LocalMinute?
        public let returnWay: Dossiers.ReturnWay
        public let receivedBy: String
        public let status: Dossiers.Status
        public let late: Dossiers.LateEntry?
    }

    public struct Office: Hashable, Sendable, Encodable {
        public let id: UnitID
        public let name: String
    }

    public struct Register: Sendable, Encodable {
        public let office: Office
        /// Offices whose register the viewer may choose.
        public let offices: [Office]
        public let from: DayNumber
        public let through: DayNumber
        /// Of the regime of its last day.
        public let form: Papers.Form?
        public let rows: [Row]
    }
}
