import { useQuery } from '@tanstack/react-query'
import { listPayPoints } from '#modules/payroll/contract'
import { apiQuery } from '#platform/web/api'
import { Checkbox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { TextField } from '#ui/text-field'
import { listBanks, type PersonWays } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { receiverName, type FieldsOf } from './way-draft.ts'

/** The boxes of a channel: the account and its name, the wallet, or the place. */
export function ByFields({
  draft,
  change,
  errorOf,
  receivers,
  payeeName,
}: FieldsOf & { receivers: PersonWays['receivers']; payeeName: string }) {
  const t = useMessages({ vi, en }).form
  switch (draft.channel) {
    case 'account':
    case 'wallet':
      return (
        <>
          {draft.channel === 'account' ? (
            <Banks draft={draft} change={change} errorOf={errorOf} />
          ) : (
            <TextField
              id="way-wallet"
              label={t.wallet}
              value={draft.wallet}
              onChange={(wallet) => change({ wallet })}
              error={errorOf('wallet')}
            />
          )}
          <TextField
            id="way-account"
            label={draft.channel === 'wallet' ? t.phone : t.account}
            inputMode={draft.channel === 'wallet' ? 'tel' : 'text'}
            autoComplete="off"
            value={draft.account}
            onChange={(account) => change({ account })}
            error={errorOf('account')}
          />
          {draft.who !== 'self' && (
            <Checkbox
              isSelected={draft.isReceivers}
              onChange={(isReceivers) =>
                change({ isReceivers, holder: isReceivers ? receiverName(draft, receivers) : payeeName })
              }
            >
              {t.isReceivers}
            </Checkbox>
          )}
          <TextField
            id="way-holder"
            label={t.holder}
            autoComplete="off"
            value={draft.holder}
            onChange={(holder) => change({ holder })}
            error={errorOf('holder')}
          />
        </>
      )
    case 'cash_point':
      return <PayPoints draft={draft} change={change} />
    case 'cash_home':
      return null
  }
}

function Banks({ draft, change, errorOf }: FieldsOf) {
  const t = useMessages({ vi, en }).form
  const { data: banks = [] } = useQuery(apiQuery(listBanks, {}))
  return (
    <Select
      id="way-bank"
      label={t.bank}
      options={banks.map(({ name }) => ({ value: name, label: name }))}
      value={draft.bank || null}
      onChange={(bank) => change({ bank: bank ?? '' })}
      error={errorOf('bank')}
    />
  )
}

const commune = 'commune'

function PayPoints({ draft, change }: Pick<FieldsOf, 'draft' | 'change'>) {
  const t = useMessages({ vi, en }).form
  const { data: points = [] } = useQuery(apiQuery(listPayPoints, {}))
  return (
    <Select
      label={t.payPoint}
      options={[
        { value: commune, label: t.atCommune },
        ...points
          .filter(({ kind }) => kind !== 'home')
          .map(({ id, name, area }) => ({ value: String(id), label: `${name} · ${area.name}` })),
      ]}
      value={draft.payPoint ?? commune}
      onChange={(point) => change({ payPoint: point === commune ? null : point })}
    />
  )
}
