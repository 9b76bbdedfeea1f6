// Personal values of deliveries: put beside the ledger with a command, erased when nobody needs
// them any more.

import Engine
import Ledger
import WorkTime

extension DeskWork {
    func keep(
        _ act: Deliveries.Act, of code: String, version: Int
    ) throws -> Deliveries.Marks {
        var marks = Deliveries.Marks()
        func put(_ text: String, _ name: String) throws -> PersonalMark {
            let stream = Deliveries.stream(of: code)
            let reference = try transaction.putPersonal(
                text, id: "\(stream)/\(name)/\(version)", stream: stream, salt: order.salt)
            return PersonalMark(id: reference.id, digest: reference.digest)
        }
        switch act {
        case .request(let entered):
            marks.recipient = try put(try entered.recipient.text(), "recipient")
            marks.code = try put(Deliveries.code(from: order.salt), "code")
        case .handOver(let handing) where handing.code.isEmpty:
            marks.receiver = try put(Deliveries.receiverText(handing), "receiver")
        default: break
        }
        return marks
    }

    /// What was asked before says nothing any more; a code counts once; who fetches at the counter
    /// needs no address.
    func forget(_ before: Deliveries.Delivery?, _ after: Deliveries.Delivery) throws {
        var marks: [PersonalMark] = []
        if let former = before?.request, former.recipient != after.request.recipient {
            marks += [former.recipient, former.code]
        }
        if !after.standing.isOpen { marks.append(after.request.code) }
        if after.standing == .counter { marks.append(after.request.recipient) }
        for mark in marks {
            _ = try transaction.erasePersonal(
                id: mark.id, at: order.at.milliseconds, basis: Deliveries.erasureBasis)
        }
    }
}

extension Deliveries {
    static let erasureBasis = "Việc trả tại nhà đã xong hoặc đã đổi"
}
