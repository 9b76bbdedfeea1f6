// What may be sent, who may act when, and what may be published.

import Engine
import WorkTime

extension Petitions {
    /// Checks the answers in the order of the form.
    static func check(_ submission: Submission, offices: [UnitID]) throws(Rejection) {
        if submission.kind == nil { throw .kindMissing }
        if !offices.contains(submission.office) { throw .officeUnknown }
        let sender = submission.sender
        if sender.subject.allSatisfy(\.isWhitespace) { throw .subjectMissing }
        if sender.subject.count > subjectMaximum { throw .subjectTooLong }
        try check(words: sender.words)
        if sender.dossier.count > Tracking.codeMaximum { throw .dossierTooLong }
        if sender.name.count > nameMaximum { throw .nameTooLong }
        if !Dossiers.isPhone(sender.phone) { throw .phoneInvalid }
        if !Filings.isEmail(sender.email) { throw .emailInvalid }
    }

    static func check(words: String) throws(Rejection) {
        if words.allSatisfy(\.isWhitespace) { throw .wordsMissing }
        if words.count > wordsMaximum { throw .wordsTooLong }
    }

    static func check(_ publication: Publication) throws(Rejection) {
        let texts = [publication.title, publication.question, publication.answer]
        if texts.contains(where: { $0.allSatisfy(\.isWhitespace) }) { throw .publicTextMissing }
        if publication.title.count > subjectMaximum
            || texts.contains(where: { $0.count > wordsMaximum })
        {
            throw .publicTextTooLong
        }
    }

    /// Whether a text for everybody holds a value of the sender. What the sender did not say about
    /// himself, or whom else the words name, only a reader can tell.
    static func names(_ sender: Sender?, in publication: Publication) -> Bool {
        guard let sender else { return false }
        let veil = Tracking.Veil(
            [sender.name, sender.phone, sender.email, sender.dossier].filter { !$0.isEmpty })
        return [publication.title, publication.question, publication.answer]
            .contains { veil($0) != $0 }
    }

    /// Who may do it, and whether the petition is there yet, or still there.
    static func check(
        _ act: Act, on petition: Petition, by hand: Hand
    ) throws(Rejection) {
        switch act {
        case .publish:
            guard hand.holds || hand.isInCharge else { throw .onlyForHolder }
            if petition.standing != .answered { throw .notAnswered }
        case .conceal:
            guard hand.holds || hand.isInCharge else { throw .onlyForHolder }
            if petition.publication == nil { throw .notPublished }
        case .assign:
            if petition.standing.isEnded { throw .ended }
            guard hand.holds || hand.isInCharge else { throw .onlyForCharge }
        case .reply:
            guard let question = petition.question else { throw .notAsked }
            let isForSender = question.to == nil
            guard isForSender ? hand.isSender : hand.isAsked else { throw .notAsked }
        case .ask, .answer, .refuse, .forward:
            if petition.standing.isEnded { throw .ended }
            guard hand.holds else { throw .onlyForHolder }
            if case .ask = act, petition.question != nil { throw .alreadyAsked }
        }
    }
}
