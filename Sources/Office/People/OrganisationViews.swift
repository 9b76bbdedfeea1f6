// Pages of the organisation: a unit with its positions, a person.

import Engine
import HTML
import WorkTime

enum OrganisationWords {
    static func name(_ unit: People.UnitNode, _ frame: Site.Frame) -> String {
        frame.language == .en && !unit.nameEnglish.isEmpty ? unit.nameEnglish : unit.name
    }

    /// `phòng, cấp quận`
    static func kind(_ unit: People.UnitNode, _ frame: Site.Frame) -> String {
        frame.text("organisation.kind.\(unit.kind.rawValue)") + ", "
            + frame.text("organisation.level.\(unit.level.rawValue)")
    }

    static func unconfirmed(_ unit: People.UnitNode, _ frame: Site.Frame) -> HTML {
        if unit.isConfirmed { return HTML() }
        return Piece.state(.wait, frame.text("organisation.unconfirmed"))
    }

    /// `06/11/2003 – 30/06/2025`, open at the end while it lasts.
    static func days(_ from: DayNumber, _ through: DayNumber?) -> String {
        "\(from.civil.officeText) – \(through?.civil.officeText ?? "…")"
    }

    static func person(_ person: People.PersonName) -> HTML {
        a(.href("/people/\(person.id.rawValue)")) { person.name }
    }

    static func substitutions(
        _ substitutions: [People.NamedSubstitution], _ frame: Site.Frame
    ) -> HTML {
        if substitutions.isEmpty {
            return p(.class("note")) { frame.text("organisation.noSubstitutes") }
        }
        return stackedTable(
            TableCaption(frame.text("organisation.substitutes"), isHidden: true),
            columns: ["absent", "substitute", "days", "reason"].map {
                TableColumn(frame.text("organisation.column.\($0)"))
            },
            rows: substitutions.map { line in
                TableRow([
                    TableCell { person(line.absent) }, TableCell { person(line.substitute) },
                    TableCell {
                        days(line.from, line.through)
                        if line.holdsToday {
                            " "
                            small { frame.text("organisation.holdsToday") }
                        }
                    },
                    TableCell(line.reason),
                ])
            })
    }

    static func positions(
        _ positions: [People.HeldPosition], showsUnit: Bool, _ frame: Site.Frame
    ) -> HTML {
        stackedTable(
            TableCaption(frame.text("organisation.positions"), isHidden: true),
            columns: ["position", "holder", "roles"].map {
                TableColumn(frame.text("organisation.column.\($0)"))
            },
            rows: positions.map { position in
                TableRow([
                    TableCell {
                        Piece.twoVoices(position.title, showsUnit ? position.unitName : nil)
                        if position.isHead {
                            " "
                            small { frame.text("organisation.head") }
                        }
                    },
                    TableCell { holders(position, frame) },
                    TableCell(
                        position.roles.map { frame.text("organisation.role.\($0.rawValue)") }
                            .joined(separator: ", ")),
                ])
            })
    }

    private static func holders(_ position: People.HeldPosition, _ frame: Site.Frame) -> HTML {
        if position.holders.isEmpty {
            return Piece.state(.wait, frame.text("organisation.vacant"))
        }
        return HTML {
            for holder in position.holders {
                p {
                    person(holder.person)
                    " "
                    small { days(holder.from, holder.through) }
                }
            }
        }
    }
}

struct OrganisationUnitView {
    let record: People.UnitRecord
    let tree: People.Tree
    let frame: Site.Frame
    var refusal: Bilingual?
    var entered = Site.Form(pairs: [])

    var html: HTML {
        let name = OrganisationWords.name(record.unit, frame)
        return frame.page(title: name, section: .organisation) {
            Piece.crumbs(
                label: frame.text("organisation.path"),
                [Piece.Place(frame.text("organisation.title"), "/organisation")]
                    + record.above.map { .init($0.name, "/organisation/\($0.id.rawValue)") }
                    + [.init(name)])
            Piece.head(name) {
                OrganisationWords.kind(record.unit, frame)
                " "
                OrganisationWords.unconfirmed(record.unit, frame)
            } acts: {
                if record.unit.kind == .committee, frame.viewer?.has(.administer) ?? false {
                    Piece.act(
                        frame.text("payment.account"),
                        Payments.accountAddress(of: record.unit.id.rawValue))
                }
            }
            mistakes
            Piece.columns {
                Piece.part(frame.text("organisation.positions"), id: "positions") {
                    OrganisationWords.positions(record.positions, showsUnit: false, frame)
                }
                Piece.part(frame.text("organisation.substitutes"), id: "substitutes") {
                    OrganisationWords.substitutions(record.substitutions, frame)
                }
                if mayName { naming }
                about
            } narrow: {
                OrganisationTree(tree: tree, selected: record.unit.id, frame: frame).html
            }
        }
    }

    private var mayName: Bool {
        record.mayNameSubstitute && record.positions.contains { !$0.holders.isEmpty }
    }

    /// What the register knows of the unit stands last: few ask for it.
    private var about: HTML {
        Piece.part(frame.text("organisation.about"), id: "about") {
            Piece.pairs(facts)
            if frame.viewer?.has(.administer) ?? false { calling }
        }
    }

    private var calling: HTML {
        let sent = entered["phone"]
        return Piece.unfolding(frame.text("organisation.setPhone"), isOpen: !sent.isEmpty) {
            frame.commandForm(to: "/organisation/\(record.unit.id.rawValue)/phone") {
                Piece.textField(
                    .init(
                        "phone", frame.text("organisation.phone"), width: .three,
                        optional: frame.text("word.optional"),
                        hint: frame.text("organisation.phoneHint")),
                    value: sent.isEmpty ? record.unit.phone ?? "" : sent, type: .tel,
                    .maxlength(30))
                Piece.acts { Piece.submit(frame.text("organisation.phoneGo")) }
            }
        }
    }

    private var facts: [Piece.Fact] {
        let unit = record.unit
        return [
            Piece.Fact(frame.text("organisation.code"), unit.code),
            Piece.Fact(
                frame.text("organisation.phone"),
                unit.phone ?? frame.text("organisation.noPhone")),
            Piece.Fact(
                frame.text("organisation.days"), OrganisationWords.days(unit.from, unit.through)),
            Piece.Fact(
                frame.text("organisation.source"),
                unit.source.isEmpty ? frame.text("organisation.noSource") : unit.source),
            Piece.Fact(frame.text("organisation.calendar")) {
                a(.href("/clock")) { record.calendar }
            },
        ]
    }

    /// At the top: who may not name anybody has no form where it could stand.
    private var mistakes: HTML {
        refusal.map { sentence in
            Piece.errors(
                frame.text("organisation.notNamed"), [Piece.Mistake(frame.say(sentence))])
        } ?? HTML()
    }

    private var naming: HTML {
        var seen: Set<PersonID> = []
        let people = record.positions.flatMap(\.holders).map(\.person)
            .filter { seen.insert($0.id).inserted }
            .map { Piece.Choice($0.id.rawValue, $0.name) }
        return Piece.part(frame.text("organisation.name"), id: "name-substitute", look: .panel) {
            frame.commandForm(to: "/organisation/\(record.unit.id.rawValue)/substitutes") {
                Piece.selectField(
                    field("absent", .three), people, chosen: entered["absent"],
                    none: frame.text("organisation.choose"))
                Piece.selectField(
                    field("substitute", .three), people, chosen: entered["substitute"],
                    none: frame.text("organisation.choose"))
                Piece.dateField(
                    field("from", .three),
                    value: entered["from"].isEmpty ? record.on.text : entered["from"])
                Piece.dateField(field("through", .three), value: entered["through"])
                Piece.textField(field("reason", .six), value: entered["reason"])
                Piece.acts { Piece.submit(frame.text("organisation.name.go"), .main) }
            }
        }
    }

    private func field(_ name: String, _ width: Piece.Field.Width) -> Piece.Field {
        Piece.Field(name, frame.text("organisation.field.\(name)"), width: width)
    }
}

struct OrganisationPersonView {
    let record: People.PersonRecord
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: record.person.name, section: .organisation) {
            Piece.crumbs(
                label: frame.text("organisation.path"),
                [
                    .init(frame.text("organisation.title"), "/organisation"),
                    .init(record.person.name),
                ])
            Piece.head(record.person.name) {
                if record.isInvented { frame.text("organisation.invented") }
            }
            Piece.part(frame.text("organisation.positions"), id: "positions") {
                OrganisationWords.positions(record.positions, showsUnit: true, frame)
            }
            Piece.part(frame.text("organisation.substitutes"), id: "substitutes") {
                OrganisationWords.substitutions(record.substitutions, frame)
            }
        }
    }
}
