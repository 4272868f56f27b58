import { useState } from 'react'
import { z } from 'zod'
import { useCommand } from '#platform/web/api'
import { useForm } from '#platform/web/form'
import { Button } from '#ui/button'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { PasswordField } from '#ui/text-field'
import { changePassword } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** One’s own password. */
export function PasswordPage() {
  const t = useMessages({ vi, en })
  const change = useCommand(changePassword)
  const [isDone, setDone] = useState(false)
  const form = useForm({
    schema: z
      .object({ current: z.string().min(1), next: z.string().min(12), again: z.string().min(1) })
      .refine(({ next, again }) => next === again, { path: ['again'] }),
    initial: { current: '', next: '', again: '' },
    words: t.password.fieldProblems,
    onSubmit: async ({ current, next }) => {
      setDone(false)
      await change.mutateAsync({ current, next })
      form.reset()
      setDone(true)
    },
  })
  return (
    <>
      <PageHead title={t.password.title}>
        <p className="quiet">{t.password.lead}</p>
      </PageHead>
      {isDone && (
        <Notice kind="ok" title={t.password.done} isLive>
          {t.password.doneNext}
        </Notice>
      )}
      <form className="form" onSubmit={(event) => void form.submit(event)} noValidate>
        {form.summary(t.problems)}
        <PasswordField
          label={t.password.current}
          autoComplete="current-password"
          {...form.field('current')}
        />
        <PasswordField
          label={t.password.next}
          hint={t.password.nextHint}
          autoComplete="new-password"
          {...form.field('next')}
        />
        <PasswordField label={t.password.again} autoComplete="new-password" {...form.field('again')} />
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={change.isPending}>
            {t.password.submit}
          </Button>
        </div>
      </form>
    </>
  )
}
