import { Button } from '#ui/button'
import { Checkbox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { TextField } from '#ui/text-field'
import { OrderField, PaymentChannel, type OrderColumn, type OrderLayout } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { TableFields } from './table-fields.tsx'

/** How the list of orders is laid out: what it is written as, its columns in their order, the words for ways. */
export function OrderFields({
  layout,
  onChange,
}: {
  layout: OrderLayout
  onChange: (layout: OrderLayout) => void
}) {
  const t = useMessages({ vi, en })
  const change = (some: Partial<OrderLayout>) => onChange({ ...layout, ...some })
  const { columns } = layout
  return (
    <>
      <TableFields table={layout} onChange={change} />
      <div className="btns">
        <Checkbox isSelected={layout.hasHeader} onChange={(hasHeader) => change({ hasHeader })}>
          {t.hasHeader}
        </Checkbox>
        <Checkbox isSelected={layout.isPlain} onChange={(isPlain) => change({ isPlain })}>
          {t.isPlain}
        </Checkbox>
      </div>
      <h3>{t.columns}</h3>
      {columns.map((column, place) => (
        <ColumnFields
          // A column has no name of its own but its place: what is typed stays in it.
          key={place}
          column={column}
          number={place + 1}
          last={columns.length}
          onChange={(changed) => change({ columns: columns.with(place, changed) })}
          onMove={(by) => change({ columns: moved(columns, place, by) })}
          onRemove={() => change({ columns: columns.toSpliced(place, 1) })}
        />
      ))}
      <div className="btns">
        <Button
          icon="plus"
          onPress={() =>
            change({
              columns: [...columns, { field: 'text', header: '', most: null, text: '', total: 'none' }],
            })
          }
        >
          {t.add}
        </Button>
      </div>
      <TextField
        label={t.totalLabel}
        hint={t.totalLabelHint}
        value={layout.totalLabel}
        onChange={(totalLabel) => change({ totalLabel })}
        maxLength={40}
      />
      <h3>{t.channelsTitle}</h3>
      <div className="layout-fields">
        {PaymentChannel.options.map((channel) => (
          <TextField
            key={channel}
            label={t.channels[channel]}
            value={layout.channels[channel]}
            onChange={(said) => change({ channels: { ...layout.channels, [channel]: said } })}
            maxLength={40}
          />
        ))}
      </div>
    </>
  )
}

function moved(columns: readonly OrderColumn[], place: number, by: 1 | -1): OrderColumn[] {
  const column = columns[place]!
  return columns.toSpliced(place, 1).toSpliced(place + by, 0, column)
}

const totals = ['none', 'label', 'message', 'count', 'sum'] as const

function ColumnFields({
  column,
  number,
  last,
  onChange,
  onMove,
  onRemove,
}: {
  column: OrderColumn
  number: number
  last: number
  onChange: (column: OrderColumn) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}) {
  const t = useMessages({ vi, en })
  const change = (some: Partial<OrderColumn>) => onChange({ ...column, ...some })
  return (
    <fieldset className="layout-column">
      <legend>{t.column(number)}</legend>
      <Select
        label={t.field}
        options={OrderField.options.map((value) => ({ value, label: t.orderFields[value] }))}
        value={column.field}
        onChange={(field) => field && change({ field })}
      />
      <TextField
        label={t.header}
        value={column.header}
        onChange={(header) => change({ header })}
        maxLength={60}
      />
      {column.field === 'text' ? (
        <TextField label={t.text} value={column.text} onChange={(text) => change({ text })} maxLength={100} />
      ) : (
        <TextField
          label={t.most}
          inputMode="numeric"
          value={column.most === null ? '' : String(column.most)}
          onChange={(said) =>
            change({ most: /^[1-9]\d{0,2}$/.test(said) ? Math.min(200, Number(said)) : null })
          }
        />
      )}
      <Select
        label={t.total}
        options={totals.map((value) => ({ value, label: t.totals[value] }))}
        value={column.total}
        onChange={(total) => total && change({ total })}
      />
      <div className="btns">
        <Button icon="up" aria-label={t.up(number)} isDisabled={number === 1} onPress={() => onMove(-1)} />
        <Button
          icon="down"
          aria-label={t.down(number)}
          isDisabled={number === last}
          onPress={() => onMove(1)}
        />
        <Button icon="cross" aria-label={t.remove(number)} isDisabled={last === 1} onPress={onRemove} />
      </div>
    </fieldset>
  )
}
