// A command called in a way that it does not know: what is wrong, in both languages, and the usage.

import ArgumentParser
import WorkTime

/// Found while a command runs, when all its options are known to exist. Exit status 2.
struct CommandMisuse: Error {
    let sentence: Bilingual
    let command: any ParsableCommand.Type

    init(vi: String, en: String, of command: any ParsableCommand.Type) {
        sentence = Bilingual(vi: vi, en: en)
        self.command = command
    }

    var text: String {
        "\(sentence.vi)\n\(sentence.en)\nUsage: " + RoViecTool.usageString(for: command)
    }
}

extension ValidationError {
    /// Vietnamese first, English below.
    init(vi: String, en: String) { self.init("\(vi)\n\(en)") }
}

/// The library says in English what it does not understand; the Vietnamese sentence is put above.
enum MisuseText {
    private static let prefix = "Error: "

    static func text(of message: String) -> String {
        guard message.hasPrefix(prefix) else { return message }
        let text = String(message.dropFirst(prefix.count))
        let first = String(text.prefix { $0 != "\n" })
        return vietnamese(first).map { "\($0)\n\(text)" } ?? text
    }

    /// `nil` for what the commands say themselves, in both languages already.
    private static func vietnamese(_ english: String) -> String? {
        let names = quoted(in: english)
        let first = names.first ?? ""
        let others = names.dropFirst()
        if english.hasPrefix("Unknown option ") {
            let near = others.first.map { "có phải là \($0)?" } ?? "hãy xem cách dùng bên dưới."
            return "Không có tùy chọn \(first); \(near)"
        }
        if english.hasPrefix("Unexpected argument ") {
            return "Thừa “\(first)”; hãy bỏ đi hoặc xem cách dùng bên dưới."
        }
        if english.contains(" unexpected arguments: ") {
            return "Thừa \(list(names)); hãy bỏ đi hoặc xem cách dùng bên dưới."
        }
        if english.hasPrefix("Missing expected argument ") {
            return "Thiếu \(first); hãy ghi thêm như cách dùng bên dưới."
        }
        if english.hasPrefix("Missing value for ") {
            return "Thiếu giá trị của \(first); số âm ghi liền sau dấu bằng."
        }
        if english.hasPrefix("The value ") {
            let place = others.first.map { " không hợp lệ cho \($0)" } ?? " không hợp lệ"
            let choice = others.count > 1 ? "; hãy dùng một trong: \(list(others.dropFirst()))" : ""
            return "Giá trị “\(first)”\(place)\(choice)."
        }
        if english.hasPrefix("The option ") {
            return "Tùy chọn \(first) không nhận giá trị; hãy bỏ phần sau dấu bằng."
        }
        return nil
    }

    private static func list(_ names: some Sequence<String>) -> String {
        names.map { "“\($0)”" }.joined(separator: ", ")
    }

    /// What stands between the single quotes of a sentence, in order.
    private static func quoted(in sentence: String) -> [String] {
        let pieces = sentence.split(separator: "'", omittingEmptySubsequences: false)
        return pieces.indices.filter { !$0.isMultiple(of: 2) }.map { String(pieces[$0]) }
    }
}
