import { TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import type { HandbookPage } from '../../domain/handbook/handbook.ts'
import { useLabel } from '../common/use-label.ts'
import { Cited } from './cited.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Part = { readonly page: HandbookPage }

export function Papers({ page }: Part) {
  const t = useMessages({ vi, en })
  const pick = useLabel()
  return (
    <div className="panel">
      <DataTable
        caption={t.papers}
        rows={page.papers}
        rowKey={({ name }) => name.vi}
        empty={t.noPapers}
        columns={[
          {
            header: t.paper,
            isName: true,
            cell: ({ name, isConfidential }) => (
              <>
                {pick(name)} {isConfidential && <Chip kind="protected">{t.confidential}</Chip>}
              </>
            ),
          },
          { header: t.whenAsked, cell: ({ when }) => (when ? pick(when) : t.always) },
          { header: t.how, cell: ({ how }) => pick(how) },
          { header: t.held, cell: ({ held }) => (held ? pick(held) : '—') },
          { header: t.source, cell: ({ cite }) => <Cited of={cite} /> },
        ]}
      />
    </div>
  )
}

export function Forms({ page }: Part) {
  const t = useMessages({ vi, en })
  const pick = useLabel()
  return (
    <div className="panel">
      <DataTable
        caption={t.forms}
        rows={page.forms}
        rowKey={({ number }) => number}
        empty={t.noForms}
        columns={[
          { header: t.form, cell: ({ number }) => number },
          { header: t.name, isName: true, cell: ({ name }) => pick(name) },
          { header: t.whenAsked, cell: ({ when }) => (when ? pick(when) : t.always) },
          { header: t.source, cell: ({ cite }) => <Cited of={cite} /> },
        ]}
      />
    </div>
  )
}

export function Limits({ page }: Part) {
  const t = useMessages({ vi, en })
  const pick = useLabel()
  if (page.limits.length === 0) return null
  return (
    <Panel title={t.limits}>
      <ul className="lines">
        {page.limits.map(({ name, when, clock }) => (
          <li key={name.vi}>
            {pick(name)}: <b>{pick(clock.text)}</b>
            {when && `. ${pick(when)}`} <Cited of={clock.cite} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function Posting({ page: { posting } }: Part) {
  const t = useMessages({ vi, en })
  const pick = useLabel()
  if (!posting) return null
  return (
    <Panel title={t.posting}>
      <ul className="lines">
        <li>
          {pick(posting.where)} <Cited of={posting.cite} />
        </li>
        <li>
          {t.shows}: {posting.shows.map(pick).join('; ')}
        </li>
        <li>
          {t.never}: <b>{posting.never.map(pick).join('; ')}</b>
        </li>
      </ul>
    </Panel>
  )
}

/** Councils, what the procedure asks, and what is worth knowing. */
export function Others({ page: { councils, questions, notes } }: Part) {
  const t = useMessages({ vi, en })
  const pick = useLabel()
  return (
    <>
      {councils.map(({ name, members, quorum, cite }) => (
        <Panel key={name.vi} title={pick(name)}>
          <ul className="lines">
            {members.map((member) => (
              <li key={member.vi}>{pick(member)}</li>
            ))}
            {quorum && (
              <li>
                {pick(quorum)} <Cited of={cite} />
              </li>
            )}
          </ul>
        </Panel>
      ))}
      {questions.length > 0 && (
        <Panel title={t.questions}>
          <ul className="lines">
            {questions.map(({ text, answers }) => (
              <li key={text.vi}>
                <b>{pick(text)}</b> {answers.map(pick).join('; ')}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {notes.length > 0 && (
        <Panel title={t.notes}>
          <ul className="lines">
            {notes.map(({ text, cite }) => (
              <li key={text.vi}>
                {pick(text)} <Cited of={cite} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

/** What is not settled, what is done meanwhile, and who would know. */
export function OpenQuestions({ page: { open } }: Part) {
  const t = useMessages({ vi, en })
  const pick = useLabel()
  if (open.length === 0) return null
  return (
    <Panel title={t.open}>
      <ul className="lines">
        {open.map(({ number, question, assumed, whoKnows }) => (
          <li key={number}>
            <TextLink href={`/nghiep-vu/phap-luat/can-xac-nhan?cau=${encodeURIComponent(number)}`}>
              {t.question(number)}
            </TextLink>
            . {pick(question)} <b>{t.assumed}:</b> {pick(assumed)}{' '}
            <span className="hint">({pick(whoKnows)})</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
