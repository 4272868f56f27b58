import type { ReactNode } from 'react'
import { dayOf } from '#kernel/civil-date'
import { useCan } from '#platform/web/session'
import { Button, LinkButton, TextLink } from '#ui/button'
import { Chip, type ChipKind } from '#ui/chip'
import { Checkbox } from '#ui/choice'
import { DataTable } from '#ui/data-table'
import { BirthDate, formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { saysNo, type CampaignRow, type Standing } from '../contract.ts'
import { askWayHref, personHref, waysOfPersonHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const looks: Readonly<Record<Standing, ChipKind>> = {
  open: 'neutral',
  opened: 'warn',
  asked: 'info',
  declined: 'protected',
  unable: 'unsure',
  at_home: 'neutral',
  cashless: 'ok',
}

/** The list as one walks: who, whom to call, where it stands, and what to do next. */
export function CampaignTable({
  rows,
  window,
  chosen,
  choose,
  onVisit,
  empty,
}: {
  rows: readonly CampaignRow[]
  window: { readonly first: number; readonly total: number }
  chosen: ReadonlySet<string>
  choose: (ids: ReadonlySet<string>) => void
  onVisit: (row: CampaignRow) => void
  empty: ReactNode
}) {
  const t = useMessages({ vi, en })
  const toggle = (id: string, isChosen: boolean) =>
    choose(isChosen ? new Set([...chosen, id]) : new Set([...chosen].filter((one) => one !== id)))
  return (
    <DataTable
      caption={t.tabs.campaign}
      isCaptionHidden
      rows={rows}
      rowKey={({ person }) => person.id}
      empty={empty}
      window={window}
      columns={[
        {
          header: t.campaign.choose,
          isHeaderHidden: true,
          cell: ({ person }) => (
            <Checkbox isSelected={chosen.has(person.id)} onChange={(is) => toggle(person.id, is)}>
              <span className="sr">{t.campaign.chooseOne(person.name)}</span>
            </Checkbox>
          ),
        },
        { header: t.campaign.person, isName: true, cell: (row) => <Person row={row} /> },
        { header: t.campaign.phone, cell: (row) => <Phones row={row} /> },
        { header: t.campaign.stand, cell: (row) => <Stand row={row} /> },
        {
          header: t.campaign.assignee,
          cell: ({ assignee, isMine }) =>
            isMine ? t.campaign.me : (assignee ?? <span className="quiet">{t.campaign.nobody}</span>),
        },
        {
          header: t.campaign.actions,
          isHeaderHidden: true,
          cell: (row) => <Actions row={row} onVisit={onVisit} />,
        },
      ]}
    />
  )
}

function Person({ row: { person, village, disability, hasReceiver } }: { row: CampaignRow }) {
  const t = useMessages({ vi, en })
  const more = [
    village,
    disability === 'none' ? null : t.disabilities[disability],
    hasReceiver ? t.receivers.other : null,
  ].filter(Boolean)
  return (
    <span className="cashless-lines">
      <TextLink href={personHref(person.id)}>{person.name}</TextLink>
      <span className="quiet">
        {t.sexes[person.sex]}, <BirthDate value={person.born} precision={person.bornPrecision} />
      </span>
      {more.length > 0 && <span className="quiet">{more.join(' · ')}</span>}
    </span>
  )
}

/** A number is there to be called: on a phone a press does. */
function Phones({ row: { person, relative } }: { row: CampaignRow }) {
  const t = useMessages({ vi, en })
  if (!person.phone && !relative) return <span className="quiet">{t.campaign.noPhone}</span>
  return (
    <span className="cashless-lines">
      {person.phone && <a href={`tel:${person.phone}`}>{person.phone}</a>}
      {relative && (
        <span>
          <a href={`tel:${relative.phone}`}>{relative.phone}</a>{' '}
          <span className="quiet">{t.campaign.relative(relative.name)}</span>
        </span>
      )}
    </span>
  )
}

function Stand({ row: { standing, visits } }: { row: CampaignRow }) {
  const t = useMessages({ vi, en })
  const [last] = visits
  const no = visits.find(({ outcome }) => saysNo(outcome))
  const isLeftAlone = standing === 'declined' || standing === 'unable'
  return (
    <span className="cashless-lines">
      <Chip kind={looks[standing]}>{t.standings[standing]}</Chip>
      {last && (
        <span className="quiet">
          {t.campaign.last(t.outcomes[last.outcome], formatDay(dayOf(last.at)))}
          {last.reason && `: ${t.reasons[last.reason]}`}
          {last.note && ` · ${last.note}`}
        </span>
      )}
      {isLeftAlone && no && (
        <span className="quiet">{no.askAgainOn ? t.campaign.askAgain(no.askAgainOn) : t.campaign.never}</span>
      )}
    </span>
  )
}

function Actions({ row, onVisit }: { row: CampaignRow; onVisit: (row: CampaignRow) => void }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { person, standing } = row
  return (
    <div className="btns no-print">
      {standing === 'asked' ? (
        <LinkButton href={waysOfPersonHref(person.id)} aria-label={t.campaign.askedOf(person.name)}>
          {t.campaign.asked}
        </LinkButton>
      ) : (
        standing === 'opened' &&
        can('payments.ask_way') && (
          <LinkButton href={askWayHref(person.id)} aria-label={t.campaign.askOf(person.name)}>
            {t.campaign.ask}
          </LinkButton>
        )
      )}
      {standing !== 'asked' && (
        <Button onPress={() => onVisit(row)} aria-label={t.campaign.noteOf(person.name)}>
          {t.campaign.note}
        </Button>
      )}
    </div>
  )
}
