import { TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { Fold } from '#ui/fold'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import type { EnvelopeView, InstructionState } from '../contract.ts'
import { envelopeHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { InstructionChip } from './state-chips.tsx'

/** What became of the orders, each state leading to them, and the units they are for. */
export function EnvelopeResults({
  envelope,
  current,
}: {
  envelope: EnvelopeView
  current: InstructionState | undefined
}) {
  const t = useMessages({ vi, en })
  return (
    <section className="stack" aria-labelledby="ket-qua">
      <h2 id="ket-qua">{t.results.heading}</h2>
      <DataTable
        caption={t.results.caption}
        isCaptionHidden
        rows={envelope.states}
        rowKey={({ state }) => state}
        isCurrent={({ state }) => state === current}
        empty={t.noInstructions}
        totalLabel={t.facts.total}
        columns={[
          {
            header: t.result,
            cell: ({ state }) => (
              <TextLink href={envelopeHref(envelope.id, { state })}>
                <InstructionChip state={state} />
              </TextLink>
            ),
            isName: true,
          },
          {
            header: t.instructions,
            cell: ({ instructions }) => formatCount(instructions),
            align: 'end',
            total: formatCount(envelope.instructions),
          },
          {
            header: `${t.amount} (đ)`,
            cell: ({ amount }) => formatCount(amount),
            align: 'end',
            total: formatCount(envelope.amount),
          },
        ]}
      />
      {envelope.byArea.length > 1 && (
        <Fold title={t.results.byArea}>
          <DataTable
            caption={t.results.areaCaption}
            isCaptionHidden
            rows={envelope.byArea}
            rowKey={({ area }) => String(area.id)}
            empty={t.noInstructions}
            columns={[
              {
                header: t.area,
                cell: ({ area }) => area.name,
                isName: true,
                sortBy: ({ area }) => area.name,
              },
              {
                header: t.instructions,
                cell: ({ instructions }) => formatCount(instructions),
                sortBy: ({ instructions }) => instructions,
                align: 'end',
              },
              {
                header: `${t.amount} (đ)`,
                cell: ({ amount }) => formatCount(amount),
                sortBy: ({ amount }) => amount,
                align: 'end',
              },
            ]}
          />
        </Fold>
      )}
    </section>
  )
}
