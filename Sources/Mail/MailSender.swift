// In whose name mail is sent: an address, with or without a name before it.

public struct MailSender: Hashable, Sendable {
    /// As people read it; may be empty.
    public let name: String
    public let address: MailAddress

    static let nameMaximum = 200

    /// - Returns: `nil` for a name that holds control characters or is too long.
    public init?(name: String, address: MailAddress) {
        guard name.utf8.count <= Self.nameMaximum,
            !name.unicodeScalars.contains(where: MailWords.isControl)
        else { return nil }
        self.name = name
        self.address = address
    }

    /// Reads `mot-cua@ubnd.example` or `Bộ phận Một cửa <mot-cua@ubnd.example>`.
    public init?(_ text: String) {
        guard text.utf8.last == UInt8(ascii: ">") else {
            guard let address = MailAddress(text) else { return nil }
            self.init(name: "", address: address)
            return
        }
        let parts = text.dropLast().split(separator: "<", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = MailAddress(String(parts[1])) else { return nil }
        let name = Self.trimmed(parts[0])
        if name.isEmpty || name.contains(">") { return nil }
        self.init(name: name, address: address)
    }

    public var text: String { name.isEmpty ? address.text : "\(name) <\(address.text)>" }

    /// Without spaces and quotation marks around it.
    private static func trimmed(_ text: Substring) -> String {
        func isOuter(_ character: Character) -> Bool { character == " " || character == "\"" }
        var rest = text.drop(while: isOuter)
        while let last = rest.last, isOuter(last) { rest.removeLast() }
        return String(rest)
    }
}
