// Statements as banks give them and as nobody should: columns, lines, and which line pays what.

import Testing
import WorkTime

@testable import Office

@Suite struct `A bank's statement` {
    private func read(_ text: String) throws -> Payments.Statement {
        try Payments.statement(of: text)
    }

    private static let heads: [(String, String)] = [
        (",", "Ngày giao dịch,Số tiền ghi có,Diễn giải,Số tham chiếu"),
        (",", "NGÀY GD,Ghi có,Nội dung,Số CT"),
        (",", "Transaction date,Credit,Description,Reference"),
        (";", "Ngày / Date;Số tiền (Amount);Mô tả / Details;Mã giao dịch"),
        ("\t", "Posting Date\tAmount\tRemarks\tRef No"),
        (",", "\u{FEFF}Date,Credit amount,Narrative,Transaction ID"),
        (",", "Ngày hiệu lực,Phát sinh có,Nội dung giao dịch,Số bút toán"),
    ]

    @Test func `is read by the names of its columns`() throws {
        for (separator, head) in Self.heads {
            let line = ["03/07/2017", "8.000", "PA1707030001 le phi", "FT1"]
            let text = head + "\r\n" + line.joined(separator: separator) + "\r\n"
            let statement = try read(text)
            #expect(
                statement.lines == [
                    .init(
                        line: 2, day: LocalMinuteSample.day, amount: 8_000,
                        description: "PA1707030001 le phi", reference: "FT1")
                ], "\(head)")
            #expect(statement.passedOver == 0)
        }
    }

    @Test func `may begin with words about the account, and has more columns`() throws {
        let text = """
            NGÂN HÀNG TMCP VÍ DỤ,,,,
            Số tài khoản: 1234567,,,,
            "Từ ngày 01/07/2017, đến ngày 31/07/2017",,,,

            STT,Ngày giao dịch,Ghi nợ,Ghi có,Số dư,Diễn giải
            1,03/07/2017,,"8,000.00","1,008,000.00","PA1707030001, nộp phí"
            2,03/07/2017,"50,000.00",,"958,000.00",rut tien
            3,04/07/2017,0,0,"958,000.00",phi
            Tổng cộng,,"50,000.00",,,
            """
        let statement = try read(text)
        #expect(statement.lines.map(\.line) == [6])
        #expect(statement.lines.first?.amount == 8_000)
        #expect(statement.lines.first?.description == "PA1707030001, nộp phí")
        #expect(statement.passedOver == 3)
    }

    /// One bank writes day and number of the document into one column.
    @Test func `with the reference beneath the day is read without it`() throws {
        let text = """
            "Ngày giao dịch / TNX Date
            Số CT / Doc No",Số tiền ghi có / Credit,Nội dung chi tiết / Description
            "03/07/2017
            5078 - 12345","8,000","MBVCB.1 PA1707030001"
            """
        let statement = try read(text)
        #expect(
            statement.lines == [
                .init(
                    line: 3, day: LocalMinuteSample.day, amount: 8_000,
                    description: "MBVCB.1 PA1707030001", reference: "")
            ])
    }

    /// The column of what came in counts before that of the amount alone.
    @Test func `with two columns of money takes the one that came in`() throws {
        let statement = try read(
            "Ngày,Số tiền,Ghi có,Nội dung\n03/07/2017,50.000,,rut\n03/07/2017,,8.000,nop")
        #expect(statement.lines.map(\.amount) == [8_000] && statement.passedOver == 1)
    }

    @Test func `keeps lines that cannot be read, so that nobody misses them`() throws {
        let statement = try read(
            """
            Ngày,Ghi có,Nội dung
            hôm qua,8.000,PA1707030001
            03/07/2017,tám nghìn,PA1707030001
            03/07/2017,8.000
            03/07/2017
            """)
        #expect(statement.lines.map(\.day) == [nil, LocalMinuteSample.day, LocalMinuteSample.day])
        #expect(statement.lines.map(\.amount) == [8_000, nil, 8_000])
        #expect(statement.lines.map(\.description) == ["PA1707030001", "PA1707030001", ""])
        #expect(statement.passedOver == 1)
    }

    private static let refused: [(String, Payments.StatementFlaw)] = [
        ("", .empty), (" \n\t\r\n ", .empty), ("\u{FEFF}", .empty),
        ("xin chào", .columnsMissing([.date, .amount, .description])),
        ("Ngày,Nội dung\n03/07/2017,x", .columnsMissing([.amount])),
        ("Ngày;Ghi có\n03/07/2017;8000", .columnsMissing([.description])),
        ("8000,03/07/2017,PA1707030001", .columnsMissing([.date, .amount, .description])),
        (String(repeating: "x", count: 400_001), .tooLong),
        (
            "Ngày,Ghi có,Nội dung\n"
                + String(repeating: "03/07/2017,1,x\n", count: 2_001), .tooLong
        ),
    ]

    @Test(arguments: refused.indices)
    func `that cannot be used is refused with what is missing`(_ index: Int) throws {
        let (text, flaw) = Self.refused[index]
        #expect(throws: flaw) { try read(text) }
        #expect(!flaw.sentence.vi.isEmpty && !flaw.sentence.en.isEmpty)
    }

    @Test(arguments: [
        "Ngày,Ghi có,Nội dung\n03/07/2017,8000,\"không đóng",
        "Ngày,Ghi có,Nội dung\n03/07/2017,8000,a\"b",
        "Ngày,Ghi có,Nội dung\n03/07/2017,8000,\"a\"b",
    ])
    func `that breaks the grammar names its line or what it lacks`(_ text: String) {
        #expect(throws: Payments.StatementFlaw.self) { try read(text) }
    }

    /// Whatever is pasted: an answer or a refusal, never a crash, and never more than there is.
    @Test(arguments: [1, 7, 2_017])
    func `of chance is read or refused`(_ seed: UInt64) throws {
        var chance = DossierTestChance(seed: seed)
        let pieces = [
            "Ngày", "Ghi có", "Nội dung", ",", ";", "\t", "\n", "\r", "\"", "8.000", "-1",
            "03/07/2017",
            "PA1707030001", "=1+1", "\0", "é", "👩‍👩‍👧", "\u{202E}", " ", "99999999999999999999",
        ]
        for _ in 0..<2_000 {
            let text = (0..<chance.below(40)).map { _ in chance.pick(pieces) }.joined()
            guard let statement = try? read(text) else { continue }
            #expect(statement.lines.count + statement.passedOver <= text.count)
            #expect(statement.lines.allSatisfy { ($0.amount ?? 1) > 0 })
        }
    }
}

@Suite struct `Matching a statement` {
    private static let day = LocalMinuteSample.day ?? DayNumber(rawValue: 0)

    private func line(
        _ words: String, _ amount: Int? = 8_000, day: DayNumber? = day, reference: String = ""
    ) -> Payments.StatementLine {
        .init(line: 1, day: day, amount: amount, description: words, reference: reference)
    }

    private func known(
        _ number: Int = 1, dossier: String = "PA-170703-0001", amount: Int = 8_000,
        _ state: Payments.Payment.State = .open, asked: DayNumber = day, paid: DayNumber? = nil,
        reference: String = ""
    ) -> Payments.Known {
        .init(
            dossier: dossier, number: number, purpose: Payments.purpose(of: dossier),
            amount: amount, askedDay: asked, state: state, paidDay: paid, reference: reference)
    }

    private func match(
        _ lines: [Payments.StatementLine], _ known: [Payments.Known]
    ) -> [Payments.MatchedLine] {
        Payments.match(lines, with: known, office: "PA", today: Self.day + 5)
    }

    @Test func `finds the fee that waits, to the đồng`() {
        let found = match([line("PA1707030001 nop")], [known()])
        #expect(found.map(\.match) == [.matched])
        #expect(found[0].dossier == "PA-170703-0001" && found[0].number == 1)
        #expect(match([line("PA1707030001", 7_999)], [known()]).map(\.match) == [.wrongAmount])
        #expect(match([line("PA1707030001", 8_001)], [known()])[0].asked == 8_000)
    }

    @Test func `knows what names nothing`() {
        let lines = [
            line("PA1707030002"), line("cam on"), line(""), line("PB1707030001"),
            line("PA1707030001 PA1707030003"),
        ]
        let found = match(lines, [known(), known(dossier: "PA-170703-0003")])
        #expect(found.map(\.match) == Array(repeating: .unknownCode, count: 5))
        #expect(found.allSatisfy { $0.dossier == nil })
    }

    @Test func `does not guess what cannot be read, nor what is yet to come`() {
        let lines = [
            line("PA1707030001", nil), line("PA1707030001", day: nil),
            line("PA1707030001", day: Self.day + 6),
        ]
        #expect(match(lines, [known()]).map(\.match) == Array(repeating: .unreadable, count: 3))
    }

    @Test func `pays nothing twice, within a statement or with two`() {
        let twice = match([line("PA1707030001"), line("PA1707030001")], [known()])
        #expect(twice.map(\.match) == [.matched, .already])
        #expect(twice.map(\.isExtra) == [false, true])
        let paid = known(1, .paid, paid: Self.day, reference: "FT1")
        let again = match([line("PA1707030001", reference: "FT1")], [paid])
        #expect(again.map(\.match) == [.already] && !again[0].isExtra)
        let other = match([line("PA1707030001", reference: "FT2")], [paid])
        #expect(other.map(\.match) == [.already] && other[0].isExtra)
        let later = match([line("PA1707030001", day: Self.day + 1, reference: "FT1")], [paid])
        #expect(later.map(\.match) == [.already] && later[0].isExtra)
    }

    /// An officer saw it first and did not write the bank's number down.
    @Test func `knows a transfer that was confirmed by hand`() {
        let byHand = known(1, .paid, paid: Self.day)
        let found = match([line("PA1707030001", reference: "FT9")], [byHand])
        #expect(found.map(\.match) == [.already] && !found[0].isExtra)
        let two = match(
            [line("PA1707030001", reference: "FT9"), line("PA1707030001", reference: "FT8")],
            [byHand])
        #expect(two.map(\.isExtra) == [false, true])
    }

    /// The second fee of a dossier is not paid by the transfer for the first.
    @Test func `tells the fees of one dossier apart`() {
        let first = known(1, .paid, paid: Self.day, reference: "FT1")
        let second = known(2, asked: Self.day + 1)
        let lines = [
            line("PA1707030001", reference: "FT1"),
            line("PA1707030001", day: Self.day + 2, reference: "FT2"),
        ]
        let found = match(lines, [first, second])
        #expect(found.map(\.match) == [.already, .matched])
        #expect(found.map(\.number) == [1, 2])
        // Older than the asking: it cannot be meant.
        let old = match([line("PA1707030001", reference: "FT3")], [first, second])
        #expect(old.map(\.match) == [.already] && old[0].isExtra)
    }

    @Test func `passes over what was cancelled and knows what was refunded`() {
        #expect(match([line("PA1707030001")], [known(1, .cancelled)])[0].match == .unknownCode)
        let refunded = known(1, .refunded, paid: Self.day)
        #expect(match([line("PA1707030001")], [refunded])[0].match == .already)
    }

    @Test func `chooses the number that exists where digits follow`() {
        let known = [known(dossier: "PA-170703-1023")]
        #expect(match([line("PA17070310234567")], known).map(\.match) == [.matched])
        let both = known + [self.known(dossier: "PA-170703-10234")]
        #expect(match([line("PA17070310234567")], both).map(\.match) == [.unknownCode])
    }
}

@Suite struct `A cell of the exported list` {
    @Test(arguments: [
        ("Tờ khai", "Tờ khai"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
        ("a;b", "\"a;b\""), ("a\nb", "\"a\nb\""), ("8.000", "8.000"), ("a=b", "a=b"),
        ("=1+1", "'=1+1"), ("+84", "'+84"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"),
        ("|x", "'|x"), ("%x", "'%x"), ("  =1", "'  =1"), ("\t=1", "\"'\t=1\""),
        ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""),
        ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
        ("\u{00A0}=1", "'\u{00A0}=1"),
    ])
    func `is no formula for any spreadsheet`(_ text: String, _ cell: String) {
        #expect(Payments.cell(text) == cell)
    }

    /// A mark that joins the first letter does not hide it.
    @Test func `is safe though a mark follows its sign`() {
        #expect(Payments.cell("=\u{0301}1").hasPrefix("'"))
    }

    @Test func `stands in a table that is read again`() throws {
        let day = try #require(LocalMinuteSample.day)
        let text = Payments.table(
            of: [
                .init(
                    day: day, isRefund: false, dossier: "PA-170703-0001", number: 1,
                    title: "Khai sinh, \"gấp\"", amount: 8_000, way: .cash, receipt: "=1",
                    reference: "", reason: "Lệ phí\nbản sao"),
                .init(
                    day: day, isRefund: true, dossier: "PA-170703-0001", number: 1,
                    title: "Khai sinh", amount: 3_000, way: nil, receipt: "", reference: "CT 1",
                    reason: "thu thừa"),
            ], heads: ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
        ) { $0?.rawValue ?? "refund" }
        #expect(text.hasPrefix("\u{FEFF}a,b,"))
        let rows = try CSVReading.rows(String(text.dropFirst()))
        #expect(rows.map(\.count) == [9, 9, 9])
        #expect(
            rows[1] == [
                "2017-07-03", "cash", "PA-170703-0001", "1", "Khai sinh, \"gấp\"", "8000", "'=1",
                "",
                "Lệ phí\nbản sao",
            ])
        #expect(rows[2][1] == "refund" && rows[2][5] == "-3000")
    }
}
