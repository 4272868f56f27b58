import { useState } from 'react'
import { useCommand, useRequestId } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { ProblemNotice } from '#platform/web/problem'
import { Button, LinkButton } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { formatCount, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { prepareOneOffs, type EnvelopeId, type OneOffDue } from '../../contract.ts'
import { envelopeHref, envelopesHref } from '../hrefs.ts'
import { messages as paymentsEn } from '../messages.en.ts'
import { messages as paymentsVi } from '../messages.vi.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import '../payments.css'

/** What is chosen and its sum, and the two ways to pay it: by each payee’s own, or in cash today. */
export function ChosenBar({
  areaId,
  payable,
  chosen,
  choose,
}: {
  areaId: number
  payable: readonly OneOffDue[]
  chosen: readonly OneOffDue[]
  choose: (rows: readonly OneOffDue[]) => void
}) {
  const t = useMessages({ vi, en })
  const payments = useMessages({ vi: paymentsVi, en: paymentsEn })
  const prepare = useCommand(prepareOneOffs)
  const [requestId, renew] = useRequestId()
  const [isAskingCash, askCash] = useState(false)
  const [made, tell] = useState<readonly EnvelopeId[]>([])
  const words = { ...payments.problems, ...t.problems }
  const wish = { areaId, ids: chosen.map(({ id }) => id), requestId }
  const onMade = ({ ids }: { readonly ids: readonly EnvelopeId[] }) => {
    renew()
    choose([])
    tell(ids)
  }
  return (
    <>
      {payable.length > 0 && (
        <div className="chosen-bar no-print">
          <Checkbox
            isSelected={chosen.length === payable.length}
            onChange={(all) => choose(all ? payable : [])}
          >
            {t.all(formatCount(payable.length))}
          </Checkbox>
          <span aria-live="polite">{t.chosen(formatCount(chosen.length), formatMoney(sumOf(chosen)))}</span>
          <div className="btns">
            <Button
              emphasis="primary"
              icon="plus"
              isDisabled={chosen.length === 0}
              isPending={prepare.isPending}
              onPress={() => prepare.mutate({ ...wish, isCash: false }, { onSuccess: onMade })}
            >
              {t.prepare}
            </Button>
            <Button icon="banknote" isDisabled={chosen.length === 0} onPress={() => askCash(true)}>
              {t.cash}
            </Button>
          </div>
        </div>
      )}
      <ProblemNotice error={prepare.error} words={words} />
      {made.length > 0 && (
        <Notice
          kind="ok"
          isLive
          title={t.done(formatCount(made.length))}
          actions={
            <LinkButton href={made.length === 1 ? envelopeHref(made[0]!) : envelopesHref}>
              {t.open}
            </LinkButton>
          }
        />
      )}
      {isAskingCash && (
        <CommandDialog
          command={prepareOneOffs}
          input={{ ...wish, isCash: true }}
          title={t.cashTitle(formatCount(chosen.length))}
          verb={t.cash}
          words={{ ...t, problems: words }}
          onClose={() => askCash(false)}
          onDone={(prepared) => {
            askCash(false)
            onMade(prepared)
          }}
        >
          <p>{t.cashMore}</p>
        </CommandDialog>
      )}
    </>
  )
}

function sumOf(rows: readonly OneOffDue[]): number {
  return rows.reduce((sum, { amount }) => sum + amount, 0)
}
