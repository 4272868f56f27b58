import { addMonths, monthOf, type CivilDate } from '#kernel/civil-date'
import { usePastView } from '#platform/web/past-view'
import { Button, KeyHint, TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { Spells, type Spell, type SpellRow } from '#ui/spells'
import type { LawTimeline, Stretch } from '../../domain/law-book/timeline.ts'
import { inThousands } from '../entitlement-timeline.tsx'
import { useOpenDay } from './day-form.tsx'
import { bookHref, compareHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useBookWords, useDaysSeen } from './use-book-words.ts'

/** Time drawn: the decrees, the amounts that held, the procedures; ← and → step from one version of the law to the next. */
export function LawTimelinePanel({ timeline }: { timeline: LawTimeline }) {
  const t = useMessages({ vi, en })
  const { on, today } = usePastView()
  const rows = useRows(timeline)
  const { before, after, step } = useSteps(timeline)
  const month = monthOf(on)
  const last = month > monthOf(today) ? month : monthOf(today)
  return (
    <Panel
      title={t.timeline}
      aside={
        <div className="btns">
          <Button icon="left" isDisabled={!before} onPress={() => step(-1)}>
            {t.previous}
          </Button>
          <Button icon="right" isDisabled={!after} onPress={() => step(1)}>
            {t.next}
          </Button>
        </div>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys are heard from the links and the region inside */}
      <div
        onKeyDown={(event) => {
          const { key, ctrlKey, altKey, metaKey } = event
          if (ctrlKey || altKey || metaKey || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return
          event.preventDefault()
          step(key === 'ArrowLeft' ? -1 : 1)
        }}
      >
        <Spells
          label={t.timelineLabel}
          unit={t.unit}
          from={timeline.regimes[0]?.from ?? month}
          until={addMonths(last, 14)}
          at={month}
          rows={rows}
        />
      </div>
      <p className="hint law-keys no-print">
        <KeyHint keys="←" /> <KeyHint keys="→" /> {t.keysWhat} · {t.lawNote}
      </p>
    </Panel>
  )
}

/** The version before and after the one of the day, and the way there. */
function useSteps({ versions }: LawTimeline) {
  const { on, today } = usePastView()
  const openDay = useOpenDay()
  const days = versions.map((version) => version.on)
  const here = days.findLastIndex((day) => day <= on)
  const before = days[here - 1]
  const after = days[here + 1]
  return {
    before,
    after,
    step: (direction: -1 | 1) => {
      const day = direction < 0 ? before : after
      // The newest version is that of today.
      if (day) openDay(day === days.findLast((one) => one <= today) ? today : day)
    },
  }
}

function useRows({ regimes, standards, socialPension, procedures }: LawTimeline): SpellRow[] {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  const seen = useDaysSeen()
  const spell = <Said,>(
    { from, opens, until }: Stretch<Said>,
    drawn: Pick<Spell, 'label' | 'name'> & Partial<Spell>,
  ): Spell => ({
    id: from,
    from,
    until: until ?? null,
    href: bookHref({ on: opens, knownOn: seen.knownOn }),
    ...drawn,
  })
  return [
    {
      name: t.laws,
      spells: regimes.map((stretch) => {
        const { document } = stretch.cite
        const { label, isRetroactive } = stretch.said
        const { href: _, ...still } = spell(stretch, {
          label: isRetroactive ? '' : (/^\d+\/\d{4}/.exec(document)?.[0] ?? document),
          name: isRetroactive ? `${words.label(label)}, ${t.lawNote}` : words.label(label),
          kind: isRetroactive ? 'arrears' : 'thin',
        })
        // A stretch of three months is too narrow to be pressed; the one after it leads to the same law.
        return isRetroactive ? still : spell(stretch, still)
      }),
    },
    ...standards.map(({ territory, stretches }): SpellRow => ({
      name: territory === 'central' ? t.centralStandard : t.provincialStandard(words.territory(territory)),
      spells: stretches.map((stretch) => {
        const { value, overtaken } = stretch.said
        const own = inThousands(value)
        if (overtaken === undefined) return spell(stretch, { label: own, name: words.money(value) })
        const used = inThousands(overtaken)
        return spell(stretch, {
          label: `${own} → ${used}`,
          name: t.appliedInstead(own, used),
          kind: 'thin',
        })
      }),
    })),
    {
      name: t.socialPension,
      spells: socialPension.map((stretch) =>
        spell(stretch, { label: inThousands(stretch.said.value), name: words.money(stretch.said.value) }),
      ),
    },
    {
      name: t.procedures,
      note: t.inWorkingDays,
      spells: procedures.map((stretch) => {
        const { workingDays } = stretch.said
        return spell(stretch, { label: String(workingDays), name: t.workingDays(workingDays), kind: 'thin' })
      }),
    },
  ]
}

/** The same as a table: every day on which the law began to say something else, with the way to the difference. */
export function VersionsPanel({ timeline: { versions } }: { timeline: LawTimeline }) {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  const { on } = usePastView()
  const { knownOn } = useDaysSeen()
  const here = versions.findLast((version) => version.on <= on)
  const before = (day: CivilDate) => versions.findLast((version) => version.on < day)?.on
  return (
    <Panel title={t.versions}>
      <DataTable
        caption={t.versionsCaption}
        isCaptionHidden
        rows={versions.toReversed()}
        rowKey={(version) => version.on}
        isCurrent={(version) => version === here}
        empty={t.noLaw(formatDay(on))}
        columns={[
          {
            header: t.since,
            cell: (version) => (
              <TextLink href={bookHref({ on: version.on, knownOn })}>{formatDay(version.on)}</TextLink>
            ),
            isName: true,
          },
          {
            header: t.document,
            cell: ({ regime, isRetroactive }) => (
              <>
                {words.label(regime.label)}
                {isRetroactive && <small className="quiet"> {t.lawNote.split(': ')[1]}</small>}
              </>
            ),
          },
          {
            header: t.changes,
            cell: ({ on: day, added, ended, changed }) => {
              const previous = before(day)
              return previous ? (
                <TextLink href={compareHref(previous, day)}>{t.changeCount(added, ended, changed)}</TextLink>
              ) : (
                t.firstVersion(added)
              )
            },
          },
        ]}
      />
    </Panel>
  )
}
