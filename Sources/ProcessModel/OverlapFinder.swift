// Overlaps between the processes of an office: the same work, form or product twice.

import WorkTime

/// Places that seem to do the same, with what they share.
public struct Overlap: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// Two processes of one title.
        case sameTitle
        /// Different units do the same work.
        case sameWork
        /// Different units do work of nearly the same words; share of words in common, 0…1.
        case similarWork(Double)
        /// Different processes have a form of the same title or code.
        case sameForm
        /// Different units yield the same product.
        case sameProduct
    }

    public struct Place: Hashable, Sendable {
        public var process: ProcessCode
        /// `nil` for the process as a whole.
        public var node: NodeID?
        public var unit: String
        /// The text that was compared, as written.
        public var text: String
    }

    public var reason: Reason
    /// Two or more, in the order of the catalogue.
    public var places: [Place]

    /// One sentence that says what was found.
    public var explanation: Bilingual {
        let text = places.first?.text ?? ""
        let processes = Set(places.map(\.process)).count
        let units = Set(places.map(\.unit)).count
        return switch reason {
        case .sameTitle:
            Bilingual(
                vi: "\(processes) quy trình cùng tên “\(text)”",
                en: "\(processes) processes are called “\(text)”")
        case .sameWork:
            Bilingual(
                vi: "việc “\(text)” có ở \(units) đơn vị, trong \(processes) quy trình",
                en: "the work “\(text)” is done by \(units) units, in \(processes) processes")
        case .similarWork(let share):
            Bilingual(
                vi: "việc gần giống nhau (\(Int(share * 100))% số từ): “\(text)” và "
                    + "“\(places.last?.text ?? "")”",
                en: "nearly the same work (\(Int(share * 100))% of the words): “\(text)” and "
                    + "“\(places.last?.text ?? "")”")
        case .sameForm:
            Bilingual(
                vi: "biểu mẫu “\(text)” có ở \(processes) quy trình",
                en: "the form “\(text)” stands in \(processes) processes")
        case .sameProduct:
            Bilingual(
                vi: "sản phẩm “\(text)” do \(units) đơn vị cùng làm ra",
                en: "the product “\(text)” is made by \(units) units")
        }
    }
}

/// Looks for overlaps across a catalogue. Works by keys and rare words, so that a thousand
/// processes need no comparison of each with each.
public struct OverlapFinder: Sendable {
    /// Least share of words in common, of the words of both.
    public var leastShare: Double
    /// Works of fewer words say too little to be compared (“Ký duyệt”).
    public var leastWords: Int

    public init(leastShare: Double = 0.75, leastWords: Int = 3) {
        self.leastShare = leastShare
        self.leastWords = leastWords
    }

    public func overlaps(in versions: [ProcessVersion]) -> [Overlap] {
        var titles = OverlapGroups()
        var works = OverlapGroups()
        var forms = OverlapGroups()
        var products = OverlapGroups()
        for version in versions {
            titles.add(version.title, place(in: version, nil, unit: version.ownerUnit))
            for form in version.forms {
                forms.add(form.title, place(in: version, nil, unit: version.ownerUnit))
            }
            for node in version.nodes {
                guard let step = node.step else { continue }
                let unit = step.performer?.overlapUnit ?? version.ownerUnit
                works.add(step.work, place(in: version, node.id, unit: unit))
                // A product that a rule filled in repeats the words of the work.
                if !step.derived.contains(.product) {
                    products.add(step.product, place(in: version, node.id, unit: unit))
                }
            }
        }
        return titles.overlaps(.sameTitle) { $0.process.rawValue }
            + works.overlaps(.sameWork, leastWords: leastWords, by: \.unit)
            + similar(works)
            + forms.overlaps(.sameForm) { $0.process.rawValue }
            + products.overlaps(.sameProduct, leastWords: leastWords, by: \.unit)
    }

    private func place(
        in version: ProcessVersion, _ node: NodeID?, unit: String
    ) -> Overlap.Place {
        Overlap.Place(process: version.code, node: node, unit: unit, text: "")
    }

    /// Pairs of different texts that share most of their words and belong to different units.
    private func similar(_ works: OverlapGroups) -> [Overlap] {
        let texts = works.groups.filter { $0.words.count >= leastWords }
        let pairs = SimilarPairs.find(among: texts.map { Set($0.words) }, leastShare: leastShare)
        return pairs.compactMap { pair in
            let places =
                texts[pair.first].places.prefix(1)
                + texts[pair.second].places.filter {
                    $0.unit != texts[pair.first].places.first?.unit
                }.prefix(1)
            guard places.count == 2 else { return nil }
            return Overlap(reason: .similarWork(pair.share), places: Array(places))
        }
    }
}

extension Performer {
    /// The unit or body, as a key.
    fileprivate var overlapUnit: String? {
        if case .body(let name) = self { return name }
        return unit?.phrase.vi
    }
}
