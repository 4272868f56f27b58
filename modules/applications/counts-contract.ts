import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint'

/** How much waits at the desk, for whoever asks: numbers alone, no further than anybody counts. */
export const countDesk = endpoint({
  method: 'GET',
  path: '/desk-counts',
  summary:
    'How many files are the reader’s or late, wait for a signature, and how many letters wait for an answer',
  permission: 'applications.read',
  input: z.object({}),
  output: z.object({ mine: z.int(), over: z.int(), toSign: z.int(), letters: z.int() }),
})
