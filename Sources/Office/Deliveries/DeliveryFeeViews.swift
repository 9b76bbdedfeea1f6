// The table of fees of an office, its forms, and the cost centre of presents.

import HTML
import ProcessModel
import WorkTime

struct DeliveryFeeView {
    let book: Deliveries.FeeBook
    let frame: Site.Frame
    /// What was sent when it was refused.
    var entered: Site.Form?
    var refusal: Deliveries.Rejection?

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(title: lead + frame.text("delivery.fees"), section: .dossiers) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("delivery.title"), "/deliveries"),
                    Piece.Place(frame.text("delivery.fees")),
                ])
            Piece.head(frame.text("delivery.fees")) { book.officeName }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [
                        Piece.Mistake(
                            frame.say(refusal.sentence),
                            fieldID: refusal.field.map { "\(entered?["act"] ?? "fee")-\($0)" })
                    ])
            }
            p { frame.text("delivery.feesLead") }
            if book.lines.isEmpty {
                Piece.emptyState(
                    frame.text("delivery.feesEmpty"), frame.text("delivery.feesHint"))
            } else {
                table
            }
            if book.maySet {
                adding
                if !book.lines.isEmpty { ending }
            }
            centre
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("delivery.fees"), isHidden: true),
            columns: ["row", "process", "carrier", "amount", "payer", "days", "source"].map {
                TableColumn(frame.text("delivery.feeColumn.\($0)"))
            },
            rows: book.lines.map { line in
                TableRow([
                    TableCell(String(line.fee.number)),
                    TableCell(line.title ?? frame.text("delivery.allProcesses")),
                    TableCell(frame.text("delivery.carrier.\(line.fee.carrier.rawValue)")),
                    TableCell(frame.deliveryFee(line.fee.amount)),
                    TableCell(frame.text("delivery.feePayer.\(line.fee.payer.rawValue)")),
                    TableCell {
                        days(of: line.fee)
                        if line.isInForce {
                            " "
                            Piece.state(.ok, frame.text("delivery.feeInForce"))
                        }
                    },
                    TableCell(line.fee.source),
                ])
            })
    }

    private func days(of fee: Deliveries.Fee) -> String {
        fee.until.map {
            frame.text("delivery.feeDays", frame.day(fee.from), frame.day($0))
        } ?? frame.text("delivery.feeFrom", frame.day(fee.from))
    }

    private var adding: HTML {
        Piece.part(frame.text("delivery.feeAdd"), id: "fee", look: .panel) {
            frame.commandForm(to: "/deliveries/fees") {
                Piece.hiddenField("act", "fee")
                Piece.hiddenField("office", book.office)
                Piece.selectField(
                    field("fee", "process", isOptional: true),
                    book.processes.map { .init($0.code.rawValue, $0.title) },
                    chosen: value("fee", "process"), none: frame.text("delivery.allProcesses"))
                Piece.radioField(
                    field("fee", "carrier"),
                    Deliveries.Carrier.allCases.map {
                        .init($0.rawValue, frame.text("delivery.carrier.\($0.rawValue)"))
                    }, chosen: value("fee", "carrier", usual: "officer"))
                Piece.textField(
                    field("fee", "amount", hint: "delivery.feeAmountHint"),
                    value: value("fee", "amount"), .inputmode("numeric"), .maxlength(20))
                Piece.radioField(
                    field("fee", "payer"),
                    Deliveries.FeePayer.allCases.map {
                        .init($0.rawValue, frame.text("delivery.feePayer.\($0.rawValue)"))
                    }, chosen: value("fee", "payer", usual: "recipient"))
                Piece.dateField(
                    field("fee", "from"), value: value("fee", "from", usual: book.day.text))
                Piece.dateField(
                    field("fee", "until", isOptional: true), value: value("fee", "until"))
                Piece.textField(
                    field("fee", "source", hint: "delivery.feeSourceHint"),
                    value: value("fee", "source"), .maxlength(Deliveries.sourceMaximum))
                Piece.acts { Piece.submit(frame.text("delivery.feeAddGo"), .main) }
            }
        }
    }

    private var ending: HTML {
        Piece.unfolding(frame.text("delivery.feeEnd"), isOpen: isRefused("end")) {
            frame.commandForm(to: "/deliveries/fees") {
                Piece.hiddenField("act", "end")
                Piece.hiddenField("office", book.office)
                Piece.selectField(
                    field("end", "fee"),
                    book.lines.map { line in
                        .init(
                            String(line.fee.number),
                            frame.text(
                                "delivery.feeRow", String(line.fee.number),
                                frame.text("delivery.carrier.\(line.fee.carrier.rawValue)"),
                                frame.deliveryFee(line.fee.amount)))
                    }, chosen: value("end", "fee"))
                Piece.dateField(
                    field("end", "until"), value: value("end", "until", usual: book.day.text))
                Piece.acts { Piece.submit(frame.text("delivery.feeEndGo")) }
            }
        }
    }

    private var centre: HTML {
        Piece.part(frame.text("delivery.centre"), id: "centre") {
            p { frame.text("delivery.centreLead") }
            if book.maySet {
                frame.commandForm(to: "/deliveries/fees") {
                    Piece.hiddenField("act", "centre")
                    Piece.hiddenField("office", book.office)
                    Piece.textField(
                        field("centre", "centre"),
                        value: value("centre", "centre", usual: book.centre?.name ?? ""),
                        .maxlength(Deliveries.centreMaximum))
                    Piece.textField(
                        field("centre", "cost", isOptional: true),
                        value: value(
                            "centre", "cost",
                            usual: book.centre.map { String($0.cost) } ?? ""),
                        .inputmode("numeric"), .maxlength(20))
                    Piece.acts { Piece.submit(frame.text("delivery.centreGo")) }
                }
            } else {
                p { book.centre?.name ?? frame.text("delivery.centreNone") }
            }
            p {
                a(.href("/deliveries/gifts?office=\(book.office)")) {
                    frame.text("delivery.gifts")
                }
            }
        }
    }

    private func isRefused(_ act: String) -> Bool { refusal != nil && entered?["act"] == act }

    private func value(_ act: String, _ name: String, usual: String = "") -> String {
        isRefused(act) ? entered?[name] ?? "" : usual
    }

    private func field(
        _ act: String, _ name: String, hint: String? = nil, isOptional: Bool = false
    ) -> Piece.Field {
        let isWrong = isRefused(act) && refusal?.field == name
        return Piece.Field(
            name, frame.text("delivery.feeField.\(name)"),
            optional: isOptional ? frame.text("word.optional") : nil,
            hint: hint.map { frame.text($0) },
            error: isWrong ? refusal.map { frame.say($0.sentence) } : nil, id: "\(act)-\(name)")
    }
}

extension Site.Frame {
    /// `20.000 đồng`, or that it is free.
    func deliveryFee(_ amount: Int) -> String {
        amount == 0 ? text("delivery.free") : text("word.dong", number(amount))
    }
}
