// The text of a VietQR code: the example of NAPAS and others that are published, what is refused,
// and that every code is read again.

import Testing
import WorkTime

@testable import Office

@Suite struct `A VietQR code` {
    /// CRC-16/CCITT-FALSE, the check value of its catalogue, and the sum over nothing.
    @Test(arguments: [("123456789", 0x29B1), ("", 0xFFFF), ("A", 0xB915)])
    func `is summed as everybody sums it`(_ text: String, _ sum: UInt16) {
        #expect(Payments.VietQR.sum(of: text) == sum)
    }

    /// Bank, account, amount, purpose, text.
    private static let known: [(String, String, Int?, String, String)] = [
        (
            "970415", "0011001932418", 120_000, "ung ho lu lut",
            "00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA"
                + "530370454061200005802VN62170813ung ho lu lut6304C15C"
        ),
        (
            "970403", "0011012345678", nil, "",
            "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA"
                + "53037045802VN6304"
        ),
    ]

    @Test func `is written as published codes are`() throws {
        for (bank, account, amount, purpose, text) in Self.known {
            let code = try Payments.VietQR(
                bank: bank, account: account, amount: amount, purpose: purpose)
            #expect(code.text.hasPrefix(text), "\(code.text)")
            #expect(code.text.count == (text.hasSuffix("6304") ? text.count + 4 : text.count))
        }
    }

    /// The example of the specification carries a bill number, which a transfer does not need; one
    /// that is static has an amount all the same.
    @Test(arguments: [
        (
            "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA"
                + "530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E",
            "970403", "0011012345678", 180_000, "thanh toan don hang"
        ),
        (
            "00020101021138540010A00000072701240006970407011003865776720208QRIBFTTA"
                + "5303704540710000005802VN62160812henry an cut6304A322", "970407", "0386577672",
            1_000_000, "henry an cut"
        ),
    ])
    func `of others is read`(
        _ text: String, _ bank: String, _ account: String, _ amount: Int, _ purpose: String
    ) throws {
        let code = try Payments.VietQR(text: text)
        #expect(code.bank == bank && code.account == account)
        #expect(code.amount == amount && code.purpose == purpose)
    }

    @Test func `has each field once and in order`() throws {
        let code = try Payments.VietQR(
            bank: "970436", account: "1234567", amount: 8_000, purpose: "PA1707030001")
        #expect(
            code.text.dropLast(4) == """
                000201010212\
                38510010A0000007270121000697043601071234567\
                0208QRIBFTTA530370454048000\
                5802VN62160812PA17070300016304
                """)
    }

    @Test(arguments: [3, 17, 2_026])
    func `is read again as it was made`(_ seed: UInt64) throws {
        var chance = DossierTestChance(seed: seed)
        let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        let printable = (0x20...0x7E).map { Character(UnicodeScalar(UInt8($0))) }
        for _ in 0..<400 {
            let account = String((0...chance.below(19)).map { _ in chance.pick(letters) })
            let bank = String((0..<6).map { _ in chance.pick(Array(letters.prefix(10))) })
            let purpose = String((0..<chance.below(26)).map { _ in chance.pick(printable) })
            let amount = chance.below(4) == 0 ? nil : 1 + chance.below(1_000_000_000)
            let code = try Payments.VietQR(
                bank: bank, account: account, amount: amount, purpose: purpose)
            #expect(try Payments.VietQR(text: code.text) == code)
        }
    }

    /// One letter changed anywhere is found by the sum, or makes no code at all.
    @Test func `that was altered is refused`() throws {
        let text = try Payments.VietQR(
            bank: "970436", account: "1234567", amount: 8_000, purpose: "PA1707030001"
        ).text
        for place in text.indices {
            var changed = text
            let other: Character = text[place] == "7" ? "8" : "7"
            changed.replaceSubrange(place...place, with: String(other))
            #expect(throws: Payments.VietQR.Flaw.self, "\(changed)") {
                try Payments.VietQR(text: changed)
            }
        }
    }

    @Test(arguments: [
        ("97043", "1", 1, "", Payments.VietQR.Flaw.bankInvalid),
        ("9704360", "1", 1, "", .bankInvalid), ("97043A", "1", 1, "", .bankInvalid),
        ("", "1", 1, "", .bankInvalid), ("９７０４３６", "1", 1, "", .bankInvalid),
        ("970436", "", 1, "", .accountInvalid), ("970436", "1 2", 1, "", .accountInvalid),
        ("970436", "12345678901234567890", 1, "", .accountInvalid),
        ("970436", "số1", 1, "", .accountInvalid), ("970436", "1-2", 1, "", .accountInvalid),
        ("970436", "1", 0, "", .amountInvalid), ("970436", "1", -1, "", .amountInvalid),
        ("970436", "1", 1_000_000_001, "", .amountInvalid),
        ("970436", "1", 1, "26 letters are one too many", .purposeInvalid),
        ("970436", "1", 1, "lệ phí", .purposeInvalid), ("970436", "1", 1, "a\nb", .purposeInvalid),
    ])
    func `is not made of what no bank reads`(
        _ bank: String, _ account: String, _ amount: Int, _ purpose: String,
        _ flaw: Payments.VietQR.Flaw
    ) {
        #expect(throws: flaw) {
            try Payments.VietQR(bank: bank, account: account, amount: amount, purpose: purpose)
        }
    }

    private static func summed(_ text: String) -> String {
        let digits = String(Payments.VietQR.sum(of: text + "6304"), radix: 16, uppercase: true)
        return text + "6304" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    @Test(arguments: [
        "", "0", "0002", "00020", "abcdefgh", "0000", "000201", "63046304",
        // Euros; another country; another organisation; to a card; no account; two sums.
        summed("00020138510010A00000072701210006970436010712345670208QRIBFTTA53039785802VN"),
        summed("00020138510010A00000072701210006970436010712345670208QRIBFTTA53037045802TH"),
        summed("00020138510010A00000072801210006970436010712345670208QRIBFTTA53037045802VN"),
        summed("00020138510010A00000072701210006970436010712345670208QRIBFTTC53037045802VN"),
        summed("00020138300010A00000072701000208QRIBFTTA53037045802VN"),
        summed(
            "00020138510010A00000072701210006970436010712345670208QRIBFTTA530370454048.505802VN"),
        summed(
            "00020138510010A00000072701210006970436010712345670208QRIBFTTA630400005802VN5303704"),
    ])
    func `is none when its text is another`(_ text: String) {
        #expect(throws: Payments.VietQR.Flaw.self) { try Payments.VietQR(text: text) }
    }

    @Test func `fits a QR code that cameras read`() throws {
        let code = try Payments.VietQR(
            bank: "970436", account: "1234567890123456789", amount: 1_000_000_000,
            purpose: String(repeating: "A", count: 25))
        let drawn = try #require(Site.QRCode(code.text))
        #expect(try QRReader(code: drawn).text() == code.text)
    }
}

@Suite struct `The purpose of a transfer` {
    @Test(arguments: [
        ("LB.BD-170703-0012", "LBBD1707030012"), ("PA-170703-0001", "PA1707030001"),
        ("pa-170703-10234", "PA17070310234"),
    ])
    func `is the code without what banks drop`(_ code: String, _ purpose: String) {
        #expect(Payments.purpose(of: code) == purpose)
        #expect(purpose.count <= 25)
    }

    @Test(arguments: [
        "LBBD1707030012", "lbbd1707030012", "LB.BD-170703-0012", "LB BD 170703 0012",
        "MBVCB.123456.LBBD1707030012.CT tu 0011 NGUYEN toi 0022", "FT17184LBBD1707030012",
        "LBBD1707030012-030717-14:22:05 661213", "Nop le phi LBBD170703 0012",
        "LBBD170703\n0012", "CT DEN:0123 LBBD1707030012", "LBBD17070300129876543210",
    ])
    func `is found in the words of banks`(_ text: String) {
        #expect(Payments.purposes(in: text, office: "LB.BD") == ["LBBD1707030012"])
    }

    @Test(arguments: [
        "", "LBBD", "LBBD170703", "LBBD170703001", "BD1707030012", "LBBE1707030012",
        "chuyen tien", "LBBD-17O703-0012", "ĐBBD1707030012",
    ])
    func `is not found where it does not stand`(_ text: String) {
        #expect(Payments.purposes(in: text, office: "LB.BD").isEmpty)
    }

    /// Digits that follow may belong to the number: the payments tell which exists.
    @Test func `of five digits is found beside that of four`() {
        #expect(
            Payments.purposes(in: "PA17070310234", office: "PA") == [
                "PA1707031023", "PA17070310234",
            ])
        #expect(Payments.purposes(in: "PA1707031023 x", office: "PA") == ["PA1707031023"])
    }

    @Test func `of several dossiers is found for each`() {
        #expect(
            Payments.purposes(in: "PA1707030001 va PA1707030002, PA1707030001", office: "PA")
                == ["PA1707030001", "PA1707030002"])
        #expect(Payments.purposes(in: "PA1707030001", office: "").isEmpty)
        #expect(Payments.purposes(in: "PA1707030001", office: "...").isEmpty)
    }

    /// Within an office no two codes come to the same.
    @Test func `is another for each dossier of an office`() throws {
        let day = try #require(LocalMinuteSample.day)
        var seen: Set<String> = []
        for office in ["LB.BD"] {
            for offset in 0..<40 {
                for number in [1, 9, 10, 12, 120, 999, 1_000, 1_200, 9_999, 10_000, 12_000] {
                    let code = Dossiers.code(of: office, on: day + offset, number: number)
                    let purpose = Payments.purpose(of: code)
                    #expect(seen.insert(purpose).inserted, "\(code)")
                    #expect(Payments.purposes(in: purpose, office: office).contains(purpose))
                }
            }
        }
    }
}
