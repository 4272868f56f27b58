import { Money } from '#ui/format'
import { Icon } from '#ui/icon'
import { useMessages } from '#ui/language'
import type { IntakePreview } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { quantityOf } from './terms.tsx'
import { WhyNot } from './why-not.tsx'

/** What the law gives once for what happened, or why nothing; who receives it is said with the draft. */
export function Once({ isRight, terms }: NonNullable<IntakePreview['once']>) {
  const words = useMessages({ vi, en }).file.result
  return (
    <div className="stack">
      <p className="res">
        <span>
          <Icon name={isRight ? 'check' : 'cross'} /> <b>{isRight ? words.right : words.noRight}</b>{' '}
          {terms.once === null ? quantityOf(terms) : <Money value={terms.once} />}
        </span>
      </p>
      {!isRight && <WhyNot title={words.firstFailing} reasons={terms.reasons} />}
      {terms.given.map(({ what, quantity }) => (
        <p key={what}>
          {what}
          {terms.once !== null && quantity && <span className="quiet under-name">{quantity}</span>}
        </p>
      ))}
      {terms.citations.length > 0 && (
        <p className="quiet">
          {words.citations}: {terms.citations.join('; ')}
        </p>
      )}
    </div>
  )
}
