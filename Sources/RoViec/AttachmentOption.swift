// How a server takes files of papers: how large, and who looks for viruses.

import ArgumentParser
import Office
import VirusScan
import WorkTime

struct AttachmentOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "clamd that looks for viruses in files that were sent, on this machine or in a "
                + "trusted net. Without it files are opened with a warning. All nodes of an "
                + "office name one, or none.",
            valueName: "tcp://host:port | unix:/path"))
    var clamd: String?

    @Option(help: "Megabytes of one file that a citizen or an officer adds: 1 to 32.")
    var fileMegabytes = 10

    func validate() throws {
        if clamd != nil, scanner == nil {
            throw ValidationError(
                vi: "--clamd nhận tcp://máy:cổng hoặc unix:/đường/dẫn, ví dụ "
                    + "unix:/run/clamav/clamd.ctl.",
                en: "--clamd takes tcp://host:port or unix:/path, for instance "
                    + "unix:/run/clamav/clamd.ctl.")
        }
        if !Attachments.Limits.megabytesRange.contains(fileMegabytes) {
            throw ValidationError(
                vi: "--file-megabytes nhận từ 1 đến 32.", en: "--file-megabytes takes 1 to 32.")
        }
    }

    var scanner: VirusScanner? { clamd.flatMap { VirusScanner($0) } }

    var settings: Attachments.Settings {
        Attachments.Settings(
            limits: Attachments.Limits(fileMegabytes: fileMegabytes), hasScanner: scanner != nil)
    }

    /// What a server says about it when it starts.
    func line(in texts: Site.Texts) -> String {
        guard let scanner else { return texts.both("attachment.serve.off") }
        return texts.both("attachment.serve.on", scanner.text)
    }
}
