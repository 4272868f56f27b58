import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { todayInVietnam } from '#kernel/civil-date'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan, useMe } from '#platform/web/session'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable, type Column } from '#ui/data-table'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Panel } from '#ui/page'
import { Skeleton } from '#ui/states'
import { listDelegations, type DelegationView } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { DelegateDialog, EndDelegationDialog } from './delegation-dialogs.tsx'
import { delegation as wordsEn } from './delegation-messages.en.ts'
import { delegation as wordsVi } from './delegation-messages.vi.ts'

/** Who signs for the chair, by which paper and how long: the chair gives it and ends it, everybody else reads it. */
export function Delegations() {
  const t = useMessages({ vi, en })
  const words = useMessages({ vi: wordsVi, en: wordsEn })
  const can = useCan()
  const me = useMe()
  const [open, setOpen] = useState<'new' | DelegationView>()
  const { data, error } = useQuery(apiQuery(listDelegations, {}))
  const isDeputy = can('applications.sign_by_delegation')
  const isChair = can('applications.sign') && !isDeputy && !can('applications.sign_for_facility')
  if (error) return <ProblemNotice error={error} words={t.problems} />
  if (!data) return <Skeleton lines={2} />
  const { delegations } = data
  const mayNotSign =
    isDeputy && !delegations.some((one) => one.deputy.id === me.userId && stateOf(one) === 'now')
  const close = () => setOpen(undefined)
  const ending: Column<DelegationView>[] = isChair
    ? [
        {
          header: words.end,
          isHeaderHidden: true,
          cell: (one) =>
            stateOf(one) !== 'over' && (
              <Button aria-label={words.endOf(one.deputy.name)} onPress={() => setOpen(one)}>
                {words.end}
              </Button>
            ),
        },
      ]
    : []
  return (
    <>
      {mayNotSign && (
        <Notice kind="warn">
          <p>{words.notDelegated}</p>
        </Notice>
      )}
      <Panel
        title={words.title}
        aside={isChair && <Button onPress={() => setOpen('new')}>{words.record}</Button>}
      >
        <DataTable
          caption={words.title}
          isCaptionHidden
          rows={delegations}
          empty={words.none}
          columns={[
            {
              header: words.deputy,
              isName: true,
              cell: ({ deputy, area }) => (
                <span>
                  {deputy.name}
                  <span className="quiet under-name">{area.name}</span>
                </span>
              ),
            },
            {
              header: words.paper,
              cell: ({ document, documentOn }) => words.paperOf(document, formatDay(documentOn)),
            },
            {
              header: words.during,
              cell: (one) => (
                <span>
                  {words.duringOf(formatDay(one.from), one.until && formatDay(one.until))}{' '}
                  <Chip kind={stateOf(one) === 'now' ? 'ok' : 'neutral'}>{words.states[stateOf(one)]}</Chip>
                </span>
              ),
            },
            ...ending,
          ]}
        />
      </Panel>
      {open === 'new' && <DelegateDialog onClose={close} />}
      {open && open !== 'new' && <EndDelegationDialog delegation={open} onClose={close} />}
    </>
  )
}

function stateOf({ from, until }: DelegationView): 'now' | 'later' | 'over' {
  const today = todayInVietnam()
  if (today < from) return 'later'
  return until !== null && until < today ? 'over' : 'now'
}
