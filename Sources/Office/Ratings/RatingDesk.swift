// Ratings at the desk: load, decide, append, and the rows that figures add up.

import Engine
import Ledger
import WorkTime

extension Ratings {
    static func stream(of code: String) -> String { "rating/\(code)" }
}

extension DeskReading {
    func toldRating(_ code: String) throws -> Told<Ratings.Rating>? {
        try told(Ratings.Rating.self, by: Ratings.stream(of: code))
    }
}

extension DeskWork {
    func perform(_ command: Ratings.Command) throws -> DeskAnswer {
        switch command {
        case .rate(let code, let entered):
            return try rate(code, entered)
        case .enterScore(let entry): return try enter(entry)
        }
    }

    private func rate(_ code: String, _ entered: Ratings.Entered) throws -> DeskAnswer {
        let dossier = try reading.toldDossier(code).state
        let told = try reading.toldRating(code)
        let stream = Ratings.stream(of: code)
        let version = told?.head.version ?? 0
        let comment = try keepComment(entered.comment, code, version: version + 1, stream)
        let events = try Ratings.decide(
            entered, comment: comment, on: told?.state, status: dossier.status, at: now)
        guard let last = events.last else { return DeskAnswer(told?.head ?? .empty(stream)) }
        var rating = told?.state
        for event in events {
            if case .given(let at, let sheet) = event {
                rating = Ratings.Rating(givenAt: at, sheet: sheet)
            } else {
                rating?.apply(event)
            }
        }
        let entry = try EventEncoding.entry(of: last, feature: "rating")
        let head = try write(
            [NewEntry(entry.type, entry.payload)], stream: stream, after: told?.head,
            office: dossier.registration.office)
        // What was written before says nothing any more, so it is not kept.
        if let former = told?.state.sheet.comment {
            _ = try transaction.erasePersonal(
                id: former.id, at: order.at.milliseconds, basis: Ratings.erasureBasis)
        }
        if let rating {
            try keep(rating, after: version, head: head)
            try Ratings.write(rating, of: dossier.registration, in: transaction)
        }
        return DeskAnswer(head)
    }

    private func keepComment(
        _ words: String, _ code: String, version: Int, _ stream: String
    ) throws -> PersonalMark? {
        if words.isEmpty { return nil }
        let reference = try transaction.putPersonal(
            words, id: "rating/\(code)/\(version)", stream: stream, salt: order.salt)
        return PersonalMark(id: reference.id, digest: reference.digest)
    }
}

extension Ratings {
    static let erasureBasis = "Người đánh giá đã sửa ý kiến"
}

extension StreamHead {
    /// Before the first entry.
    fileprivate static func empty(_ stream: String) -> StreamHead {
        StreamHead(stream: stream, version: 0, hash: [])
    }
}
