import { formatBirth } from '#kernel/written'
import type { DecisionFacts, DecisionKind } from './decision-facts.ts'
import {
  batchText,
  certificateBlocks,
  certificateWords,
  listWords,
  refusalText,
  textOf,
  type DecisionText,
} from './decision-texts/index.ts'
import type { Annex, Block, Paper, Run } from './paper.ts'
import {
  capacityLines,
  capital,
  cited,
  committeeLines,
  dated,
  figures,
  phrases,
  sum,
  upper,
} from './phrases.vi.ts'

type Batch = Extract<DecisionFacts, { kind: 'batch' }>
type Refusal = Extract<DecisionFacts, { kind: 'refuse' }>
type Certificate = Extract<DecisionFacts, { kind: 'certify' }>
type Decision = Exclude<DecisionFacts, { kind: 'refuse' | 'certify' }>

/** The type of paper a decision goes out as, which numbers are counted by: «QĐ», «TB» for a refusal, «GXN» for a certificate. */
export function registerOf(kind: DecisionKind): 'QĐ' | 'TB' | 'GXN' {
  if (kind === 'certify') return 'GXN'
  return kind === 'refuse' ? 'TB' : 'QĐ'
}

/** «QĐ-UBND» */
export function symbolOf({ kind, issuer }: Pick<DecisionFacts, 'kind' | 'issuer'>): string {
  return `${registerOf(kind)}-${issuer.abbreviation}`
}

/** Puts a decision into words: the paper that is previewed, frozen, signed and printed. */
export function decisionPaper(facts: DecisionFacts): Paper {
  if (facts.kind === 'refuse') return refusalPaper(facts)
  return facts.kind === 'certify' ? certificatePaper(facts) : decidingPaper(facts)
}

function decidingPaper(facts: Decision): Paper {
  const text = facts.kind === 'batch' ? batchText(facts) : textOf(facts)
  const articles = articlesOf(facts, text)
  return {
    ...frameOf(facts),
    kind: 'decision',
    title: capital(text.about),
    heading: { name: phrases.decision, about: phrases.about(text.about) },
    deciding: {
      authority: upper(facts.issuer.authority),
      bases: [...facts.bases.map(phrases.basis), phrases.proposedBy(facts.issuer.proposer)],
      resolves: phrases.resolves,
    },
    blocks: articles.flatMap(({ text: article, details }, index) => [
      { kind: 'article' as const, number: index + 1, text: article },
      ...below(details),
    ]),
    closing: {
      recipients: {
        title: phrases.recipients,
        lines: [
          phrases.asArticle(articles.length),
          ...facts.alsoTo.map(phrases.recipient),
          phrases.filed(facts.issuer.file),
        ],
      },
      signatures: [signatureOf(facts)],
    },
    annexes: facts.kind === 'batch' ? [listOf(facts)] : [],
  }
}

/** One detail is a sentence, several are a list. */
function below(details: DecisionText['details']): Block[] {
  const [first, ...more] = details
  if (first === undefined) return []
  if (more.length === 0) return [{ kind: 'paragraph', text: first, isCentred: false }]
  return [{ kind: 'items', isNumbered: false, items: details }]
}

function articlesOf({ issuer, replaces }: Decision, { decides, details, further, concerned }: DecisionText) {
  const last = phrases.carriedOutBy([...issuer.executors, issuer.proposer, concerned])
  const plain = (text: readonly Run[]) => ({ text, details: [] })
  return [
    { text: decides, details },
    ...further.map(plain),
    plain([{ text: phrases.inForce(replaces) }]),
    plain([{ text: last }]),
  ]
}

function refusalPaper(facts: Refusal): Paper {
  const { about, blocks } = refusalText(facts, facts.issuer.name)
  return {
    ...frameOf(facts),
    kind: 'notice',
    title: capital(about),
    heading: { name: 'THÔNG BÁO', about: phrases.about(about) },
    deciding: null,
    blocks,
    closing: {
      recipients: {
        title: phrases.recipients,
        lines: [
          phrases.recipient(
            facts.addressee ?? `${capital(facts.person.salutation)} ${facts.person.fullName}`,
          ),
          ...facts.alsoTo.map(phrases.recipient),
          phrases.filed(facts.issuer.file),
        ],
      },
      // The answer is the committee’s, which whoever signs speaks for; a facility answers by its head.
      signatures: [{ ...signatureOf(facts), lines: committeeLines(facts.signer) }],
    },
    annexes: [],
  }
}

/** What a certificate says stands on half a sheet: the blank of 66 × 98 mm is printed by the authority. */
function certificatePaper(facts: Certificate): Paper {
  return {
    ...frameOf(facts),
    kind: 'certificate',
    size: 'a5',
    title: capital(certificateWords.title.toLowerCase()),
    heading: { name: certificateWords.title, about: null },
    deciding: null,
    blocks: certificateBlocks(facts),
    closing: { recipients: null, signatures: [signatureOf(facts)] },
    annexes: [],
  }
}

/** What all these papers share. */
function frameOf(facts: DecisionFacts) {
  const { issuer, number, signedOn, verification } = facts
  return {
    version: 1 as const,
    size: 'a4' as const,
    letterhead: {
      superior: issuer.superior === null ? [] : [upper(issuer.superior)],
      agency: issuer.agency.map(upper),
      number: { value: number, symbol: symbolOf(facts) },
      dated: dated(issuer, signedOn),
      form: null,
    },
    addressee: null,
    verification: verification && {
      address: verification.address,
      code: verification.code,
      words: phrases.verification(verification.page),
    },
    draft: number === null || signedOn === null ? phrases.draft : null,
  }
}

function signatureOf({ signer }: DecisionFacts) {
  return { lines: capacityLines(signer), how: null, name: signer.name }
}

/** The list below a decision for many, numbered and summed up. */
function listOf(facts: Batch): Annex {
  const { act, benefit, rows, issuer } = facts
  const reference =
    facts.number === null || facts.signedOn === null
      ? `Quyết định của ${issuer.authority}`
      : cited({
          number: `${facts.number}/${symbolOf(facts)}`,
          signedOn: facts.signedOn,
          authority: issuer.authority,
        })
  const hasBefore = rows.some((row) => row.before !== null)
  const hasAfter = rows.some((row) => row.after !== null)
  const hasArrears = rows.some((row) => row.arrears !== null)
  const amount = (value: number | null) => (value === null ? '' : figures(value))
  const pick = <Cell>(before: Cell, after: Cell, arrears: Cell): Cell[] => [
    ...(hasBefore ? [before] : []),
    ...(hasAfter ? [after] : []),
    ...(hasArrears ? [arrears] : []),
  ]
  const { number, name, born, address } = listWords.columns
  const table: Block = {
    kind: 'table',
    columns: [
      { title: number, width: 1.2, align: 'center' },
      { title: name, width: 4.6, align: 'start' },
      { title: born, width: 2.4, align: 'center' },
      { title: address, width: 5.4, align: 'start' },
      ...pick(listWords.before, hasBefore ? listWords.afterAdjusted : listWords.after, listWords.arrears).map(
        (title) => ({ title, width: 2.6, align: 'end' as const }),
      ),
    ],
    rows: rows.map((row, index) => [
      String(index + 1),
      row.fullName,
      formatBirth(row.born, row.bornPrecision),
      row.address,
      ...pick(amount(row.before), amount(row.after), amount(row.arrears)),
    ]),
    total: [
      listWords.total(rows.length),
      '',
      '',
      '',
      ...pick(
        figures(sum(rows.map((row) => row.before))),
        figures(sum(rows.map((row) => row.after))),
        figures(sum(rows.map((row) => row.arrears))),
      ),
    ],
  }
  return {
    title: listWords.title(act, benefit),
    attachedTo: listWords.attachedTo(reference),
    isLandscape: hasBefore || hasArrears,
    blocks: [table],
  }
}
