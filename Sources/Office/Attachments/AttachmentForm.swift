// What a form with files came to.

import Multipart
import WorkTime

extension Attachments {
    /// Fields as of any form; the files are on the disk by then.
    struct Sent: Sendable {
        var form: Site.Form
        /// Names of the inputs with the papers of their files, in order.
        var papers: [String] = []
        /// Digests in order: the same form sent again is the same command.
        var digests: [String] = []
        /// Why reading stopped, and at which input. What came before it is kept.
        var refusal: Rejection?
        var input = ""

        /// What was sent, for the key of the command.
        func fingerprint(for name: String) -> [UInt8] {
            form.fingerprint(for: name)
                + Array(zip(papers, digests).flatMap { "\($0) \($1)\n".utf8 })
        }
    }

    /// Names of inputs for files begin with this; the name of the paper follows.
    static let inputPrefix = "file."

    static func paper(ofInput name: String) -> String? {
        name.hasPrefix(inputPrefix) ? String(name.dropFirst(inputPrefix.count)) : nil
    }
}

extension Attachments.Limits {
    var ofMultipart: MultipartLimits {
        MultipartLimits(fileBytes: fileBytes, bodyBytes: requestBytes)
    }

    /// What a person is told of a body that is not read on.
    func rejection(of flaw: MultipartFlaw) -> Attachments.Rejection {
        switch flaw {
        case .fileTooLarge: .fileTooLarge(megabytes: fileMegabytes)
        case .bodyTooLarge: .requestTooLarge(megabytes: requestBytes / Self.megabyte)
        case .tooManyParts: .tooMany(files)
        default: .formBroken
        }
    }
}

extension MultipartFlaw {
    /// The input whose file was too large.
    var input: String { if case .fileTooLarge(let name) = self { name } else { "" } }
}
