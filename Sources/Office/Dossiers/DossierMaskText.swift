// Numbers of a person as pages show them at first: enough to tell two people apart, too little to
// copy. Seeing them whole is an act of its own, noted like every look.

extension Dossiers {
    /// Signs at the end that stay.
    static let maskKept = 3

    /// `•••••••••901`; a short number is masked whole, and nothing stays nothing.
    static func masked(_ number: String) -> String {
        let count = number.count
        if count == 0 { return "" }
        let kept = count > 2 * maskKept ? maskKept : 0
        return String(repeating: "•", count: count - kept) + number.suffix(kept)
    }
}

extension Dossiers.Applicant {
    var masked: Dossiers.Applicant {
        var applicant = self
        applicant.identity = Dossiers.masked(identity)
        applicant.phone = Dossiers.masked(phone)
        return applicant
    }

    var hasNumbers: Bool { !identity.isEmpty || !phone.isEmpty }
}

extension Dossiers.Record {
    var masked: Dossiers.Record {
        guard let applicant, applicant.hasNumbers else { return self }
        var record = self
        record.applicant = applicant.masked
        record.isMasked = true
        return record
    }
}
