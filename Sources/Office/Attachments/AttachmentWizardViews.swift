// The page of the wizard on which papers get files.

import HTML
import ProcessModel
import WorkTime

struct FilingFilesView {
    let wizard: Filings.Wizard
    let frame: Site.Frame
    let limits: Attachments.Limits
    var refusal: Attachments.Rejection?
    /// Name of the input that the refusal is about.
    var wrong = ""

    private var address: Link { "/file/\(wizard.process.rawValue)/files" }

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.filingPage(lead + frame.text("filing.question.files"), of: wizard.process) {
            p(.class("hint")) {
                frame.text("filing.step", String(number), String(wizard.questions.count))
            }
            h1 { frame.text("filing.question.files") }
            if let refusal {
                Piece.errors(
                    frame.text("filing.mend"),
                    [.init(frame.say(refusal.sentence), fieldID: fieldID)])
            }
            p { frame.text("attachment.wizardLead", String(limits.fileMegabytes)) }
            frame.filesForm(to: address) {
                for (index, paper) in papers.enumerated() { field(paper, index) }
                Piece.acts {
                    Piece.submit(frame.text("filing.next"), .main)
                    Piece.submit(frame.text("attachment.stay"), name: "stay", value: "1")
                    Piece.act(frame.text("filing.back"), back)
                }
            }
            frame.warning(of: wizard.files.filter { $0.standing == .infected })
            for file in wizard.files {
                form(.method(.post), .action(address), .id("remove-\(file.id)")) {
                    input(.type(.hidden), .name("token"), .value(frame.formToken))
                    Piece.hiddenField("remove", file.id)
                }
            }
        }
    }

    /// Papers that the citizen has, and whatever has files already.
    private var papers: [String] {
        let chosen = Set(wizard.submission.papers + wizard.files.map(\.paper))
        let known = wizard.uploads
        let wanted = Array(known.dropFirst(wizard.offer.components.count))
        // A file stays to be seen and removed when the form does not ask for it any more.
        let left = Set(wizard.files.map(\.paper)).subtracting(known).sorted()
        return wizard.offer.components.filter(chosen.contains) + wanted + left
    }

    private func field(_ paper: String, _ index: Int) -> HTML {
        let name = Attachments.inputPrefix + paper
        let isWrong = refusal != nil && wrong == name
        return HTML {
            Piece.fileField(
                .init(
                    name, paper, optional: frame.text("word.optional"),
                    error: isWrong ? refusal.map { frame.say($0.sentence) } : nil,
                    id: "file-\(index)"))
            AttachmentListView(
                files: wizard.files.filter { $0.paper == paper }, frame: frame, mayOpen: false,
                act: removal
            ).html
        }
    }

    /// Belongs to a form of its own at the end of the page: forms do not stand in forms.
    private func removal(of file: Attachments.Shown) -> HTML {
        Piece.submit(
            frame.text("attachment.drop"), .small, .form("remove-\(file.id)"),
            .aria("label", frame.text("attachment.dropNamed", file.name)))
    }

    private var fieldID: String? {
        papers.firstIndex { Attachments.inputPrefix + $0 == wrong }.map { "file-\($0)" }
    }

    private var number: Int { (wizard.questions.firstIndex(of: .files) ?? 0) + 1 }

    private var back: Link {
        let questions = wizard.questions
        return number < 2
            ? "/file/\(wizard.process.rawValue)"
            : "/file/\(wizard.process.rawValue)/\(questions[number - 2].id)"
    }
}
