import { z } from 'zod'
import { useCommand } from '#platform/web/api'
import { useForm } from '#platform/web/form'
import { Button } from '#ui/button'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import { PasswordField, TextField } from '#ui/text-field'
import { createUserAccount, RoleName, Username } from '../contract.ts'
import type { Role } from '../domain/role-names.ts'
import { AssignmentFields } from './assignment-fields.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** A new account with its first assignment and password. */
export function CreateUserDialog({
  onClose,
  onDone,
}: {
  onClose: () => void
  onDone: (news: string) => void
}) {
  const t = useMessages({ vi, en })
  const create = useCommand(createUserAccount)
  const form = useForm({
    schema: z.object({
      name: z.string().trim().min(2).max(100),
      username: Username,
      password: z.string().min(12).max(200),
      role: RoleName.nullable().pipe(RoleName),
      areaId: z.string().nullable().pipe(z.string()).transform(Number),
    }),
    initial: {
      name: '',
      username: '',
      password: '',
      role: null as Role | null,
      areaId: null as string | null,
    },
    words: t.users.fieldProblems,
    onSubmit: async (given) => {
      await create.mutateAsync(given)
      onDone(t.users.created(given.name))
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t.users.create}>
      <form className="form" onSubmit={(event) => void form.submit(event)} noValidate>
        {form.summary(t.problems)}
        <TextField label={t.users.name} autoComplete="off" {...form.field('name')} />
        <TextField
          label={t.users.username}
          hint={t.users.usernameHint}
          autoComplete="off"
          spellCheck="false"
          {...form.field('username')}
        />
        <PasswordField
          label={t.users.firstPassword}
          hint={t.users.firstPasswordHint}
          autoComplete="new-password"
          {...form.field('password')}
        />
        <AssignmentFields role={form.field('role')} area={form.field('areaId')} />
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={create.isPending}>
            {t.users.createSubmit}
          </Button>
          <Button onPress={onClose}>{t.users.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
