// One delivery: where it stands, to whom, what was tried, and what the viewer does next.

import HTML
import WorkTime

struct DeliverySheetView {
    let sheet: Deliveries.Sheet
    let frame: Site.Frame
    /// What was sent when it was refused.
    var entered: Site.Form?
    var refusal: Deliveries.Rejection?

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(
            title: lead + frame.text("delivery.window", sheet.dossier), section: .dossiers
        ) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("delivery.title"), "/deliveries"),
                    Piece.Place(sheet.dossier),
                ])
            Piece.head(frame.text("delivery.home")) {
                a(.href("/dossiers/\(sheet.dossier)")) { Piece.code(sheet.dossier) }
                " · "
                sheet.title
            } acts: {
                Piece.act(frame.text("delivery.route"), "/deliveries/route")
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [
                        Piece.Mistake(
                            frame.say(refusal.sentence),
                            fieldID: refusal.field.map { "\(place)-\($0)" })
                    ])
            }
            if sheet.standing == nil, !sheet.mayAsk { nothing }
            if sheet.awaitsCounter {
                Piece.notice(.wait, frame.text("delivery.completeIt"))
            }
            if sheet.standing != nil {
                Piece.columns {
                    facts
                    attempts
                    DeliveryPictureView(
                        code: sheet.dossier, pictures: sheet.pictures, frame: frame
                    ).html
                } narrow: {
                    DeliveryActView(
                        sheet: sheet, frame: frame, entered: entered, refusal: refusal
                    ).html
                }
            } else if sheet.mayAsk {
                DeliveryActView(
                    sheet: sheet, frame: frame, entered: entered, refusal: refusal
                ).asking
            }
        }
    }

    /// Two forms have a field for the slot.
    private var place: String { entered?["act"] == "schedule" ? "schedule" : "delivery" }

    private var nothing: HTML {
        let key =
            sheet.terms.requiresPresence
            ? "presence" : sheet.status.isEnded ? "ended" : sheet.terms.isOffered ? "none" : "not"
        return Piece.emptyState(
            frame.text("delivery.none"), frame.text("delivery.why.\(key)"))
    }

    private var facts: HTML {
        Piece.part(frame.text("delivery.facts"), id: "facts") {
            Piece.pairs(rows)
        }
    }

    private var rows: [Piece.Fact] {
        var rows: [Piece.Fact] = []
        if let standing = sheet.standing {
            rows.append(
                Piece.Fact(frame.text("delivery.column.state")) { frame.deliveryState(standing) })
        }
        if let recipient = sheet.recipient {
            rows += [
                Piece.Fact(frame.text("delivery.field.name"), recipient.name),
                Piece.Fact(frame.text("delivery.field.phone")) {
                    frame.phoneLink(recipient.phone)
                },
                Piece.Fact(frame.text("delivery.field.address"), recipient.address),
            ]
        }
        if let slot = sheet.slot ?? sheet.wish {
            let key = sheet.slot == nil ? "delivery.field.slot" : "delivery.column.slot"
            rows.append(Piece.Fact(frame.text(key)) { frame.slotTime(slot) })
        }
        if let carrier = sheet.carrier {
            rows.append(
                Piece.Fact(
                    frame.text("delivery.field.carrier"),
                    sheet.officer?.name ?? frame.text("delivery.carrier.\(carrier.rawValue)")))
        }
        if let payer = sheet.payer {
            rows.append(
                Piece.Fact(
                    frame.text("delivery.field.payer"),
                    frame.text("delivery.payer.\(payer.rawValue)")))
        }
        for charge in sheet.charges {
            rows.append(
                Piece.Fact(
                    frame.text("delivery.charge", String(charge.attempt)),
                    frame.deliveryCharge(charge)))
        }
        if sheet.hasGift {
            rows.append(
                Piece.Fact(
                    frame.text("delivery.field.gift"), frame.text("delivery.withGift")))
        }
        return rows
    }

    @HTMLBuilder private var attempts: HTML {
        if !sheet.attempts.isEmpty {
            Piece.part(frame.text("delivery.attemptList"), id: "attempts") {
                Piece.timeline(
                    sheet.attempts.reversed().map { attempt in
                        Piece.Happening(
                            Piece.moment(frame.moment(attempt.at), machine: attempt.at.text)
                        ) {
                            Piece.twoVoices(
                                frame.text("delivery.outcome.\(attempt.outcome.rawValue)"),
                                second(of: attempt))
                        }
                    })
            }
        }
    }

    private func second(of attempt: Deliveries.AttemptLine) -> String {
        [
            attempt.who, attempt.proof.map { frame.text("delivery.proof.\($0.rawValue)") },
            attempt.hasGift ? frame.text("delivery.withGift") : nil,
        ].compactMap { $0 }.joined(separator: " · ")
            + attempt.shown.map { " · " + frame.text("delivery.shown.\($0.rawValue)") }.joined()
    }
}

extension Site.Frame {
    /// A number that a telephone dials when it is touched.
    func phoneLink(_ phone: String) -> HTML {
        let digits = phone.filter { ("0"..."9").contains($0) }
        guard let link = Link(checking: "tel:\(digits)") else { return HTML.text(phone) }
        return a(.href(link)) { phone }
    }
}
