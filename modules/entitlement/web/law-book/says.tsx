import { Fragment } from 'react'
import { addMonths } from '#kernel/civil-date'
import { formatCoefficient, formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import type { Provision, Statement } from '../../domain/law-book/provision.ts'
import type { BookWords, Point } from '../../domain/law-book/sentences.ts'
import { capital } from '../explanation-nodes.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useBookWords } from './use-book-words.ts'

type Band = Extract<Statement, { kind: 'band' }>

/** What a rule says, whole or in brief: brief is what one looks for first, the amounts. */
export function Says({ provision, isWhole }: { provision: Provision; isWhole: boolean }) {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  const bands = provision.statements.filter((statement) => statement.kind === 'band')
  const who = provision.statements.find((statement) => statement.kind === 'who')
  const gives = provision.statements.find((statement) => statement.kind === 'gives')
  const others = provision.statements.filter(
    ({ kind }) => kind !== 'band' && kind !== 'who' && kind !== 'gives',
  )
  const isGroup = bands.length > 0 || gives !== undefined
  return (
    <>
      {who && (isWhole || !isGroup) && (
        <>
          <p className="law-lead">{isGroup ? t.who : t.whoShutOut}</p>
          <Points points={words.outline(who.condition)} />
        </>
      )}
      {bands.length > 0 && <Bands bands={bands} isWhole={isWhole} />}
      {gives && <Gives gives={gives} isWhole={isWhole} />}
      {who && !isGroup && <p className="law-lead">{t.consequence}</p>}
      {(isWhole || !isGroup) && <Others statements={others} words={words} />}
    </>
  )
}

/** Conditions as a list; alternatives stand under what they belong to. */
export function Points({ points }: { points: readonly Point[] }) {
  return (
    <ul className="law-points">
      {points.map(({ text, of }) => (
        <li key={text + JSON.stringify(of)}>
          {capital(text)}
          {of.length > 0 && (
            <>
              {':'}
              <Points points={of} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function Bands({ bands, isWhole }: { bands: readonly Band[]; isWhole: boolean }) {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  return (
    <>
      {isWhole && <p className="law-lead">{t.howMuch}</p>}
      <dl className="law-bands">
        {bands.map((band) => (
          <div key={band.key}>
            <dt>{capital(words.label(band.label))}</dt>
            <dd className="num">
              <span className="sr">{t.coefficient} </span>
              {formatCoefficient(band.coefficient)}
            </dd>
            <dd className="law-amounts">
              {words.amountsOf(band).map(([place, amount]) => (
                <Fragment key={amount}>
                  <b className="nowrap">{amount}</b>
                  {place && <small className="quiet">{place}</small>}
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** What an event gives: the amount where it is known, and how it is worked out. */
function Gives({ gives, isWhole }: { gives: Extract<Statement, { kind: 'gives' }>; isWhole: boolean }) {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  const isTold = gives.gives.kind === 'multiple' || gives.gives.kind === 'realCost'
  return (
    <>
      {isWhole && <p className="law-lead">{t.whatIsGiven}</p>}
      <p>
        {capital(words.statement(gives))}
        {isTold &&
          words.amountsOf(gives).map(([place, amount]) => (
            <Fragment key={amount}>
              {' = '}
              <b className="nowrap">{amount}</b>
              {place && <small className="quiet"> {place}</small>}
            </Fragment>
          ))}
      </p>
    </>
  )
}

function Others({ statements, words }: { statements: readonly Statement[]; words: BookWords }) {
  const [only] = statements
  if (statements.length === 0) return null
  if (statements.length === 1 && only) return <Sentence statement={only} words={words} />
  return (
    <ul className="law-points">
      {statements.map((statement) => (
        <li key={statement.key}>{capital(words.statement(statement))}</li>
      ))}
    </ul>
  )
}

function Sentence({ statement, words }: { statement: Statement; words: BookWords }) {
  if (statement.kind !== 'amount') return <p>{capital(words.statement(statement))}</p>
  const { value, overtaken, from, until } = statement
  return (
    <p>
      <b className="law-figure">
        {overtaken === undefined ? formatCount(value) : <s>{formatCount(value)}</s>} <small>đ</small>
      </b>{' '}
      {overtaken !== undefined && <>{words.overtaken(overtaken)} · </>}
      <span className="quiet">{words.period(from, until, (month) => addMonths(month, -1))}</span>
    </p>
  )
}
