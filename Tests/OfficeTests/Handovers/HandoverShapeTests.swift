// Shapes are for ever: the entry of a sheet, and what hostile words make of the pages.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `A handover sheet as its stream tells it` {
    private static let sheet = Handovers.Sheet(
        code: "BG-PA-170703-0001", office: "p", route: HandoverSamples.toStatus,
        at: QueueSamples.start, by: "chi",
        lines: [
            Handovers.Line(
                dossier: "PA-170703-0001", item: 1, papers: 3, giver: "chi", receiver: "ha")
        ])

    @Test func `is one entry of the shape that every ledger holds`() throws {
        let event = Handovers.Event.recorded(sheet: Self.sheet)
        let entry = try EventEncoding.entry(of: event, feature: Handovers.feature)
        #expect(entry.type == "handover.recorded")
        #expect(
            entry.payload.rendered == """
                {sheet: {at: "2017-07-03T09:00", by: "chi", code: "BG-PA-170703-0001", \
                lines: [{dossier: "PA-170703-0001", giver: "chi", item: 1, papers: 3, \
                receiver: "ha"}], office: "p", \
                route: {from: "p.mc", to: "p.tp", way: "give"}}}
                """)
        let told = try EventDecoding.event(
            Handovers.Event.self, entryType: entry.type, payload: entry.payload,
            feature: Handovers.feature)
        #expect(told == event)
    }

    @Test func `a second entry is not understood`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            let choices = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            let code = try #require(
                try await office.handOver(choices, HandoverSamples.toStatus, by: "chi").sheet)
            let entry = try #require(
                try await office.desk.read {
                    try $0.reader.entries(of: Handovers.stream(of: code), after: 0).first
                })
            let sheet = try Handovers.Sheet.told(by: entry, after: nil, zone: .indochina)
            #expect(sheet.code == code && sheet.lines.count == 1)
            #expect(throws: (any Error).self) {
                _ = try Handovers.Sheet.told(by: entry, after: sheet, zone: .indochina)
            }
        }
    }

    @Test func `numbers go on by office and day`() async throws {
        try await DossierTestOffice.run { office in
            var sheets: [String] = []
            for moment in ["2017-07-03T09:00", "2017-07-03T10:00", "2017-07-04T09:00"] {
                try office.set(moment)
                try await office.receive()
                let choices = try await office.handoverChoices(
                    HandoverSamples.toStatus, of: "chi")
                let found = try await office.handOver(
                    choices, HandoverSamples.toStatus, by: "chi", key: moment)
                sheets.append(try #require(found.sheet))
            }
            #expect(
                sheets == ["BG-PA-170703-0001", "BG-PA-170703-0002", "BG-PA-170704-0001"])
        }
    }

    @Test func `a name that is erased by law is gone from the sheet too`() async throws {
        try await DossierTestOffice.run { office in
            let dossier = try await office.receive()
            let choices = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            let code = try #require(
                try await office.handOver(choices, HandoverSamples.toStatus, by: "chi").sheet)
            _ = try await office.desk.store.write {
                try $0.erasePersonal(id: "applicant/\(dossier)", at: 1, basis: "theo yêu cầu")
            }
            #expect(try await office.handoverSheet(code, as: "chi").lines[0].applicant == nil)
            let page = try await office.open("/handovers/sheets/\(code)", as: "chi")
            #expect(page.status == .ok && !page.text.contains("Đặng Thị Hư Cấu"))
        }
    }
}

@Suite struct `Hostile input about handovers` {
    @Test(arguments: HostileText.all)
    func `is shown as the text it is, on every page`(_ words: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.receive { $0.applicant.name = "Tên " + words }
            let choices = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            let list = try await office.open("/handovers", as: "chi")
            let route = DossierTestOffice.encoded(HandoverSamples.toStatus.text)
            let item = DossierTestOffice.encoded(choices[0].text)
            let preview = try await office.open(
                "/handovers/preview?route=\(route)&item=\(item)", as: "chi")
            _ = try await office.handOver(choices, HandoverSamples.toStatus, by: "chi")
            let sheet = try await office.open("/handovers/sheets/BG-PA-170703-0001", as: "chi")
            for page in [list, preview, sheet] {
                #expect(page.status == .ok)
                page.expectSound(words)
                #expect(page.text.contains(HostileText.shown(words)))
            }
            let text = DossierTestOffice.encoded(words)
            for path in [
                "/handovers/preview?route=\(text)&item=\(text)",
                "/handovers/preview?route=\(route)&item=\(text)",
            ] {
                let refused = try await office.open(path, as: "chi")
                #expect(refused.status == .unprocessableContent)
                refused.expectSound(words)
            }
            let after = try await office.open("/handovers/sheets?after=\(text)", as: "chi")
            #expect(after.status == .ok)
            let posted = try await office.post(
                "/handovers", as: "chi", [("route", words), ("item", words)])
            #expect(posted.status == .unprocessableContent)
            posted.expectSound(words)
        }
    }

    @Test func `pages have all their words in both languages`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<2 { try await office.receive() }
            let choices = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            let fields = [("route", HandoverSamples.toStatus.text), ("item", choices[0].text)]
            let query = String(decoding: DossierTestOffice.encoded(fields), as: UTF8.self)
            _ = try await office.handOver([choices[1]], HandoverSamples.toStatus, by: "chi")
            for path in [
                "/handovers", "/handovers/preview?\(query)", "/handovers/preview",
                "/handovers/sheets", "/handovers/sheets/BG-PA-170703-0001",
            ] {
                for language in ["vi", "en"] {
                    let page = try await office.open(path, as: "chi", language: language)
                    #expect(page.missingWords.isEmpty, "\(path) \(page.missingWords)")
                }
            }
            let english = try await office.open("/handovers", as: "ha", language: "en")
            #expect(english.text.contains("From Một cửa phường A"))
        }
    }
}
