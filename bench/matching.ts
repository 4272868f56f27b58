/**
 * How well and how fast people written down twice are found: `node bench/matching.ts [quality|demonstration|speed]`, all of
 * it without a word. Prints the tables of docs/matching.md. The demonstration needs ANSINH_HOME in an empty folder.
 * `node bench/matching.ts weights` prints what a register too small to learn from begins with
 * (modules/people/domain/duplicates/first-weights.ts).
 */
import { registerRules, worthALook } from '../modules/people/domain/duplicates/register-rules.ts'
import { firstWeights } from '../modules/people/domain/duplicates/first-weights.ts'
import { MatchRules } from '../modules/people/domain/matching/configuration.ts'
import { curveOf, reachOf, truePairs } from '../modules/people/domain/matching/evaluate.ts'
import { findDuplicates, type Found } from '../modules/people/domain/matching/find-duplicates.ts'
import { openMatchIndex } from '../modules/people/domain/matching/match-index.ts'
import { scoreFor } from '../modules/people/domain/matching/score.ts'
import { openTable, type Table } from '../modules/people/domain/matching/table.ts'
import { demonstrationPeople } from './matching-demonstration.ts'
import { englishPeople, englishRules } from './matching-english.ts'
import { successors as inventedSuccessors } from './matching-people.ts'
import { vietnamesePeople, vietnameseRules, type Listed } from './matching-people.ts'
import { load, machine, ownSeconds, round, spreadOf } from './measure.ts'

const wanted = process.argv[2]
const isWanted = (part: string) => wanted === undefined || wanted === part
const print = (line: string) => process.stdout.write(`${line}\n`)

print(`${machine()}; ${load()}`)
if (isWanted('quality')) {
  const rules = MatchRules.parse(vietnameseRules)
  showQuality('Invented Vietnamese people, 200,000 records', rules, [...vietnamesePeople(200_000, 1)])
  const { fields, blocking, largestBlock, together } = englishRules
  const english = MatchRules.parse({ fields, blocking, largestBlock, together })
  showQuality('English names, one further record each', english, [
    ...englishPeople(5000, { seed: 1, copies: 1, most: 1 }),
  ])
  const { number: _, ...withoutNumber } = fields
  showQuality(
    'The same without a number',
    MatchRules.parse({
      fields: withoutNumber,
      blocking: blocking.filter(([part]) => part !== 'number'),
      largestBlock,
      together,
    }),
    [...englishPeople(5000, { seed: 1, copies: 1, most: 1 })],
  )
}
if (isWanted('demonstration')) {
  const { listed, successors } = await demonstrationPeople()
  const asRegistered = listed.map((one) => ({ ...one, cells: registeredCells(one.cells) }))
  const rules = registerRules(successors)
  showQuality(`The demonstration province, ${listed.length} people`, rules, asRegistered)
  const prior = (2 * 0.005) / listed.length
  showQuality(
    'The same by the weights a small register begins with',
    {
      ...rules,
      weights: { ...firstWeights, prior },
    },
    asRegistered,
  )
}
if (wanted === 'weights') {
  const table = tableOf(
    registerRules(inventedSuccessors),
    Array.from(vietnamesePeople(200_000, 7), (one) => ({ ...one, cells: registeredCells(one.cells) })),
  )
  const { scorer } = findDuplicates(table, registerRules(inventedSuccessors), { likely: worthALook })
  const { comparisons, together } = scorer.weights
  print(
    JSON.stringify({ together, comparisons }, (_, value: unknown) =>
      typeof value === 'number' ? Number(value.toPrecision(4)) : value,
    ),
  )
}
if (isWanted('speed')) for (const count of [50_000, 1_171_000]) showSpeed(count)

function showQuality(title: string, rules: MatchRules, listed: readonly Listed[]) {
  const table = tableOf(rules, listed)
  const gold = listed.map(({ truth }) => truth)
  const truths = truePairs(gold)
  const found = findDuplicates(table, rules, { likely: 0.001 })
  const bounds = [0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999]
  print(`\n### ${title}\n`)
  print(
    `${table.size()} records, ${truths.length} true pairs; ${found.compared} pairs compared; blocking brings ` +
      `${percent(reachOf(found.blocks, truths))} of the true pairs; one in ${Math.round(1 / found.prior)} pairs is ` +
      `thought to be one person, ${Math.round((table.size() * (table.size() - 1)) / 2 / truths.length)} are\n`,
  )
  print(
    '| likelihood | points from | pairs | precision | recall | F1 |\n| --: | --: | --: | --: | --: | --: |',
  )
  const curve = curveOf(found.pairs, gold, {
    truths: truths.length,
    bounds: bounds.map((one) => scoreFor(one, found.prior)),
  })
  for (const [index, { bound, found: pairs, precision, recall, f1 }] of curve.toReversed().entries())
    print(
      `| ${bounds[index]} | ${round(bound)} | ${pairs} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} |`,
    )
  showKinds(found, listed, truths)
  showLearned(found, table, truths)
}

/** Recall by what was done to the further record: found as possible, and as sure. */
function showKinds(found: Found, listed: readonly Listed[], truths: ReturnType<typeof truePairs>) {
  const kinds = new Map<string, (readonly [number, number])[]>()
  for (const pair of truths)
    for (const kind of new Set(pair.flatMap((record) => listed[record]!.errors)))
      kinds.set(kind, [...(kinds.get(kind) ?? []), pair])
  if (kinds.size < 2) return
  const scores = new Map(found.pairs.map(({ one, other, score }) => [`${one} ${other}`, score]))
  const share = (pairs: readonly (readonly [number, number])[], likely: number) => {
    const bound = scoreFor(likely, found.prior)
    const reached = pairs.filter(([one, other]) => (scores.get(`${one} ${other}`) ?? -Infinity) >= bound)
    return percent(reached.length / pairs.length)
  }
  print(
    '\n| what is wrong, perhaps among other things | true pairs | brought together | possible | sure |\n| -- | --: | --: | --: | --: |',
  )
  for (const [kind, pairs] of [...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    print(
      `| ${kind} | ${pairs.length} | ${percent(reachOf(found.blocks, pairs))} | ${share(pairs, 0.5)} | ${share(pairs, 0.99)} |`,
    )
}

/** What was learned of full agreement and of difference, beside what holds of the true pairs. */
function showLearned(found: Found, table: Table, truths: ReturnType<typeof truePairs>) {
  const counts = table.comparisons.map(({ levels }) => levels.map(() => 0))
  const levels = new Int8Array(table.comparisons.length)
  for (const [one, other] of truths) {
    table.compare(one, other, levels)
    for (const [index, level] of levels.entries()) if (level >= 0) counts[index]![level]!++
  }
  print(
    '\n| comparison | the same: learned | in truth | different: learned | in truth |\n| -- | --: | --: | --: | --: |',
  )
  for (const [index, { name }] of table.comparisons.entries()) {
    const { m } = found.scorer.weights.comparisons[name]!
    const all = counts[index]!.reduce((sum, count) => sum + count, 0)
    const truth = (level: number) => (all === 0 ? '–' : percent(counts[index]!.at(level)! / all))
    print(`| ${name} | ${percent(m[0]!)} | ${truth(0)} | ${percent(m.at(-1)!)} | ${truth(-1)} |`)
  }
}

function showSpeed(count: number) {
  const rules = MatchRules.parse(vietnameseRules)
  const further: Listed[] = []
  let [clock, used] = [performance.now(), ownSeconds()]
  const lap = () => {
    const taken = { seconds: (performance.now() - clock) / 1000, processor: ownSeconds() - used }
    clock = performance.now()
    used = ownSeconds()
    return `${round(taken.seconds)} s (${round(taken.processor)} s of processor)`
  }
  const table = openTable(rules)
  let place = 0
  for (const one of vietnamesePeople(count, 3)) {
    if (place++ % Math.floor(count / 500) === 0) further.push(one)
    table.add((column) => one.cells[column] ?? '')
  }
  const made = lap()
  const found = findDuplicates(table, rules)
  const searched = lap()
  print(`\n### ${count} records\n`)
  print(
    `inventing and reading them ${made}; learning, blocking and scoring ${searched}; ${found.compared} pairs compared, ` +
      `${found.pairs.length} found; resident at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB; ${load()}`,
  )
  const started = ownSeconds()
  const pairs = Math.min(1_000_000, found.pairs.length * 200)
  for (let pair = 0; pair < pairs; pair++) {
    const { one, other } = found.pairs[pair % found.pairs.length]!
    found.scorer.score(one, other)
  }
  print(
    `scoring alone: ${Math.round(pairs / (ownSeconds() - started) / 1000)} thousand pairs a second of processor`,
  )
  lap()
  const index = openMatchIndex(table, rules, { ...found.scorer.weights, prior: found.prior })
  print(`an index of them: ${lap()}`)
  const ask = ({ cells }: Listed) => {
    const began = performance.now()
    index.ask((column) => cells[column] ?? '', 0.5)
    return performance.now() - began
  }
  for (const one of further.slice(0, 50)) ask(one)
  const { p50, p95, max } = spreadOf(further.map(ask))
  print(
    `one more record against all: p50 ${round(p50, 2)} ms, p95 ${round(p95, 2)} ms, max ${round(max, 2)} ms (${further.length} asked)`,
  )
}

/** A line of a list under the names the register has for its columns. */
function registeredCells(cells: Listed['cells']): Listed['cells'] {
  const [day, month, year] = (cells['ngay_sinh'] ?? '').split('/')
  return {
    name: cells['ho_ten'] ?? '',
    born: year ? `${year}-${month}-${day}` : (cells['ngay_sinh'] ?? ''),
    sex: cells['gioi_tinh'] ?? '',
    personalId: cells['so_dinh_danh'] ?? '',
    legacyId: cells['cmnd'] ?? '',
    commune: cells['xa'] ?? '',
    village: cells['thon'] ?? '',
    head: cells['chu_ho'] ?? '',
    phone: cells['dien_thoai'] ?? '',
  }
}

function tableOf(rules: MatchRules, listed: readonly Listed[]): Table {
  const table = openTable(rules)
  for (const { cells } of listed) table.add((column) => cells[column] ?? '')
  return table
}

function percent(value: number) {
  return `${(100 * value).toFixed(value > 0 && value < 0.001 ? 2 : 1)} %`
}
