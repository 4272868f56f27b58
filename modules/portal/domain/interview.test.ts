import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { engine } from '#modules/entitlement/engine'
import { interviewOf, nextQuestion, remaining, usualAnswer } from './interview.ts'
import { knownOf } from './known.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import { unknown, type Answers, type Question, type QuestionId } from './question.ts'
import { questions } from './questions/index.ts'

const today = civilDate('2026-11-23')
const given = (answers: Partial<Record<QuestionId, readonly string[]>>): Answers =>
  new Map(Object.entries(answers) as [QuestionId, readonly string[]][]) // Keys of the record.

const older = given({
  who: ['self'],
  happening: ['nothing'],
  birth: ['1948-05-12'],
  place: [unknown],
  household: ['neither'],
  home: ['family'],
  income: ['nothing'],
  disability: ['no'],
  services: ['nothing'],
})
const orphan = given({
  who: ['child'],
  happening: ['nothing'],
  birth: ['2016-05-12'],
  place: [unknown],
  household: ['poor'],
  home: ['takenIn'],
  disability: ['no'],
  abandoned: ['no'],
  father: ['dead'],
  mother: ['dead'],
  raisedBy: ['relatives'],
  hiv: ['no'],
  services: ['nothing'],
})

test('an older person is asked nine questions and told of the social pension', () => {
  const interview = interviewOf(older, today)
  expect(interview.next).toBeUndefined()
  expect(interview.path).toHaveLength(9)
  const outcome = outcomeOf(interview.known)
  expect(outcome.total).toBe(540_000)
  expect(outcome.monthly.map(({ group }) => group.group)).toEqual(['SP-A'])
  expect(outcome.card?.rule).toBe('BHYT-SP')
  expect(outcome.workingDays).toBe(7)
})

test('an orphan’s carer is told of both sums', () => {
  const interview = interviewOf(orphan, today)
  expect(interview.next).toBeUndefined()
  expect(amounts(outcomeOf(interview.known))).toEqual(['MSA-1 810000 person', 'CARE-1 810000 carer'])
})

test('whoever is 72 and not poor is told when to come back', () => {
  const outcome = outcomeOf(interviewOf(changed(older, { birth: ['1954-03-12'] }), today).known)
  expect(outcome.monthly).toEqual([])
  expect(outcome.missing.find(({ group }) => group.group === 'SP-A')?.from).toBe('2029-03')
})

test('what is not known promises nothing, and is named as what to ask', () => {
  const outcome = outcomeOf(interviewOf(changed(older, { income: [unknown] }), today).known)
  expect(outcome.monthly).toEqual([])
  expect(outcome.open.flatMap(({ rules }) => rules.map(({ id }) => id))).toContain('SP-A')
})

test('of two rights the higher is due, and the other is said to give way', () => {
  const poor = changed(older, {
    household: ['poor'],
    hiv: ['no'],
    singleParent: ['no'],
    obligor: ['nobody'],
    selfCare: ['yes'],
  })
  const outcome = outcomeOf(interviewOf(poor, today).known)
  expect(amounts(outcome)).toEqual(['MSA-5A 1080000 person'])
  expect(outcome.gaveWay.map(({ group }) => group.group)).toEqual(['SP-A'])
})

test('a funeral is paid for whoever was on the social pension, though nobody is asked how they came to be', () => {
  const outcome = outcomeOf(
    interviewOf(
      given({
        who: ['deceased'],
        birth: ['1948'],
        place: [unknown],
        deceased: ['socialPension'],
        funeralPaid: ['no'],
      }),
      today,
    ).known,
  )
  expect(outcome.events).toMatchObject([
    { kind: 'death', rights: [{ rule: 'FUN-05', award: { amount: 10_800_000 } }] },
  ])
})

test('a storm brings rice by the head, help with the home and money for whoever is badly hurt', () => {
  const interview = interviewOf(
    given({
      who: ['self'],
      happening: ['hunger', 'home', 'accident'],
      birth: ['1980-01-01'],
      place: [unknown],
      hunger: ['disaster', '4'],
      damage: ['destroyed'],
      victim: ['long', 'away'],
      household: ['nearPoor'],
      home: ['family'],
      income: ['wage'],
      disability: ['no'],
      singleParent: ['no'],
      services: ['nothing'],
    }),
    today,
  )
  expect(interview.next).toBeUndefined()
  const rules = outcomeOf(interview.known).events.flatMap(({ rights }) => rights.map(({ rule }) => rule))
  expect(rules).toEqual(['EMG-1B', 'EMG-5A', 'EMG-3X'])
})

test('an answer nobody would ask for any more is left aside when another is changed', () => {
  const path = interviewOf(changed(orphan, { birth: ['1990-01-01'] }), today).path
  expect(path).not.toContain('father')
  expect(path).not.toContain('raisedBy')
})

test('the number of questions left never tells more than there are', () => {
  expect(remaining(interviewOf(given({}), today), today)).toBe(9)
  expect(remaining(interviewOf(older, today), today)).toBe(0)
})

test('every group of the law in force can be reached by answers', () => {
  const law = engine.lawIn(outcomeOf(interviewOf(older, today).known).month, today)!
  const reached = new Set(ways.flatMap((way) => heldBy(fill(way))))
  const groups = law.regime.rules.groups.map(({ id }) => id)
  expect(groups.filter((id) => !reached.has(id))).toEqual([])
})

test('every question is asked by somebody, and every choice of it can be made', () => {
  const asked = new Set(ways.flatMap((way) => interviewOf(fill(way), today).path))
  expect(questions.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([])
})

test('no question is asked whose answer cannot change what comes out', () => {
  const idle = ways.flatMap((way) => {
    const whole = fill(way)
    return interviewOf(whole, today)
      .path.filter((id) => !matters(id, whole))
      .map((id) => `${id} of ${JSON.stringify(way)}`)
  })
  expect(idle).toEqual([])
})

test('nobody is asked more than sixteen questions, unless several things happen at once', () => {
  for (const way of ways.filter(({ happening = ['nothing'] }) => happening.length === 1))
    expect(interviewOf(fill(way), today).path.length).toBeLessThanOrEqual(16)
})

/** Whether some other answer leads to another result, whatever is answered afterwards as before or as most people do. */
function matters(id: QuestionId, whole: Answers): boolean {
  const question = questions.find((one) => one.id === id)!
  const path = interviewOf(whole, today).path
  const before = new Map(path.slice(0, path.indexOf(id)).map((one) => [one, whole.get(one)!]))
  // The first two that differ are enough.
  for (const completed of [0, 1, 2]) {
    const results = new Set<string>()
    for (const answer of alternatives(question)) {
      const answers = completions[completed]!(new Map([...before, [id, answer]]), whole)
      results.add(JSON.stringify(fingerprintOf(outcomeOf(knownOf(answers, today)), answers)))
      if (results.size > 1) return true
    }
  }
  return false
}

/** Everything somebody reads: sums, rights, what is lacking, advice, and the office. */
function fingerprintOf(outcome: Outcome, answers: Answers) {
  return {
    money: amounts(outcome),
    card: outcome.card?.rule,
    events: outcome.events.map(({ rights }) => rights.map(({ rule, award }) => [rule, award])),
    open: outcome.open.map(({ rules, doubts }) => [rules.map(({ id }) => id), doubts]),
    missing: outcome.missing.map(({ group, from }) => [group.group, from]),
    advice: outcome.advice,
    who: answers.get('who'),
    takeIn: answers.get('takeIn'),
    place: answers.get('place'),
  }
}

const amounts = ({ monthly }: Outcome) =>
  monthly.map(({ group, amount, payee }) => `${group.group} ${amount} ${payee}`)

function alternatives({ kind, options, also }: Question): readonly (readonly string[])[] {
  const ids = options.map(({ id }) => [id])
  switch (kind) {
    case 'birth':
      return [['1948-05-12'], ['1986-05-12'], ['2016-05-12'], ['2024-12-01']]
    case 'place':
      return [[unknown], ['Xã Tam Sơn', '1', 'central', 'no']]
    case 'village':
      return [[unknown], ['Thôn Đông', 'yes'], ['Thôn Tây', 'no']]
    case 'count':
      return [['1'], ['3']]
    case 'persons':
      return options.flatMap(({ id }) => [
        [id, '1'],
        [id, '4'],
      ])
    case 'one':
    case 'many':
      return [...ids, ...(also ? [[options[1]!.id, also.id]] : []), [unknown]]
  }
}

/** Goes on as before; or with whatever most follows from; or in the care of somebody else. */
const completions: readonly ((answers: Answers, whole: Answers) => Answers)[] = [
  (answers, whole) => finish(answers, (question) => whole.get(question.id)),
  (answers) => finish(answers, (question) => telling[question.id]),
  (answers) => finish(answers, (question) => takenIn[question.id]),
]

function finish(answers: Answers, choose: (question: Question) => readonly string[] | undefined): Answers {
  let current = answers
  for (;;) {
    const next = nextQuestion(knownOf(current, today))
    if (!next) return current
    current = new Map([...current, [next.id, choose(next) ?? usualAnswer(next)]])
  }
}

/** The answers most things follow from. */
const telling: Partial<Record<QuestionId, readonly string[]>> = {
  household: ['poor'],
  hiv: ['yes'],
  obligor: ['nobody'],
  selfCare: ['takenIn'],
  singleParent: ['spouseDead'],
  children: ['2'],
  father: ['dead'],
  mother: ['dead'],
  raisedBy: ['relatives'],
  childSupport: ['yes'],
  study: ['university'],
  carer: ['decided'],
  level: ['exceptional'],
  pregnancy: ['both'],
}

/** Somebody is cared for by another, whatever became of their parents. */
const takenIn: typeof telling = { raisedBy: ['relatives'], carer: ['decided'] }

/** A way through the questions that says something particular, filled up with what most people answer. */
function fill(way: Partial<Record<QuestionId, readonly string[]>>): Answers {
  return finish(new Map(), ({ id }) => way[id])
}

function heldBy(answers: Answers): readonly string[] {
  const { monthly, gaveWay } = outcomeOf(interviewOf(answers, today).known)
  return [...monthly, ...gaveWay].map(({ group }) => group.group)
}

function changed(answers: Answers, differing: Partial<Record<QuestionId, readonly string[]>>): Answers {
  return new Map([...answers, ...given(differing)])
}

const certified = { disability: ['certified'] }
const poor = { household: ['poor'] }
const ways: readonly Partial<Record<QuestionId, readonly string[]>>[] = [
  {},
  { birth: ['1954-03-12'] },
  { birth: ['1954-03-12'], household: ['nearPoor'] },
  { birth: ['1945-01-01'], income: ['pension'], pension: ['below'] },
  { birth: ['1945-01-01'], income: ['insurance'], pension: ['from'] },
  { birth: ['1950-01-01'], ...poor, obligor: ['onAllowance'], selfCare: ['yes'] },
  { birth: ['1962-01-01'], ...poor, obligor: ['nobody'], selfCare: ['takenIn'] },
  { birth: ['1986-01-01'], ...poor, hiv: ['yes'] },
  { birth: ['1986-01-01'], household: ['nearPoor'], singleParent: ['neverMarried'], children: ['2'] },
  { birth: ['1986-01-01'], ...certified, level: ['severe'], pregnancy: ['both'], spouse: ['no'] },
  { birth: ['1986-01-01'], ...certified, level: ['exceptional'], carer: ['family'] },
  { birth: ['1986-01-01'], ...certified, level: ['exceptional'], carer: ['decided'] },
  { birth: ['1986-01-01'], home: ['facility'] },
  { birth: ['1946-01-01'], home: ['facility'] },
  { birth: ['2006-01-01'], childSupport: ['yes'], study: ['university'] },
  { who: ['child'], birth: ['2024-06-01'], abandoned: ['yes'], raisedBy: ['others'] },
  { who: ['child'], birth: ['2016-06-01'], father: ['dead'], mother: ['missing'], raisedBy: ['relatives'] },
  { who: ['child'], birth: ['2018-06-01'], ...certified, level: ['severe'], certificateAge: ['yes'] },
  { who: ['child'], birth: ['2018-06-01'], ...poor, hiv: ['yes'] },
  { who: ['child'], birth: ['2024-06-01'], household: ['nearPoor'], village: ['Thôn Đông', 'yes'] },
  { who: ['child'], birth: ['2018-06-01'], raisedBy: ['facility'], father: ['dead'], mother: ['dead'] },
  { who: ['takeIn'], takeIn: ['disabled'] },
  { who: ['deceased'], birth: ['1948'], deceased: ['socialPension'] },
  { who: ['deceased'], birth: ['1955'], deceased: ['survivor'] },
  { who: ['deceased'], birth: ['1948'], deceased: ['applied'] },
  { happening: ['hunger'], hunger: ['harvest', '4'] },
  { happening: ['home'], damage: ['destroyed'], hardship: ['yes'] },
  { happening: ['accident'], victim: ['dead'] },
  { happening: ['accident'], victim: ['long'] },
  { happening: ['harm'] },
]
