import type { LikenessPart } from '#modules/people/contract'
import { formatShare } from '#ui/format'
import type { Messages } from './messages.vi.ts'

export type Group = 'name' | 'born' | 'sex' | 'number' | 'home' | 'head' | 'phone'

/** Comparisons of one thing weigh together: the three parts of a name, the commune and the village. */
const groups: Readonly<Record<string, Group>> = {
  name: 'name',
  head: 'head',
  commune: 'home',
  village: 'home',
  born: 'born',
  sex: 'sex',
  number: 'number',
  phone: 'phone',
}

export type Weighed = {
  readonly group: Group
  readonly bits: number
  readonly parts: readonly LikenessPart[]
}

/** What was compared, by group, the heaviest first; what one side says nothing of weighs nothing and comes last. */
export function weighed(parts: readonly LikenessPart[]): Weighed[] {
  const byGroup = Map.groupBy(parts, ({ comparison }) => groups[comparison.split('.')[0]!] ?? 'name')
  return Array.from(byGroup, ([group, own]) => ({
    group,
    parts: own,
    bits: own.reduce((sum, { bits }) => sum + bits, 0),
  })).toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
}

/** Less than this says nothing to anybody. */
const tellingBits = 1

/** What speaks for one person, and what against it, in a line each. */
export function evidence(t: Messages, parts: readonly LikenessPart[]): string[] {
  const all = weighed(parts)
  const named = (wanted: (bits: number) => boolean) =>
    all.flatMap(({ group, bits }) => (wanted(bits) ? [t.groups[group]!] : [])).join(', ')
  const [agree, differ] = [named((bits) => bits >= tellingBits), named((bits) => bits <= -tellingBits)]
  return [...(agree ? [t.list.agree(agree)] : []), ...(differ ? [t.list.differ(differ)] : [])]
}

/** How one group is alike, in words: «tên khác dấu; họ, đệm giống nhau». */
export function alikeInWords(t: Messages, { parts }: Weighed): string {
  const known = parts.filter(({ level }) => level !== null)
  if (known.length === 0) return t.pair.nothingSaid
  if (known.length === 1) return t.levels[known[0]!.level!] ?? known[0]!.level!
  const byLevel = Map.groupBy(known, ({ level }) => level!)
  if (byLevel.size === 1) return t.levels[known[0]!.level!] ?? ''
  return Array.from(
    byLevel,
    ([level, own]) =>
      `${own.map(({ comparison }) => t.comparisons[comparison] ?? comparison).join(', ')}: ${t.levels[level] ?? level}`,
  ).join('; ')
}

export function likelyInWords(t: Messages, likely: number, isNearlySure: boolean): string {
  if (isNearlySure) return t.likely.sure
  if (likely >= 0.5) return t.likely.high
  return likely >= 0.1 ? t.likely.middle : t.likely.low
}

/** Never a whole: nobody is certain. */
export function shareOf(likely: number): string {
  return formatShare(Math.min(0.999, Math.max(0.01, likely)))
}

export function formatPoints(bits: number): string {
  const text = Math.abs(bits).toFixed(1).replace('.', ',')
  return `${bits < 0 ? '−' : '+'}${text}`
}
