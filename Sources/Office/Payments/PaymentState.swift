// The payments of a dossier and the account of an office, told from their entries.

import Engine
import Ledger
import WorkTime

extension Payments.Bill: ToldState {
    /// Most dossiers have two or three entries.
    static var savedEvery: Int { 16 }

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        var bill = state ?? Self()
        bill.apply(
            try EventDecoding.event(
                Payments.Event.self, entryType: entry.type,
                payload: try entry.decodedPayload(), feature: Payments.feature))
        return bill
    }
}

extension Payments.AccountBook: ToldState {
    static var savedEvery: Int { 1 }

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        var book = state ?? Self()
        book.apply(
            try EventDecoding.event(
                Payments.AccountEvent.self, entryType: entry.type,
                payload: try entry.decodedPayload(), feature: Payments.accountFeature))
        return book
    }
}
