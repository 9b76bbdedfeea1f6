// One short text for a mobile telephone, and the request by which a gateway is given it.

public struct TextMessage: Hashable, Sendable {
    /// Stable: a repetition has the same, by which a gateway knows it.
    public var id: String
    /// `+84912345678`.
    public var recipient: String
    public var text: String

    public init(id: String, recipient: String, text: String) {
        self.id = id
        self.recipient = recipient
        self.text = text
    }

    /// `{"id":"…","text":"…","to":"+84…"}` in UTF-8.
    var json: [UInt8] {
        let pairs = [("id", id), ("text", text), ("to", recipient)]
        let fields = pairs.map { "\"\($0.0)\":\"\(Self.escaped($0.1))\"" }
        return Array("{\(fields.joined(separator: ","))}".utf8)
    }

    /// RFC 8259, section 7.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The whole request of HTTP/1.1 (RFC 9112), after whose answer the line is closed.
    func request(to gateway: TextGateway) -> [UInt8] {
        let body = json
        var lines = [
            "POST \(gateway.path) HTTP/1.1", "Host: \(gateway.authority)",
            "Content-Type: application/json", "Content-Length: \(body.count)",
            // What the message is known by when it comes twice.
            "Idempotency-Key: \"\(MailMessage.atom(id))\"", "Connection: close",
        ]
        if !gateway.secret.isEmpty { lines.append("Authorization: Bearer \(gateway.secret)") }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }
}
