import { useQueryClient } from '@tanstack/react-query'
import { apiError, useCommand, useRequestId } from '#platform/web/api'
import type { Endpoint } from '#platform/contract/endpoint'
import type { AnySchema, ErrorMap, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'

/**
 * One act on a file: sent with an id of its own until it succeeds. What was typed stays wherever it was typed; where
 * somebody else changed the file meanwhile, `lookAgain` fetches it as it is, and the act can be sent anew.
 */
export function useAct<Input extends AnySchema, Output extends AnySchema, Problems extends ErrorMap>(
  endpoint: Endpoint<Input, Output, Problems>,
) {
  const command = useCommand(endpoint)
  const [requestId, renew] = useRequestId()
  const queries = useQueryClient()
  return {
    requestId,
    isPending: command.isPending,
    error: command.error,
    // What was acted on may be gone from the page by the time it is told; whoever asked hears of it all the same.
    send: (
      input: InferSchemaInput<Input>,
      onDone: (output: InferSchemaOutput<Output>) => void,
      onRefused?: (code: string) => void,
    ) =>
      void command.mutateAsync(input).then(
        (output) => {
          renew()
          onDone(output)
        },
        (error: unknown) => {
          // Shown by `error`. Another content under the same id would be refused: what is sent after a refusal is new.
          const { status, code } = apiError(error)
          if (status >= 400 && status < 500) renew()
          onRefused?.(code)
        },
      ),
    lookAgain: async () => {
      await queries.invalidateQueries()
      command.reset()
    },
  }
}
