import { Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { DayFormat, Encoding, MoneyFormat, Separator, type OrderLayout } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Table = Pick<OrderLayout, 'file' | 'encoding' | 'separator' | 'days' | 'money'>

/** What a list is written as, whichever way it goes. */
export function TableFields({
  table,
  onChange,
}: {
  table: Table
  onChange: (change: Partial<Table>) => void
}) {
  const t = useMessages({ vi, en })
  return (
    <div className="layout-fields">
      <Select
        label={t.file}
        options={(['csv', 'xlsx'] as const).map((value) => ({ value, label: t.files[value] }))}
        value={table.file}
        onChange={(file) => file && onChange({ file })}
      />
      {table.file === 'csv' && (
        <>
          <Select
            label={t.encoding}
            options={Encoding.options.map((value) => ({ value, label: t.encodings[value] }))}
            value={table.encoding}
            onChange={(encoding) => encoding && onChange({ encoding })}
          />
          <Select
            label={t.separator}
            options={Separator.options.map((value) => ({ value, label: t.separators[value] ?? value }))}
            value={table.separator}
            onChange={(separator) => separator && onChange({ separator })}
          />
        </>
      )}
      <Select
        label={t.days}
        options={DayFormat.options.map((value) => ({ value, label: t.dayFormats[value] }))}
        value={table.days}
        onChange={(days) => days && onChange({ days })}
      />
      <Select
        label={t.money}
        options={MoneyFormat.options.map((value) => ({ value, label: t.moneyFormats[value] }))}
        value={table.money}
        onChange={(money) => money && onChange({ money })}
      />
    </div>
  )
}
