import { afterEach, expect, test } from 'vitest'
import { currentLanguage, setLanguage } from '#ui/language'
import { takeLanguageOfAddress } from './language-of-address.ts'

const here = location.href
afterEach(() => {
  history.replaceState(null, '', here)
  setLanguage('vi')
})

test('an address under /en is the same page in English', () => {
  history.replaceState(null, '', '/en/nghiep-vu/nguoi?q=hoa#main')
  takeLanguageOfAddress()
  expect(currentLanguage()).toBe('en')
  expect(location.pathname + location.search + location.hash).toBe('/nghiep-vu/nguoi?q=hoa#main')
})

test('any other keeps its language and its name', () => {
  history.replaceState(null, '', '/nghiep-vu/nguoi?q=en')
  takeLanguageOfAddress()
  expect(currentLanguage()).toBe('vi')
  expect(location.pathname + location.search).toBe('/nghiep-vu/nguoi?q=en')
})
