// Random erasures among random work: whoever asked to be forgotten is found nowhere, everybody else
// is found as before, and the ledger alone gives the same tables.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Erasures by chance` {
    private static let given = ["An", "Bình", "Cúc", "Dung", "Giang", "Hạnh", "Khôi", "Lan"]
    private static let family = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng"]

    private func name(_ number: Int, _ chance: inout DossierTestChance) -> String {
        "\(chance.pick(Self.family)) Hư \(chance.pick(Self.given)) Số\(number)Ngày"
    }

    private func found(
        _ words: String, _ office: DossierTestOffice, as person: PersonID = "anh"
    ) async throws -> [String] {
        var filter = Dossiers.Filter()
        filter.search = words
        return try await office.register(filter, as: person).map(\.code)
    }

    @Test(arguments: [2, 1_975, 2_026] as [UInt64])
    func `leave nobody who asked, and everybody else`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            var names: [String: String] = [:]
            for number in 100..<116 {
                office.sources.set(office.now + chance.below(60))
                let name = name(number, &chance)
                let code = try await office.receive {
                    $0.process = chance.pick(["KS-01", "CT-02", "XN-03"])
                    $0.applicant = Dossiers.Applicant(
                        name: name, identity: "012345678\(number)", phone: "0912 000 \(number)")
                }
                names[code] = name
                if chance.below(3) > 0 { try await office.finish(code) }
            }
            let claim = try await office.claim(.erase) { $0.claimant.name = "Ai Đó" }
            try await office.claimAct(.assign("ha"), on: claim, by: "anh")
            var erased: Set<String> = []
            for code in names.keys.sorted() where chance.below(2) == 0 {
                let isEnded = try await office.state(code).status.isEnded
                do {
                    try await office.claimAct(.erase([code]), on: claim, by: "ha")
                    #expect(isEnded)
                    erased.insert(code)
                } catch Privacy.Rejection.subjectOpen(code) {
                    #expect(!isEnded)
                }
            }
            #expect(!erased.isEmpty && erased.count < names.count)
            for (code, name) in names {
                let last = try #require(name.split(separator: " ").last)
                let codes = try await found(String(last), office)
                #expect(codes == (erased.contains(code) ? [] : [code]), "\(name)")
                #expect(try await found(code, office) == [code])
            }
            let words = try await office.everyWordOfLists()
            for (code, name) in names {
                #expect(words.contains(name) != erased.contains(code), "\(name)")
            }
            let lived = try await office.dumpOfReadTables()
            try await DossierRebuild.run(in: office)
            let rebuilt = try await office.dumpOfReadTables()
            for table in DossierTestOffice.readTables {
                #expect(rebuilt[table] == lived[table], "\(table)")
            }
            try await office.isPetitionClean()
        }
    }

    @Test func `an erased dossier goes on in figures, reports and its own page`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            let before = try await office.open(
                "/reports?period=2017-07", as: "anh", wantsJSON: true)
            let claim = try await office.claim(.erase)
            try await office.claimAct(.assign("ha"), on: claim, by: "anh")
            try await office.claimAct(.erase([code]), on: claim, by: "ha")
            let after = try await office.open("/reports?period=2017-07", as: "anh", wantsJSON: true)
            #expect(after.text == before.text, "numbers tell of nobody")
            for path in ["", "/receipt", "/slip", "/reads"] {
                let page = try await office.open("/dossiers/\(code)\(path)", as: "anh")
                #expect(page.status == .ok, "\(path)")
                for gone in ["Đặng Thị", "0912 345 678", "012345678901", "Minh Họa"] {
                    #expect(!page.text.contains(gone), "\(path) \(gone)")
                }
            }
            let list = try await office.open("/dossiers", as: "anh")
            #expect(list.status == .ok && list.text.contains(code))
        }
    }

    @Test func `nobody can follow an erased dossier by its digits any more`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            #expect(try await office.told(code).details != nil)
            let claim = try await office.claim(.erase)
            try await office.claimAct(.assign("ha"), on: claim, by: "anh")
            try await office.claimAct(.erase([code]), on: claim, by: "ha")
            let told = try await office.track(code, "5678")
            #expect(!told.text.contains("\"proof\""), "nobody can show to be the applicant")
        }
    }

    @Test func `a dossier that another unit saw is forgotten there as well`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            #expect(try await found("hu cau", office, as: "tam") == [code])
            let claim = try await office.claim(.erase)
            try await office.claimAct(.assign("ha"), on: claim, by: "anh")
            try await office.claimAct(.erase([code]), on: claim, by: "ha")
            for person in ["anh", "tam", "chi", "binh"] as [PersonID] {
                #expect(try await found("hu cau", office, as: person) == [], "\(person)")
            }
        }
    }

    @Test func `the delivery's address and who received go with the dossier`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            let claim = try await office.claim(.erase)
            try await office.claimAct(.assign("ha"), on: claim, by: "anh")
            await #expect(throws: Privacy.Rejection.subjectOpen(code)) {
                try await office.claimAct(.erase([code]), on: claim, by: "ha")
            }
            try await office.order(
                .handOver(.init(receiver: "Lê Văn Nhận", paper: "8901")), code, by: "ha")
            if try await !office.state(code).status.isEnded { try await office.finish(code) }
            try await office.claimAct(.erase([code]), on: claim, by: "ha")
            let words = try await office.everyWordOfLists()
            for gone in ["Lê Văn Nhận", "Đặng Thị Nhận", "Số 12, ngõ 5"] {
                #expect(!words.contains(gone), "\(gone)")
            }
            let lived = try await office.dumpOfDeliveries()
            try await DeliveryRebuild.run(in: office)
            let told = try await office.dumpOfDeliveries()
            for table in Deliveries.tables { #expect(told[table] == lived[table], "\(table)") }
        }
    }
}
