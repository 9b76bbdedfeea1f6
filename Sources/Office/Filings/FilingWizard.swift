// The wizard of a citizen as read values: where it stands, and what its pages show.

import Engine
import ProcessModel
import WorkTime

extension Filings {
    /// What the wizard knows of the procedure.
    struct Wizard: Sendable {
        let page: Procedures.Page
        let offer: Offer
        /// Names of the offices, in the order of the offer.
        let officeNames: [String]
        let draft: Draft?
        /// Files that wait with the draft.
        let files: [Attachments.Shown]

        var process: ProcessCode { page.sheet.code }
        /// The page of the first question that is open, or of all answers.
        func way(after answers: Answers) -> String {
            "/file/\(process)/\(offer.next(after: answers)?.id ?? "review")"
        }
        var answers: Answers { draft?.answers ?? .none }
        var submission: Submission {
            offer.submission(from: answers.form, files: Set(files.map(\.paper)))
        }
        /// The questions that are asked after these answers.
        var questions: [Question] { offer.questions(after: answers) }
        var uploads: [String] { offer.uploads(in: answers.form) }
    }

    /// What a program gets when it asks where a request stands.
    struct WizardValue: Encodable, Sendable {
        let procedure: String
        let title: String
        /// Names of the inputs in the order in which they are asked.
        let inputs: [String]
        let offices: [Choice]
        let papers: [String]
        let returnWays: [String]

        struct Choice: Encodable, Sendable {
            let id: String
            let name: String
        }

        init(_ wizard: Wizard) {
            procedure = wizard.process.rawValue
            title = wizard.page.title
            inputs = wizard.offer.questions.flatMap { $0.inputs.map(\.name) }
            offices = zip(wizard.offer.offices, wizard.officeNames).map {
                Choice(id: $0.rawValue, name: $1)
            }
            papers = wizard.offer.components
            returnWays = wizard.offer.sheet.returnWays.map(\.rawValue)
        }
    }

    /// What was sent: its number, and how to follow it.
    struct Receipt: Encodable, Sendable {
        let filing: String
        let title: String
        let office: String
        let submittedAt: LocalMinute
        let standing: Standing
    }
}

extension DeskReading {
    /// - Parameters:
    ///   - secret: of the browser; empty when it has none.
    ///   - session: Digest of the token of an open session of /my.
    func wizard(
        of process: ProcessCode, secret: String, session: String? = nil,
        contacts: Contacts.Settings = .init(), on day: DayNumber
    ) throws -> Filings.Wizard {
        var offer = try offer(of: process, on: day)
        offer.contacts = contacts
        offer.shown = try shownAddresses(
            draft: secret.isEmpty ? nil : Site.digest(of: secret), session: session)
        let organisation = try organisation()
        let draft = try Filings.draft(secret: secret, in: reader)
        return Filings.Wizard(
            page: try procedurePage(process, on: day), offer: offer,
            officeNames: offer.offices.map { organisation.units[$0]?.name ?? $0.rawValue },
            draft: draft?.process == process ? draft : nil,
            files: draft?.process == process ? try attachments(ofDraft: secret) : [])
    }

    /// Of a filing that the caller has just sent, or has the secret of.
    func filingReceipt(_ code: String) throws -> Filings.Receipt {
        let filing = try toldFiling(code).state
        let registration = filing.registration
        return Filings.Receipt(
            filing: code, title: registration.title,
            office: try organisation().units[registration.office]?.name ?? "",
            submittedAt: registration.submittedAt, standing: filing.standing)
    }
}
