// One sentence in the two languages of the product.

/// A sentence for people, Vietnamese first. Errors and findings of the ledger carry one each.
public struct LedgerSentence: Hashable, Sendable {
    public var vi: String
    public var en: String

    public init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }
}
