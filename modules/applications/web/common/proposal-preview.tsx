import { useState } from 'react'
import { useCan } from '#platform/web/session'
import { Button, LinkButton, TextLink } from '#ui/button'
import { BirthDate, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { ConfirmDialog } from '#ui/overlay'
import { Panel } from '#ui/page'
import { TextArea } from '#ui/text-field'
import { ProblemNotice } from '#platform/web/problem'
import { returnProposal } from '../../contract.ts'
import { DraftPaper } from './draft-paper.tsx'
import { FileClock } from './file-clock.tsx'
import { fileHref, whyHref } from './hrefs.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import type { Outcome } from '../signing/signing-outcome.ts'
import { SignDialog } from '../signing/sign-dialog.tsx'
import type { Waiting } from '../signing/signing-table.tsx'
import { TermsFacts } from './terms.tsx'
import { useAct } from './use-act.ts'

/** One draft, read before it is signed: what it says and why, what has changed since, and the two ways on. */
export function ProposalPreview({
  proposal,
  place,
  total,
  onGo,
  onDone,
}: {
  proposal: Waiting
  place: number
  total: number
  /** To the next of the stack, or back. */
  onGo: (step: number) => void
  onDone: (outcome: Outcome) => void
}) {
  const t = useMessages({ vi, en })
  const words = t.signing
  const can = useCan()
  const [open, setOpen] = useState<'sign' | 'return'>()
  const { fullName, born, bornPrecision, clock, application, personId, terms, kind, benefit, changes } =
    proposal
  const hasChanged = changes.length > 0
  return (
    <Panel
      title={fullName}
      aside={application && <TextLink href={fileHref(application.id)}>{words.openFile}</TextLink>}
      isPadded
    >
      <div className="stack">
        {total > 1 && (
          <div className="split no-print">
            <span className="quiet">{words.place(place, total)}</span>
            <span className="btns">
              <Button icon="left" isDisabled={place === 1} onPress={() => onGo(-1)}>
                {words.before}
              </Button>
              <Button icon="right" isDisabled={place === total} onPress={() => onGo(1)}>
                {words.after}
              </Button>
            </span>
          </div>
        )}
        <p className="who">
          <BirthDate value={born} precision={bornPrecision} />
          <span>{proposal.area.name}</span>
          {application && <span className="nowrap">{application.code}</span>}
        </p>
        {clock && (
          <div>
            <FileClock clock={clock} />
          </div>
        )}
        {hasChanged && (
          <Notice kind="err" title={words.changes}>
            <p>
              {changes.map((what) => t.facts.names[what] ?? t.facts.privateFact).join(', ')}.{' '}
              {words.changesNext}
            </p>
          </Notice>
        )}
        {proposal.isNotDead && (
          <Notice kind="warn">
            <p>{words.notDead}</p>
          </Notice>
        )}
        <TermsFacts
          kind={kind}
          benefit={benefit}
          terms={terms}
          deviation={proposal.deviation}
          payee={proposal.payee}
        />
        <p className="quiet">
          {words.draftedBy(proposal.draftedName, formatInstant(proposal.draftedAt))}{' '}
          {can('people.read') && (
            <TextLink href={whyHref(personId, terms.effective)}>{t.file.result.why}</TextLink>
          )}
        </p>
        {can('applications.sign') && (
          <div className="btns">
            {!hasChanged && (
              <Button emphasis="primary" icon="signature" onPress={() => setOpen('sign')}>
                {words.sign(1)}
              </Button>
            )}
            <Button icon="undo" onPress={() => setOpen('return')}>
              {words.return}
            </Button>
          </div>
        )}
        {!can('applications.sign') && application && (
          <div className="btns">
            <LinkButton href={fileHref(application.id)}>{words.openFile}</LinkButton>
          </div>
        )}
        <DraftPaper id={proposal.id} />
      </div>
      {open === 'sign' && (
        <SignDialog signing={[proposal]} isRead onClose={() => setOpen(undefined)} onDone={onDone} />
      )}
      {open === 'return' && (
        <ReturnDialog proposal={proposal} onClose={() => setOpen(undefined)} onDone={onDone} />
      )}
    </Panel>
  )
}

function ReturnDialog({
  proposal,
  onClose,
  onDone,
}: {
  proposal: Waiting
  onClose: () => void
  onDone: (outcome: Outcome) => void
}) {
  const t = useMessages({ vi, en })
  const words = t.signing
  const [reason, setReason] = useState('')
  const act = useAct(returnProposal)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={words.returnTitle(proposal.fullName)}
      verb={words.returnVerb}
      otherwise={t.act.otherwise}
      isPending={act.isPending}
      isBlocked={reason.trim() === ''}
      onConfirm={() =>
        act.send({ id: proposal.id, reason, requestId: act.requestId }, () => {
          onClose()
          onDone({ kind: 'returned' })
        })
      }
    >
      <ProblemNotice error={act.error} words={t.problems} />
      <TextArea
        label={words.returnReason}
        hint={words.returnHint}
        value={reason}
        onChange={setReason}
        isRequired
      />
    </ConfirmDialog>
  )
}
