import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listChildren } from '#modules/geography/contract'
import { apiQuery } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { useMe } from '#platform/web/session'
import { Checkbox, RadioCards, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { TextField } from '#ui/text-field'
import { openProvider, PaymentChannel, ProviderFormat, ProviderKind } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What each kind of provider takes, unless somebody says otherwise. */
const usual: Readonly<Record<ProviderKind, readonly PaymentChannel[]>> = {
  bank: ['account'],
  wallet: ['wallet'],
  post_office: ['cash_point', 'cash_home'],
}

/** A new provider: whom it serves, what it takes, and whose account it debits. */
export function OpenProviderDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const t = useMessages({ vi, en })
  const me = useMe()
  const communes = useQuery(apiQuery(listChildren, { id: me.areaId }))
  const [kind, setKind] = useState<ProviderKind>('bank')
  const [channels, setChannels] = useState(usual.bank)
  const [format, setFormat] = useState<ProviderFormat>('pain.001.001.09')
  const [text, setText] = useState({ name: '', code: '', bic: '', debtorName: '', debtorAccount: '' })
  const [areaId, setAreaId] = useState(String(me.areaId))
  const [isPlain, setPlain] = useState(false)
  const [isByArea, setByArea] = useState(false)
  const write = (of: keyof typeof text) => (value: string) =>
    setText((before) => ({ ...before, [of]: value }))
  const { name, code, debtorName } = text
  const [bic, account] = [text.bic.trim().toUpperCase(), text.debtorAccount.replaceAll(/\s/g, '')]
  const isCode = /^[a-z0-9-]{2,30}$/.test(code.trim())
  const isBic = bic === '' || /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)
  const isAccount = /^[0-9A-Za-z]{4,34}$/.test(account)
  const hasCash = channels.some((channel) => channel.startsWith('cash'))
  const formats = hasCash ? (['csv'] as const) : ProviderFormat.options
  const chosen = hasCash ? 'csv' : format
  const isWhole =
    name.trim() !== '' && debtorName.trim() !== '' && isCode && isBic && isAccount && channels.length > 0
  const provider = {
    name,
    kind,
    areaId: Number(areaId),
    channels: [...channels],
    format: chosen,
    debtorName,
    debtorAccount: account,
    isPlain,
    isByArea,
    code: code.trim(),
    bic: bic || null,
  }
  return (
    <CommandDialog
      command={openProvider}
      input={isWhole ? provider : undefined}
      isWide
      title={t.open}
      verb={t.open}
      words={t}
      onClose={onClose}
      onDone={onDone}
    >
      <Select
        label={t.kind}
        options={ProviderKind.options.map((value) => ({ value, label: t.kinds[value] }))}
        value={kind}
        onChange={(next) => {
          if (next === null) return
          setKind(next)
          setChannels(usual[next])
        }}
      />
      <TextField label={t.name} value={name} onChange={write('name')} isRequired />
      <TextField
        label={t.code}
        hint={t.codeHint}
        value={code}
        onChange={write('code')}
        error={code === '' || isCode ? undefined : t.badCode}
        isRequired
      />
      <Select
        label={t.area}
        options={[
          { value: String(me.areaId), label: t.whole(me.areaName ?? '') },
          ...(communes.data ?? []).map((area) => ({ value: String(area.id), label: area.name })),
        ]}
        value={areaId}
        onChange={(next) => setAreaId(next ?? String(me.areaId))}
      />
      <fieldset className="field">
        <legend>{t.channels}</legend>
        {PaymentChannel.options.map((channel) => (
          <Checkbox
            key={channel}
            isSelected={channels.includes(channel)}
            onChange={(is) =>
              setChannels(
                PaymentChannel.options.filter((one) => (one === channel ? is : channels.includes(one))),
              )
            }
          >
            {t.ways[channel]}
          </Checkbox>
        ))}
      </fieldset>
      <RadioCards
        label={t.format}
        options={formats.map((value) => ({ value, label: t.formats[value], detail: t.formatHints[value] }))}
        value={chosen}
        onChange={setFormat}
      />
      {hasCash && <p className="hint">{t.onlyLists}</p>}
      {kind === 'bank' && (
        <TextField
          label={t.bic}
          value={text.bic}
          onChange={write('bic')}
          error={isBic ? undefined : t.badBic}
        />
      )}
      <TextField
        label={t.debtorName}
        hint={t.debtorNameHint}
        value={debtorName}
        onChange={write('debtorName')}
        isRequired
      />
      <TextField
        label={t.debtorAccount}
        value={text.debtorAccount}
        onChange={write('debtorAccount')}
        error={text.debtorAccount === '' || isAccount ? undefined : t.badAccount}
        isRequired
      />
      <Checkbox isSelected={isPlain} onChange={setPlain}>
        {t.isPlain}
      </Checkbox>
      <Checkbox isSelected={isByArea} onChange={setByArea}>
        {t.isByArea}
      </Checkbox>
    </CommandDialog>
  )
}
