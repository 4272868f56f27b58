import { useState, type FormEvent } from 'react'
import type { CivilDate } from '#kernel/civil-date'
import type { Evidence, PersonPage } from '#modules/people/contract'
import type { z } from 'zod'
import { useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button, TextLink } from '#ui/button'
import { Select } from '#ui/choice'
import { BirthDate } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead, Panel } from '#ui/page'
import { DateField } from '#ui/parsed-field'
import { TextArea, TextField } from '#ui/text-field'
import { changeKinds, previewChange, type Change, type ChangeKind } from '../contract.ts'
import { needsReason } from '../domain/change.ts'
import { changeOf, type ChangeDraft } from './change-draft.ts'
import { ChangeFields, DeadNotice } from './change-fields.tsx'
import './changes.css'
import { listHref, personHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { leftWithoutHead } from './next-head.tsx'
import { Differences, Effects } from './preview-parts.tsx'

type Paper = z.infer<typeof Evidence>

/** What is asked, as the server takes it. */
export type Asked = {
  readonly change: Change
  readonly evidence: Paper
  readonly reason: string | null
  readonly requestId: string
}

const ofTheDead: ReadonlySet<ChangeKind> = new Set(['identity', 'death', 'alive'])

/** A change is drafted with its paper, seen beforehand with what it comes to, and sent to whoever decides. */
export function ChangeForm({
  person,
  initial,
  isKindFixed = false,
  isSentHere = false,
  error,
  isPending,
  onSend,
}: {
  person: PersonPage
  initial: { readonly draft: ChangeDraft; readonly evidence: Paper | null }
  isKindFixed?: boolean
  /** It could not be recorded where it was told, because somebody would be paid otherwise. */
  isSentHere?: boolean
  error: unknown
  isPending: boolean
  onSend: (asked: Asked) => void
}) {
  const t = useMessages({ vi, en })
  const [draft, setDraft] = useState(initial.draft)
  const [paper, setPaper] = useState<PaperDraft>(() => paperOf(initial.evidence))
  const [isAttempted, setAttempted] = useState(false)
  // To look at what it comes to takes no paper.
  const [isSending, setSending] = useState(false)
  const [sent, setSent] = useState<{ readonly content: string; readonly requestId: string }>()
  const preview = useCommand(previewChange)
  const change = changeOf(draft, {
    isAlone: person.relations.livingWith.length === 0,
    losesHead: leftWithoutHead(draft, person).length > 0,
  })
  const kinds = changeKinds.filter((kind) => {
    // What leads here with what it is about is of no use without.
    if (kind === 'circumstance') return draft.fact !== null
    if (kind === 'paid_months') return draft.award !== null
    return person.diedOn ? ofTheDead.has(kind) : kind !== 'alive'
  })
  const isReasonMissing = change !== undefined && needsReason(change) && !paper.reason.trim()
  const alter = (differing: Partial<ChangeDraft>) => {
    setDraft((before) => ({ ...before, ...differing }))
    preview.reset()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAttempted(true)
    setSending(true)
    if (!change || !paper.document.trim() || isReasonMissing) {
      const form = event.currentTarget
      // Once the errors are drawn, the first of them is where one goes on.
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
      return
    }
    // Sent again as it was it is the same; whatever was altered in between is something new.
    const content = JSON.stringify([change, paper])
    const attempt = sent?.content === content ? sent : { content, requestId: crypto.randomUUID() }
    setSent(attempt)
    onSend({
      change,
      evidence: evidenceOf(paper),
      reason: paper.reason.trim() || null,
      requestId: attempt.requestId,
    })
  }
  const title = isKindFixed ? t.form.checkTitle : t.form.title
  return (
    <>
      <PageHead
        crumbs={[{ label: t.section }, { label: t.title, href: listHref }, { label: title }]}
        title={title}
        tabTitle={title}
      >
        <p className="change-who">
          <TextLink href={personHref(person.id)}>{person.fullName}</TextLink>
          <BirthDate value={person.born} precision={person.bornPrecision} />
          {person.home && <span>{[person.village, person.home.nowName].filter(Boolean).join(', ')}</span>}
        </p>
      </PageHead>
      <DeadNotice person={person} />
      {isSentHere && (
        <Notice kind="info" title={t.form.sentHere}>
          <p>{t.form.sentHereMore}</p>
        </Notice>
      )}
      <div className="change-columns">
        <form className="form" onSubmit={submit}>
          <ProblemNotice error={error} words={t.problems} />
          <Panel title={t.form.what} isPadded>
            <div className="stack">
              {isKindFixed && draft.kind ? (
                <p>
                  <b>{t.kinds[draft.kind]}</b>
                </p>
              ) : (
                <Select
                  label={t.form.what}
                  isLabelHidden
                  options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
                  emptyLabel={t.form.choose}
                  value={draft.kind}
                  onChange={(kind) => alter({ kind })}
                  error={isAttempted && !draft.kind ? t.form.needed : undefined}
                />
              )}
              <ChangeFields draft={draft} person={person} isAttempted={isAttempted} onChange={alter} />
            </div>
          </Panel>
          <PaperFields
            paper={paper}
            isAttempted={isSending}
            isReasonMissing={isReasonMissing}
            onChange={setPaper}
          />
          <div className="btns">
            <Button type="submit" emphasis="primary" isPending={isPending}>
              {t.form.send}
            </Button>
            <Button
              isPending={preview.isPending}
              onPress={() => {
                setAttempted(true)
                if (change) preview.mutate({ personId: person.id, change })
              }}
            >
              {t.form.preview}
            </Button>
          </div>
        </form>
        <div className="stack" aria-live="polite">
          <ProblemNotice error={preview.error} words={t.problems} />
          {preview.data && (
            <>
              <Differences differences={preview.data.differences} />
              <Effects preview={preview.data} kind={draft.kind} />
            </>
          )}
        </div>
      </div>
    </>
  )
}

type PaperDraft = {
  readonly document: string
  readonly number: string
  readonly issuedOn: CivilDate | null
  readonly issuedBy: string
  readonly reason: string
}

function paperOf(evidence: Paper | null): PaperDraft {
  return {
    document: evidence?.document ?? '',
    number: evidence?.number ?? '',
    issuedOn: evidence?.issuedOn ?? null,
    issuedBy: evidence?.issuedBy ?? '',
    reason: '',
  }
}

function evidenceOf({ document, number, issuedOn, issuedBy }: PaperDraft): Paper {
  return {
    document: document.trim(),
    ...(number.trim() && { number: number.trim() }),
    ...(issuedOn && { issuedOn }),
    ...(issuedBy.trim() && { issuedBy: issuedBy.trim() }),
  }
}

function PaperFields({
  paper,
  isAttempted,
  isReasonMissing,
  onChange,
}: {
  paper: PaperDraft
  isAttempted: boolean
  isReasonMissing: boolean
  onChange: (paper: PaperDraft) => void
}) {
  const t = useMessages({ vi, en }).evidence
  const set = (differing: Partial<PaperDraft>) => onChange({ ...paper, ...differing })
  return (
    <Panel title={t.title} isPadded>
      <div className="stack">
        <TextField
          label={t.document}
          hint={t.documentHint}
          value={paper.document}
          onChange={(document) => set({ document })}
          maxLength={200}
          error={isAttempted && !paper.document.trim() ? t.needed : undefined}
        />
        <TextField label={t.number} value={paper.number} onChange={(number) => set({ number })} />
        <DateField label={t.issuedOn} value={paper.issuedOn} onChange={(issuedOn) => set({ issuedOn })} />
        <TextField label={t.issuedBy} value={paper.issuedBy} onChange={(issuedBy) => set({ issuedBy })} />
        <TextArea
          label={t.reason}
          value={paper.reason}
          onChange={(reason) => set({ reason })}
          rows={2}
          error={isAttempted && isReasonMissing ? t.reasonNeeded : undefined}
        />
      </div>
    </Panel>
  )
}
