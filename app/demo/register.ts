import type { BirthPrecision, CivilDate, Instant, Month } from '#kernel/civil-date'
import { monthAt } from './months.ts'
import type { Sex } from './names.ts'

/** What every fact carries: when it was recorded, and when it was taken back. */
export type Known = { readonly recordedAt: Instant; retractedAt: Instant | null; readonly source: string }
export type During = { readonly from: CivilDate | null; readonly until: CivilDate | null }

export type Version = Known & {
  readonly id: number
  readonly person: Person
  readonly fullName: string
  readonly sex: Sex
  readonly born: CivilDate
  readonly precision: BirthPrecision
  readonly diedOn: CivilDate | null
}
export type Residence = Known &
  During & { readonly id: number; readonly person: Person; readonly areaId: number; readonly village: string }
export type Membership = Known &
  During & {
    readonly id: number
    readonly household: Household
    readonly person: Person
    readonly isHead: boolean
    readonly relationToHead: string
  }
export type Relation = Known &
  During & {
    readonly id: number
    readonly person: Person
    readonly other: Person
    readonly kind: 'parent_of' | 'spouse_of' | 'cares_for' | 'collects_for' | 'guardian_of' | 'related_to'
    readonly detail: object
  }
export type Circumstance = Known &
  During & {
    readonly id: number
    readonly subject: { readonly person: Person } | { readonly household: Household }
    readonly kind: string
    readonly detail: object
    readonly evidence: object | null
  }
export type Identifier = Known & {
  readonly id: number
  readonly person: Person
  readonly kind: 'personal_id' | 'legacy_id'
  readonly number: string
  readonly verifiedOn: CivilDate | null
}

export type Household = { readonly id: number; readonly code: string; readonly createdAt: Instant }

/** A person of the demonstration: the facts in force, and what the life of later months needs to know. */
export type Person = {
  readonly id: number
  readonly createdAt: Instant
  readonly ethnicGroup: string
  readonly phone: string | null
  version: Version
  residence: Residence
  membership: Membership | null
  /** Facts in force, by kind. */
  readonly facts: Map<string, Circumstance>
  readonly awards: Grant[]
}

export type Decision = {
  readonly id: number
  readonly kind: 'grant' | 'stop' | 'transfer' | 'convert'
  readonly number: string
  readonly signedOn: CivilDate
  readonly signerTitle: string
  readonly areaId: number
  readonly effective: Month
  readonly reason: string
}

/** A benefit a decision opened, and perhaps another closed. */
export type Grant = {
  readonly id: number
  readonly person: Person
  readonly benefit: 'monthly_allowance' | 'social_pension' | 'care_support' | 'parenting_support'
  readonly payee: Person
  readonly areaId: number
  readonly rule: string
  readonly from: Month
  readonly opened: Decision
  readonly recordedAt: Instant
  /** The last month due, as number; null while it is open. */
  lastMonth: number | null
}

/** The end of an award, by decision. */
export type Closing = {
  readonly person: Person
  readonly benefit: Grant['benefit']
  readonly lastMonth: Month
  readonly decision: Decision
  readonly reason: 'died' | 'ineligible' | 'moved' | 'other'
  readonly recordedAt: Instant
}

export type Channel = {
  readonly person: Person
  readonly method: 'cash' | 'account'
  readonly bank: string | null
  readonly account: string | null
}

export type Register = ReturnType<typeof openRegister>

/** Everything the demonstration will write, in memory, in the order it was made; ids count on from the seed. */
export function openRegister(newId: () => number) {
  const rows = {
    people: [] as Person[],
    versions: [] as Version[],
    residences: [] as Residence[],
    households: [] as Household[],
    memberships: [] as Membership[],
    relations: [] as Relation[],
    circumstances: [] as Circumstance[],
    identifiers: [] as Identifier[],
    channels: new Map<Person, Channel>(),
    grants: [] as Grant[],
    closings: [] as Closing[],
    conversions: [] as { readonly decision: Decision; readonly recordedAt: Instant }[],
    /** Records of one person, made on purpose; nothing in the database says so. */
    twice: [] as { readonly person: Person; readonly again: Person }[],
  }
  const keep = <Row>(list: Row[], row: Row) => {
    list.push(row)
    return row
  }

  return {
    ...rows,
    /** A person with a name, a birth and a home. */
    addPerson(given: {
      readonly fullName: string
      readonly sex: Sex
      readonly born: CivilDate
      readonly precision?: BirthPrecision
      readonly ethnicGroup: string
      readonly phone: string | null
      readonly areaId: number
      readonly village: string
      readonly since: CivilDate | null
      readonly recordedAt: Instant
      readonly source: string
    }): Person {
      const { fullName, sex, born, precision = 'day', areaId, village, recordedAt, source } = given
      const known = { recordedAt, retractedAt: null, source }
      const person = {
        id: newId(),
        createdAt: recordedAt,
        ethnicGroup: given.ethnicGroup,
        phone: given.phone,
        membership: null,
        facts: new Map(),
        awards: [],
      } as unknown as Person // The two facts that point back at it follow.
      person.version = keep(rows.versions, {
        id: newId(),
        person,
        fullName,
        sex,
        born,
        precision,
        diedOn: null,
        ...known,
      })
      person.residence = keep(rows.residences, {
        id: newId(),
        person,
        areaId,
        village,
        from: given.since,
        until: null,
        ...known,
      })
      return keep(rows.people, person)
    },

    /** Says something else about who a person is, from a moment on. */
    revise(
      person: Person,
      change: Partial<Omit<Version, 'id' | 'person'>>,
      recordedAt: Instant,
      source: string,
    ) {
      person.version.retractedAt = recordedAt
      person.version = keep(rows.versions, {
        ...person.version,
        id: newId(),
        recordedAt,
        retractedAt: null,
        source,
        ...change,
      })
    },

    /** Leaves people as they are known at a moment: what is said of them only later nobody knows yet. */
    leaveAsKnownAt(moment: Instant) {
      for (const version of rows.versions)
        if (version.recordedAt <= moment && (version.retractedAt === null || version.retractedAt > moment))
          version.person.version = version
    },

    /** Ends the residence and begins another on the same day. */
    move(
      person: Person,
      to: { readonly areaId: number; readonly village: string; readonly on: CivilDate },
      recordedAt: Instant,
      source: string,
    ) {
      const old = person.residence
      old.retractedAt = recordedAt
      keep(rows.residences, { ...old, id: newId(), until: to.on, recordedAt, retractedAt: null })
      person.residence = keep(rows.residences, {
        id: newId(),
        person,
        areaId: to.areaId,
        village: to.village,
        from: to.on,
        until: null,
        recordedAt,
        retractedAt: null,
        source,
      })
    },

    addHousehold(code: string, createdAt: Instant): Household {
      return keep(rows.households, { id: newId(), code, createdAt })
    },

    join(
      person: Person,
      household: Household,
      {
        isHead = false,
        relationToHead,
        from,
        recordedAt,
        source,
      }: {
        readonly isHead?: boolean
        readonly relationToHead: string
        readonly from: CivilDate | null
        readonly recordedAt: Instant
        readonly source: string
      },
    ) {
      person.membership = keep(rows.memberships, {
        id: newId(),
        household,
        person,
        isHead,
        relationToHead,
        from,
        until: null,
        recordedAt,
        retractedAt: null,
        source,
      })
    },

    relate(
      person: Person,
      kind: Relation['kind'],
      other: Person,
      {
        detail = {},
        from,
        recordedAt,
        source,
      }: {
        readonly detail?: object
        readonly from: CivilDate | null
        readonly recordedAt: Instant
        readonly source: string
      },
    ) {
      keep(rows.relations, {
        id: newId(),
        person,
        other,
        kind,
        detail,
        from,
        until: null,
        recordedAt,
        retractedAt: null,
        source,
      })
    },

    /** A fact of a person or household; of a person, the one in force is remembered by kind. */
    note(
      subject: Circumstance['subject'],
      kind: string,
      {
        detail = {},
        from,
        until = null,
        evidence = null,
        recordedAt,
        source,
      }: {
        readonly detail?: object
        readonly from: CivilDate | null
        readonly until?: CivilDate | null
        readonly evidence?: object | null
        readonly recordedAt: Instant
        readonly source: string
      },
    ): Circumstance {
      const fact = keep(rows.circumstances, {
        id: newId(),
        subject,
        kind,
        detail,
        from,
        until,
        evidence,
        recordedAt,
        retractedAt: null as Instant | null,
        source,
      })
      if ('person' in subject) subject.person.facts.set(kind, fact)
      return fact
    },

    /** Takes a fact back and says until when it held. */
    end(fact: Circumstance, until: CivilDate, recordedAt: Instant, source: string) {
      fact.retractedAt = recordedAt
      keep(rows.circumstances, { ...fact, id: newId(), until, recordedAt, retractedAt: null, source })
      if ('person' in fact.subject) fact.subject.person.facts.delete(fact.kind)
    },

    identify(
      person: Person,
      kind: Identifier['kind'],
      number: string,
      {
        recordedAt,
        source,
        verifiedOn = null,
      }: { readonly recordedAt: Instant; readonly source: string; readonly verifiedOn?: CivilDate | null },
    ) {
      keep(rows.identifiers, {
        id: newId(),
        person,
        kind,
        number,
        verifiedOn,
        recordedAt,
        retractedAt: null,
        source,
      })
    },

    /** Opens a benefit; nothing is entered of anybody before the register has them. */
    grant(given: Omit<Grant, 'id' | 'lastMonth'>): Grant {
      const { createdAt } = given.person
      const recordedAt = given.recordedAt < createdAt ? createdAt : given.recordedAt
      const grant = keep<Grant>(rows.grants, { id: newId(), lastMonth: null, ...given, recordedAt })
      given.person.awards.push(grant)
      return grant
    },

    /** Ends the benefit of a person after a month; what had been closed later, or not at all, is closed there. */
    close({ lastMonth, ...closing }: Omit<Closing, 'lastMonth'> & { readonly lastMonth: number }) {
      keep<Closing>(rows.closings, { ...closing, lastMonth: monthAt(lastMonth) })
      for (const grant of closing.person.awards)
        if (grant.benefit === closing.benefit && (grant.lastMonth ?? Infinity) > lastMonth)
          grant.lastMonth = lastMonth
    },
  }
}

/** Ids are counted, and written out only when they are stored: hundreds of thousands of texts would fill the memory. */
export type Ids = { readonly next: () => number; readonly textOf: (id: number) => string }

/** Ids shaped as version 7, counting on from the seed: the same in every run, and in the order things were made. */
export function idsFrom(seed: number): Ids {
  const start = 1_640_995_200_000
  let count = 0
  const tail = `-7000-8000-${(seed >>> 0).toString(16).padStart(12, '0')}`
  // Tens of thousands of ids in a row begin alike.
  const heads = new Map<number, string>()
  return {
    next: () => count++,
    textOf: (id) => {
      const time = start + id
      const low = time % 65_536
      const high = (time - low) / 65_536
      const head = heads.get(high) ?? `${high.toString(16).padStart(8, '0')}-`
      heads.set(high, head)
      return head + low.toString(16).padStart(4, '0') + tail
    },
  }
}
