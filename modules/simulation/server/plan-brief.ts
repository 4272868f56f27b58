import { dayOf } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { moneyInWords } from '#kernel/money-in-words'
import { formatCount } from '#kernel/written'
import type { CountsOfPart, Result } from '../contract.ts'
import { afterAll, differenceIn } from '../domain/cost.ts'
import { wordsVi } from '../domain/words.vi.ts'
import type { Issue } from './issue-of.ts'
import { reportWords as words } from './messages.vi.ts'

const signed = (value: number) => (value > 0 ? '+' : '') + formatCount(value)
const tenths = (value: number) =>
  (value / 10).toLocaleString('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const told = (value: number | null, say: (value: number) => string) =>
  value === null ? words.withheld : say(value)

/** All that brief.typ sets: two pages, whatever the number of communes. */
export function planBrief(name: string, result: Result, { today, office, isOfFormer }: Issue) {
  const { cost, before, after, all, takeUp } = result
  const whole = before.amount + cost.monthly
  // What is not told may be something.
  const touched = result.byArea.filter((row) => touchedIn(row) !== 0 || differenceIn(row, takeUp) !== 0)
  return {
    words: { ...words, groupColumns: words.groupColumns(result.month) },
    name,
    office,
    dated: words.dated(today),
    where: words.where(isOfFormer ? words.former(result.area.name) : result.area.name, result.from),
    basis: words.basis(result.month, result.law.vi, dayOf(result.dataAt)),
    changes: result.changes.map((change) => ({
      what: wordsVi.change(change),
      cite: change.cite?.text ?? '',
      isUncertain: change.cite?.certainty === 'uncertain',
    })),
    tiles: [
      { label: words.before(result.month), figure: formatCount(before.amount), detail: productsOf(before) },
      {
        label: words.after,
        figure: formatCount(whole),
        detail:
          cost.fresh === 0 ? productsOf(after) : words.withFresh(productsOf(after), formatCount(cost.fresh)),
      },
      {
        label: cost.monthly < 0 ? words.less : cost.monthly > 0 ? words.more : words.same,
        figure: signed(cost.monthly),
        detail: shareOf(cost.monthly, before.amount),
      },
    ],
    costs: [
      { label: words.monthly, amount: signed(cost.monthly), isTotal: true },
      ...(all.fresh === 0
        ? []
        : [
            { label: words.paid, amount: signed(cost.byAwards), isTotal: false },
            {
              label: words.fresh(formatCount(all.fresh), takeUp),
              amount: signed(cost.fresh),
              isTotal: false,
            },
          ]),
      {
        label: words.firstYear(cost.firstYear.year, cost.firstYear.months),
        amount: signed(cost.firstYear.amount),
        isTotal: false,
      },
      { label: words.fullYear, amount: signed(cost.fullYear), isTotal: false },
    ],
    inWords: `${words.inWords} ${moneyInWords(dong(Math.abs(cost.monthly)))}`,
    who: (['raised', 'lowered', 'gained', 'lost', 'switched', 'fresh', 'unchanged'] as const).map((kind) => ({
      label: words.whoRows[kind],
      people: formatCount(kind === 'unchanged' ? result.unchanged : all[kind]),
    })),
    distribution: barsOf(result.differences),
    groups: result.byGroup.map((row) => ({
      name: wordsVi.group(row),
      lines: withNew(fromTo(row.peopleBefore, row.peopleAfter, formatCount), row.fresh),
      coefficients: fromTo(row.coefficients[0], row.coefficients[1], tenths),
      before: told(row.before, formatCount),
      after: told(afterAll(row, takeUp), formatCount),
      difference: told(differenceIn(row, takeUp), signed),
    })),
    groupTotal: {
      lines: withNew(fromTo(before.lines, after.lines, formatCount), all.fresh),
      before: formatCount(before.amount),
      after: formatCount(whole),
      difference: signed(cost.monthly),
    },
    cuts: [
      ...result.bySex.map((row) => cutOf(wordsVi.sex[row.sex], row, takeUp)),
      ...result.byAge.map((row) => cutOf(wordsVi.age(row), row, takeUp)),
      ...result.byPoverty.map((row) => cutOf(wordsVi.household[row.household], row, takeUp)),
    ],
    communes: inColumns(
      touched.map((row) => ({
        name: row.area.name,
        people: told(touchedIn(row), formatCount),
        difference: told(differenceIn(row, takeUp), signed),
      })),
      touched.length > 80 ? 3 : 2,
    ),
    otherCommunes:
      touched.length < result.byArea.length
        ? words.otherCommunes(
            formatCount(result.byArea.length - touched.length),
            formatCount(result.byArea.length),
          )
        : '',
    flags: result.flags.map((flag) => wordsVi.flag(flag)),
    assumptions: wordsVi.assumptions(result),
    hasWithheld: [result.byGroup, result.byArea, result.bySex, result.byAge, result.byPoverty].some((part) =>
      part.some(({ raised, before }) => raised === null || before === null),
    ),
  }
}

function productsOf({ parts }: Result['before']) {
  return parts
    .slice(0, 3)
    .map(({ coefficients, standard }) => `${tenths(coefficients)} × ${formatCount(standard)}`)
    .join(' + ')
    .concat(parts.length > 3 ? ' + …' : '')
}

function shareOf(part: number, whole: number) {
  return whole === 0 ? '' : `${((part / whole) * 100).toLocaleString('vi-VN', { maximumFractionDigits: 2 })}%`
}

function fromTo(before: number | null, after: number | null, say: (value: number) => string) {
  return before === after ? told(before, say) : `${told(before, say)} → ${told(after, say)}`
}

function barsOf(differences: Result['differences']) {
  const largest = Math.max(1, ...differences.map(({ people }) => people))
  return differences.map(({ from, to, people }) => ({
    label: from === to ? signed(from) : `${signed(from)} … ${signed(to)}`,
    people: formatCount(people),
    share: people / largest,
    isLoss: to < 0,
  }))
}

/** How many people of a part something changes for; unknown where any of it is not told. */
function touchedIn({ raised, lowered, gained, lost, fresh }: CountsOfPart): number | null {
  const counts = [raised, lowered, gained, lost, fresh]
  return counts.includes(null) ? null : counts.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

/** Of two figures that are kept back it is enough to say so once. */
function withNew(lines: string, people: number | null) {
  return people === 0 || (people === null && lines === words.withheld)
    ? lines
    : words.linesAndNew(lines, told(people, formatCount))
}

function cutOf(name: string, row: CountsOfPart, takeUp: number) {
  return {
    name: name[0]!.toLocaleUpperCase('vi-VN') + name.slice(1),
    people: fromTo(row.peopleBefore, row.peopleAfter, formatCount),
    touched: told(touchedIn(row), formatCount),
    difference: told(differenceIn(row, takeUp), signed),
  }
}

function inColumns<Row>(rows: readonly Row[], columns: number): Row[][] {
  const height = Math.ceil(rows.length / columns)
  return Array.from({ length: columns }, (_, index) => rows.slice(index * height, (index + 1) * height))
}
