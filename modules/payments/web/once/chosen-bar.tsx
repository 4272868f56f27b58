import { useState } from 'react'
import { useCommand, useRequestId } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button, LinkButton } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { formatCount, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { ConfirmDialog } from '#ui/overlay'
import { prepareOneOffs, type OneOffDue } from '../../contract.ts'
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
  const go = (isCash: boolean) =>
    prepare.mutate(
      { areaId, ids: chosen.map(({ id }) => id), isCash, requestId },
      {
        onSuccess: () => {
          renew()
          choose([])
        },
        onSettled: () => askCash(false),
      },
    )
  const made = prepare.data?.ids ?? []
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
              onPress={() => go(false)}
            >
              {t.prepare}
            </Button>
            <Button icon="banknote" isDisabled={chosen.length === 0} onPress={() => askCash(true)}>
              {t.cash}
            </Button>
          </div>
        </div>
      )}
      <ProblemNotice error={prepare.error} words={{ ...payments.problems, ...t.problems }} />
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
      <ConfirmDialog
        isOpen={isAskingCash}
        onClose={() => askCash(false)}
        title={t.cashTitle(formatCount(chosen.length))}
        verb={t.cash}
        otherwise={t.otherwise}
        isPending={prepare.isPending}
        onConfirm={() => go(true)}
      >
        {t.cashMore}
      </ConfirmDialog>
    </>
  )
}

function sumOf(rows: readonly OneOffDue[]): number {
  return rows.reduce((sum, { amount }) => sum + amount, 0)
}
