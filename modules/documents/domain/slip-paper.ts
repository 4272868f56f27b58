import { minutesBlocks, minutesWords } from './minutes-texts.vi.ts'
import type { Block, Paper, Signature } from './paper.ts'
import { capacityLines, dated, upper } from './phrases.vi.ts'
import type { SlipFacts } from './slip-facts.ts'
import {
  apologyBlocks,
  controlBlocks,
  declarationBlocks,
  declarationWords,
  invitationBlocks,
  postingBlocks,
  receiptBlocks,
  refusalBlocks,
  slipTitles,
  slipWords as words,
  supplementBlocks,
} from './slip-texts.vi.ts'

/** Puts a slip into words. Slips are half a sheet, as desks print them; the control slip and a declaration are whole ones. */
export function slipPaper(facts: SlipFacts): Paper {
  const name = facts.kind === 'declaration' ? upper(facts.title) : slipTitles[facts.kind]
  const isDeclaration = facts.kind === 'declaration'
  return {
    version: 1,
    kind: facts.kind,
    size: isWholeSheet(facts.kind) ? 'a4' : 'a5',
    title: name,
    letterhead: {
      ...headOf(facts),
      number: facts.kind === 'council_minutes' && facts.number ? { value: facts.number, symbol: 'BB' } : null,
      dated: dated(facts.desk, facts.signedOn),
    },
    // By the code of a file it can be followed by anybody, so that it hangs on no wall.
    heading: { name, about: isWithoutFile(facts.kind) ? null : words.file(facts.file) },
    deciding: null,
    addressee: isDeclaration ? facts.addressee : null,
    blocks: blocksOf(facts),
    closing: { recipients: null, signatures: signaturesOf(facts) },
    annexes: [],
    verification:
      facts.kind === 'posting_notice'
        ? null
        : facts.tracking && {
            address: facts.tracking.address,
            code: facts.tracking.code,
            words: words.tracking(facts.tracking.page),
          },
    draft: null,
  }
}

const isWholeSheet = (kind: SlipFacts['kind']) =>
  kind === 'declaration' || kind === 'control_slip' || kind === 'posting_notice' || kind === 'council_minutes'
const isWithoutFile = (kind: SlipFacts['kind']) => kind === 'invitation' || kind === 'posting_notice'

/** Whoever declares is a citizen, whose paper has no office; what the committee signs has no desk. */
function headOf(facts: SlipFacts) {
  const committee = inLines(facts.desk.superior)
  switch (facts.kind) {
    case 'declaration':
      return { superior: [], agency: [], form: declarationWords.form(facts.form) }
    case 'apology':
    case 'invitation':
    case 'posting_notice':
      return { superior: [], agency: committee, form: null }
    case 'council_minutes':
      return { superior: committee, agency: [upper(words.council)], form: declarationWords.form(facts.form) }
    case 'receipt':
    case 'supplement_request':
    case 'refusal_slip':
    case 'control_slip':
      return { superior: committee, agency: [upper(facts.desk.name)], form: null }
  }
}

/** «ỦY BAN NHÂN DÂN», «XÃ TAM SƠN» */
function inLines(office: string): string[] {
  return upper(office).split(/(?<=^ỦY BAN NHÂN DÂN) /)
}

function blocksOf(facts: SlipFacts): readonly Block[] {
  switch (facts.kind) {
    case 'receipt':
      return receiptBlocks(facts)
    case 'supplement_request':
      return supplementBlocks(facts)
    case 'refusal_slip':
      return refusalBlocks(facts)
    case 'apology':
      return apologyBlocks(facts)
    case 'invitation':
      return invitationBlocks(facts)
    case 'control_slip':
      return controlBlocks(facts)
    case 'posting_notice':
      return postingBlocks(facts)
    case 'declaration':
      return declarationBlocks(facts)
    case 'council_minutes':
      return minutesBlocks(facts)
  }
}

function signaturesOf(facts: SlipFacts): Signature[] {
  const byHand = (line: string, name: string | null) => ({ lines: [line], how: words.signHere, name })
  switch (facts.kind) {
    case 'receipt':
      return [byHand(words.applicant, facts.applicant.fullName), byHand(words.receiver, facts.receivedBy)]
    case 'supplement_request':
      return [byHand(words.guide, facts.askedBy)]
    case 'refusal_slip':
      return [byHand(words.receiver, facts.refusedBy)]
    case 'apology':
    case 'invitation':
    case 'posting_notice':
      return [{ lines: capacityLines(facts.signer), how: null, name: facts.signer.name }]
    case 'control_slip':
      return []
    case 'council_minutes':
      return [
        byHand(minutesWords.secretary, facts.secretary),
        byHand(minutesWords.president, facts.president),
      ]
    case 'declaration':
      return [byHand(words.declarer, facts.declaredBy)]
  }
}
