import JSONCoding

/// Answers in the examples of `rpc.discover`, of the articles in docs/demo.
enum RecordExamples {
  /// Of `events.get`.
  static let event: JSONValue = [
    "event": [
      "id": "8e10bfcc2c88a9a7-01", "article": "8e10bfcc2c88a9a7", "sequence": 14, "type": "SANCTION", "modes": [],
      "contexts": [], "cameo": "163", "quad": 4, "intensity": -6.0, "status": "occurred",
      "actors": [
        ["text": "Canada", "name": "Canada", "code": "CAN", "sector": "GOV", "start": 0, "end": 6]
      ],
      "recipients": [["text": "Belarus", "name": "Belarus", "code": "BLR", "start": 67, "end": 74]], "quantities": [],
      "trigger": ["text": "imposed", "start": 7, "end": 14],
      "evidence": ["text": "Canada imposed sanctions …", "start": 0, "end": 26], "confidence": 0.9,
      "rule": "sanction.impose",
    ],
    "article": [
      "id": "8e10bfcc2c88a9a7", "title": "Canada imposes sanctions on Belarus", "date": "2024-03-05",
      "date_basis": "metadata", "source": "Demo Wire", "text": "Canada imposed sanctions …",
    ],
  ]

  /// Of `daemon.status`.
  static let status: JSONValue = [
    "version": .string(Version.current), "pid": 4711, "started": "2024-03-09T08:00:00Z", "state": "running",
    "articles": 6, "events": 69, "queue": 0, "quarantined": 0, "sequence": 69,
    "last_snapshot": "2024-03-09T08:01:00Z", "spool": "/var/spool/newsd", "store": "/var/lib/newsd",
  ]
}
