// The register of processing: which data of people, in which work, why, on which ground, seen by
// whom, kept how long, and where a value lies. Nothing here is typed in: names of fields are those
// of the values that the features keep and of the forms that the processes in force ask for.

import Engine
import ProcessModel
import WorkTime

extension Privacy {
    /// Kinds of values that the features keep, whatever the process.
    public enum Group: String, Sendable, Encodable, CaseIterable {
        case applicant, delivery, petition, rating, attachment
        /// Of who consented to have answers filled in.
        case prefill

        /// Names of what is kept, as the code has them; a value that joins is listed at once.
        var fields: [String] {
            switch self {
            case .applicant:
                Privacy.names(of: Dossiers.Applicant(name: "")).filter { $0 != "fields" }
            case .delivery:
                Privacy.names(of: Deliveries.Recipient(name: "", phone: "", address: ""))
                    + Deliveries.PictureKind.allCases.map(\.rawValue)
            case .petition:
                Privacy.names(
                    of: Petitions.Sender(
                        subject: "", words: "", name: "", phone: "", email: "", dossier: "",
                        secret: "")
                ).filter { $0 != "secret" }
            case .rating: ["comment"]
            case .attachment: ["file"]
            case .prefill: ["contact"]
            }
        }

        /// What the features themselves let go of, and when.
        var isErasedByItself: Bool { [.delivery, .rating, .prefill].contains(self) }
    }

    /// Stored properties of a value.
    static func names(of value: some Any) -> [String] {
        Mirror(reflecting: value).children.compactMap(\.label)
    }

    /// What one process asks of people.
    public struct Processing: Sendable, Encodable, Hashable {
        public let code: ProcessCode
        public let issue: Int
        public let title: String
        /// Takes an applicant in, with all that is kept of one.
        public let hasApplicant: Bool
        /// Labels of the personal fields of its forms.
        public let fields: [String]
        /// As the process states it; empty where it states none.
        public let basis: [String]
        /// Units whose people work on it, which are those who are shown the values.
        public let seenBy: [String]
    }

    public struct Register: Sendable, Encodable {
        public let office: String
        public let day: DayNumber
        public let groups: [GroupEntry]
        public let processings: [Processing]
        /// Where the next page begins; `nil` at the end.
        public let next: String?
    }

    public struct GroupEntry: Sendable, Encodable, Hashable {
        public let group: Group
        public let fields: [String]
    }

    static let registerPage = 100
}

extension ProcessVersion {
    /// Fields of its forms that hold personal data, in the forms' order, each once.
    var personalFields: [FormField] {
        var seen: Set<String> = []
        return forms.flatMap(\.fields).filter { $0.personal && seen.insert($0.key).inserted }
    }
}
