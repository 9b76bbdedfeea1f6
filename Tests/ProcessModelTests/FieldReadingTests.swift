// What was typed into a field, as the value that is kept: one form for each thing that was meant,
// and for what was not meant the flaw that says so.

import ProcessModel
import Testing
import WorkTime

struct FieldReadingTests {
    static let members = FieldType.table(
        FieldTable(
            columns: [
                FieldColumn(key: "ten", label: "Họ tên", required: true),
                FieldColumn(key: "von", label: "Vốn góp", kind: .money),
                FieldColumn(key: "tuoi", label: "Tuổi", kind: .number),
                FieldColumn(key: "ngay", label: "Ngày sinh", kind: .date),
            ], minimum: 1, maximum: 3))

    /// Type, what was typed, the value.
    static let good: [(FieldType, String, FieldValue?)] = [
        (.text, "", nil), (.text, "<script>alert(1)</script>", .text("<script>alert(1)</script>")),
        (.number, "2,5", .number(2.5)), (.boolean, "true", .boolean(true)),
        (.money, "0", .number(0)), (.money, "1500000", .number(1_500_000)),
        (.money, "1.500.000", .number(1_500_000)), (.money, "1,500,000", .number(1_500_000)),
        (.money, "1 500 000", .number(1_500_000)), (.money, "15.000 đồng", .number(15_000)),
        (.money, "15.000đ", .number(15_000)), (.money, "15000 VND", .number(15_000)),
        (.money, "1000000000000000", .number(1e15)), (.money, "\u{A0}5 ", .number(5)),
        (.identity(oldCards: false), "001199012345", .text("001199012345")),
        (.identity(oldCards: false), "001 1 99 012345", .text("001199012345")),
        (.identity(oldCards: false), "096304000001", .text("096304000001")),
        (.identity(oldCards: true), "012 345 678", .text("012345678")),
        (.phone, "0912 345 678", .text("0912345678")),
        (.phone, "0912.345.678", .text("0912345678")),
        (
            .phone, "+84 912 345 678",
            .text("0912345678")
        ), (.phone, "024-3827-1234", .text("02438271234")),
        (.email, "hu.cau+1@vi-du.vn", .text("hu.cau+1@vi-du.vn")),
        (.address, "Số 1, phố Minh Họa\r\nPhường A", .text("Số 1, phố Minh Họa\nPhường A")),
        (.address, "\n  Tổ 3 \n\n Phường B\n", .text("Tổ 3\nPhường B")), (.address, " \n ", nil),
        (.longText, "một\r\nhai\n\nbốn", .text("một\nhai\n\nbốn")),
        (.longText, "thụt\tvào", .text("thụt\tvào")),
        (members, "An\t1.000\t20\t1997-01-02", .text("An\t1000\t20\t1997-01-02")),
        (members, "An\n\n \t \nBình\t5 đ", .text("An\t\t\t\nBình\t5\t\t")),
        (members, "An\t\t2,5", .text("An\t\t2.5\t")), (members, "\n\t\n", nil),
        (.file, "file", .text("file")), (.file, "paper", .text("paper")),
        (.signature, "Hồ Thị Hư Cấu\n2017-07-03", .text("Hồ Thị Hư Cấu\n2017-07-03")),
    ]

    @Test(arguments: good.indices)
    func `What was meant has one value, and reads back as itself`(index: Int) throws {
        let (type, text, value) = Self.good[index]
        #expect(type.value(of: text) == value)
        guard let value else { return }
        #expect(type.flaw(in: value) == nil, "\(text)")
        #expect(type.accepts(value))
        #expect(type.value(of: value.text) == value, "the kept text is its own reading")
    }

    private static let long = String(repeating: "ợ", count: 4_001)

    /// Type, what was typed, what is wrong.
    static let bad: [(FieldType, String, FieldFlaw)] = [
        (.number, "hai", .wrongType), (.number, "nan", .wrongType), (.number, "1e999", .wrongType),
        (.date, "2017-02-30", .wrongType), (.date, "30/06/2017", .wrongType),
        (.choice(["A"]), "B", .wrongType), (.choice(["A"]), "A\u{200B}", .wrongType),
        (.money, "-5", .amount), (.money, "1,5", .amount), (.money, "1.50", .amount),
        (.money, "12.34.567", .amount), (.money, "1.000,000", .amount), (.money, "đ", .amount),
        (.money, "1e3", .amount), (.money, "0x10", .amount), (.money, "１０００", .amount),
        (.money, "1000000000000001", .amount), (.money, "99999999999999999999", .amount),
        (.money, "1  000", .amount), (.money, "<b>1</b>", .amount), (.money, "2.5", .amount),
        (.identity(oldCards: false), "012345678", .identity(oldCards: false)),
        (.identity(oldCards: false), "00119901234", .identity(oldCards: false)),
        (.identity(oldCards: false), "0011990123456", .identity(oldCards: false)),
        (.identity(oldCards: false), "000199012345", .identity(oldCards: false)),
        (.identity(oldCards: false), "001499012345", .identity(oldCards: false)),
        (.identity(oldCards: false), "00119901234x", .identity(oldCards: false)),
        (.identity(oldCards: false), "٠٠١١٩٩٠١٢٣٤٥", .identity(oldCards: false)),
        (.identity(oldCards: true), "0123456789", .identity(oldCards: true)),
        (.identity(oldCards: true), "01234567'", .identity(oldCards: true)),
        (.phone, "912345678", .phone), (.phone, "091234567", .phone),
        (.phone, "091234567890", .phone), (.phone, "0912\u{0665}45678", .phone),
        (.phone, "0912345678<b>", .phone), (.phone, "++84912345678", .phone),
        (.email, "a@b", .email), (.email, "a b@c.vn", .email), (.email, "a@b.123", .email),
        (.email, "a@b.vn\r\nBcc: c@d.vn", .email), (.email, "<a@b.vn>", .email),
        (.email, ".a@b.vn", .email), (.email, "a@-b.vn", .email), (.email, "ă@b.vn", .email),
        (.email, String(repeating: "a", count: 65) + "@b.vn", .email),
        (.address, "Số 1", .wardMissing), (.address, "a\nb\nc", .wrongType),
        (.address, "a\u{0}b\nPhường A", .unfitCharacters),
        (.address, "a\u{202E}b\nPhường A", .unfitCharacters),
        (.address, String(repeating: "ợ", count: 301) + "\nPhường A", .tooLong(300)),
        (.longText, long, .tooLong(4_000)), (.longText, "a\u{1B}[31m", .unfitCharacters),
        (.longText, "a\u{2066}b", .unfitCharacters), (.longText, "a\u{7F}", .unfitCharacters),
        (members, "A\nB\nC\nD", .rowsTooMany(3)),
        (members, "\t5", .cellMissing(row: 1, column: "Họ tên")),
        (members, "An\nB\tnhiều", .cellWrong(row: 2, column: "Vốn góp", .money)),
        (members, "An\t-1", .cellWrong(row: 1, column: "Vốn góp", .money)),
        (members, "An\t\tx", .cellWrong(row: 1, column: "Tuổi", .number)),
        (members, "An\t\t\t2017-13-01", .cellWrong(row: 1, column: "Ngày sinh", .date)),
        (members, "An\t1\t2\t2017-01-01\tthừa", .cellsTooMany(row: 1)),
        (members, "A\u{1}n", .unfitCharacters),
        (
            members, String(repeating: "a", count: 201),
            .cellWrong(row: 1, column: "Họ tên", .text)
        ),
        (.file, "FILE", .wrongType), (.file, "../../etc/passwd", .wrongType),
        (.signature, "Hồ Thị Hư Cấu", .notConsented),
        (.signature, "Hồ Thị\nhôm nay", .notConsented),
        (.signature, "2017-07-03", .notConsented),
        (.signature, String(repeating: "a", count: 201) + "\n2017-07-03", .tooLong(200)),
        (.signature, "Hồ\u{202E} Thị\n2017-07-03", .unfitCharacters),
    ]

    @Test(arguments: bad.indices)
    func `What was not meant is named by its flaw, in both languages`(index: Int) throws {
        let (type, text, flaw) = Self.bad[index]
        let value = try #require(type.value(of: text), "\(text)")
        #expect(type.flaw(in: value) == flaw, "\(type) \(text)")
        #expect(!type.accepts(value))
        let sentence = flaw.sentence(of: "Mục", type)
        #expect(sentence.vi.hasPrefix("“Mục”: ") && sentence.vi.count > 15)
        #expect(sentence.en.hasPrefix("“Mục”: ") && sentence.en.count > 15)
        #expect(sentence.vi != sentence.en)
    }

    @Test func `A number is money only when it is whole, and no other type is`() {
        #expect(FieldType.money.flaw(in: .number(1.5)) == .amount)
        #expect(FieldType.money.flaw(in: .number(-1)) == .amount)
        #expect(FieldType.money.flaw(in: .number(.nan)) == .amount)
        #expect(FieldType.money.flaw(in: .number(.infinity)) == .amount)
        #expect(FieldType.money.flaw(in: .text("5")) == .amount)
        for type in [
            FieldType.identity(oldCards: true), .phone, .email, .address, .longText, Self.members,
            .file, .signature, .text, .date,
        ] {
            #expect(type.flaw(in: .number(1)) == .wrongType, "\(type)")
            #expect(type.flaw(in: .boolean(true)) == .wrongType, "\(type)")
        }
    }

    @Test func `A table that asks for rows says how many`() throws {
        let two = FieldType.table(
            FieldTable(columns: [FieldColumn(key: "a", label: "A")], minimum: 2, maximum: 2))
        let one = try #require(two.value(of: "x"))
        #expect(two.flaw(in: one) == .rowsMissing(2))
        #expect(two.flaw(in: .text("x\ny")) == nil)
        #expect(two.flaw(in: .text("x\ny\nz")) == .rowsTooMany(2))
        // As an event of a forged stream might bring it, past the reading.
        #expect(two.flaw(in: .text("")) == .rowsMissing(2))
    }

    @Test func `A huge table is told by its rows, not read for ever`() throws {
        let text = String(repeating: "An\t1\t1\t2017-01-01\n", count: 20_000)
        let value = try #require(Self.members.value(of: text))
        #expect(Self.members.flaw(in: value) == .rowsTooMany(3))
    }

    @Test func `Any text at all has a value or a flaw, and the value is stable`() {
        let types: [FieldType] = [
            .money, .identity(oldCards: true), .phone, .email, .address, .longText, Self.members,
            .file, .signature, .date, .number, .choice(["A"]),
        ]
        let pieces = [
            "1", "0", ".", ",", " ", "\n", "\t", "\r\n", "@", "a", "ợ", "\u{0}", "\u{202E}", "-",
            "+84", "đ", "2017-07-03", "file", "\u{301}", "🙂", "<", "'", "e",
        ]
        var state: UInt64 = 11
        for _ in 0..<4_000 {
            var text = ""
            for _ in 0..<7 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int((state >> 33) % UInt64(pieces.count))]
            }
            for type in types {
                guard let value = type.value(of: text) else { continue }
                if type.accepts(value) {
                    #expect(type.value(of: value.text) == value, "\(type) \(text.debugDescription)")
                }
            }
        }
    }
}
