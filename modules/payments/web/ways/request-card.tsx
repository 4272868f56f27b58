import type { ReactNode } from 'react'
import { TextLink } from '#ui/button'
import { Chip, type ChipKind } from '#ui/chip'
import { formatDay, formatInstant } from '#ui/format'
import type { IconName } from '#ui/icon'
import { useMessages } from '#ui/language'
import { Facts } from '#ui/page'
import { isFallBack, type WayRequestState, type WayRequestView } from '../../contract.ts'
import { personWaysHref } from '../hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { RequestActions } from './request-actions.tsx'
import { RequestPictures } from './request-pictures.tsx'
import { CheckedName, Warnings } from './request-warnings.tsx'
import { WayText } from './way-text.tsx'
import '../payments.css'

type Look = { kind: ChipKind; icon: IconName }

const looks: Readonly<Record<WayRequestState, Look>> = {
  asked: { kind: 'warn', icon: 'pause' },
  approved: { kind: 'info', icon: 'half' },
  in_force: { kind: 'ok', icon: 'check' },
  refused: { kind: 'err', icon: 'cross' },
  withdrawn: { kind: 'neutral', icon: 'undo' },
}

const barred: Look = { kind: 'err', icon: 'lock' }

/** One request: the way now beside the way asked for, the paper, what the bank says, and what stands in the way. */
export function RequestCard({ request, isNamed }: { request: WayRequestView; isNamed: boolean }) {
  const t = useMessages({ vi, en })
  const { person, award, area, state, origin, after, before } = request
  return (
    <article className="panel way-request" aria-label={`${person.name}, ${t.states[state]}`}>
      <div className="btns">
        {isNamed && (
          <b>
            <TextLink href={personWaysHref(person.id)}>{person.name}</TextLink>
          </b>
        )}
        {isNamed && <span className="quiet">{area.name}</span>}
        <Chip {...(origin === 'called_wrong' ? barred : looks[state])}>
          {isFallBack(origin) ? t.fellBack[origin] : t.states[state]}
        </Chip>
        <span className="quiet">{t.origins[origin]}</span>
      </div>
      {award?.benefit && (
        <p>
          {t.onlyAward(t.benefits[award.benefit], award.person.id === person.id ? null : award.person.name)}
        </p>
      )}
      <div className="before-after">
        <div>
          <span className="label">{state === 'in_force' ? t.formerly : t.before}</span>
          <WayText way={before} />
        </div>
        <div>
          <span className="label">{state === 'in_force' ? t.henceforth : t.after}</span>
          <WayText way={after} />
          <CheckedName request={request} />
        </div>
      </div>
      <Warnings request={request} />
      <Facts facts={factsOf(request, t)} />
      <RequestPictures request={request} />
      <RequestActions request={request} />
    </article>
  )
}

function factsOf(request: WayRequestView, t: typeof vi): readonly (readonly [string, ReactNode])[] {
  const { origin, evidence, asked, decided, effectiveOn, state, note } = request
  const nobodyAsked = isFallBack(origin)
  const signed = (by: WayRequestView['asked']) => (
    <>
      {by.by.name} <span className="quiet">{formatInstant(by.at)}</span>
    </>
  )
  return [
    [t.evidence, origin === 'application' ? t.fromFile(evidence) : evidence],
    ...(nobodyAsked ? [] : [[t.askedBy, signed(asked)] as const]),
    ...(decided && !nobodyAsked ? [[t.decidedBy, signed(decided)] as const] : []),
    ...(note ? [[t.note, note] as const] : []),
    ...(effectiveOn && (state === 'approved' || state === 'in_force')
      ? [['', <b key="day">{t.effectiveOn(formatDay(effectiveOn))}</b>] as const]
      : []),
  ]
}
