// From hand to hand: exactly one holder, from the counter to the result.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Passing a dossier on` {
    @Test func `the giver holds it until another unit has accepted`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code)
            let offered = try await office.item(code)
            #expect(offered.holder == "chi")
            #expect(offered.offer?.person == "ha")
            let own = try await office.work(.mine, of: "chi")
            #expect(own.rows.isEmpty)
            let list = try await office.work(.mine, of: "ha")
            #expect(list.offered.map(\.dossier) == [code])
            #expect(list.offered.map(\.holder) == ["Người chi"])
            #expect(list.rows.isEmpty)
            try await office.advance(code)
            #expect(try await office.item(code).holder == "ha")
            #expect(try await office.item(code).offer == nil)
            #expect(try await office.work(.mine, of: "ha").rows.map(\.dossier) == [code])
        }
    }

    @Test func `what is returned with a reason is the giver's again`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code)
            let id = try await office.item(code).id
            await #expect(throws: Dossiers.Rejection.work(.reasonMissing)) {
                try await office.act(.returnHandover(id, reason: " "), on: code, by: "ha")
            }
            try await office.act(
                .returnHandover(id, reason: "Thiếu giấy chứng sinh"), on: code, by: "ha")
            let item = try await office.item(code)
            #expect(item.holder == "chi")
            #expect(item.node == "nhan")
            let record = try await office.record(code, as: "chi")
            #expect(record.slip.contains { $0.state == .returned })
            #expect(record.happenings.contains { $0.text == "Thiếu giấy chứng sinh" })
        }
    }

    @Test func `only the holder acts, and only the receiver accepts`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let first = try await office.item(code).id
            await #expect(throws: Dossiers.Rejection.work(.notHolder(first, holder: "chi"))) {
                try await office.act(
                    .complete(first, product: "x", fields: [:]), on: code, by: "ha")
            }
            try await office.advance(code)
            let second = try await office.item(code).id
            await #expect(throws: Dossiers.Rejection.work(.notReceiver(second, receiver: "ha"))) {
                try await office.act(.accept(second), on: code, by: "ke")
            }
            await #expect(
                throws: Dossiers.Rejection.work(.notAcceptedYet(second, receiver: "ha"))
            ) {
                try await office.act(
                    .complete(second, product: "x", fields: [:]), on: code, by: "chi")
            }
            await #expect(throws: Dossiers.Rejection.work(.alreadyDone(first))) {
                try await office.act(
                    .complete(first, product: "x", fields: [:]), on: code, by: "chi")
            }
            await #expect(throws: Dossiers.Rejection.unknown("PA-170703-9999")) {
                try await office.act(.accept(1), on: "PA-170703-9999", by: "chi")
            }
        }
    }

    @Test func `signing ends the public clock, handing over ends the matter`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 3)
            #expect(try await office.state(code).status == .processing)
            try await office.advance(code, times: 2)
            let ready = try await office.record(code, as: "chi")
            #expect(ready.status == .resultReady)
            #expect(ready.clock?.timeliness == .early)
            #expect(ready.endedAt == office.now)
            #expect(ready.acts.isEmpty)
            #expect(ready.work.map(\.step) == ["Trả kết quả cho công dân"])
            try await office.advance(code, times: 2)
            let ended = try await office.record(code, as: "chi")
            #expect(ended.status == .returned)
            #expect(ended.work.isEmpty)
            #expect(ended.steps.allSatisfy { $0.stand == .past })
            await #expect(throws: Dossiers.Rejection.work(.alreadyEnded(.finished))) {
                try await office.act(.accept(1), on: code, by: "chi")
            }
        }
    }

    @Test func `a product must be named, and the work may be sent back a step`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let first = try await office.item(code).id
            await #expect(throws: Dossiers.Rejection.self) {
                try await office.act(
                    .complete(first, product: " ", fields: [:]), on: code, by: "chi")
            }
            try await office.advance(code, times: 4)
            let signing = try await office.item(code).id
            try await office.act(
                .sendBack(signing, to: "tham-dinh", reason: "Sai ngày sinh"), on: code, by: "anh")
            let again = try await office.item(code)
            #expect(again.node == "tham-dinh")
            #expect(again.offer?.person == "ha")
        }
    }

    @Test func `work of a whole unit is the head's until one of it takes it`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive { $0.process = "XN-03" }
            try await office.advance(code)
            let offered = try await office.item(code)
            #expect(offered.offer?.needsTaking == true)
            #expect(offered.offer?.person == "tam")
            let seen = try await office.record(code, as: "ha")
            #expect(seen.work.first?.acts == [.accept])
            await #expect(throws: Dossiers.Rejection.self) {
                try await office.act(.accept(offered.id), on: code, by: "ke")
            }
            try await office.act(.accept(offered.id), on: code, by: "ha")
            #expect(try await office.item(code).holder == "ha")
        }
    }

    @Test func `a colleague of the same unit gets it with a reason`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let id = try await office.item(code).id
            await #expect(throws: Dossiers.Rejection.work(.notInUnit("ha", unit: "p.mc"))) {
                try await office.act(.handOver(id, to: "ha", reason: "bận"), on: code, by: "chi")
            }
            try await office.act(.handOver(id, to: "binh", reason: "bận"), on: code, by: "chi")
            #expect(try await office.item(code).holder == "binh")
            #expect(try await office.work(.mine, of: "binh").rows.map(\.dossier) == [code])
        }
    }
}
