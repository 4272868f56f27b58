import type { CivilDate } from '#kernel/civil-date'
import { Problem } from '#kernel/problem'
import { salutationOf } from '#modules/documents'
import type { Ctx } from '#platform/server/context'
import type { Asked } from '../domain/application.ts'
import type { Procedure } from '../domain/procedure.ts'
import { computeSupport } from './compute-support.ts'
import { isRight } from './differing.ts'
import { viewTerms } from './view-terms.ts'

type Wish = {
  readonly procedure: Procedure
  readonly personId: string
  readonly asked: Asked
  readonly registered: {
    readonly subject: Parameters<typeof salutationOf>[0]
    readonly diedOn: CivilDate | null
  }
}

/** What the law gives once for what was told at the counter; null while that is too little, which the draft will say. */
export async function previewOnce(ctx: Ctx, { procedure, personId, asked, registered }: Wish) {
  if (procedure.benefits.length > 0 || procedure.events.length === 0) return null
  try {
    const { terms } = await computeSupport(ctx, {
      personId,
      diedOn: registered.diedOn,
      who: salutationOf(registered.subject, ctx.today),
      kind: 'support',
      benefit: null,
      reasons: [],
      signedOn: ctx.today,
      file: { procedure, application: { asked, applicant: null, subject: { number: null } } },
    })
    return { isRight: isRight('support', terms), terms: viewTerms(ctx, terms) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return null
  }
}
