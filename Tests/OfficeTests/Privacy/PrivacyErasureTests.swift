// Erasing: the values beside the ledger and every word of them that lists and searches read. What
// is told anew from the ledger is the same as what was lived through.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Erasing what is kept of a person` {
    /// An erasing claim that somebody holds.
    private func held(_ office: DossierTestOffice) async throws -> String {
        let code = try await office.claim(.erase) { $0.claimant.name = "Người Khác" }
        try await office.claimAct(.assign("ha"), on: code, by: "anh")
        return code
    }

    @Test func `takes the applicant out of register, search and page`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let other = try await office.receive {
                $0.applicant = Dossiers.Applicant(name: "Nguyễn Văn Ở Lại")
            }
            try await office.finish(code)
            #expect(try await office.everyWordOfLists().contains("Đặng Thị Hư Cấu"))
            let claim = try await held(office)
            try await office.claimAct(.erase([code]), on: claim, by: "ha")
            let words = try await office.everyWordOfLists()
            for gone in ["Đặng Thị Hư Cấu", "012345678901", "Lê Văn Nộp Thay"] {
                #expect(!words.contains(gone), "\(gone)")
            }
            let keys = try await office.number(
                "SELECT count(*) AS n FROM dossierWord WHERE dossier = ? AND word = 'dang'",
                [.text(code)])
            #expect(keys == 0)
            let row = try await office.desk.read {
                try $0.rows("SELECT applicant, folded FROM dossier WHERE code = ?", [.text(code)])
            }
            #expect(try row.first?.text("applicant") == "")
            #expect(try row.first?.text("folded").contains("dang thi") == false)
            func found(_ words: String) async throws -> [String] {
                var filter = Dossiers.Filter()
                filter.search = words
                return try await office.register(filter, as: "anh").map(\.code)
            }
            #expect(try await found("hu cau") == [])
            #expect(try await found("o lai") == [other])
            #expect(try await found(code) == [code], "it is still found by its code")
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(page.status == .ok && page.text.contains("xóa"))
        }
    }

    @Test func `leaves the rows that replay gives`() async throws {
        try await DossierTestOffice.run { office in
            let codes = [try await office.receive(), try await office.receive()]
            for code in codes { try await office.finish(code) }
            let claim = try await held(office)
            try await office.claimAct(.erase([codes[0]]), on: claim, by: "ha")
            let lived = try await office.dumpOfReadTables()
            try await DossierRebuild.run(in: office)
            let rebuilt = try await office.dumpOfReadTables()
            for table in DossierTestOffice.readTables {
                #expect(rebuilt[table] == lived[table], "\(table)")
            }
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
            let proof = try await office.desk.store.read { try Verification.run($0) }
            #expect(proof.isClean, "\(proof.findings)")
            #expect(proof.erasedCount > 0)
        }
    }

    @Test func `takes the words of a rating and the sender of a petition too`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            _ = try await office.rate(code, comment: "Lời riêng tư")
            let petition = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: petition, by: "anh")
            try await office.petitionAct(.answer("Xin lỗi.", nil), on: petition, by: "ha")
            let claim = try await held(office)
            try await office.claimAct(.erase([code, petition]), on: claim, by: "ha")
            let words = try await office.everyWordOfLists()
            for gone in ["Lời riêng tư", "Đến hẹn chưa có kết quả"] {
                #expect(!words.contains(gone), "\(gone)")
            }
            #expect(try await office.claimState(claim).erased == [code, petition])
        }
    }

    @Test func `takes a refused filing out of the list`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let filing = try await office.file()
            let claim = try await held(office)
            await #expect(throws: Privacy.Rejection.subjectOpen(filing)) {
                try await office.claimAct(.erase([filing]), on: claim, by: "ha")
            }
            try await office.answer(.refuse(filing, reason: "Không thuộc thẩm quyền"), by: "chi")
            try await office.claimAct(.erase([filing]), on: claim, by: "ha")
            let left = try await office.desk.read { reading in
                try reading.applicant(of: try reading.toldFiling(filing).state.registration)
            }
            #expect(left == nil)
            let kept = try await office.number(
                "SELECT count(*) AS n FROM filing WHERE applicant <> ''")
            #expect(kept == 0)
        }
    }

    @Test func `waits until the work has ended, and all or nothing goes`() async throws {
        try await DossierTestOffice.run { office in
            let (ended, open) = (try await office.receive(), try await office.receive())
            try await office.finish(ended)
            let claim = try await held(office)
            let before = try await office.everyWordOfLists()
            await #expect(throws: Privacy.Rejection.subjectOpen(open)) {
                try await office.claimAct(.erase([ended, open]), on: claim, by: "ha")
            }
            #expect(try await office.everyWordOfLists() == before)
        }
    }

    @Test(arguments: ["PB-170703-0001", "KHONG-CO", "PA-170703-9999", "' OR 1=1 --", "dossier/x"])
    func `reaches nothing of another office, and nothing that is not there`(
        _ code: String
    ) async throws {
        try await DossierTestOffice.run { office in
            let other = try await office.receive(by: "la") {
                $0.office = "r"
                $0.process = "CT-02"
            }
            #expect(other == "PB-170703-0001")
            try await office.finish(other)
            let claim = try await held(office)
            await #expect(throws: Privacy.Rejection.subjectUnknown(code)) {
                try await office.claimAct(.erase([code]), on: claim, by: "ha")
            }
        }
    }
}
