// Idempotency: a command that arrives twice is done once and answered twice.

/// What a command with this key led to.
public struct CommandAnswer: Hashable, Sendable {
    public var stream: String
    /// Version of the stream after the command.
    public var version: Int
    /// What the caller was told, in a form of the caller's.
    public var answer: [UInt8]

    public init(stream: String, version: Int, answer: [UInt8]) {
        self.stream = stream
        self.version = version
        self.answer = answer
    }
}

/// A command as its sender identifies it.
public struct CommandKey: Hashable, Sendable {
    /// Chosen by the sender, new for every new command.
    public var key: String
    public var actor: String
    /// SHA-256 over the command, 32 bytes.
    public var digest: [UInt8]

    public init(key: String, actor: String, command: [UInt8]) {
        self.key = key
        self.actor = actor
        digest = SHA256Digest.of(command)
    }
}

/// The key was used before, by somebody else or for another command.
public enum CommandKeyRejection: Error, Hashable, Sendable {
    case usedForAnotherCommand(key: String)

    public var sentence: LedgerSentence {
        switch self {
        case .usedForAnotherCommand(let key):
            LedgerSentence(
                vi: "Mã yêu cầu \(key) đã dùng cho một thao tác khác. "
                    + "Hãy mở lại trang rồi thực hiện lại.",
                en: "Request key \(key) was already used for another action. "
                    + "Open the page again and repeat.")
        }
    }
}

extension LedgerReader {
    /// `nil` for a new key, the recorded answer for a repeated command; throws
    /// `CommandKeyRejection` when the key belongs to another actor or command.
    public func answer(to key: CommandKey) throws -> CommandAnswer? {
        let row = try row(
            "SELECT actor, digest, stream, version, answer FROM commandKey WHERE key = ?",
            [.text(key.key)])
        guard let row else { return nil }
        if try row.text("actor") != key.actor || row.blob("digest") != key.digest {
            throw CommandKeyRejection.usedForAnotherCommand(key: key.key)
        }
        return CommandAnswer(
            stream: try row.text("stream"), version: try row.int("version"),
            answer: try row.blob("answer"))
    }
}

extension LedgerTransaction {
    /// Records the answer in the transaction of the command itself. Look up first.
    public func record(_ answer: CommandAnswer, for key: CommandKey, at: Int64) throws {
        try post(
            """
            INSERT INTO commandKey (key, actor, digest, stream, version, answer, at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(key.key), .text(key.actor), .blob(key.digest), .text(answer.stream),
                SQLValue(answer.version), .blob(answer.answer), .integer(at),
            ])
    }

    /// Forgets keys older than an instant; returns how many.
    public func forgetCommandKeys(before instant: Int64) throws -> Int {
        try execute("DELETE FROM commandKey WHERE at < ?", [.integer(instant)])
    }
}
