import { useNavigate } from '@tanstack/react-router'
import { addMonths, lastDayOf, monthOf, type Month } from '#kernel/civil-date'
import type { PersonPage } from '#modules/people/contract'
import { usePastView } from '#platform/web/past-view'
import { KeyHint } from '#ui/button'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { Spells, type SpellRow } from '#ui/spells'
import type { SpellView } from '../contract.ts'
import { components } from '../domain/determination.ts'
import { lawsOverTime } from '../domain/rule-names.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { monthKeys } from './month-keys.ts'
import { useRuleName, useWhyHref } from './use-words.ts'

type Drawn = {
  readonly spells: readonly SpellView[]
  readonly residences: PersonPage['residences']
  readonly month: Month
  readonly personId: string
}

/** Months as a grid: the law that spoke, what it gave, and where the person lived; [ and ] step the day by a month. */
export function EntitlementTimeline({ spells, residences, month, personId }: Drawn) {
  const t = useMessages({ vi, en })
  const benefits = useBenefitRows(spells, personId)
  const showMonth = useShowMonth()
  if (spells.length === 0) return null
  const first = spells.reduce((least, { from }) => (from < least ? from : least), month)
  const from = `${first.slice(0, 4)}-01` as Month // January of the first year is a month.
  const until = addMonths(month, 2)
  const rows = [
    lawRow(t.entitlements.laws, from, until),
    ...benefits,
    residenceRow(t.entitlements.homes, residences, { first: from, formerly: t.entitlements.formerly }),
  ]
  return (
    <Panel
      title={t.entitlements.timeTitle}
      aside={
        <span className="hint no-print by-month">
          <KeyHint keys="[" /> <KeyHint keys="]" /> {t.entitlements.byMonth}
        </span>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys are heard from the bars inside, which are links */}
      <div onKeyDown={monthKeys((step) => showMonth(addMonths(month, step)))}>
        <Spells
          label={t.entitlements.timeLabel}
          unit={t.entitlements.unit}
          from={from}
          until={until}
          at={month}
          rows={rows.filter(({ spells: drawn }) => drawn.length > 0)}
        />
      </div>
    </Panel>
  )
}

function useBenefitRows(spells: readonly SpellView[], personId: string): SpellRow[] {
  const t = useMessages({ vi, en })
  const name = useRuleName()
  const whyHref = useWhyHref(personId)
  return components.map((component) => ({
    name: t.components[component],
    spells: spells
      .filter((spell) => spell.component === component)
      .map((spell) => ({
        id: `${component} ${spell.from}`,
        from: spell.from,
        until: spell.through && addMonths(spell.through, 1),
        label: inThousands(spell.amount),
        name: t.entitlements.spellName(name(spell.rule), inThousands(spell.amount)),
        ...(spell.through === null && { kind: 'now' as const }),
        href: whyHref(spell.from),
      })),
  }))
}

/** 670500 → 670,5: what stands in a bar is exact, and is heard as it is seen. */
export function inThousands(amount: number): string {
  const rest = String(amount % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return formatCount(Math.floor(amount / 1000)) + (rest && `,${rest}`)
}

function lawRow(name: string, from: Month, until: Month): SpellRow {
  const laws = lawsOverTime.map((law, place) => ({ ...law, until: lawsOverTime[place + 1]?.from ?? null }))
  return {
    name,
    spells: laws
      .filter((law) => law.from < until && (law.until === null || law.until > from))
      .map((law) => ({
        id: law.name,
        from: law.from,
        until: law.until,
        label: law.name.replace(/\/NĐ-CP.*/, ''),
        name: law.name,
        kind: 'thin' as const,
      })),
  }
}

function residenceRow(
  name: string,
  residences: PersonPage['residences'],
  { first, formerly }: { first: Month; formerly: (now: string, before: string) => string },
): SpellRow {
  return {
    name,
    spells: residences.map(({ id, area, during }) => ({
      id,
      from: during.from ? monthOf(during.from) : first,
      until: during.until && monthOf(during.until),
      // A commune that was re-coded is still one's home, under the name it has today.
      label: area.nowName,
      name: area.nowId === area.id ? area.name : formerly(area.nowName, area.name),
      kind: 'thin' as const,
    })),
  }
}

/** The same page as it stood on the last day of a month; this month and those to come are seen from today. */
function useShowMonth() {
  const navigate = useNavigate()
  const { today } = usePastView()
  return (month: Month) => {
    const ngay = month < monthOf(today) ? lastDayOf(month) : undefined
    void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, ngay }) } as never) // The router types an address it knows; this one is relative.
  }
}
