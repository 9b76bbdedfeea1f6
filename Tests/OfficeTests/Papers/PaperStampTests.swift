// A printed slip held against the ledger: which rows still agree.

import Engine
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `The stamp of a slip` {
    private func stamp(
        _ code: String, in office: DossierTestOffice
    ) async throws -> Papers.Stamp {
        try #require(try await office.record(code, as: "chi").stamp)
    }

    private func check(
        _ stamp: Papers.Stamp, of code: String, in office: DossierTestOffice
    ) async throws -> Papers.Check {
        let (viewer, now) = (try await office.viewer("chi"), office.now)
        return try await office.desk.read { try $0.check(stamp, of: code, for: viewer, at: now) }
    }

    @Test func `stands on the slip with a code that leads to the comparison`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 3)
            let stamp = try await stamp(code, in: office)
            let slip = try await office.open("/dossiers/\(code)/slip", as: "chi")
            #expect(slip.text.contains(stamp.text))
            #expect(stamp.digest.count == 16 && stamp.text.split(separator: " ").count == 4)
            let path = "/dossiers/\(code)/slip/check?version=\(stamp.version)&digest="
            let page = try await office.open(path + stamp.digest, as: "chi")
            #expect(page.status == .ok && page.text.contains("Phiếu khớp sổ"))
            #expect(page.text.contains("không có thay đổi"))
            let typed = stamp.text.uppercased().replacing(" ", with: "+")
            #expect(try await office.open(path + typed, as: "chi").text.contains("khớp sổ"))
        }
    }

    @Test func `at every entry of a life the rows then are told from the rows now`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            var printed: [(stamp: Papers.Stamp, slip: [Dossiers.SlipLine])] = []
            for _ in 0..<14 {
                let record = try await office.record(code, as: "chi")
                printed.append((try #require(record.stamp), record.slip))
                if record.work.isEmpty { break }
                try await office.advance(code)
            }
            let last = try await office.record(code, as: "chi")
            #expect(printed.count > 5 && last.slip.count > 1)
            for sheet in printed {
                let found = try await check(sheet.stamp, of: code, in: office)
                #expect(found.isGenuine)
                #expect(found.entriesSince == last.version - sheet.stamp.version)
                #expect(found.lines.map(\.line) == last.slip)
                for (index, line) in found.lines.enumerated() {
                    let expected: Papers.CheckedLine.Standing =
                        index >= sheet.slip.count
                        ? .added : sheet.slip[index] == last.slip[index] ? .agrees : .changed
                    #expect(line.standing == expected, "row \(index) of \(sheet.stamp.version)")
                }
            }
            let newest = try await check(try await stamp(code, in: office), of: code, in: office)
            #expect(newest.lines.allSatisfy { $0.standing == .agrees })
            let oldest = try await check(printed[0].stamp, of: code, in: office)
            #expect(oldest.lines.contains { $0.standing == .added })
        }
    }

    @Test func `of another dossier, another place or another ledger does not agree`() async throws {
        try await DossierTestOffice.run { office in
            let (code, other) = (try await office.receive(), try await office.receive())
            try await office.advance(code)
            let stamp = try await stamp(code, in: office)
            let forged = try #require(
                Papers.Stamp(version: "\(stamp.version)", digest: "0123456789abcdef"))
            let early = try #require(Papers.Stamp(version: "1", digest: stamp.digest))
            let future = try #require(Papers.Stamp(version: "99999", digest: stamp.digest))
            for (sheet, of) in [(stamp, other), (forged, code), (early, code), (future, code)] {
                let found = try await check(sheet, of: of, in: office)
                #expect(!found.isGenuine && found.lines.isEmpty, "\(sheet)")
            }
            let page = try await office.open(
                "/dossiers/\(code)/slip/check?version=1&digest=\(stamp.digest)", as: "chi")
            #expect(
                page.text.contains("Phiếu không khớp sổ") && page.text.contains("roviec verify"))
        }
    }

    @Test(arguments: [
        "", "version=1", "version=0&digest=0123456789abcdef",
        "version=x&digest=0123456789abcdef", "version=1&digest=0123",
        "version=1&digest=0123456789abcdeg", "version=-1&digest=0123456789abcdef",
        "version=99999999999999999999&digest=0123456789abcdef",
    ])
    func `that cannot be read is said so`(_ query: String) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let answer = try await office.open(
                "/dossiers/\(code)/slip/check?\(query)", as: "chi", wantsJSON: true)
            #expect(try answer.code() == "papers.stampUnreadable")
        }
    }

    @Test func `is compared only for who may see the dossier`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let stamp = try await stamp(code, in: office)
            let path =
                "/dossiers/\(code)/slip/check?version=\(stamp.version)&digest=\(stamp.digest)"
            #expect(try await office.open(path, as: nil).location == "/sign-in")
            #expect(try await office.open(path, as: "giang").status == .notFound)
            let json = try await office.open(path, as: "chi", wantsJSON: true).json()
            #expect(json["isGenuine"] as? Bool == true && json["applicant"] == nil)
        }
    }
}
