// The words of a notice: Vietnamese, and English below. It names the code, the procedure, the
// office and the dates, and never who the applicant is.

import WorkTime

extension Notices {
    struct Letter {
        let notice: Notice
        let dossier: Dossiers.Dossier
        /// Name of the office that received it.
        let office: String
        /// Where citizens reach the site.
        let site: String?
        /// Where no more of these are asked for; `nil` where the site is not known.
        var stop: String?
        let texts: Site.Texts

        var subject: String {
            texts.text("notice.subject.\(notice.kind.rawValue)", .vi, [notice.code])
        }

        var body: String {
            texts.letter(at: dossier.registration.receivedAt) { frame in
                LetterText(letter: self, frame: frame).paragraphs.filter { !$0.isEmpty }
                    .map { $0.joined(separator: "\n") }
            }
        }
    }
}

extension Site.Texts {
    /// The body of a mail: its paragraphs in Vietnamese, and in English below.
    func letter(at now: LocalMinute, _ paragraphs: (Site.Frame) -> [String]) -> String {
        Language.allCases.map { language in
            paragraphs(frame(of: language, at: now)).joined(separator: "\n\n")
        }.joined(separator: "\n\n----------\n\n") + "\n"
    }

    /// What words need that stand on no page.
    func frame(of language: Language, at now: LocalMinute) -> Site.Frame {
        Site.Frame(
            texts: self, assets: [:], language: language, viewer: nil, now: now, isDemo: false,
            path: "", formToken: "", commandKey: "")
    }
}

/// The letter in one language.
private struct LetterText {
    let letter: Notices.Letter
    let frame: Site.Frame

    private var kind: Notices.Kind { letter.notice.kind }
    private var registration: Dossiers.Registration { letter.dossier.registration }

    var paragraphs: [[String]] {
        [
            [lead], facts, missing, stopForm, way, [follow],
            [frame.text("notice.foot")] + stop,
        ]
    }

    /// Names the official form of the regime under which the dossier was accepted.
    private var lead: String {
        guard let name = kind.formName, let form = registration.form(name), kind != .stopped else {
            return frame.text("notice.lead.\(kind.rawValue)")
        }
        if name == .apology, form.regime == .circular2025 {
            return frame.text("notice.lead.extension", cited(form))
        }
        return frame.text("notice.lead.\(kind.rawValue)", cited(form))
    }

    private var stopForm: [String] {
        guard kind == .stopped, let form = registration.form(.stop) else { return [] }
        return [frame.text("notice.stopForm", cited(form))]
    }

    /// Inside a sentence.
    private func cited(_ form: Papers.Form) -> String {
        let words = frame.say(form.citation)
        return words.prefix(1).lowercased() + words.dropFirst()
    }

    private var facts: [String] {
        var facts = [
            line("notice.code", registration.code), line("notice.title", registration.title),
            line("notice.office", letter.office),
        ]
        switch kind {
        case .received:
            facts.append(line("notice.received", frame.moment(registration.receivedAt)))
            facts.append(line("notice.appointment", moment(registration.appointment)))
        case .moved:
            guard let move else { break }
            facts.append(line("notice.before", moment(move.before)))
            facts.append(line("notice.appointment", moment(move.due)))
            facts.append(line("notice.basis", move.basis))
        case .apologised:
            guard let apology = letter.dossier.apology else { break }
            facts.append(line("notice.before", moment(apology.before)))
            facts.append(line("notice.newAppointment", moment(apology.newAppointment)))
            facts.append(line("notice.reason", apology.reason))
        default: break
        }
        return facts
    }

    private var move: Dossiers.CalendarMove? {
        let moves = letter.dossier.calendarMoves ?? []
        return moves.indices.contains(letter.notice.index) ? moves[letter.notice.index] : nil
    }

    /// The full list, once (NĐ 61/2018 Đ15k3).
    private var missing: [String] {
        let supplements = letter.dossier.supplements
        guard kind == .supplement, supplements.indices.contains(letter.notice.index) else {
            return []
        }
        let request = supplements[letter.notice.index]
        return [frame.text("notice.missing")] + request.papers.map { "- \($0)" }
            + [line("notice.reason", request.reason)]
    }

    /// Where and how to go on.
    private var way: [String] {
        switch kind {
        case .supplement: [frame.text("notice.bring", letter.office), frame.text("notice.stops")]
        case .ready:
            [frame.text("notice.fetch.\(registration.returnWay.rawValue)", letter.office)]
        default: []
        }
    }

    private var follow: String {
        guard let site = letter.site else { return frame.text("notice.ask", letter.office) }
        return frame.text("notice.follow", "\(site)/track")
    }

    private var stop: [String] { letter.stop.map { [frame.text("notice.stop.way", $0)] } ?? [] }

    private func line(_ key: String, _ value: String) -> String { "\(frame.text(key)): \(value)" }

    private func moment(_ moment: LocalMinute?) -> String {
        moment.map { "\(frame.clock($0)), \(frame.day($0.day))" } ?? frame.text("dossier.noTerm")
    }
}

extension Notices.Kind {
    /// The official form that the notice tells of.
    fileprivate var formName: Papers.FormName? {
        switch self {
        case .received: .receipt
        case .supplement: .supplement
        case .apologised: .apology
        case .refused: .refusal
        case .stopped: .stop
        default: nil
        }
    }
}
