import { useState } from 'react'
import { useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Select } from '#ui/choice'
import { FileDrop } from '#ui/file-drop'
import { formatCount, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import {
  EnvelopeId,
  previewLayout,
  tryAnswer,
  type AnswerLayout,
  type LayoutView,
  type OrderLayout,
} from '../../contract.ts'
import { FaultTable } from './fault-table.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The layout on an envelope there is, before anything is sent by it. */
export function OrderTrial({
  view,
  orders,
  isSound,
}: {
  view: LayoutView
  orders: OrderLayout
  isSound: boolean
}) {
  const t = useMessages({ vi, en })
  const [envelopeId, choose] = useState<EnvelopeId | null>(view.envelopes[0]?.id ?? null)
  const preview = useCommand(previewLayout)
  if (view.envelopes.length === 0) return <p className="hint">{t.noEnvelopes}</p>
  const [head, ...body] = preview.data?.rows ?? []
  return (
    <section className="stack" aria-labelledby="xem-thu">
      <h3 id="xem-thu">{t.preview}</h3>
      <div className="layout-result">
        <Select
          label={t.previewOn}
          options={view.envelopes.map(({ id, code, month }) => ({
            value: id,
            label: `${code}, ${formatMonth(month)}`,
          }))}
          value={envelopeId}
          onChange={choose}
        />
        <Button
          icon="search"
          isDisabled={!isSound || envelopeId === null}
          isPending={preview.isPending}
          onPress={() => envelopeId && preview.mutate({ id: view.provider.id, orders, envelopeId })}
        >
          {t.previewVerb}
        </Button>
      </div>
      <ProblemNotice error={preview.error} words={t.problems} />
      {preview.data && head && (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
          <section className="table-wrap" tabIndex={0} aria-label={t.previewCaption(preview.data.name)}>
            <table className="table">
              <caption>{t.previewCaption(preview.data.name)}</caption>
              <thead>
                <tr>
                  {(orders.hasHeader ? head : orders.columns.map(({ header }) => header)).map((cell) => (
                    <th key={cell} scope="col">
                      {cell}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {(orders.hasHeader ? body : [head, ...body]).map((row) => (
                  <tr key={row.join('|')}>
                    {row.map((cell, place) => (
                      <td key={orders.columns[place]?.header}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <p className="hint">{t.previewMore(formatCount(preview.data.left))}</p>
        </>
      )}
    </section>
  )
}

const largest = 25 * 1024 * 1024

/** A file of the provider, read in the layout and thrown away. */
export function AnswerTrial({
  view,
  answers,
  isSound,
}: {
  view: LayoutView
  answers: AnswerLayout
  isSound: boolean
}) {
  const t = useMessages({ vi, en })
  const [file, setFile] = useState<File | null>(null)
  const trial = useCommand(tryAnswer)
  const found = trial.data
  return (
    <section className="stack" aria-labelledby="doc-thu">
      <h3 id="doc-thu">{t.trial}</h3>
      <FileDrop
        label={t.trialFile}
        hint={t.trialHint}
        kinds={['.csv', '.xlsx', '.txt']}
        limit={largest}
        file={file}
        onChange={setFile}
      />
      <div className="btns">
        <Button
          icon="search"
          isDisabled={!isSound || file === null}
          isPending={trial.isPending}
          onPress={() =>
            file && trial.mutate({ id: view.provider.id, answers: JSON.stringify(answers), file })
          }
        >
          {t.trialVerb}
        </Button>
      </div>
      <ProblemNotice error={trial.error} words={t.problems} />
      {found?.because != null && <Notice kind="err" isLive title={t.trialNot(found.because)} />}
      {found?.because === null && (
        <Notice
          kind={found.wrong > 0 ? 'warn' : 'ok'}
          isLive
          title={t.trialGood(formatCount(found.lines), formatMoney(found.amount))}
        >
          <p>
            {found.byOutcome
              .map(({ outcome, lines }) => `${t.outcomes[outcome]}: ${formatCount(lines)}`)
              .join(' · ')}
          </p>
          {found.wrong > 0 && <p>{t.trialWrong(formatCount(found.wrong))}</p>}
        </Notice>
      )}
      {found && found.faults.length > 0 && <FaultTable faults={found.faults} />}
    </section>
  )
}
