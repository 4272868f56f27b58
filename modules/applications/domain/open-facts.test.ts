import { describe, expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { law, regimeFor, type Benefit } from '#modules/entitlement'
import { openFactsOf, type KnownFacts } from './open-facts.ts'

const today = civilDate('2026-11-27')
const { groups } = regimeFor(law, month('2026-11'), today)!.rules

function asks(benefit: Benefit, facts: KnownFacts) {
  const own = groups.filter((group) => group.benefit === benefit)
  return [...openFactsOf(own, { facts, on: today, all: groups })].toSorted()
}

const elder = { born: civilDate('1950-01-01') }
const adult = { born: civilDate('1986-05-10'), children: [] }

describe('only what could still change the answer is asked', () => {
  test('of somebody of 76, who may have the social pension, what they live on', () => {
    expect(asks('social_pension', elder)).toEqual(expect.arrayContaining(['pension', 'socialInsurance']))
  })

  test('and nothing more once that is known', () => {
    expect(asks('social_pension', { ...elder, pension: dong(0), socialInsurance: dong(0) })).toEqual([])
  })

  test('of somebody of 40 nothing about a pension of old age', () => {
    expect(asks('social_pension', adult)).toEqual([])
  })

  test('of an adult the disability, and not the parents', () => {
    const asked = asks('monthly_allowance', adult)
    expect(asked).toContain('disability')
    expect(asked).not.toContain('father')
  })

  test('of a child the parents', () => {
    expect(asks('monthly_allowance', { born: civilDate('2018-03-02') })).toContain('father')
  })

  test('what was answered is not asked again', () => {
    expect(asks('monthly_allowance', { ...adult, disability: 'none' })).not.toContain('disability')
  })
})
