// What the full answer says in each state of a dossier (TT 22/2019/TT-BTTTT, annex I).

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The full answer` {
    @Test func `asks for the papers of form 02, stops the date, and says where to bring them`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            try await office.askPapers(code, ["Giấy chứng sinh", "Bản vẽ móng"])
            let answer = try await office.told(code)
            let details = try #require(answer.details)
            #expect(answer.state == 5)
            #expect(details.duty == .bringPapers)
            #expect(details.papers == ["Giấy chứng sinh", "Bản vẽ móng"])
            #expect(details.appointment == nil && details.left.state == .waiting)
            #expect(details.promised == LocalMinute("2017-07-05T17:30"))
            #expect(details.since == office.now)
            #expect(details.moves.map(\.kind) == [.supplement])
            #expect(details.moves.first?.until == nil)
            #expect(details.stages.contains { $0.kind == .supplement && $0.stand == .here })
            let page = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            for told in [
                "Bản vẽ móng", "Nộp tại Một cửa phường A", "khoản 4 Điều 19",
                "Tạm dừng, chờ ông, bà", "Yêu cầu bổ sung giấy tờ",
            ] {
                #expect(page.text.contains(told), "\(told)")
            }
        }
    }

    @Test func `explains a date that began anew when the papers were complete`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            try await office.askPapers(code)
            try office.set("2017-07-06T08:30")
            try await office.bringPapers(code)
            let details = try await office.details(code)
            #expect(details.papers.isEmpty && details.duty == .nothing)
            // Two working days from 6 July 2017.
            #expect(details.appointment == LocalMinute("2017-07-10T17:30"))
            #expect(details.promised == LocalMinute("2017-07-05T17:30"))
            #expect(details.moves.first?.until == office.now)
            #expect(details.explanation.contains { $0.rule == .restartsAfterSupplement })
            let gap = try #require(details.stages.firstIndex { $0.kind == .supplement })
            #expect(details.stages[gap].stand == .past && details.stages[gap].to == office.now)
            #expect(details.stages[..<gap].map(\.title) == ["Tiếp nhận hồ sơ"])
            let page = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            #expect(page.text.contains("Vì sao ngày hẹn thay đổi"))
            #expect(page.text.contains("nhận đủ thì đếm lại từ đầu"))
        }
    }

    @Test func `waits for a payment without letting time run`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let item = try await office.item(code)
            try await office.act(
                .askDuty(item.id, reason: "Nộp lệ phí"), on: code, by: item.holder)
            let answer = try await office.told(code)
            #expect(answer.state == 6 && answer.details?.duty == .pay)
            #expect(answer.details?.moves.map(\.kind) == [.duty])
            try office.set("2017-07-04T09:00")
            let again = try await office.item(code)
            try await office.act(.confirmDuty(again.id), on: code, by: again.holder)
            let details = try await office.details(code)
            #expect(details.moves.first?.until == office.now)
            #expect(try await office.told(code).state == 4)
        }
    }

    @Test func `names the decision when the calendar moved the date`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let code = try await office.receive()
            try await office.closeDay("2017-07-05")
            _ = try await office.round()
            let move = try #require(try await office.details(code).moves.first)
            #expect(move.kind == .calendar && move.basis == "TB 12/TB-UBND")
            #expect(move.before == LocalMinute("2017-07-05T17:30"))
            #expect(move.due == LocalMinute("2017-07-06T17:30"))
            let page = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            #expect(page.text.contains("Lịch làm việc thay đổi theo TB 12/TB-UBND"))
            #expect(page.text.contains("Ngày hẹn in trên giấy tiếp nhận: 17:30, 05/07/2017"))
        }
    }

    @Test func `calls to fetch a result that is ready, where and since when`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            while try await office.state(code).status != .resultReady {
                try await office.advance(code)
            }
            let answer = try await office.told(code)
            #expect(answer.state == 9 && answer.details?.duty == .fetch)
            #expect(answer.details?.timeliness == .early)
            let page = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            #expect(page.text.contains("Mời ông, bà đến Một cửa phường A, UBND phường A"))
            #expect(page.text.contains("Kết quả đã có từ"))
            #expect(page.text.contains("giấy ủy quyền"))
        }
    }

    @Test(arguments: [Dossiers.ReturnWay.home, .post, .online])
    func `tells how a result comes that is not fetched`(_ way: Dossiers.ReturnWay) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive { $0.returnWay = way }
            while try await office.state(code).status != .resultReady {
                try await office.advance(code)
            }
            #expect(try await office.details(code).duty == .awaitDelivery)
            let page = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            let words = try Site.Texts.bundled().text("returnWay.\(way.rawValue)", .vi)
            #expect(page.text.contains("như đã đăng ký: \(words.lowercased())"))
        }
    }

    @Test func `of a returned dossier holds no step that was not taken`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            let answer = try await office.told(code)
            #expect(answer.state == 10 && answer.done == answer.steps && answer.steps == 4)
            let details = try #require(answer.details)
            #expect(details.stages.allSatisfy { $0.stand == .past })
            #expect(details.duty == .over && details.rating != nil)
        }
    }

    @Test(arguments: [
        (EngineCommand.close(.refused, reason: "Ông Nguyễn Văn Lý Do không đủ"), 3),
        (.close(.withdrawn, reason: "Bà Trần Thị Rút xin rút"), 7),
        (.close(.stopped, reason: "Dừng"), 8),
    ])
    func `of a dossier that ended otherwise keeps the officer's reason to itself`(
        _ command: EngineCommand, _ state: Int
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.act(command, on: code, by: "chi")
            let answer = try await office.told(code)
            #expect(answer.state == state && answer.details?.rating == nil)
            let page = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            for name in ["Lý Do", "Trần Thị Rút"] { #expect(!page.text.contains(name)) }
            #expect(page.text.contains("Hồ sơ đã khép lại"))
        }
    }

    @Test func `of a procedure without a published limit promises no date`() async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(DossierExtraSamples.withinTotal("KH-09", total: nil))
            let code = try await office.receive { $0.process = "KH-09" }
            let details = try await office.details(code)
            #expect(details.appointment == nil && details.explanation.isEmpty)
            let page = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            #expect(page.text.contains("Thủ tục chưa công bố thời hạn"))
            #expect(!page.text.contains("Vì sao ngày này?"))
        }
    }

    @Test func `is late in words when the date is over`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try office.set("2017-07-07T09:00")
            let details = try await office.details(code)
            #expect(details.left.state == .late)
            let page = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            #expect(page.text.contains("Quá 1 ngày"))
        }
    }

    @Test func `tells the telephone of the office where it is known`() async throws {
        try await DossierTestOffice.run { office in
            let day = try #require(DayNumber("2016-01-01"))
            _ = try await office.desk.perform(
                .people(
                    .createUnit(
                        .init(
                            id: "s", code: "PC", name: "UBND phường C", kind: .committee,
                            level: .ward, parent: nil, from: day, phone: "024 0000 0001"))),
                by: nil, at: office.sources.now)
            let organisation = try await office.desk.read { try $0.organisation() }
            #expect(organisation.units["s"]?.phone == "024 0000 0001")
            #expect(organisation.units["p"]?.phone == nil, "older units have none")
        }
    }
}
