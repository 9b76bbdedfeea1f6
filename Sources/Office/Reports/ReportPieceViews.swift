// What the pages of reports share: the path to them, the files they can be fetched as, the filter,
// the legend of the bars.

import HTML
import WorkTime

extension Site.Frame {
    func reportPath(_ name: String) -> HTML {
        Piece.crumbs(
            label: text("site.path"),
            [Piece.Place(text("reports.title"), "/reports"), Piece.Place(name)])
    }

    /// A link for each kind of file.
    func fileActs(_ address: (Reports.FileKind) -> Link) -> HTML {
        HTML {
            for kind in Reports.FileKind.allCases {
                Piece.act(text("reports.file.\(kind.rawValue)"), address(kind))
            }
        }
    }

    func reportFilter(
        to action: Link, figures: Reports.Figures, period: Reports.Period?
    ) -> HTML {
        form(.class("filter noprint"), .action(action), .aria("label", text("reports.filter"))) {
            chooser("period", text("reports.period")) {
                if period == nil { option(.value(""), .selected) { "–" } }
                for choice in Reports.Period.choices(on: figures.at.day) {
                    option(.value(choice.text), .if(choice == period, .selected)) {
                        say(choice.name)
                    }
                }
            }
            officeChooser(figures.offices, chosen: figures.office)
            chooser("channel", text("reports.channel")) {
                option(.value("")) { text("reports.allChannels") }
                for channel in Dossiers.Channel.allCases {
                    option(
                        .value(channel.rawValue), .if(channel == figures.channel, .selected)
                    ) { text("reports.channel.\(channel.rawValue)") }
                }
            }
            button(.class("btn small")) { text("reports.show") }
        }
    }

    /// - Parameter mayBeAll: Whether all offices together can be asked for.
    func officeChooser(
        _ offices: [Reports.Choice], chosen: String?, mayBeAll: Bool = true
    ) -> HTML {
        chooser("office", text("reports.office")) {
            if mayBeAll { option(.value("")) { text("reports.allOffices") } }
            for choice in offices {
                option(.value(choice.id), .if(choice.id == chosen, .selected)) { choice.name }
            }
        }
    }

    func chooser(_ name: String, _ words: String, @HTMLBuilder options: () -> HTML) -> HTML {
        label {
            words
            " "
            select(.name(name)) { options() }
        }
    }

    var reportLegend: HTML {
        ul(.class("legend")) {
            for (name, key) in [("c1", "early"), ("c2", "onTime"), ("c3", "late"), ("c4", "open")] {
                li {
                    SVG.svg(.class("chart"), .viewBox("0 0 14 14"), .aria("hidden", "true")) {
                        SVG.rect(.class(name), .width(14), .height(14))
                        if name == "c3" { SVG.path(.class("hatch"), .d("M2 13l5 -12M8 13l5 -12")) }
                    }
                    text("reports.column.\(key)")
                }
            }
        }
    }
}
