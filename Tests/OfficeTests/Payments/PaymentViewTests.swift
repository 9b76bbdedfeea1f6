// What the pages of payments are made of: fields with names, identities that are unique, words of
// both languages, and nothing that a reader may not do.

import Engine
import HTML
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The pages of payments as they are written` {
    private static func frame(_ language: Language = .vi) throws -> Site.Frame {
        Site.Frame(
            texts: try .bundled(), assets: [:], language: language, viewer: nil,
            now: LocalMinute("2017-07-10T09:00") ?? LocalMinute(rawValue: 0), isDemo: false,
            path: "/", formToken: "", commandKey: "")
    }

    private static let now = LocalMinute("2017-07-03T09:00") ?? LocalMinute(rawValue: 0)

    private static func line(
        _ number: Int, _ change: (inout Payments.Payment) -> Void = { _ in }
    ) -> Payments.Sheet.Line {
        var payment = Payments.Payment(
            number: number, amount: 8_000, reason: "Bản sao \(number)", askedAt: now,
            askedBy: "chi")
        change(&payment)
        return .init(
            payment: payment, state: payment.state, askedBy: "Người chi",
            paidBy: payment.paid == nil ? "" : "Người binh")
    }

    private static let paid = Payments.Paid(
        at: now + 5, by: "binh", way: .cash, day: now.day, receipt: "BL 7", reference: "FT 9")

    private static func sheet(
        _ lines: [Payments.Sheet.Line], mayWrite: Bool = true, transfer: String? = nil
    ) -> Payments.Sheet {
        .init(
            dossier: "PA-170703-0001", title: "Khai sinh", payments: lines,
            account: transfer == nil
                ? nil : .init(bank: "970436", number: "1234567", holder: "UBND PHUONG A"),
            purpose: "PA1707030001", transfer: transfer, mayWrite: mayWrite)
    }

    /// Identities on one page are each its own, and every label has its field.
    private func expectWired(_ page: String) {
        let ids = page.ranges(of: " id=\"").map { range in
            String(page[range.upperBound...].prefix { $0 != "\"" })
        }
        #expect(Set(ids).count == ids.count, "\(ids.sorted())")
        for range in page.ranges(of: "<label for=\"") {
            let field = String(page[range.upperBound...].prefix { $0 != "\"" })
            #expect(ids.contains(field), "\(field)")
        }
    }

    @Test(arguments: [Language.vi, .en])
    func `the sheet has one form for what can be done now`(_ language: Language) throws {
        let frame = try Self.frame(language)
        func forms(_ sheet: Payments.Sheet) -> [String] {
            let page = PaymentSheetView(sheet: sheet, frame: frame).html.string
            expectWired(page)
            return ["ask", "confirm", "cancel", "refund"].filter {
                page.contains("name=\"act\" value=\"\($0)\"")
            }
        }
        #expect(forms(Self.sheet([])) == ["ask"])
        #expect(forms(Self.sheet([Self.line(1)])) == ["confirm", "cancel"])
        #expect(forms(Self.sheet([Self.line(1) { $0.paid = Self.paid }])) == ["ask", "refund"])
        let both = [Self.line(1) { $0.paid = Self.paid }, Self.line(2)]
        #expect(forms(Self.sheet(both)) == ["confirm", "cancel", "refund"])
        #expect(forms(Self.sheet(both, mayWrite: false)).isEmpty)
        let given = Self.line(1) {
            $0.paid = Self.paid
            $0.refunds = [.init(at: Self.now, by: "chi", amount: 8_000, reason: "x", reference: "")]
        }
        #expect(forms(Self.sheet([given])) == ["ask"], "nothing is left to give back")
    }

    @Test func `a payment tells everything that happened to it`() throws {
        let line = Self.line(1) {
            $0.paid = Self.paid
            $0.refunds = [
                .init(at: Self.now + 9, by: "chi", amount: 3_000, reason: "Thừa", reference: "PC 1")
            ]
        }
        let page = PaymentLineView(line: line, frame: try Self.frame()).html.string
        for words in [
            "8.000 đồng", "Đã thu", "Bản sao 1", "Người chi", "Người binh", "03/07/2017",
            "Tiền mặt tại quầy", "BL 7", "FT 9", "3.000 đồng: Thừa", "PC 1",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        let cancelled = Self.line(2) {
            $0.cancelled = .init(at: Self.now, by: "chi", reason: "Nhầm hồ sơ")
        }
        let second = PaymentLineView(line: cancelled, frame: try Self.frame()).html.string
        #expect(second.contains("Đã hủy vì") && second.contains("Nhầm hồ sơ"))
    }

    @Test func `without an account there are words instead of a code`() throws {
        let without = PaymentSheetView(sheet: Self.sheet([Self.line(1)]), frame: try Self.frame())
        #expect(without.html.string.contains("chưa có tài khoản nhận chuyển khoản"))
        #expect(!without.html.string.contains("<svg class=\"qr\""))
        let code = try Payments.VietQR(
            bank: "970436", account: "1234567", amount: 8_000, purpose: "PA1707030001")
        let with = PaymentSheetView(
            sheet: Self.sheet([Self.line(1)], transfer: code.text), frame: try Self.frame(.en))
        #expect(with.html.string.contains("VietQR code: transfer 8,000 đồng, purpose PA1707030001"))
    }

    /// The form that was refused stands open with what was typed, the others as they were.
    @Test(arguments: [
        ("refund", Payments.Rejection.refundTooLarge(left: 8_000), "amount", "9.000"),
        ("refund", .reasonMissing, "reason", ""),
        ("refund", .wordsTooLong(field: "reference"), "reference", "x"),
        ("confirm", .receiptMissing, "receipt", ""),
        ("confirm", .dayAhead(now.day), "day", "2018-01-01"),
        ("cancel", .reasonMissing, "reason", ""),
    ])
    func `a refusal leads to its field`(
        _ act: String, _ refusal: Payments.Rejection, _ field: String, _ typed: String
    ) throws {
        let lines = [Self.line(1) { $0.paid = Self.paid }, Self.line(2)]
        let page = PaymentSheetView(
            sheet: Self.sheet(lines), frame: try Self.frame(),
            entered: Site.Form(pairs: [("act", act), (field, typed)]), refusal: refusal
        ).html.string
        expectWired(page)
        #expect(page.contains("<a href=\"#\(act)-\(field)\">"))
        #expect(page.contains("id=\"\(act)-\(field)-error\""))
        #expect(page.contains("<title>Lỗi: "))
        #expect(page.count(of: "aria-invalid") == 1)
        if !typed.isEmpty { #expect(page.contains("value=\"\(typed)\"")) }
        if act != "confirm" { #expect(page.contains("<details open>")) }
    }

    @Test func `earlier accounts stay in view`() throws {
        func version(_ number: String) -> Payments.AccountPage.Version {
            .init(
                account: .init(bank: "970436", number: number, holder: "UBND PHUONG A"),
                at: Self.now, by: "Người quản trị")
        }
        let page = PaymentAccountView(
            page: .init(
                office: "p", officeName: "UBND phường A",
                versions: [version("2222222"), version("1111111")], trial: nil, maySet: true),
            frame: try Self.frame()
        ).html.string
        expectWired(page)
        let now = try #require(page.firstRange(of: "2222222"))
        let before = try #require(page.firstRange(of: "1111111"))
        #expect(now.lowerBound < before.lowerBound && page.contains("Các tài khoản trước đây"))
        #expect(page.contains("name=\"office\" value=\"p\""))
    }

    @Test func `a statement without a line that came in says so`() throws {
        let table = Payments.StatementTable(office: "UBND phường A", lines: [], passedOver: 3)
        let page = PaymentStatementView(table: table, frame: try Self.frame(), isRead: true)
            .html.string
        #expect(page.contains("Sao kê không có khoản tiền về"))
        #expect(!page.contains("name=\"line\"") && !page.contains("Ghi nhận"))
        let empty = PaymentStatementView(table: table, frame: try Self.frame()).html.string
        expectWired(empty)
        #expect(empty.contains("<textarea id=\"statement\""))
    }

    /// Each match has a word and a look of its own in both languages.
    @Test(arguments: [Language.vi, .en])
    func `every result of a line has its words`(_ language: Language) throws {
        let frame = try Self.frame(language)
        let lines = Payments.Match.allCases.map { match in
            Payments.MatchedLine(
                line: .init(
                    line: 1, day: Self.now.day, amount: 8_000, description: "<i>x</i>",
                    reference: "FT"),
                match: match, dossier: nil, number: nil, asked: nil, isExtra: false)
        }
        let page = PaymentStatementView(
            table: .init(office: "A", lines: lines, passedOver: 0), frame: frame, isRead: true
        ).html.string
        for match in Payments.Match.allCases {
            #expect(page.count(of: frame.text("payment.match.\(match.rawValue)")) >= 2)
        }
        #expect(!page.contains("<i>x</i>") && page.contains("&lt;i&gt;x&lt;/i&gt;"))
        let looks = Set(
            page.ranges(of: "<span class=\"st ").map {
                String(page[$0.upperBound...].prefix { $0 != "\"" })
            })
        #expect(looks.count == Payments.Match.allCases.count, "\(looks)")
    }

    @Test func `a settlement adds its lines up`() throws {
        func line(_ process: String, _ received: Int, _ refunded: Int) -> Payments.SettlementLine {
            .init(
                process: process, title: "Thủ tục \(process)", received: received,
                receivedCount: 2, refunded: refunded, refundedCount: 1)
        }
        let settlement = Payments.Settlement(
            office: "p", officeName: "UBND phường A",
            from: Self.now.day, through: Self.now.day + 30, at: Self.now,
            lines: [line("KS-01", 1_000_000, 20_000), line("CT-02", 5_000, 5_000)], openCount: 4,
            openAmount: 32_000)
        #expect(settlement.received == 1_005_000 && settlement.refunded == 25_000)
        #expect(settlement.net == 980_000)
        #expect(settlement.receivedCount == 4 && settlement.refundedCount == 2)
        let period = try #require(Reports.Period("2017-Q3"))
        let page = PaymentSettlementView(
            settlement: settlement, period: period, frame: try Self.frame()
        ).html.string
        for words in ["980.000 đồng", "1.005.000", "Quý 3 năm 2017", "4 khoản, lúc"] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(page.contains("/payments/settlement.csv?period=2017-Q3&amp;office=p"))
        // A period that the reports do not offer is offered nevertheless.
        let old = try #require(Reports.Period("2011-Q1"))
        let other = PaymentSettlementView(
            settlement: settlement, period: old, frame: try Self.frame(.en)
        ).html.string
        #expect(other.contains("<option value=\"2011-Q1\" selected>Quarter 1 of 2011</option>"))
    }
}
