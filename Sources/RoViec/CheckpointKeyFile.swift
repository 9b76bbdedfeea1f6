// Files of keys. The private one holds a line that says what it is and 64 hexadecimal digits;
// public ones are texts in which a key stands as a word of 64 digits.

import ArgumentParser
import Foundation
import Ledger
import ProcessFormats
import WorkTime

/// The private key with which an office signs its checkpoints.
struct SigningOption: ParsableArguments {
    static let variable = "ROVIEC_CHECKPOINT_KEY"

    @Option(
        help: ArgumentHelp(
            "File of the private key that signs checkpoints; else ROVIEC_CHECKPOINT_KEY names it.",
            valueName: "file"))
    var checkpointKey: String?

    /// `nil` where nobody signs.
    func signer() throws -> CheckpointSigner? {
        let named = ProcessInfo.processInfo.environment[Self.variable] ?? ""
        guard let path = checkpointKey ?? (named.isEmpty ? nil : named) else { return nil }
        return try CheckpointKeyFile.signer(at: path)
    }

    /// What a server says about it when it starts.
    static func lines(of signer: CheckpointSigner?) -> [String] {
        guard let id = signer?.publicKey.id else { return [] }
        return ["Khóa ký điểm kiểm tra / Checkpoints are signed by key: \(id)"]
    }
}

enum CheckpointKeyFile {
    private static let title = "roviec private key v1"

    static func create(at path: String, seed: [UInt8]) throws -> CheckpointKey {
        guard let signer = CheckpointSigner(seed: seed) else {
            throw CommandFailure(vi: "Không tạo được khóa.", en: "The key cannot be made.")
        }
        let digits = seed.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        let file = try NewFile(path: path, isPrivate: true)
        try file.write("\(title)\n\(digits)\n")
        try file.finish()
        return signer.publicKey
    }

    static func signer(at path: String) throws -> CheckpointSigner {
        let text = try privateText(at: path)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 3, lines[0] == title, lines[2].isEmpty,
            let seed = CheckpointKey(text: String(lines[1]))?.bytes,
            let signer = CheckpointSigner(seed: seed)
        else {
            throw CommandFailure(
                vi: "“\(path)” không phải là tệp khóa riêng. Hãy tạo bằng: roviec key create",
                en: "“\(path)” is no file of a private key. Make one with: roviec key create")
        }
        return signer
    }

    /// Refuses what others may read: a key that was seen is no proof of anything.
    private static func privateText(at path: String) throws -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            throw CommandFailure(
                vi: "Không mở được tệp khóa “\(path)”: hãy xem lại tên và quyền đọc.",
                en: "The key file “\(path)” cannot be opened: look at its name and permissions.")
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var state = stat()
        if fstat(descriptor, &state) != 0 || state.st_mode & 0o077 != 0 {
            throw CommandFailure(
                vi: "Người khác đọc được tệp khóa “\(path)” nên không dùng. "
                    + "Hãy chạy: chmod 600 \(path), và tạo khóa mới nếu khóa có thể đã lộ.",
                en: "Others may read the key file “\(path)”, so it is not used. "
                    + "Run: chmod 600 \(path), and make a new key if this one may have been seen.")
        }
        let bytes = (try? handle.read(upToCount: 4096)) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Keys given as digits or as files that hold some.
    static func publicKeys(_ values: [String]) throws -> [CheckpointKey] {
        try values.flatMap { value in
            if let key = CheckpointKey(text: value) { return [key] }
            let file = try ProcessFiles.read(value)
            let text = String(decoding: file.bytes, as: UTF8.self)
            if text.hasPrefix(title) {
                throw CommandFailure(
                    vi: "“\(value)” là khóa riêng; hãy nêu khóa công khai: roviec key show",
                    en: "“\(value)” is a private key; name the public one: roviec key show")
            }
            let keys = text.split(whereSeparator: \.isWhitespace)
                .compactMap { CheckpointKey(text: String($0)) }
            if !keys.isEmpty { return keys }
            throw CommandFailure(
                vi: "“\(value)” không có khóa công khai nào (64 chữ số thập lục phân).",
                en: "“\(value)” holds no public key (64 hexadecimal digits).")
        }
    }
}
