// The numbers by month as a file for a spreadsheet.

import WorkTime

extension Petitions {
    static let columns = [
        "month", "received", "conduct", "regulation", "idea", "answered", "refused",
        "forwarded", "endedLate", "open", "openLate",
    ]

    /// Comma-separated values after RFC 4180 with a mark of UTF-8, which spreadsheets need to read
    /// Vietnamese.
    /// - Parameter heads: Words of the columns, in order.
    static func table(of months: [MonthFigures], heads: [String]) -> String {
        let rows = months.map { month in
            ([month.name] + month.numbers.map(String.init)).joined(separator: ",")
        }
        return "\u{FEFF}"
            + ([heads.map(Payments.cell).joined(separator: ",")] + rows)
            .map { $0 + "\r\n" }.joined()
    }
}

extension Petitions.MonthFigures {
    /// `07/2017`.
    var name: String {
        let number = month % 100
        return (number < 10 ? "0" : "") + "\(number)/\(month / 100)"
    }

    /// In the order of the columns, without the month.
    var numbers: [Int] {
        [
            received, conduct, regulation, idea, answered, refused, forwarded, endedLate, open,
            openLate,
        ]
    }
}
