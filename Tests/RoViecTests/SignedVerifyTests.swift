// `roviec checkpoint` and what `roviec verify` says of signatures and of the end of a ledger.

import Foundation
import Ledger
import LedgerSQLite
import Testing

struct SignedVerifyTests {
    @Test func `a checkpoint is printed as a line that verify accepts`() async throws {
        try await withWorkFolder { folder in
            let office = try await SignedOffice.make(in: folder)
            let again = try await roviec("checkpoint", "--data", office.data)
            #expect(again.status == 0 && again.lines.count == 1)
            let line = try #require(again.lines.first)
            let checkpoint = try Checkpoint(line: line)
            #expect(checkpoint.signatureKey == office.publicKey, "nothing came, so it is the same")
            let kept = try folder.write("kept", line + "\n")
            let verify = try await roviec("verify", "--data", office.data, "--checkpoint", kept)
            #expect(verify.status == 0, "\(verify)")
        }
    }

    @Test func `the key may be named by the surroundings`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let key = folder.path("k")
            let made = try await roviec("key", "create", "--file", key)
            let result = try await roviec(
                with: "ROVIEC_CHECKPOINT_KEY=\(key)", "checkpoint", "--data", data)
            let signed = try Checkpoint(line: try #require(result.lines.first))
            #expect(made.output.contains(try #require(signed.signatureKey)))
            let none = try await roviec(
                with: "ROVIEC_CHECKPOINT_KEY=\(key)x", "checkpoint", "--data", data)
            expectRefusal(none, naming: key + "x", vi: "Không mở được", en: "cannot be opened")
            let empty = try await roviec(
                with: "ROVIEC_CHECKPOINT_KEY=", "checkpoint", "--data", data)
            #expect(empty.status == 0)
        }
    }

    @Test func `an office without entries has nothing to fix`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            for table in ["entry", "checkpoint", "streamState"] {
                try await DemoOffice.edit(data, "DELETE FROM \(table)")
            }
            expectRefusal(
                try await roviec("checkpoint", "--data", data), naming: data,
                vi: "chưa có mục nào", en: "no entry to fix")
        }
    }

    @Test func `verify tells how far signatures reach and whose they are`() async throws {
        try await withWorkFolder { folder in
            let office = try await SignedOffice.make(in: folder)
            let plain = try await roviec("verify", "--data", office.data)
            #expect(plain.status == 0)
            #expect(plain.output.contains("hãy thêm --public-key"))
            #expect(plain.output.contains("add --public-key"))
            let file = try folder.write("keys", "cũ\n\(office.publicKey) mới\n")
            for key in [office.publicKey, file] {
                let result = try await roviec(
                    "verify", "--data", office.data, "--public-key", key, "--json")
                let fields = try #require(try result.json() as? [String: Any])
                #expect(result.status == 0 && fields["areKeysNamed"] as? Bool == true)
                let through = try #require(fields["signedThrough"] as? [String: Any])
                #expect(through["sequence"] as? Int == fields["entries"] as? Int)
                #expect(fields["signedCheckpoints"] as? Int == 1)
            }
            let other = try await roviec("key", "create", "--file", folder.path("other"))
            let foreign = String(other.output.split(separator: " ")[1])
            let refused = try await roviec(
                "verify", "--data", office.data, "--public-key", foreign)
            #expect(refused.status == 1 && refused.output.contains("không phải khóa đã nêu"))
            let both = try await roviec(
                "verify", "--data", office.data, "--public-key", foreign, "--public-key",
                office.publicKey)
            #expect(both.status == 0, "\(both)")
            expectRefusal(
                try await roviec("verify", "--data", office.data, "--public-key", office.key),
                naming: office.key, vi: "là khóa riêng", en: "is a private key")
            let none = try folder.write("none", "xin chào " + office.publicKey.dropLast())
            expectRefusal(
                try await roviec("verify", "--data", office.data, "--public-key", none),
                naming: none, vi: "không có khóa công khai", en: "holds no public key")
        }
    }

    @Test func `without a signature verify says so, with a key it fails`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let plain = try await roviec("verify", "--data", data)
            #expect(plain.status == 0 && plain.output.contains("No checkpoint is signed."))
            let key = String(repeating: "ab", count: 32)
            let result = try await roviec("verify", "--data", data, "--public-key", key)
            #expect(result.status == 1 && result.output.contains("--checkpoint-key"), "\(result)")
        }
    }

    @Test func `from a checkpoint on only the end is read`() async throws {
        try await withWorkFolder { folder in
            let office = try await SignedOffice.make(in: folder)
            let lines = try await checkpointLines(office.data)
            let count = lines.count
            let kept = try folder.write("kept", lines.dropLast().joined(separator: "\n"))
            let byFile = try await roviec("verify", "--data", office.data, "--since-file", kept)
            let byNumber = try await roviec(
                "verify", "--data", office.data, "--since", "\(count - 1)")
            #expect(byFile.status == 0 && byNumber.status == 0, "\(byFile)")
            #expect(byNumber.output.contains("Sổ sau điểm kiểm tra \(count - 1)"))
            #expect(byNumber.output.contains("not replayed: nothing is amiss."))
            let coded = try await roviec(
                "verify", "--data", office.data, "--since", "\(count - 1)", "--json")
            let fields = try #require(try coded.json() as? [String: Any])
            let entries = try #require(fields["entries"] as? Int)
            let all = Int(try await DemoOffice.value(office.data, "SELECT count(*) FROM entry"))
            #expect(entries < (all ?? 0) / 2 && fields["since"] as? Int == count - 1)
        }
    }

    @Test func `the end of a ledger is judged by the file that was kept`() async throws {
        try await withWorkFolder { folder in
            let office = try await SignedOffice.make(in: folder)
            let lines = try await checkpointLines(office.data)
            let kept = try folder.write("kept", lines[lines.count - 2] + "\n")
            try await DemoOffice.edit(
                office.data,
                """
                UPDATE entry SET actor = 'x'
                WHERE sequence = (SELECT max(sequence) FROM entry)
                """)
            let late = try await roviec("verify", "--data", office.data, "--since-file", kept)
            #expect(late.status == 1 && late.output.contains("đã bị sửa sau khi ghi"), "\(late)")
            try await DemoOffice.edit(
                office.data, "DELETE FROM checkpoint WHERE number >= \(lines.count - 1)")
            let gone = try await roviec("verify", "--data", office.data, "--since-file", kept)
            #expect(gone.status == 1 && gone.output.contains("không có trong sổ này"), "\(gone)")
        }
    }

    @Test func `a checkpoint that is not there, and two beginnings, are refused`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            for number in ["0", "999"] {
                expectRefusal(
                    try await roviec("verify", "--data", data, "--since", number), naming: data,
                    number, vi: "Không có điểm kiểm tra", en: "There is no checkpoint")
            }
            expectRefusal(
                try await roviec("verify", "--data", data, "--since", "1", "--since-file", "x"),
                status: 2, naming: "--since-file", vi: "không đi cùng nhau", en: "do not go")
        }
    }

    /// The lines of all checkpoints, oldest first.
    private func checkpointLines(_ data: String) async throws -> [String] {
        let store = try SQLiteLedgerStore(path: data + "/office.sqlite")
        let all = try await store.read { try $0.checkpoints() }
        await store.close()
        try #require(all.count > 2)
        return all.map(\.line)
    }
}
