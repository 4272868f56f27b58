import { useState } from 'react'
import { useCan } from '#platform/web/session'
import { Button } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { Moment, Money, formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { EmptyState } from '#ui/states'
import type { OpenLineView } from '../contract.ts'
import { AsideDialog, MatchDialog } from './line-dialogs.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Lines of answers that wait for a person, with why no rule could place them; or those a person has settled, with who, when and why. */
export function LineTable({ rows, isSettled }: { rows: readonly OpenLineView[]; isSettled: boolean }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const [matching, match] = useState<OpenLineView>()
  const [leaving, leave] = useState<OpenLineView>()
  const words = t.reconciliation
  return (
    <>
      <DataTable
        caption={isSettled ? words.settledCaption : words.openCaption}
        isCaptionHidden
        rows={rows}
        rowKey={(line) => `${line.responseId} ${line.number}`}
        empty={
          isSettled ? (
            <EmptyState title={words.noneSettled} />
          ) : (
            <EmptyState title={words.noneOpen}>{words.noneOpenMore}</EmptyState>
          )
        }
        columns={[
          {
            header: words.said,
            cell: (line) => (
              <>
                {t.outcomes[line.outcome]} <Money value={line.amount} />
                <br />
                <span className="quiet">
                  {[
                    line.bookedOn && formatDay(line.bookedOn),
                    line.endToEndId,
                    line.providerRef,
                    line.name,
                    line.account,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            ),
            isName: true,
          },
          {
            header: isSettled ? words.settledHow : words.why,
            cell: ({ verdict, advice, settled }) => (
              <span>
                {advice ? words.advice[advice] : t.verdicts[verdict]}
                {settled && (
                  <>
                    : {settled.note}
                    <br />
                    <span className="quiet">
                      {settled.by} · <Moment value={settled.at} />
                    </span>
                  </>
                )}
              </span>
            ),
          },
          {
            header: t.key,
            cell: ({ instruction }) =>
              instruction && (
                <span>
                  {instruction.payee}
                  <br />
                  <span className="quiet">
                    {instruction.endToEndId} · <Money value={instruction.amount} />
                  </span>
                </span>
              ),
          },
          {
            header: words.file,
            cell: (line) => (
              <span>
                {line.provider.name}
                <br />
                <span className="quiet">
                  {line.file} · <Moment value={line.receivedAt} />
                </span>
              </span>
            ),
          },
          ...(!isSettled && can('payments.reconcile')
            ? [
                {
                  header: words.match,
                  isHeaderHidden: true,
                  cell: (line: OpenLineView) => (
                    <span className="btns">
                      <Button icon="check" onPress={() => match(line)}>
                        {words.match}
                      </Button>
                      <Button icon="cross" onPress={() => leave(line)}>
                        {words.aside}
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {matching && <MatchDialog line={matching} onClose={() => match(undefined)} />}
      {leaving && <AsideDialog line={leaving} onClose={() => leave(undefined)} />}
    </>
  )
}
