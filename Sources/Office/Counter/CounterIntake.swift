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
        let given = fields.values(in: form, on: now.day)
        for field in fields.asked(of: given) {
            guard let value = given[field.key] else { continue }
            if field.personal {
                personal[field.key] = field.type.isPlain ? form[field.input] : value.text
            }
            values[field.key] = value
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
            fields: values, late: late(from: form))
    }

    /// `nil` when nothing of it was filled in; half of it is refused by the rules.
    private func late(from form: Site.Form) -> Dossiers.LateReceipt? {
        if CounterLateFields.names.allSatisfy({ form[$0].isEmpty }) { return nil }
        return Dossiers.LateReceipt(
            receivedAt: LocalMinute("\(form["lateDay"])T\(form["lateTime"])"),
            reason: form["lateReason"], paper: form["latePaper"])
    }

    private func papers(from form: Site.Form) -> [Dossiers.Paper] {
        version.components.enumerated().compactMap { index, name in
            guard form["paper.\(index)"] == "1" else { return nil }
            return Dossiers.Paper(name: name, copies: Int(form["copies.\(index)"]) ?? 0)
        } + Dossiers.lines(form["otherPapers"]).map { Dossiers.Paper(name: $0, copies: 1) }
    }

    /// What is wrong with the answers to the form. What is missing may be filled in until the step
    /// is completed.
    func mistakes(in form: Site.Form) -> [FormMistake] {
        fields.mistakes(in: fields.values(in: form, on: now.day), allRequired: false)
    }

    /// Fields of the form of the first step, which is filled in at the counter.
    var fields: [FormField] { version.firstFields }
}
