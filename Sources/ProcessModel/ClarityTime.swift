// Rules about time: a time for each step, a limit for the whole, steps that fit into it, and a
// clock that goes on after each pause.

import WorkTime

extension ClarityCheck {
    /// The limit, and the steps against it.
    mutating func wholeTime() {
        let sum = gate.timeSum(of: version)
        guard let limit = sum.limit, let total = version.total else {
            report(
                .clearTime, at: nil,
                Bilingual(
                    vi: "quy trình chưa có thời hạn chung; các bước cộng lại "
                        + sum.phrase(ofMinutes: sum.minutes).vi,
                    en: "the process has no limit of its own; its steps add up to "
                        + sum.phrase(ofMinutes: sum.minutes).en),
                mend: Bilingual(
                    vi: "ghi thời hạn đã công bố vào total, ví dụ “15 working_days”",
                    en: "write the published limit as total, for example “15 working_days”"))
            return
        }
        if total.amount < 0 {
            report(
                .clearTime, at: nil,
                Bilingual(vi: "thời hạn chung là số âm", en: "its limit is below zero"),
                mend: Bilingual(
                    vi: "ghi thời hạn đã công bố, từ 0 trở lên",
                    en: "write the published limit, 0 or more"))
            return
        }
        let steps = sum.phrase(ofMinutes: sum.minutes)
        let whole = total.tablePhrase
        if sum.exceedsLimit {
            let excess = sum.phrase(ofMinutes: sum.minutes - limit)
            report(
                .longestPath, at: nil,
                Bilingual(
                    vi: "các bước cộng lại \(steps.vi), vượt thời hạn \(whole.vi) là \(excess.vi)",
                    en: "the steps add up to \(steps.en), \(excess.en) above the limit of "
                        + whole.en),
                mend: Bilingual(
                    vi: "rút ngắn các bước, hoặc sửa thời hạn cho khớp với bản đã công bố",
                    en: "shorten the steps, or mend the limit where it was copied wrongly"))
        } else if sum.usesLessThanHalf {
            report(
                .halfOfTotal, .warning, at: nil,
                Bilingual(
                    vi: "các bước cộng lại \(steps.vi), chưa bằng nửa thời hạn \(whole.vi)",
                    en: "the steps add up to \(steps.en), less than half of the limit of "
                        + whole.en),
                mend: Bilingual(
                    vi: "xem lại thời gian các bước, hoặc công bố thời hạn ngắn hơn",
                    en: "look at the times of the steps again, or publish a shorter limit"))
        }
    }

    mutating func time(of step: Step, at index: Int) {
        let node = graph.nodes[index]
        switch step.time {
        case .term(let term) where term.amount < 0:
            report(
                .time, at: node,
                Bilingual(vi: "thời gian là số âm", en: "its time is below zero"),
                mend: Bilingual(vi: "ghi thời gian từ 0 trở lên", en: "write a time of 0 or more"))
        case .term: break
        case .withinTotal:
            report(
                .withinTotal, .warning, at: node,
                Bilingual(
                    vi: "không có thời gian riêng, nằm trong thời hạn chung",
                    en: "has no time of its own, it lies within the total"),
                mend: Bilingual(
                    vi: "ghi thời gian của bước khi đã được công bố",
                    en: "write the time of the step once it has been published"))
        case nil where step.performer == .applicant || step.clock == .applicant: break
        case nil:
            report(
                .time, at: node, Bilingual(vi: "chưa có thời gian", en: "has no time"),
                mend: Bilingual(
                    vi: "ghi thời gian, ví dụ “2 working_days”, “same_day” hoặc “within_total”",
                    en: "write a time: “2 working_days”, “same_day” or “within_total”"))
        }
        if step.clock == .pause { pause(at: index) }
        if step.conditional { wayPast(index) }
    }

    /// A step of some cases needs a way that passes it by, or every case takes it.
    private mutating func wayPast(_ index: Int) {
        let reached = graph.reached(from: graph.starts) { $0 != index }
        let passed = graph.ends.contains { reached[$0] }
        if passed { return }
        report(
            .conditionalWay, .warning, at: graph.nodes[index],
            Bilingual(
                vi: "chỉ làm khi cần, nhưng mọi đường đều đi qua",
                en: "is for some cases only, yet every way leads through it"),
            mend: Bilingual(
                vi: "thêm nút rẽ có điều kiện ở trước bước này",
                en: "put a gateway with a condition before it"))
    }

    /// After a pause no way may lead to the end without the clock going on.
    private mutating func pause(at index: Int) {
        let reached = graph.reached(from: [index]) { other in
            guard let step = graph.nodes[other].step else { return true }
            return step.clock != .resume && step.clock != .restart && step.clock != .pauseAndResume
        }
        let ended = graph.ends.contains { end in
            reached[end] && graph.nodes[end].kind == .end(.finished)
        }
        guard ended else { return }
        report(
            .pauseResume, at: graph.nodes[index],
            Bilingual(
                vi: "dừng tính giờ, nhưng có đường đến kết thúc mà không chạy tiếp",
                en: "pauses the clock, yet a way leads to the end on which it never goes on"),
            mend: Bilingual(
                vi: "đặt clock: resume ở bước nhận lại hồ sơ hoặc chứng từ",
                en: "set clock: resume at the step that takes the case back"))
    }
}
