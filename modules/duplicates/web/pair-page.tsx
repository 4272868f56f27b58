import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { apiError, apiQuery } from '#platform/web/api'
import { useKeys } from '#platform/web/keys'
import { useCan } from '#platform/web/session'
import { Button, KeyHint, LinkButton } from '#ui/button'
import { formatInstant, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead, Panel } from '#ui/page'
import { EmptyState } from '#ui/states'
import { getPair, listPairs, type Choices, type PairDetail, type PairId } from '../contract.ts'
import { CompareTable } from './compare-table.tsx'
import { PairDialogs, type Act } from './pair-dialogs.tsx'
import { changeHref, pairHref, pairsHref, personHref } from './hrefs.ts'
import { formatPoints, likelyInWords, shareOf } from './likeness.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { JoinedTies, Questions, TwicePaid } from './pair-panels.tsx'
import { StateChip } from './state-chip.tsx'
import './duplicates.css'

/** Two records side by side, with what may be done about them. */
export function PairPage({ id }: { id: PairId }) {
  const t = useMessages({ vi, en })
  const pair = useQuery({
    ...apiQuery(getPair, { id }),
    retry: false,
    throwOnError: (error) => !isGone(error),
  })
  if (pair.error)
    return (
      <EmptyState title={t.title}>
        {t.problems['duplicates.pair_not_found']} <LinkButton href={pairsHref()}>{t.acts.back}</LinkButton>
      </EmptyState>
    )
  return pair.data ? <Pair pair={pair.data} /> : null
}

function isGone(error: unknown): boolean {
  return apiError(error).code === 'duplicates.pair_not_found'
}

function Pair({ pair }: { pair: PairDetail }) {
  const t = useMessages({ vi, en })
  const [choices, choose] = useState<Choices>(pair.proposal?.choices ?? {})
  const [act, begin] = useState<Act>()
  const [news, tell] = useState<string>()
  const next = useNextPair(pair.id)
  const navigate = useNavigate()
  useKeys({ ...(next && { F8: () => void navigate({ to: next }) }) })
  const { may, sides, keeps } = pair
  const [one, other] = sides
  return (
    <>
      <PageHead
        crumbs={[{ label: t.section }, { label: t.title, href: pairsHref() }, { label: t.pair.crumb }]}
        title={t.pair.title(one.fullName, other.fullName)}
        tabTitle={t.pair.tab}
        actions={
          <>
            {may.confirm && (
              <Button emphasis="primary" icon="check" onPress={() => begin('confirm')}>
                {t.acts.confirm}
              </Button>
            )}
            {may.merge && pair.obstacle === null && (
              <Button emphasis="primary" icon="check" onPress={() => begin('merge')}>
                {may.needsSecond ? t.acts.propose : t.acts.merge}
              </Button>
            )}
            {may.answer && (
              <Button emphasis="primary" icon="check" onPress={() => begin('answer')}>
                {t.acts.answer}
              </Button>
            )}
            {may.keepApart && (
              <Button icon="cross" onPress={() => begin('apart')}>
                {t.acts.apart}
              </Button>
            )}
            {may.ask && (
              <Button icon="help" onPress={() => begin('ask')}>
                {t.acts.ask}
              </Button>
            )}
            {pair.state === 'proposed' && (may.confirm || pair.proposal?.isOwn) && (
              <Button icon="undo" onPress={() => begin('withdraw')}>
                {t.acts.withdraw}
              </Button>
            )}
            {may.undo && (
              <Button icon="undo" onPress={() => begin('undo')}>
                {t.acts.undo}
              </Button>
            )}
            {next && (
              <LinkButton href={next}>
                {t.acts.next} <KeyHint keys="F8" />
              </LinkButton>
            )}
          </>
        }
      >
        <p className="btns marks">
          <StateChip state={pair.state} />
          <span>
            {likelyInWords(t, pair.likely, pair.isNearlySure)} · {shareOf(pair.likely)}
          </span>
        </p>
      </PageHead>
      {news && (
        <Notice kind="ok" isLive>
          <p>{news}</p>
        </Notice>
      )}
      <Standing pair={pair} />
      <div className="pair-columns">
        <Panel title={t.pair.compare}>
          <CompareTable pair={pair} choices={choices} onChoose={may.merge ? choose : undefined} />
        </Panel>
        <p className="quiet">{t.pair.explainPoints(formatPoints(pair.score), shareOf(pair.likely))}</p>
        <JoinedTies pair={pair} />
        <TwicePaid pair={pair} />
        <Questions pair={pair} />
        <p className="btns">
          {sides.map(
            ({ id, fullName }) =>
              id && (
                <LinkButton key={id} icon="person" href={personHref(id)}>
                  {t.pair.open(fullName)}
                </LinkButton>
              ),
          )}
          <LinkButton href={pairsHref()}>{t.acts.back}</LinkButton>
        </p>
      </div>
      {act && (
        <PairDialogs
          act={act}
          pair={pair}
          choices={choices}
          keptName={t.pair.side[keeps ?? 'one']}
          onClose={() => begin(undefined)}
          onDone={({ state, overpaid }) => {
            begin(undefined)
            tell(
              state === 'merged'
                ? overpaid
                  ? t.done.mergedWithMoney(formatMoney(overpaid))
                  : t.done.merged
                : t.done[state],
            )
          }}
        />
      )}
    </>
  )
}

/** What was decided, proposed or stands in the way. */
function Standing({ pair }: { pair: PairDetail }) {
  const t = useMessages({ vi, en })
  const { state, proposal, decision, partings, sides, keeps, obstacle, may } = pair
  const kept = keeps === 'other' ? sides[1] : sides[0]
  return (
    <>
      {proposal && state === 'proposed' && (
        <Notice kind="warn">
          <p>
            {t.said.proposed(proposal.by, formatInstant(proposal.at))} {t.said.reason(proposal.reason)}
          </p>
        </Notice>
      )}
      {decision && (state === 'apart' || state === 'merged') && (
        <Notice kind={state === 'merged' ? 'ok' : 'info'}>
          <p>
            {t.said[state](decision.by, formatInstant(decision.at))}{' '}
            {state === 'merged' && <>{t.said.keptIs(kept.fullName)}. </>}
            {decision.reason && t.said.reason(decision.reason)}
          </p>
        </Notice>
      )}
      {partings.map(({ merged, parted }) => (
        <Notice key={parted.at}>
          <p>
            {t.said.merged(merged.by, formatInstant(merged.at))}{' '}
            {merged.reason && t.said.reason(merged.reason)}
            <br />
            {t.said.parted(parted.by, formatInstant(parted.at))}{' '}
            {parted.reason && t.said.reason(parted.reason)}
          </p>
        </Notice>
      ))}
      {sides.some(({ id }) => id === null) && state !== 'merged' && (
        <Notice>
          <p>{t.pair.outOfSight}</p>
        </Notice>
      )}
      {obstacle && (
        <Notice kind="warn">
          <p>{t.pair.obstacles[obstacle]}</p>
          {obstacle === 'one_has_died' && <Death sides={sides} />}
        </Notice>
      )}
      {may.merge && may.needsSecond && !obstacle && (
        <Notice>
          <p>{t.pair.second}</p>
        </Notice>
      )}
    </>
  )
}

/** The first of the pairs still to be looked at that is not this one. */
function useNextPair(id: PairId): string | undefined {
  const { data } = useSuspenseQuery(apiQuery(listPairs, { page: 1 }))
  const next = data.rows.find((row) => row.id !== id)
  return next && pairHref(next.id)
}

/** Where it is asked for: of the one who is alive that they died, or of the one who is dead that they did not. */
function Death({ sides }: { sides: PairDetail['sides'] }) {
  const t = useMessages({ vi, en }).pair
  const can = useCan()
  if (!can('changes.record')) return null
  return (
    <div className="btns">
      {sides.map(
        ({ id, diedOn, fullName, born }) =>
          id !== null && (
            <LinkButton key={id} href={changeHref(id, diedOn === null ? 'death' : 'alive')}>
              {(diedOn === null ? t.askDeath : t.askAlive)(fullName, born.slice(0, 4))}
            </LinkButton>
          ),
      )}
    </div>
  )
}
