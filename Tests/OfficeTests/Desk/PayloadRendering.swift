// A payload as one line of text, so that a test can show the shape of an entry.

import Ledger

extension PayloadValue {
    /// `{a: 1, b: [yes, "x"]}`; personal references by their identity alone.
    var rendered: String {
        switch self {
        case .int(let number): "\(number)"
        case .bool(let flag): flag ? "yes" : "no"
        case .text(let text): "\"\(text)\""
        case .bytes(let bytes): "<\(bytes.count) bytes>"
        case .list(let values): "[" + values.map(\.rendered).joined(separator: ", ") + "]"
        case .nested(let payload): payload.rendered
        case .personal(let reference): "@\(reference.id)"
        }
    }
}

extension Payload {
    var rendered: String {
        "{" + fields.map { "\($0.key): \($0.value.rendered)" }.joined(separator: ", ") + "}"
    }
}
