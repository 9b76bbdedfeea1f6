// What a citizen is asked, one question a page, and what was answered so far.

import Engine
import ProcessModel
import WorkTime

extension Filings {
    /// One page of the wizard.
    enum Question: Hashable {
        case office, person, contact, proof, address
        case field(FormField)
        case papers, files, returnWay

        /// As addresses write it.
        var id: String {
            switch self {
            case .office: "office"
            case .person: "person"
            case .contact: "contact"
            case .proof: "verify"
            case .address: "address"
            case .field(let field): "field.\(field.key)"
            case .papers: "papers"
            case .files: "files"
            case .returnWay: "return"
            }
        }

        /// Names of its inputs, each with the key of its label; a field of a form has its own.
        var inputs: [(name: String, key: String)] {
            switch self {
            case .office: [("office", "filing.office")]
            case .person:
                [
                    ("name", "applicant.name"), ("identity", "applicant.identity"),
                    ("behalf", "filing.behalf"), ("filerName", "filer.name"),
                    ("filerIdentity", "filer.identity"), ("filerPhone", "filer.phone"),
                    ("filerRelation", "filer.relation"),
                ]
            case .contact:
                [
                    ("phone", "applicant.phone"), ("email", "applicant.email"),
                    ("notices", "notice.choice"),
                ]
            // Not an answer that is kept: Contacts reads it.
            case .proof: []
            case .address: [("address", "applicant.address"), ("request", "applicant.request")]
            case .field(let field): [("field.\(field.key)", "")]
            case .papers: [("paper", "dossier.papers")]
            // Each paper has an input of its own: Attachments reads them.
            case .files: []
            case .returnWay: [("returnWay", "dossier.returnWay")]
            }
        }
    }

    /// Answers as they were typed, by the names of the inputs. Papers repeat their name.
    struct Answers: Hashable, Sendable {
        var form: Site.Form
        /// Pages that were sent, right or not.
        var seen: Set<String>

        static func == (a: Answers, b: Answers) -> Bool { a.form == b.form && a.seen == b.seen }
        func hash(into hasher: inout Hasher) { hasher.combine(seen) }
    }
}

extension Filings.Offer {
    /// In the order in which they are asked. One office is no question.
    var questions: [Filings.Question] {
        (offices.count > 1 ? [.office] : []) + [.person, .contact]
            + (contacts.channels.isEmpty ? [] : [.proof]) + [.address]
            + fields.map { .field($0) } + [.papers, .files]
            + (sheet.returnWays.count > 1 ? [.returnWay] : [])
    }

    func question(_ id: String) -> Filings.Question? { questions.first { $0.id == id } }

    /// The answers as what would be sent.
    func submission(from form: Site.Form) -> Filings.Submission {
        var personal: [String: String] = [:]
        var values: [String: FieldValue] = [:]
        for field in fields {
            let text = form["field.\(field.key)"]
            if field.personal {
                if !text.isEmpty { personal[field.key] = text }
            } else {
                values[field.key] = field.value(of: text)
            }
        }
        let only = offices.count == 1 ? offices.first?.rawValue ?? "" : form["office"]
        let way =
            sheet.returnWays.count == 1
            ? sheet.returnWays.first : Dossiers.ReturnWay(rawValue: form["returnWay"])
        // What stands in the other fields counts only for who says to file for somebody else.
        let isForOther = form["behalf"] == "other"
        return Filings.Submission(
            process: sheet.code, office: UnitID(only),
            applicant: Dossiers.Applicant(
                name: form["name"], identity: form["identity"].filter { $0 != " " },
                phone: form["phone"], address: form["address"], email: form["email"],
                submitter: isForOther ? form["filerName"] : "", request: form["request"],
                fields: personal, filer: isForOther ? form.filer ?? .init() : nil),
            papers: papers(in: form), returnWay: way, fields: values
        ).telling(form["notices"])
    }

    /// Each once, however often it was ticked.
    private func papers(in form: Site.Form) -> [String] {
        var papers: [String] = []
        for paper in form.lines("paper") where !papers.contains(paper) { papers.append(paper) }
        return papers
    }

    /// What is wrong with the answers to one question; `nil` when nothing is.
    func mistake(
        in submission: Filings.Submission, at question: Filings.Question
    ) -> Filings.Rejection? {
        do {
            try Filings.check(submission, against: self)
            return nil
        } catch {
            return error.question(in: self) == question.id ? error : nil
        }
    }

    /// The first question that still has to be answered, or answered otherwise.
    func next(after answers: Filings.Answers) -> Filings.Question? {
        let submission = submission(from: answers.form)
        let unseen = questions.first { question in
            !answers.seen.contains(question.id)
                && !(question == .proof && skipsProof(submission.applicant))
        }
        if let unseen { return unseen }
        do {
            try Filings.check(submission, against: self)
            return nil
        } catch {
            return error.question(in: self).flatMap(question)
        }
    }
}

extension Filings.Rejection {
    /// The page on which it is mended.
    func question(in offer: Filings.Offer) -> String? {
        if self == .contactNotShown { return Filings.Question.proof.id }
        guard let field else { return nil }
        return offer.questions.first { question in
            question.inputs.contains { $0.name == field }
        }?.id
    }
}
