// Which backups of a folder may go.

import WorkTime

/// How many backups stay, or for how long; nothing set keeps all.
struct BackupRetention: Hashable {
    var count: Int?
    var days: Int?

    /// Which of the backups go, given oldest first. The newest one never does.
    func expired(_ backups: [BackupFolder.Backup], at now: Instant) -> [BackupFolder.Backup] {
        let older = backups.dropLast()
        var gone: [BackupFolder.Backup] = []
        for (index, backup) in older.enumerated() {
            let isBeyond = count.map { backups.count - index > $0 } ?? false
            let age = now.milliseconds - backup.at.milliseconds
            let isOld = days.map { age > Int64($0) * 24 * 3_600_000 } ?? false
            if isBeyond || isOld { gone.append(backup) }
        }
        return gone
    }
}
