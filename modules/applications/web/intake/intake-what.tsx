import { Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { procedureIds, type IntakePreview } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { IntakeCarried } from './intake-carried.tsx'
import { IntakeDay } from './intake-day.tsx'
import type { Channel, PartProps } from './intake-draft.ts'

/** Under another procedure other things are asked, and brought. */
const nothingSaid = { answers: {}, event: {}, papers: {} }

/** What somebody asks for, by which way and on which day it came, and the law it goes by. */
export function IntakeWhat({
  draft,
  channel,
  channels,
  preview,
  complaints,
  onChange,
}: PartProps & {
  channel: Channel
  channels: readonly Channel[]
  preview: IntakePreview | undefined
}) {
  const t = useMessages({ vi, en })
  const words = t.intake
  return (
    <Panel title={words.what} isPadded>
      <IntakeCarried
        onFill={({ procedure, facts }) => onChange({ procedure, standing: facts, ...nothingSaid })}
      />
      <div className="intake-row">
        <Select
          label={t.queue.procedure}
          options={procedureIds.map((value) => ({ value, label: t.procedures[value] }))}
          value={draft.procedure}
          onChange={(value) => value && onChange({ procedure: value, standing: {}, ...nothingSaid })}
        />
        <Select
          label={t.queue.channel}
          options={channels.map((value) => ({ value, label: t.channels[value] }))}
          value={channel}
          onChange={(value) => value && onChange({ channel: value })}
        />
        <IntakeDay draft={draft} complaints={complaints} onChange={onChange} />
      </div>
      {preview && (
        <p className="hint">
          {words.by(
            preview.forms.map(({ number }) => words.form(number)).join(', '),
            preview.edition.citation,
          )}
        </p>
      )}
    </Panel>
  )
}
