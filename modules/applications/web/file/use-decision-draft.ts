import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Month } from '#kernel/civil-date'
import { apiQuery } from '#platform/web/api'
import { previewDecision, type ApplicationView } from '../../contract.ts'
import type { messages } from '../messages.vi.ts'
import { untoldOf } from '../common/event-told.ts'
import { detailFor, detailOf, hasDetail } from './detail-draft.ts'
import { choicesIn } from './benefit-choices.ts'
import type { Action } from './file-action.ts'

type Kind = Action['proposes'][number]
type Benefit = keyof (typeof messages)['benefits']

/** What needs no reason of its own: the law, the conclusion or what happened is the reason. */
const withoutReasons: ReadonlySet<Action['proposes'][number]> = new Set([
  'grant',
  'support',
  'certify',
  'transfer',
  'admit',
])

/** What is given by right alone; of a place that is taken the office may say why it goes to somebody all the same. */
const isOfRight: ReadonlySet<Action['proposes'][number]> = new Set(['grant', 'support'])

type Chosen = {
  readonly kind: Kind | undefined
  readonly benefit: Benefit | null
  readonly reasons: string
  readonly deviation: string
  readonly detailDraft: ReturnType<typeof detailFor>
  readonly lastMonth: Month | null
  readonly payeeId: string | null
}

/** A decision that is being drafted: what was chosen and typed, what the law says of it, and what has to be given reasons for. */
export function useDecisionDraft(file: ApplicationView, action: Action) {
  const [chosen, choose] = useState<Chosen>(() => ({
    kind: undefined,
    benefit: null,
    reasons: '',
    deviation: '',
    detailDraft: detailFor(file),
    lastMonth: null,
    payeeId: null,
  }))
  const { benefit, lastMonth, detailDraft } = chosen
  const isKnown = file.personId !== null
  const usual = useUsualKind(file, action, benefit)
  const kind = chosen.kind ?? usual
  const detail = detailOf(kind, detailDraft)
  const isEventTold = !file.eventForm || untoldOf(file.eventForm, detailDraft.event).length === 0
  const isDetailed = !hasDetail(kind) || (detail !== null && (kind !== 'support' || isEventTold))
  const ends = kind === 'stop' && lastMonth ? { lastMonth } : {}
  const preview = useQuery({
    ...apiQuery(previewDecision, { id: file.id, kind, benefit, detail, ...ends }),
    placeholderData: keepPreviousData,
    enabled: isKnown && isDetailed,
    retry: false,
  })
  // Once one is chosen it can still be another: which there are is what is answered where none is named.
  const unnamed = useQuery({
    ...apiQuery(previewDecision, { id: file.id, kind, benefit: null, detail }),
    enabled: isKnown && isDetailed && benefit !== null,
    retry: false,
  })
  const error = (benefit === null ? preview : unnamed).error
  const lawful = useQuery({
    ...apiQuery(previewDecision, { id: file.id, kind, benefit, detail }),
    enabled: isKnown && lastMonth !== null && kind === 'stop',
    retry: false,
  })
  const lawfulLast = lawful.data?.terms.lastMonth
  const isOtherMonth = 'lastMonth' in ends && lawfulLast !== undefined && lawfulLast !== lastMonth
  const difference = preview.data?.difference ?? null
  return {
    ...chosen,
    kind,
    detail,
    ends,
    preview,
    choices: error ? choicesIn(error) : undefined,
    difference,
    isDetailed,
    isNoRight: isOfRight.has(kind) && preview.data?.isRight === false,
    needsReasons: !withoutReasons.has(kind) || action.needsReason,
    needsDeviation: difference !== null || isOtherMonth,
    change: (differing: Partial<Chosen>) => choose((before) => ({ ...before, ...differing })),
    changeDetail: (differing: Partial<Chosen['detailDraft']>) =>
      choose((before) => ({ ...before, detailDraft: { ...before.detailDraft, ...differing } })),
  }
}

/** Who receives it already is given more or less of it, and not the same once again. */
function useUsualKind(
  { id, personId }: ApplicationView,
  { proposes }: Action,
  benefit: Benefit | null,
): Kind {
  const first = useQuery({
    ...apiQuery(previewDecision, { id, kind: proposes[0]!, benefit }),
    enabled: personId !== null && proposes.some((kind) => kind === 'grant' || kind === 'adjust'),
    retry: false,
  })
  const receives = (first.data?.terms.before ?? 0) > 0
  return receives && proposes.includes('adjust') ? 'adjust' : proposes[0]!
}
