// From a posted form to a command: shape only, no rules.

import Engine
import ProcessModel
import WorkTime

extension Dossiers {
    /// The command that a form of a dossier's page asks for; `nil` when it names no act.
    static func command(
        of form: Site.Form, code: String, fields: [FormField], on day: DayNumber? = nil
    ) -> Command? {
        guard let act = Act(rawValue: form["act"]) else { return nil }
        let item = item(of: form)
        let reason = form["reason"]
        if act == .askSupplement {
            return .askSupplement(code, item, reason: reason, papers: lines(form["papers"]))
        }
        let values = fields.values(in: form, on: day)
        return engineCommand(act, item, reason, form, values).map { .act(code, $0) }
    }

    /// The piece of work that a form names.
    static func item(of form: Site.Form) -> WorkItemID { WorkItemID(Int(form["item"]) ?? 0) }

    private static func engineCommand(
        _ act: Act, _ item: WorkItemID, _ reason: String, _ form: Site.Form,
        _ values: [String: FieldValue]
    ) -> EngineCommand? {
        switch act {
        case .accept: .accept(item)
        case .returnHandover: .returnHandover(item, reason: reason)
        case .take: .take(item)
        case .assign: .assign(item, to: PersonID(form["person"]))
        case .handOver: .handOver(item, to: PersonID(form["person"]), reason: reason)
        case .complete:
            .complete(item, product: form["product"], fields: values)
        case .sendBack: .sendBack(item, to: NodeID(form["node"]), reason: reason)
        case .receiveSupplement: .receiveSupplement(item)
        case .askDuty: .askDuty(item, reason: reason)
        case .confirmDuty: .confirmDuty(item)
        case .endWait: .endWait(item, event: form["event"].isEmpty ? nil : NodeID(form["event"]))
        case .retry: .retry(item, fields: [:])
        case .refuse: .close(.refused, reason: reason)
        case .withdraw: .close(.withdrawn, reason: reason)
        case .stop: .close(.stopped, reason: reason)
        case .askSupplement: nil
        }
    }

    /// Lines that hold something.
    static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { line in
            String(line.trimmingPrefix(while: \.isWhitespace))
        }.filter { !$0.isEmpty }
    }
}
