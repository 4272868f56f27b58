import { useState, type FormEvent } from 'react'
import type { CivilDate } from '#kernel/civil-date'
import { importBoundaries, type BoundaryReport } from '#modules/geography/contract'
import { useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button, TextLink } from '#ui/button'
import { Checkbox, FileDrop, Select } from '#ui/choice'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead, Panel } from '#ui/page'
import { DateField } from '#ui/parsed-field'
import { TextField } from '#ui/text-field'
import { mapHref, reformsHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const largest = 25 * 1024 * 1024

/** Outlines of communes from a file: looked at first, kept when asked. */
export function BoundariesPage() {
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
  const send = useCommand(importBoundaries)
  const report = send.data
  const ask = (isKept: boolean, property = codeProperty) => {
    setTried(true)
    if (!file || !on || source.trim() === '') return
    send.mutate({
      file,
      on,
      source,
      ...(note.trim() !== '' && { note }),
      isSchematic: String(isSchematic),
      isKept: String(isKept),
      ...(property && { codeProperty: property }),
    })
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
        <DateField label={t.boundaryOn} value={on} onChange={change(setOn)} />
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
        <Report
          report={report}
          onProperty={(property) => {
            setCodeProperty(property)
            ask(false, property)
          }}
        />
      )}
    </>
  )
}

function Report({ report, onProperty }: { report: BoundaryReport; onProperty: (name: string) => void }) {
  const t = useMessages({ vi, en })
  const { overlaps, gaps, missing, findings } = report
  const isClean = report.sound === report.outlines
  return (
    <div className="stack">
      {report.kept > 0 ? (
        <Notice kind="ok" isLive title={t.kept(formatCount(report.kept))}>
          <p>
            <TextLink href={mapHref}>{t.seeMap}</TextLink>
          </p>
        </Notice>
      ) : (
        <Notice
          kind={isClean ? 'ok' : 'warn'}
          isLive
          title={t.soundOf(formatCount(report.sound), formatCount(report.outlines))}
        >
          {report.codeProperty === null && <p>{t.noCodes}</p>}
        </Notice>
      )}
      {report.kept === 0 && (
        <Select
          label={t.codeProperty}
          options={report.properties.map(({ name, samples }) => ({
            value: name,
            label: `${name} (${samples.join(', ')})`,
          }))}
          value={report.codeProperty ?? null}
          onChange={(value) => value && onProperty(value)}
        />
      )}
      {overlaps.length > 0 && (
        <Notice kind="err" title={t.overlapsTitle}>
          <ul>
            {overlaps.map(({ one, other, km2, share }) => (
              <li key={`${one.place} ${other.place}`}>
                {t.overlap(
                  one.name,
                  other.name,
                  km2.toLocaleString('vi-VN'),
                  formatCount(Math.round(share * 100)),
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {gaps.length > 0 && (
        <Notice kind="warn" title={t.gapsTitle}>
          <ul>
            {gaps.map(({ at, km2, between }) => (
              <li key={at.join()}>
                {t.gap(
                  between.map(({ name }) => name).join(', '),
                  km2.toLocaleString('vi-VN'),
                  at.map((one) => one.toLocaleString('vi-VN', { maximumFractionDigits: 4 })).join('; '),
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {missing.count > 0 && (
        <Notice kind="info">{t.missing(formatCount(missing.count), missing.first.join(', '))}</Notice>
      )}
      {findings.length > 0 && (
        <Panel title={t.foundTitle}>
          <DataTable
            caption={t.foundTitle}
            isCaptionHidden
            rows={findings.toSorted((one, other) => rank[one.level] - rank[other.level])}
            rowKey={({ place, code }) => `${place} ${code}`}
            empty=""
            columns={[
              { header: t.place, align: 'end', cell: ({ place }) => place },
              { header: t.unit, isName: true, cell: ({ name }) => name || t.unnamed },
              {
                header: t.result,
                cell: ({ level }) => (
                  <Chip kind={level === 'refused' ? 'err' : level === 'repaired' ? 'warn' : 'neutral'}>
                    {t.levels[level]}
                  </Chip>
                ),
              },
              { header: t.what, cell: ({ code, detail }) => t.outlineFindings[code](detail) },
            ]}
          />
        </Panel>
      )}
    </div>
  )
}

const rank = { refused: 0, repaired: 1, note: 2 } as const
