// As much of JSON Schema 2020-12 as the schemas of forms use, told by the specification and not by
// the code that makes them.

import Foundation
import Testing

/// A value of JSON.
indirect enum FormJSON: Hashable, Sendable, Codable {
    case nothing
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([FormJSON])
    case object([String: FormJSON])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .nothing
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([FormJSON].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: FormJSON].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .nothing: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .number(let number):
            if let whole = Int(exactly: number) {
                try container.encode(whole)
            } else {
                try container.encode(number)
            }
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }

    init(_ text: String) throws {
        self = try JSONDecoder().decode(FormJSON.self, from: Data(text.utf8))
    }

    func bytes() throws -> [UInt8] { Array(try JSONEncoder().encode(self)) }

    subscript(key: String) -> FormJSON? {
        if case .object(let object) = self { object[key] } else { nil }
    }
    var list: [FormJSON]? { if case .list(let list) = self { list } else { nil } }
    var object: [String: FormJSON]? { if case .object(let value) = self { value } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
}

enum FormSchemaEvaluator {
    struct UnknownWord: Error { let word: String }

    /// Words that assert nothing by themselves.
    private static let notes: Set = [
        "$schema", "$id", "title", "format", "x-unit", "x-if", "then",
    ]

    static func isValid(_ value: FormJSON, _ schema: FormJSON) throws -> Bool {
        let words = try #require(schema.object)
        for (word, rule) in words where !notes.contains(word) {
            if try !holds(word, rule, value, words) { return false }
        }
        return true
    }

    private static func holds(
        _ word: String, _ rule: FormJSON, _ value: FormJSON, _ schema: [String: FormJSON]
    ) throws -> Bool {
        switch word {
        case "allOf": return try items(rule).allSatisfy { try isValid(value, $0) }
        case "anyOf": return try items(rule).contains { try isValid(value, $0) }
        case "not": return try !isValid(value, rule)
        case "if":
            guard let then = schema["then"], try isValid(value, rule) else { return true }
            return try isValid(value, then)
        case "const": return value == rule
        case "enum": return try items(rule).contains(value)
        case "type": return isType(value, rule.text ?? "")
        case "properties", "required", "minProperties": return try object(word, rule, value)
        case "items", "minItems", "maxItems": return try array(word, rule, value)
        case "pattern", "maxLength": return try text(word, rule, value)
        case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
            return try number(word, rule, value)
        default: throw UnknownWord(word: word)
        }
    }

    private static func object(
        _ word: String, _ rule: FormJSON, _ value: FormJSON
    ) throws -> Bool {
        guard let object = value.object else { return true }
        switch word {
        case "required": return try items(rule).allSatisfy { object[$0.text ?? ""] != nil }
        case "minProperties": return Double(object.count) >= (rule.number ?? .nan)
        default:
            for (key, schema) in try #require(rule.object) {
                if let part = object[key], try !isValid(part, schema) { return false }
            }
            return true
        }
    }

    private static func array(_ word: String, _ rule: FormJSON, _ value: FormJSON) throws -> Bool {
        guard let list = value.list else { return true }
        switch word {
        case "minItems": return Double(list.count) >= (rule.number ?? .nan)
        case "maxItems": return Double(list.count) <= (rule.number ?? .nan)
        default: return try list.allSatisfy { try isValid($0, rule) }
        }
    }

    private static func text(_ word: String, _ rule: FormJSON, _ value: FormJSON) throws -> Bool {
        guard let text = value.text else { return true }
        if word == "maxLength" {
            return Double(text.unicodeScalars.count) <= (rule.number ?? .nan)
        }
        let expression = try NSRegularExpression(pattern: try #require(rule.text))
        let whole = NSRange(location: 0, length: text.utf16.count)
        return expression.firstMatch(in: text, range: whole) != nil
    }

    private static func number(
        _ word: String, _ rule: FormJSON, _ value: FormJSON
    ) throws -> Bool {
        guard let number = value.number else { return true }
        let limit = try #require(rule.number)
        switch word {
        case "minimum": return number >= limit
        case "maximum": return number <= limit
        case "exclusiveMinimum": return number > limit
        default: return number < limit
        }
    }

    private static func items(_ rule: FormJSON) throws -> [FormJSON] { try #require(rule.list) }

    private static func isType(_ value: FormJSON, _ type: String) -> Bool {
        switch (type, value) {
        case ("string", .text), ("boolean", .flag), ("object", .object), ("array", .list),
            ("number", .number):
            true
        case ("integer", .number(let number)): number == number.rounded()
        default: false
        }
    }
}
