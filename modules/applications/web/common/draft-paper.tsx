import { useQuery } from '@tanstack/react-query'
import type { Block, Paper, Text } from '#modules/documents/contract'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useMessages } from '#ui/language'
import { Skeleton } from '#ui/states'
import { showDraftPaper, type ProposalId } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/** The decision as it will go out, read before it is signed; the paper is Vietnamese whatever language the page has. */
export function DraftPaper({ id }: { id: ProposalId }) {
  const t = useMessages({ vi, en })
  const { data, error, isLoading } = useQuery({ ...apiQuery(showDraftPaper, { id }), retry: false })
  if (error) return <ProblemNotice error={error} words={t.problems} />
  if (isLoading || !data) return <Skeleton lines={8} />
  return <Sheet paper={data.paper} label={t.signing.preview} />
}

/** What stands on the paper itself is never translated. */
const words = vi.paper

/** A paper as it is read on the screen. */
export function Sheet({ paper, label }: { paper: Paper; label: string }) {
  const { letterhead, heading, deciding, closing } = paper
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="sheet" lang="vi" aria-label={label} tabIndex={0}>
      {paper.draft && <p className="sheet-draft">{paper.draft}</p>}
      <div className="sheet-head">
        <div>
          {letterhead.superior.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {letterhead.agency.map((line) => (
            <p key={line}>
              <b>{line}</b>
            </p>
          ))}
          {letterhead.number && <p>{words.number(letterhead.number.value, letterhead.number.symbol)}</p>}
        </div>
        <div>
          {words.motto.map((line) => (
            <p key={line}>
              <b>{line}</b>
            </p>
          ))}
          {letterhead.dated && <p className="sheet-dated">{letterhead.dated}</p>}
        </div>
      </div>
      <p className="sheet-title">
        <b>{heading.name}</b>
        {heading.about && (
          <>
            <br />
            <b>{heading.about}</b>
          </>
        )}
      </p>
      {deciding && (
        <>
          <p className="sheet-title">
            <b>{deciding.authority}</b>
          </p>
          {deciding.bases.map((basis) => (
            <p key={basis}>{basis}</p>
          ))}
          <p className="sheet-title">
            <b>{deciding.resolves}</b>
          </p>
        </>
      )}
      {paper.addressee && <p>{paper.addressee}</p>}
      {paper.blocks.map((block, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- blocks have no identity but their place
        <BlockView key={place} block={block} />
      ))}
      <div className="sheet-head">
        <div className="sheet-to">
          {closing.recipients && (
            <>
              <p>
                <b>{closing.recipients.title}</b>
              </p>
              {closing.recipients.lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </>
          )}
        </div>
        {closing.signatures.map(({ lines, name }) => (
          <div key={lines.join()}>
            {lines.map((line) => (
              <p key={line}>
                <b>{line}</b>
              </p>
            ))}
            {name && <p className="sheet-name">{name}</p>}
          </div>
        ))}
      </div>
    </section>
  )
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className={block.isCentred ? 'sheet-title' : undefined}>
          <Runs text={block.text} />
        </p>
      )
    case 'article':
      return (
        <p>
          <b>{words.article(block.number)}</b> <Runs text={block.text} />
        </p>
      )
    case 'heading':
      return (
        <p>
          <b>{block.text}</b>
        </p>
      )
    case 'fields':
      return (
        <>
          {block.rows.map(({ label, value }) => (
            <p key={label}>{words.field(label, value)}</p>
          ))}
        </>
      )
    case 'items':
      return (
        <ol className={block.isNumbered ? 'sheet-items' : 'bullets'}>
          {block.items.map((item) => (
            <li key={item.map(({ text }) => text).join('')}>
              <Runs text={item} />
            </li>
          ))}
        </ol>
      )
    case 'choices':
      return (
        <>
          {block.items.map(({ text, isTicked }) => (
            <p key={text}>{words.choice(text, isTicked)}</p>
          ))}
        </>
      )
    case 'table':
      return (
        <table className="sheet-table">
          <thead>
            <tr>
              {block.columns.map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...block.rows, ...(block.total ? [block.total] : [])].map((row) => (
              <tr key={row.join()}>
                {row.map((cell, place) => (
                  <td key={block.columns[place]?.title}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
  }
}

function Runs({ text }: { text: Text }) {
  return text.map(({ text, bold, italic }, place) =>
    // oxlint-disable-next-line react/no-array-index-key -- runs have no identity but their place
    bold ? <b key={place}>{text}</b> : italic ? <i key={place}>{text}</i> : <span key={place}>{text}</span>,
  )
}
