import { Button } from '#ui/button'
import { Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { TextField } from '#ui/text-field'
import { AnswerField, Outcome, type AnswerLayout } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { TableFields } from './table-fields.tsx'

type Given = { readonly layout: AnswerLayout; readonly onChange: (layout: AnswerLayout) => void }

/** How an answer is laid out: what it is written as, which heads to look for, and what its words mean. */
export function AnswerFields({ layout, onChange }: Given) {
  const t = useMessages({ vi, en })
  const change = (some: Partial<AnswerLayout>) => onChange({ ...layout, ...some })
  const outcomes = Outcome.options.map((value) => ({ value, label: t.outcomes[value] }))
  return (
    <>
      <TableFields table={layout} onChange={change} />
      <h3>{t.answerColumns}</h3>
      <p className="hint">{t.answerColumnsHint}</p>
      <div className="layout-fields">
        {AnswerField.options.map((field) => (
          <TextField
            key={field}
            label={t.answerFields[field]}
            value={layout.columns.find((column) => column.field === field)?.header ?? ''}
            onChange={(header) => change({ columns: withHeader(layout, field, header) })}
            maxLength={60}
          />
        ))}
      </div>
      <Results layout={layout} onChange={onChange} />
      <div className="layout-fields">
        <Select
          label={t.otherwise}
          options={outcomes}
          value={layout.otherwise}
          onChange={(otherwise) => change({ otherwise })}
          emptyLabel={t.mustSay}
        />
        <TextField
          label={t.totalLabel}
          hint={t.totalLabelHint}
          value={layout.totalLabel ?? ''}
          onChange={(said) => change({ totalLabel: said || null })}
          maxLength={40}
        />
        <TextField
          label={t.mark}
          hint={t.markHint}
          value={layout.mark ?? ''}
          onChange={(said) => change({ mark: said || null })}
          maxLength={40}
        />
      </div>
    </>
  )
}

/** A field whose head is empty is not read. */
function withHeader({ columns }: AnswerLayout, field: AnswerField, header: string) {
  const others = columns.filter((column) => column.field !== field)
  const place = columns.findIndex((column) => column.field === field)
  return header === '' ? others : others.toSpliced(place < 0 ? others.length : place, 0, { field, header })
}

function Results({ layout, onChange }: Given) {
  const t = useMessages({ vi, en })
  const { results } = layout
  const set = (changed: AnswerLayout['results']) => onChange({ ...layout, results: changed })
  return (
    <>
      <h3>{t.results}</h3>
      <p className="hint">{t.resultsHint}</p>
      {results.map((result, place) => (
        // A result has no name of its own but its place: what is typed stays in it.
        <div className="layout-result" key={place}>
          <TextField
            label={t.said(place + 1)}
            value={result.said}
            onChange={(said) => set(results.with(place, { ...result, said }))}
            maxLength={60}
          />
          <Select
            label={t.means(place + 1)}
            options={Outcome.options.map((value) => ({ value, label: t.outcomes[value] }))}
            value={result.outcome}
            onChange={(outcome) => outcome && set(results.with(place, { ...result, outcome }))}
          />
          <Button
            icon="cross"
            aria-label={t.removeResult(place + 1)}
            onPress={() => set(results.toSpliced(place, 1))}
          />
        </div>
      ))}
      <div className="btns">
        <Button icon="plus" onPress={() => set([...results, { said: '', outcome: 'paid' }])}>
          {t.addResult}
        </Button>
      </div>
    </>
  )
}
