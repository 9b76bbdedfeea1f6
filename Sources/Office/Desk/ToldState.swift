// States that streams tell: each is the fold of the entries of its stream, saved now and then so
// that loading stays cheap, and remembered in between.

import Ledger
import WorkTime

/// The state of a kind of stream.
protocol ToldState: Codable, Equatable, Sendable {
    /// The state is saved when its version passes a multiple of this: loading takes the saved
    /// state and fewer entries than this, and most commands do not pay for writing a state.
    static var savedEvery: Int { get }

    /// The state after one more entry of its stream; `state` is nil before the first.
    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self
}

/// A state and the entry that told it last.
struct Told<State: Sendable>: Sendable {
    var state: State
    var head: StreamHead
}

extension DeskReading {
    /// The state of a stream as it stands; nil when there is no such stream.
    func told<State: ToldState>(_ type: State.Type, by stream: String) throws -> Told<State>? {
        guard let head = try reader.streamHead(of: stream) else { return nil }
        if let known = memory.state(type, of: stream, head: head.hash) {
            return Told(state: known, head: head)
        }
        let saved = try StreamState.load(type, stream: stream, in: reader)
        var state = saved?.state
        for entry in try reader.entries(of: stream, after: saved?.version ?? 0) {
            state = try State.told(by: entry, after: state, zone: zone)
        }
        guard let state else { return nil }
        memory.remember(state, of: stream, head: head.hash)
        return Told(state: state, head: head)
    }

    /// States of a few streams with two statements, however many there are; without those that do
    /// not exist. They are not remembered: a list must not push out what people work on.
    func told<State: ToldState>(
        _ type: State.Type, byStreams streams: [String]
    ) throws -> [String: State] {
        var states: [String: State] = [:]
        for head in try reader.streamHeads(of: streams) {
            states[head.stream] = memory.state(type, of: head.stream, head: head.hash)
        }
        let others = streams.filter { states[$0] == nil }
        for entry in try reader.entries(ofStreams: others) {
            states[entry.stream] = try State.told(
                by: entry, after: states[entry.stream], zone: zone)
        }
        return states
    }
}

extension DeskWork {
    /// Remembers the state that a command led to, and saves it when it is time.
    /// - Parameter version: of the stream before the command.
    func keep<State: ToldState>(_ state: State, after version: Int, head: StreamHead) throws {
        if head.version == version { return }
        // If the transaction fails, no stream will ever have this head, so nobody finds it.
        memory.remember(state, of: head.stream, head: head.hash)
        if head.version / State.savedEvery == version / State.savedEvery { return }
        try StreamState.save(
            state, stream: head.stream, version: head.version, in: transaction)
    }
}
