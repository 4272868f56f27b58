import { z } from 'zod'

/** What the jobs of an import are told. */
export const ImportJobInput = z.object({ importId: z.uuid() })
