// The card of the nine indicators on its page: what each rests on, in both languages.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The card of an office on its page` {
    /// Online, at the counter, one petition: something for each indicator but the entered ones.
    private func lived(_ office: DossierTestOffice) async throws {
        for channel in [Dossiers.Channel.online, .counter] {
            let code = try await office.receive {
                $0.channel = channel
                $0.process = "CT-02"
            }
            try await office.finish(code)
            _ = try await office.rate(code)
        }
        try await office.petition()
    }

    @Test(
        arguments: [
            (
                "vi",
                [
                    "8. Tiếp thu, giải trình phản ánh", "1 trên 1", "9. Dịch vụ công trực tuyến",
                    "Hồ sơ nhận trực tuyến trong kỳ: 1 trên 2", "5. Tỷ lệ thủ tục",
                    "Chưa có dữ liệu", "7 trên 9 chỉ số có dữ liệu",
                ]
            ),
            (
                "en",
                [
                    "8. Answering complaints", "1 of 1", "9. Public services online",
                    "Dossiers received online in the period: 1 of 2", "No data yet",
                    "7 of 9 indicators have data",
                ]
            ),
        ])
    func `says what each score rests on`(_ language: String, _ words: [String]) async throws {
        try await DossierTestOffice.run { office in
            try await lived(office)
            let page = try await office.open(
                "/ratings?period=2017-07", as: "anh", language: language)
            #expect(page.status == .ok)
            for word in words { #expect(page.text.contains(word), "\(word)") }
            #expect(!page.text.contains("[score"))
        }
    }

    @Test func `offers the form to who leads and to nobody else`() async throws {
        try await DossierTestOffice.run { office in
            try await lived(office)
            let leader = try await office.open("/ratings?period=2017-07", as: "anh")
            #expect(leader.text.contains("action=\"/ratings/scores\""))
            #expect(leader.text.contains("Nhập điểm chỉ số 5 và 6 của UBND phường A"))
            let other = try await office.open("/ratings?period=2017-07", as: "giang")
            #expect(!other.text.contains("UBND phường A"))
            let json = try await office.open(
                "/ratings?period=2017-07", as: "giang", wantsJSON: true)
            #expect(json.text.contains("\"mayEnter\":[\"r\"]"))
        }
    }

    @Test func `of an office above shows the offices below`() async throws {
        try await DossierTestOffice.run { office in
            try await lived(office)
            let json = try await office.open(
                "/ratings?period=2017-07", as: "anh", wantsJSON: true
            ).json()
            let cards = try #require(json["scorecards"] as? [[String: Any]])
            #expect(cards.count == 1)
            let scores = try #require(cards.first?["scores"] as? [[String: Any]])
            let facts = scores.compactMap { $0["facts"] as? [String: Any] }
            #expect(facts.count == 2, "petitions and online services")
            for fact in facts {
                #expect((fact["shares"] as? [Any])?.isEmpty == false)
                #expect(fact["entered"] == nil)
            }
        }
    }

    @Test func `reads counters and no stream of a dossier`() async throws {
        try await DossierTestOffice.run { office in
            try await lived(office)
            let (viewer, now) = (try await office.viewer("anh"), office.now)
            let filter = Reports.Filter(period: try #require(Reports.Period("2017-07")).span)
            func card() async throws -> Ratings.Scorecard? {
                try await office.desk.read {
                    try $0.ratingFigures(filter, .init(), for: viewer, at: now).scorecards.first
                }
            }
            let before = try await card()
            _ = try await office.desk.store.write { try $0.execute("DELETE FROM workDone") }
            #expect(try await card() == before, "steps are not read again")
            _ = try await office.desk.store.write {
                try $0.execute("UPDATE dossierScore SET amount = amount + 1")
            }
            #expect(try await card() != before)
        }
    }
}
