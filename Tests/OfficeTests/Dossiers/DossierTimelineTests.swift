// What happened, newest first: every fact once, in order, with who did it and for whom.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The timeline of a dossier` {
    typealias Kind = Dossiers.Happening.Kind

    private func kinds(_ code: String, in office: DossierTestOffice) async throws -> [Kind] {
        try await office.record(code, as: "chi").happenings.map(\.kind)
    }

    /// Everything within one minute: only the order of the facts can tell them apart.
    @Test func `within one minute the order is still that of the facts`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 7)
            #expect(
                try await kinds(code, in: office) == [
                    .ended, .completed, .accepted, .ready, .completed, .accepted, .completed,
                    .accepted, .completed, .received,
                ])
        }
    }

    @Test func `receipt and supplement of one minute do not lend each other their words`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.perform(
                .askSupplement(code, 1, reason: "Thiếu", papers: ["Hộ khẩu", "Giấy chứng sinh"]),
                by: "chi")
            let all = try await office.record(code, as: "chi").happenings
            #expect(all.map(\.kind) == [.stopped, .received])
            #expect(all.first?.text == "Hộ khẩu; Giấy chứng sinh")
            #expect(all.last?.text == "", "the receipt asked for no papers")
        }
    }

    @Test func `a stop for a duty beside a supplement of the same minute names no papers`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.act(.askDuty(1, reason: "Lệ phí"), on: code, by: "chi")
            try await office.perform(
                .askSupplement(code, 1, reason: "Thiếu", papers: ["Hộ khẩu"]), by: "chi")
            let stops = try await office.record(code, as: "chi").happenings
                .filter { $0.kind == .stopped }
            #expect(stops.map(\.text).sorted() == ["", "Hộ khẩu"])
        }
    }

    @Test func `a substitute's act names both people`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.act(
                .complete(1, product: "Phiếu", fields: [:]), on: code, by: "binh", for: "chi")
            let done = try #require(
                try await office.record(code, as: "chi").happenings
                    .first { $0.kind == .completed })
            #expect(done.who.contains("Người binh") && done.who.contains("Người chi"))
        }
    }

    @Test func `sending back and returning are told apart, each with its reason`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 4)
            let item = try await office.item(code)
            try await office.act(
                .sendBack(item.id, to: "tham-dinh", reason: "Sai ngày sinh"), on: code, by: "anh")
            let back = try await office.item(code)
            try await office.act(
                .returnHandover(back.id, reason: "Không phải của tôi"), on: code, by: "ha")
            let all = try await office.record(code, as: "chi").happenings
            let sent = try #require(all.first { $0.kind == .sentBack })
            #expect(sent.text == "Sai ngày sinh" && sent.who == "Người anh")
            let returned = try #require(all.first { $0.kind == .returned })
            #expect(returned.text == "Không phải của tôi" && returned.who == "Người ha")
        }
    }

    @Test func `the end without a result tells why, on the page and in JSON`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let reason = "Thuộc thẩm quyền của <quận>"
            try await office.act(.close(.refused, reason: reason), on: code, by: "chi")
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(page.text.contains("Thuộc thẩm quyền của &lt;quận&gt;"))
            let json = try await office.open("/dossiers/\(code)", as: "chi", wantsJSON: true)
            let told = try #require(try json.json()["happenings"] as? [[String: Any]])
            #expect(told.first?["kind"] as? String == "ended")
            #expect(told.first?["text"] as? String == reason)
            #expect(told.first?["rank"] == nil, "how lines are ordered is nobody's business")
        }
    }

    @Test(arguments: [5, 11]) func `whatever happens it runs backwards and loses nothing`(
        _ seed: UInt64
    ) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            for _ in 0..<12 {
                let code = try await office.receive()
                for _ in 0..<10 {
                    office.sources.set(office.now + chance.below(3) * 7)
                    let items = try await office.state(code).instance?.items ?? []
                    guard let item = items.first else { break }
                    if !item.stops.isEmpty {
                        try await office.act(.confirmDuty(item.id), on: code, by: item.holder)
                    } else if item.offer == nil, chance.below(5) == 0,
                        try await office.state(code).instance?.isClockEnded == false
                    {
                        try await office.act(
                            .askDuty(item.id, reason: "Lệ phí"), on: code, by: item.holder)
                    } else if let offer = item.offer, chance.below(5) == 0 {
                        try await office.act(
                            .returnHandover(item.id, reason: "x"), on: code, by: offer.person)
                    } else {
                        try await office.advance(code)
                    }
                }
                let all = try await office.record(code, as: "chi").happenings
                #expect(all.map(\.at) == all.map(\.at).sorted(by: >))
                #expect(all.last?.kind == .received)
                #expect(all.count { $0.kind == .received } == 1)
                let instance = try #require(try await office.state(code).instance)
                let done = all.count { $0.kind == .completed || $0.kind == .sentBack }
                #expect(done == instance.records.count)
                let stopped = all.count { $0.kind == .stopped }
                #expect(stopped == instance.clock.count { $0.kind.opens })
                let ready = all.count { $0.kind == .ready }
                #expect(ready == instance.clock.count { $0.kind == .finished })
                #expect((all.first?.kind == .ended) == instance.isEnded)
            }
        }
    }
}
