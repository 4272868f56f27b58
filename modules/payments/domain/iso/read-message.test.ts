import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  writeStatement,
  writeStatusReport,
  type Generation,
} from '../../../../simulators/bank/write-answers.ts'
import type { ResponseReader } from '../response.ts'
import { readMessage } from './read-message.ts'
import { NotUnderstood } from '../not-understood.ts'

const generations: readonly Generation[] = ['2009', '2019']
const createdAt = '2026-12-02T18:00:00+07:00'

const report = {
  messageId: 'NH-1',
  createdAt,
  about: 'DC-26-0001',
  statuses: [
    { endToEndId: 'DC-26-0001-000001', code: 'ACSC', amount: 540_000, reference: 'FT1' },
    { endToEndId: 'DC-26-0001-000002', code: 'RJCT', reason: 'AC01', amount: 810_000 },
    { endToEndId: 'DC-26-0001-000003', code: 'PDNG', amount: 810_000 },
  ],
}

const statement = {
  messageId: 'SK-1',
  createdAt,
  day: '2026-12-02',
  account: '3713012345678',
  opening: 1_500_000,
  movements: [
    {
      reference: 'FT1',
      side: 'DBIT',
      amount: 540_000,
      endToEndId: 'DC-26-0001-000001',
      creditor: { name: 'NGUYEN THI HOA', account: '2600' },
    },
    { reference: 'FT2', side: 'CRDT', amount: 540_000, endToEndId: 'DC-26-0001-000001', returned: 'AC04' },
    { reference: 'FT3', side: 'DBIT', amount: 810_000, creditor: { name: 'TRAN VAN BAY', account: '2601' } },
    { reference: 'FT4', side: 'CRDT', amount: 5_000_000 },
  ],
} as const

describe.for(generations)('the answers of a bank, generation of %s', (generation) => {
  test('a status report says of each order whether it was paid, refused, or is on its way', () => {
    const { lines, head } = readAll(readMessage(), writeStatusReport(generation, report))
    expect(head).toMatchObject({ kind: 'pain.002', messageId: 'NH-1', about: 'DC-26-0001', groups: [] })
    expect(
      lines.map(({ endToEndId, outcome, amount, reason }) => [endToEndId, outcome, amount, reason]),
    ).toEqual([
      ['DC-26-0001-000001', 'paid', 540_000, null],
      ['DC-26-0001-000002', 'rejected', 810_000, 'AC01'],
      ['DC-26-0001-000003', 'accepted', 810_000, null],
    ])
  })

  test('a message refused as a whole is refused, unless it is only a second copy', () => {
    const whole = (reason: string) =>
      readAll(
        readMessage(),
        writeStatusReport(generation, { ...report, group: { code: 'RJCT', reason }, statuses: [] }),
      )
    expect(whole('AM04').head.groups).toEqual([
      { messageId: 'DC-26-0001', block: null, isRejected: true, reason: 'AM04' },
    ])
    expect(whole('AM05').head.groups).toMatchObject([{ isRejected: false }])
  })

  test('a statement says what was debited, came back, and came in', () => {
    for (const kind of ['camt.053', 'camt.054'] as const) {
      const { lines, head } = readAll(readMessage(), writeStatement(kind, generation, statement))
      expect(lines).toMatchObject([
        {
          endToEndId: 'DC-26-0001-000001',
          outcome: 'paid',
          amount: 540_000,
          providerRef: 'FT1',
          currency: 'VND',
          bookedOn: '2026-12-02',
        },
        { endToEndId: 'DC-26-0001-000001', outcome: 'returned', reason: 'AC04', amount: 540_000 },
        { endToEndId: null, outcome: 'paid', account: '2601', name: 'TRAN VAN BAY' },
        { endToEndId: null, outcome: 'transferred', amount: 5_000_000 },
      ])
      expect(head.account).toBe('3713012345678')
    }
    const { head } = readAll(readMessage(), writeStatement('camt.053', generation, statement))
    expect(head).toMatchObject({ opening: 1_500_000, closing: 5_690_000, through: '2026-12-02' })
  })

  test('a statement whose balances do not follow from its entries is refused', () => {
    const text = writeStatement('camt.053', generation, statement).replace('>5690000<', '>5690001<')
    expect(() => readAll(readMessage(), text)).toThrow('balance_differs: 1500000 + 4190000 ≠ 5690001')
  })

  test.for([
    ['an entry that says neither', /<CdtDbtInd>DBIT<\/CdtDbtInd><Sts>/, '<Sts>'],
    ['an entry that says something else', 'DBIT</CdtDbtInd><Sts>', 'XXXX</CdtDbtInd><Sts>'],
    ['a detail that says something else', '<TxDtls>', '<TxDtls><CdtDbtInd>XXXX</CdtDbtInd>'],
  ] as const)('whether money came or went is never guessed: %s is refused', ([, sound, wound]) => {
    for (const kind of ['camt.053', 'camt.054'] as const) {
      const text = writeStatement(kind, generation, statement)
      expect(text).toMatch(sound)
      expect(() => readAll(readMessage(), text.replace(sound, wound))).toThrow(NotUnderstood)
    }
  })

  test.for([
    ['of which one comes back', '<TxDtls>', '<TxDtls><CdtDbtInd>CRDT</CdtDbtInd>', 540_000],
    ['with a fee', /(<\/Refs>(?:<AmtDtls><TxAmt>)?<Amt Ccy="VND">)540000/, '$1538900', 540_000],
    [
      'none of which it names',
      /<NtryDtls>.*?<\/NtryDtls>/s,
      '<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch></NtryDtls>',
      540_000,
    ],
  ] as const)(
    'an entry of several orders, %s, is told as a whole and of no order',
    ([, sound, netting, amount]) => {
      for (const kind of ['camt.053', 'camt.054'] as const) {
        const text = writeStatement(kind, generation, statement)
        expect(text).toMatch(sound)
        const [first, ...more] = readAll(readMessage(), text.replace(sound, netting)).lines
        expect(first).toMatchObject({
          endToEndId: null,
          outcome: 'paid',
          amount,
          reason: 'netted',
          providerRef: 'FT1',
        })
        expect(more).toEqual(readAll(readMessage(), text).lines.slice(1))
      }
    },
  )

  test('nor is it of a balance', () => {
    const text = writeStatement('camt.053', generation, { ...statement, opening: 0 })
    expect(readAll(readMessage(), text).head).toMatchObject({ opening: 0 })
    const wound = text.replace('<CdtDbtInd>CRDT</CdtDbtInd><Dt>', '<Dt>')
    expect(() => readAll(readMessage(), wound)).toThrow(NotUnderstood)
  })

  test('of several statements in a file those of our account count, day after day; each adds up', () => {
    const parts = [
      statement,
      { ...statement, account: '9999', movements: [statement.movements[3]] },
      { ...statement, day: '2026-12-03', opening: 5_690_000, movements: [statement.movements[2]] },
    ].map((part) => writeStatement('camt.053', generation, part))
    const [first, ...more] = parts
    const inner = more.map((text) => /<Stmt>.*<\/Stmt>/s.exec(text)![0]).join('')
    const text = first!.replace('</Stmt>', `</Stmt>${inner}`)
    const { lines, head } = readAll(readMessage(statement.account), text)
    expect(lines).toHaveLength(5)
    expect(head).toMatchObject({
      account: statement.account,
      opening: 1_500_000,
      closing: 4_880_000,
      through: '2026-12-03',
    })
    expect(readAll(readMessage('1234'), text)).toMatchObject({
      lines: [],
      head: { account: statement.account },
    })
    expect(() => readAll(readMessage('1234'), text.replace('>4880000<', '>1<'))).toThrow('balance_differs')
  })

  test('may be long: blanks between its entries are no text', () => {
    const movements = Array.from({ length: 5000 }, (_, index) => ({
      ...statement.movements[0],
      endToEndId: `DC-26-0001-${index}`,
    }))
    const text = writeStatement('camt.053', generation, { ...statement, movements })
    expect(readAll(readMessage(), text).lines).toHaveLength(5000)
  })

  test('is read the same in whatever pieces it comes', () => {
    const text = writeStatement('camt.053', generation, statement)
    const whole = readAll(readMessage(), text)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (size) => {
        expect(readAll(readMessage(), text, size)).toEqual(whole)
      }),
      { numRuns: 15 },
    )
  })
})

describe('a hostile file', () => {
  const around = (inside: string) =>
    `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>${inside}</BkToCstmrStmt></Document>`

  test.for([
    ['a document type with entities', '<!DOCTYPE a [<!ENTITY b "c">]><Document/>'],
    ['an entity of its own', around('&b;')],
    ['no XML', 'PK\u0003\u0004'],
    ['another message', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"/>'],
    ['no namespace', '<Document/>'],
    ['an end too early', around('').slice(0, -5)],
    ['two messages', `${around('')}${around('').replace('<?xml version="1.0"?>', '')}`],
    ['another encoding', '<?xml version="1.0" encoding="UTF-16"?><Document/>'],
    ['much depth', around('<a>'.repeat(100))],
    ['many different elements', around(Array.from({ length: 3000 }, (_, index) => `<a${index}/>`).join(''))],
    ['an endless text', around(`<a>${'x'.repeat(5000)}</a>`)],
    ['an endless tag', around(`<a ${'x'.repeat(70_000)}="">`)],
    ['an entry without an amount', around('<Stmt><Ntry><Sts><Cd>BOOK</Cd></Sts></Ntry></Stmt>')],
    ['an entry in hundredths', around('<Stmt><Ntry><Amt Ccy="VND">1.50</Amt></Ntry></Stmt>')],
  ] as const)('with %s is refused', ([, text]) => {
    expect(() => readAll(readMessage(), text)).toThrow(NotUnderstood)
  })

  test('that is not UTF-8 is refused', () => {
    const reader = readMessage()
    expect(() => reader.write(Buffer.from([0x3c, 0xff, 0xfe]))).toThrow('encoding')
  })

  test('broken anywhere is refused or read, and nothing else ever happens', () => {
    const texts = generations.flatMap((generation) => [
      writeStatusReport(generation, report),
      writeStatement('camt.053', generation, statement),
    ])
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(
          fc.tuple(
            fc.nat(),
            fc.constantFrom('', '<', '>', '&', '"', 'x', '\u0000', '999', '</Ntry>', '<!--', ']]>'),
          ),
          { minLength: 1, maxLength: 4 },
        ),
        (text, wounds) => {
          let broken = text
          for (const [at, what] of wounds) {
            const place = at % broken.length
            broken = broken.slice(0, place) + what + broken.slice(place + 1)
          }
          expect(['read', 'refused']).toContain(readOrRefuse(() => readAll(readMessage(), broken)))
        },
      ),
      { numRuns: 300 },
    )
  })
})

function readAll(reader: ResponseReader, text: string, size = 64_000) {
  const bytes = Buffer.from(text)
  const lines = []
  for (let at = 0; at < bytes.length; at += size) lines.push(...reader.write(bytes.subarray(at, at + size)))
  const { lines: last, head } = reader.end()
  return { lines: [...lines, ...last], head }
}

function readOrRefuse(read: () => unknown): 'read' | 'refused' {
  try {
    read()
    return 'read'
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error
    return 'refused'
  }
}
