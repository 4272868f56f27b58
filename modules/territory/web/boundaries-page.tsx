import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import type { CivilDate } from '#kernel/civil-date'
import { importBoundaries } from '#modules/geography/contract'
import { apiQuery, useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { NotFound } from '#platform/web/page-states'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { FileDrop } from '#ui/file-drop'
import { formatCount, formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { DateField } from '#ui/parsed-field'
import { TextField } from '#ui/text-field'
import { importStepOutlines, showStep, StepId, type StepView } from '../contract.ts'
import { BoundaryFindings } from './boundary-findings.tsx'
import { mapHref, reformsHref, stepHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const largest = 25 * 1024 * 1024

/** Outlines of the communes of a day, or of the parts a step of a reform divides some into. */
export function BoundariesRoute() {
  const { buoc }: { buoc?: string } = useSearch({ strict: false })
  const id = StepId.safeParse(buoc)
  if (buoc === undefined) return <BoundariesPage step={undefined} />
  return id.success ? <OfStep id={id.data} /> : <NotFound />
}

function OfStep({ id }: { id: StepId }) {
  const { data: step } = useSuspenseQuery(apiQuery(showStep, { id }))
  return <BoundariesPage step={step} />
}

/** Outlines of communes from a file: looked at first, kept when asked. */
function BoundariesPage({ step }: { step: StepView | undefined }) {
  const t = useMessages({ vi, en })
  const [file, setFile] = useState<File | null>(null)
  const [on, setOn] = useState<CivilDate | null>(
    Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString() as CivilDate, // A day of the calendar.
  )
  const [source, setSource] = useState('')
  const [note, setNote] = useState('')
  const [isSchematic, setSchematic] = useState(false)
  const [codeProperty, setCodeProperty] = useState<string>()
  const [isTried, setTried] = useState(false)
  const ofDay = useCommand(importBoundaries)
  const ofParts = useCommand(importStepOutlines)
  const send = step ? ofParts : ofDay
  const report = send.data
  const ask = (isKept: boolean, property = codeProperty) => {
    setTried(true)
    if (!file || !on || source.trim() === '') return
    const outlines = {
      file,
      source,
      ...(note.trim() !== '' && { note }),
      isSchematic: String(isSchematic),
      isKept: String(isKept),
      ...(property && { codeProperty: property }),
    }
    if (step) ofParts.mutate({ ...outlines, id: step.id })
    else ofDay.mutate({ ...outlines, on })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask(false)
  }
  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      send.reset()
    }
  return (
    <>
      <PageHead
        crumbs={[
          { label: t.administration },
          { label: t.title, href: reformsHref },
          { label: t.boundariesTitle },
        ]}
        title={t.boundariesTitle}
      >
        <p className="quiet">{t.boundariesLead}</p>
      </PageHead>
      {step && <Parts step={step} />}
      <form className="form" onSubmit={submit} noValidate>
        <ProblemNotice error={send.error} words={t.problems} />
        <FileDrop
          label={t.boundaryFile}
          kinds={['.geojson', '.json', '.topojson', '.zip']}
          limit={largest}
          file={file}
          onChange={change((given: File | null) => {
            setFile(given)
            setCodeProperty(undefined)
          })}
          hint={t.boundaryHint}
          error={isTried && !file ? t.chooseFile : undefined}
        />
        {!step && <DateField label={t.boundaryOn} value={on} onChange={change(setOn)} />}
        <TextField
          label={t.boundarySource}
          hint={t.boundarySourceHint}
          value={source}
          onChange={change(setSource)}
          error={isTried && source.trim() === '' ? t.boundaryNeedsSource : undefined}
        />
        <TextField label={t.boundaryNote} value={note} onChange={change(setNote)} />
        <Checkbox isSelected={isSchematic} onChange={change(setSchematic)}>
          {t.boundarySchematic}
        </Checkbox>
        <div className="btns">
          <Button type="submit" emphasis={report ? 'normal' : 'primary'} isPending={send.isPending}>
            {t.lookAt}
          </Button>
          {report && report.kept === 0 && report.sound > 0 && (
            <Button emphasis="primary" isPending={send.isPending} onPress={() => ask(true)}>
              {t.keep(formatCount(report.sound))}
            </Button>
          )}
        </div>
      </form>
      {report && (
        <BoundaryFindings
          report={report}
          seen={
            step
              ? { href: stepHref(step.reformId, step.id), label: t.seeStep }
              : { href: mapHref, label: t.seeMap }
          }
          missing={step ? t.partsMissing : t.missing}
          onProperty={(property) => {
            setCodeProperty(property)
            ask(false, property)
          }}
        />
      )}
    </>
  )
}

/** Which communes a file has to have for a day on which some are divided. */
function Parts({ step: { parts, on, state } }: { step: StepView }) {
  const t = useMessages({ vi, en })
  return (
    <Notice kind="info" title={t.partsTitle(formatDay(on))}>
      <p>{state === 'applied' ? t.partsLeadApplied : t.partsLead}</p>
      <ul>
        {parts.map(({ id, code, name, isDrawn }) => (
          <li key={id}>
            {code} – {name}: {isDrawn ? t.partDrawn : t.partUndrawn}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
