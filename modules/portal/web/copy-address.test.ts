import { afterEach, expect, test, vi } from 'vitest'
import { messages as t } from '../pages/messages.vi.ts'
import { copyAddress } from './copy-address.ts'

afterEach(() => vi.unstubAllGlobals())

const address = 'https://ansinh.example/kiem-tra'

test.for([
  ['refuses to copy', { clipboard: { writeText: () => Promise.reject(new Error('NotAllowedError')) } }],
  ['knows of no copying, as on a page without encryption', {}],
] as const)('where the browser %s the address stands there to be copied by hand', async ([, navigator]) => {
  vi.stubGlobal('navigator', navigator)
  expect(await copyAddress(t, address)).toContain(address)
})

test('what was copied is said to be', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve())
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  expect(await copyAddress(t, address)).toBe(t.result.copied)
  expect(writeText).toHaveBeenCalledWith(address)
})
