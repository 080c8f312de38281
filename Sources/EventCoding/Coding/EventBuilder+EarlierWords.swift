import Linguistics
import NewsModel

// Days that are not the article's, though the sentence has no date of its own.
extension EventBuilder {
  /// How many sentences may lie between two sayings of one occasion.
  private static let reach: Int32 = 3

  /// The day of what somebody went on to say: "said on Friday in Oslo. He also said …".
  ///
  /// The last saying before, in the same paragraph or near, of the same speaker that has a day of its own; others of that speaker may lie between.
  func dayOfEarlierWords(of speakers: [Party], before token: Int) -> TimeExpression? {
    var sentence = tree.sentences[token]
    for utterance in speech.utterances.reversed() where utterance.cue < token {
      let distance = sentence - tree.sentences[utterance.cue]
      guard distance <= Self.reach else { return nil }
      guard distance > 0, tree.isVerb(utterance.cue), utterance.speakers.contains(where: { isOne(of: speakers, $0) })
      else {
        continue
      }
      if let time = circumstances.time(of: cueTrigger(utterance.cue)) { return isRecentDay(time) ? time : nil }
      sentence = tree.sentences[utterance.cue]
    }
    return nil
  }

  /// A day of the month before the article's: "in 2005" may belong to what was said.
  private func isRecentDay(_ time: TimeExpression) -> Bool {
    guard let range = time.range, let day = articleDay else { return false }
    return range.start >= Timestamp(day.adding(days: -31)) && range.end.seconds - range.start.seconds <= 2 * 86_400
  }

  private func isOne(of speakers: [Party], _ other: Party) -> Bool {
    speakers.contains { speaker in
      guard let name = speaker.name, let known = other.name else { return false }
      return name == known && speaker.sector == other.sector
    }
  }

  /// "previously", "in the past", "at the time": it was another day.
  func isToldOfEarlier(_ verb: Int) -> Bool {
    tree.children(verb).contains { child in
      let word = document.word(child)
      switch tree.relation(child).universal {
      case .advmod: return lexicon.has(.earlier, word)
      case .obl:
        return word == "past" && tree.preposition(child) == "in" || word == "time" && tree.preposition(child) == "at"
      default: return false
      }
    }
  }
}
