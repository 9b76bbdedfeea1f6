// One command inside its transaction. Features extend it with their own `perform`.

import Engine
import Ledger
import WorkTime

struct DeskWork {
    let order: DeskOrder
    let transaction: any LedgerTransaction
    let memory: DeskMemory
    let zone: ZoneOffset

    var reading: DeskReading {
        DeskReading(reader: transaction, memory: memory, zone: zone)
    }
    var now: LocalMinute { order.at.local(in: zone) }
    var today: DayNumber { now.day }

    /// Done before with this key: the same answer. Else the feature's work, and the key is kept.
    func perform() throws -> DeskAnswer {
        if !order.isRemembered { return try act() }
        let key = CommandKey(
            key: order.key, actor: order.actor?.person.rawValue ?? "",
            command: order.fingerprint)
        do {
            if let known = try transaction.answer(to: key) {
                return DeskAnswer(stream: known.stream, version: known.version)
            }
        } catch is CommandKeyRejection {
            throw DeskRefusal.keyUsedForOtherCommand
        }
        let answer = try act()
        try transaction.record(
            CommandAnswer(stream: answer.stream, version: answer.version, answer: []), for: key,
            at: order.at.milliseconds)
        return answer
    }

    private func act() throws -> DeskAnswer {
        switch order.command {
        case .people(let command): try perform(command)
        case .processes(let command): try perform(command)
        case .dossiers(let command): try perform(command)
        case .tokens(let command): try perform(command)
        case .calendars(let command): try perform(command)
        case .procedures(let command): try perform(command)
        case .filings(let command): try perform(command)
        case .ratings(let command): try perform(command)
        case .payments(let command): try perform(command)
        case .deliveries(let command): try perform(command)
        case .petitions(let command): try perform(command)
        case .metrics(let command): try perform(command)
        case .queues(let command): try perform(command)
        case .handovers(let command): try perform(command)
        case .privacy(let command): try perform(command)
        case .attachments(let command): try perform(command)
        case .outages(let command): try perform(command)
        case .delegations(let command): try perform(command)
        case .messages(let command): try perform(command)
        case .papers(let command): try perform(command)
        case .prefills(let command): try perform(command)
        case .consultations(let command): try perform(command)
        }
    }
}
