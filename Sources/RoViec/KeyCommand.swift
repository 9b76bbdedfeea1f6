// `roviec key`: the keys with which an office signs the checkpoints of its ledger.

import ArgumentParser
import Ledger

struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Makes and shows keys that sign checkpoints.",
        discussion: """
            Khóa ký điểm kiểm tra của sổ. Tệp khóa riêng để ngoài cơ sở dữ liệu, chỉ dịch vụ được \
            đọc; khóa công khai thì ai cũng được biết.
            """,
        subcommands: [KeyCreateCommand.self, KeyShowCommand.self])

    /// One line for files and programs: the kind, the key, its short id.
    static func line(_ key: CheckpointKey) -> String { "ed25519 \(key.text) \(key.id)\n" }
}

struct KeyCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Makes a key: the private half into a new file, the public half to the output.",
        discussion: """
            Tạo khóa: roviec key create --file /etc/roviec/checkpoint.key > khoa-cong-khai.txt
            An existing file is never written over.
            """)

    @Option(
        help: ArgumentHelp("File for the private key, which must not exist.", valueName: "file"))
    var file: String

    func run() throws {
        let key = try CheckpointKeyFile.create(
            at: file, seed: OfficeOpening.machineBytes(CheckpointSigner.seedLength))
        Output.write(KeyCommand.line(key))
    }
}

struct KeyShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints the public key that belongs to a private one.",
        discussion: "In khóa công khai của một tệp khóa riêng.")

    @Option(help: ArgumentHelp("File of the private key.", valueName: "file"))
    var file: String

    func run() throws {
        Output.write(KeyCommand.line(try CheckpointKeyFile.signer(at: file).publicKey))
    }
}
