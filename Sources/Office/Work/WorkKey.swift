// The key at which a page of a work list goes on: due, dossier, item of its last row.

import Ledger
import WorkTime

/// A keyset key, written as `due~dossier~item` with the due padded so that it sorts as text.
struct WorkKey {
    let due: Int
    let dossier: String
    let item: Int

    /// The key before the first row, or the one given; text that is no key is refused.
    init(_ text: String?) throws {
        guard let text else {
            (due, dossier, item) = (-1, "", 0)
            return
        }
        let parts = text.split(separator: "~", omittingEmptySubsequences: false)
        guard parts.count == 3, let due = Int(parts[0]), let item = Int(parts[2]) else {
            throw DeskRefusal.unknown(text)
        }
        (self.due, dossier, self.item) = (due, String(parts[1]), item)
    }

    /// Values of the row comparison and the size of the page follow it.
    var arguments: [SQLValue] { [SQLValue(due), .text(dossier), SQLValue(item)] }

    static func text(_ due: Int, _ dossier: String, _ item: Int) -> String {
        let digits = String(due)
        return String(repeating: "0", count: max(0, 14 - digits.count))
            + "\(digits)~\(dossier)~\(item)"
    }
}
