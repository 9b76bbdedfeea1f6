// A file that is there whole and on the disk, or not at all: written under a name of its own beside
// the place, then moved there. What lies there already stays.

import Foundation

final class NewFile {
    let path: String
    private let part: String
    private var handle: FileHandle?

    /// - Parameter isPrivate: nobody but the owner may read it.
    init(path: String, isPrivate: Bool = false) throws {
        self.path = path
        part = "\(path).part-\(ProcessInfo.processInfo.processIdentifier)"
        try Self.requireFree(path)
        let mode: mode_t = isPrivate ? 0o600 : 0o644
        let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        if descriptor < 0 { throw Self.unwritable(path) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    deinit { discard() }

    static func requireFree(_ path: String) throws {
        if !FileManager.default.fileExists(atPath: path) { return }
        throw CommandFailure(
            vi: "“\(path)” đã có nên không ghi đè. Hãy nêu tên khác hoặc dời tệp đó đi.",
            en: "“\(path)” is there and is not written over. Name another or move it away.")
    }

    func write(_ text: String) throws { try write(Data(text.utf8)) }

    func write(_ bytes: Data) throws {
        do {
            try handle?.write(contentsOf: bytes)
        } catch {
            discard()
            throw Self.unwritable(path)
        }
    }

    /// Brings it to the disk and to its place. A link is never made over another file.
    func finish() throws {
        do {
            try handle?.synchronize()
            try handle?.close()
        } catch {
            discard()
            throw Self.unwritable(path)
        }
        handle = nil
        defer { unlink(part) }
        if link(part, path) != 0 {
            if errno == EEXIST { try Self.requireFree(path) }
            throw Self.unwritable(path)
        }
        DiskFolder.synchronize(parentOf: path)
    }

    private func discard() {
        if handle == nil { return }
        try? handle?.close()
        handle = nil
        unlink(part)
    }

    static func unwritable(_ path: String) -> CommandFailure {
        CommandFailure(
            vi: "Không ghi được “\(path)”: hãy kiểm tra thư mục, quyền ghi và chỗ trống.",
            en: "“\(path)” cannot be written: check its folder, permissions and free space.")
    }
}
