// A difference of two issues as lines of text: `-` before, `+` after.

import ProcessModel
import WorkTime

struct DifferenceText {
    let difference: VersionDifference
    let language: Language

    var text: String {
        if difference.isEmpty {
            return say(vi: "Hai bản như nhau.\n", en: "The two mean the same.\n")
        }
        let parts = header + nodes + flows + forms + waivers + order
        return parts.joined(separator: "\n") + "\n"
    }

    private var header: [String] { difference.header.flatMap { lines($0, indent: "") } }

    private var nodes: [String] {
        difference.removed.map { "- \($0.id) \($0.title)" }
            + difference.added.map { "+ \($0.id) \($0.title)" }
            + difference.changed.flatMap { change in
                ["~ \(change.node) \(change.title)"]
                    + change.changes.flatMap { lines($0, indent: "    ") }
            }
    }

    private var flows: [String] {
        difference.flowsRemoved.map { "- \(arrow($0))" }
            + difference.flowsAdded.map { "+ \(arrow($0))" }
    }

    private var forms: [String] {
        let word = say(vi: "biểu mẫu", en: "form")
        return difference.formsRemoved.map { "- \(word) \($0.code)" }
            + difference.formsAdded.map { "+ \(word) \($0.code)" }
            + difference.formsChanged.map { "~ \(word) \($0)" }
    }

    private var waivers: [String] {
        difference.waiversRemoved.map { "- \($0.phrase[language])" }
            + difference.waiversAdded.map { "+ \($0.phrase[language])" }
    }

    private var order: [String] {
        guard difference.isReordered else { return [] }
        return [say(vi: "~ thứ tự các bước thay đổi", en: "~ the steps stand in another order")]
    }

    private func lines(_ change: VersionDifference.Change, indent: String) -> [String] {
        [
            "\(indent)\(change.label[language]):", "\(indent)  - \(change.old[language])",
            "\(indent)  + \(change.new[language])",
        ]
    }

    private func arrow(_ flow: Flow) -> String {
        let condition = flow.condition.map { " [\(ConditionText.text(of: $0))]" } ?? ""
        return "\(flow.from) → \(flow.to)\(condition)"
    }

    private func say(vi: String, en: String) -> String {
        Bilingual(vi: vi, en: en)[language]
    }
}
