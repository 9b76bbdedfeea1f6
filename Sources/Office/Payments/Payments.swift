// Payments: what a dossier owes, how it is paid, and what an office settles for a quarter.
//
// Start here. The fee that the counter takes with a dossier stands in its register; a fee that is
// asked afterwards, or paid later by transfer, is a payment. All payments of a dossier are one
// stream, `payment/<code>`; the account of an office, to which citizens transfer, is one too,
// `paymentAccount/<office>`. Officers of the counter write them, leaders read them.
// - PaymentNoun: what the streams tell.  PaymentRules, PaymentRefusals: commands, events, refusals.
// - PaymentDesk: load, decide, append.  PaymentTables: the read tables.
// - PaymentVietQR: the text of the code that a banking app reads.  PaymentPurpose: the code of a
//   dossier in the words of a bank.
// - PaymentStatementImport, PaymentAmountText: a bank's statement.  PaymentMatchingRules: which
//   line pays what; nothing is written before a person confirms it.
// - PaymentQueries, PaymentStatementQueries, PaymentSettlementQueries, PaymentSettlementText.
// - PaymentPages, PaymentStatementPages, PaymentSettlementPages and their views: /payments,
//   /payments/account, /payments/statement, /payments/settlement, /dossiers/CODE/payments.
// A transfer is never believed unseen: it counts when somebody has found it on the account.

/// Namespace of the feature.
public enum Payments {}
