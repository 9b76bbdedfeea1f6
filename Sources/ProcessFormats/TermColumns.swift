// A term as two fields of a table: a number that may have a fraction, and a unit in Vietnamese.

import WorkTime

/// A decimal number kept exactly: `11.5` is 115 tenths.
struct ExactDecimal: Hashable {
    var digits: Int
    /// Power of ten that divides the digits.
    var scale: Int

    /// Largest number before the mark.
    static let wholeMaximum = 999_999_999

    /// Reads `-1`, `0`, `11.5` or `11,5`; up to nine digits before and four after the mark.
    init?(_ text: String) {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
        guard let whole = parts.first, parts.count <= 2 else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard (1...9).contains(whole.utf8.count), fraction.utf8.count <= 4,
            parts.count == 1 || !fraction.isEmpty,
            (whole + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let digits = Int(whole + fraction)
        else { return nil }
        self.digits = isNegative ? -digits : digits
        scale = fraction.utf8.count
    }

    /// The number times a factor, when that is whole.
    func times(_ factor: Int) -> Int? {
        let power = (0..<scale).reduce(1) { power, _ in power * 10 }
        let product = digits * factor
        return product % power == 0 ? product / power : nil
    }
}

/// Units of time in tables of Vietnamese offices.
enum TermColumns {
    static let workingDay = "ngày làm việc"
    static let halfDay = "buổi làm việc"
    static let calendarDay = "ngày"
    static let hour = "giờ"
    static let minute = "phút"
    static let sameDay = "trong ngày"
    static let all = [workingDay, halfDay, calendarDay, hour, minute, sameDay]

    /// Fractions of a working day are halves, or minutes of a day of 480 minutes. No days is no
    /// half day: the step is done in the half day it is reached in. `nil` when it cannot be.
    static func term(_ number: ExactDecimal, unit: String) -> Term? {
        guard number.digits >= 0 else { return nil }
        switch unit {
        case workingDay, "ngày công":
            if let days = number.times(1), days > 0 { return .workingDays(days) }
            if let halves = number.times(2) { return .halfDays(halves) }
            return number.times(480).map(Term.workingMinutes)
        case halfDay, "buổi": return number.times(1).map(Term.halfDays)
        case calendarDay, "ngày lịch":
            return number.times(1).flatMap { $0 > 0 ? .calendarDays($0) : .halfDays(0) }
        case hour, "giờ làm việc": return number.times(60).map(Term.workingMinutes)
        case minute, "phút làm việc": return number.times(1).map(Term.workingMinutes)
        case sameDay: return .sameDay
        default: return nil
        }
    }

    /// Value and unit that read back as the same term.
    static func fields(of term: Term) -> (value: String, unit: String) {
        switch term {
        case .workingDays(let days): (String(days), workingDay)
        case .halfDays(0): ("0", workingDay)
        case .halfDays(let halves) where halves % 2 == 1: ("\(halves / 2).5", workingDay)
        case .halfDays(let halves): (String(halves), halfDay)
        case .calendarDays(let days): (String(days), calendarDay)
        case .workingMinutes(let minutes) where minutes % 60 == 0: (String(minutes / 60), hour)
        case .workingMinutes(let minutes): (String(minutes), minute)
        case .sameDay: ("0", sameDay)
        }
    }
}
