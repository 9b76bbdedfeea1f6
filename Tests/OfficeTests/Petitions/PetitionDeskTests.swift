// Petitions at the desk: number, rows, marks, rights, what the post gets; on both stores.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `A petition at the desk` {
    @Test func `gets a number of its office and day, and waits for who is in charge`()
        async throws
    {
        try await DossierTestOffice.run { office in
            #expect(try await office.petition() == "PA-PA-170703-0001")
            #expect(try await office.petition(.regulation) == "PA-PA-170703-0002")
            #expect(try await office.petition { $0.office = "r" } == "PA-PB-170703-0001")
            let list = try await office.petitionList(.incoming, of: "anh")
            #expect(list.rows.map(\.code) == ["PA-PA-170703-0001", "PA-PA-170703-0002"])
            #expect(list.rows.first?.subject == PetitionSamples.sender.subject)
            #expect(list.rows.first?.due == LocalMinute("2017-07-24T17:30"))
            #expect(list.rows.first?.left?.state == .ok && list.rows.first?.holder == "")
            #expect(list.counts.incoming == 2 && list.counts.open == 0 && list.counts.late == 0)
        }
    }

    @Test func `sent twice with one key is one, and what is refused leaves nothing`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.petition(key: "k")
            #expect(try await office.petition(key: "k") == code)
            let before = try await office.sequence()
            let values = try await office.number("SELECT count(*) AS n FROM personalValue")
            await #expect(throws: Petitions.Rejection.officeUnknown) {
                try await office.petition { $0.office = "khac" }
            }
            await #expect(throws: Petitions.Rejection.onlyForHolder) {
                try await office.petitionAct(.answer("x", nil), on: code, by: "anh")
            }
            await #expect(throws: Petitions.Rejection.wordsMissing) {
                try await office.petitionAct(.assign("ha"), on: code, by: "anh")
                try await office.petitionAct(.answer(" ", nil), on: code, by: "ha")
            }
            #expect(try await office.sequence() == before + 1, "only the giving")
            #expect(
                try await office.number("SELECT count(*) AS n FROM personalValue") == values)
            #expect(try await office.number("SELECT count(*) AS n FROM petition") == 1)
        }
    }

    @Test func `keeps every word beside the ledger, where the law can erase it`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            try await office.petitionAct(.ask("ke", "Zqa hỏi"), on: code, by: "ha")
            try await office.petitionAct(.reply("Zqb đáp"), on: code, by: "ke")
            try await office.petitionAct(.ask(nil, "Zqc hỏi"), on: code, by: "ha")
            try await office.petitionAct(.reply("Zqd đáp"), on: code, by: nil)
            try await office.petitionAct(.answer("Zqe trả lời", nil), on: code, by: "ha")
            let payloads = try await office.desk.read { reading in
                try reading.rows("SELECT payload FROM entry").map {
                    String(decoding: try $0.blob("payload"), as: UTF8.self)
                }.joined()
            }
            for words in ["Zqa", "Zqb", "Zqc", "Zqd", "Zqe", "Hư Cấu", "hu.cau", "Giấy hẹn"] {
                #expect(!payloads.contains(words), "\(words)")
            }
            try await office.isPetitionClean()
            let record = try await record(office, code, "ha")
            #expect(record.steps.compactMap(\.words).count == 5)
            _ = try await office.desk.store.write {
                try $0.erasePersonal(
                    stream: "petition/\(code)", at: 1, basis: "Luật 91/2025/QH15")
            }
            let erased = try await self.record(office, code, "ha")
            #expect(erased.sender == nil && erased.steps.allSatisfy { $0.words == nil })
            #expect(try await office.followPetition(code).status == .notFound)
            try await office.isPetitionClean()
        }
    }

    private func record(
        _ office: DossierTestOffice, _ code: String, _ person: PersonID
    ) async throws -> Petitions.Record {
        let (viewer, now) = (try await office.viewer(person), office.now)
        return try await office.desk.read { try $0.petition(code, for: viewer, at: now) }
    }

    @Test func `goes from hand to hand with one holder, and shows who has it since when`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.petition(.regulation)
            try await office.petitionAct(.assign("ha"), on: code, by: "binh")
            try office.set("2017-07-04T10:00")
            try await office.petitionAct(.ask("ke", "Vì sao?"), on: code, by: "ha")
            let mine = try await office.petitionList(.mine, of: "ha")
            #expect(mine.rows.map(\.code) == [code] && mine.tabs == [.mine])
            #expect(mine.rows.first?.since == office.now)
            #expect(mine.rows.first?.asked == "Người ke" && mine.rows.first?.holder == "Người ha")
            #expect(try await office.petitionList(.mine, of: "ke").rows.count == 1)
            #expect(try await office.petitionList(.mine, of: "tam").rows.count == 1, "stands in")
            #expect(try await office.petitionList(.open, of: "anh").rows.count == 1)
            #expect(try await office.petitionList(.incoming, of: "anh").rows.isEmpty)
            try await office.petitionAct(.reply("Vì thế."), on: code, by: "ke")
            #expect(try await office.petitionList(.mine, of: "ke").rows.isEmpty)
            try await office.petitionAct(.assign("ke"), on: code, by: "ha")
            await #expect(throws: Petitions.Rejection.unknown(code)) {
                try await office.petitionAct(.answer("x", nil), on: code, by: "ha")
            }
            try await office.petitionAct(.answer("x", nil), on: code, by: "ke")
            let ended = try await office.petitionList(.ended, of: "anh")
            #expect(ended.rows.map(\.code) == [code] && ended.rows.first?.isLate == false)
            #expect(ended.rows.first?.left == nil)
        }
    }

    @Test func `about an officer is seen by leaders alone until it is given`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition(.conduct)
            #expect(try await office.petitionList(.incoming, of: "binh").rows.isEmpty)
            #expect(try await office.petitionList(.incoming, of: "binh").counts.incoming == 0)
            #expect(try await office.petitionList(.incoming, of: "pho").rows.count == 1)
            for person: PersonID in ["binh", "chi", "ha", "tam", "giang", "la"] {
                await #expect(throws: Petitions.Rejection.unknown(code)) {
                    try await office.petitionAct(.assign(person), on: code, by: person)
                }
                await #expect(throws: Petitions.Rejection.unknown(code)) {
                    _ = try await self.record(office, code, person)
                }
            }
            try await office.petitionAct(.assign("binh"), on: code, by: "anh")
            #expect(try await self.record(office, code, "binh").sender?.name != "")
            try await office.petitionAct(.ask("ke", "x"), on: code, by: "binh")
            let asked = try await self.record(office, code, "ke")
            #expect(asked.sender?.words == PetitionSamples.sender.words)
            #expect(asked.sender?.name == "" && asked.sender?.phone == "")
            await #expect(throws: Petitions.Rejection.personUnknown) {
                try await office.petitionAct(.assign("la"), on: code, by: "anh")
            }
        }
    }

    @Test func `past its day is late in every list and number, and once ended stays so`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            try office.set("2017-07-24T18:00")
            #expect(try await office.petitionList(.open, of: "anh").counts.late == 0, "its evening")
            try office.set("2017-07-25T09:00")
            let late = try await office.petitionList(.open, of: "anh")
            #expect(late.counts.late == 1 && late.rows.first?.left?.state == .late)
            #expect(late.rows.first?.isLate == true)
            try await office.petitionAct(.answer("x", nil), on: code, by: "ha")
            let ended = try await office.petitionList(.ended, of: "anh")
            #expect(ended.rows.first?.isLate == true && ended.counts.late == 0)
            #expect(try await self.record(office, code, "ha").endedLate)
        }
    }

    @Test func `lists go on page by page without a gap`() async throws {
        try await DossierTestOffice.run { office in
            let total = Petitions.pageSize + 7
            for number in 0..<total {
                if number % 20 == 0 { office.sources.set(office.now + 24 * 60) }
                let code = try await office.petition()
                try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            }
            func all(_ tab: Petitions.Tab, _ person: PersonID) async throws -> [String] {
                var (codes, after) = ([String](), "")
                repeat {
                    let list = try await office.petitionList(tab, of: person, after: after)
                    codes += list.rows.map(\.code)
                    after = list.next ?? ""
                } while !after.isEmpty
                return codes
            }
            let open = try await all(.open, "anh")
            #expect(open.count == total && Set(open).count == total)
            #expect(try await all(.mine, "ha") == open)
            for code in open {
                try await office.petitionAct(.refuse(.unclear, "x"), on: code, by: "ha")
            }
            let ended = try await all(.ended, "anh")
            #expect(Set(ended) == Set(open) && ended.count == total)
            #expect(try await all(.mine, "ha").isEmpty)
        }
    }
}

@Suite struct `What the office publishes` {
    @Test func `is read by everybody, newest first, and can be taken away`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            try await office.petitionAct(
                .answer("Xin lỗi bà Cấu.", PetitionSamples.publication), on: code, by: "ha")
            let page = try await office.open("/petitions/published", as: nil)
            #expect(page.status == .ok && page.text.contains("Quá hẹn thì làm gì?"))
            for words in ["Trần Thị", "Xin lỗi bà Cấu", "hu.cau", "0912", "Người ha"] {
                #expect(!page.text.contains(words), "\(words)")
            }
            let json = try await office.open("/petitions/published", as: nil, wantsJSON: true)
            let rows = try #require(try json.json()["rows"] as? [[String: Any]])
            #expect(rows.count == 1 && rows[0]["title"] as? String == "Hẹn trả kết quả")
            try await office.petitionAct(.conceal("Viết sai"), on: code, by: "anh")
            let gone = try await office.open("/petitions/published", as: nil)
            #expect(!gone.text.contains("Quá hẹn") && gone.text.contains("Chưa có trả lời"))
            try await office.petitionAct(
                .publish(PetitionSamples.publication), on: code, by: "anh")
            #expect(try await office.number("SELECT count(*) AS n FROM petitionAnswer") == 1)
            try await office.isPetitionClean()
        }
    }

    @Test func `names nobody: a text with the sender in it is refused, and nothing is sent`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            var publication = PetitionSamples.publication
            publication.answer = "Trả lời bà trần thị hư cấu."
            let before = try await office.sequence()
            await #expect(throws: Petitions.Rejection.publicTextNamesSender) {
                try await office.petitionAct(.answer("x", publication), on: code, by: "ha")
            }
            #expect(try await office.sequence() == before)
            #expect(try await office.petitionState(code).standing == .taken)
            #expect(try await office.number("SELECT count(*) AS n FROM outboxMessage") == 1)
        }
    }

    @Test func `goes on page by page`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<(Petitions.publishedSize + 3) {
                let code = try await office.petition()
                try await office.petitionAct(.assign("ha"), on: code, by: "anh")
                try await office.petitionAct(
                    .answer("x", PetitionSamples.publication), on: code, by: "ha")
            }
            let first = try await office.desk.read { try $0.publishedPetitions() }
            let next = try #require(first.next)
            let second = try await office.desk.read { try $0.publishedPetitions(after: next) }
            #expect(first.rows.count == Petitions.publishedSize && second.rows.count == 3)
            #expect(Set((first.rows + second.rows).map(\.code)).count == 23)
            #expect(second.next == nil)
        }
    }
}
