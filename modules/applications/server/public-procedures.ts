import type { CivilDate } from '#kernel/civil-date'
import { wordsVi } from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import type { PublicProcedure } from '../contract.ts'
import { listOpenInSteps } from '../db/queue.ts'
import { competentOn, editionOn, isWaiting } from '../domain/edition.ts'
import { deadlinesOf } from '../domain/plan.ts'
import { whenSaid } from '../domain/handbook/handbook.ts'
import { procedures } from '../domain/procedures/index.ts'
import { forCitizen } from './citizen.ts'
import { calendarFor, openFiles } from './open-file.ts'

/** What one may ask for, as the law has it on a day: what to bring, how long it takes, who decides. */
export function listProcedures(
  ctx: Ctx,
  { on = ctx.today }: { on?: CivilDate | undefined },
): Promise<PublicProcedure[]> {
  return Promise.resolve(
    procedures.flatMap((procedure) => {
      const edition = editionOn(procedure, on)
      if (!edition) return []
      const { total } = edition
      return [
        {
          id: procedure.id,
          name: procedure.name,
          about: procedure.about,
          begunBy: procedure.begunBy,
          channels: [...edition.channels.among],
          where: edition.where,
          time: 'length' in total ? { length: total.length, unit: total.unit } : null,
          competent: competentOn(procedure, on).title,
          forms: edition.forms.map(({ number, name, when }) => ({
            number,
            name,
            when: when ? whenSaid(when, edition) : null,
          })),
          papers: edition.papers.map(({ id, name, how, held, when, isConfidential = false }) => ({
            id,
            name,
            how,
            isHeld: held !== undefined && held.since <= on && held.by !== 'register',
            isPrivate: isConfidential,
            when: when ? whenSaid(when, edition) : null,
            condition: when ?? null,
          })),
          questions: (edition.questions ?? []).map(({ id, text, answers }) => ({
            id,
            text,
            answers: answers.map((answer) => ({ id: answer.id, label: answer.label })),
          })),
          steps: edition.steps.filter(isWaiting).map(({ id, name }) => ({ id, name })),
          citation: wordsVi.source(edition.cite),
        },
      ]
    }),
  )
}

const mostPosted = 500

/** Files in a step in which the law has them put up; whoever has a confidential file is never among them. */
export function listPosted(ctx: Ctx, { areaId }: { areaId: number }) {
  return forCitizen(ctx, async (ctx) => {
    const unit = (await areaAt(ctx, [areaId], ctx.today)).get(areaId) ?? areaId
    const posting = procedures.flatMap(({ editions }) =>
      editions.flatMap((edition) => edition.posting?.step ?? []),
    )
    const found = await listOpenInSteps(ctx, {
      areaId: unit,
      steps: [...new Set(posting)],
      limit: mostPosted,
    })
    const files = await openFiles(ctx, found)
    const calendar = await calendarFor(ctx)
    return files
      .filter(({ edition, application }) => edition.posting?.step === application.step)
      .map(({ application: { subject }, procedure, edition, way }) => {
        const { step } = deadlinesOf(edition, way, { calendar, now: ctx.now })
        return {
          fullName: subject.fullName,
          bornYear: subject.born.slice(0, 4),
          village: subject.village,
          procedure: procedure.name,
          through: step?.dueOn ?? null,
        }
      })
  })
}
