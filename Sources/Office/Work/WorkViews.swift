// The pages of the work lists.

import HTML
import WorkTime

/// "Việc của tôi": numbers, tabs, and one list in groups by the time left.
struct WorkView {
    let list: Work.List
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("work.title"), section: .work) {
            Piece.head(frame.text("work.title")) {
                frame.text("work.now", frame.day(list.now.day), frame.clock(list.now))
            } acts: {
                if let first = list.rows.first, list.tab == .mine {
                    Piece.act(
                        frame.text("work.openFirst"), "/dossiers/\(first.dossier)", .main)
                }
                Piece.act(frame.text("signing.title"), "/signing")
                Piece.act(frame.text("handover.title"), "/handovers")
                Piece.act(frame.text("today.title"), "/today")
                Piece.act(frame.text("petitions.title"), "/petitions")
                Piece.act(frame.text("claims.title"), "/privacy/claims")
                if frame.viewer?.has(.lead) ?? false {
                    Piece.act(frame.text("apologies.title"), "/apologies")
                }
                if list.deliveries > 0 {
                    Piece.act(
                        frame.text("delivery.toCarry", frame.number(list.deliveries)),
                        "/deliveries/route")
                }
                if list.messages > 0 {
                    Piece.act(
                        frame.text("message.toAnswer", number(list.messages)), "/messages")
                }
                if list.consultations > 0 {
                    Piece.act(
                        frame.text("consultation.toAnswer", number(list.consultations)),
                        "/consultations")
                }
                if list.silences > 0 {
                    Piece.act(
                        frame.text("consultation.silences", number(list.silences)),
                        "/consultations?list=silent")
                }
            }
            strip
            tabs
            if list.tab == .done { doneTable } else { workTable }
            if let next = list.next {
                Piece.more(
                    frame.text("work.moreNote", String(Work.pageSize)),
                    label: frame.text("work.pages"),
                    first: Piece.Place(frame.text("word.first"), tabLink(list.tab)),
                    next: Piece.Place(
                        frame.text("word.next"), tabLink(list.tab).adding("after", next)))
            }
        }
    }

    private func tabLink(_ tab: Work.Tab) -> Link { "/work?list=\(tab.rawValue)" }

    private func number(_ count: Int) -> String {
        count >= Work.countMaximum ? "\(frame.number(count))+" : frame.number(count)
    }

    private var strip: HTML {
        let counts = list.counts
        return Piece.strip(
            label: frame.text("work.summary"),
            [
                Piece.Count(number(counts.mine), frame.text("work.count.mine"), tabLink(.mine)),
                count("late", counts.late, "/work?list=mine#late", .late),
                count("today", counts.today, "/work?list=mine#today", .today),
                count("offered", counts.offered, "/work?list=mine#offered", .hand),
                count("waiting", counts.waiting, tabLink(.waiting), .wait),
            ])
    }

    /// A number of work in a state, with the way to its group. Nothing is no state: no colour.
    private func count(
        _ key: String, _ count: Int, _ link: Link, _ state: Piece.State
    ) -> Piece.Count {
        Piece.Count(
            number(count), frame.text("work.count.\(key)"), link,
            state: count == 0 ? nil : state)
    }

    private var tabs: HTML {
        let counts = list.counts
        let numbers: [Work.Tab: Int] = [
            .mine: counts.mine, .unit: counts.unit, .cooperating: counts.cooperating,
            .waiting: counts.waiting,
        ]
        return Piece.tabs(
            label: frame.text("work.lists"),
            Work.Tab.allCases.map { tab in
                Piece.Tab(
                    frame.text("work.tab.\(tab.rawValue)"), tabLink(tab),
                    count: numbers[tab].map(number), isCurrent: tab == list.tab)
            })
    }

    @HTMLBuilder private var workTable: HTML {
        if list.offered.isEmpty, list.rows.isEmpty {
            Piece.emptyState(
                frame.text("work.empty.title"), frame.text("work.empty.\(list.tab.rawValue)")
            ) { waysOn }
        } else {
            stackedTable(
                TableCaption(frame.text("work.caption"), isHidden: true), class: "work sticky",
                columns: [
                    TableColumn(frame.text("work.column.work")),
                    TableColumn(frame.text("work.column.sender")),
                    TableColumn(frame.text("work.column.step")),
                    TableColumn(frame.text("work.column.left")),
                    TableColumn(frame.text("work.column.holder")),
                ],
                rows: grouped)
        }
    }

    /// Nothing to do here is no dead end: the unit's work, the counter, the register.
    @HTMLBuilder private var waysOn: HTML {
        if list.tab != .unit, list.counts.unit > 0 {
            Piece.act(frame.text("work.toUnit", number(list.counts.unit)), tabLink(.unit))
        }
        if frame.viewer.map({ $0.has(.counter, in: $0.office) }) == true {
            Piece.act(frame.text("counter.title"), "/counter")
        }
        Piece.act(frame.text("work.toRegister"), "/dossiers?state=open")
    }

    /// Rows under a heading for each group: offered, late, today, this week, later, undated.
    private var grouped: [TableRow] {
        var rows: [TableRow] = []
        var current = ""
        for row in list.offered + list.rows {
            let group = groupKey(of: row)
            if group != current {
                current = group
                rows.append(TableRow.group(id: group) { frame.text("work.group.\(group)") })
            }
            rows.append(self.row(row))
        }
        return rows
    }

    private func groupKey(of row: Work.Row) -> String {
        if row.list == .offered { return "offered" }
        switch row.left.state {
        case .late: return "late"
        case .today: return "today"
        case .waiting: return "waiting"
        case .undated: return row.isReady ? "ready" : "undated"
        case .soon, .ok:
            guard let due = row.due else { return "undated" }
            let sunday = list.now.day + (7 - list.now.day.weekday.rawValue)
            return due.day <= sunday ? "week" : "later"
        }
    }

    private func row(_ row: Work.Row) -> TableRow {
        TableRow([
            TableCell {
                a(.href("/dossiers/\(row.dossier)")) { row.title }
                " "
                small { Piece.code(row.dossier) }
            },
            TableCell { Piece.twoVoices(row.applicant, frame.text("work.from", row.sender)) },
            TableCell { row.step },
            TableCell {
                if row.isReady {
                    Piece.state(.wait, frame.text("left.ready")) {
                        frame.text("left.readySince", frame.day(row.since.day))
                    }
                } else {
                    frame.timeLeft(row.left, due: row.due, list: row.list)
                }
            },
            TableCell {
                if row.holderIsViewer {
                    frame.text("word.me")
                } else {
                    Piece.twoVoices(row.holder, secondVoice(of: row))
                }
            },
        ])
    }

    /// Why work of somebody else stands here; the unit only where it tells something.
    private func secondVoice(of row: Work.Row) -> String? {
        if row.list == .offered { return frame.text("work.stillHolds") }
        if row.needsTaking { return frame.text("work.needsTaking") }
        if row.standsIn { return frame.text("work.standsIn") }
        return row.unit == frame.viewer?.unitName ? nil : row.unit
    }

    @HTMLBuilder private var doneTable: HTML {
        if list.done.isEmpty {
            Piece.emptyState(
                frame.text("work.empty.title"), frame.text("work.empty.done"))
        } else {
            stackedTable(
                TableCaption(frame.text("work.tab.done"), isHidden: true), class: "work",
                columns: [
                    TableColumn(frame.text("work.column.work")),
                    TableColumn(frame.text("work.column.sender")),
                    TableColumn(frame.text("work.column.step")),
                    TableColumn(frame.text("work.column.doneAt")),
                    TableColumn(frame.text("work.column.result")),
                ],
                rows: list.done.map { row in
                    TableRow([
                        TableCell {
                            a(.href("/dossiers/\(row.dossier)")) { row.title }
                            " "
                            small { Piece.code(row.dossier) }
                        },
                        TableCell(row.applicant),
                        TableCell(row.step),
                        TableCell(frame.moment(row.endedAt)),
                        row.result.map { result in TableCell { frame.stepResult(result) } }
                            ?? .empty,
                    ])
                })
        }
    }
}
