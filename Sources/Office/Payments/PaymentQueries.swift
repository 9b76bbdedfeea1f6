// Reading payments: those of one dossier, and the list of an office.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    /// The payments of a dossier; `nil` where the viewer may not see them.
    func paymentSheet(of code: String, for viewer: Viewer) throws -> Payments.Sheet? {
        let organisation = try organisation()
        guard
            let dossier = try told(Dossiers.Dossier.self, by: Dossiers.stream(of: code))?.state,
            organisation.mayReadPayments(
                viewer.person, of: dossier.registration.office, on: viewer.today)
        else { return nil }
        let office = dossier.registration.office
        let bill = try bill(of: code)?.state ?? Payments.Bill()
        let account = try bankAccount(of: office)
        func name(_ person: PersonID) -> String {
            organisation.people[person]?.name ?? person.rawValue
        }
        let transfer = account.flatMap { account in
            bill.open.flatMap { Payments.transfer(to: account, $0.amount, for: code) }
        }
        return Payments.Sheet(
            dossier: code, title: dossier.registration.title,
            payments: bill.payments.map {
                .init(
                    payment: $0, state: $0.state, askedBy: name($0.askedBy),
                    paidBy: $0.paid.map { name($0.by) } ?? "")
            },
            account: account, purpose: Payments.purpose(of: code), transfer: transfer?.text,
            mayWrite: organisation.mayWritePayments(viewer.person, of: office, on: viewer.today))
    }

    /// The office whose payments are asked for: the viewer's own unless another is named.
    func paymentOffice(_ asked: String?, for viewer: Viewer) throws -> People.Unit {
        let id = asked.map { UnitID($0) } ?? viewer.office
        let organisation = try organisation()
        guard let unit = organisation.units[id], unit.kind == .committee,
            organisation.mayReadPayments(viewer.person, of: id, on: viewer.today)
        else { throw Payments.Rejection.officeUnknown(id.rawValue) }
        return unit
    }

    /// One page of an office's payments.
    func payments(
        ofOffice asked: String?, after key: String?, for viewer: Viewer
    ) throws -> Payments.List {
        let office = try paymentOffice(asked, for: viewer)
        let start = try WorkKey(key)
        let found = try rows(
            """
            SELECT dossier, number, title, amount, refunded, reason, state, listOrder, askedAt,
                paidDay, receipt
            FROM payment
            WHERE office = ? AND (listOrder, dossier, number) > (?, ?, ?)
            ORDER BY listOrder, dossier, number LIMIT ?
            """,
            [.text(office.id.rawValue)] + start.arguments + [SQLValue(Payments.listPage + 1)])
        let page = found.prefix(Payments.listPage)
        let last = try page.last.map {
            WorkKey.text(try $0.int("listOrder"), try $0.text("dossier"), try $0.int("number"))
        }
        let open = try rows(
            "SELECT count, amount FROM paymentOpen WHERE office = ?",
            [.text(office.id.rawValue)]
        ).first
        return Payments.List(
            office: office.id.rawValue, officeName: office.name,
            rows: try page.map(Self.paymentRow), openCount: try open?.int("count") ?? 0,
            openAmount: try open?.int("amount") ?? 0,
            hasAccount: try bankAccount(of: office.id) != nil,
            mayWrite: try organisation().mayWritePayments(
                viewer.person, of: office.id, on: viewer.today),
            next: found.count > Payments.listPage ? last : nil)
    }

    private static func paymentRow(_ row: SQLRow) throws -> Payments.Row {
        Payments.Row(
            dossier: try row.text("dossier"), number: try row.int("number"),
            title: try row.text("title"), amount: try row.int("amount"),
            refunded: try row.int("refunded"), reason: try row.text("reason"),
            state: Payments.Payment.State(rawValue: try row.text("state")) ?? .open,
            askedAt: LocalMinute(rawValue: try row.int("askedAt")),
            paidDay: try row.optionalInt("paidDay").map(DayNumber.init(number:)),
            receipt: try row.text("receipt"))
    }
}
