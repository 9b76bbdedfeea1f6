// The QR code on the papers of a dossier: a camera comes to the page where it is followed.

import Engine
import HTML
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `The code on the papers of a dossier` {
    /// The drawing that the paper must hold.
    private func drawing(_ address: String, _ label: String) -> String {
        Piece.qr(address, label: label).string
    }

    @Test(arguments: ["receipt", "slip"])
    func `leads to the page where the dossier is followed`(_ paper: String) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let page = try await office.open("/dossiers/\(code)/\(paper)", as: "chi")
            #expect(page.status == .ok)
            #expect(
                page.text.contains(
                    drawing(
                        "http://127.0.0.1:8080/track?code=\(code)",
                        "Mã QR mở trang theo dõi hồ sơ \(code)")))
            #expect(page.text.contains("Quét mã để theo dõi hồ sơ."))
            // The slip has a second code: its stamp.
            #expect(page.text.count(of: "role=\"img\"") == (paper == "slip" ? 2 : 1))
        }
    }

    @Test func `leads where the installer says the site is`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let address = try #require(Site.PublicAddress(stating: "https://motcua.example.vn/"))
            let elsewhere = DossierTestOffice(
                desk: office.desk,
                house: Site.House(
                    desk: office.desk, texts: try .bundled(), assets: [:],
                    clock: office.house.clock, demoAccounts: [], publicAddress: address),
                sources: office.sources)
            let page = try await elsewhere.open(
                "/dossiers/\(code)/receipt", as: "chi", language: "en")
            #expect(
                page.text.contains(
                    drawing(
                        "https://motcua.example.vn/track?code=\(code)",
                        "QR code that opens the tracking page of dossier \(code)")))
        }
    }

    /// A code is data: whatever it holds, the address stays one address.
    @Test func `is encoded in its address`() throws {
        var frame = Site.Frame(
            texts: try .bundled(), assets: [:], language: .vi, viewer: nil,
            now: LocalMinute(rawValue: 0), isDemo: false, path: "/", formToken: "",
            commandKey: "")
        frame.publicAddress = "https://a.vn"
        #expect(frame.trackingAddress(of: "a&b=c #d") == "https://a.vn/track?code=a%26b%3Dc%20%23d")
    }
}

extension String {
    /// How often the words stand in the text.
    func count(of words: String) -> Int { ranges(of: words).count }
}
