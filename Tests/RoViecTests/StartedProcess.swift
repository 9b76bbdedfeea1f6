// Starts a program and waits for its end, by the calls of the system: the starter of Foundation
// walks through the table of open files and does not bear the many that tests of databases hold.

import Foundation

struct StartedProcess: Sendable {
    struct NotStarted: Error {
        let code: Int32
    }

    let id: pid_t

    /// The three descriptors become the input, the output and the complaints of the program.
    static func start(
        _ program: URL, _ arguments: [String], streams: [Int32]
    ) throws -> StartedProcess {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        for (number, stream) in streams.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
        }
        // Threads of tests may hold signals back; the program must hear them.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let variables = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        let words = ([program.path] + arguments).map { strdup($0) } + [nil]
        let surroundings = variables.map { strdup($0) } + [nil]
        defer { for text in words + surroundings { free(text) } }
        var id: pid_t = 0
        let code = posix_spawn(&id, program.path, &actions, &attributes, words, surroundings)
        if code != 0 { throw NotStarted(code: code) }
        return StartedProcess(id: id)
    }

    func ask(_ signal: Int32) { kill(id, signal) }

    /// Waiting blocks, so it has a thread of its own. Await it once.
    func end() async -> (status: Int32, isKilled: Bool) {
        let id = id
        return await withCheckedContinuation { waiting in
            Thread.detachNewThread {
                var status: Int32 = 0
                while waitpid(id, &status, 0) == -1, errno == EINTR {}
                let signal = status & 0x7F
                waiting.resume(
                    returning: (signal == 0 ? (status >> 8) & 0xFF : signal, signal != 0))
            }
        }
    }
}
