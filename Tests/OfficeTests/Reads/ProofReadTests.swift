// A file with personal data leaves the office: the look is noted for whoever answers for it.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `A proof with personal values` {
    private func noted(_ office: DossierTestOffice) async throws -> [String] {
        try await office.desk.read { reading in
            try reading.rows("SELECT subject, person, paper FROM personalRead ORDER BY person")
                .map {
                    "\(try $0.text("subject")) \(try $0.text("person")) \(try $0.text("paper"))"
                }
        }
    }

    @Test func `is noted for the holder of the account`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            _ = try await office.desk.perform(
                .people(.openAccount("chi", name: "chi.mc")), by: nil, at: office.sources.now)
            let house = try await Site.House.open(desk: office.desk)
            #expect(try await house.noteProof(of: code, for: "chi.mc"))
            #expect(try await noted(office) == ["\(code) chi proof"])
        }
    }

    @Test(arguments: ["", "nobody", "chi"])
    func `is for nobody whom the office does not know`(account: String) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let house = try await Site.House.open(desk: office.desk)
            #expect(try await !house.noteProof(of: code, for: account))
            #expect(try await noted(office).isEmpty)
        }
    }
}
