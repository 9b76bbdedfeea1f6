// Asking for a dossier within the limits. Wrong tries are no work of the office: they change a
// table that is forgotten, never the ledger.

import Engine
import Ledger
import WorkTime

extension Desk {
    /// - Parameters:
    ///   - address: Of who asks, as the network tells it.
    ///   - office: Time of the office. Tries are counted by the machine's.
    /// - Throws: `Tracking.Rejection`.
    func track(
        _ question: Tracking.Question, from address: String, at office: Instant
    ) async throws -> Tracking.Answer {
        try await find(question, from: address, at: office) { reading, salt, today in
            try reading.tracked(question, salt: salt, at: today)
        }
    }

    /// What a reading finds for a question; finding nothing is a wrong try.
    func find<Found: Sendable>(
        _ question: Tracking.Question, from address: String, at office: Instant,
        _ look: @escaping @Sendable (DeskReading, String, LocalMinute) throws -> Found?
    ) async throws -> Found {
        let now = sources.now()
        let salt = try await trackingSalt(at: now)
        let subjects = Tracking.Subjects(question, from: address, salt: salt)
        let underWay = subjects.dossier.map { memory.triesUnderWay.begin($0) } ?? 0
        let today = office.local(in: sources.zone)
        let found: Found?
        do {
            found = try await read { reading in
                try Tracking.check(subjects, underWay: underWay, at: now, in: reading.reader)
                return try look(reading, salt, today)
            }
        } catch {
            end(subjects)
            throw error
        }
        if let found {
            end(subjects)
            return found
        }
        // One that the store cannot count stays under way: a full disk is no time to guess in.
        try await store.write { try Tracking.noteTry(subjects, at: now, in: $0) }
        end(subjects)
        throw Tracking.Rejection.notFound
    }

    private func end(_ subjects: Tracking.Subjects) {
        if let dossier = subjects.dossier { memory.triesUnderWay.end(dossier) }
    }

    /// Whether a proof was given to who showed to be the applicant, today or yesterday.
    func isProven(_ code: String, by proof: String) async throws -> Bool {
        let now = sources.now()
        let salts = try await store.read { try Tracking.salts(at: now, in: $0) }
        return salts.contains {
            Site.areEqual(Tracking.proof(of: code, salt: $0), proof)
        }
    }

    /// The whole answer, once the proof was seen.
    func trackProven(_ code: String, at office: Instant) async throws -> Tracking.Answer {
        let salt = try await trackingSalt(at: sources.now())
        let today = office.local(in: sources.zone)
        guard let answer = try await read({ try $0.trackedWhole(code, salt: salt, at: today) })
        else { throw Tracking.Rejection.notFound }
        return answer
    }

    /// Counts what somebody without an account does: so often in an hour, over all nodes.
    /// - Parameters:
    ///   - what: The kind of act; each has a count of its own.
    ///   - address: Of who acts, as the network tells it; kept only as a salted digest.
    ///   - refusal: Made of the seconds to wait, for the one that is too many; it is not counted.
    func count(
        _ what: String, from address: String, maximum: Int,
        refusal: @escaping @Sendable (Int) -> any Error
    ) async throws {
        let now = sources.now()
        let salt = try await trackingSalt(at: now)
        let subject = Site.digest(of: "\(what)\n\(salt)\n\(address)")
        try await store.write {
            try Tracking.count(subject, maximum: maximum, at: now, in: $0, refusal: refusal)
        }
    }

    func trackingSalt(at now: Instant) async throws -> String {
        let day = Tracking.day(of: now)
        if let known = memory.trackingSalt(of: day) { return known }
        let fresh = sources.token()
        let salt = try await store.write { try Tracking.salt(of: day, fresh: fresh, in: $0) }
        memory.rememberTrackingSalt(salt, of: day)
        return salt
    }
}
