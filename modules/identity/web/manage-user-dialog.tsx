import { useState } from 'react'
import { z } from 'zod'
import { useCommand } from '#platform/web/api'
import { useForm } from '#platform/web/form'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Day } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { ConfirmDialog, Dialog } from '#ui/overlay'
import { PasswordField, TextArea } from '#ui/text-field'
import { dayOf } from '#kernel/civil-date'
import {
  assignUser,
  endAssignment,
  lockUser,
  resetPassword,
  RoleName,
  unlockUser,
  type UserView,
} from '../contract.ts'
import type { Role } from '../domain/role-names.ts'
import { AssignmentFields } from './assignment-fields.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Props = { user: UserView; onClose: () => void; onDone: (news: string) => void }

/** What can be done to one account; each act says its consequence before, and itself after. */
export function ManageUserDialog(props: Props) {
  const { user, onClose } = props
  const t = useMessages({ vi, en }).users
  const [act, setAct] = useState<'choose' | 'assign' | 'end' | 'lock' | 'reset'>('choose')
  switch (act) {
    case 'assign':
      return <AssignDialog {...props} />
    case 'end':
      return <EndDialog {...props} />
    case 'lock':
      return <LockDialog {...props} />
    case 'reset':
      return <ResetDialog {...props} />
    case 'choose':
      return (
        <Dialog isOpen onClose={onClose} title={user.name}>
          {user.lockedAt && (
            <Notice kind="warn">
              <p>
                {t.locked}, <Day value={dayOf(user.lockedAt)} />. {user.lockReason}
              </p>
            </Notice>
          )}
          <div className="btns">
            <Button onPress={() => setAct('assign')}>{t.assign}</Button>
            {user.role && <Button onPress={() => setAct('end')}>{t.end}</Button>}
            <Button onPress={() => setAct('reset')}>{t.reset}</Button>
            {user.lockedAt ? (
              <UnlockButton {...props} />
            ) : (
              <Button emphasis="danger" icon="lock" onPress={() => setAct('lock')}>
                {t.lock}
              </Button>
            )}
            <Button onPress={onClose}>{t.close}</Button>
          </div>
        </Dialog>
      )
  }
}

function UnlockButton({ user, onClose, onDone }: Props) {
  const t = useMessages({ vi, en })
  const unlock = useCommand(unlockUser)
  return (
    <>
      <Button
        emphasis="primary"
        isPending={unlock.isPending}
        onPress={() =>
          unlock.mutate(
            { id: user.id },
            {
              onSuccess: () => {
                onDone(t.users.unlocked(user.name))
                onClose()
              },
            },
          )
        }
      >
        {t.users.unlock}
      </Button>
      <ProblemNotice error={unlock.error} words={t.problems} />
    </>
  )
}

function LockDialog({ user, onClose, onDone }: Props) {
  const t = useMessages({ vi, en })
  const lock = useCommand(lockUser)
  const [reason, setReason] = useState('')
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      kind="danger"
      title={t.users.lockTitle(user.name)}
      verb={t.users.lock}
      otherwise={t.users.cancel}
      isPending={lock.isPending}
      isBlocked={reason.trim().length < 3}
      onConfirm={() =>
        lock.mutate(
          { id: user.id, reason },
          {
            onSuccess: () => {
              onDone(t.users.lockedDone(user.name))
              onClose()
            },
          },
        )
      }
    >
      <p>{t.users.lockConsequence}</p>
      <TextArea label={t.users.lockReason} value={reason} onChange={setReason} maxLength={300} isRequired />
      <ProblemNotice error={lock.error} words={t.problems} />
    </ConfirmDialog>
  )
}

function EndDialog({ user, onClose, onDone }: Props) {
  const t = useMessages({ vi, en })
  const end = useCommand(endAssignment)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      kind="danger"
      title={t.users.endTitle(user.name)}
      verb={t.users.end}
      otherwise={t.users.cancel}
      isPending={end.isPending}
      onConfirm={() =>
        end.mutate(
          { id: user.id },
          {
            onSuccess: () => {
              onDone(t.users.ended(user.name))
              onClose()
            },
          },
        )
      }
    >
      <p>{t.users.endConsequence}</p>
      <ProblemNotice error={end.error} words={t.problems} />
    </ConfirmDialog>
  )
}

function AssignDialog({ user, onClose, onDone }: Props) {
  const t = useMessages({ vi, en })
  const assign = useCommand(assignUser)
  const form = useForm({
    schema: z.object({
      role: RoleName.nullable().pipe(RoleName),
      areaId: z.string().nullable().pipe(z.string()).transform(Number),
    }),
    initial: { role: user.role as Role | null, areaId: null as string | null },
    words: t.users.fieldProblems,
    onSubmit: async (given) => {
      await assign.mutateAsync({ id: user.id, ...given })
      onDone(t.users.assigned(user.name))
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={`${t.users.assign}: ${user.name}`}>
      <form className="form" onSubmit={(event) => void form.submit(event)} noValidate>
        {form.summary(t.problems)}
        <AssignmentFields role={form.field('role')} area={form.field('areaId')} />
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={assign.isPending}>
            {t.users.assignSubmit}
          </Button>
          <Button onPress={onClose}>{t.users.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function ResetDialog({ user, onClose, onDone }: Props) {
  const t = useMessages({ vi, en })
  const reset = useCommand(resetPassword)
  const form = useForm({
    schema: z.object({ next: z.string().min(12).max(200) }),
    initial: { next: '' },
    words: { next: t.users.fieldProblems.password },
    onSubmit: async ({ next }) => {
      await reset.mutateAsync({ id: user.id, next })
      onDone(t.users.resetDone(user.name))
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={`${t.users.reset}: ${user.name}`}>
      <form className="form" onSubmit={(event) => void form.submit(event)} noValidate>
        {form.summary(t.problems)}
        <PasswordField
          label={t.password.next}
          hint={t.users.firstPasswordHint}
          autoComplete="new-password"
          {...form.field('next')}
        />
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={reset.isPending}>
            {t.users.reset}
          </Button>
          <Button onPress={onClose}>{t.users.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
