// From the posted intake to the command: shape only, no rules.

import Engine
import ProcessModel
import WorkTime

extension Counter.Intake {
    /// What the form says. Papers that are not ticked were not handed in.
    func dossier(from form: Site.Form) -> Dossiers.Intake {
        let fee = form["fee"].filter { !". ".contains($0) }
        var values: [String: FieldValue] = [:]
        var personal: [String: String] = [:]
        for field in fields {
            let text = form["field.\(field.key)"]
            if field.personal, !text.isEmpty { personal[field.key] = text }
            values[field.key] = field.value(of: text)
        }
        return Dossiers.Intake(
            process: version.code, office: office,
            channel: Dossiers.Channel(rawValue: form["channel"]) ?? .counter,
            applicant: Dossiers.Applicant(
                name: form["name"], identity: form["identity"].filter { $0 != " " },
                phone: form["phone"], address: form["address"], email: form["email"],
                submitter: form["submitter"], request: form["request"], fields: personal,
                filer: form.filer),
            papers: papers(from: form), sets: Int(form["sets"]) ?? 0,
            fee: fee.isEmpty ? nil : Int(fee) ?? -1,
            returnWay: Dossiers.ReturnWay(rawValue: form["returnWay"]) ?? .counter,
            fields: values)
    }

    private func papers(from form: Site.Form) -> [Dossiers.Paper] {
        version.components.enumerated().compactMap { index, name in
            guard form["paper.\(index)"] == "1" else { return nil }
            return Dossiers.Paper(name: name, copies: Int(form["copies.\(index)"]) ?? 0)
        } + Dossiers.lines(form["otherPapers"]).map { Dossiers.Paper(name: $0, copies: 1) }
    }

    /// Fields of the form of the first step, which is filled in at the counter.
    var fields: [FormField] { version.firstFields }
}
