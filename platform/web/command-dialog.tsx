import type { AnySchema, ErrorMap, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { ReactNode } from 'react'
import type { Endpoint } from '#platform/contract/endpoint'
import { ConfirmDialog } from '#ui/overlay'
import { useCommand } from './api.ts'
import { ProblemNotice, type ProblemWords } from './problem.tsx'

/**
 * Asks for what an operation needs, sends it, and stays open with what the server refused. While something is missing
 * there is no `input`, and nothing to confirm.
 */
export function CommandDialog<Input extends AnySchema, Output extends AnySchema, Problems extends ErrorMap>({
  command,
  input,
  words,
  onDone,
  children,
  ...dialog
}: {
  readonly command: Endpoint<Input, Output, Problems>
  readonly input: InferSchemaInput<Input> | undefined
  readonly title: string
  readonly verb: string
  readonly words: { readonly otherwise: string; readonly problems: ProblemWords }
  readonly kind?: 'danger'
  readonly isWide?: boolean
  readonly onClose: () => void
  readonly onDone: (result: InferSchemaOutput<Output>) => void
  readonly children: ReactNode
}) {
  const { mutate, isPending, error } = useCommand(command)
  return (
    <ConfirmDialog
      {...dialog}
      isOpen
      otherwise={words.otherwise}
      isPending={isPending}
      isBlocked={input === undefined}
      onConfirm={() => input !== undefined && mutate(input, { onSuccess: onDone })}
    >
      {children}
      <ProblemNotice error={error} words={words.problems} />
    </ConfirmDialog>
  )
}
