// The demo office with a key of its own, and its ledger under a signed checkpoint.

import Foundation
import Testing

struct SignedOffice {
    let data: String
    let key: String
    /// 64 digits.
    let publicKey: String
    /// Code of a dossier that is covered.
    let code: String

    static func make(in folder: WorkFolder) async throws -> SignedOffice {
        let data = try await DemoOffice.copy(to: folder)
        let key = folder.path("office.key")
        let made = try await roviec("key", "create", "--file", key)
        try #require(made.status == 0, "\(made)")
        let fixed = try await roviec("checkpoint", "--data", data, "--checkpoint-key", key)
        try #require(fixed.status == 0, "\(fixed)")
        let stream = try await DemoOffice.value(
            data,
            "SELECT stream FROM entry WHERE stream LIKE 'dossier/%' AND version = 6 LIMIT 1")
        return SignedOffice(
            data: data, key: key,
            publicKey: String(made.output.split(separator: " ")[1]),
            code: String(stream.dropFirst("dossier/".count)))
    }

    /// Writes the proof of its dossier and returns the path of the file.
    func proof(in folder: WorkFolder, _ name: String, personal: Bool = false) async throws -> String
    {
        let more = personal ? ["--with-personal", "mc.bode"] : []
        let result = try await CommandProcess.run(
            ["proof", code, "--data", data, "--out", folder.path(name)] + more)
        try #require(result.status == 0, "\(result)")
        return folder.path(name)
    }
}

/// The script that strangers use; it needs nothing of the program.
enum ProofScript {
    static let python = URL(filePath: "/usr/bin/python3")
    static let isThere = FileManager.default.isExecutableFile(atPath: python.path)
    static let path = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/verify_proof.py").path

    static func check(_ arguments: String...) async throws -> CommandResult {
        try await CommandProcess.run([path] + arguments, of: python)
    }
}
