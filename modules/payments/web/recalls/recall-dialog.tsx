import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dong, type Dong } from '#kernel/dong'
import { apiQuery, useRequestId } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { ProblemNotice } from '#platform/web/problem'
import { Checkbox, RadioCards } from '#ui/choice'
import { formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { MoneyField } from '#ui/parsed-field'
import { Skeleton } from '#ui/states'
import { TextField } from '#ui/text-field'
import {
  askForRecall,
  getOrder,
  RecallGround,
  type InstructionView,
  type OrderItem,
  type RecallPart,
} from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const keyOf = ({ person, component, benefitMonth }: OrderItem) => `${person.id} ${component} ${benefitMonth}`

/** What of an order is said to be due to nobody: whole months, or what is more than the right amount. */
function partsOf(
  items: readonly OrderItem[],
  ground: RecallGround | null,
  said: ReadonlyMap<string, Dong | null>,
): RecallPart[] {
  if (ground === null || ground === 'wrong_account') return []
  return items.flatMap((item) => {
    const right = said.get(keyOf(item)) ?? null
    if (right === null || right >= item.amount) return []
    const { person, component, benefitMonth } = item
    return [{ personId: person.id, component, benefitMonth, amount: dong(item.amount - right) }]
  })
}

/** Asks to call an order back: why, what of it is not due, and by what paper; somebody else decides. */
export function RecallDialog({
  row,
  onClose,
  onDone,
}: {
  row: Pick<InstructionView, 'id' | 'payee' | 'amount'>
  onClose: () => void
  onDone: (said: string) => void
}) {
  const t = useMessages({ vi, en })
  const { data: order, error } = useQuery(apiQuery(getOrder, { id: row.id }))
  const [ground, choose] = useState<RecallGround | null>(null)
  /** Of each item what is right; nothing where it is due as it stands. */
  const [right, setRight] = useState<ReadonlyMap<string, Dong | null>>(new Map())
  const [paper, setPaper] = useState('')
  const [requestId] = useRequestId()
  const parts = partsOf(order?.items ?? [], ground, right)
  const isSaid = ground !== null && (ground === 'wrong_account' || parts.length > 0)
  const isTold = isSaid && order?.refusal === null && paper.trim() !== ''
  const say = (item: OrderItem, amount: Dong | null) => setRight(new Map(right).set(keyOf(item), amount))
  return (
    <CommandDialog
      command={askForRecall}
      input={isTold && ground !== null ? { id: row.id, ground, parts, paper, requestId } : undefined}
      isWide
      title={t.askTitle(row.payee.name, formatMoney(row.amount))}
      verb={t.send}
      words={t}
      onClose={onClose}
      onDone={() => {
        onDone(t.sent)
        onClose()
      }}
    >
      <div className="stack">
        <ProblemNotice error={error} words={t.problems} />
        {!order && !error && <Skeleton lines={4} />}
        {order?.refusal && <Notice kind="warn" title={t.refusals[order.refusal]} />}
        {order && !order.refusal && (
          <>
            <RadioCards
              label={t.ground}
              value={ground}
              onChange={(chosen) => {
                choose(chosen)
                setRight(new Map())
              }}
              options={RecallGround.options
                .filter((one) => (one === 'wrong_account' ? order.account !== null : !order.isOnce))
                .map((value) => ({ value, label: t.grounds[value], detail: t.groundHints[value] }))}
            />
            {ground === 'wrong_account' && order.account && <p>{t.account(order.account)}</p>}
            {ground === 'right_ended' && (
              <fieldset className="field">
                <legend>{t.months}</legend>
                {order.items.map((item) => (
                  <Checkbox
                    key={keyOf(item)}
                    isSelected={right.get(keyOf(item)) === 0}
                    onChange={(isSelected) => say(item, isSelected ? dong(0) : null)}
                  >
                    <ItemName item={item} payee={order.payee.name} />
                  </Checkbox>
                ))}
              </fieldset>
            )}
            {ground === 'wrong_amount' &&
              order.items.map((item) => (
                <RightAmount
                  key={keyOf(item)}
                  item={item}
                  payee={order.payee.name}
                  value={right.get(keyOf(item)) ?? null}
                  onChange={(amount) => say(item, amount)}
                />
              ))}
            {parts.length > 0 && (
              <p>
                {t.tooMuch}: <b>{formatMoney(dong(parts.reduce((sum, { amount }) => sum + amount, 0)))}</b>
              </p>
            )}
            <TextField label={t.paper} hint={t.paperHint} value={paper} onChange={setPaper} isRequired />
            {ground !== null && (
              <p>
                {order.state === 'paid' && ground === 'wrong_account'
                  ? t.next.paidToWrong
                  : t.next[order.state === 'paid' || order.state === 'ready' ? order.state : 'sent']}
              </p>
            )}
          </>
        )}
      </div>
    </CommandDialog>
  )
}

type OfItem = { readonly item: OrderItem; readonly payee: string }

/** A month and what it is for; and whom, where that is not the payee. */
function useItemName({ item, payee }: OfItem): string {
  const t = useMessages({ vi, en })
  const { person, component, benefitMonth, amount } = item
  const said = t.item(formatMonth(benefitMonth), t.components[component] ?? t.once, formatMoney(amount))
  return person.name === payee ? said : t.itemOf(person.name, said)
}

function ItemName(of: OfItem) {
  return <span>{useItemName(of)}</span>
}

function RightAmount({
  value,
  onChange,
  ...of
}: OfItem & { value: Dong | null; onChange: (amount: Dong | null) => void }) {
  const t = useMessages({ vi, en })
  const name = useItemName(of)
  return <MoneyField label={t.rightAmount(name)} hint={t.rightAmountHint} value={value} onChange={onChange} />
}
