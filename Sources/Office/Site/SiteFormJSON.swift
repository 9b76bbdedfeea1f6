// A form that a program sends as JSON: the same names and values as a page would post.

import Foundation

extension Site.Form {
    /// Reads one JSON object. A nested object continues the name after a full stop, so
    /// `{"field": {"loai": "A"}}` is the field `field.loai`; a list is a value of several lines,
    /// one of objects continues the name with their numbers; `null` is left out. Names come in
    /// their own order: the same object is always one command.
    init(json bytes: [UInt8]) throws(Flaw) {
        let value: JSONValue
        do {
            value = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        } catch {
            throw .notAnObject
        }
        guard case .object = value else { throw .notAnObject }
        var pairs: [(name: String, value: String)] = []
        value.write(into: &pairs, name: "")
        if pairs.count > Self.fieldsMaximum { throw .tooManyFields }
        self.init(pairs: pairs.sorted { $0.name < $1.name })
    }
}

/// JSON as it may be sent.
private enum JSONValue: Decodable {
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])
    case nothing

    init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: Name.self) {
            var values: [String: JSONValue] = [:]
            for key in container.allKeys {
                values[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
            }
            self = .object(values)
            return
        }
        if var container = try? decoder.unkeyedContainer() {
            var values: [JSONValue] = []
            while !container.isAtEnd { values.append(try container.decode(JSONValue.self)) }
            self = .list(values)
            return
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .nothing
        } else if let flag = try? container.decode(Bool.self) {
            self = .text(flag ? "true" : "false")
        } else if let number = try? container.decode(Int.self) {
            self = .text(String(number))
        } else if let number = try? container.decode(Double.self) {
            self = .text(String(number))
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func write(into pairs: inout [(name: String, value: String)], name: String) {
        switch self {
        case .text(let text): pairs.append((name, text.filter { $0 != "\0" }))
        // Rows of a table are objects: each continues the name with its number.
        case .list(let values) where values.contains(where: \.isObject):
            for (number, value) in values.enumerated() {
                value.write(into: &pairs, name: "\(name).\(number)")
            }
        case .list(let values): pairs.append((name, values.map(\.line).joined(separator: "\n")))
        case .object(let values):
            for (key, value) in values {
                value.write(into: &pairs, name: name.isEmpty ? key : "\(name).\(key)")
            }
        case .nothing: break
        }
    }

    private var isObject: Bool { if case .object = self { true } else { false } }

    /// What stands in a list: text, or nothing that a form knows.
    private var line: String { if case .text(let text) = self { text } else { "" } }
}
