import type { Ctx } from '#platform/server/context'

class Seen<Result> extends Error {
  readonly result: Result

  constructor(result: Result) {
    super('seen')
    this.result = result
  }
}

/** Does the work to tell what came of it, and keeps nothing: its transaction is rolled back. */
export async function lookOnly<Result>(
  request: (work: (ctx: Ctx) => Promise<never>) => Promise<never>,
  work: (ctx: Ctx) => Promise<Result>,
): Promise<Result> {
  try {
    return await request(async (ctx) => {
      throw new Seen(await work(ctx))
    })
  } catch (error) {
    if (error instanceof Seen) return error.result as Result // Made just above, of this work.
    throw error
  }
}
