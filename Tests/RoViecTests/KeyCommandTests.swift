// `roviec key` and the files of keys: made once, for the owner's eyes alone, refused otherwise.

import Foundation
import Testing

struct KeyCommandTests {
    @Test func `a key is made, for its owner alone, and shown again`() async throws {
        try await withWorkFolder { folder in
            let path = folder.path("k")
            let made = try await roviec("key", "create", "--file", path)
            #expect(made.status == 0 && made.complaint.isEmpty)
            let words = made.output.split(whereSeparator: \.isWhitespace)
            #expect(words.count == 3 && words[0] == "ed25519")
            #expect(words[1].count == 64 && words[2].count == 16)
            #expect((words[1] + words[2]).allSatisfy { $0.isHexDigit && !$0.isUppercase })
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            #expect(try await roviec("key", "show", "--file", path).output == made.output)
            #expect(try !folder.text("k").contains(words[1]), "the private half is another")
            #expect(folder.names(in: "") == ["k"], "nothing is left beside it")
        }
    }

    @Test func `two keys are never the same`() async throws {
        try await withWorkFolder { folder in
            let one = try await roviec("key", "create", "--file", folder.path("a"))
            let two = try await roviec("key", "create", "--file", folder.path("b"))
            #expect(one.status == 0 && two.status == 0 && one.output != two.output)
        }
    }

    @Test func `a file that is there is never written over`() async throws {
        try await withWorkFolder { folder in
            let path = try folder.write("k", "quan trọng")
            expectRefusal(
                try await roviec("key", "create", "--file", path), naming: path,
                vi: "không ghi đè", en: "not written over")
            #expect(try folder.text("k") == "quan trọng")
            let nowhere = folder.path("none/k")
            expectRefusal(
                try await roviec("key", "create", "--file", nowhere), naming: nowhere,
                vi: "Không ghi được", en: "cannot be written")
        }
    }

    @Test(arguments: [0o640, 0o604, 0o620, 0o666, 0o610])
    func `a key that others can reach is not used`(mode: Int) async throws {
        try await withWorkFolder { folder in
            let path = folder.path("k")
            _ = try await roviec("key", "create", "--file", path)
            try FileManager.default.setAttributes(
                [.posixPermissions: mode], ofItemAtPath: path)
            for arguments in [
                ["key", "show", "--file", path], ["serve", "--checkpoint-key", path],
                ["checkpoint", "--checkpoint-key", path], ["demo", "--checkpoint-key", path],
            ] {
                expectRefusal(
                    try await CommandProcess.run(arguments), naming: "chmod 600 \(path)",
                    vi: "Người khác đọc được", en: "Others may read")
            }
        }
    }

    @Test func `what is no private key is refused`() async throws {
        try await withWorkFolder { folder in
            let digits = String(repeating: "ab", count: 32)
            let texts = [
                "", digits, "roviec private key v1\n", "roviec private key v1\n\(digits)",
                "roviec private key v1\n\(digits.dropLast())\n",
                "roviec private key v1\n\(digits)\n\n", "roviec private key v2\n\(digits)\n",
            ]
            for (index, text) in texts.enumerated() {
                let path = try folder.write("\(index)", text)
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o400], ofItemAtPath: path)
                expectRefusal(
                    try await roviec("key", "show", "--file", path), naming: path,
                    vi: "không phải là tệp khóa riêng", en: "no file of a private key")
            }
            expectRefusal(
                try await roviec("key", "show", "--file", folder.path("none")),
                naming: folder.path("none"), vi: "Không mở được", en: "cannot be opened")
        }
    }
}
