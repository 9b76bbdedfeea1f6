// Reading typed values out of a YAML document, with a sentence for each thing that does not fit.

import ProcessModel
import WorkTime

/// The entries of one map.
struct YAMLFields {
    let line: Int
    private let entries: [String: YAMLTree.Entry]

    /// Reports keys that are not among `known`; `nil` when the value is no map.
    init?(_ tree: YAMLTree, known: [String], into report: inout FileReport) {
        guard case .map(let all, let line) = tree else {
            report.type(Bilingual(vi: "các cặp tên: giá trị", en: "keys and values"), of: tree)
            return nil
        }
        self.line = all.first?.line ?? line
        entries = Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        for entry in all where !known.contains(entry.key) {
            report.unknown(key: entry.key, line: entry.line, known: known)
        }
    }

    /// The value of a key; `nil` when it is not there or says nothing.
    subscript(key: String) -> YAMLTree? {
        entries[key].flatMap { $0.value.isNull ? nil : $0.value }
    }

    func has(_ key: String) -> Bool { entries[key] != nil }

    func line(of key: String) -> Int { entries[key]?.line ?? line }

    func text(_ key: String, into report: inout FileReport) -> String? {
        self[key].flatMap { report.text(of: $0) }
    }

    /// A list of texts; one text alone is a list of one.
    func texts(_ key: String, into report: inout FileReport) -> [String] {
        items(key, into: &report).compactMap { report.text(of: $0) }
    }

    /// A list; one value alone is a list of one.
    func items(_ key: String, into report: inout FileReport) -> [YAMLTree] {
        switch self[key] {
        case nil: []
        case .list(let items, _): items
        case let tree?: [tree]
        }
    }

    func flag(_ key: String, into report: inout FileReport) -> Bool {
        guard let tree = self[key], let text = report.text(of: tree) else { return false }
        switch text {
        case "true", "yes", "có": return true
        case "false", "no", "không": return false
        default:
            report.value(text, key: key, line: tree.line, allowed: ["true", "false"])
            return false
        }
    }

    /// One of the raw values of a closed list.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, of type: Choice.Type, into report: inout FileReport
    ) -> Choice? where Choice.RawValue == String {
        guard let tree = self[key], let text = report.text(of: tree) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        report.value(text, key: key, line: tree.line, allowed: type.allCases.map(\.rawValue))
        return nil
    }
}

extension FileReport {
    mutating func text(of tree: YAMLTree) -> String? {
        if case .scalar(let text, let isNull, _) = tree { return isNull ? "" : text }
        type(Bilingual(vi: "một dòng chữ", en: "a text"), of: tree)
        return nil
    }

    mutating func type(_ expected: Bilingual, of tree: YAMLTree) {
        let found =
            switch tree {
            case .scalar(let text, _, _): Bilingual(vi: "“\(text)”", en: "“\(text)”")
            case .list: Bilingual(vi: "một danh sách", en: "a list")
            case .map: Bilingual(vi: "các cặp tên: giá trị", en: "keys and values")
            }
        add(
            .yamlType, line: tree.line,
            Bilingual(
                vi: "ở đây phải là \(expected.vi), không phải \(found.vi)",
                en: "this must be \(expected.en), not \(found.en)"),
            mend: Bilingual(
                vi: "viết theo mẫu trong docs/schema/step-table.md",
                en: "write it as docs/schema/step-table.md shows"))
    }

    mutating func value(_ text: String, key: String, line: Int, allowed: [String]) {
        let list = allowed.joined(separator: ", ")
        add(
            .yamlValue, line: line,
            Bilingual(
                vi: "\(key) không nhận giá trị “\(text)”", en: "\(key) does not take “\(text)”"),
            mend: Bilingual(vi: "dùng một trong: \(list)", en: "use one of: \(list)"))
    }

    mutating func unknown(key: String, line: Int, known: [String]) {
        let near = known.min { key.distance(to: $0) < key.distance(to: $1) }
        let mend: Bilingual
        if let near, key.distance(to: near) <= 1 + key.count / 4 {
            mend = Bilingual(vi: "có phải là “\(near)”?", en: "did you mean “\(near)”?")
        } else {
            let list = known.joined(separator: ", ")
            mend = Bilingual(vi: "dùng một trong: \(list)", en: "use one of: \(list)")
        }
        add(
            .yamlKey, line: line,
            Bilingual(vi: "không có mục “\(key)” ở đây", en: "there is no key “\(key)” here"),
            mend: mend)
    }
}

extension String {
    /// Fewest letters to change, add or leave out, of the first 40 of each.
    func distance(to other: String) -> Int {
        let mine = Array(prefix(40))
        let others = Array(other.prefix(40))
        var row = Array(0...others.count)
        for (index, letter) in mine.enumerated() {
            var corner = row[0]
            row[0] = index + 1
            for (place, against) in others.enumerated() {
                let changed = corner + (letter == against ? 0 : 1)
                corner = row[place + 1]
                row[place + 1] = Swift.min(changed, row[place] + 1, corner + 1)
            }
        }
        return row[others.count]
    }
}
