// Every number opens its records: the address of the register that lists what a number counts.

import Engine
import HTML
import WorkTime

extension Reports {
    /// Addresses of the records behind the numbers of one page.
    struct Address {
        let figures: Figures

        /// Narrows the register to one part of the whole.
        enum Part {
            case whole
            case office(String)
            case process(String)
            case field(String)
        }

        func received(_ part: Part, _ channel: Dossiers.Channel? = nil) -> Link? {
            guard var link = base(part).map(period) else { return nil }
            // Of one channel no dossier came through another: there is nothing to open.
            if let channel, let asked = figures.channel, channel != asked { return nil }
            if let channel, figures.channel == nil {
                link = link.adding("channel", channel.rawValue)
            }
            return link
        }

        func resolved(_ part: Part, _ timeliness: Timeliness? = nil) -> Link? {
            let link = base(part).map(period)
            guard let timeliness else { return link?.adding("state", "resolved") }
            return link?.adding("class", timeliness.rawValue)
        }

        /// The register tells what is in progress now, so a period that is over has no such list.
        func open(_ part: Part, isOverdue: Bool = false) -> Link? {
            guard figures.through >= figures.at.day else { return nil }
            return base(part)?.adding("to", figures.through.text)
                .adding("state", isOverdue ? "overdue" : "open")
        }

        /// The same page in another cut.
        func page(_ part: Part) -> Link {
            var link: Link = "/reports"
            link = link.adding("from", figures.from.text).adding("to", figures.through.text)
            if case .office(let id) = part { link = link.adding("office", id) }
            if let channel = figures.channel { link = link.adding("channel", channel.rawValue) }
            return link
        }

        /// `nil` where no address means exactly that part: no field of work is no filter.
        private func base(_ part: Part) -> Link? {
            var link: Link = "/dossiers"
            switch part {
            case .whole: break
            case .office(let id): link = link.adding("office", id)
            case .process(let code): link = link.adding("process", code)
            case .field(""): return nil
            case .field(let name): link = link.adding("field", name)
            }
            if let office, !isOffice(part) { link = link.adding("office", office) }
            if let channel = figures.channel { link = link.adding("channel", channel.rawValue) }
            return link
        }

        /// The office asked for, or the only one that is counted: the register also lists what
        /// other offices received and a unit of this one worked on.
        private var office: String? {
            if let asked = figures.office { return asked }
            return figures.isPartial || figures.offices.count != 1 ? nil : figures.offices[0].id
        }

        private func isOffice(_ part: Part) -> Bool {
            if case .office = part { true } else { false }
        }

        private func period(of link: Link) -> Link {
            link.adding("from", figures.from.text).adding("to", figures.through.text)
        }
    }
}
