import { Button } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import type { ApplicationView } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { useLabel } from '../common/use-label.ts'

type Event = ApplicationView['events'][number]

/** The control slip («phiếu kiểm soát»): everything that was done with the file, by whom and when. */
export function FileLog({ file }: { file: ApplicationView }) {
  const t = useMessages({ vi, en }).file.log
  const label = useLabel()
  return (
    <Panel
      title={t.title}
      aside={
        <Button emphasis="quiet" icon="print" onPress={() => window.print()}>
          {t.print}
        </Button>
      }
    >
      <DataTable
        caption={t.caption}
        isCaptionHidden
        rows={file.events.toReversed()}
        rowKey={({ version, kind, at }) => `${version} ${kind} ${at}`}
        empty=""
        columns={[
          { header: t.when, cell: ({ at }) => <Moment value={at} /> },
          { header: t.who, cell: ({ byName }) => byName },
          { header: t.what, isName: true, cell: ({ kind }) => t.kinds[kind] ?? t.otherKind },
          {
            header: t.detail,
            cell: (event) => (
              <span className="quiet">
                {[...detailsOf(event, t), event.toStep && event.fromStep && t.to(label(event.toStep))]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  )
}

/** What an event says beyond its kind: the reason, what was missing, to whom it was given. */
function detailsOf({ kind, detail }: Event, t: typeof vi.file.log): string[] {
  const { reason, missing, to } = detail
  return [
    ...(typeof reason === 'string' ? [reason] : []),
    ...(Array.isArray(missing) ? missing.map(({ why }: { why: string }) => why) : []),
    ...(kind === 'assigned' ? [typeof to === 'string' ? t.assignedTo(to) : t.released] : []),
  ]
}
