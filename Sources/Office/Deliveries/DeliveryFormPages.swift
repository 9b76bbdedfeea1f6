// What forms of deliveries say. Shape only, no rules.

import Engine
import HTML
import WorkTime

extension Deliveries {
    static func address(of code: String) -> Link { "/deliveries/\(code)" }

    static func isTicked(_ form: Site.Form, _ name: String) -> Bool {
        ["1", "true"].contains(form[name])
    }

    /// - Parameter files: Under which pictures came in.
    static func act(of form: Site.Form, files: String = "") throws(Rejection) -> Act {
        switch form["act"] {
        case "request": return .request(try entered(form))
        case "schedule":
            return .schedule(
                try start(of: form), officer: form.stated("officer").map { PersonID($0) })
        case "send": return .send
        case "fail":
            guard let outcome = Outcome(rawValue: form["outcome"]) else {
                throw .actUnknown(form["outcome"])
            }
            return .fail(outcome)
        case "handOver":
            return .handOver(
                Handing(
                    code: form["code"], receiver: form["receiver"], paper: form["paper"],
                    identityChecked: isTicked(form, "identity"),
                    receiptChecked: isTicked(form, "receipt"),
                    giftGiven: isTicked(form, "gift"), files: files))
        case "back": return .back
        case "again": return .again(Payer(rawValue: form["payer"]) ?? .recipient)
        case "take": return .take(receipt: form["number"])
        case let act: throw .actUnknown(act)
        }
    }

    private static func start(of form: Site.Form) throws(Rejection) -> LocalMinute {
        guard let start = LocalMinute(form["slot"]) else { throw .slotUnknown }
        return start
    }

    static func entered(_ form: Site.Form) throws(Rejection) -> Entered {
        let carrier = Carrier(rawValue: form.stated("carrier") ?? Carrier.officer.rawValue)
        guard let carrier else { throw .carrierNotOffered }
        return Entered(
            recipient: Recipient(
                name: form["name"], phone: form["phone"], address: form["address"]),
            wish: form.stated("slot") == nil ? nil : try start(of: form), carrier: carrier,
            payer: Payer(rawValue: form["payer"]) ?? .recipient,
            hasGift: isTicked(form, "gift"))
    }

    static func planAct(of form: Site.Form) throws(Rejection) -> PlanAct {
        switch form["act"] {
        case "slots": return .setSlots(try rules(of: form))
        case "roster":
            return .roster(
                try start(of: form), officer: form.stated("officer").map { PersonID($0) })
        case let act: throw .actUnknown(act)
        }
    }

    /// A row without hours is none.
    private static func rules(of form: Site.Form) throws(Rejection) -> [SlotRule] {
        var rules: [SlotRule] = []
        for row in 1...rulesMaximum + 1 {
            let hours = [form["from.\(row)"], form["through.\(row)"]]
            if hours.allSatisfy(\.isEmpty) { continue }
            guard let first = Int(form["first.\(row)"]).flatMap(Weekday.init(rawValue:)),
                let last = Int(form["last.\(row)"]).flatMap(Weekday.init(rawValue:)),
                let from = MinuteOfDay(hours[0]), let through = MinuteOfDay(hours[1])
            else { throw .ruleInvalid(row: row) }
            rules.append(
                SlotRule(
                    first: first, last: last, from: from, through: through,
                    onHolidays: isTicked(form, "holidays.\(row)")))
        }
        return rules
    }
}
