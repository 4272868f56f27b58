import { useState } from 'react'
import type { Dong } from '#kernel/dong'
import { moneyInWords } from '#kernel/money-in-words'
import { useRequestId } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { useMe } from '#platform/web/session'
import { RadioCards, Select } from '#ui/choice'
import { formatInstant, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { MoneyField } from '#ui/parsed-field'
import { TextArea, TextField } from '#ui/text-field'
import {
  askAllocation,
  changeFund,
  decideAllocation,
  FundSource,
  openFund,
  Programme,
  type FundAllocationView,
  type FundView,
} from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const isShare = (text: string) => /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 100

function ShareAndCode({
  share,
  setShare,
  code,
  setCode,
}: {
  share: string
  setShare: (share: string) => void
  code: string
  setCode: (code: string) => void
}) {
  const t = useMessages({ vi, en })
  return (
    <>
      <TextField
        label={t.shareLabel}
        hint={t.shareHint}
        inputMode="numeric"
        value={share}
        onChange={setShare}
        error={isShare(share) || share === '' ? undefined : t.badShare}
      />
      <TextField label={t.code} hint={t.codeHint} value={code} onChange={setCode} isRequired />
    </>
  )
}

/** Puts right what was mistyped, as long as nothing was paid by it. */
export function ChangeDialog({
  fund,
  onClose,
  onDone,
}: {
  fund: FundView
  onClose: () => void
  onDone: () => void
}) {
  const t = useMessages({ vi, en })
  const [share, setShare] = useState(String(fund.share))
  const [code, setCode] = useState(fund.code)
  const isTold = isShare(share) && code.trim() !== ''
  return (
    <CommandDialog
      command={changeFund}
      input={isTold ? { id: fund.id, share: Number(share), code } : undefined}
      title={t.changeOf(fund.code)}
      verb={t.change}
      words={t}
      onClose={onClose}
      onDone={onDone}
    >
      <p className="quiet">{t.changeMore}</p>
      <ShareAndCode share={share} setShare={setShare} code={code} setCode={setCode} />
    </CommandDialog>
  )
}

/** A line for a programme and a source of the year, with the share it bears. */
export function OpenDialog({
  year,
  funds,
  onClose,
  onDone,
}: {
  year: number
  funds: readonly FundView[]
  onClose: () => void
  onDone: () => void
}) {
  const t = useMessages({ vi, en })
  const { areaId, areaName } = useMe()
  const own = funds.filter(({ area }) => area.id === areaId)
  const [programme, choose] = useState<Programme | null>(
    Programme.options.find((one) => own.every((fund) => fund.programme !== one)) ?? null,
  )
  const [source, setSource] = useState<FundSource | null>(null)
  const [share, setShare] = useState('100')
  const [code, setCode] = useState('')
  const isTold = programme !== null && source !== null && isShare(share) && code.trim() !== ''
  return (
    <CommandDialog
      command={openFund}
      input={isTold ? { areaId, year, programme, source, share: Number(share), code } : undefined}
      title={t.open}
      verb={t.open}
      words={t}
      onClose={onClose}
      onDone={onDone}
    >
      <p className="quiet">{t.unit(areaName ?? '', year)}</p>
      <Select
        label={t.programme}
        options={Programme.options.map((value) => ({ value, label: t.programmes[value] }))}
        value={programme}
        onChange={choose}
      />
      <Select
        label={t.source}
        options={FundSource.options.map((value) => ({ value, label: t.sources[value] }))}
        value={source}
        onChange={setSource}
      />
      <ShareAndCode share={share} setShare={setShare} code={code} setCode={setCode} />
    </CommandDialog>
  )
}

/** What a decision gives a line, or takes back from it. */
export function AllocateDialog({
  fund,
  onClose,
  onDone,
}: {
  fund: FundView
  onClose: () => void
  onDone: () => void
}) {
  const t = useMessages({ vi, en })
  const [direction, choose] = useState<'give' | 'take_back'>('give')
  const [amount, setAmount] = useState<Dong | null>(null)
  const [decision, setDecision] = useState('')
  const [requestId] = useRequestId()
  const isTold = amount !== null && amount > 0 && decision.trim() !== ''
  return (
    <CommandDialog
      command={askAllocation}
      input={isTold ? { id: fund.id, direction, amount, decision, requestId } : undefined}
      title={t.allocateTitle(fund.code)}
      verb={t.askAllocation}
      words={t}
      onClose={onClose}
      onDone={onDone}
    >
      <p className="quiet">
        {t.programmes[fund.programme]} · {t.sources[fund.source]} · {t.unit(fund.area.name, fund.year)}
      </p>
      <RadioCards
        label={t.direction}
        options={(['give', 'take_back'] as const).map((value) => ({
          value,
          label: t.directions[value],
          detail: t.directionHints[value],
        }))}
        value={direction}
        onChange={choose}
      />
      <MoneyField label={t.amount} value={amount} onChange={setAmount} inWords={moneyInWords} />
      <TextField
        label={t.decision}
        hint={t.decisionHint}
        value={decision}
        onChange={setDecision}
        isRequired
      />
    </CommandDialog>
  )
}

/** Books as a second person what a decision says of a line, or refuses it. */
export function DecideAllocationDialog({
  fund,
  allocation,
  state,
  onClose,
  onDone,
}: {
  fund: FundView
  allocation: FundAllocationView
  state: 'approved' | 'refused'
  onClose: () => void
  onDone: () => void
}) {
  const t = useMessages({ vi, en })
  const [note, setNote] = useState('')
  const { id, direction, amount, decision, asked } = allocation
  const isRefusal = state === 'refused'
  const isTold = !isRefusal || note.trim() !== ''
  return (
    <CommandDialog
      command={decideAllocation}
      input={isTold ? { id, state, ...(note.trim() && { note }) } : undefined}
      title={isRefusal ? t.refuseTitle(decision) : t.approveTitle(fund.code)}
      verb={isRefusal ? t.refuse : t.record}
      words={t}
      onClose={onClose}
      onDone={onDone}
    >
      <p className="quiet">
        {t.programmes[fund.programme]} · {t.sources[fund.source]} · {t.unit(fund.area.name, fund.year)}
      </p>
      <p>
        {t.directions[direction]}: <b>{formatMoney(amount)}</b>
        <br />
        {moneyInWords(amount)}
        <br />
        {t.decision}: {decision}
        <br />
        <span className="quiet">{t.askedBy(asked.by.name, formatInstant(asked.at))}</span>
      </p>
      {isRefusal && <TextArea label={t.reason} value={note} onChange={setNote} isRequired />}
    </CommandDialog>
  )
}
