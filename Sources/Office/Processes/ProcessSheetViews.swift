// The page of one issue: facts, gate, step table, swim lanes, issues, neighbours, acts.

import HTML
import ProcessModel
import WorkTime

struct ProcessSheetView {
    let sheet: Processes.Sheet
    let version: ProcessVersion
    let naming: ProcessNaming
    let frame: Site.Frame

    var code: String { sheet.row.code.rawValue }

    var html: HTML {
        frame.page(
            title: "\(sheet.row.title) (\(code))", section: .processes,
            bodyClass: "onlandscape"
        ) {
            frame.processCrumbs("\(code), \(issueName)")
            head
            facts
            ProcessGateView(findings: sheet.findings, code: code, frame: frame).html
            ProcessStepsView(sheet: sheet, frame: frame).html
            drawing
            more
            ProcessNeighboursView(sheet: sheet, frame: frame).html
            issues
            if sheet.mayAct { ProcessActsView(sheet: sheet, frame: frame).html }
        }
    }

    private var issueName: String { frame.text("processes.issue", String(sheet.row.issue)) }

    private var head: HTML {
        Piece.head(sheet.row.title) {
            Piece.code(code)
            " "
            frame.standing(sheet.row)
        } acts: {
            Piece.act(frame.text("processes.download"), "/processes/\(code + ".yaml")")
            Piece.act(frame.text("processes.downloadDrawing"), "/processes/\(code + ".svg")")
            Piece.act(frame.text("processes.compare"), "/processes/\(code)/compare")
        }
    }

    private var facts: HTML {
        let row = sheet.row
        let sum = sheet.sum
        return Piece.facts([
            .init(frame.text("processes.fact.owner"), or(row.owner)),
            .init(frame.text("processes.fact.term")) {
                Piece.twoVoices(
                    or(row.term),
                    sum.minutes == 0 ? nil : frame.text("processes.fact.sum", sum.total))
            },
            .init(frame.text("processes.fact.basis"), or(sheet.legalBasis.joined(separator: "; "))),
            .init(frame.text("processes.fact.scope"), or(sheet.scope)),
            .init(frame.text("processes.fact.approver")) {
                Piece.twoVoices(
                    or(sheet.approver),
                    row.effective.map { frame.text("processes.from", frame.date($0)) })
            },
            .init(frame.text("processes.fact.source"), or(sheet.source)),
        ])
    }

    private func or(_ words: String) -> String {
        words.isEmpty ? frame.text("processes.unstated") : words
    }

    private var drawing: HTML {
        let unclear = Set(sheet.blocking.compactMap(\.node).map(NodeID.init(rawValue:)))
        return Piece.part(frame.text("processes.drawing"), id: "drawing") {
            figure {
                Piece.scrolling(label: frame.text("processes.drawingScroll")) {
                    ProcessDiagram(version, naming: naming, flaws: unclear).figure
                }
                figcaption(.class("note")) { frame.text("processes.drawingNote") }
            }
        }
    }

    /// What does not fit into the fixed block.
    private var more: HTML {
        var facts = [
            Piece.Fact(frame.text("processes.fact.principle"), sheet.principle),
            Piece.Fact(frame.text("processes.fact.field"), or(sheet.row.field)),
        ]
        for (key, value) in [
            ("records", sheet.records.joined(separator: "; ")),
            ("components", sheet.components.joined(separator: "; ")),
            ("note", sheet.changeNote),
        ] where !value.isEmpty {
            facts.append(Piece.Fact(frame.text("processes.fact.\(key)"), value))
        }
        return Piece.part(frame.text("processes.more"), id: "more") { Piece.pairs(facts) }
    }

    private var issues: HTML {
        Piece.part(frame.text("processes.issues"), id: "issues", isHeadingHidden: true) {
            stackedTable(
                TableCaption(frame.text("processes.issues")),
                columns: ["issue", "standing", "steps", "gaps"].map {
                    TableColumn(frame.text("processes.column.\($0)"))
                },
                rows: sheet.issues.map { row in
                    TableRow([
                        TableCell {
                            a(
                                .href("/processes/\(code)/issues/\(row.issue)"),
                                .if(row.issue == sheet.row.issue, .aria("current", "page"))
                            ) { frame.text("processes.issue", String(row.issue)) }
                        },
                        TableCell { frame.standing(row) }, TableCell(frame.number(row.steps)),
                        TableCell(frame.number(row.gaps)),
                    ])
                })
        }
    }
}

/// What the clarity gate says: what blocks, what is waived by name, what is only remarked.
struct ProcessGateView {
    let findings: [Processes.Finding]
    /// `nil` when the table is not kept yet.
    let code: String?
    let frame: Site.Frame

    var html: HTML {
        let blocking = findings.filter(\.isBlocking)
        let waived = findings.filter { $0.waiver != nil }
        let remarks = findings.filter { !$0.isBlocking && $0.waiver == nil }
        return HTML {
            if blocking.isEmpty {
                Piece.notice(.done, frame.text("processes.gate.clear")) {
                    if !waived.isEmpty {
                        frame.text("processes.gate.waived", frame.number(waived.count))
                    }
                }
            } else {
                Piece.part(
                    frame.text("processes.gate.blocked", frame.number(blocking.count)),
                    id: "gate", look: .gate
                ) { list(blocking) }
            }
            if !waived.isEmpty {
                folded("processes.gate.waivedTitle", waived)
            }
            if !remarks.isEmpty {
                folded("processes.gate.remarks", remarks)
            }
        }
    }

    private func folded(_ key: String, _ findings: [Processes.Finding]) -> HTML {
        Piece.unfolding(frame.texts.text(key, frame.language, [frame.number(findings.count)])) {
            stackedTable(
                TableCaption(
                    frame.texts.text(key, frame.language, [frame.number(findings.count)]),
                    isHidden: true),
                columns: ["rule", "what", "mend"].map {
                    TableColumn(frame.text("processes.gate.column.\($0)"))
                },
                rows: findings.map { finding in
                    TableRow([
                        TableCell(label(of: finding)), TableCell { what(finding) },
                        TableCell {
                            Piece.twoVoices(
                                frame.say(finding.mend), finding.waiver.map(frame.say))
                        },
                    ])
                })
        }
    }

    private func list(_ findings: [Processes.Finding]) -> HTML {
        Piece.flaws(
            findings.map { finding in
                Piece.Flaw(
                    rule: label(of: finding),
                    mend: frame.text("processes.gate.mend", frame.say(finding.mend)),
                    place: finding.file.map { "\($0):\(finding.line ?? 0)" }
                ) { what(finding) }
            })
    }

    private func label(of finding: Processes.Finding) -> String {
        let words = finding.principle.map(frame.say) ?? finding.rule
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// The sentence, leading to its step.
    private func what(_ finding: Processes.Finding) -> HTML {
        HTML {
            frame.say(finding.message)
            if code != nil, let step = finding.step {
                " "
                a(.href("#step-\(step)")) { frame.text("processes.toStep", String(step)) }
            }
        }
    }
}
