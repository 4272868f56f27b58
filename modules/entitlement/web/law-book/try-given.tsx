import type { ReactNode } from 'react'
import { DataTable } from '#ui/data-table'
import { formatDay, formatMoney, formatMonth } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { supportWordsEn, supportWordsVi } from '../../domain/determination-words.ts'
import type { Determination } from '../../domain/determine-all.ts'
import { payeeOf } from '../../domain/determination.ts'
import type { SupportExplanation, SupportRights } from '../../domain/support-explanation.ts'
import { Citations, LawDaysProvider } from '../citation.tsx'
import { capital } from '../explanation-nodes.tsx'
import { useRuleName, useWords } from '../use-words.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useEventPhrases } from './use-event-phrases.ts'

type Given = {
  readonly id: string
  readonly whose: string
  readonly right: string
  readonly worth: ReactNode
  readonly payee: string
  readonly time: ReactNode
  readonly law: ReactNode
}

/** Everything that is given, of everybody and every event, in one table. */
export function GivenTable({ determination }: { determination: Determination }) {
  const t = useMessages({ vi, en })
  const rows = useGiven(determination)
  const isAlone = determination.members.length === 1
  return (
    <div className="law-given">
      <DataTable
        caption={t.tried.givenCaption}
        isCaptionHidden
        rows={rows}
        empty={t.tried.givenNone}
        columns={[
          {
            header: t.tried.right,
            cell: ({ right, whose }) => (
              <>
                {right}
                {!isAlone && <small className="quiet"> – {whose}</small>}
              </>
            ),
            isName: true,
          },
          { header: t.tried.worth, cell: ({ worth }) => worth },
          {
            header: t.tried.payee,
            cell: ({ payee, time }) => (
              <div>
                {payee}
                <div className="quiet">{time}</div>
              </div>
            ),
          },
          { header: t.tried.law, cell: ({ law }) => law },
        ]}
      />
    </div>
  )
}

function useGiven({ members, events, month }: Determination): readonly Given[] {
  const t = useMessages({ vi, en })
  const phrases = useEventPhrases()
  const nameOf = useRuleName()
  const words = useWords()
  const support = useLanguage() === 'en' ? supportWordsEn : supportWordsVi
  const person = (key: string | undefined) =>
    key === undefined ? t.tried.event.household : t.tried.person(Number(key))

  const ofRights = (
    { rights, on }: SupportRights,
    { id, whose, isEvent }: { id: string; whose: string; isEvent: boolean },
  ) =>
    rights
      .filter(({ outcome }) => outcome === 'granted' || outcome === 'recorded')
      .map((right): Given => {
        const law = <Citations of={[right.cite]} rule={right.rule} />
        return {
          id: `${id} ${right.rule}`,
          whose,
          right: words.label(right.label),
          worth: right.award ? capital(support.award(right.award, right.isFloor)) : '',
          payee: capital(payeeOfRight(right)),
          time: isEvent ? timeOf(right, on) : monthly(right),
          law: isEvent ? <LawDaysProvider value={{ on }}>{law}</LawDaysProvider> : law,
        }
      })
  const payeeOfRight = ({ payee, award }: SupportExplanation) => {
    const isThing = award?.kind === 'card' || award?.kind === 'inKind'
    return phrases[isThing ? 'meantFor' : 'paidTo'](phrases.payee[payee])
  }
  const monthly = ({ until }: SupportExplanation) =>
    [t.tried.monthlyOf(formatMonth(month)), ...(until ? [t.tried.until(formatDay(until))] : [])].join(', ')
  const timeOf = ({ award }: SupportExplanation, on: SupportRights['on']) => {
    const [first, last] = award?.kind === 'days' ? [award.parts.at(0), award.parts.at(-1)] : []
    return first && last
      ? t.tried.fromThrough(formatDay(first.from), formatDay(last.through))
      : t.tried.once(formatDay(on))
  }

  const ofEvents = (whose: string | undefined) =>
    events.flatMap(({ rights, kind, who }, place) =>
      who === whose ? ofRights(rights, { id: `${place} ${kind}`, whose: person(who), isEvent: true }) : [],
    )

  return [
    ...members.flatMap((member) => [
      ...member.monthly.due.map(({ rule, amount, component }): Given => {
        const group = member.monthly.groups.find(({ band }) => band?.id === rule)
        return {
          id: `${member.key} ${component} ${rule}`,
          whose: person(member.key),
          right: nameOf(rule),
          worth: <b className="nowrap">{formatMoney(amount)}</b>,
          payee: capital(phrases.paidTo(phrases.payee[payeeOf[component]])),
          time: member.durations
            .filter((one) => one.group === group?.group)
            .flatMap((one) => words.duration(one))
            .map((line) => (
              <span key={line} className="said">
                {capital(line)}
              </span>
            )),
          law: group && (
            <Citations of={[group.cite, ...(group.band ? [group.band.cite] : [])]} rule={group.group} />
          ),
        }
      }),
      ...(member.rights
        ? ofRights(member.rights, { id: member.key, whose: person(member.key), isEvent: false })
        : []),
      ...ofEvents(member.key),
    ]),
    ...ofEvents(undefined),
  ]
}
