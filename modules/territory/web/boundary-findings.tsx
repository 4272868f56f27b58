import type { BoundaryReport } from '#modules/geography/contract'
import { TextLink } from '#ui/button'
import { Select } from '#ui/choice'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Panel } from '#ui/page'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What was found in a file of outlines, each by itself and all together. */
export function BoundaryFindings({
  report,
  seen,
  missing: sayMissing,
  onProperty,
}: {
  report: BoundaryReport
  /** Where what was kept is drawn. */
  seen: { readonly href: string; readonly label: string }
  missing: (count: string, names: string) => string
  onProperty: (name: string) => void
}) {
  const t = useMessages({ vi, en })
  const { overlaps, gaps, missing, findings } = report
  const isClean = report.sound === report.outlines
  return (
    <div className="stack">
      {report.kept > 0 ? (
        <Notice kind="ok" isLive title={t.kept(formatCount(report.kept))}>
          <p>
            <TextLink href={seen.href}>{seen.label}</TextLink>
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
        <Notice kind="info">{sayMissing(formatCount(missing.count), missing.first.join(', '))}</Notice>
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
