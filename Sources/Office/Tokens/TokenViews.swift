// The part of the account page that shows a person's tokens.

import HTML
import WorkTime

struct TokenView {
    let tokens: [Tokens.Listed]
    let frame: Site.Frame
    /// A token that was just made: shown once.
    let issued: String?
    let refusal: Tokens.Rejection?
    let entered: Site.Form?

    var html: HTML {
        Piece.part(frame.text("token.title"), id: "tokens") {
            p(.class("note")) { frame.text("token.lead") }
            if let issued { fresh(issued) }
            if !tokens.isEmpty { list }
            Piece.unfolding(frame.text("token.make"), isOpen: refusal != nil) { entry }
        }
    }

    private func fresh(_ text: String) -> HTML {
        div(.class("panel"), .role("status")) {
            p { frame.text("token.fresh") }
            p { code { text } }
        }
    }

    private var list: HTML {
        stackedTable(
            TableCaption(frame.text("token.title"), isHidden: true),
            columns: ["name", "scopes", "expires", "used", "standing"].map {
                TableColumn(frame.text("token.column.\($0)"))
            },
            rows: tokens.map(row))
    }

    private func row(_ token: Tokens.Listed) -> TableRow {
        TableRow(frame.cells(of: token, revokedAt: "/account/tokens/\(token.id)/revocation"))
    }

    private var entry: HTML {
        frame.commandForm(to: "/account/tokens") {
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: refusal.field)])
            }
            Piece.textField(
                .init(
                    "name", frame.text("token.column.name"), hint: frame.text("token.nameHint"),
                    error: mistake("name")),
                value: entered?["name"] ?? "", .maxlength(Tokens.nameMaximum))
            Piece.checkField(
                .init("scope", frame.text("token.column.scopes"), error: mistake("scope")),
                Tokens.Scope.allCases.map {
                    .init(
                        $0.rawValue, frame.text("token.scope.\($0.rawValue)"),
                        hint: $0.rawValue)
                },
                chosen: Set(entered?.all("scope") ?? [Tokens.Scope.read.rawValue]))
            Piece.textField(
                .init(
                    "days", frame.text("token.days"), width: .two,
                    hint: frame.text("token.daysHint", String(Tokens.daysMaximum)),
                    error: mistake("days")),
                value: entered?["days"] ?? String(Tokens.daysUsual), type: .number, .min("1"),
                .max(String(Tokens.daysMaximum)))
            div(.class("acts")) { Piece.submit(frame.text("token.make")) }
        }
    }

    private func mistake(_ field: String) -> String? {
        guard let refusal, refusal.field == field else { return nil }
        return frame.say(refusal.sentence)
    }
}

extension Site.Frame {
    /// Name, scopes, until when, last used, and how it stands with the way to revoke it.
    func cells(of token: Tokens.Listed, revokedAt address: Link) -> [TableCell] {
        [
            TableCell { Piece.twoVoices(token.name, token.id) },
            TableCell(
                token.scopes.map { text("token.scope.\($0.rawValue)") }.joined(separator: ", ")),
            TableCell(moment(token.expiresAt)),
            TableCell(token.usedAt.map(moment) ?? text("token.unused")),
            TableCell {
                Piece.state(
                    token.standing == .live ? .ok : .paused,
                    text("token.standing.\(token.standing.rawValue)"))
                if token.standing == .live {
                    " "
                    commandForm(to: address, class: nil) {
                        Piece.submit(
                            text("token.revoke"), .small,
                            .aria("label", text("token.revokeNamed", token.name)))
                    }
                }
            },
        ]
    }
}
