import { afterEach, expect, test } from 'vitest'
import { decisionPaper } from '#modules/documents'
import { decisions } from '../../documents/testing.ts'
import { atPresentAddress, verificationOf } from './verification.ts'

const before = process.env['ANSINH_ORIGIN']
afterEach(() => {
  if (before === undefined) delete process.env['ANSINH_ORIGIN']
  else process.env['ANSINH_ORIGIN'] = before
})

test('a paper is drawn with the address of the day it is drawn on, and nothing else changes', () => {
  process.env['ANSINH_ORIGIN'] = 'http://localhost:4173'
  const frozen = decisionPaper({ ...decisions.grant, verification: verificationOf('VB-7KQ4-MX2P') })
  process.env['ANSINH_ORIGIN'] = 'https://ansinh.phutho.gov.vn'
  expect(atPresentAddress(frozen)).toEqual(
    decisionPaper({ ...decisions.grant, verification: verificationOf('VB-7KQ4-MX2P') }),
  )
  expect(frozen.verification?.address).toContain('localhost:4173')
  expect(atPresentAddress({ ...frozen, verification: null }).verification).toBeNull()
})
