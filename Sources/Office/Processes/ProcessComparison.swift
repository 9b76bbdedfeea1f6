// What changed between two issues, as people read it.

import ProcessModel
import WorkTime

extension Processes {
    struct Comparison: Sendable, Encodable {
        var code: ProcessCode
        var title: String
        var from: Int
        var to: Int
        /// All issues, the newest first.
        var issues: [Int]
        var header: [Change]
        var added: [String]
        var removed: [String]
        var changed: [NodeChange]
        /// Ways, forms and waivers that came or went, in words.
        var other: [Bilingual]
        var isReordered: Bool

        struct Change: Hashable, Sendable, Encodable {
            var label: String
            var old: String
            var new: String
        }

        struct NodeChange: Hashable, Sendable, Encodable {
            var title: String
            var changes: [Change]
        }

        /// Both numbers are the same issue.
        var isAlone: Bool { from == to }
        var isEmpty: Bool {
            header.isEmpty && added.isEmpty && removed.isEmpty && changed.isEmpty
                && other.isEmpty && !isReordered
        }
    }
}

extension Processes.Comparison {
    init(
        code: ProcessCode, title: String, from: Int, to: Int, issues: [Int],
        _ difference: VersionDifference, language: Language
    ) {
        func change(_ change: VersionDifference.Change) -> Change {
            Change(
                label: change.label[language], old: change.old[language],
                new: change.new[language])
        }
        (self.code, self.title) = (code, title)
        (self.from, self.to, self.issues) = (from, to, issues)
        header = difference.header.map(change)
        added = difference.added.map(\.title)
        removed = difference.removed.map(\.title)
        changed = difference.changed.map {
            NodeChange(title: $0.title, changes: $0.changes.map(change))
        }
        other = difference.otherChanges
        isReordered = difference.isReordered
    }
}

extension VersionDifference {
    fileprivate var otherChanges: [Bilingual] {
        func say(_ vi: String, _ en: String, _ what: String) -> Bilingual {
            Bilingual(vi: "\(vi): \(what)", en: "\(en): \(what)")
        }
        func way(_ flow: Flow) -> String {
            let condition = flow.condition.map { " (\(ConditionText.text(of: $0)))" } ?? ""
            return "\(flow.from) → \(flow.to)\(condition)"
        }
        func gap(_ waiver: Waiver) -> String {
            "\(waiver.rule) \(waiver.node?.rawValue ?? "") – \(waiver.by), \(waiver.mendBy)"
        }
        return flowsAdded.map { say("thêm đường đi", "way added", way($0)) }
            + flowsRemoved.map { say("bỏ đường đi", "way removed", way($0)) }
            + formsAdded.map { say("thêm biểu mẫu", "form added", "\($0.code) \($0.title)") }
            + formsRemoved.map { say("bỏ biểu mẫu", "form removed", "\($0.code) \($0.title)") }
            + formsChanged.map { say("sửa biểu mẫu", "form changed", $0) }
            + waiversAdded.map { say("thêm chỗ được miễn", "waiver added", gap($0)) }
            + waiversRemoved.map { say("bỏ chỗ được miễn", "waiver removed", gap($0)) }
    }
}
