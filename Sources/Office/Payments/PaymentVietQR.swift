// VietQR: the text of a QR code by which a banking app fills in a transfer.
//
// It is a merchant-presented code of EMVCo (tag, length, value) in the profile of NAPAS. The text
// of NAPAS itself is not at hand: tags, service code and sum follow public descriptions and agree
// with published examples, which the tests hold (unconfirmed, confidence C). Try a code with the
// app of the office's own bank before citizens are shown one.

extension Payments {
    /// A transfer to an account, as its code tells it.
    public struct VietQR: Hashable, Sendable, Encodable {
        /// Number of the bank at the State Bank of Vietnam (BIN): six digits.
        public let bank: String
        /// 1 to 19 letters and digits.
        public let account: String
        /// In đồng; `nil` lets the payer enter it.
        public let amount: Int?
        /// What the transfer is for, 1 to 25 printable letters without diacritics; may be empty.
        public let purpose: String

        public enum Flaw: Error, Hashable, Sendable {
            case bankInvalid
            case accountInvalid
            case amountInvalid
            case purposeInvalid
            /// No text of tags, lengths and values at that byte.
            case notReadable(position: Int)
            case sumWrong
            /// Another kind of code, another currency, another country.
            case notVietQR
        }

        /// - Throws: which part no code may hold.
        public init(
            bank: String, account: String, amount: Int?, purpose: String
        ) throws(Flaw) {
            if !Self.isBank(bank) { throw .bankInvalid }
            if !Self.isAccount(account) { throw .accountInvalid }
            if let amount, !Self.amounts.contains(amount) { throw .amountInvalid }
            if !Self.isPurpose(purpose) { throw .purposeInvalid }
            self.bank = bank
            self.account = account
            self.amount = amount
            self.purpose = purpose
        }

        public static let amounts = 1...1_000_000_000

        public static func isBank(_ text: String) -> Bool {
            text.utf8.count == 6 && text.utf8.allSatisfy(isDigit)
        }

        public static func isAccount(_ text: String) -> Bool {
            (1...19).contains(text.utf8.count)
                && text.utf8.allSatisfy {
                    isDigit($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                }
        }

        private static func isPurpose(_ text: String) -> Bool {
            text.utf8.count <= 25 && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        }

        private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    }
}

extension Payments.VietQR {
    private static let organisation = "A000000727"
    /// A transfer to an account (QRIBFTTC is one to a card).
    private static let service = "QRIBFTTA"
    private static let currency = "704"
    private static let country = "VN"

    /// What the QR code holds.
    public var text: String {
        let beneficiary = Self.field("00", bank) + Self.field("01", account)
        let merchant =
            Self.field("00", Self.organisation) + Self.field("01", beneficiary)
            + Self.field("02", Self.service)
        var text =
            Self.field("00", "01") + Self.field("01", amount == nil ? "11" : "12")
            + Self.field("38", merchant) + Self.field("53", Self.currency)
        if let amount { text += Self.field("54", String(amount)) }
        text += Self.field("58", Self.country)
        if !purpose.isEmpty { text += Self.field("62", Self.field("08", purpose)) }
        text += "6304"
        return text + Self.hexadecimal(Self.sum(of: text))
    }

    /// Reads a code again. Fields that a transfer does not need are passed over.
    public init(text: String) throws(Flaw) {
        let bytes = Array(text.utf8)
        let fields = try Self.fields(of: bytes[...])
        guard bytes.count > 8, fields.last?.tag == "63", let stated = fields.last?.value,
            fields.count(where: { $0.tag == "63" }) == 1
        else { throw .notVietQR }
        let summed = String(decoding: bytes.dropLast(4), as: UTF8.self)
        if stated.uppercased() != Self.hexadecimal(Self.sum(of: summed)) { throw .sumWrong }
        func value(_ tag: String) -> String { fields.first { $0.tag == tag }?.value ?? "" }
        let merchant = try Self.fields(of: Array(value("38").utf8)[...])
        func merchantValue(_ tag: String) -> String {
            merchant.first { $0.tag == tag }?.value ?? ""
        }
        guard value("00") == "01", value("53") == Self.currency, value("58") == Self.country,
            merchantValue("00") == Self.organisation, merchantValue("02") == Self.service
        else { throw .notVietQR }
        let beneficiary = try Self.fields(of: Array(merchantValue("01").utf8)[...])
        let more = try Self.fields(of: Array(value("62").utf8)[...])
        var amount: Int?
        if !value("54").isEmpty {
            guard value("54").utf8.allSatisfy(Self.isDigit), let number = Int(value("54")) else {
                throw .amountInvalid
            }
            amount = number
        }
        try self.init(
            bank: beneficiary.first { $0.tag == "00" }?.value ?? "",
            account: beneficiary.first { $0.tag == "01" }?.value ?? "", amount: amount,
            purpose: more.first { $0.tag == "08" }?.value ?? "")
    }

    /// Tag of two digits, length in two digits, value.
    private static func field(_ tag: String, _ value: String) -> String {
        let length = String(value.utf8.count)
        return tag + (length.count == 1 ? "0" : "") + length + value
    }

    private static func fields(
        of bytes: ArraySlice<UInt8>
    ) throws(Flaw) -> [(tag: String, value: String)] {
        var found: [(tag: String, value: String)] = []
        var rest = bytes
        while !rest.isEmpty {
            let head = rest.prefix(4)
            guard head.count == 4, head.allSatisfy(isDigit),
                let length = Int(String(decoding: head.suffix(2), as: UTF8.self)), length > 0,
                rest.count >= 4 + length,
                let value = String(validating: rest.dropFirst(4).prefix(length), as: UTF8.self)
            else { throw .notReadable(position: rest.startIndex) }
            found.append((String(decoding: head.prefix(2), as: UTF8.self), value))
            rest = rest.dropFirst(4 + length)
        }
        return found
    }

    /// CRC-16 over x¹⁶ + x¹² + x⁵ + 1, begun with FFFF, nothing reflected (CCITT-FALSE).
    static func sum(of text: String) -> UInt16 {
        var sum: UInt16 = 0xFFFF
        for byte in text.utf8 {
            sum ^= UInt16(byte) << 8
            for _ in 0..<8 { sum = sum & 0x8000 == 0 ? sum << 1 : sum << 1 ^ 0x1021 }
        }
        return sum
    }

    /// Four capital digits.
    private static func hexadecimal(_ sum: UInt16) -> String {
        let digits = String(sum, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
