// Wrong tries: against whom they are counted, as the store knows them.

import WorkTime

extension Tracking {
    /// What wrong tries are counted against: salted digests, so that the table tells neither who
    /// asked nor what was typed.
    struct Subjects: Sendable, Hashable {
        /// `nil` when no digits were tried.
        let dossier: String?
        let address: String

        init(_ question: Question, from address: String, salt: String) {
            self.address = Site.digest(of: "address\n\(salt)\n\(address)")
            dossier =
                question.digits.isEmpty
                ? nil : Site.digest(of: "dossier\n\(salt)\n\(question.code.uppercased())")
        }

        var all: [String] { [address] + (dossier.map { [$0] } ?? []) }
    }

    /// What the page of an applicant sends back when the dossier is rated or its result asked home:
    /// nobody can make it up, and it holds today and tomorrow.
    static func proof(of code: String, salt: String) -> String {
        Site.digest(of: "applicant\n\(salt)\n\(code)")
    }
}
