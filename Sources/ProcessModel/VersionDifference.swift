// What changed between two issues of a process: fields of the whole, rows, flows and forms.

import WorkTime

/// Everything that differs; two versions that mean the same have an empty difference.
public struct VersionDifference: Hashable, Sendable {
    /// A field with its value before and after, as people read it; empty when there was none.
    public struct Change: Hashable, Sendable {
        /// Key of the field, for example `total` or `performer`.
        public var field: String
        public var label: Bilingual
        public var old: Bilingual
        public var new: Bilingual
    }

    public struct NodeChange: Hashable, Sendable {
        public var node: NodeID
        public var title: String
        public var changes: [Change]
    }

    /// Fields of the whole.
    public var header: [Change]
    public var added: [Node]
    public var removed: [Node]
    public var changed: [NodeChange]
    public var flowsAdded: [Flow]
    public var flowsRemoved: [Flow]
    public var formsAdded: [Form]
    public var formsRemoved: [Form]
    /// Codes of forms that both have with different title or fields.
    public var formsChanged: [String]
    /// Waivers that only one of them has.
    public var waiversAdded: [Waiver]
    public var waiversRemoved: [Waiver]
    /// The same rows stand in another order.
    public var isReordered: Bool

    public init(from old: ProcessVersion, to new: ProcessVersion) {
        let (old, new) = (old.withoutOrigins, new.withoutOrigins)
        header = Self.headerChanges(from: old, to: new)
        let before = old.nodes.keyed(by: \.id)
        let after = new.nodes.keyed(by: \.id)
        added = new.nodes.filter { before[$0.id] == nil }
        removed = old.nodes.filter { after[$0.id] == nil }
        changed = old.nodes.compactMap { node in
            // Of nodes with one identifier the first counts, as in the graph.
            guard before[node.id] == node, let other = after[node.id], other != node else {
                return nil
            }
            return NodeChange(
                node: node.id, title: other.title, changes: node.changes(to: other))
        }
        flowsAdded = new.flows.less(old.flows)
        flowsRemoved = old.flows.less(new.flows)
        let oldForms = old.forms.keyed(by: \.code)
        let newForms = new.forms.keyed(by: \.code)
        formsAdded = new.forms.filter { oldForms[$0.code] == nil }
        formsRemoved = old.forms.filter { newForms[$0.code] == nil }
        formsChanged = old.forms.compactMap { form in
            newForms[form.code].flatMap { $0 == form ? nil : form.code }
        }
        waiversAdded = new.waivers.less(old.waivers)
        waiversRemoved = old.waivers.less(new.waivers)
        isReordered =
            old.nodes.map(\.id).filter { after[$0] != nil }
            != new.nodes.map(\.id).filter { before[$0] != nil }
    }

    public var isEmpty: Bool {
        header.isEmpty && added.isEmpty && removed.isEmpty && changed.isEmpty
            && flowsAdded.isEmpty && flowsRemoved.isEmpty && formsAdded.isEmpty
            && formsRemoved.isEmpty && formsChanged.isEmpty && waiversAdded.isEmpty
            && waiversRemoved.isEmpty && !isReordered
    }
}

extension VersionDifference {
    /// Fields of the whole, in the order in which people read them.
    private static func headerChanges(
        from old: ProcessVersion, to new: ProcessVersion
    ) -> [Change] {
        let pairs = zip(old.headerFields, new.headerFields)
        return pairs.compactMap { before, after in
            guard before.value != after.value else { return nil }
            return Change(
                field: before.key, label: before.label, old: before.value, new: after.value)
        }
    }
}

/// A field as people read it.
struct WordedField {
    var key: String
    var label: Bilingual
    var value: Bilingual

    init(_ key: String, _ label: Bilingual, _ value: Bilingual?) {
        self.key = key
        self.label = label
        self.value = value ?? Bilingual(vi: "", en: "")
    }

    init(_ key: String, _ label: Bilingual, _ text: String) {
        self.init(key, label, Bilingual(vi: text, en: text))
    }
}

extension ProcessVersion {
    var headerFields: [WordedField] {
        [
            WordedField("title", Bilingual(vi: "tên quy trình", en: "title"), title),
            WordedField("kind", Bilingual(vi: "loại", en: "kind"), kind.phrase),
            WordedField("owner", Bilingual(vi: "đơn vị chủ trì", en: "owner"), ownerUnit),
            WordedField("field", Bilingual(vi: "lĩnh vực", en: "field of work"), field),
            WordedField(
                "legal_basis", Bilingual(vi: "căn cứ", en: "legal basis"), lines(legalBasis)),
            WordedField("scope", Bilingual(vi: "phạm vi", en: "scope"), scope),
            WordedField("principle", Bilingual(vi: "nguyên tắc", en: "principle"), principle),
            WordedField("total", Bilingual(vi: "thời hạn", en: "limit"), total?.tablePhrase),
            WordedField("records", Bilingual(vi: "hồ sơ lưu", en: "records"), lines(records)),
            WordedField(
                "effective", Bilingual(vi: "ngày hiệu lực", en: "effective"),
                effective?.text ?? ""),
            WordedField("approver", Bilingual(vi: "người duyệt", en: "approver"), approver),
            WordedField("source", Bilingual(vi: "nguồn", en: "source"), source),
            WordedField(
                "components", Bilingual(vi: "thành phần hồ sơ", en: "papers"), lines(components)),
        ]
    }

    private func lines(_ texts: [String]) -> String { texts.joined(separator: "; ") }
}

extension ProcessKind {
    public var phrase: Bilingual {
        switch self {
        case .operating: Bilingual(vi: "điều hành chung", en: "operating")
        case .internalWork: Bilingual(vi: "nội bộ", en: "internal")
        case .procedure: Bilingual(vi: "thủ tục hành chính", en: "procedure")
        case .inspection: Bilingual(vi: "kiểm tra", en: "inspection")
        }
    }
}

extension Sequence {
    /// Of two with one key the first counts.
    func keyed<Key: Hashable>(by key: (Element) -> Key) -> [Key: Element] {
        Dictionary(map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Array where Element: Hashable {
    /// The elements that the other has not, each as often as it has it more.
    func less(_ other: [Element]) -> [Element] {
        var counts = Dictionary(other.map { ($0, 1) }, uniquingKeysWith: +)
        return filter { element in
            guard let count = counts[element], count > 0 else { return true }
            counts[element] = count - 1
            return false
        }
    }
}
