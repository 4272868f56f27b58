import { useId, useState, type FormEvent, type ReactNode } from 'react'
import {
  useForm as useHookForm,
  useWatch,
  type DefaultValues,
  type FieldValues,
  type Path,
  type PathValue,
} from 'react-hook-form'
import type { z } from 'zod'
import { ErrorSummary, type FormError } from '#ui/error-summary'
import { useMessages } from '#ui/language'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { ProblemNotice, type ProblemWords } from './problem.tsx'
import { unreadableIn } from './unreadable.ts'

/** Words for one field: by zod’s kind of complaint, or one sentence for all of them. */
export type FieldWords<Values> = { readonly [Name in keyof Values]?: string }

/**
 * A form with one schema. `field('name')` gives a field of `#ui` its value, change, error and id; `onSubmit` receives
 * the parsed values. What was typed stays whatever the server says, until `reset`. A field of a list is named by its
 * path, and a schema that refuses it says the whole path as one name (`persons.0.birth`).
 */
export function useForm<Values extends FieldValues, Parsed>({
  schema,
  initial,
  words = {},
  whose,
  onSubmit,
}: {
  schema: z.ZodType<Parsed, Values>
  initial: Values
  words?: FieldWords<Values>
  /** Which of a list a field stands in («Người 2»), for the summary, where the box is not beside the words. */
  whose?: (name: string, values: Values) => string | undefined
  onSubmit: (parsed: Parsed) => Promise<unknown> | void
}) {
  const t = useMessages({ vi, en })
  const prefix = useId()
  const [attempt, setAttempt] = useState(0)
  const [unreadable, setUnreadable] = useState<readonly Complaint[]>([])
  const [problem, setProblem] = useState<unknown>()
  const form = useHookForm<Values>({ defaultValues: initial as DefaultValues<Values> }) // Values are plain data.
  const values = useWatch({ control: form.control }) as Values // Every field has an initial value.
  const parsed = schema.safeParse(values)
  const complaints = parsed.success ? [] : firstByField(parsed.error.issues)
  // What is typed in such a box is no value; once there is one, or the form is sent again, it is forgotten.
  const unread = unreadable.filter(({ name }) => valueAt(values, name) === null)
  const errors: readonly Complaint[] =
    attempt === 0
      ? []
      : [
          ...unread,
          ...complaints
            .filter(({ name }) => unread.every((one) => one.name !== name))
            .map(({ name, issue }) => ({ name, message: words[name] ?? sentence(issue) })),
        ]

  function sentence(issue: z.core.$ZodIssue) {
    const value = valueAt(values, String(issue.path[0] ?? ''))
    if (value === null || value === undefined || value === '') return t.required
    if (issue.code === 'too_big' && typeof issue.maximum === 'number') return t.tooLong(issue.maximum)
    if (issue.code === 'too_small' && Number(issue.minimum) > 1) return t.tooShort(Number(issue.minimum))
    if (issue.code === 'too_small' || issue.code === 'invalid_type') return t.required
    return issue.code === 'custom' && issue.message ? issue.message : t.invalid
  }
  async function submit(event?: FormEvent) {
    event?.preventDefault()
    setAttempt(attempt + 1)
    const unread = event ? unreadableIn(event.currentTarget).map((one) => named(one, `${prefix}-`)) : []
    setUnreadable(unread)
    // What the server said was about what was sent before.
    setProblem(undefined)
    if (!parsed.success || unread.length > 0) return
    try {
      await onSubmit(parsed.data)
    } catch (error) {
      setProblem(error) // Shown above the form in words; the values stay.
    }
  }
  return {
    values,
    problem,
    /** What is refused now, by field; nothing before the form was sent once. */
    errors,
    submit,
    reset: () => {
      form.reset()
      setAttempt(0)
      setProblem(undefined)
    },
    set: <Name extends Path<Values>>(name: Name, value: PathValue<Values, Name>) =>
      form.setValue(name, value),
    field: <Name extends Path<Values>>(name: Name) => ({
      id: `${prefix}-${name}`,
      name,
      value: valueAt(values, name) as PathValue<Values, Name>,
      onChange: (value: PathValue<Values, Name>) => form.setValue(name, value),
      error: errors.find((error) => error.name === name)?.message,
    }),
    /** «Có 2 chỗ cần sửa», or what the server refused. */
    summary: (problemWords?: ProblemWords): ReactNode => (
      <>
        <ErrorSummary
          attempt={attempt}
          errors={errors.map(({ name, message }) => {
            const of = whose?.(name, values)
            return { fieldId: `${prefix}-${name}`, message: of ? `${of}: ${message}` : message }
          })}
        />
        <ProblemNotice error={problem} {...(problemWords && { words: problemWords })} />
      </>
    ),
  }
}

type Complaint = { readonly name: string; readonly message: string }

const named = ({ fieldId, message }: FormError, prefix: string): Complaint => ({
  name: fieldId.startsWith(prefix) ? fieldId.slice(prefix.length) : fieldId,
  message,
})

/** `month`, or `persons.0.birth` of a list. */
function valueAt(values: unknown, name: string): unknown {
  return name
    .split('.')
    .reduce((found, part) => (found as Readonly<Record<string, unknown>> | null | undefined)?.[part], values)
}

function firstByField(issues: readonly z.core.$ZodIssue[]) {
  const found = new Map<string, z.core.$ZodIssue>()
  for (const issue of issues) {
    const name = String(issue.path[0] ?? '')
    if (!found.has(name)) found.set(name, issue)
  }
  return [...found].map(([name, issue]) => ({ name, issue }))
}
