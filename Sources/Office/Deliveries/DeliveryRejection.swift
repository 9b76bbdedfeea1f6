// Why something may not be done with a delivery.

import Engine
import WorkTime

extension Deliveries {
    public enum Rejection: Error, Hashable, Sendable {
        /// No such dossier or delivery, or not for this viewer.
        case unknown(String)
        case officeUnknown(String)
        case actUnknown(String)
        case mayNotRun
        case mayNotCarry
        case mayNotPlan
        /// The result is received in person: it is never brought.
        case presenceRequired
        /// The procedure is not returned that way.
        case notOffered
        case dossierEnded(Dossiers.Status)
        case nameMissing
        case phoneInvalid
        case addressMissing
        case textTooLong(field: String)
        case carrierNotOffered
        case giftNotOffered
        case slotUnknown
        case slotPast
        case underWay(Standing)
        case alreadyDelivered(LocalMinute)
        case notPossible(Standing)
        case postHasNoSlot
        case officerMissing
        case officerUnknown
        case resultNotReady
        case resultNotAtCounter
        case otherDay(DayNumber)
        case checkMissing(field: String)
        case proofMissing
        case paperInvalid
        case codeWrong(left: Int)
        case codeLocked
        case tooMany
        case rulesMissing
        case ruleInvalid(row: Int)
        case dayInvalid(String)
        /// The page of a citizen is older than its proof, or somebody made it up.
        case proofOld
        case pictureUnknown
        case noPicture(PictureKind)
        case pictureInfected(PictureKind)
        case signatureTooLarge
        case tooManyPictures(PictureKind)
        /// A file that was refused while it came in, at its input.
        case fileRefused(field: String, Attachments.Rejection)
        case amountInvalid(field: String)
        case feeDaysInvalid
        case feeOverlaps(Int)
        case feeUnknown(Int)
        case feeEndPast
        case feeEndLater(DayNumber)
        case sourceMissing
        case tooManyFees
        case processUnknown
        case centreMissing
        case repeatFree
        case nothingDue
        case receiptMissing
        case alreadyTaken
    }
}
