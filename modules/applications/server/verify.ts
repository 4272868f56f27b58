import { z } from 'zod'
import { areaNames } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { VerifiedDocument } from '../contract.ts'
import { findDocumentByVerification } from '../db/documents.ts'
import { readCode } from '../domain/code.ts'
import { problems } from '../domain/problems.ts'
import { forCitizen } from './citizen.ts'
import { officeSigned } from './issuer.ts'
import { findSupersession } from './superseded.ts'

/** Whether a paper is real: what it must say, for whoever has it in hand. */
export function verifyDocument(ctx: Ctx, { code: typed }: { code: string }): Promise<VerifiedDocument> {
  return forCitizen(ctx, async (ctx) => {
    const code = readCode('document', typed)
    const document = await findDocumentByVerification(ctx, code ?? typed)
    if (!document) throw problems('verification_not_found')
    const names = await areaNames(ctx, [document.areaId])
    const person = document.personId
      ? (await summariesOf(ctx, [document.personId])).get(document.personId)
      : undefined
    return {
      kind: document.kind,
      number: document.number,
      issuedOn: document.issuedOn,
      unit: names.get(document.areaId) ?? '',
      signer: document.issuedName,
      title: titleOf(document.content),
      about: person ? initialsOf(person.fullName) : null,
      sha256: document.sha256,
      superseded: await findSupersession(ctx, document),
    }
  })
}

/** In what capacity it was signed, as the paper itself says; nothing of slips a desk hands out. */
function titleOf(content: unknown): string | null {
  const { data } = Signed.safeParse(content)
  if (!data) return null
  const { issuer, signer } = data.facts
  return officeSigned(issuer, signer.capacity.startsWith('deputy'))
}

const Signed = z.object({
  facts: z.object({
    signer: z.object({ capacity: z.string() }),
    issuer: z.object({ authority: z.string() }),
  }),
})

/** «N. T. Hòa»: enough to see whether it is the name on the paper. */
function initialsOf(fullName: string): string {
  const words = fullName.split(' ')
  return words.map((word, index) => (index === words.length - 1 ? word : `${word[0]}.`)).join(' ')
}
