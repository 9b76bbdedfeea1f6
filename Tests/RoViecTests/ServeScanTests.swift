// `roviec serve --clamd`: what came in is shown to a scanner on a real line, also after it died.

import Foundation
import Ledger
import LedgerSQLite
import ScannerSink
import Testing
import WorkTime

@testable import RoViec

struct ServeScanTests {
    private func wait(for condition: () async throws -> Bool) async throws {
        for _ in 0..<600 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("it did not come about within a minute")
    }

    /// Puts files into an office as they lie there before anybody scanned them.
    private func put(_ files: [String: [UInt8]], into data: String) async throws {
        let store = try SQLiteLedgerStore(path: data + "/office.sqlite")
        let now = OfficeOpening.machineNow().milliseconds
        try await store.write { transaction in
            for (id, bytes) in files {
                try transaction.execute(
                    """
                    INSERT INTO attachment (id, held, subject, paper, name, kind, size, digest,
                        standing, addedAt, attempts)
                    VALUES (?, 'staged', 'x', 'Tờ khai', 'a.pdf', 'pdf', ?, '', 'unscanned', ?, 0)
                    """, [.text(id), SQLValue(bytes.count), .integer(now)])
                for (number, piece) in [bytes.prefix(20), bytes.dropFirst(20)].enumerated() {
                    try transaction.execute(
                        "INSERT INTO attachmentChunk (file, number, bytes) VALUES (?, ?, ?)",
                        [.text(id), SQLValue(number), .blob(Array(piece))])
                }
            }
        }
        await store.close()
    }

    private func standings(_ data: String) async throws -> String {
        try await DemoOffice.value(
            data,
            """
            SELECT coalesce(group_concat(id || ':' || standing || ':' || coalesce(threat, ''), ' '),
                '') FROM (SELECT * FROM attachment ORDER BY id)
            """)
    }

    @Test func `the test virus is found and the other file is clean`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            try await put(
                ["a": Array("%PDF-1.4 harmless words".utf8), "b": ScannerSink.virus], into: data)
            try await ScannerSink.run { sink in
                let end = try await RunningOffice.run(data, ["--clamd", sink.address]) { _ in
                    try await wait {
                        try await standings(data) == "a:clean: b:infected:Eicar-Test-Signature"
                    }
                }
                #expect(end.status == 0 && !end.isKilled)
                #expect(
                    Set(sink.files) == [Array("%PDF-1.4 harmless words".utf8), ScannerSink.virus])
            }
            let verify = try await roviec("verify", "--data", data)
            #expect(verify.status == 0, "\(verify)")
        }
    }

    @Test func `a scanner that dies leaves files locked, and the next start finds them`()
        async throws
    {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            try await put(["a": ScannerSink.virus], into: data)
            try await ScannerSink.run(.diesAfter(10)) { sink in
                _ = try await RunningOffice.run(data, ["--clamd", sink.address]) { office in
                    try await wait { sink.connections > 0 }
                    let health = try await office.get("/health")
                    #expect(health.status == 200, "pages do not wait for the scanner")
                }
                #expect(try await standings(data) == "a:waiting:")
                let store = try SQLiteLedgerStore(path: data + "/office.sqlite")
                _ = try await store.write {
                    try $0.execute("UPDATE attachment SET scanAt = 0", [])
                }
                await store.close()
                sink.behave(.honest)
                _ = try await RunningOffice.run(data, ["--clamd", sink.address]) { _ in
                    try await wait {
                        try await standings(data) == "a:infected:Eicar-Test-Signature"
                    }
                }
            }
        }
    }

    @Test(arguments: ["clamd", "tcp://", "unix:clamd.ctl", "http://127.0.0.1:3310"])
    func `an address of a scanner that is none is refused`(_ address: String) async throws {
        let result = try await roviec(
            "serve", "--data", "khong-co", "--port", "0", "--clamd", address)
        #expect(result.status != 0 && result.complaint.contains("unix:/run/clamav/clamd.ctl"))
    }

    @Test(arguments: ["0", "33", "-1", "x"])
    func `a size of files that is none is refused`(_ size: String) async throws {
        let result = try await roviec(
            "serve", "--data", "khong-co", "--port", "0", "--file-megabytes=\(size)")
        #expect(result.status != 0 && result.complaint.contains("file-megabytes"))
    }
}
