// The page of one dossier: who has it, since when, time left and why; acts; timeline; slip.

import Engine
import HTML
import ProcessModel
import WorkTime

struct DossierView {
    let record: Dossiers.Record
    let frame: Site.Frame
    /// A refused act: its sentence stands above the acts.
    var refusal: Bilingual?
    /// Of the form of the work, in place of the sentence that named the first.
    var mistakes: [FormMistake] = []
    /// What the person had written when it was refused.
    var entered: Site.Form?
    /// The numbers of the applicant in full, once somebody asked for them.
    var showsNumbers = false

    private var registration: Dossiers.Registration { record.registration }

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(
            title: lead + frame.text("dossier.window", registration.code), section: .dossiers
        ) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("menu.dossiers"), "/dossiers"),
                    Piece.Place(registration.code),
                ])
            Piece.head(registration.title) {
                headLine
            } acts: {
                papers
            }
            facts
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    mistakes.isEmpty
                        ? [Piece.Mistake(frame.say(refusal))]
                        : frame.lines(of: mistakes) { field in
                            Dossiers.inputID(
                                field.key, of: .complete, item: entered?["item"] ?? "")
                        })
            }
            if let consultations = record.consultations {
                DossierConsultationView(
                    summary: consultations, code: registration.code, frame: frame
                ).notice
            }
            for work in record.work {
                DossierActsView(
                    record: record, work: work, frame: frame, entered: entered, mistakes: mistakes
                ).html
            }
            if !record.steps.isEmpty { steps }
            DossierSumView(
                record: record, frame: frame, isOpen: !record.status.isResolved
            ).html
            if let lateness = record.lateness {
                LatenessPartView(lateness: lateness, frame: frame).html
            }
            Piece.columns {
                content
                paperTable
                if let payments = record.payments {
                    PaymentPartView(sheet: payments, frame: frame).html
                }
                if let delivery = record.delivery {
                    DeliveryPartView(line: delivery, frame: frame).html
                }
            } narrow: {
                timeline
            }
            if let rating = record.rating {
                RatingShownView(rating: rating, frame: frame).html
            }
            if !record.shares.isEmpty { shares }
            if !record.slip.isEmpty { slip }
            if !record.acts.isEmpty { whole }
        }
    }

    @HTMLBuilder private var headLine: HTML {
        Piece.code(registration.code)
        " · "
        record.applicant?.name ?? frame.text("dossier.erased")
        " · "
        a(.href("/processes/\(registration.process.rawValue)")) {
            frame.text(
                "dossier.process", registration.process.rawValue, String(registration.issue))
        }
    }

    @HTMLBuilder private var papers: HTML {
        Piece.act(frame.text("dossier.receipt"), "/dossiers/\(registration.code)/receipt")
        Piece.act(frame.text("dossier.slip"), "/dossiers/\(registration.code)/slip")
        for kind in Papers.Kind.allCases where kind.isDue(record) {
            Piece.act(
                frame.text("paper.\(kind.rawValue)"),
                "/dossiers/\(registration.code)/papers/\(kind.rawValue)")
        }
        if !record.status.isResolved, record.clock?.dueAt != nil {
            Piece.act(frame.text("apology.title"), "/dossiers/\(registration.code)/apology")
        }
        if record.messages > 0 {
            Piece.act(
                frame.text(
                    record.messagesWait ? "message.countWaiting" : "message.count",
                    frame.number(record.messages)), "/dossiers/\(registration.code)/messages",
                record.messagesWait ? .main : .usual)
        } else if !record.work.allSatisfy(\.acts.isEmpty) {
            Piece.act(
                frame.text("message.write"), "/dossiers/\(registration.code)/messages")
        }
        if let viewer = frame.viewer, viewer.has(.counter, in: viewer.office),
            registration.office == viewer.office, record.applicant != nil
        {
            Piece.act(frame.text("counter.again"), "/counter?copy=\(registration.code)")
        }
        if let consultations = record.consultations {
            DossierConsultationView(
                summary: consultations, code: registration.code, frame: frame
            ).act
        }
        if frame.viewer.map(Reads.maySee) ?? false {
            Piece.act(frame.text("reads.title"), "/dossiers/\(registration.code)/reads")
        }
        if record.work.allSatisfy(\.acts.isEmpty) {
            Piece.act(frame.text("dossier.nextWork"), "/work/next", .main)
        }
    }

    private var facts: HTML {
        Piece.facts([
            Piece.Fact(frame.text("dossier.focalPoint")) {
                Piece.twoVoices(record.focalPoint.name, record.focalPoint.unit)
            },
            Piece.Fact(frame.text("dossier.holder")) { holders },
            Piece.Fact(frame.text("dossier.step")) { currentSteps },
            Piece.Fact(frame.text("dossier.status")) {
                Piece.twoVoices(
                    frame.text("status.\(record.status.rawValue)"),
                    record.work.isEmpty && !record.endReason.isEmpty ? record.endReason : nil)
            },
            Piece.Fact(frame.text("dossier.received")) {
                Piece.moment(
                    frame.moment(registration.receivedAt), machine: registration.receivedAt.text)
                " "
                small {
                    frame.text("channel.\(registration.channel.rawValue)")
                    if let late = frame.lateEntry(registration.late) { " · \(late)" }
                }
            },
            Piece.Fact(frame.text("dossier.due")) { due },
        ])
    }

    @HTMLBuilder private var holders: HTML {
        if record.work.isEmpty { frame.text("dossier.nobody") }
        for work in record.work {
            div {
                Piece.twoVoices(work.holder.name, work.holder.unit)
                if let receiver = work.receiver {
                    " "
                    small { frame.text("dossier.offeredTo", receiver.name, receiver.unit) }
                }
            }
        }
    }

    @HTMLBuilder private var currentSteps: HTML {
        if record.work.isEmpty { frame.text("dossier.noStep") }
        for work in record.work {
            div {
                Piece.twoVoices(work.step, frame.text("dossier.since", frame.moment(work.since)))
                if work.due != nil, work.stops.isEmpty {
                    " "
                    frame.timeLeft(work.left, due: work.due)
                }
            }
        }
    }

    @HTMLBuilder private var due: HTML {
        if let result = record.clock?.timeliness, let ended = record.endedAt {
            frame.timeliness(result)
            " "
            small { frame.text("dossier.endedAt", frame.moment(ended)) }
        } else if let dueAt = record.clock?.dueAt {
            frame.timeLeft(record.left, due: dueAt)
        } else if record.clock?.isPaused == true {
            Piece.state(.paused, frame.text("dossier.paused"))
        } else {
            frame.text("dossier.noTerm")
        }
        if record.explanation != nil {
            " "
            small { a(.href("#why")) { frame.text("dossier.why") } }
        }
    }

    private var steps: HTML {
        Piece.part(frame.text("dossier.steps"), id: "steps", isHeadingHidden: true) {
            Piece.steps(
                record.steps.enumerated().map { index, step in
                    Piece.Step(
                        "\(index + 1). \(step.title)",
                        Piece.Step.Stand(rawValue: step.stand.rawValue) ?? .next,
                        lines: [step.who, step.at.map { frame.stepTime(step.stand, $0) } ?? ""]
                            .filter { !$0.isEmpty })
                })
        }
    }

    private var content: HTML {
        Piece.part(frame.text("dossier.content"), id: "content-title") {
            let shown = showsNumbers ? record : record.masked
            Piece.pairs(DossierContent(record: shown, frame: frame).facts)
            if shown.isMasked {
                frame.commandForm(to: "/dossiers/\(registration.code)/numbers", class: nil) {
                    Piece.submit(frame.text("dossier.showNumbers"), .small)
                    " "
                    small { frame.text("dossier.showNumbersNote") }
                }
            }
        }
    }

    private var paperTable: HTML {
        section(.class("section")) {
            papersReceived
            AttachmentPart(
                papers: registration.papers.map(\.name), files: record.attachments, frame: frame
            ).html
            p {
                a(.href("/dossiers/\(registration.code)/attachments")) {
                    frame.text("attachment.toSheet")
                }
            }
        }
    }

    private var papersReceived: HTML {
        stackedTable(
            TableCaption(frame.text("dossier.papers")),
            columns: [
                TableColumn(frame.text("dossier.paper")),
                TableColumn(frame.text("dossier.copies")),
            ],
            rows: registration.papers.map { paper in
                TableRow([TableCell(paper.name), TableCell(String(paper.copies))])
            })
    }

    private var timeline: HTML {
        Piece.part(frame.text("dossier.timeline"), id: "timeline") {
            Piece.timeline(
                record.happenings.map { happening in
                    Piece.Happening(
                        Piece.moment(frame.moment(happening.at), machine: happening.at.text),
                        stopsClock: happening.kind == .stopped
                    ) { frame.happening(happening) }
                })
        }
    }

    private var shares: HTML {
        section(.class("section")) {
            Piece.unfolding(frame.text("share.title")) {
                DossierSharesView(shares: record.shares, frame: frame).table
            }
        }
    }

    /// The timeline tells the same in the order of events; the form is there for who checks it.
    private var slip: HTML {
        section(.class("section")) {
            Piece.unfolding(frame.text("slip.title")) {
                DossierSlipView(record: record, frame: frame).table
            }
        }
    }

    private var whole: HTML {
        Piece.part(frame.text("dossier.end"), id: "end") {
            Piece.unfolding(frame.text("dossier.endOpen")) {
                frame.commandForm(to: "/dossiers/\(registration.code)/acts") {
                    if let absent = record.actsFor {
                        Piece.hiddenField("for", absent.rawValue)
                    }
                    Piece.textArea(
                        Piece.Field("reason", frame.text("dossier.reason"), id: "end-reason"))
                    Piece.acts {
                        for act in record.acts {
                            Piece.submit(
                                frame.text("act.\(act.rawValue)"), .stop, name: "act",
                                value: act.rawValue)
                        }
                    }
                }
            }
        }
    }
}
