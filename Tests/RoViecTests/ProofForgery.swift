// Alters a proof in one place at a time.

import Foundation
import Testing

/// Every place in a value of JSON at which a number, a word or nothing stands.
struct ProofPlaces {
    private(set) var all: [[String]] = []

    init(_ whole: Any) { visit(whole, []) }

    private mutating func visit(_ value: Any, _ path: [String]) {
        switch value {
        case let fields as [String: Any]:
            for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
                visit(value, path + [name])
            }
        case let values as [Any]:
            for (index, value) in values.enumerated() { visit(value, path + ["\(index)"]) }
        default: all.append(path)
        }
    }
}

struct ProofForgery {
    let folder: WorkFolder
    let whole: Any

    /// The places whose alteration the script did not notice.
    func passing(_ places: [[String]]) async throws -> [String] {
        var passed: [String] = []
        for place in places {
            let forgery = Self.altering(whole, at: place[...])
            let bytes = try JSONSerialization.data(withJSONObject: forgery).map { $0 }
            let result = try await ProofScript.check(try folder.write("forged.json", bytes))
            let isNoticed =
                result.status == 1 && result.complaint.hasPrefix("SAI: ")
                && result.complaint.contains("\nWRONG: ") && result.output.isEmpty
            if !isNoticed { passed.append(place.joined(separator: ".") + " \(result)") }
        }
        return passed
    }

    private static func altering(_ value: Any, at place: ArraySlice<String>) -> Any {
        guard let step = place.first else { return altered(value) }
        if var fields = value as? [String: Any] {
            fields[step] = fields[step].map { altering($0, at: place.dropFirst()) }
            return fields
        }
        if var values = value as? [Any], let index = Int(step) {
            values[index] = altering(values[index], at: place.dropFirst())
            return values
        }
        return value
    }

    /// The smallest change that leaves the kind as it was.
    private static func altered(_ value: Any) -> Any {
        switch value {
        case let number as Int: return number + 1
        case let side as String where side == "left": return "right"
        case let side as String where side == "right": return "left"
        case let text as String where text.isEmpty: return "x"
        case let text as String where text.last == "0": return String(text.dropLast() + "1")
        case let text as String where text.allSatisfy(\.isHexDigit):
            return String(text.dropLast() + "0")
        case let text as String: return text + " "
        default: return "x"
        }
    }
}

extension WorkFolder {
    func json(_ name: String) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(contentsOf: url(name)))
    }
}
