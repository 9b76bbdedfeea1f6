// The page on which lines are added to a form.

import HTML
import WorkTime

struct PaperLineView {
    let page: Papers.LinePage
    let frame: Site.Frame
    var refusal: Papers.LineRejection?
    var entered: Site.Form?

    private var form: Papers.Form { page.form }

    var html: HTML {
        frame.page(title: frame.text("regime.lines"), section: .dossiers) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("regime.title"), "/papers/regimes"),
                    Piece.Place(frame.text("regime.lines")),
                ])
            Piece.head(frame.text("regime.lines")) {
                "\(frame.say(form.title)) · \(frame.say(form.citation))"
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: refusal.field)])
            }
            Piece.columns {
                entry
            } narrow: {
                others
            }
        }
    }

    private var entry: HTML {
        Piece.part(frame.say(form.title), id: "lines", look: .panel) {
            p { frame.text("regime.linesLead") }
            if let by = page.by, let at = page.at {
                p { Piece.twoVoices(by, frame.moment(at)) }
            }
            frame.commandForm(to: "/papers/fields") {
                Piece.hiddenField("regime", form.regime.rawValue)
                Piece.hiddenField("form", form.name.rawValue)
                for number in 1...rows { line(number) }
                Piece.acts { Piece.submit(frame.text("regime.save"), .main) }
            }
        }
    }

    /// Those that are there or were sent, and three more, as far as a form takes them.
    private var rows: Int {
        let sent = (1...Papers.linesMaximum).last { number in
            ["vi", "en"].contains { entered?["\($0)\(number)"].isEmpty == false }
        }
        return min(Papers.linesMaximum, max(form.lines.count, sent ?? 0) + 3)
    }

    @HTMLBuilder private func line(_ number: Int) -> HTML {
        let known = form.lines.indices.contains(number - 1) ? form.lines[number - 1] : nil
        Piece.textField(
            field("vi", number, .two), value: value("vi\(number)", known?.label.vi),
            .maxlength(Papers.labelMaximum))
        Piece.textField(
            field("en", number, .two), value: value("en\(number)", known?.label.en),
            .maxlength(Papers.labelMaximum))
        Piece.selectField(
            field("way", number, .two),
            Papers.Line.Way.allCases.map {
                .init($0.rawValue, frame.text("regime.way.\($0.rawValue)"))
            }, chosen: value("way\(number)", known?.way.rawValue ?? "blank"))
    }

    private func field(_ name: String, _ number: Int, _ width: Piece.Field.Width) -> Piece.Field {
        Piece.Field(
            "\(name)\(number)", frame.text("regime.line.\(name)", String(number)), width: width,
            optional: frame.text("regime.mayBeEmpty"),
            error: refusal?.field == "\(name)\(number)"
                ? refusal.map { frame.say($0.sentence) } : nil)
    }

    private func value(_ name: String, _ known: String?) -> String {
        entered?[name] ?? known ?? ""
    }

    /// Every form of every regime, newest first.
    private var others: HTML {
        Piece.part(frame.text("regime.others"), id: "others") {
            for regime in page.regimes.reversed() {
                p { strong { regime.document } }
                ul {
                    for other in regime.forms {
                        li {
                            a(.href(Papers.fieldsAddress(of: other.key))) {
                                "\(other.number). \(frame.say(other.title))"
                            }
                            if !other.lines.isEmpty { " (\(other.lines.count))" }
                        }
                    }
                }
            }
        }
    }
}
