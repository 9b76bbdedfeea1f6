// Erasing what is kept of a person: the values beside the ledger, and every word of them that lists
// and searches read. The ledger keeps its digests, and the mark of the erasure with its basis.

import Engine
import Ledger
import WorkTime

extension DeskWork {
    /// Erases the personal values of one dossier, filing or petition of an office that has ended.
    /// - Returns: How many values there were.
    func erase(_ code: String, of office: UnitID, basis: String) throws -> Int {
        if let petition = try reading.toldPetition(code)?.state {
            guard petition.registration.office == office else {
                throw Privacy.Rejection.subjectUnknown(code)
            }
            return try erase(petition, basis)
        }
        let filing = try reading.told(Filings.Filing.self, by: Filings.stream(of: code))?.state
        if let filing {
            guard filing.registration.office == office else {
                throw Privacy.Rejection.subjectUnknown(code)
            }
            return try erase(filing, basis)
        }
        let dossier = try reading.told(
            Dossiers.Dossier.self, by: Dossiers.stream(of: code))?.state
        guard let dossier, dossier.registration.office == office else {
            throw Privacy.Rejection.subjectUnknown(code)
        }
        return try erase(dossier, basis)
    }

    private func erase(_ petition: Petitions.Petition, _ basis: String) throws -> Int {
        let code = petition.registration.code
        if !petition.standing.isEnded { throw Privacy.Rejection.subjectOpen(code) }
        let count = try eraseStream(Petitions.stream(of: code), basis)
        try transaction.execute("UPDATE petition SET subject = '' WHERE code = ?", [.text(code)])
        return count
    }

    private func erase(_ filing: Filings.Filing, _ basis: String) throws -> Int {
        let code = filing.registration.code
        if !filing.standing.isEnded { throw Privacy.Rejection.subjectOpen(code) }
        let count = try eraseStream(Filings.stream(of: code), basis)
        try transaction.execute("UPDATE filing SET applicant = '' WHERE code = ?", [.text(code)])
        return try count + eraseFiles("subject = ?", code, basis)
    }

    /// Values of the delivery and the words of the rating belong to the same person, and so do
    /// those of messages and consultations, where people may be named.
    private func erase(_ dossier: Dossiers.Dossier, _ basis: String) throws -> Int {
        let registration = dossier.registration
        let code = registration.code
        let delivery = try reading.told(
            Deliveries.Delivery.self, by: Deliveries.stream(of: code))?.state
        if !dossier.status.isEnded || delivery?.standing.isOpen == true {
            throw Privacy.Rejection.subjectOpen(code)
        }
        var count = 0
        for stream in [
            Dossiers.stream(of: code), Ratings.stream(of: code), Messages.stream(of: code),
            Consultations.stream(of: code),
        ] {
            count += try eraseStream(stream, basis)
        }
        count += try eraseStream(Deliveries.stream(of: code), basis)
        count += try eraseFiles("dossier = ?", code, basis)
        count += try eraseFiles("subject = ?", Deliveries.stream(of: code), basis)
        try forgetWords(of: registration)
        return count
    }

    private func eraseStream(_ stream: String, _ basis: String) throws -> Int {
        try transaction.erasePersonal(stream: stream, at: order.at.milliseconds, basis: basis)
    }

    /// Names, digests and bytes of files.
    private func eraseFiles(_ condition: String, _ code: String, _ basis: String) throws -> Int {
        let files = try transaction.rows(
            "SELECT id FROM attachment WHERE held = 'filed' AND \(condition)", [.text(code)])
        var count = 0
        for file in try files.map({ try $0.text("id") }) {
            let isErased = try transaction.erasePersonal(
                id: Attachments.personalID(of: file), at: order.at.milliseconds, basis: basis)
            if isErased { count += 1 }
            _ = try Attachments.delete(where: "id = ?", [.text(file)], in: transaction)
        }
        return count
    }

    /// The row of the register as it would be of an applicant without a name or a telephone: the
    /// same that replay gives when the values are gone.
    private func forgetWords(of registration: Dossiers.Registration) throws {
        let code = SQLValue.text(registration.code)
        let sql = "SELECT folded, title FROM dossier WHERE code = ?"
        guard let row = try transaction.row(sql, [code]) else { return }
        let organisation = try reading.organisation()
        let sight = DossierSight(transaction: transaction, organisation: organisation)
        let left = Dossiers.Words(
            code: registration.code, name: "", phone: "", title: registration.title)
        let gone = Set(try sight.words(of: row).keys).subtracting(left.keys).sorted()
        let units = try transaction.rows(
            "SELECT unit FROM dossierUnit WHERE dossier = ?", [code]
        ).map { UnitID(try $0.text("unit")) }
        let houses = Set(units.map { organisation.office(of: $0) ?? $0 } + [registration.office])
        for house in houses.sorted(by: { $0.rawValue < $1.rawValue }) {
            for word in gone {
                try transaction.post(
                    "DELETE FROM dossierWord WHERE office = ? AND word = ? AND dossier = ?",
                    [.text(house.rawValue), .text(word), code])
            }
        }
        try transaction.post(
            "UPDATE dossier SET applicant = '', folded = ? WHERE code = ?",
            [.text(left.text), code])
    }
}
