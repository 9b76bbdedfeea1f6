// What was typed becomes a draft or a reply: shape only, no rules.

import Engine
import WorkTime

extension Consultations {
    /// A line of the form that names a body.
    struct FormRow: Sendable {
        var unit = ""
        var name = ""
        var amount = ""
        var scale = Scale.days

        var isEmpty: Bool { unit.isEmpty && name.isEmpty && amount.isEmpty }
    }

    /// In what a term is written.
    enum Scale: String, Sendable, CaseIterable {
        case days = "working_days"
        case hours = "working_hours"
        case minutes = "working_minutes"
    }

    /// The lines that hold something, one after the other.
    static func rows(of form: Site.Form) -> [FormRow] {
        (1...bodiesMaximum).map { place in
            FormRow(
                unit: form["unit\(place)"], name: form["name\(place)"],
                amount: form["amount\(place)"],
                scale: Scale(rawValue: form["scale\(place)"]) ?? .days)
        }.filter { !$0.isEmpty }
    }

    static func draft(of form: Site.Form) throws(Rejection) -> Draft {
        var bodies: [Body] = []
        for (index, row) in rows(of: form).enumerated() {
            guard let amount = Int(row.amount),
                let term = Term(amount: amount, unit: row.scale.rawValue)
            else { throw .termInvalid(place: index + 1) }
            if !row.unit.isEmpty, !row.name.isEmpty { throw .twoBodies(place: index + 1) }
            bodies.append(
                row.unit.isEmpty
                    ? Body(name: row.name, term: term)
                    : Body(unit: UnitID(row.unit), term: term))
        }
        var lead: Int?
        if !form["lead"].isEmpty {
            guard let place = Int(form["lead"]) else { throw .leadUnknown }
            lead = place
        }
        return Draft(
            question: form["question"], order: Order(rawValue: form["order"]) ?? .parallel,
            bodies: bodies, lead: lead, silence: Silence(rawValue: form["silence"]) ?? .reported,
            basis: form["basis"], isBeyond: !form["beyond"].isEmpty)
    }

    static func reply(of form: Site.Form) throws(Rejection) -> Reply {
        let day = DayNumber(form["documentDay"])
        if day == nil, !form["documentDay"].isEmpty { throw .documentDayInvalid }
        return Reply(
            opinion: Opinion(rawValue: form["opinion"]), words: form["words"],
            document: form["document"], documentDay: day)
    }
}
