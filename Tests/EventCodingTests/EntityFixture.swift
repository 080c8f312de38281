/// Trees for the tests of actors and places: one sentence or two each, fixed so that new weights do not change what is tested.
///
/// A line is a token: form, UPOS, XPOS, head in its sentence, relation, name; "+" after the form says that no blank follows.
enum EntityFixture {
  static let diplomats = """
    Russian ADJ JJ 4 amod B-NORP
    and CCONJ CC 3 cc
    US PROPN NNP 1 conj B-GPE
    diplomats NOUN NNS 6 nsubj
    will AUX MD 6 aux
    meet VERB VB 0 root
    in ADP IN 8 case
    Geneva PROPN NNP 6 obl B-GPE
    next ADJ JJ 10 amod
    week+ NOUN NN 6 obl:unmarked
    . PUNCT . 6 punct
    """

  static let deputyPrimeMinister = """
    Ukraine+ PROPN NNP 5 nmod:poss B-GPE
    's PART POS 1 case
    deputy NOUN NN 5 compound
    prime ADJ JJ 5 amod
    minister+ NOUN NN 10 obl
    , PUNCT , 7 punct
    Olga PROPN NNP 5 appos B-PERSON
    Stefanishyna+ PROPN NNP 7 flat I-PERSON
    , PUNCT , 5 punct
    met VERB VBD 0 root
    NATO PROPN NNP 12 compound B-ORG
    officials+ NOUN NNS 10 obj
    . PUNCT . 10 punct

    She PRON PRP 2 nsubj
    said VERB VBD 0 root
    Kyiv PROPN NNP 5 nsubj B-PERSON
    was AUX VBD 5 cop
    ready+ ADJ JJ 2 ccomp
    . PUNCT . 2 punct
    """

  static let alliance = """
    NATO PROPN NNP 2 compound B-ORG
    chief NOUN NN 3 nmod:desc
    Jens PROPN NNP 5 nsubj B-PERSON
    Stoltenberg PROPN NNP 3 flat I-PERSON
    warned VERB VBD 0 root
    Russia PROPN NNP 5 obj B-GPE
    on ADP IN 8 case
    Monday+ PROPN NNP 5 obl
    . PUNCT . 5 punct

    The DET DT 3 det
    NATO PROPN NNP 3 compound B-ORG
    chief NOUN NN 4 nsubj
    said VERB VBD 0 root
    the DET DT 6 det
    alliance NOUN NN 8 nsubj
    was AUX VBD 8 cop
    ready+ ADJ JJ 4 ccomp
    . PUNCT . 4 punct
    """

  static let officialsFrom = """
    Officials NOUN NNS 12 nsubj
    from ADP IN 3 case
    Russia+ PROPN NNP 1 nmod B-GPE
    , PUNCT , 7 punct
    the DET DT 7 det
    United ADJ NNP 7 amod B-GPE
    States PROPN NNPS 3 conj I-GPE
    and CCONJ CC 11 cc
    its PRON PRP$ 11 nmod:poss
    NATO PROPN NNP 11 compound B-ORG
    allies NOUN NNS 3 conj
    met VERB VBD 0 root
    on ADP IN 14 case
    Monday+ PROPN NNP 12 obl
    . PUNCT . 12 punct
    """

  static let spokeswoman = """
    Russian ADJ JJ 3 amod B-NORP
    Foreign ADJ NNP 3 amod B-ORG
    Ministry PROPN NNP 4 compound I-ORG
    spokeswoman NOUN NN 5 nmod:desc
    Maria PROPN NNP 7 nsubj B-PERSON
    Zakharova PROPN NNP 5 flat I-PERSON
    spoke VERB VBD 0 root
    on ADP IN 9 case
    television+ NOUN NN 7 obl
    . PUNCT . 7 punct

    She PRON PRP 2 nsubj
    criticized VERB VBD 0 root
    Washington+ PROPN NNP 2 obj B-GPE
    . PUNCT . 2 punct
    """

  static let brokenTitle = """
    Russian ADJ JJ 3 amod B-NORP
    Foreign ADJ NNP 3 amod B-ORG
    Ministry PROPN NNP 4 compound I-ORG
    spokeswoman NOUN NN 7 nsubj
    Maria PROPN NNP 7 nsubj B-PERSON
    Zakharova PROPN NNP 5 flat I-PERSON
    spoke VERB VBD 0 root
    on ADP IN 9 case
    television+ NOUN NN 7 obl
    . PUNCT . 7 punct

    She PRON PRP 2 nsubj
    criticized VERB VBD 0 root
    Washington+ PROPN NNP 2 obj B-GPE
    . PUNCT . 2 punct
    """

  static let putinsGovernment = """
    Russian ADJ JJ 2 amod B-NORP
    President PROPN NNP 3 nmod:desc
    Vladimir PROPN NNP 6 nmod:poss B-PERSON
    Putin+ PROPN NNP 3 flat I-PERSON
    's PART POS 3 case
    government NOUN NN 7 nsubj
    rejected VERB VBD 0 root
    the DET DT 9 det
    plan+ NOUN NN 7 obj
    . PUNCT . 7 punct
    """

  static let frenchPresident = """
    The DET DT 3 det
    French ADJ JJ 3 amod B-NORP
    president NOUN NN 4 nsubj
    told VERB VBD 0 root
    reporters NOUN NNS 4 iobj
    that SCONJ IN 13 mark
    Iran+ PROPN NNP 9 compound
    -+ PUNCT HYPH 7 punct
    backed VERB VBN 11 amod
    Houthi PROPN NNP 11 compound B-ORG
    rebels NOUN NNS 13 nsubj
    had AUX VBD 13 aux
    attacked VERB VBN 4 ccomp
    a DET DT 16 det
    British ADJ JJ 16 amod B-NORP
    warship+ NOUN NN 13 obj
    . PUNCT . 4 punct
    """

  static let twoCountries = """
    Foreign ADJ JJ 2 amod
    ministers NOUN NNS 7 nsubj
    of ADP IN 4 case
    Turkey PROPN NNP 2 nmod B-GPE
    and CCONJ CC 6 cc
    Greece PROPN NNP 4 conj B-GPE
    met VERB VBD 0 root
    in ADP IN 9 case
    Athens+ PROPN NNP 7 obl B-GPE
    . PUNCT . 7 punct

    The DET DT 3 det
    two NUM CD 3 nummod
    countries NOUN NNS 4 nsubj
    agreed VERB VBD 0 root
    to PART TO 6 mark
    cooperate+ VERB VB 4 xcomp
    . PUNCT . 4 punct
    """

  static let formerPresident = """
    Former ADJ JJ 3 amod
    Brazilian ADJ JJ 3 amod B-NORP
    President PROPN NNP 4 nmod:desc
    Jair PROPN NNP 6 nsubj B-PERSON
    Bolsonaro PROPN NNP 4 flat I-PERSON
    left VERB VBD 0 root
    the DET DT 8 det
    country+ NOUN NN 6 obj
    . PUNCT . 6 punct
    """

  static let palestinians = """
    Thousands NOUN NNS 4 nsubj
    of ADP IN 3 case
    Palestinians PROPN NNPS 1 nmod B-NORP
    protested VERB VBD 0 root
    near ADP IN 6 case
    Ramallah+ PROPN NNP 4 obl B-GPE
    . PUNCT . 4 punct
    """

  static let hamas = """
    Hamas PROPN NNP 2 compound B-ORG
    militants NOUN NNS 3 nsubj
    attacked VERB VBD 0 root
    Israel+ PROPN NNP 3 obj B-GPE
    . PUNCT . 3 punct

    It PRON PRP 2 nsubj
    vowed VERB VBD 0 root
    to PART TO 4 mark
    respond+ VERB VB 2 xcomp
    . PUNCT . 2 punct
    """

  static let border = """
    Russia PROPN NNP 3 nsubj B-GPE
    has AUX VBZ 3 aux
    deployed VERB VBN 0 root
    troops NOUN NNS 3 obj
    along ADP IN 7 case
    its PRON PRP$ 7 nmod:poss
    border NOUN NN 3 obl
    with ADP IN 9 case
    Ukraine+ PROPN NNP 7 nmod B-GPE
    . PUNCT . 3 punct
    """

  static let troopsFrom = """
    Troops NOUN NNS 8 nsubj
    from ADP IN 3 case
    Iran+ PROPN NNP 1 nmod B-GPE
    , PUNCT , 5 punct
    Turkey PROPN NNP 3 conj B-GPE
    and CCONJ CC 7 cc
    Qatar PROPN NNP 3 conj B-GPE
    took VERB VBD 0 root
    part NOUN NN 8 obj
    in ADP IN 11 case
    exercises+ NOUN NNS 8 obl
    . PUNCT . 8 punct
    """

  static let abstract = """
    The DET DT 2 det
    situation NOUN NN 3 nsubj
    calls VERB VBZ 0 root
    for ADP IN 6 case
    a DET DT 6 det
    solution+ NOUN NN 3 obl
    . PUNCT . 3 punct
    """

  static let capitalAndPort = """
    A DET DT 2 det
    bomb NOUN NN 3 nsubj
    exploded VERB VBD 0 root
    in ADP IN 7 case
    the DET DT 7 det
    Afghan ADJ JJ 7 amod B-NORP
    capital+ NOUN NN 3 obl
    . PUNCT . 3 punct

    Shells NOUN NNS 2 nsubj
    hit VERB VBD 0 root
    the DET DT 5 det
    port NOUN NN 5 compound
    city NOUN NN 2 obj
    of ADP IN 7 case
    Mariupol+ PROPN NNP 5 nmod B-GPE
    . PUNCT . 2 punct
    """

  static let namesakes = """
    Fighting VERB VBG 2 aux
    broke VERB VBD 0 root
    out ADP RP 2 compound:prt
    in ADP IN 6 case
    eastern ADJ JJ 6 amod B-LOC
    Ukraine PROPN NNP 2 obl I-LOC
    and CCONJ CC 9 cc
    in ADP IN 9 case
    Springfield+ PROPN NNP 2 conj B-GPE
    , PUNCT , 11 punct
    Illinois+ PROPN NNP 9 nmod:unmarked B-GPE
    . PUNCT . 2 punct

    Talks NOUN NNS 3 nsubj:pass
    were AUX VBD 3 aux:pass
    held VERB VBN 0 root
    in ADP IN 5 case
    Paris+ PROPN NNP 3 obl B-GPE
    , PUNCT , 7 punct
    Texas+ PROPN NNP 5 nmod:unmarked B-GPE
    . PUNCT . 3 punct
    """

  static let acronym = """
    The DET DT 4 det
    Global ADJ NNP 4 amod B-ORG
    Crop PROPN NNP 4 compound I-ORG
    Council PROPN NNP 8 nsubj I-ORG
    (+ PUNCT -LRB- 6 punct
    GCC2+ PROPN NNP 4 appos B-MISC
    ) PUNCT -RRB- 6 punct
    met VERB VBD 0 root
    in ADP IN 10 case
    Nairobi+ PROPN NNP 8 obl B-GPE
    . PUNCT . 8 punct

    Police NOUN NNS 2 nsubj
    arrested VERB VBD 0 root
    dozens NOUN NNS 2 obj
    of ADP IN 5 case
    demonstrators+ NOUN NNS 3 nmod
    . PUNCT . 2 punct
    """

  static let congress = """
    Brazilian ADJ NNP 2 amod B-NORP
    Congress PROPN NNP 3 nsubj B-ORG
    passed VERB VBD 0 root
    the DET DT 5 det
    bill+ NOUN NN 3 obj
    . PUNCT . 3 punct

    Congress PROPN NNP 2 nsubj B-ORG
    adjourned+ VERB VBD 0 root
    . PUNCT . 2 punct
    """

  static let unresolvedPronoun = """
    They PRON PRP 2 nsubj
    left+ VERB VBD 0 root
    . PUNCT . 2 punct
    """

  static let all = [
    diplomats, deputyPrimeMinister, alliance, officialsFrom, spokeswoman, brokenTitle, putinsGovernment,
    frenchPresident, twoCountries, formerPresident, palestinians, hamas, border, troopsFrom, abstract,
    capitalAndPort, namesakes, acronym, congress, unresolvedPronoun,
  ]
}
