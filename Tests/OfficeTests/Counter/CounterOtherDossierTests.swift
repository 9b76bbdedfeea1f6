// The intake at the counter holds nothing of another dossier, whatever its address says: a code
// that comes along opens nothing before the person consents (docs/decisions/0049).

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The intake at the counter` {
    @Test(arguments: ["", "?from={code}", "?copy={code}&dossier={code}", "?ticket=1&last=1"])
    func `begins empty, for who has just taken in a dossier of the same person`(
        _ query: String
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive {
                $0.applicant.name = "Ngô Thị Hư Cấu"
                $0.applicant.identity = "079123456789"
                $0.applicant.phone = "0912345999"
                $0.applicant.address = "Số 9, phố Minh Họa"
            }
            let path = "/counter/KS-01" + query.replacing("{code}", with: code)
            let page = try await office.open(path, as: "chi")
            let json = try await office.open(path, as: "chi", wantsJSON: true)
            for answer in [page, json] {
                #expect(answer.status == .ok)
                for value in ["Ngô Thị Hư Cấu", "079123456789", "0912345999", "phố Minh Họa"] {
                    #expect(!answer.text.contains(value), "\(path): \(value)")
                }
            }
        }
    }
}
