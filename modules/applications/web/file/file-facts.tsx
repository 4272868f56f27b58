import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getPerson, PersonId } from '#modules/people/contract'
import { apiQuery } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { previewIntake, type ApplicationView, type IntakeQuestion } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { RecordFactDialog } from './record-fact-dialog.tsx'
import { saidIn, type RegisterKind, type Said } from './register-facts.ts'
import { useLabel } from '../common/use-label.ts'

/**
 * What the person said beside what the register knows: a decision is computed from the register alone, so what was
 * verified has to be recorded there first, with its paper.
 */
export function FileFacts({ file, onDone }: { file: ApplicationView; onDone: (news: string) => void }) {
  const t = useMessages({ vi, en }).facts
  const can = useCan()
  const said = saidIn(file.asked)
  const [open, setOpen] = useState<Said & { readonly kind: RegisterKind }>()
  const person = useQuery({
    ...apiQuery(getPerson, { id: file.personId as PersonId }), // Not asked while there is none.
    enabled: file.personId !== null && can('people.read'),
  })
  const words = useQuery({
    ...apiQuery(previewIntake, {
      procedure: file.procedure,
      personId: file.personId,
      asked: { standing: (file.asked['standing'] ?? {}) as Record<string, unknown> }, // Checked when it was received.
    }),
    enabled: can('applications.handle') && said.length > 0,
    retry: false,
  })
  if (said.length === 0) return null
  const has = (kind: string) => person.data?.circumstances.some((row) => row.kind === kind) ?? false
  const mayRecord =
    can('people.record') && file.personId !== null && person.data !== undefined && file.actions.length > 0
  return (
    <Panel title={t.title}>
      <DataTable
        caption={t.caption}
        isCaptionHidden
        rows={said}
        rowKey={({ fact }) => fact}
        empty=""
        columns={[
          {
            header: t.fact,
            isName: true,
            cell: ({ fact }) => t.names[fact] ?? t.privateFact,
          },
          { header: t.said, cell: (one) => <Answer said={one} questions={words.data?.questions ?? []} /> },
          {
            header: t.register,
            cell: (one) =>
              one.kind === undefined || !can('people.read') ? (
                <span className="quiet">{t.nothingToRecord}</span>
              ) : has(one.kind) ? (
                <Chip kind="ok">{t.recorded}</Chip>
              ) : (
                <span className="btns">
                  <Chip kind="warn" icon="warning">
                    {t.notRecorded}
                  </Chip>
                  {mayRecord && (
                    <Button
                      icon="pencil"
                      aria-label={t.recordOf(t.names[one.fact] ?? t.privateFact)}
                      onPress={() => setOpen({ ...one, kind: one.kind! })} // Undefined was told apart above.
                    >
                      {t.record}
                    </Button>
                  )}
                </span>
              ),
          },
        ]}
      />
      {open && file.personId && (
        <RecordFactDialog
          file={file}
          personId={PersonId.parse(file.personId)}
          said={open}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined)
            onDone(t.done(t.names[open.fact] ?? t.privateFact))
          }}
        />
      )}
    </Panel>
  )
}

function Answer({ said: { fact, value }, questions }: { said: Said; questions: readonly IntakeQuestion[] }) {
  const t = useMessages({ vi, en })
  const label = useLabel()
  const question = questions.find((one) => one.fact === fact)
  if (typeof value === 'number') return value === 0 ? t.intake.no : formatMoney(value)
  if (typeof value === 'boolean') return value ? t.intake.yes : t.intake.no
  const option = question?.options.find((one) => one.value === value)
  return option ? label(option.label) : (t.facts.values[String(value)] ?? String(value))
}
