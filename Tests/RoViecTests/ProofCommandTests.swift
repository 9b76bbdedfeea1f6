// `roviec proof` and the script that checks its files: a good one passes, and whatever is altered
// in one is found by somebody who has nothing but the file.

import Foundation
import GRDB
import Testing

@Suite(.enabled(if: ProofScript.isThere, "needs /usr/bin/python3"))
struct ProofCommandTests {
    @Test func `a good proof passes and tells the story`() async throws {
        try await withWorkFolder { folder in
            let office = try await SignedOffice.make(in: folder)
            let path = try await office.proof(in: folder, "p.json")
            let alone = try await ProofScript.check(path)
            #expect(alone.status == 0 && alone.complaint.isEmpty, "\(alone)")
            #expect(alone.output.contains("ĐÚNG: ") && alone.output.contains("HOLDS: "))
            #expect(
                alone.output.contains("Hãy so khóa"))
            #expect(alone.output.contains(office.publicKey))
            let count = try await DemoOffice.value(
                office.data,
                "SELECT count(*) FROM entry WHERE stream = 'dossier/\(office.code)'")
            #expect(alone.output.contains("HOLDS: \(count) entries of dossier/\(office.code)"))
            #expect(alone.lines.count(where: { $0.contains("engine.changed") }) >= 5)
            let named = try await ProofScript.check(path, office.publicKey)
            #expect(named.status == 0 && !named.output.contains("Compare the key"))
        }
    }

    @Test func `the key may come from a file, and another key does not pass`() async throws {
        try await withWorkFolder { folder in
            let office = try await SignedOffice.make(in: folder)
            let path = try await office.proof(in: folder, "p.json")
            let shown = try await roviec("key", "show", "--file", office.key)
            let file = try folder.write("keys", shown.output)
            #expect(try await ProofScript.check(path, file).status == 0)
            let foreign = String(repeating: "ab", count: 32)
            for word in [foreign, "xin chào", folder.path("none")] {
                let result = try await ProofScript.check(path, word)
                #expect(result.status == 1 && result.complaint.hasPrefix("SAI: "), "\(result)")
            }
        }
    }

    @Test func `personal values stay out, or are shown and the look is noted`() async throws {
        try await withWorkFolder { folder in
            let office = try await SignedOffice.make(in: folder)
            let person = try await DemoOffice.value(
                office.data,
                """
                SELECT json_extract(CAST(value AS TEXT), '$.name') FROM personalValue
                WHERE stream = 'dossier/\(office.code)' AND CAST(value AS TEXT) LIKE '{%' LIMIT 1
                """)
            let bare = try await office.proof(in: folder, "bare.json")
            #expect(try !folder.text("bare.json").contains(person))
            let closed = try await ProofScript.check(bare)
            #expect(closed.status == 0 && closed.output.contains("không xuất"), "\(closed)")
            let noted = "SELECT count(*) FROM personalRead WHERE paper = 'proof'"
            #expect(try await DemoOffice.value(office.data, noted) == "0")
            let shown = try await office.proof(in: folder, "shown.json", personal: true)
            let open = try await ProofScript.check(shown)
            #expect(open.status == 0 && open.output.contains(person), "\(open)")
            #expect(try await DemoOffice.value(office.data, noted) == "1")
            let attributes = try FileManager.default.attributesOfItem(atPath: shown)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func `every number, word and digest of a proof is under the signature`() async throws {
        try await withWorkFolder { folder in
            let office = try await SignedOffice.make(in: folder)
            let path = try await office.proof(in: folder, "p.json", personal: true)
            let whole = try folder.json("p.json")
            var places = ProofPlaces(whole).all
            // The middle entries have the shape of their neighbours: the ends and one between.
            let entries = try #require((whole as? [String: Any])?["entries"] as? [Any]).count
            places.removeAll {
                $0.first == "entries" && !["0", "3", "\(entries - 1)"].contains($0[1])
            }
            #expect(places.count > 60)
            let forged = ProofForgery(folder: folder, whole: whole)
            let passed = try await forged.passing(places)
            #expect(passed.isEmpty, "altered, and nobody noticed: \(passed)")
            #expect(try await ProofScript.check(path).status == 0)
        }
    }

    @Test func `nothing can be left out, added, repeated or put in another order`() async throws {
        try await withWorkFolder { folder in
            let office = try await SignedOffice.make(in: folder)
            _ = try await office.proof(in: folder, "p.json", personal: true)
            let text = try folder.text("p.json")
            let whole = try #require(try folder.json("p.json") as? [String: Any])
            let entries = try #require(whole["entries"] as? [Any])
            var forgeries: [String: [String: Any]] = [:]
            for name in whole.keys {
                forgeries["without \(name)"] = whole.filter { $0.key != name }
                forgeries["empty \(name)"] = whole.merging([name: [Any]()]) { $1 }
                forgeries["null \(name)"] = whole.merging([name: NSNull()]) { $1 }
            }
            forgeries["first"] = whole.merging(["entries": Array(entries.dropFirst())]) { $1 }
            forgeries["last"] = whole.merging(["entries": Array(entries.dropLast())]) { $1 }
            forgeries["turned"] = whole.merging(["entries": Array(entries.reversed())]) { $1 }
            forgeries["twice"] = whole.merging(["entries": entries + [entries[0]]]) { $1 }
            forgeries["more"] = whole.merging(["note": "tôi"]) { $1 }
            for (name, forgery) in forgeries {
                try folder.write(
                    "f.json", JSONSerialization.data(withJSONObject: forgery).map { $0 })
                let result = try await ProofScript.check(folder.path("f.json"))
                #expect(
                    result.status == 1 && result.complaint.contains("SAI: "), "\(name): \(result)")
                #expect(!result.complaint.contains("Traceback"), "\(name)")
            }
            let texts = [
                "", "{}", "[]", "null", "{", String(text.dropLast(20)), text + text,
                text.replacing("\"unit\":", with: "\"unit\":\"\",\"unit\":"),
                text.replacing("\"version\":1,", with: "\"version\":true,"),
                text.replacing("\"version\":1,", with: "\"version\":1.0,"),
                String(repeating: "[", count: 100_000),
            ]
            for (index, forgery) in texts.enumerated() {
                let path = try folder.write("g.json", forgery)
                let result = try await ProofScript.check(path)
                #expect(
                    result.status == 1 && result.complaint.contains("WRONG: "),
                    "\(index): \(result)")
                #expect(!result.complaint.contains("Traceback"), "\(index)")
            }
            #expect(try await ProofScript.check(folder.path("none")).status == 1)
        }
    }

    @Test func `what no signature covers is refused or left out, with the way out`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let code = try await DemoOffice.value(data, "SELECT code FROM dossier LIMIT 1")
            let out = folder.path("p.json")
            expectRefusal(
                try await roviec("proof", code, "--data", data, "--out", out), naming: code,
                vi: "Chưa có điểm kiểm tra nào có chữ ký", en: "No signed checkpoint covers")
            expectRefusal(
                try await roviec("proof", "khong-co", "--data", data, "--out", out),
                naming: "khong-co", vi: "Không có hồ sơ", en: "There is no dossier")
            #expect(folder.names(in: "").allSatisfy { !$0.hasPrefix("p.json") })
            let taken = try folder.write("taken", "x")
            expectRefusal(
                try await roviec("proof", code, "--data", data, "--out", taken), naming: taken,
                vi: "không ghi đè", en: "not written over")
        }
    }

    @Test func `an account that nobody has shows nothing`() async throws {
        try await withWorkFolder { folder in
            let office = try await SignedOffice.make(in: folder)
            let out = folder.path("p.json")
            expectRefusal(
                try await roviec(
                    "proof", office.code, "--data", office.data, "--out", out, "--with-personal",
                    "ai-do"), naming: "ai-do", vi: "Không có tài khoản", en: "There is no account")
            #expect(folder.names(in: "").allSatisfy { !$0.hasPrefix("p.json") })
        }
    }

    @Test func `a rewritten ledger gives no proof`() async throws {
        try await withWorkFolder { folder in
            let office = try await SignedOffice.make(in: folder)
            try await DemoOffice.edit(
                office.data,
                "UPDATE entry SET hash = previousHash WHERE stream = 'dossier/\(office.code)'")
            expectRefusal(
                try await roviec(
                    "proof", office.code, "--data", office.data, "--out", folder.path("p.json")),
                naming: office.code, vi: "không dẫn được", en: "does not lead")
        }
    }
}
