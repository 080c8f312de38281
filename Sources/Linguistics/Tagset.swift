/// Universal parts of speech. Source: universaldependencies.org/u/pos.
package enum UPOS: String, Sendable, Hashable, CaseIterable {
  case adj = "ADJ"
  case adp = "ADP"
  case adv = "ADV"
  case aux = "AUX"
  case cconj = "CCONJ"
  case det = "DET"
  case intj = "INTJ"
  case noun = "NOUN"
  case num = "NUM"
  case part = "PART"
  case pron = "PRON"
  case propn = "PROPN"
  case punct = "PUNCT"
  case sconj = "SCONJ"
  case sym = "SYM"
  case verb = "VERB"
  case x = "X"
}

/// Penn Treebank tags as the English Universal Dependencies treebanks use them.
package enum XPOS: String, Sendable, Hashable, CaseIterable {
  case cc = "CC"
  case cd = "CD"
  case dt = "DT"
  case ex = "EX"
  case fw = "FW"
  case `in` = "IN"
  case jj = "JJ"
  case jjr = "JJR"
  case jjs = "JJS"
  case ls = "LS"
  case md = "MD"
  case nn = "NN"
  case nnp = "NNP"
  case nnps = "NNPS"
  case nns = "NNS"
  case pdt = "PDT"
  case pos = "POS"
  case prp = "PRP"
  case prpPossessive = "PRP$"
  case rb = "RB"
  case rbr = "RBR"
  case rbs = "RBS"
  case rp = "RP"
  case sym = "SYM"
  case to = "TO"
  case uh = "UH"
  case vb = "VB"
  case vbd = "VBD"
  case vbg = "VBG"
  case vbn = "VBN"
  case vbp = "VBP"
  case vbz = "VBZ"
  case wdt = "WDT"
  case wp = "WP"
  case wpPossessive = "WP$"
  case wrb = "WRB"
  case hyphen = "HYPH"
  case nfp = "NFP"
  case add = "ADD"
  case afx = "AFX"
  case gw = "GW"
  case xx = "XX"
  case leftBracket = "-LRB-"
  case rightBracket = "-RRB-"
  case openQuote = "``"
  case closeQuote = "''"
  case comma = ","
  case period = "."
  case colon = ":"
  case dollar = "$"
}

/// Universal relations, with the subtypes that event coding reads. Source: universaldependencies.org/u/dep.
package enum Relation: String, Sendable, Hashable, CaseIterable {
  case root
  case nsubj
  case nsubjPassive = "nsubj:pass"
  case nsubjOuter = "nsubj:outer"
  case csubj
  case csubjPassive = "csubj:pass"
  case obj
  case iobj
  case ccomp
  case xcomp
  case obl
  case oblAgent = "obl:agent"
  case oblUnmarked = "obl:unmarked"
  case vocative
  case expl
  case dislocated
  case advcl
  case advclRelative = "advcl:relcl"
  case advmod
  case discourse
  case aux
  case auxPassive = "aux:pass"
  case cop
  case mark
  case nmod
  case nmodPossessive = "nmod:poss"
  case nmodUnmarked = "nmod:unmarked"
  case nmodDescription = "nmod:desc"
  case appos
  case nummod
  case acl
  case aclRelative = "acl:relcl"
  case amod
  case det
  case detPredeterminer = "det:predet"
  case `case`
  case conj
  case cc
  case ccPreconj = "cc:preconj"
  case fixed
  case flat
  case list
  case parataxis
  case compound
  case compoundParticle = "compound:prt"
  case orphan
  case goeswith
  case reparandum
  case punct
  case dep
}

extension Relation {
  /// The relation without its subtype.
  @inlinable @inline(__always)
  package var universal: Relation {
    switch self {
    case .nsubjPassive, .nsubjOuter: .nsubj
    case .csubjPassive: .csubj
    case .oblAgent, .oblUnmarked: .obl
    case .advclRelative: .advcl
    case .auxPassive: .aux
    case .nmodPossessive, .nmodUnmarked, .nmodDescription: .nmod
    case .aclRelative: .acl
    case .detPredeterminer: .det
    case .ccPreconj: .cc
    case .compoundParticle: .compound
    default: self
    }
  }
}

// Tags are compared at every word. What the compiler makes of `==` by itself is called through a table from other rooms; this is
// compiled into them. A case without values is a byte.

extension UPOS {
  @inlinable @inline(__always)
  package static func == (a: Self, b: Self) -> Bool {
    unsafe unsafeBitCast(a, to: UInt8.self) == unsafeBitCast(b, to: UInt8.self)
  }
}

extension XPOS {
  @inlinable @inline(__always)
  package static func == (a: Self, b: Self) -> Bool {
    unsafe unsafeBitCast(a, to: UInt8.self) == unsafeBitCast(b, to: UInt8.self)
  }
}

extension Relation {
  @inlinable @inline(__always)
  package static func == (a: Self, b: Self) -> Bool {
    unsafe unsafeBitCast(a, to: UInt8.self) == unsafeBitCast(b, to: UInt8.self)
  }
}
