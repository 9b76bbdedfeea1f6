// JSON text of a payload, for exports and for whoever reads along from outside.

extension Payload {
    /// One JSON object in the order of the fields. Bytes become `{"$bytes": "hex"}`, personal
    /// references `{"$personal": "id", "digest": "hex"}`; no key of a payload begins with `$`,
    /// so the form is unambiguous.
    public var json: String {
        var writer = JSONText()
        Self.write(self, to: &writer)
        return writer.text
    }

    private static func write(_ payload: Payload, to writer: inout JSONText) {
        writer.object(payload.fields.map(\.key)) { index, writer in
            write(payload.fields[index].value, to: &writer)
        }
    }

    private static func write(_ value: PayloadValue, to writer: inout JSONText) {
        switch value {
        case .int(let number): writer.raw(String(number))
        case .bool(let truth): writer.raw(truth ? "true" : "false")
        case .text(let text): writer.string(text)
        case .bytes(let bytes):
            writer.raw("{\"$bytes\":\"" + Hexadecimal.text(bytes) + "\"}")
        case .nested(let payload): write(payload, to: &writer)
        case .personal(let reference):
            writer.raw("{\"$personal\":")
            writer.string(reference.id)
            writer.raw(",\"digest\":\"" + Hexadecimal.text(reference.digest) + "\"}")
        case .list(let values):
            writer.raw("[")
            for (index, value) in values.enumerated() {
                if index > 0 { writer.raw(",") }
                write(value, to: &writer)
            }
            writer.raw("]")
        }
    }
}

/// Appends JSON without spaces.
struct JSONText {
    private var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func object(_ keys: [String], value: (Int, inout JSONText) -> Void) {
        raw("{")
        for (index, key) in keys.enumerated() {
            if index > 0 { raw(",") }
            string(key)
            raw(":")
            value(index, &self)
        }
        raw("}")
    }

    mutating func string(_ text: String) {
        raw("\"")
        for unit in text.utf8 {
            switch unit {
            case 0x22: raw("\\\"")
            case 0x5C: raw("\\\\")
            case 0x0A: raw("\\n")
            case 0x0D: raw("\\r")
            case 0x09: raw("\\t")
            case 0..<0x20: raw("\\u00" + Hexadecimal.text([unit]))
            default: bytes.append(unit)
            }
        }
        raw("\"")
    }
}
