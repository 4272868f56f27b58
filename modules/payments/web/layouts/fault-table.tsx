import { DataTable } from '#ui/data-table'
import { useMessages } from '#ui/language'
import type { RowFault } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The rows of a list that could not be taken, each with why. */
export function FaultTable({ faults }: { faults: readonly RowFault[] }) {
  const t = useMessages({ vi, en })
  return (
    <DataTable
      caption={t.faultsCaption}
      rows={faults}
      rowKey={({ row, header, why }) => `${row} ${header} ${why}`}
      empty=""
      columns={[
        { header: t.row, isName: true, cell: ({ row }) => row },
        { header: t.where, cell: ({ header }) => header },
        { header: t.what, cell: ({ said }) => said && <q>{said}</q> },
        { header: t.why, cell: ({ why }) => t.faults[why] },
      ]}
    />
  )
}
