"""The ontology's terms as constants. Generated from ontology/ by `make vocab`; do not edit."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

BASE: Final = "https://w3id.org/arms-transfer-kg/"


class Ata:
    """Classes and properties of the core ontology, as IRIs."""

    Actor: Final = BASE + "core#Actor"
    AllegedViolation: Final = BASE + "core#AllegedViolation"
    Breach: Final = BASE + "core#Breach"
    Conduct: Final = BASE + "core#Conduct"
    Consequence: Final = BASE + "core#Consequence"
    Document: Final = BASE + "core#Document"
    Element: Final = BASE + "core#Element"
    Exemption: Final = BASE + "core#Exemption"
    Finding: Final = BASE + "core#Finding"
    Grouping: Final = BASE + "core#Grouping"
    Instrument: Final = BASE + "core#Instrument"
    Membership: Final = BASE + "core#Membership"
    Mention: Final = BASE + "core#Mention"
    NonApplication: Final = BASE + "core#NonApplication"
    NonMembership: Final = BASE + "core#NonMembership"
    NonStateGroup: Final = BASE + "core#NonStateGroup"
    Norm: Final = BASE + "core#Norm"
    NormCitation: Final = BASE + "core#NormCitation"
    Organization: Final = BASE + "core#Organization"
    Part: Final = BASE + "core#Part"
    Passage: Final = BASE + "core#Passage"
    Period: Final = BASE + "core#Period"
    Person: Final = BASE + "core#Person"
    Place: Final = BASE + "core#Place"
    Proposition: Final = BASE + "core#Proposition"
    ProspectiveViolation: Final = BASE + "core#ProspectiveViolation"
    Provision: Final = BASE + "core#Provision"
    SignatoryList: Final = BASE + "core#SignatoryList"
    SpeechAct: Final = BASE + "core#SpeechAct"
    State: Final = BASE + "core#State"
    Text: Final = BASE + "core#Text"
    Transfer: Final = BASE + "core#Transfer"
    Vessel: Final = BASE + "core#Vessel"
    Vote: Final = BASE + "core#Vote"
    about: Final = BASE + "core#about"
    addressee: Final = BASE + "core#addressee"
    against: Final = BASE + "core#against"
    agent: Final = BASE + "core#agent"
    amendedBy: Final = BASE + "core#amendedBy"
    answers: Final = BASE + "core#answers"
    assumes: Final = BASE + "core#assumes"
    atLeast: Final = BASE + "core#atLeast"
    atMost: Final = BASE + "core#atMost"
    attitude: Final = BASE + "core#attitude"
    basedOn: Final = BASE + "core#basedOn"
    beneficiary: Final = BASE + "core#beneficiary"
    breachOf: Final = BASE + "core#breachOf"
    cast: Final = BASE + "core#cast"
    cause: Final = BASE + "core#cause"
    citedAs: Final = BASE + "core#citedAs"
    code: Final = BASE + "core#code"
    concerns: Final = BASE + "core#concerns"
    condition: Final = BASE + "core#condition"
    content: Final = BASE + "core#content"
    contestedBy: Final = BASE + "core#contestedBy"
    count: Final = BASE + "core#count"
    counterparty: Final = BASE + "core#counterparty"
    covers: Final = BASE + "core#covers"
    creditedTo: Final = BASE + "core#creditedTo"
    deontic: Final = BASE + "core#deontic"
    dependsOn: Final = BASE + "core#dependsOn"
    destination: Final = BASE + "core#destination"
    document: Final = BASE + "core#document"
    earliest: Final = BASE + "core#earliest"
    effect: Final = BASE + "core#effect"
    element: Final = BASE + "core#element"
    endedBy: Final = BASE + "core#endedBy"
    evidence: Final = BASE + "core#evidence"
    excepts: Final = BASE + "core#excepts"
    exceptsUntil: Final = BASE + "core#exceptsUntil"
    exemptedBy: Final = BASE + "core#exemptedBy"
    exemptible: Final = BASE + "core#exemptible"
    force: Final = BASE + "core#force"
    gloss: Final = BASE + "core#gloss"
    grouping: Final = BASE + "core#grouping"
    heldBy: Final = BASE + "core#heldBy"
    ignore: Final = BASE + "core#ignore"
    inForce: Final = BASE + "core#inForce"
    inReturnFor: Final = BASE + "core#inReturnFor"
    inText: Final = BASE + "core#inText"
    instrument: Final = BASE + "core#instrument"
    issuedBy: Final = BASE + "core#issuedBy"
    item: Final = BASE + "core#item"
    kind: Final = BASE + "core#kind"
    latest: Final = BASE + "core#latest"
    member: Final = BASE + "core#member"
    names: Final = BASE + "core#names"
    nonMember: Final = BASE + "core#nonMember"
    norm: Final = BASE + "core#norm"
    note: Final = BASE + "core#note"
    office: Final = BASE + "core#office"
    officialName: Final = BASE + "core#officialName"
    on: Final = BASE + "core#on"
    organOf: Final = BASE + "core#organOf"
    outcome: Final = BASE + "core#outcome"
    paragraph: Final = BASE + "core#paragraph"
    partOf: Final = BASE + "core#partOf"
    partOfFinding: Final = BASE + "core#partOfFinding"
    party: Final = BASE + "core#party"
    publishedBy: Final = BASE + "core#publishedBy"
    purpose: Final = BASE + "core#purpose"
    quantity: Final = BASE + "core#quantity"
    readAs: Final = BASE + "core#readAs"
    readBy: Final = BASE + "core#readBy"
    reading: Final = BASE + "core#reading"
    reason: Final = BASE + "core#reason"
    recipient: Final = BASE + "core#recipient"
    rejectedBy: Final = BASE + "core#rejectedBy"
    releasedBy: Final = BASE + "core#releasedBy"
    role: Final = BASE + "core#role"
    route: Final = BASE + "core#route"
    sha256: Final = BASE + "core#sha256"
    signatory: Final = BASE + "core#signatory"
    signatoryList: Final = BASE + "core#signatoryList"
    speaker: Final = BASE + "core#speaker"
    stance: Final = BASE + "core#stance"
    statedIn: Final = BASE + "core#statedIn"
    status: Final = BASE + "core#status"
    supplier: Final = BASE + "core#supplier"
    territory: Final = BASE + "core#territory"
    territoryOf: Final = BASE + "core#territoryOf"
    test: Final = BASE + "core#test"
    text: Final = BASE + "core#text"
    textKind: Final = BASE + "core#textKind"
    transfer: Final = BASE + "core#transfer"
    unit: Final = BASE + "core#unit"
    validFrom: Final = BASE + "core#validFrom"
    validUntil: Final = BASE + "core#validUntil"
    verification: Final = BASE + "core#verification"
    via: Final = BASE + "core#via"
    why: Final = BASE + "core#why"
    within: Final = BASE + "core#within"


class Meaning(NamedTuple):
    """What a concept is called, what it means, and the local name of the broader concept, if any.

    ``aliases`` are other words for it.
    """

    label: str
    definition: str
    broader: str | None
    aliases: tuple[str, ...] = ()


class Concept(StrEnum):
    """A concept of one of the closed vocabularies; its value is the word annotation files use."""

    @classmethod
    def scheme(cls) -> str:
        """Return the IRI of the concept scheme."""
        return BASE + "vocab/" + SCHEMES[cls.__name__]

    @property
    def iri(self) -> str:
        return f"{self.scheme()}/{self.value}"

    @property
    def label(self) -> str:
        return MEANINGS[self.iri].label

    @property
    def definition(self) -> str:
        return MEANINGS[self.iri].definition

    @property
    def aliases(self) -> tuple[str, ...]:
        return MEANINGS[self.iri].aliases

    def is_a(self, broader: str) -> bool:
        """Tell whether this concept is ``broader`` or stands anywhere below it."""
        word: str | None = self.value
        while word is not None and word != broader:
            word = MEANINGS[f"{self.scheme()}/{word}"].broader
        return word == broader


class Assumption(Concept):
    """What a finding takes as given beyond the words of the texts and the norms."""

    DATE_ASSUMED = "date-assumed"
    MEMBERSHIP_UNDATED = "membership-undated"
    CONDITION_CLAIMED = "condition-claimed"
    ONE_READING = "one-reading"
    ROLES_FROM_WHOLE = "roles-from-whole"
    PERIOD_DISPUTED = "period-disputed"
    DESTINATION_ASSUMED = "destination-assumed"
    EXCEPTION_POSSIBLE = "exception-possible"


class Attitude(Concept):
    """How a speaker values a proposition."""

    NEGATIVE = "negative"
    CONDEMNS = "condemns"
    STRONGLY_CONDEMNS = "strongly-condemns"
    OPPOSES = "opposes"
    IS_CONCERNED = "is-concerned"
    IS_DEEPLY_CONCERNED = "is-deeply-concerned"
    POSITIVE = "positive"
    SUPPORTS = "supports"


class ConductKind(Concept):
    """What an actor is said to do, other than transfer or vote."""

    OPERATIONS_OF_ARMED_FORCES = "operations-of-armed-forces"
    USE_OF_FORCE = "use-of-force"
    WAR_OF_AGGRESSION = "war-of-aggression"
    PROLONGING_WAR = "prolonging-war"
    MILITARY_CAPABILITY_BUILDING = "military-capability-building"
    WEAPONS_PROGRAMME = "weapons-programme"
    SELF_DEFENCE = "self-defence"
    EXPOSING = "exposing"
    SUPPORTING = "supporting"
    MONITORING = "monitoring"
    SEEKING = "seeking"
    COMPLYING = "complying"
    CEASING = "ceasing"
    VIOLATING = "violating"
    NON_PROLIFERATION_EFFORT = "non-proliferation-effort"
    RESPONDING = "responding"
    UNDERMINING = "undermining"
    DESTABILIZING = "destabilizing"
    MILITARY_COOPERATION = "military-cooperation"
    HARMING = "harming"
    POSING_THREAT = "posing-threat"
    RELEASING = "releasing"
    DEPLOYING_FORCES = "deploying-forces"
    BROKERING = "brokering"
    INVESTIGATING = "investigating"
    NOTIFYING = "notifying"
    REJECTING = "rejecting"
    TRAINING_FORCES = "training-forces"
    OFFERING = "offering"
    PRODUCING = "producing"
    COUNTERING_WAR = "countering-war"
    PURSUING_MILITARY_OBJECTIVES = "pursuing-military-objectives"


class Deontic(Concept):
    """What a norm does to the conduct it is about."""

    PROHIBITION = "prohibition"
    OBLIGATION = "obligation"
    EXHORTATION = "exhortation"
    PERMISSION = "permission"
    CLARIFICATION = "clarification"


class DocumentKind(Concept):
    """What a document is issued as."""

    STATEMENT = "statement"
    JOINT_STATEMENT = "joint-statement"
    PRESS_STATEMENT = "press-statement"
    LETTER = "letter"
    REPORT = "report"
    PANEL_REPORT = "panel-report"
    SPEECH = "speech"
    ARTICLE = "article"
    RECORD_OF_VOTE = "record-of-vote"


class Force(Concept):
    """What is done in saying something; after Searle's classes of illocutionary acts."""

    ASSERTIVE = "assertive"
    DIRECTIVE = "directive"
    URGES = "urges"
    DEMANDS = "demands"
    COMMISSIVE = "commissive"
    EXPRESSIVE = "expressive"
    DECLARATIVE = "declarative"


class InstrumentKind(Concept):
    """The form in which an instrument was made, or put to the vote."""

    SECURITY_COUNCIL_RESOLUTION = "security-council-resolution"
    TREATY = "treaty"
    COUNCIL_DECISION = "council-decision"
    STATUTE = "statute"
    SECURITY_COUNCIL_DRAFT = "security-council-draft"
    EXPORT_CONTROL_REGIME = "export-control-regime"


class Outcome(Concept):
    """How a test came out."""

    MET = "met"
    NOT_MET = "not-met"
    UNDECIDED = "undecided"
    CONTESTED = "contested"


class Reason(Concept):
    """Why a norm does not apply to a claimed transfer, or why that cannot be decided."""

    NOT_YET_IN_FORCE = "not-yet-in-force"
    LAPSED = "lapsed"
    TIME_INDETERMINATE = "time-indeterminate"
    CARVED_OUT = "carved-out"
    ITEM_UNDERSPECIFIED = "item-underspecified"
    EXEMPTED = "exempted"
    ACTOR_NOT_BOUND = "actor-not-bound"
    RECORDED_OUTSIDE = "recorded-outside"
    NOT_LISTED = "not-listed"
    ACTOR_UNSPECIFIED = "actor-unspecified"
    CONDITION_UNCLAIMED = "condition-unclaimed"
    OUTSIDE_TERRITORY = "outside-territory"
    PLACE_UNSPECIFIED = "place-unspecified"
    DEPENDENCE_UNDECIDED = "dependence-undecided"
    DIRECTION_UNSPECIFIED = "direction-unspecified"


class Role(Concept):
    """The parts that an actor can have in a transfer."""

    SUPPLIER = "supplier"
    RECIPIENT = "recipient"
    INTERMEDIARY = "intermediary"


class Stance(Concept):
    """How far a speaker commits to a proposition being so."""

    AFFIRMS = "affirms"
    CONFIRMS = "confirms"
    ASSERTS = "asserts"
    PRESUPPOSES = "presupposes"
    ADMITS = "admits"
    ALLEGES = "alleges"
    OPEN = "open"
    ENTERTAINS = "entertains"
    DECLINES = "declines"
    NEGATES = "negates"
    DOUBTS = "doubts"
    DENIES = "denies"
    RETRACTS = "retracts"


class Status(Concept):
    """The standing that a speaker gives a described state of affairs."""

    ACTUAL = "actual"
    COMPLETED = "completed"
    ONGOING = "ongoing"
    NON_ACTUAL = "non-actual"
    PLANNED = "planned"
    SOUGHT = "sought"
    POTENTIAL = "potential"
    PREDICTED = "predicted"
    CONDITIONAL = "conditional"
    REQUESTED = "requested"
    GENERIC = "generic"


class Test(Concept):
    """What must hold of a transfer and a norm for a finding of an alleged or prospective violation."""

    CLAIMED = "claimed"
    ROLE = "role"
    BOUND = "bound"
    FORCE = "force"
    COUNTERPARTY = "counterparty"
    TERRITORY = "territory"
    ITEM = "item"
    PERIOD = "period"
    CONDITION = "condition"
    DEPENDENCE = "dependence"
    EXEMPTION = "exemption"


class TextKind(Concept):
    """Whether a text holds the words of a document."""

    VERBATIM = "verbatim"
    ABSTRACT = "abstract"


class Unit(Concept):
    """What a text counts when it says how much was transferred."""

    ROUNDS = "rounds"
    MISSILES = "missiles"
    CONTAINERS = "containers"
    PIECES = "pieces"
    VEHICLES = "vehicles"
    PERSONS = "persons"
    TONS = "tons"
    KINDS = "kinds"
    SHIPMENTS = "shipments"
    PERCENT_OF_NEED = "percent-of-need"


class Verification(Concept):
    """How far a statement in the reference data was checked."""

    CORPUS = "corpus"
    CORPUS_PARTIAL = "corpus-partial"
    BACKGROUND = "background"


class Vote(Concept):
    """How a vote is cast."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    ABSENT = "absent"


SCHEMES: Final = {
    "Assumption": "assumption",
    "Attitude": "attitude",
    "ConductKind": "conduct-kind",
    "Deontic": "deontic",
    "DocumentKind": "document-kind",
    "Force": "force",
    "InstrumentKind": "instrument-kind",
    "Outcome": "outcome",
    "Reason": "reason",
    "Role": "role",
    "Stance": "stance",
    "Status": "status",
    "Test": "test",
    "TextKind": "text-kind",
    "Unit": "unit",
    "Verification": "verification",
    "Vote": "vote",
}

MEANINGS: Final[dict[str, Meaning]] = {
    "https://w3id.org/arms-transfer-kg/vocab/assumption/date-assumed": Meaning(
        "date assumed",
        "No date is claimed for the transfer; the date of the document stands in.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/assumption/membership-undated": Meaning(
        "membership undated",
        "The actor is recorded as a member of the grouping that the norm binds, without the date on which membership began.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/assumption/condition-claimed": Meaning(
        "condition claimed",
        "The norm calls for a determination about what the items serve; here a claim of purpose stands in for it.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/assumption/one-reading": Meaning(
        "one reading", "The finding rests on one of several possible readings of the words.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/assumption/roles-from-whole": Meaning(
        "roles from the whole",
        "The transfer is described as part of a wider one, and takes supplier, recipient or item from it.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/assumption/period-disputed": Meaning(
        "period disputed",
        "Whether the norm is in force at the time claimed is disputed between actors that are recorded; the finding holds if it is.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/assumption/destination-assumed": Meaning(
        "destination assumed",
        "No place is said to which the items go; the territory of the state that is named as recipient stands in.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/assumption/exception-possible": Meaning(
        "no exception",
        "The item claimed is wider than what the norm excepts; that it was none of what is excepted is taken as given.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/attitude/negative": Meaning(
        "disapproves", "Speaks of what the proposition describes as bad or unwelcome.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/attitude/condemns": Meaning(
        "condemns", "Declares that the speaker condemns what the proposition describes.", "negative"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/attitude/strongly-condemns": Meaning(
        "strongly condemns",
        "Declares that the speaker condemns what the proposition describes, in words marked as strong.",
        "condemns",
    ),
    "https://w3id.org/arms-transfer-kg/vocab/attitude/opposes": Meaning(
        "opposes",
        "Declares the speaker to stand against what the proposition describes.",
        "negative",
    ),
    "https://w3id.org/arms-transfer-kg/vocab/attitude/is-concerned": Meaning(
        "is concerned", "Voices worry about what the proposition describes.", "negative"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/attitude/is-deeply-concerned": Meaning(
        "is deeply concerned",
        "Voices grave worry about what the proposition describes.",
        "is-concerned",
    ),
    "https://w3id.org/arms-transfer-kg/vocab/attitude/positive": Meaning(
        "approves", "Speaks of what the proposition describes as good or welcome.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/attitude/supports": Meaning(
        "supports", "Declares the speaker to stand for what the proposition describes.", "positive"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/operations-of-armed-forces": Meaning(
        "operations of armed forces",
        "Activity of the armed forces of a state, whatever its aim.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/use-of-force": Meaning(
        "use of force",
        "The use of armed force against a state or its people, as the speaker describes it.",
        "operations-of-armed-forces",
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/war-of-aggression": Meaning(
        "war of aggression", "A war that the speaker calls one of aggression.", "use-of-force"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/prolonging-war": Meaning(
        "prolonging a war", "Making a war last longer, as the speaker puts it.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/military-capability-building": Meaning(
        "building military capability",
        "Advancing the capability of armed forces or of weapons.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/weapons-programme": Meaning(
        "weapons programme",
        "A programme to develop or make weapons, of mass destruction or conventional.",
        "military-capability-building",
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/self-defence": Meaning(
        "self-defence",
        "Measures of an actor against an attack on it, as a speaker or an instrument presents them.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/exposing": Meaning(
        "exposing", "Making known to the public what others are said to do.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/supporting": Meaning(
        "supporting", "Helping an actor or a cause.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/monitoring": Meaning(
        "monitoring", "Watching for conduct or transfers.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/seeking": Meaning(
        "seeking", "Trying to obtain something.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/complying": Meaning(
        "complying", "Abiding by norms, as the speaker puts it.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/ceasing": Meaning(
        "ceasing", "Stopping conduct.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/violating": Meaning(
        "violating", "Acting contrary to norms, as the speaker puts it.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/non-proliferation-effort": Meaning(
        "non-proliferation effort",
        "Efforts to keep weapons or sensitive technology out of the hands of those who should not have them, as the speaker sees it.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/responding": Meaning(
        "responding", "Acting to meet what the speaker sees as a threat.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/undermining": Meaning(
        "undermining", "Putting an effort or an order at risk, as the speaker sees it.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/destabilizing": Meaning(
        "destabilizing", "Harming security, peace or stability, as the speaker sees it.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/military-cooperation": Meaning(
        "military cooperation",
        "Working together in military matters, whether or not arms are transferred.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/harming": Meaning(
        "human harm", "The causing of loss of life or of suffering, as the speaker puts it.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/posing-threat": Meaning(
        "posing a threat", "Being or becoming a threat to others, as the speaker sees it.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/releasing": Meaning(
        "releasing a text", "Making a text public.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/deploying-forces": Meaning(
        "deploying forces",
        "Sending armed forces or personnel to a place, or into the service of another.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/brokering": Meaning(
        "brokering", "Arranging transfers between others.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/investigating": Meaning(
        "investigating", "Looking into whether something took place.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/notifying": Meaning(
        "notifying", "Giving a notice for which an instrument provides.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/rejecting": Meaning(
        "rejecting", "Declaring that an act, a body or its authority is not recognized.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/training-forces": Meaning(
        "training forces", "Training armed forces or personnel of another.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/offering": Meaning(
        "offering", "Declaring oneself ready to transfer or to do something.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/producing": Meaning(
        "producing", "Making items.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/countering-war": Meaning(
        "countering a war",
        "Efforts of an actor to counter a war that is said to be waged against it, or the effects of that war.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/conduct-kind/pursuing-military-objectives": Meaning(
        "pursuing military objectives",
        "Pursuing objectives of a military kind, whatever they are.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/deontic/prohibition": Meaning(
        "prohibition", "Forbids the conduct, or requires the addressee to prevent it.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/deontic/obligation": Meaning(
        "obligation", "Requires the conduct.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/deontic/exhortation": Meaning(
        "exhortation", "Calls upon the addressee without laying down a duty.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/deontic/permission": Meaning(
        "permission", "Allows the conduct.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/deontic/clarification": Meaning(
        "clarification", "States how another norm is to be understood.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/document-kind/statement": Meaning(
        "statement", "A statement of position made public by one issuer or several.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/document-kind/joint-statement": Meaning(
        "joint statement", "A statement issued by several actors in one text.", "statement"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/document-kind/press-statement": Meaning(
        "press statement", "A statement made to or for the press.", "statement"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/document-kind/letter": Meaning(
        "letter",
        "A letter made public, such as one circulated as a document of the Security Council.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/document-kind/report": Meaning(
        "report", "A report on facts found or reviewed.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/document-kind/panel-report": Meaning(
        "panel report",
        "A report of a panel or group of experts that assists a sanctions committee.",
        "report",
    ),
    "https://w3id.org/arms-transfer-kg/vocab/document-kind/speech": Meaning(
        "speech", "Words spoken at a meeting or event.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/document-kind/article": Meaning(
        "article", "A piece of journalism or research.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/document-kind/record-of-vote": Meaning(
        "record of a vote", "A record that a body voted on a draft, and how its members did.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/force/assertive": Meaning(
        "assertive",
        "Puts a proposition forward as being so, or as possible or not so, to the degree that the stance says.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/force/directive": Meaning(
        "directive", "Seeks to make the addressee act.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/force/urges": Meaning(
        "urges", "Presses the addressee to act, without claiming to bind.", "directive"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/force/demands": Meaning(
        "demands", "Requires the addressee to act.", "directive"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/force/commissive": Meaning(
        "commissive", "Commits the speaker to a course of action.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/force/expressive": Meaning(
        "expressive", "Voices the speaker's attitude to a proposition.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/force/declarative": Meaning(
        "declarative",
        "Brings about what it says by saying it, as when a body adopts a decision.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/instrument-kind/security-council-resolution": Meaning(
        "Security Council resolution", "A resolution of the United Nations Security Council.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/instrument-kind/treaty": Meaning(
        "treaty",
        "An international agreement in writing that is governed by international law.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/instrument-kind/council-decision": Meaning(
        "EU Council decision", "A decision of the Council of the European Union.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/instrument-kind/statute": Meaning(
        "statute", "A legislative act of a state.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/instrument-kind/security-council-draft": Meaning(
        "Security Council draft",
        "A draft resolution that was put to the vote in the United Nations Security Council and not adopted; it lays down no norm.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/instrument-kind/export-control-regime": Meaning(
        "export control regime",
        "An arrangement of states on what they export, which is not a treaty.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/outcome/met": Meaning(
        "met", "The words and the norm agree that the test is passed.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/outcome/not-met": Meaning(
        "not met", "The words or the norm say that the test is not passed.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/outcome/undecided": Meaning(
        "undecided", "The words or the norm do not say enough to tell.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/outcome/contested": Meaning(
        "contested", "One speaker's words pass the test and another's deny it.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/reason/not-yet-in-force": Meaning(
        "not yet in force",
        "The norm is recorded as taking effect after the time claimed for the transfer.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/reason/lapsed": Meaning(
        "lapsed",
        "The norm is recorded as having ceased to be in force before the time claimed for the transfer.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/reason/time-indeterminate": Meaning(
        "time indeterminate",
        "The norm is recorded as in force, or as binding the actor, for a part only of the time claimed for the transfer.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/reason/carved-out": Meaning(
        "carved out", "Every item claimed is one that the norm is recorded as excepting.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/reason/item-underspecified": Meaning(
        "item underspecified",
        "The item claimed is broader than what the norm covers, so that it cannot be decided whether the norm covers it.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/reason/exempted": Meaning(
        "exempted",
        "An actor that the norm names as competent says that it has granted an exemption for the transfer.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/reason/actor-not-bound": Meaning(
        "actor not bound",
        "The norm is not recorded as binding this actor at the time claimed.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/reason/recorded-outside": Meaning(
        "recorded as outside",
        "The actor is recorded as not belonging to the grouping that the norm binds, at the time claimed or without a day.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/reason/not-listed": Meaning(
        "other end not listed",
        "Whoever is said to be at the other end is recorded as a member of the grouping that the norm names, and not at the time claimed.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/reason/actor-unspecified": Meaning(
        "actor unspecified",
        "The text does not say who fills the role that the norm is about, so that the norm applies to nobody who can be named.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/reason/condition-unclaimed": Meaning(
        "condition not claimed",
        "The norm asks for a determination about what the items serve, and no text claims what it asks for.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/reason/outside-territory": Meaning(
        "outside the territory",
        "The items are said to go to a place outside the territory to which the norm is confined.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/reason/place-unspecified": Meaning(
        "place unspecified",
        "The text does not say to which place the items go, or names a place wider than the territory to which the norm is confined.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/reason/dependence-undecided": Meaning(
        "dependence undecided",
        "The norm asks for the breach of another norm by the same transfer and actor, and whether one applies cannot be decided.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/reason/direction-unspecified": Meaning(
        "direction unspecified",
        "The text names the parties to the transfer and does not say which of them supplies and which receives.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/role/supplier": Meaning(
        "supplier", "Whoever is said to supply.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/role/recipient": Meaning(
        "recipient", "Whoever is said to receive or procure.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/role/intermediary": Meaning(
        "intermediary", "Whoever is said to broker, carry or let pass.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/stance/affirms": Meaning(
        "affirms", "Speaks of the proposition as being so.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/stance/confirms": Meaning(
        "confirms",
        "Says that the proposition is so as something that the speaker itself knows.",
        "affirms",
    ),
    "https://w3id.org/arms-transfer-kg/vocab/stance/asserts": Meaning(
        "asserts", "Says that the proposition is so, without a hedge.", "affirms"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/stance/presupposes": Meaning(
        "presupposes", "Takes the proposition for granted while saying something else.", "affirms"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/stance/admits": Meaning(
        "admits",
        "Says that the proposition is so, of something in which the speaker or its own side has a part.",
        "affirms",
    ),
    "https://w3id.org/arms-transfer-kg/vocab/stance/alleges": Meaning(
        "alleges", "Puts the proposition forward as likely or as reported, with a hedge.", "affirms"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/stance/open": Meaning(
        "leaves open", "Neither affirms nor denies the proposition.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/stance/entertains": Meaning(
        "entertains", "Speaks of the proposition as possible.", "open"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/stance/declines": Meaning(
        "declines to say", "Refuses to affirm or deny the proposition.", "open"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/stance/negates": Meaning(
        "negates",
        "Does not stand by the proposition: says that it is not so, calls it unlikely or unproven, or takes back having said that it is so.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/stance/doubts": Meaning(
        "doubts", "Says that the proposition is unlikely or not proven.", "negates"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/stance/denies": Meaning(
        "denies", "Says that the proposition is not so.", "negates"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/stance/retracts": Meaning(
        "retracts",
        "Takes back the speaker's own earlier saying that the proposition is so.",
        "negates",
    ),
    "https://w3id.org/arms-transfer-kg/vocab/status/actual": Meaning(
        "actual", "Said to have happened or to be happening.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/status/completed": Meaning(
        "completed", "Said to have happened.", "actual"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/status/ongoing": Meaning(
        "ongoing", "Said to be happening.", "actual"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/status/non-actual": Meaning(
        "not actual", "Spoken of without being said to have happened or to be happening.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/status/planned": Meaning(
        "planned", "Said to be intended or agreed.", "non-actual"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/status/sought": Meaning(
        "sought", "Said to be asked for or attempted.", "non-actual"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/status/potential": Meaning(
        "potential", "Said to be possible.", "non-actual"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/status/predicted": Meaning(
        "predicted", "Said to be going to happen.", "non-actual"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/status/conditional": Meaning(
        "conditional", "Said to follow if a condition is met.", "non-actual"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/status/requested": Meaning(
        "requested", "Called for by the speaker.", "non-actual"
    ),
    "https://w3id.org/arms-transfer-kg/vocab/status/generic": Meaning(
        "generic", "Spoken of as a kind in general and not as an occasion.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/test/claimed": Meaning(
        "claimed",
        "Somebody affirms the transfer, or leaves it open, with a status other than generic.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/test/role": Meaning(
        "role filled", "The text names an actor in the role that the norm is about.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/test/bound": Meaning(
        "actor bound",
        "The norm is recorded as binding the actor in that role at the time claimed.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/test/force": Meaning(
        "force of the paragraph",
        "The norm prohibits, and does not oblige, call upon, permit or clarify.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/test/counterparty": Meaning(
        "other end",
        "The actor at the other end of the transfer is one towards whom the norm applies.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/test/territory": Meaning(
        "territory",
        "The items are said to go to a place in the territory to which the norm is confined.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/test/item": Meaning(
        "item covered", "An item claimed is covered by the norm and not excepted.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/test/period": Meaning(
        "in force", "The norm is recorded as in force at the time claimed for the transfer.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/test/condition": Meaning(
        "condition", "What the norm asks for beyond party, item and time is claimed.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/test/dependence": Meaning(
        "norm it depends on",
        "A norm on which this one depends is found to apply to the same transfer and actor.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/test/exemption": Meaning(
        "no exemption",
        "No actor that the norm names as competent says that it has granted an exemption for the transfer.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/text-kind/verbatim": Meaning(
        "verbatim", "The document's own words, character for character.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/text-kind/abstract": Meaning(
        "abstract", "A summary of the document in the words of whoever prepared the data.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/unit/rounds": Meaning(
        "rounds",
        "Single rounds of ammunition: shells, rockets for launchers, cartridges.",
        None,
        ("shells", "cartridges"),
    ),
    "https://w3id.org/arms-transfer-kg/vocab/unit/missiles": Meaning(
        "missiles", "Single missiles or guided rockets.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/unit/containers": Meaning(
        "containers", "Shipping containers, whatever they hold.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/unit/pieces": Meaning(
        "pieces", "Single weapons, guns or launchers.", None, ("guns",)
    ),
    "https://w3id.org/arms-transfer-kg/vocab/unit/vehicles": Meaning(
        "vehicles", "Single vehicles or aircraft, crewed or not.", None, ("aircraft",)
    ),
    "https://w3id.org/arms-transfer-kg/vocab/unit/persons": Meaning(
        "persons", "Natural persons.", None, ("people", "troops", "soldiers", "personnel", "staff")
    ),
    "https://w3id.org/arms-transfer-kg/vocab/unit/tons": Meaning(
        "tons", "Tons, of the kind that the text means.", None, ("tonnes",)
    ),
    "https://w3id.org/arms-transfer-kg/vocab/unit/kinds": Meaning(
        "kinds",
        "Different kinds of item, however many there are of each.",
        None,
        ("types", "models"),
    ),
    "https://w3id.org/arms-transfer-kg/vocab/unit/shipments": Meaning(
        "shipments",
        "Single voyages, flights, trains or consignments.",
        None,
        ("voyages", "flights", "consignments", "deliveries", "transfers"),
    ),
    "https://w3id.org/arms-transfer-kg/vocab/unit/percent-of-need": Meaning(
        "per cent of need",
        "Parts in a hundred of what the recipient is said to need or use.",
        None,
        ("percent", "per cent", "%"),
    ),
    "https://w3id.org/arms-transfer-kg/vocab/verification/corpus": Meaning(
        "read at the source cited", "What the record states was read at the source cited.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/verification/corpus-partial": Meaning(
        "read in part",
        "The gist was read at the source cited; a paragraph number or a detail is general knowledge.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/verification/background": Meaning(
        "not checked",
        "What the record states is general knowledge that was read at no source.",
        None,
    ),
    "https://w3id.org/arms-transfer-kg/vocab/vote/for": Meaning("for", "Cast in favour.", None),
    "https://w3id.org/arms-transfer-kg/vocab/vote/against": Meaning(
        "against", "Cast against.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/vote/abstained": Meaning(
        "abstained", "Present, and cast neither for nor against.", None
    ),
    "https://w3id.org/arms-transfer-kg/vocab/vote/absent": Meaning(
        "absent", "Did not take part in the vote.", None
    ),
}
