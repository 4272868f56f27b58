import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { apiQuery, useCommand, useRequestId } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button, LinkButton, TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { Day, formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Dialog } from '#ui/overlay'
import { PageHead } from '#ui/page'
import { Pages } from '#ui/pages'
import { EmptyState } from '#ui/states'
import { TabLinks } from '#ui/tabs'
import { TextArea } from '#ui/text-field'
import { finishTask, listTasks, pageSize, type TaskView } from '../contract.ts'
import { partHref, recordHref, reviewsHref, tasksHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useFieldWords } from './use-field-words.ts'
import './review.css'

export function TasksRoute() {
  const { muc, trang = 1 }: { muc?: string; trang?: number } = useSearch({ strict: false })
  return <TasksPage view={muc === 'xong' ? 'done' : 'open'} page={trang} />
}

/** What reviews leave to do: people to look for, things to record, requests to see through. */
function TasksPage({ view, page }: { view: 'open' | 'done'; page: number }) {
  const t = useMessages({ vi, en })
  const words = useFieldWords()
  const { data } = useSuspenseQuery(apiQuery(listTasks, { view, page }))
  const [finishing, finish] = useState<TaskView>()
  const what = ({ kind, field }: TaskView) =>
    kind === 'search' ? t.task.search : t.task[kind](words.fields[field])
  return (
    <>
      <PageHead
        crumbs={[{ label: t.people }, { label: t.title, href: reviewsHref }, { label: t.tasks }]}
        title={view === 'open' ? t.task.heading(formatCount(data.total)) : t.task.title}
        tabTitle={t.task.title}
      />
      <TabLinks
        label={t.task.viewsLabel}
        links={(['open', 'done'] as const).map((one) => ({
          href: tasksHref({ view: one }),
          label: t.task.views[one],
          isHere: one === view,
        }))}
      />
      {data.overdue > 0 && <Notice kind="warn">{t.task.overdue(formatCount(data.overdue))}</Notice>}
      <DataTable
        caption={t.task.caption}
        isCaptionHidden
        rows={data.rows}
        empty={<EmptyState title={t.task.none[view]}>{t.task.noneMore}</EmptyState>}
        columns={[
          {
            header: t.task.person,
            isName: true,
            cell: ({ person, area, village, partId }) => (
              <>
                <TextLink href={partHref(partId, { person: person.id, q: person.fullName ?? undefined })}>
                  {person.fullName ?? t.part.unseen}
                </TextLink>
                <span className="quiet below-name">{[village, area.name].filter(Boolean).join(', ')}</span>
              </>
            ),
          },
          {
            header: t.task.what,
            cell: (task) => (
              <>
                {what(task)}
                <span className="quiet below-name">
                  {[task.finding && words.sayFinding(task.finding), task.note].filter(Boolean).join(' · ')}
                </span>
              </>
            ),
          },
          { header: t.task.found, cell: ({ foundName }) => foundName },
          view === 'open'
            ? { header: t.task.due, cell: ({ dueOn }) => <Day value={dueOn} /> }
            : { header: t.task.doneAt, cell: (task) => <Done task={task} /> },
          {
            header: t.task.finish,
            isHeaderHidden: true,
            cell: (task) =>
              task.changeRequestId ? (
                <LinkButton href={`/nghiep-vu/bien-dong/${task.changeRequestId}`}>
                  {t.task.openRequest}
                  {task.changeState && ` (${t.task.requestStates[task.changeState] ?? task.changeState})`}
                </LinkButton>
              ) : (
                view === 'open' && <Acts task={task} onFinish={() => finish(task)} />
              ),
          },
        ]}
      />
      <Pages
        page={page}
        pageSize={pageSize}
        total={data.total}
        href={(at) => tasksHref({ view, page: at })}
      />
      {finishing && <FinishDialog task={finishing} onClose={() => finish(undefined)} />}
    </>
  )
}

/** What was told in words is asked for where it is decided; the task itself is ended by hand. */
function Acts({ task: { kind, field, person }, onFinish }: { task: TaskView; onFinish: () => void }) {
  const t = useMessages({ vi, en }).task
  const can = useCan()
  const name = person.fullName ?? ''
  const href = kind === 'record' && person.fullName !== null ? recordHref(field, person.id) : undefined
  return (
    <span className="btns">
      {href && can(field === 'way' ? 'payments.ask_way' : 'changes.record') && (
        <LinkButton href={href} aria-label={`${t.ask}: ${name}`}>
          {t.ask}
        </LinkButton>
      )}
      {can('review.answer') && (
        <Button icon="check" aria-label={`${t.finish}: ${name}`} onPress={onFinish}>
          {t.finish}
        </Button>
      )}
    </span>
  )
}

function Done({ task: { doneAt, doneName, doneNote } }: { task: TaskView }) {
  const t = useMessages({ vi, en }).task
  if (!doneAt) return null
  const note = doneNote && (t.doneNotes[doneNote] ?? doneNote)
  return (
    <>
      {doneName}
      <span className="quiet below-name">{note}</span>
    </>
  )
}

function FinishDialog({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const t = useMessages({ vi, en })
  const finish = useCommand(finishTask)
  const [requestId, renew] = useRequestId()
  const [note, setNote] = useState('')
  const [isAttempted, attempt] = useState(false)
  return (
    <Dialog isOpen onClose={onClose} title={t.task.finishTitle(task.person.fullName ?? t.part.unseen)}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          attempt(true)
          if (note.trim())
            finish.mutate(
              { id: task.id, note: note.trim(), requestId },
              { onSuccess: onClose, onError: renew },
            )
        }}
      >
        <ProblemNotice error={finish.error} words={t.problems} />
        <TextArea
          label={t.task.note}
          hint={t.task.noteHint}
          value={note}
          onChange={setNote}
          maxLength={500}
          error={isAttempted && !note.trim() ? t.task.needsNote : undefined}
        />
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={finish.isPending}>
            {t.task.save}
          </Button>
          <Button onPress={onClose}>{t.task.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
