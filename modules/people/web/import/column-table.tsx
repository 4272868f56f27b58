import { useState } from 'react'
import { useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Select } from '#ui/choice'
import { DataTable } from '#ui/data-table'
import { formatShare } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { ImportField } from '../../domain/import/fields.ts'
import { mapImportColumns, type ImportView } from '../../import-contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What each column was taken to hold, with examples; each can be changed, and the rows are checked again. */
export function ColumnTable({ view }: { view: ImportView }) {
  const t = useMessages({ vi, en })
  const [mapping, setMapping] = useState<ImportField[]>(view.columns.map(({ field }) => field))
  const map = useCommand(mapImportColumns)
  const isChanged = view.columns.some(({ field, index }) => mapping[index] !== field)
  const options = ImportField.options.map((field) => ({ value: field, label: t.fieldNames[field] }))
  return (
    <Panel title={t.columns}>
      <div className="panel-body stack">
        <p className="hint">{t.columnsHint}</p>
        <ProblemNotice error={map.error} words={t.problems} />
        <DataTable
          caption={t.columns}
          isCaptionHidden
          rows={view.columns.filter(({ header, samples }) => header !== '' || samples.length > 0)}
          rowKey={({ index }) => String(index)}
          empty={t.noRows}
          columns={[
            {
              header: t.column,
              cell: (column) => column.header || t.unnamed(letterOf(column.index)),
              isName: true,
            },
            {
              header: t.samples,
              cell: ({ samples, font }) => (
                <>
                  {samples.slice(0, 2).join(' · ')}
                  {font && (
                    <span className="quiet font-reads">
                      {t.fontReads(
                        t.fonts[font.name],
                        font.reads.slice(0, 2).join(' · '),
                        formatShare(font.score),
                      )}
                    </span>
                  )}
                </>
              ),
            },
            {
              header: t.field,
              cell: ({ index, header, samples, confidence }) => (
                <Select
                  label={t.fieldOf(header || t.unnamed(letterOf(index)))}
                  isLabelHidden
                  options={options}
                  value={mapping[index] ?? 'ignored'}
                  onChange={(field) =>
                    field && setMapping((before) => before.map((one, at) => (at === index ? field : one)))
                  }
                  hint={
                    isDoubtful({ header, samples, confidence, mapped: mapping[index] }) ? t.unsure : undefined
                  }
                />
              ),
            },
          ]}
        />
        <div className="btns">
          <Button
            emphasis="primary"
            isDisabled={!isChanged && view.missing.length === 0}
            isPending={map.isPending}
            onPress={() => map.mutate({ id: view.id, mapping })}
          >
            {t.remap}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

/** A column only half understood, and one nobody reads though it holds something and is no ordinal. */
function isDoubtful({
  header,
  samples,
  confidence,
  mapped,
}: Pick<ImportView['columns'][number], 'header' | 'samples' | 'confidence'> & {
  mapped: ImportField | undefined
}): boolean {
  if (confidence > 0) return confidence < 1
  return mapped === 'ignored' && samples.length > 0 && !isOrdinal(header)
}

/** «STT» and «TT» number the rows, and nobody misses them. */
function isOrdinal(header: string): boolean {
  return /^(?:s?\.?tt|số tt|số thứ tự|no)\.?$/iu.test(header.normalize('NFC').trim())
}

function letterOf(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26)
}
