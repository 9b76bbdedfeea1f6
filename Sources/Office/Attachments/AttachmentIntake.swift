// One file while it comes in. A few chunks are in memory, the rest is on the disk; nothing is a
// file before its last byte came and its digest is known.

import Crypto
import Ledger
import WorkTime

extension Attachments {
    /// For whom files come in.
    struct Owner: Hashable, Sendable {
        let held: Held
        let subject: String

        /// Under the secret of a citizen's browser.
        static func draft(secret: String) -> Owner {
            Owner(held: .draft, subject: Site.digest(of: secret))
        }
    }

    struct Intake: Sendable {
        let desk: Desk
        let settings: Settings
        let owner: Owner
        let paper: String
        let sentName: String
        let id: String
        private var look: Look
        private var hasher = SHA256()
        private var waiting: [UInt8] = []
        private var chunks = 0
        private var size = 0
        /// Of all bytes, once they came.
        private(set) var digest = ""

        init(
            desk: Desk, settings: Settings, owner: Owner, paper: String, sentName: String
        ) {
            self.desk = desk
            self.settings = settings
            self.owner = owner
            self.paper = paper
            self.sentName = sentName
            id = desk.sources.token()
            look = Look(limits: settings.limits)
        }

        /// - Throws: `Rejection`, after which `drop` is to be called.
        mutating func take(_ bytes: [UInt8]) async throws {
            try look.take(bytes)
            hasher.update(data: bytes)
            size += bytes.count
            waiting += bytes
            if waiting.count >= Attachments.chunkBytes * Attachments.chunksAtOnce {
                try await write(isLast: false)
            }
        }

        /// The file is whole, and on the disk with all that is known of it.
        mutating func finish() async throws {
            if size == 0 { throw Rejection.fileEmpty }
            let kind = try look.finish()
            digest = Hexadecimal.text(Array(hasher.finalize()))
            try await write(isLast: true)
            let row = AttachmentRow(
                id: id, owner: owner, paper: paper, name: shownName(sentName, of: kind),
                kind: kind, size: size, digest: digest, salt: desk.sources.bytes(16),
                standing: settings.firstStanding)
            let (limits, now) = (settings.limits, desk.machineNow())
            try await desk.store.write { try row.settle(limits, at: now, in: $0) }
        }

        /// Lets go of a file that did not become one.
        func drop() async {
            let id = id
            // What cannot be removed now goes with the next sweep.
            _ = try? await desk.store.write {
                try Attachments.delete(
                    where: "id = ? AND held = 'arriving'", [.text(id)], in: $0)
            }
        }

        private mutating func write(isLast: Bool) async throws {
            var pieces: [[UInt8]] = []
            var rest = waiting[...]
            while rest.count >= Attachments.chunkBytes || (isLast && !rest.isEmpty) {
                pieces.append(Array(rest.prefix(Attachments.chunkBytes)))
                rest = rest.dropFirst(Attachments.chunkBytes)
            }
            waiting = Array(rest)
            let batch = AttachmentBatch(
                id: id, subject: owner.subject, first: chunks, pieces: pieces,
                houseBytes: settings.limits.houseBytes)
            chunks += pieces.count
            let now = desk.machineNow()
            try await desk.store.write { try batch.write(at: now, in: $0) }
        }
    }
}
