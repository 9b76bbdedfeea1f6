// `roviec verify`: a whole ledger is proved, and whatever was changed behind its back is named.

import Foundation
import Ledger
import LedgerSQLite
import Testing

struct VerifyCommandTests {
    /// A place in the ledger of the demo office that belongs to a dossier.
    private struct Place {
        let sequence: Int
        let stream: String
        let version: Int

        static func of(_ data: String) async throws -> Place {
            let middle = """
                FROM entry WHERE stream LIKE 'dossier/%' AND version = 3 ORDER BY sequence LIMIT 1
                """
            let sequence = try await DemoOffice.value(data, "SELECT sequence \(middle)")
            let stream = try await DemoOffice.value(data, "SELECT stream \(middle)")
            return Place(sequence: try #require(Int(sequence)), stream: stream, version: 3)
        }
    }

    @Test func `an untouched office is clean in words and in JSON`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let plain = try await roviec("verify", "--data", data)
            #expect(plain.status == 0 && plain.complaint.isEmpty)
            #expect(plain.output.contains("không có gì sai lệch."))
            #expect(plain.output.contains("nothing is amiss."))
            let coded = try await roviec("verify", "--data", data, "--json")
            let fields = try #require(try coded.json() as? [String: Any])
            #expect(coded.status == 0 && fields["isClean"] as? Bool == true)
            #expect((fields["findings"] as? [Any])?.isEmpty == true)
            let entries = try #require(fields["entries"] as? Int)
            #expect(entries > 1000 && fields["replayedEntries"] as? Int == entries)
            #expect(fields["streams"] as? Int == fields["replayedStreams"] as? Int)
            #expect(fields["personalValues"] as? Int ?? 0 >= DemoOffice.dossiers)
        }
    }

    private static let edits = [
        "actor = 'person/thief'", "at = at + 60000", "unit = unit || 'x'",
        "type = 'dossier.forged'",
        "payload = x'0100'", "payload = x'FF'", "hash = zeroblob(32)", "onBehalfOf = 'x'",
        // A column does not bind the database to a kind: these must be named, not stumbled over.
        "payload = 'sửa'", "hash = 'sửa'", "previousHash = 7", "at = 'hôm qua'", "at = 1.5",
        "actor = x'FF00'", "unit = x''", "type = CAST(type AS BLOB)",
        "payload = CAST(payload AS TEXT)",
    ]

    @Test(arguments: edits)
    func `an entry edited in the file is named by stream, version and number`(edit: String)
        async throws
    {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let place = try await Place.of(data)
            try await DemoOffice.edit(
                data, "UPDATE entry SET \(edit) WHERE sequence = \(place.sequence)")
            let result = try await roviec("verify", "--data", data, "--json")
            #expect(result.status == 1 && result.complaint.isEmpty, "\(result)")
            let fields = try #require(try result.json() as? [String: Any], "\(result)")
            let findings = try #require(fields["findings"] as? [[String: Any]])
            #expect(fields["isClean"] as? Bool == false)
            let named = findings.filter { $0["sequence"] as? Int == place.sequence }
            let vi = "\(place.stream), bước ghi \(place.version) (số \(place.sequence)) đã bị sửa"
            let en = "\(place.stream), version \(place.version) (sequence \(place.sequence)) was"
            #expect(named.contains { ($0["vi"] as? String)?.hasPrefix(vi) == true }, "\(named)")
            #expect(named.contains { ($0["en"] as? String)?.hasPrefix(en) == true }, "\(named)")
            let elsewhere = findings.filter { $0["stream"] as? String != place.stream }
            #expect(elsewhere.isEmpty, "\(elsewhere)")
        }
    }

    private static let others: [(sql: String, vi: String, en: String)] = [
        ("DELETE FROM entry WHERE sequence = ?", "đã bị xoá", "were deleted"),
        ("DELETE FROM streamHead WHERE stream = '?'", "không khớp với đầu chuỗi", "stored head"),
        (
            "UPDATE streamHead SET version = 'x' WHERE stream = '?'", "không khớp với đầu chuỗi",
            "stored head"
        ),
        (
            "UPDATE streamHead SET hash = 'x' WHERE stream = '?'", "không khớp với đầu chuỗi",
            "stored head"
        ),
        (
            "UPDATE streamState SET state = x'00' WHERE stream = '?'", "trạng thái đã lưu khác",
            "stored state differs"
        ),
        (
            "UPDATE streamState SET state = 'x' WHERE stream = '?'", "trạng thái đã lưu khác",
            "stored state differs"
        ),
        (
            "UPDATE streamState SET version = version + 1000 WHERE stream = '?'",
            "trạng thái đã lưu ở bước", "stored state is at version"
        ),
        ("DELETE FROM streamState WHERE stream = '?'", "bị mất", "stored state is gone"),
        (
            "DELETE FROM personalValue WHERE stream = '?'", "bị mất mà không có dấu xoá",
            "without a mark of lawful erasure"
        ),
        (
            "UPDATE personalValue SET value = 'x' WHERE stream = '?'",
            "không phải là thông tin đã ghi", "not the one that was recorded"
        ),
        (
            "UPDATE personalValue SET salt = NULL, value = NULL, erasedAt = 'x' WHERE stream = '?'",
            "bị mất mà không có dấu xoá", "without a mark of lawful erasure"
        ),
    ]

    @Test(arguments: others.indices)
    func `whatever else is changed is named with the stream`(index: Int) async throws {
        let (sql, vi, en) = Self.others[index]
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let place = try await Place.of(data)
            // A short dossier is never saved; a process is with every entry.
            let stream =
                sql.contains("streamState")
                ? try await DemoOffice.value(
                    data, "SELECT stream FROM streamState WHERE stream LIKE 'process/%' LIMIT 1")
                : place.stream
            let value = sql.contains("sequence") ? "\(place.sequence)" : stream
            try await DemoOffice.edit(data, sql.replacing("?", with: value))
            let result = try await roviec("verify", "--data", data)
            #expect(result.status == 1, "\(result)")
            let named = result.lines.filter { $0.contains(stream) }
            #expect(named.contains { $0.contains(vi) }, "\(result)")
            #expect(named.contains { $0.contains(en) }, "\(result)")
        }
    }

    @Test func `a lost or foreign number of the ledger is named`() async throws {
        for sql in ["DELETE FROM ledgerHead", "UPDATE ledgerHead SET sequence = 'x'"] {
            try await withWorkFolder { folder in
                let data = try await DemoOffice.copy(to: folder)
                try await DemoOffice.edit(data, sql)
                let result = try await roviec("verify", "--data", data)
                #expect(result.status == 1 && result.output.contains("ledgerHead"), "\(result)")
            }
        }
    }

    @Test func `an end cut off without a trace inside is named by the line kept outside`()
        async throws
    {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let kept = try folder.write("kept.jsonl", try await checkpoint(data) + "\n")
            let whole = try await roviec("verify", "--data", data, "--checkpoint", kept)
            #expect(whole.status == 0 && whole.output.contains("không có gì sai lệch"))
            let number = try Checkpoint(line: try await checkpoint(data)).number
            try await DemoOffice.edit(data, "DELETE FROM checkpoint")
            let silent = try await roviec("verify", "--data", data)
            #expect(silent.status == 0, "inside, nothing contradicts")
            let named = try await roviec("verify", "--data", data, "--checkpoint", kept)
            #expect(named.status == 1)
            #expect(
                named.output.contains("Điểm kiểm tra \(number) giữ ở ngoài không có trong sổ này."))
            #expect(
                named.output.contains("Checkpoint \(number), kept outside, is not in this ledger."))
        }
    }

    @Test func `a file of checkpoints is read line by line and its flaw is named by line`()
        async throws
    {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let line = try await checkpoint(data)
            let marked = try folder.write("a", "\u{FEFF}" + line + "\r\n\r\n" + line + "\n")
            let good = try await roviec("verify", "--data", data, "--checkpoint", marked)
            #expect(good.status == 0, "\(good)")
            let forged = line.replacing("\"entryCount\":", with: "\"entryCount\":9")
            for bad in [forged, "{}", "xin chào", String(line.dropLast()), line + line] {
                let path = try folder.write("b", line + "\n\n" + bad + "\n")
                expectRefusal(
                    try await roviec("verify", "--data", data, "--checkpoint", path),
                    naming: path + ":3: ", vi: "không phải là điểm kiểm tra", en: "no checkpoint")
            }
        }
    }

    @Test func `a file without any checkpoint would prove nothing and is refused`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            for text in ["", "\n \n", "\u{FEFF}"] {
                let path = try folder.write("kept", text)
                expectRefusal(
                    try await roviec("verify", "--data", data, "--checkpoint", path),
                    naming: path, vi: "không có điểm kiểm tra nào", en: "holds no checkpoint")
            }
            expectRefusal(
                try await roviec("verify", "--data", data, "--checkpoint", data), naming: data,
                vi: "là thư mục", en: "is a folder")
            expectRefusal(
                try await roviec("verify", "--data", data, "--checkpoint", data + "/none"),
                naming: data + "/none", vi: "Không có tệp", en: "There is no file")
        }
    }

    /// The line to be kept outside of a checkpoint over everything.
    private func checkpoint(_ data: String) async throws -> String {
        let store = try SQLiteLedgerStore(path: data + "/office.sqlite")
        let checkpoint = try await store.write { transaction in
            try transaction.writeCheckpoint(at: 1_500_000_000_000) ?? transaction.lastCheckpoint()
        }
        await store.close()
        return try #require(checkpoint).line
    }
}
