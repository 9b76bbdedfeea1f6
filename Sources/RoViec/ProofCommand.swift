// `roviec proof`: one dossier as a file that anybody can check without this program.

import ArgumentParser
import Foundation
import Ledger
import Office
import WorkTime

struct ProofCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof",
        abstract: "Writes a file that proves to a stranger how one dossier went.",
        discussion: """
            Xuất bằng chứng của một hồ sơ: các bước ghi, đường dẫn tới điểm kiểm tra và chữ ký. \
            Người nhận kiểm tra bằng docs/verify_proof.py, không cần chương trình này.
            Personal values stay out unless --with-personal names who answers for showing them.
            """)

    @Argument(help: ArgumentHelp("Code of the dossier.", valueName: "code"))
    var code: String

    @OptionGroup var place: DataOption

    @Option(help: ArgumentHelp("File to write, which must not exist.", valueName: "file"))
    var out: String

    @Option(
        help: ArgumentHelp(
            "Show personal values; the look is noted for this account.", valueName: "account"))
    var withPersonal: String?

    func run() async throws {
        try NewFile.requireFree(out)
        let desk = try await OfficeOpening.desk(at: place, creates: false)
        do {
            let proof = try await write(desk)
            await desk.store.close()
            tell(proof)
        } catch {
            await desk.store.close()
            throw error
        }
    }

    private func write(_ desk: Desk) async throws -> StreamProof {
        let stream = "dossier/\(code)"
        let proof = try await read(desk) { try $0.proof(of: stream) }
        let file = try NewFile(path: out, isPrivate: withPersonal != nil)
        if let withPersonal { try await note(withPersonal, desk) }
        try file.write(proof.beginning)
        var version = 0
        while version < proof.version {
            let (after, personal) = (version, withPersonal != nil)
            let page = try await read(desk) {
                try $0.provenEntries(proof, after: after, personal: personal)
            }
            guard let last = page.last else { throw failure(.ledgerDamaged) }
            let lines = page.map(\.line).joined(separator: StreamProof.separator)
            try file.write((after == 0 ? "" : StreamProof.separator) + lines)
            version = last.entry.version
        }
        try file.write(StreamProof.end)
        try file.finish()
        return proof
    }

    private func read<Value: Sendable>(
        _ desk: Desk, _ work: @escaping @Sendable (any LedgerReader) throws -> Value
    ) async throws -> Value {
        do {
            return try await desk.store.read(work)
        } catch let rejection as StreamProofRejection {
            throw failure(rejection)
        }
    }

    private func note(_ account: String, _ desk: Desk) async throws {
        let house = try await Site.House.open(desk: desk)
        if try await house.noteProof(of: code, for: account) { return }
        throw CommandFailure(
            vi:
                "Không có tài khoản “\(account)”. Hãy nêu tài khoản của người chịu trách nhiệm.",
            en: "There is no account “\(account)”. Name the account of whoever answers for it.")
    }

    private func tell(_ proof: StreamProof) {
        let signed = proof.checkpoints.last?.number ?? 0
        Output.write(
            """
            “\(out)”: \(proof.version) bước ghi của \(code), điểm kiểm tra \(signed) có chữ ký.
            “\(out)”: \(proof.version) entries of \(code), under signed checkpoint \(signed).

            """)
        if proof.newerCount == 0 { return }
        Output.complain(
            Bilingual(
                vi: "\(proof.newerCount) bước ghi mới hơn chưa có chữ ký nào chốt nên chưa xuất. "
                    + "Hãy chạy roviec checkpoint rồi xuất lại.",
                en: "\(proof.newerCount) newer entries are under no signature yet and left out. "
                    + "Run roviec checkpoint, then export again."))
    }

    private func failure(_ rejection: StreamProofRejection) -> CommandFailure {
        switch rejection {
        case .unknownStream:
            CommandFailure(
                vi: "Không có hồ sơ “\(code)” trong “\(place.shown)”. Hãy xem lại mã hồ sơ.",
                en: "There is no dossier “\(code)” in “\(place.shown)”. Look at its code.")
        case .notSigned:
            CommandFailure(
                vi: "Chưa có điểm kiểm tra nào có chữ ký chốt hồ sơ “\(code)”. "
                    + "Hãy chạy: roviec checkpoint --checkpoint-key …",
                en: "No signed checkpoint covers dossier “\(code)” yet. "
                    + "Run: roviec checkpoint --checkpoint-key …")
        case .ledgerDamaged:
            CommandFailure(
                vi: "Sổ không dẫn được từ “\(code)” đến chữ ký. Hãy chạy: roviec verify",
                en: "The ledger does not lead from “\(code)” to a signature. Run: roviec verify")
        }
    }
}
