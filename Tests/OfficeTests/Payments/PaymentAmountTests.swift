// Amounts and days as banks, spreadsheets and people write them; nothing is guessed.

import Testing
import WorkTime

@testable import Office

enum LocalMinuteSample {
    static let day = DayNumber("2017-07-03")
}

@Suite struct `An amount in words of a bank` {
    @Test(arguments: [
        ("8000", 8_000), ("8.000", 8_000), ("8,000", 8_000), ("8 000", 8_000), ("+8000", 8_000),
        ("1.234.567", 1_234_567), ("1,234,567", 1_234_567), ("8,000.00", 8_000),
        ("8.000,00", 8_000), ("1,234,567.0", 1_234_567), ("8000.00", 8_000), ("8000,0", 8_000),
        ("8000 VND", 8_000), ("8.000đ", 8_000), ("8.000 đồng", 8_000), ("8000vnđ", 8_000),
        ("8.000 ₫", 8_000), (" 8\u{00A0}000 ", 8_000), ("-8.000", -8_000), ("- 8,000.00", -8_000),
        ("0", 0), ("000", 0), ("100", 100), ("9999999999999", 9_999_999_999_999),
    ])
    func `is understood`(_ text: String, _ amount: Int) {
        #expect(Payments.amount(of: text) == amount)
    }

    @Test(arguments: [
        "", " ", "-", "+", "đ", "VND", "abc", "8.50", "8000.50", "8,5", "80.00.000", "1.23",
        "1.2345", "1234.567", "1,23,456", ".000", "8.", "8..000", "8,,000", "8.000.00", "8e5",
        "=8000", "1/2", "0x10", "８０００", "8.000,5", "8.000.000.00", "99999999999999", "--8",
        "8-", "8.000 USD", "1.000.000,000,00",
    ])
    func `is not guessed`(_ text: String) {
        #expect(Payments.amount(of: text) == nil, "\(text)")
    }
}

@Suite struct `A day in words of a bank` {
    @Test(arguments: [
        "03/07/2017", "3/7/2017", "03-07-2017", "3.7.2017", "2017-07-03", "2017/07/03",
        "03/07/2017 14:22:11", "2017-07-03T14:22:11", "03/07/2017\n14:22",
    ])
    func `is understood, the day before the month`(_ text: String) {
        #expect(Payments.day(of: text) == LocalMinuteSample.day)
    }

    @Test(arguments: [
        "", "03/07", "03/07/17", "30/02/2017", "13/13/2017", "2017", "hôm nay", "03/07/20170",
        "00/07/2017", "a/b/2017", "-3/7/2017", "3/7/2017/1",
    ])
    func `is not guessed`(_ text: String) {
        #expect(Payments.day(of: text) == nil, "\(text)")
    }
}
