// The order of those who wait: two lines, one of those who come first, and taking from both in turn
// so that neither waits for the other to end.

import WorkTime

extension Queues.Day {
    /// Those who wait, in the order in which a window that takes this field would call them.
    /// - Parameter field: Empty for a window that takes everything.
    func line(for field: String = "", limit: Int = .max) -> [Queues.Ticket] {
        let waiting = tickets.filter { $0.standing == .waiting && $0.fits(field) }
            .sorted { $0.place < $1.place }
        var first = waiting.filter(\.drawing.isPriority)[...]
        var ordinary = waiting.filter { !$0.drawing.isPriority }[...]
        var since = ordinarySince ?? Queues.terms.ordinaryBetween
        var line: [Queues.Ticket] = []
        while line.count < limit {
            let isTurn = since >= Queues.terms.ordinaryBetween || ordinary.isEmpty
            if isTurn, let ticket = first.popFirst() {
                line.append(ticket)
                since = 0
            } else if let ticket = ordinary.popFirst() {
                line.append(ticket)
                since += 1
            } else {
                break
            }
        }
        return line
    }

    /// How many would be called before a number, if all windows took everything; `nil` for one
    /// that does not wait.
    func waitingBefore(_ number: Int) -> Int? {
        line().firstIndex { $0.number == number }
    }

    /// Who is at a window, the latest call first.
    var called: [Queues.Ticket] {
        tickets.filter { $0.standing == .called }.sorted {
            ($0.calledAt?.rawValue ?? 0, $0.number) > ($1.calledAt?.rawValue ?? 0, $1.number)
        }
    }
}

extension Queues.Ticket {
    /// A number for anything goes to every window.
    fileprivate func fits(_ field: String) -> Bool {
        field.isEmpty || drawing.field.isEmpty || drawing.field == field
    }
}
