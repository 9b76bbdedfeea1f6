// Which files are filed: all of a command or none, each once, none with a virus.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The rules of files` {
    private let now = LocalMinute("2017-07-03T09:00") ?? LocalMinute(rawValue: 0)

    private func arrived(
        _ id: String, paper: String = "Tờ khai", digest: String? = nil,
        _ standing: Attachments.Standing = .clean
    ) -> Attachments.Arrived {
        Attachments.Arrived(
            file: .init(
                id: id, paper: paper, kind: .pdf, bytes: 10,
                content: PersonalMark(
                    id: "attachment/\(id)", digest: [UInt8](repeating: 1, count: 32))),
            digest: digest ?? id, standing: standing, name: "\(id).pdf")
    }

    private func ids(_ events: [Attachments.Event]) -> [String] {
        events.map { event in
            switch event {
            case .added(_, let file): file.id
            case .removed(_, let id, _): id
            }
        }
    }

    @Test func `file everything that came in, in its order`() throws {
        let events = try Attachments.decide(
            [arrived("a"), arrived("b"), arrived("c", .unscanned), arrived("d", .waiting)],
            into: .init(), known: [], limit: 10, at: now)
        #expect(ids(events) == ["a", "b", "c", "d"])
    }

    @Test func `file the same bytes for the same paper once`() throws {
        let events = try Attachments.decide(
            [
                arrived("a", digest: "x"), arrived("b", digest: "x"),
                arrived("c", paper: "Đơn", digest: "x"), arrived("d", digest: "y"),
            ],
            into: .init(), known: ["y Tờ khai"], limit: 10, at: now)
        #expect(ids(events) == ["a", "c"])
    }

    @Test func `file nothing while one of them holds a virus`() {
        #expect(throws: Attachments.Rejection.infected("b.pdf")) {
            try Attachments.decide(
                [arrived("a"), arrived("b", .infected)], into: .init(), known: [], limit: 10,
                at: now)
        }
    }

    @Test func `have a limit that the folder counts for`() throws {
        var folder = Attachments.Folder()
        for id in ["1", "2"] { folder.apply(.added(at: now, file: arrived(id).file)) }
        #expect(throws: Attachments.Rejection.tooMany(3)) {
            try Attachments.decide(
                [arrived("a"), arrived("b")], into: folder, known: [], limit: 3, at: now)
        }
        let one = try Attachments.decide(
            [arrived("a")], into: folder, known: [], limit: 3, at: now)
        #expect(one.count == 1)
    }

    @Test func `remove with a reason what is there, once`() throws {
        var folder = Attachments.Folder()
        folder.apply(.added(at: now, file: arrived("a").file))
        for (reason, refusal) in [
            ("", Attachments.Rejection.reasonMissing), (" \n", .reasonMissing),
            (String(repeating: "x", count: 501), .reasonTooLong),
        ] {
            #expect(throws: refusal) {
                try Attachments.decideRemoval(of: "a", because: reason, from: folder, at: now)
            }
        }
        let events = try Attachments.decideRemoval(
            of: "a", because: "của hồ sơ khác", from: folder, at: now)
        for event in events { folder.apply(event) }
        #expect(folder == Attachments.Folder())
        #expect(throws: Attachments.Rejection.unknown("a")) {
            try Attachments.decideRemoval(of: "a", because: "x", from: folder, at: now)
        }
    }

    @Test func `keep events as the ledger writes them for ever`() throws {
        let file = arrived("a").file
        let added = try EventEncoding.entry(
            of: Attachments.Event.added(at: now, file: file), feature: "attachment")
        #expect(added.type == "attachment.added")
        let removed = try EventEncoding.entry(
            of: Attachments.Event.removed(at: now, file: "a", reason: "r"), feature: "attachment")
        #expect(removed.type == "attachment.removed")
        for (entry, event) in [
            (added, Attachments.Event.added(at: now, file: file)),
            (removed, .removed(at: now, file: "a", reason: "r")),
        ] {
            let again = try EventDecoding.event(
                Attachments.Event.self, entryType: entry.type, payload: entry.payload,
                feature: "attachment")
            #expect(again == event)
        }
        // The name and the digest are nowhere in it, nor what they could be guessed from.
        #expect(!added.payload.rendered.contains("a.pdf"))
        #expect(added.payload.personalReferences.map(\.id) == ["attachment/a"])
    }

    @Test func `say every refusal in both languages, and how to mend it`() {
        let all: [Attachments.Rejection] = [
            .unknown("a"), .mayNotWrite, .fileMissing, .fileEmpty, .kindUnknown, .damaged,
            .pictureTooLarge(width: 1, height: 2), .fileTooLarge(megabytes: 10),
            .requestTooLarge(megabytes: 60), .tooMany(5), .tooMuchWaiting(megabytes: 100),
            .houseFull, .formBroken, .paperUnknown("x"), .draftClosed, .infected("a"),
            .locked("a"), .spoiled("a"), .reasonMissing, .reasonTooLong, .dossierEnded,
        ]
        for refusal in all {
            #expect(refusal.sentence.vi.hasSuffix("."), "\(refusal)")
            #expect(refusal.sentence.en.hasSuffix("."), "\(refusal)")
            #expect(refusal.sentence.vi != refusal.sentence.en)
            #expect(refusal.code.hasPrefix("attachments."))
        }
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(Set(all.map(\.sentence.vi)).count == all.count)
    }
}
