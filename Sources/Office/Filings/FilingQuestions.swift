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

    /// Whether an input of that name stands on the page of a question.
    static func owns(_ question: Question, _ name: String) -> Bool {
        if case .field(let field) = question { return field.owns(name) }
        return question.inputs.contains { $0.name == name }
    }

    /// Answers as they were typed, by the names of the inputs. Papers repeat their name.
    struct Answers: Hashable, Sendable {
        var form: Site.Form
        /// Pages that were sent, right or not.
        var seen: Set<String>
        /// What was filled in from an earlier filing and still stands so.
        var prefill: Prefills.Filled?

        static func == (a: Answers, b: Answers) -> Bool {
            a.form == b.form && a.seen == b.seen && a.prefill == b.prefill
        }
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

    /// Those that are asked, given the answers so far: an answer may open or close others.
    func questions(after answers: Filings.Answers) -> [Filings.Question] {
        let asked = Set(
            fields.asked(of: fields.values(in: answers.form, on: today)).map(\.key))
        return questions.filter { question in
            if case .field(let field) = question { return asked.contains(field.key) }
            return true
        }
    }

    func question(_ id: String) -> Filings.Question? { questions.first { $0.id == id } }

    /// Papers that can get files: those of the procedure, and those that the form asks for.
    func uploads(in form: Site.Form) -> [String] {
        let values = fields.values(in: form, on: today)
        let asked = fields.asked(of: values).filter {
            $0.type == .file && values[$0.key] == .text("file")
        }
        return components + asked.map(\.label).filter { !components.contains($0) }
    }

    /// The answers as what would be sent. Answers to what is not asked are dropped.
    /// - Parameter files: Papers that have files: whoever wanted to send one and did not brings the
    ///   paper.
    func submission(from form: Site.Form, files: Set<String> = []) -> Filings.Submission {
        var personal: [String: String] = [:]
        var values: [String: FieldValue] = [:]
        let given = fields.values(in: form, on: today)
        for field in fields.asked(of: given) {
            guard var value = given[field.key] else { continue }
            if field.type == .file, value == .text("file"), !files.contains(field.label) {
                value = .text("paper")
            }
            if field.personal {
                personal[field.key] = field.type.isPlain ? form[field.input] : value.text
            } else {
                values[field.key] = value
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
        let unseen = questions(after: answers).first { question in
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
            Filings.owns(question, field)
        }?.id
    }
}
