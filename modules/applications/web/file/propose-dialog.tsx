import { useState, type FormEvent } from 'react'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Select } from '#ui/choice'
import { formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Dialog } from '#ui/overlay'
import { Skeleton } from '#ui/states'
import { MonthField } from '#ui/parsed-field'
import { TextArea } from '#ui/text-field'
import { proposeDecision, type TermsView } from '../../contract.ts'
import { ActProblem } from '../common/conflict.tsx'
import { DetailFields } from './detail-fields.tsx'
import { mayStill, type ActionDialogProps } from './file-action.ts'
import { BenefitSelect } from './benefit-select.tsx'
import { WhyNot } from '../common/why-not.tsx'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { TermsFacts } from '../common/terms.tsx'
import { useAct } from '../common/use-act.ts'
import { useLabel } from '../common/use-label.ts'
import { useDecisionDraft } from './use-decision-draft.ts'

/** Whoever is entitled receives the money unless somebody else is chosen. */
const self = 'self'

type Draft = ReturnType<typeof useDecisionDraft>

/** Drafts the decision as the law computes it: seen before it is sent, and what a person must complete is asked. */
export function ProposeDialog({ file, action, onClose, onDone }: ActionDialogProps) {
  const t = useMessages({ vi, en })
  const words = t.act.propose
  const act = useAct(proposeDecision)
  const draft = useDecisionDraft(file, action)
  const { kind, benefit, detail, ends, preview, reasons, deviation, payeeId } = draft
  const { needsReasons, needsDeviation, isDetailed, isNoRight, choices } = draft
  const [isAttempted, setAttempted] = useState(false)
  const isRefusal = kind === 'refuse'
  const isGone = !mayStill(file, action)
  // Nobody sends what they have not seen; and what comes while the verb is pressed moves it away from under the finger.
  const isAsking = preview.isFetching && (preview.isPending || preview.isPlaceholderData)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempted(true)
    if (
      isGone ||
      isAsking ||
      !isDetailed ||
      (needsReasons && !reasons.trim()) ||
      (needsDeviation && !deviation.trim())
    )
      return
    act.send(
      {
        id: file.id,
        version: file.version,
        action: action.id,
        kind,
        benefit,
        reasons: needsReasons ? [reasons] : [],
        ...(needsDeviation && { deviation }),
        ...ends,
        ...(kind === 'grant' && payeeId && { payeeId }),
        detail,
        requestId: act.requestId,
      },
      onDone,
    )
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isRefusal ? words.refusalTitle(file.fullName) : words.title(file.fullName)}
      isWide
    >
      <form className="form" onSubmit={submit}>
        <ActProblem error={act.error} onLookAgain={() => void act.lookAgain()} />
        {isGone && <p>{t.act.conflict.gone}</p>}
        {file.personId === null && <p>{t.file.result.notYet}</p>}
        {action.proposes.length > 1 && (
          <Select
            label={words.kind}
            options={action.proposes.map((value) => ({ value, label: t.kinds[value] }))}
            value={kind}
            onChange={(value) => value && draft.change({ kind: value })}
          />
        )}
        {choices && (
          <BenefitSelect
            benefits={choices}
            benefit={benefit}
            onChange={(value) => draft.change({ benefit: value })}
          />
        )}
        {!(choices && benefit === null) && !act.error && (
          <ProblemNotice error={preview.error} words={t.problems} />
        )}
        <DetailFields
          kind={kind}
          eventForm={file.eventForm}
          isLeaving={file.otherArea?.hasFile ?? false}
          draft={draft.detailDraft}
          onChange={draft.changeDetail}
        />
        {!isRefusal && <LackingPapers file={file} />}
        {!isDetailed && <p className="hint">{t.detail.incomplete}</p>}
        <PayeeSelect draft={draft} />
        {kind === 'stop' && (
          <MonthField
            label={words.lastMonth}
            hint={words.lastMonthHint}
            value={draft.lastMonth}
            onChange={(lastMonth) => draft.change({ lastMonth })}
          />
        )}
        {preview.isLoading && <Skeleton lines={3} />}
        {preview.data && !isRefusal && !isNoRight && (
          <TermsFacts kind={kind} benefit={preview.data.benefit} terms={preview.data.terms} />
        )}
        {preview.data && (isRefusal || isNoRight) && (
          <WhyNot title={words.lawSays} reasons={preview.data.terms.reasons} />
        )}
        <Grounds draft={draft} isAttempted={isAttempted} />
        <p className="hint">{words.afterwards}</p>
        <div className="btns">
          <Button
            type="submit"
            emphasis="primary"
            icon="signature"
            isPending={act.isPending}
            isDisabled={file.personId === null || isGone || isNoRight || isAsking}
          >
            {isRefusal ? words.refusalVerb : words.verb}
          </Button>
          <Button onPress={onClose}>{t.act.otherwise}</Button>
        </div>
        {isNoRight && (
          <Notice kind="warn">
            <p>{t.act.propose.noRight}</p>
          </Notice>
        )}
      </form>
    </Dialog>
  )
}

/** Whoever drafts may know why it goes without a paper, and is told once more that one is lacking. */
function LackingPapers({ file }: Pick<ActionDialogProps, 'file'>) {
  const t = useMessages({ vi, en }).act.propose
  const label = useLabel()
  const lacking = file.papers.filter(({ isLacking }) => isLacking)
  if (lacking.length === 0) return null
  return (
    <Notice kind="warn" title={t.lacking(lacking.length)}>
      <p>{lacking.map(({ name }) => label(name)).join('; ')}</p>
      <p>{t.lackingHint}</p>
    </Notice>
  )
}

/** Who may receive the money in the person’s place, where anybody may. */
function PayeeSelect({ draft: { kind, preview, payeeId, change } }: { draft: Draft }) {
  const t = useMessages({ vi, en })
  const words = t.act.propose
  const payees = kind === 'grant' ? (preview.data?.payees ?? []) : []
  if (payees.length === 0) return null
  return (
    <Select
      label={words.payee}
      hint={words.payeeHint}
      options={[
        { value: self, label: words.payeeSelf },
        ...payees.map(({ id, fullName, relation }) => ({
          value: id,
          label: t.signing.terms.payeeAs(fullName, relation),
        })),
      ]}
      value={payeeId ?? self}
      onChange={(value) => change({ payeeId: value === self ? null : value })}
    />
  )
}

/** Why it is decided, and why otherwise than the law, the register and the books have it: both where they are asked for. */
function Grounds({ draft, isAttempted }: { draft: Draft; isAttempted: boolean }) {
  const t = useMessages({ vi, en })
  const words = t.act.propose
  const { kind, preview, reasons, deviation, needsReasons, needsDeviation, difference, change } = draft
  const isRefusal = kind === 'refuse'
  return (
    <>
      {needsDeviation && (
        <Notice kind="warn">
          <p>
            {difference
              ? words.differences[difference](formatMoney(rightIn(preview.data!.terms)))
              : words.otherMonth}
          </p>
        </Notice>
      )}
      {needsReasons && (
        <TextArea
          label={isRefusal ? words.reasons : t.act.reason}
          hint={isRefusal ? words.reasonsHint : t.act.reasonHint}
          value={reasons}
          onChange={(typed) => change({ reasons: typed })}
          isRequired
          error={isAttempted && !reasons.trim() ? t.act.needsReason : undefined}
        />
      )}
      {needsDeviation && (
        <TextArea
          label={words.deviation}
          value={deviation}
          onChange={(typed) => change({ deviation: typed })}
          isRequired
          error={isAttempted && !deviation.trim() ? words.needsDeviation : undefined}
        />
      )}
    </>
  )
}

/** What the law gives: of what ends, the lines that would go on. */
const rightIn = ({ lines }: TermsView) => lines.reduce((sum, { amount }) => sum + amount, 0)
