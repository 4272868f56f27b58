import { formatCount, formatDate } from '#kernel/written'
import { likenessWordsEn, tiesInEnglish } from '#modules/people/contract'
import { changedParts, type ChangedPart } from './changed-parts.ts'
import type { Messages } from './messages.vi.ts'

const changed: Readonly<Record<ChangedPart, string>> = {
  identifier: 'numbers',
  residence: 'home',
  membership: 'household',
  relation: 'ties',
  circumstance: 'circumstances',
}
const count = (pairs: number) => (pairs === 1 ? '1 pair' : `${formatCount(pairs)} pairs`)

export const messages: Messages = {
  section: 'People',
  title: 'Possible duplicates',
  lead: 'Two records may be one person. Look at each pair, then keep them apart, merge them, or ask the other commune.',
  lookedAt: (moment) => `Everybody was last compared ${moment}; whoever is written down is compared at once.`,
  notLooked:
    'The whole register is being compared for the first time. Pairs will appear here when it is done.',
  views: {
    undecided: 'To look at',
    asked: 'Other commune asked',
    agreed: 'Confirmed by the other commune',
    proposed: 'Waiting for a second person',
    apart: 'Kept apart',
    merged: 'Merged',
  },
  states: {
    open: 'To look at',
    asked: 'Other commune asked',
    agreed: 'Other commune confirms',
    proposed: 'Second person needed',
    apart: 'Kept apart',
    merged: 'Merged',
  },
  filter: {
    title: 'Filter the pairs',
    area: 'Commune',
    areaOf: (name, pairs) => `${name} (${pairs})`,
    everyArea: 'The whole area',
    reach: 'Where the two live',
    reaches: { within: 'In one commune', across: 'In two communes' },
    everyReach: 'In one or in two communes',
    money: 'Only pairs paid twice',
    apply: 'Filter',
    clear: 'Clear',
  },
  list: {
    caption: 'Pairs of records that may be one person',
    pair: 'Pair',
    likely: 'How likely',
    evidence: 'Evidence',
    money: 'Paid twice',
    areas: 'Home',
    state: 'State',
    agree: (what) => `Agree: ${what}`,
    differ: (what) => `Differ: ${what}`,
    elsewhere: 'outside your area',
    answerHere: 'Your commune is asked',
    total: (pairs, money) => `${count(pairs)} · paid twice ${money}`,
    none: 'No pair is left here.',
    noneNext: 'Whoever is written down or corrected is compared with everybody the same day.',
    noneFiltered: 'No pair fits the filter.',
    preparing: 'Comparing the whole register',
  },
  suspected: (name) => `May be the same as ${name}`,
  likely: { sure: 'Nearly certain', high: 'Likely', middle: 'Possible', low: 'Unlikely' },
  share: (percent) => `${percent}%`,
  pair: {
    crumb: 'Compare two records',
    title: (one, other) => `${one} / ${other}`,
    tab: 'Compare two records',
    compare: 'Item by item',
    caption: 'Two records side by side: how each item is alike and how many points it weighs',
    field: 'Item',
    side: { one: 'Record A', other: 'Record B' },
    keptSide: (side) => `${side} · kept`,
    alike: 'Alike or different',
    keep: 'Take from',
    keepOf: (field) => `${field}: take from record`,
    points: (points) => `${points} points`,
    explainPoints: (points, likely) =>
      `Together ${points} points, so about ${likely} likely to be one person. Each point doubles the odds; each negative point halves them.`,
    nothingSaid: 'one side says nothing',
    notCompared: 'not compared',
    differs: 'differ',
    fields: {
      fullName: 'Name',
      born: 'Birth',
      sex: 'Sex',
      personal_id: 'Personal number',
      legacy_id: 'Former ID number',
      health_card: 'Health insurance card',
      social_insurance: 'Social insurance number',
      home: 'Home, household',
      head: 'Head of household',
      spouse: 'Spouse',
      phone: 'Telephone',
      ethnicGroup: 'Ethnic group',
      died: 'Death',
      facts: 'Circumstances',
      awards: 'Awards',
      registered: 'Made on',
      source: 'Source',
    },
    keptFacts: (side) => `of one kind as in ${side}`,
    formerly: (name) => `recorded as ${name}`,
    hidden: 'not shown, outside your area',
    award: (benefit, from, through) => `${benefit}: ${from} → ${through}`,
    now: 'now',
    verified: 'checked',
    open: (name) => `Open the record of ${name}`,
    outOfSight:
      'One record is in another commune, so only what one asks by is shown. To merge them, ask that commune first; once it confirms, the province or whoever is responsible for both merges them.',
    obstacles: {
      awards_of_two_schemes:
        'The two are paid by different schemes. End one of the awards by decision first, then merge.',
      one_has_died:
        'One record says that the person has died, the other does not. Ask for the death to be recorded, or undone, with its paper; once that is decided, merge.',
      are_related:
        'The two records are tied to each other, so they are two people. Press “Not one person”; if the tie was recorded by mistake, open a record, end the tie, then merge.',
    },
    askDeath: (name, year) => `Record the death: ${name}, born ${year}`,
    askAlive: (name, year) => `Undo the death: ${name}, born ${year}`,
    second: 'Money was paid to at least one of them, so a second person has to confirm a merge.',
    joined: {
      before: 'By a merge the ties of both are joined',
      after: 'Ties of both were joined by the merge',
      days: (from, through) =>
        [from && `from ${from}`, through && `through ${through}`].filter(Boolean).join(' ') || 'days unknown',
      and: ' and ',
      whom: (tie) => tiesInEnglish({ ties: [tie] }),
      longer: (whom, told, now) => `Both records tell of one tie${whom}, ${told}. Joined to one: ${now}.`,
      shorter: (whom, told, now) =>
        `The record that is not kept tells of a guardianship${whom} ${told}, on days of which the kept one says the contrary. ${
          now === '' ? 'It is not written to the kept record.' : `Only the other days are written: ${now}.`
        } The other record keeps all of its history.`,
    },
  },
  money: {
    title: 'Paid twice',
    total: (amount) => `Both were listed for the same money: ${amount}.`,
    next: 'Merged, this becomes a proposal to recover; whoever is competent decides whether to.',
    caption: 'Months both records were listed for',
    month: 'Benefit month',
    component: 'Component',
    excess: 'Paid twice',
    sum: 'Total (đồng)',
  },
  components: {
    allowance: 'Social allowance',
    single_parent: 'Single parent',
    social_pension: 'Social pension',
    care: 'Care',
    parenting: 'Pregnancy, small children',
  },
  benefits: {
    monthly_allowance: 'Social allowance',
    social_pension: 'Social pension',
    care_support: 'Care support',
    parenting_support: 'Pregnancy, small children',
    facility_care: 'Care in a facility',
  },
  sex: { female: 'female', male: 'male' },
  groups: {
    name: 'name',
    born: 'birth',
    sex: 'sex',
    number: 'numbers',
    home: 'home',
    head: 'head of household',
    phone: 'telephone',
  },
  comparisons: {
    'name.family': 'family name',
    'name.middle': 'middle name',
    'name.given': 'given name',
    commune: 'commune',
    village: 'village',
    'head.family': 'family name',
    'head.middle': 'middle name',
    'head.given': 'given name',
  },
  levels: likenessWordsEn.levels,
  acts: {
    apart: 'Not one person',
    merge: 'Merge',
    propose: 'Propose to merge',
    ask: 'Ask the other commune',
    answer: 'Answer the commune that asked',
    confirm: 'Confirm the merge',
    withdraw: 'Do not merge',
    undo: 'Part the two records',
    cancel: 'Not now',
    back: 'Back to the list',
    next: 'Next pair',
  },
  dialogs: {
    reason: 'Reason',
    reasonHint: 'Enough for whoever reads it later, such as the papers you saw.',
    needsReason: 'Say why, in at least 5 letters.',
    apart: {
      title: 'Keep the two records apart?',
      lead: 'The pair is remembered for ever as two people and is not asked about again.',
    },
    merge: {
      title: 'Make one record of the two?',
      lead: (kept) =>
        `Record ${kept} is kept. The other stays with its history, decisions and payments, but stands for nobody any more. A wrong merge can be undone.`,
      second: 'Money was paid, so nothing is merged until a second person confirms.',
      nextHead: 'Who heads the household of those who stay?',
      nextHeadHint: (names) => `By the merge the other household loses its head. Staying: ${names}.`,
      noNextHead: 'Not known yet: the household goes on the list “A household without a head”',
      pick: 'Choose',
      needsNextHead: 'Choose who heads it, or say that it is not known yet.',
    },
    confirm: {
      title: 'Confirm that the two records are one person?',
      lead: (by, why) => `${by} proposes: ${why}`,
      nextHead: (name) => `Those who stay behind are headed by ${name}.`,
      noNextHead:
        'The household left behind has no head yet, and goes on the list “A household without a head”.',
    },
    ask: {
      title: 'Ask the other commune',
      lead: (area) => `The question goes to ${area}. They see this pair and answer on this page.`,
      message: 'Question',
    },
    answer: {
      title: 'Answer the commune that asked',
      what: 'Are the two records one person?',
      answers: { same: 'One person', different: 'Two people', unsure: 'Not known' },
      details: {
        same: 'The pair waits to be merged.',
        different: 'The pair is remembered for ever as two people.',
        unsure: 'The pair goes back to those to look at.',
      },
      note: 'Grounds',
      needsAnswer: 'Choose an answer.',
    },
    withdraw: { title: 'Not merge this pair?', lead: 'The pair goes back to those to look at.' },
    undo: {
      title: 'Part the two records?',
      lead: 'Each says again exactly what it said before. What was proposed to be recovered and nobody has decided is dropped.',
    },
  },
  questions: {
    title: 'Between the two communes',
    asked: (by, from, at) => `${by}, ${from}, asked ${at}`,
    answered: (by, at) => `${by} answered ${at}`,
    waiting: (area) => `${area} has not answered yet.`,
  },
  done: {
    apart: 'The two records are kept apart. The pair will not be asked about again.',
    proposed: 'The merge is proposed. A second person has to confirm it.',
    merged: 'The two records are one now.',
    mergedWithMoney: (amount) => `The two records are one now. Recovery of ${amount} is proposed.`,
    asked: 'The question is sent. The answer will appear here.',
    agreed: 'Answered: one person. The pair waits to be merged.',
    open: 'The pair is back among those to look at.',
  },
  said: {
    proposed: (by, at) => `${by} proposed to merge at ${at}.`,
    apart: (by, at) => `${by} kept them apart at ${at}.`,
    merged: (by, at) => `${by} merged them at ${at}.`,
    parted: (by, at) => `${by} made them two again at ${at}.`,
    reason: (why) => `Reason: ${why}`,
    keptIs: (name) => `The record kept: ${name}`,
  },
  problems: {
    'duplicates.pair_not_found':
      'There is no such pair in your area. A record may have been corrected or merged. Go back to the list for what is left.',
    'duplicates.pair_decided': 'Somebody has just decided about this pair. Reload the page to see.',
    'duplicates.needs_both_in_sight':
      'One record is outside your area. Ask the other commune; once it confirms, the province merges.',
    'duplicates.same_commune': 'Both records are in one commune; there is nobody else to ask.',
    'duplicates.already_asked': 'The other commune was asked and has not answered yet.',
    'duplicates.nobody_asked': 'No question waits for an answer any more. Reload the page to see.',
    'duplicates.not_asked_here': 'Another commune was asked; it answers.',
    'duplicates.awards_of_two_schemes':
      'The two are paid by different schemes. End one of the awards by decision first, then merge.',
    'duplicates.one_has_died':
      'One record says that the person has died, the other does not. Ask for the death to be recorded, or undone, with its paper; once that is decided, merge.',
    'duplicates.relations_contradict': (details) =>
      contradictionInWords(details['said'], tiesInEnglish(details)),
    'duplicates.next_head_needed':
      'By the merge a household loses its head while others stay. Choose who heads it, or say that it is not known yet, and merge.',
    'duplicates.next_head_gone':
      'Whoever was to head the household is not of it any more. Take the proposal back, propose it again and choose somebody else.',
    'duplicates.next_head_not_of_age':
      'Whoever was chosen is not 18 years old yet, and somebody in the household is. Choose somebody of age.',
    'duplicates.nothing_proposed': 'The proposal is gone. Reload the page to see.',
    'duplicates.proposed_by_yourself': 'You proposed this merge. The second person has to be somebody else.',
    'duplicates.needs_confirming_role':
      'Money was paid. Ask the chair of the commune or the province to part the records.',
    'duplicates.not_merged': 'The pair is not merged, or has been parted. Reload the page to see.',
    'duplicates.changed_since_merge': ({ tables, diedSince }) =>
      typeof diedSince === 'string'
        ? `Not parted: after the merge this person was recorded as having died on ${formatDate(diedSince)}, which ended household and ties. First ask for the change “Recorded death undone”, part the records, then record the death of whoever died.`
        : `Not parted: after the merge the record was changed (${changedParts(tables, changed)}), and parting now would lose that. Note the change, set it back as it was, then part the records.`,
    'duplicates.undo_later_first':
      'The record that was kept has been merged further. Undo the later merge first, then this one.',
    'duplicates.merged_already': 'One of the two has just been merged into another record. Reload the page.',
    'duplicates.request_reused': 'This was sent before with other content. Reload the page and do it again.',
  },
}

function contradictionInWords(said: unknown, ties: string): string {
  switch (said) {
    case 'people.relation_with_self':
      return `Not merged: the two records are tied to each other${ties}, so they are two people. Press “Not one person”; if the tie was recorded by mistake, open a record, end the tie, then merge.`
    case 'people.already_married':
      return `Not done: somebody would have two spouses at a time${ties}. Record the divorce or the death first, then try again.`
    case 'people.guardian_has_guardian':
      return `Not done: somebody would have a guardian and be one${ties}. Record that one of the guardianships has ended, then try again.`
    case 'people.spouse_is_parent':
      return `Not done: somebody would be parent or child of their own spouse${ties}. End the tie that is wrong; if both are right, these are two people.`
    case 'people.relation_exists':
      return `Not done: a tie would be recorded twice${ties}. Open the record, end one of the two, then try again.`
    default:
      return `Not done: a parent would be born after the child, or be younger than 12 when it was born${ties}. Take the other birth; if the tie is wrong, end it first; if both are right, these are two people.`
  }
}
