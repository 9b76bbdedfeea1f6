// What was filed, whole, for who filed it: answers, papers, files with their digests.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Filings {
    public struct Sheet: Sendable, Encodable {
        public struct File: Hashable, Sendable, Encodable {
            public let paper: String
            public let name: String
            public let bytes: Int
            /// SHA-256 of all bytes, in hexadecimal digits.
            public let digest: String
        }

        public let filing: String
        public let title: String
        public let process: ProcessCode
        public let office: String
        public let submittedAt: LocalMinute
        /// `nil` when the values were erased by law.
        public internal(set) var applicant: Dossiers.Applicant?
        /// Labels and values of the form.
        public let fields: [Dossiers.LabelledValue]
        public let papers: [String]
        public let files: [File]
        public let returnWay: Dossiers.ReturnWay
        public let shownContact: Contacts.Channel?
    }
}

extension DeskReading {
    /// Of a filing whose secret the caller has. Once it was taken in, the values stand with the
    /// dossier.
    func filingSheet(_ code: String) throws -> Filings.Sheet {
        let filing = try toldFiling(code).state
        let registration = filing.registration
        let applicant =
            try filing.dossier.map { try self.applicant(of: try toldDossier($0).state) }
            ?? applicant(of: registration)
        let version = try publishedIssue(
            of: registration.process, on: registration.submittedAt.day)?.version
        let fields = (version?.firstFields ?? []).compactMap { field -> Dossiers.LabelledValue? in
            let text =
                field.personal
                ? applicant?.fields[field.key] : registration.fields[field.key]?.shown
            return text.map { .init(label: field.label, value: $0) }
        }
        return Filings.Sheet(
            filing: code, title: registration.title, process: registration.process,
            office: try organisation().units[registration.office]?.name ?? "",
            submittedAt: registration.submittedAt, applicant: applicant, fields: fields,
            papers: filing.papers, files: try filedFiles(of: code),
            returnWay: registration.returnWay, shownContact: registration.shownContact)
    }

    /// Name and digest stand beside the ledger together.
    private func filedFiles(of code: String) throws -> [Filings.Sheet.File] {
        try rows(
            """
            SELECT a.paper AS paper, a.size AS size, p.value AS content FROM attachment a
            JOIN personalValue p ON p.id = '\(Attachments.feature)/' || a.id
            WHERE a.subject = ? AND a.held = 'filed' AND p.erasedAt IS NULL
            ORDER BY a.addedAt, a.id LIMIT ?
            """, [.text(code), SQLValue(Attachments.listMaximum)]
        ).compactMap { row in
            let text = String(decoding: try row.blob("content"), as: UTF8.self)
            guard let content = Attachments.Content(text: text) else { return nil }
            return Filings.Sheet.File(
                paper: try row.text("paper"), name: content.name, bytes: try row.int("size"),
                digest: content.digest)
        }
    }
}
