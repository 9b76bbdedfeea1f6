// The order of those who wait: two lines, one of those who come first, and taking from both in turn
// so that neither waits for the other to end.

import WorkTime

extension Queues.Day {
    /// Those who wait, in the order in which a window that takes this field would call them.
    /// - Parameters:
    ///   - field: Empty for a window that takes everything.
    ///   - window: Narrows to what is set for the window; `nil` for all windows together.
    func line(
        for field: String = "", at window: Int? = nil, by terms: Queues.Terms = Queues.terms,
        limit: Int = .max
    ) -> [Queues.Ticket] {
        let waiting =
            tickets
            .filter { $0.standing == .waiting && $0.fits(field) && $0.fits(window, terms) }
            .sorted { $0.place < $1.place }
        var first = waiting.filter(\.drawing.isPriority)[...]
        var ordinary = waiting.filter { !$0.drawing.isPriority }[...]
        var since = ordinarySince ?? terms.ordinaryBetween
        var line: [Queues.Ticket] = []
        while line.count < limit {
            let isTurn = since >= terms.ordinaryBetween || ordinary.isEmpty
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

    /// How many would be called before a number, if all windows took everything, or all windows
    /// of its field nothing else; `nil` for one that does not wait.
    func waitingBefore(_ number: Int, by terms: Queues.Terms = Queues.terms) -> Int? {
        let field = terms.fields.isEmpty ? "" : ticket(number)?.drawing.field ?? ""
        return line(for: field, by: terms).firstIndex { $0.number == number }
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

    /// A number for a field that is not set any more goes to every window too: else nobody would
    /// call it.
    fileprivate func fits(_ window: Int?, _ terms: Queues.Terms) -> Bool {
        guard let window, let field = terms.field(drawing.field) else { return true }
        return field.windows.contains(window)
    }
}
