// How a command ends: what it says, where, and with which exit status.

import ArgumentParser
import Foundation
import Ledger
import Office
import WorkTime

/// Something that could not be done, said in both languages. Exit status 1.
struct CommandFailure: Error {
    let sentence: Bilingual

    init(vi: String, en: String) { sentence = Bilingual(vi: vi, en: en) }
    init(_ sentence: Bilingual) { self.sentence = sentence }
}

enum CommandEnd {
    /// Something was found, or not all of it could be done.
    static let found = ExitCode(1)
    /// The command could not begin, as `diff` counts it.
    static let misused = ExitCode(2)

    static func finish(_ error: any Error) -> Never {
        if let sentence = sentence(of: error) {
            Output.complain(sentence)
            exit(1)
        }
        if let misuse = error as? CommandMisuse {
            Output.complain(misuse.text)
            exit(2)
        }
        let code = RoViecTool.exitCode(for: error)
        let message = RoViecTool.fullMessage(for: error)
        if code == .success {
            Output.write(message + "\n")
            exit(0)
        }
        if code == .validationFailure {
            Output.complain(MisuseText.text(of: message))
            exit(2)
        }
        if !(error is ExitCode) { Output.complain(incident(error)) }
        exit(code.rawValue)
    }

    private static func sentence(of error: any Error) -> Bilingual? {
        switch error {
        case let failure as CommandFailure: failure.sentence
        case let error as LedgerStoreError:
            Bilingual(vi: error.sentence.vi, en: error.sentence.en)
        case let error as CheckpointLineError:
            Bilingual(vi: error.sentence.vi, en: error.sentence.en)
        case let refusal as any Refusal: refusal.sentence
        default: nil
        }
    }

    /// The world failed in a way that nobody foresaw: what is known of it, for whoever is asked.
    private static func incident(_ error: any Error) -> Bilingual {
        Bilingual(
            vi: "Việc chưa xong vì một sự cố. Hãy báo cho người quản trị: \(error)",
            en: "The work is not done because of an incident. Tell the administrator: \(error)")
    }
}

/// The two ways out of a command.
enum Output {
    static func write(_ text: String) { write(Array(text.utf8)) }

    /// What cannot be written, for instance on a full disk, ends the command: half an answer must
    /// not look like a whole one.
    static func write(_ bytes: [UInt8]) {
        if bytes.isEmpty { return }
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch {
            complain(
                Bilingual(
                    vi: "Không ghi được kết quả ra đầu ra chuẩn: hãy kiểm tra chỗ trống của đĩa.",
                    en: "The answer cannot be written to standard output: check the free space."))
            exit(1)
        }
    }

    /// Vietnamese first, English below.
    static func complain(_ sentence: Bilingual) { complain("\(sentence.vi)\n\(sentence.en)") }

    static func complain(_ text: String) {
        // Where complaints cannot be written nobody can be told; the exit status remains.
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }

    /// Indented JSON with sorted keys.
    static func writeJSON(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        write(Array(try encoder.encode(value)) + [UInt8(ascii: "\n")])
    }
}
