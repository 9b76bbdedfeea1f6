// The register's part of a dossier's page: who asks for what, and how the result goes back.

import HTML
import WorkTime

struct DossierContent {
    let record: Dossiers.Record
    let frame: Site.Frame

    var facts: [Piece.Fact] {
        let registration = record.registration
        var facts: [Piece.Fact] = []
        if let applicant = record.applicant {
            facts += personal(applicant)
        } else {
            facts.append(Piece.Fact(frame.text("applicant.name"), frame.text("dossier.erased")))
        }
        if registration.channel == .online {
            facts.append(
                Piece.Fact(
                    frame.text("contact.fact"), frame.shownContact(registration.shownContact)))
        }
        facts.append(
            Piece.Fact(
                frame.text("dossier.official"),
                frame.text("dossier.officialState", String(record.status.number))))
        facts.append(
            Piece.Fact(
                frame.text("dossier.returnWay"),
                frame.text("returnWay.\(registration.returnWay.rawValue)")))
        facts.append(Piece.Fact(frame.text("dossier.sets"), String(registration.sets)))
        if let fee = registration.fee {
            facts.append(
                Piece.Fact(frame.text("dossier.fee"), frame.text("word.dong", frame.number(fee))))
        }
        return facts
    }

    private func personal(_ applicant: Dossiers.Applicant) -> [Piece.Fact] {
        let rows = [
            ("applicant.name", applicant.name), ("applicant.submitter", applicant.submitter),
            ("applicant.identity", applicant.identity), ("applicant.phone", applicant.phone),
            ("applicant.address", applicant.address), ("applicant.email", applicant.email),
            ("applicant.request", applicant.request),
        ]
        return rows.filter { !$0.1.isEmpty }.map { Piece.Fact(frame.text($0.0), $0.1) }
            + applicant.filerLines.map { Piece.Fact(frame.text($0.key), $0.value) }
            + record.personalFields.map { Piece.Fact($0.label, words($0.value)) }
    }

    /// Days are kept as `2016-12-22` and written as people write them.
    private func words(_ value: String) -> String {
        DayNumber(value).map { frame.date($0) } ?? value
    }
}
