// A YAML document as plain values with lines; the only file that knows the YAML library.

import ProcessModel
import WorkTime
import Yams

/// Values of a document. Anchors and tags are refused, so a document is never larger than its text.
indirect enum YAMLTree {
    /// `isNull` for `~`, `null` and nothing, written without quotes.
    case scalar(String, isNull: Bool, line: Int)
    case list([YAMLTree], line: Int)
    case map([Entry], line: Int)

    struct Entry {
        var key: String
        var line: Int
        var value: YAMLTree
    }

    var line: Int {
        switch self {
        case .scalar(_, _, let line), .list(_, let line), .map(_, let line): line
        }
    }

    var isNull: Bool {
        if case .scalar(_, true, _) = self { true } else { false }
    }

    /// Deepest list in list in map …
    private static let depthLimit = 16

    /// Reads one document; `nil` after a finding.
    static func read(_ text: String, into report: inout FileReport) -> YAMLTree? {
        if let name = AliasScan.alias(in: text) {
            report.anchor(name.text, line: name.line)
            return nil
        }
        do {
            // The library recurses over the document: it is kept shallow before and by the library.
            let parser = try Parser(yaml: text, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                report.add(
                    .yamlSyntax, line: 1,
                    Bilingual(vi: "tệp trống", en: "the file is empty"),
                    mend: Bilingual(
                        vi: "bắt đầu bằng mục code: và title:", en: "begin with code: and title:"))
                return nil
            }
            return tree(root, depth: 0, into: &report)
        } catch let error as YamlError {
            report.syntax(error, text: text)
        } catch {
            report.syntax(problem: "\(error)", line: 1, text: text)
        }
        return nil
    }

    private static func tree(
        _ node: Yams.Node, depth: Int, into report: inout FileReport
    ) -> YAMLTree? {
        let line = node.mark?.line ?? 1
        if let anchor = node.anchor {
            report.anchor("\(anchor)", line: line)
            return nil
        }
        guard depth < depthLimit else {
            report.deep(line: line)
            return nil
        }
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            let isNull = isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            return .scalar(scalar.string, isNull: isNull, line: line)
        case .sequence(let sequence):
            var items: [YAMLTree] = []
            for item in sequence {
                guard let item = tree(item, depth: depth + 1, into: &report) else { return nil }
                items.append(item)
            }
            return .list(items, line: line)
        case .mapping(let mapping):
            return map(mapping, line: line, depth: depth, into: &report)
        case .alias(let alias):
            report.anchor("\(alias.anchor)", line: line)
            return nil
        }
    }

    private static func map(
        _ mapping: Yams.Node.Mapping, line: Int, depth: Int, into report: inout FileReport
    ) -> YAMLTree? {
        var entries: [Entry] = []
        for (key, value) in mapping {
            guard case .scalar(let name) = key else {
                report.deep(line: key.mark?.line ?? line)
                return nil
            }
            guard let value = tree(value, depth: depth + 1, into: &report) else { return nil }
            entries.append(
                Entry(key: name.string, line: name.mark?.line ?? line, value: value))
        }
        return .map(entries, line: line)
    }
}

extension FileReport {
    fileprivate mutating func syntax(_ error: YamlError, text: String) {
        switch error {
        // Of a text whose closing mark is missing the line where it opens helps, not the end.
        case .scanner(let context?, let problem, _, _) where context.text.contains("quoted scalar"):
            syntax(problem: problem, line: context.mark.line, text: text)
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            syntax(problem: problem, line: mark.line, text: text)
        case .duplicatedKeysInMapping(let keys, let context):
            add(
                .yamlKey, line: context.mark.line,
                Bilingual(
                    vi: "mục \(keys.joined(separator: ", ")) được ghi hai lần",
                    en: "\(keys.joined(separator: ", ")) is written twice"),
                mend: Bilingual(vi: "giữ lại một mục", en: "keep one of them"))
        case .reader(let problem, let offset, _, _):
            let line = text.prefix(offset ?? 0).count { $0.isNewline } + 1
            syntax(problem: problem, line: line, text: text)
        default: syntax(problem: "\(error)", line: 1, text: text)
        }
    }
}
