// What each entry of a petition's stream makes of it, and what lies in the outbox of it.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `A petition as its stream tells it` {
    private static let start = LocalMinute("2017-07-04T09:00") ?? .init(rawValue: 0)

    private func turn(
        _ minute: Int, _ by: PersonID? = "ha", to: PersonID? = nil
    ) -> Petitions.Turn {
        Petitions.Turn(
            at: Self.start + minute, by: by, to: to,
            words: PersonalMark(id: "petition/x/\(minute)", digest: Array(repeating: 1, count: 32)))
    }

    private func petition(_ events: Petitions.Event...) -> Petitions.Petition {
        var petition = Petitions.Petition(registration: PetitionSamples.registration())
        for event in events { petition.apply(event) }
        return petition
    }

    @Test func `begins without a holder, since the minute it came`() {
        let petition = petition()
        #expect(petition.standing == .received && petition.holder == nil)
        #expect(petition.since == petition.registration.receivedAt)
        #expect(petition.steps.isEmpty && petition.endedAt == nil && petition.question == nil)
    }

    @Test func `has one holder after each giving, and the unit that the holder is in`() {
        let one = petition(.taken(turn: turn(1, "anh", to: "ha"), unit: "p.tp"))
        #expect(one.holder == "ha" && one.unit == "p.tp" && one.standing == .taken)
        #expect(one.since == Self.start + 1)
        var two = one
        two.apply(.taken(turn: turn(5, "ha", to: "ke"), unit: "p.kt"))
        #expect(two.holder == "ke" && two.unit == "p.kt" && two.steps.count == 2)
    }

    @Test func `has at most one open question, which its reply or its end closes`() {
        let taken = Petitions.Event.taken(turn: turn(1, "anh", to: "ha"), unit: "p.tp")
        let asked = Petitions.Event.asked(turn: turn(2, to: "ke"))
        var petition = petition(taken, asked)
        #expect(petition.question?.to == "ke" && petition.standing == .asked)
        petition.apply(.replied(turn: turn(3, "ke")))
        #expect(petition.question == nil && petition.standing == .taken)
        #expect(petition.holder == "ha", "who is asked never becomes the holder")
        for event in [
            Petitions.Event.answered(turn: turn(4)),
            .refused(turn: turn(4), ground: .otherWay),
            .forwarded(turn: turn(4), body: "Sở"),
        ] {
            var ended = self.petition(taken, asked)
            ended.apply(event)
            #expect(ended.question == nil && ended.standing.isEnded)
            #expect(ended.endedAt == Self.start + 4 && ended.since == Self.start + 4)
            #expect(ended.holder == "ha", "who held it stays on record")
        }
    }

    @Test func `keeps the ground, the body, and what is published, and nothing else`() {
        let refused = petition(.refused(turn: turn(1), ground: .abusive))
        #expect(refused.ground == .abusive && refused.body == nil)
        let forwarded = petition(.forwarded(turn: turn(1), body: "Sở"))
        #expect(forwarded.ground == nil && forwarded.body == "Sở")
        var answered = petition(.answered(turn: turn(1)))
        answered.apply(.published(turn: turn(2), publication: PetitionSamples.publication))
        #expect(answered.publication == PetitionSamples.publication)
        #expect(answered.publishedAt == Self.start + 2)
        #expect(answered.since == Self.start + 1, "publishing is no new standing")
        var other = PetitionSamples.publication
        other.answer = "Khác."
        answered.apply(.published(turn: turn(3), publication: other))
        #expect(answered.publication == other && answered.publishedAt == Self.start + 3)
        answered.apply(.concealed(turn: turn(4), reason: "Sai"))
        #expect(answered.publication == nil && answered.publishedAt == nil)
        #expect(answered.standing == .answered)
        #expect(
            answered.steps.map(\.kind) == [.answered, .published, .published, .concealed])
    }

    @Test func `is not told by a stream that begins with something else`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            let entries = try await office.desk.read {
                try $0.reader.entries(of: "petition/\(code)", after: 0)
            }
            #expect(entries.map(\.type) == ["petition.received", "petition.taken"])
            #expect(throws: (any Error).self) {
                try Petitions.Petition.told(by: entries[1], after: nil, zone: .indochina)
            }
            let first = try Petitions.Petition.told(by: entries[0], after: nil, zone: .indochina)
            let second = try Petitions.Petition.told(
                by: entries[1], after: first, zone: .indochina)
            let state = try await office.petitionState(code)
            #expect(second == state)
            let dossier = try await office.receive()
            let foreign = try await office.desk.read {
                try $0.reader.entries(of: "dossier/\(dossier)", after: 0)
            }
            #expect(throws: (any Error).self) {
                try Petitions.Petition.told(by: foreign[0], after: first, zone: .indochina)
            }
        }
    }

    @Test func `is saved and read back as it was, whatever it holds`() throws {
        var petition = petition(
            .taken(turn: turn(1, "anh", to: "ha"), unit: "p.tp"), .asked(turn: turn(2)),
            .answered(turn: turn(3)),
            .published(turn: turn(4), publication: PetitionSamples.publication))
        petition.ground = .unclear
        petition.body = "Sở"
        for state in [petition, self.petition()] {
            let bytes = try StreamState.bytes(of: state)
            let back = try EventDecoding.value(
                Petitions.Petition.self, from: .nested(try Payload(decoding: bytes)))
            #expect(back == state)
        }
    }
}

@Suite struct `A note about a petition in the outbox` {
    @Test(arguments: Petitions.NoteKind.allCases)
    func `says which petition and what, and comes back as it was`(
        _ kind: Petitions.NoteKind
    ) throws {
        let note = Petitions.Note(kind: kind, code: "PA-PA-170703-0001", version: 4)
        let message = note.message(dueAt: 9)
        #expect(message.id == "notice/petition/PA-PA-170703-0001/4/\(kind.rawValue)")
        #expect(message.lane == "notice/PA-PA-170703-0001" && message.dueAt == 9)
        #expect(message.kind == "notice.petition.\(kind.rawValue)")
        #expect(message.payload.fields.map(\.key).sorted() == ["code", "version"])
        #expect(try Petitions.Note(message) == note)
    }

    @Test func `is told apart from what other features send`() throws {
        for kind in ["notice.received", "notice.daySheet", "petition.asked", "notice.petition"] {
            let message = OutboxMessage(
                id: "x", lane: "x", kind: kind,
                payload: ["code": .text("PA-1"), "version": .int(1)], dueAt: 0)
            #expect(try Petitions.Note(message) == nil, "\(kind)")
        }
        let unknown = OutboxMessage(
            id: "x", lane: "x", kind: "notice.petition.later", payload: [:], dueAt: 0)
        #expect(try Petitions.Note(unknown) == nil)
        let broken = OutboxMessage(
            id: "x", lane: "x", kind: "notice.petition.asked", payload: [:], dueAt: 0)
        #expect(throws: (any Error).self) { try Petitions.Note(broken) }
    }
}
