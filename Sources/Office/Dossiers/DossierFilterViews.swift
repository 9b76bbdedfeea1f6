// A filter of the register as an address: what a figure opens, what a page's links keep.

import HTML
import WorkTime

extension Dossiers.Filter {
    /// The address that asks for the same, without the page.
    var link: Link {
        var link: Link = "/dossiers"
        if !search.isEmpty { link = link.adding("q", search) }
        if let office { link = link.adding("office", office) }
        if let process { link = link.adding("process", process) }
        if let field { link = link.adding("field", field) }
        if let channel { link = link.adding("channel", channel.rawValue) }
        if let focalPoint { link = link.adding("focal", focalPoint) }
        if let from { link = link.adding("from", from.text) }
        if let through { link = link.adding("to", through.text) }
        if let timeliness { link = link.adding("class", timeliness.rawValue) }
        if let state { link = link.adding("state", state.rawValue) }
        return link
    }
}
